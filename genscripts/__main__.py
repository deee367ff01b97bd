"""Rebuild everything that is generated: ``python -m genscripts [--pages]``; ``--pages`` leaves out the tables."""

from __future__ import annotations

import argparse
import runpy
import sys
from pathlib import Path

PAGES = ("api_examples", "cli_reference", "formats", "notebook", "pages", "rules", "schema")
"""Generators that write pages and schemas: they read the package, not the resources, and so come last."""

COMMAND = 'if __name__ == "__main__":'
"""What a module here has that can be run; the others are used by those."""


def generators() -> list[str]:
    """The names of all generators, tables before pages."""
    here = [path for path in Path(__file__).parent.glob("*.py") if path.stem != "__main__"]
    names = sorted(path.stem for path in here if COMMAND in path.read_text("utf-8"))
    return [name for name in names if name not in PAGES] + [name for name in names if name in PAGES]


def main() -> None:
    """Run each generator."""
    parser = argparse.ArgumentParser(prog="python -m genscripts", description=__doc__)
    parser.add_argument("--pages", action="store_true", help="the pages alone")
    pages_only = parser.parse_args().pages
    for name in generators():
        if name in PAGES or not pages_only:
            print(f"python -m genscripts.{name}", flush=True)
            sys.argv = [name]
            runpy.run_module(f"genscripts.{name}", run_name="__main__")


if __name__ == "__main__":
    main()
