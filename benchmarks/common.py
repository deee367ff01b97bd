"""What every benchmark gives back, and how it is printed and written."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any


@dataclass(slots=True)
class Result:
    """The outcome of one benchmark over one folder of data.

    Attributes:
        benchmark: its name.
        data: the folder measured.
        n: how many documents (reports, rows) were measured.
        measures: name → value; the names are fixed, see README.
        table: lines that explain the measures (counts behind them).
        breakdown: kind of error → how often.
        errors: all errors met, as (kind, where, text) — 20 are sampled for print.
    """

    benchmark: str
    data: str
    n: int = 0
    measures: dict[str, float] = field(default_factory=dict)
    table: list[str] = field(default_factory=list)
    breakdown: dict[str, int] = field(default_factory=dict)
    errors: list[tuple[str, str, str]] = field(default_factory=list)

    def miss(self, kind: str, where: str, text: str) -> None:
        """Note one error of a kind, in a document, with the text that shows it."""
        self.breakdown[kind] = self.breakdown.get(kind, 0) + 1
        self.errors.append((kind, where, " ".join(text.split())[:400]))

    def lines(self, shown: int = 20) -> Iterator[str]:
        """The print-out: table, measures, error breakdown, and an even sample of ``shown`` errors."""
        yield f"{self.benchmark} on {self.data}: {self.n} documents"
        yield from self.table
        for name, value in self.measures.items():
            yield f"  {name:28s} {value:10.3f}"
        if self.breakdown:
            yield "errors by kind"
            for kind, count in sorted(self.breakdown.items(), key=lambda item: (-item[1], item[0])):
                yield f"  {count:6d}  {kind}"
        step = max(1, len(self.errors) // shown) if shown else 1
        for kind, where, text in self.errors[::step][:shown]:
            yield f"  [{kind}] {where}: {text}"

    def as_json(self) -> dict[str, Any]:
        """The object that ``--json`` writes."""
        return {"benchmark": self.benchmark, "data": self.data, "n": self.n, "measures": self.measures}


def f_score(right: float, predicted: float, gold: float) -> tuple[float, float, float]:
    """F, precision and recall from counts; 0 where nothing can be divided."""
    precision = right / predicted if predicted else 0.0
    recall = right / gold if gold else 0.0
    both = precision + recall
    return (2 * precision * recall / both if both else 0.0), precision, recall


def files(data: Path, *patterns: str) -> list[Path]:
    """Every file under ``data`` (or ``data`` itself) that matches one of the patterns, sorted.

    Raises:
        SystemExit: if there is none, with what was looked for.
    """
    if data.is_file():
        return [data]
    found = sorted({path for pattern in patterns for path in data.rglob(pattern)})
    if not found:
        raise SystemExit(f"no {' or '.join(patterns)} under {data}; give the corpus with --data DIR")
    return found


def open_text(path: Path) -> IO[str]:
    """A text file, gzipped or not."""
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8")
    return path.open(encoding="utf-8")


def json_lines(paths: Iterable[Path]) -> Iterator[dict[str, Any]]:
    """Every object of the given JSON Lines files, gzipped or not."""
    for path in paths:
        with open_text(path) as lines:
            for line in lines:
                if line.strip():
                    yield json.loads(line)
