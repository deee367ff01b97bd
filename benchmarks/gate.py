"""Hold accuracy: measure what has floors, compare with ``benchmarks/floors.toml``, fail on any drop.

``python -m benchmarks.gate [--update] [--full] [NAME…]``

- A benchmark whose data folder is not there is left out, and the table says so.
- The data's digest stands beside the floors: figures of other data are not compared in silence.
- ``--update`` raises floors to what was measured, and refuses to lower any: who lowers one does it by hand, in a
  commit that says why.
- ``--full`` measures without limits and compares nothing.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import importlib
import io
import math
import sys
import time
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.common import Result
from relata.settings import setting

FLOORS = Path(__file__).parent / "floors.toml"

TOLERANCE = 0.0005
"""A drop up to this is none: floors are written with four digits, rounded towards the easier side."""

CEILINGS = frozenset({"furniture", "median_km"})
"""Measures of which less is better: what stands in the file is the most that is allowed."""

OPENING = """\
# The accuracy that may not drop (`make gate`), and the data on which it was measured.
# Written by `python -m benchmarks.gate --update`, which only raises. Of furniture and median_km, less is better.
# `limit`: documents measured, where all of them take more than about a minute; `make bench` measures all.
"""


@dataclass(slots=True)
class Entry:
    """What stands in the file for one benchmark on one folder.

    Attributes:
        name: its name in the file.
        benchmark: the module that measures.
        data: the folder, under RELATA_DATA; "demo" is the demonstration corpus.
        limit: documents measured, or None for all.
        digest: of the data, when the floors were set; empty before.
        floors: measure → what it must reach.
    """

    name: str
    benchmark: str
    data: str
    limit: int | None = None
    digest: str = ""
    floors: dict[str, float] = field(default_factory=dict)

    @property
    def folder(self) -> Path:
        """Where the data lies."""
        if self.data == "demo":
            import relata.demo  # noqa: PLC0415 - one entry needs it

            return relata.demo.gold_file().parent
        return Path(setting("data")) / self.data


def load(path: Path = FLOORS) -> list[Entry]:
    """The entries of the file, in its order."""
    found = tomllib.loads(path.read_text("utf-8"))
    return [Entry(name, row.pop("benchmark", name), **row) for name, row in found.items()]


def text_of(entries: list[Entry]) -> str:
    """The file that says these entries."""
    parts = [OPENING]
    for entry in entries:
        lines = [f"[{entry.name}]"]
        if entry.benchmark != entry.name:
            lines.append(f'benchmark = "{entry.benchmark}"')
        lines.append(f'data = "{entry.data}"')
        if entry.limit is not None:
            lines.append(f"limit = {entry.limit}")
        lines += [f'digest = "{entry.digest}"', f"[{entry.name}.floors]"]
        lines += [f"{measure} = {value:.4f}" for measure, value in entry.floors.items()]
        parts.append("\n".join(lines) + "\n")
    return "\n".join(parts)


def digest(folder: Path) -> str:
    """A hash of every file under ``folder``: names and bytes, hidden and compiled ones left out."""
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and not any(part.startswith((".", "__pycache__")) for part in name.split("/")):
            total.update(name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()[:16]


def falls_short(measure: str, value: float, floor: float) -> bool:
    """Whether ``value`` is worse than ``floor`` by more than the tolerance."""
    return value - floor > TOLERANCE if measure in CEILINGS else floor - value > TOLERANCE


def raised(measure: str, value: float, floor: float | None) -> float:
    """The new floor: what was measured, if that is better, to four digits on the easier side."""
    up = measure in CEILINGS
    reached = (math.ceil if up else math.floor)(round(value * 10_000, 6)) / 10_000
    if floor is None:
        return reached
    return min(reached, floor) if up else max(reached, floor)


def measured(entry: Entry, *, full: bool) -> Result:
    """Run the benchmark."""
    module = importlib.import_module(f"benchmarks.{entry.benchmark}")
    with contextlib.redirect_stdout(io.StringIO()):  # scorers print tables of their own
        result: Result = module.run(entry.folder, None if full else entry.limit)
    return result


def compared(entry: Entry, result: Result) -> Iterator[tuple[str, bool]]:
    """A line of the table for each measure, and whether it holds."""
    for measure, value in result.measures.items():
        floor = entry.floors.get(measure)
        short = floor is not None and falls_short(measure, value, floor)
        against = "new" if floor is None else f"{floor:9.4f} {'TOO LOW' if short else ''}"
        if short and measure in CEILINGS:
            against = against.replace("LOW", "HIGH")
        yield f"  {measure:28s} {value:9.4f}   {against}".rstrip(), not short
    for measure in entry.floors.keys() - result.measures.keys():
        yield f"  {measure:28s} has a floor and was not measured", False


def update_entry(entry: Entry, result: Result) -> None:
    """Put what was measured into the entry where it is better."""
    for measure, value in result.measures.items():
        if measure in entry.floors or entry.benchmark != "speed":
            entry.floors[measure] = raised(measure, value, entry.floors.get(measure))


def one(entry: Entry, *, update: bool, full: bool) -> bool:
    """Measure and print one entry; whether it holds."""
    if not entry.folder.is_dir():
        print(f"{entry.name}: no {entry.folder}; not measured", flush=True)
        return True
    found = digest(entry.folder)
    if entry.digest and found != entry.digest and not update and not full:
        print(
            f"{entry.name}: {entry.folder} is not the data that the floors were measured on (digest {found}, "
            f"pinned {entry.digest}): give that data, or set floors for this with --update",
            flush=True,
        )
        return False
    start = time.monotonic()
    try:
        result = measured(entry, full=full)
    except SystemExit as missing:
        print(f"{entry.name}: {missing}; not measured", flush=True)
        return True
    print(f"{entry.name}: {result.n} documents, {time.monotonic() - start:.0f} s", flush=True)
    if full:
        print("\n".join(f"  {measure:28s} {value:9.4f}" for measure, value in result.measures.items()), flush=True)
        return True
    lines = list(compared(entry, result))
    print("\n".join(line for line, _ in lines), flush=True)
    held = all(holds for _, holds in lines)
    if update:
        update_entry(entry, result)
        if held:
            entry.digest = found
    return held


def main(arguments: list[str] | None = None) -> int:
    """Measure, compare, and say whether all holds.

    Returns:
        0 if it does, else 1.
    """
    parser = argparse.ArgumentParser(prog="python -m benchmarks.gate", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="entries of the file; all where none is named")
    parser.add_argument("--update", action="store_true", help="raise the floors to what is measured")
    parser.add_argument("--full", action="store_true", help="measure all documents and compare nothing")
    parser.add_argument("--floors", type=Path, default=FLOORS, help=argparse.SUPPRESS)
    given: Any = parser.parse_args(arguments)
    entries = load(given.floors)
    unknown = sorted(set(given.names) - {entry.name for entry in entries})
    if unknown:
        parser.error(f"no entry {', '.join(unknown)}; there are: {', '.join(entry.name for entry in entries)}")
    chosen = [entry for entry in entries if not given.names or entry.name in given.names]
    held = [one(entry, update=given.update, full=given.full) for entry in chosen]
    if given.update:
        given.floors.write_text(text_of(entries), encoding="utf-8")
        if not all(held):
            print("floors that are not reached were left as they are: lower them by hand if that is right")
    print("gate: holds" if all(held) else "gate: DROPPED")
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
