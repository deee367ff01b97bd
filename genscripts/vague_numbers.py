"""``resources/vague_numbers.yml`` → ``src/relata/tables/vague_numbers.json``.

Run ``python -m genscripts.vague_numbers``; a test rebuilds the table and compares.
"""

from __future__ import annotations

import json
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "src/relata/tables/vague_numbers.json"


def build() -> str:
    """The table as text: a line for each [word, least, why], those of several words first."""
    entries = yaml.safe_load((ROOT / "resources/vague_numbers.yml").read_text("utf-8"))
    rows = sorted((entry["word"], entry["least"], entry["why"]) for entry in entries)
    rows.sort(key=lambda row: -len(row[0].split()))
    return "[\n" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n]\n"


if __name__ == "__main__":
    TARGET.write_text(build(), encoding="utf-8")
