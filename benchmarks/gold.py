"""Incidents, claims and actors against gold files (gold/seeds.json), by the measures of the scorer beside them.

The reports are read as a user reads them, into a database that is thrown away, and the JSON export is scored.
A folder may hold several gold files; the measures are then their means. The reports of ``NAME.json`` are looked for in
``NAME/`` and ``reports/`` beside it, and in ``../reports/NAME/``.
"""

from __future__ import annotations

import contextlib
import importlib.util
import io
import json
import re
import sys
import tempfile
from pathlib import Path
from types import ModuleType

from benchmarks.common import Result, files
from relata.settings import setting

ROWS = {
    "incident F": "incident_f",
    "slot mean": "slot_mean",
    "claims recall": "claims_recall",
    "profile recall": "profile_recall",
    "same actor": "same_actor",
    "different actors": "different_actors",
    "quotes that stand in the report": "quotes",
    "claims taken from page furniture": "furniture",
}
_ROW = re.compile(r"^(.{36}) +([\d.]+)  (.*)$")


def run(data: Path, limit: int | None) -> Result:
    """Read the reports of every gold file under ``data`` and score the export; ``limit`` is not used."""
    del limit
    golds = [path for path in files(data, "*.json") if _is_gold(path)]
    result = Result("gold", str(data))
    scorer = _scorer(data)
    totals: dict[str, list[float]] = {}
    for gold in golds:
        reports = _reports(gold)
        lines = score(scorer, gold, reports)
        result.n += len(json.loads(gold.read_text("utf-8"))["reports"])
        result.table.append(f"  {gold.name}")
        for line in lines:
            row = _ROW.match(line)
            if row and row.group(1).strip() in ROWS:
                totals.setdefault(ROWS[row.group(1).strip()], []).append(float(row.group(2)))
            elif line.startswith("overall F"):
                totals.setdefault("overall_f", []).append(float(line.split()[-1]))
            if line.startswith("  "):
                kind, _, text = line.strip().partition(": ")
                result.miss(kind.split(" 0")[0], gold.stem, text)
            else:
                result.table.append("    " + line)
    result.measures = {name: sum(values) / len(values) for name, values in totals.items()}
    return result


def score(scorer: ModuleType, gold: Path, reports: Path) -> list[str]:
    """The lines that the scorer prints for a fresh reading of ``reports``."""
    import relata  # noqa: PLC0415 - the whole program, as a user starts it

    with tempfile.TemporaryDirectory() as folder:
        export = Path(folder) / "export.json"
        with relata.open(str(Path(folder) / "gold.db")) as db:
            db.read(reports)
            db.export("json", export)
        arguments, sys.argv = sys.argv, ["score.py", str(gold), str(export), str(reports), "--details"]
        out = io.StringIO()
        try:
            with contextlib.redirect_stdout(out):
                scorer.main()
        finally:
            sys.argv = arguments
    return out.getvalue().splitlines()


def _is_gold(path: Path) -> bool:
    try:
        found = json.loads(path.read_text("utf-8"))
    except ValueError:
        return False
    return isinstance(found, dict) and {"reports", "incidents"} <= found.keys()


def _reports(gold: Path) -> Path:
    for folder in (gold.parent / gold.stem, gold.parent / "reports", gold.parent.parent / "reports" / gold.stem):
        if folder.is_dir():
            return folder
    raise SystemExit(f"no reports for {gold}: expected {gold.parent / gold.stem} or {gold.parent / 'reports'}")


def _scorer(data: Path) -> ModuleType:
    """``score.py``: beside the gold file, or in ``gold/`` beside the data folder."""
    for path in (data / "score.py", data.parent / "score.py", Path(setting("data")) / "../gold/score.py"):
        if path.is_file():
            spec = importlib.util.spec_from_file_location("gold_score", path)
            if spec and spec.loader:
                module = importlib.util.module_from_spec(spec)
                spec.loader.exec_module(module)
                return module
    raise SystemExit(f"score.py was not found beside {data}; it is published with the gold files")
