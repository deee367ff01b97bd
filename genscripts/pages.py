"""The generated parts of pages written by hand: tables between marks, and what commands print.

Run ``python -m genscripts.pages``; a test does the same and compares.

- ``<!-- settings -->`` … ``<!-- end -->`` holds a table made here, by the name in the mark.
- A code block ``console`` holds commands of ``relata`` and what they print, in a terminal of 100 columns:
  ``console head=9 tail=4`` keeps the first nine lines of each and the last four; ``console norun`` is left alone.
  The commands of one page run one after the other in one empty folder, in which ``reports`` is the demonstration.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path

from relata.demo import reports_folder
from relata.export import COLUMNS
from relata.settings import SETTINGS
from relata.web.api import groups
from relata.web.api.document import examples
from relata.web.api.operations import Operation
from relata.web.filters import CLOCKS, FILTERS

ROOT = Path(__file__).resolve().parents[1]
PAGES = ("README.md", "docs/guide.md", "docs/api.md")
WIDTH = 100
GAP = "…"
"""Stands for the lines that are left out."""

_BLOCK = re.compile(r"^```console([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_TABLE = re.compile(r"^<!-- (\w+) -->\n.*?^<!-- end -->$", re.MULTILINE | re.DOTALL)


def settings_table() -> str:
    """The settings, with their environment variables."""
    rows = [f"| `RELATA_{one.name.upper()}` | {_default(one.default)} | {one.sentence} |" for one in SETTINGS]
    return "\n".join(["| variable | default | what it is for |", "|---|---|---|", *rows])


def _default(value: int | str) -> str:
    return f"`{value}`" if value != "" else "–"


def columns_table() -> str:
    """The columns of incidents.csv and of the DataFrame."""
    rows = [f"| `{name}` | {sentence} |" for name, sentence in COLUMNS.items()]
    return "\n".join(["| column | what it holds |", "|---|---|", *rows])


def accuracy_table() -> str:
    """The floors that accuracy may not fall below."""
    rows = []
    for name, entry in tomllib.loads((ROOT / "benchmarks/floors.toml").read_text("utf-8")).items():
        measures = ", ".join(f"{key} {value:.3f}" for key, value in entry["floors"].items())
        documents = f"first {entry['limit']:,}" if "limit" in entry else "all"
        rows.append(f"| {name} | {documents} | {measures or 'not measured yet'} |")
    return "\n".join(["| corpus | documents | measures |", "|---|---|---|", *rows])


def operations_table() -> str:
    """What can be asked of the API."""
    rows = [
        f"| `{one.path}` | {one.summary} | {', '.join(f'`{name}`' for name in _own(one)) or '–'} |"
        for group in groups()
        for one in group.operations
    ]
    return "\n".join(["| below /api/v1 | what it gives | parameters of its own |", "|---|---|---|", *rows])


def _own(operation: Operation) -> list[str]:
    shared = {one.name for one in (*FILTERS, *CLOCKS)}
    filtered = any(one is FILTERS[0] for one in operation.parameters)
    own = [one.name for one in operation.parameters if not (filtered and one.name in shared) and one not in CLOCKS]
    return [*own, *(["filters"] if filtered else [])]


def filters_table() -> str:
    """The filters and clocks of an address."""
    rows = [f"| `{one.name}` | {one.sentence} | `{one.example}` |" for one in (*FILTERS, *CLOCKS)]
    return "\n".join(["| filter | which incidents | for example |", "|---|---|---|", *rows])


def answer_block() -> str:
    """What the API answers: the example of the list of incidents."""
    answer = json.dumps(examples()["list_incidents"]["answer"], ensure_ascii=False, indent=1)
    return f"```json\n{answer}\n```"


TABLES: Mapping[str, Callable[[], str]] = {
    "accuracy": accuracy_table,
    "answer": answer_block,
    "columns": columns_table,
    "filters": filters_table,
    "operations": operations_table,
    "settings": settings_table,
}
"""The tables that a mark can ask for."""


def build(page: str) -> str:
    """The page, its generated parts made anew."""
    text = (ROOT / page).read_text("utf-8")
    text = _TABLE.sub(lambda found: f"<!-- {found[1]} -->\n{TABLES[found[1]]()}\n<!-- end -->", text)
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "reports").symlink_to(reports_folder())
        return _BLOCK.sub(lambda found: _block(found[1], found[2], Path(folder)), text)


def _block(options: str, body: str, folder: Path) -> str:
    if "norun" in options:
        return f"```console{options}\n{body}```"
    kept = {name: int(number) for name, number in re.findall(r"(head|tail)=(\d+)", options)}
    lines: list[str] = []
    for command in (line[2:] for line in body.splitlines() if line.startswith("$ ")):
        lines += [f"$ {command}", *_shortened(printed(command, folder).splitlines(), kept)]
    return "\n".join([f"```console{options}", *lines, "```"])


def _shortened(lines: list[str], kept: Mapping[str, int]) -> list[str]:
    head, tail = kept.get("head", len(lines)), kept.get("tail", 0)
    if head + tail >= len(lines):
        return lines
    return [*lines[:head], GAP, *lines[len(lines) - tail :]]


def printed(command: str, folder: Path) -> str:
    """What a command of ours prints: ``relata …``, ``make demo``, or ``python FILE`` with a file of the page.

    Raises:
        SystemExit: if the command fails, with what it said.
    """
    words = shlex.split("relata demo" if command == "make demo" else command)
    if words[0] != "relata":
        raise SystemExit(f"{command!r}: only commands of relata are run; mark the block with norun")
    plain = {"COLUMNS": str(WIDTH), "NO_COLOR": "1", "PYTHONUTF8": "1", "RELATA_IMPORTS": os.devnull}
    environment = {**os.environ, **plain}
    environment.pop("RELATA_DB", None)
    start = [sys.executable, "-c", "from relata.cli.app import main; main()"]
    done = subprocess.run(
        [*start, *words[1:]], cwd=folder, env=environment, capture_output=True, text=True, check=False, encoding="utf-8"
    )
    if done.returncode:
        raise SystemExit(f"{command!r} fails: {done.stderr.strip()}")
    return done.stdout


if __name__ == "__main__":
    for name in PAGES:
        (ROOT / name).write_text(build(name), encoding="utf-8")
