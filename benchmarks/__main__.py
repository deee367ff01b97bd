"""Run one benchmark: ``python -m benchmarks NAME --data DIR [--json FILE] [--limit N]``."""

from __future__ import annotations

import argparse
import importlib
import json
from pathlib import Path

from relata.settings import setting

NAMES = (
    "gold",
    "muc4",
    "muc4_roles",
    "wiki2018",
    "gva",
    "claims",
    "re3d",
    "polnear",
    "geo",
    "wikiwars",
    "copies",
    "names",
    "passed_over",
    "speed",
    "web",
)
FOLDERS = {
    "muc4_roles": "muc4",
    "gold": "../gold",
    "speed": "gva",
    "copies": "gva",
    "passed_over": "claims",
    "names": "../../tests/cases/actors",
}
"""Folder of the corpus under the data folder, where it is not the benchmark's own name."""


def main() -> None:
    """Parse the command line, run, print, and write JSON where asked."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("name", choices=NAMES)
    parser.add_argument("--data", type=Path, help="folder of the corpus (default: under RELATA_DATA)")
    parser.add_argument("--json", type=Path, help="write the measures here")
    parser.add_argument("--limit", type=int, help="measure the first N documents only")
    parser.add_argument("--errors", type=int, default=20, help="how many sampled errors to print")
    args = parser.parse_args()
    data = args.data or Path(setting("data")) / FOLDERS.get(args.name, args.name)
    result = importlib.import_module(f"benchmarks.{args.name}").run(data, args.limit)
    for line in result.lines(args.errors):
        print(line)
    if args.json:
        args.json.write_text(json.dumps(result.as_json(), indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
