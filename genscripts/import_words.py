"""``resources/import_words.yml`` → ``src/relata/tables/import_words.json``.

Run ``python -m genscripts.import_words``; a test rebuilds the table and compares.
"""

from __future__ import annotations

import json
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "src/relata/tables/import_words.json"


def build() -> str:
    """The table as text: one list a line, each in the order of the alphabet."""
    lists = yaml.safe_load((ROOT / "resources/import_words.yml").read_text("utf-8"))
    lines = ",\n".join(f"{json.dumps(name)}: {json.dumps(sorted(set(lists[name])))}" for name in sorted(lists))
    return "{\n" + lines + "\n}\n"


if __name__ == "__main__":
    TARGET.write_text(build(), encoding="utf-8")
