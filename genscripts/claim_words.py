"""``resources/claim_words.yml`` → ``src/relata/tables/claim_words.json``. Run ``python -m genscripts.claim_words``."""

from __future__ import annotations

import json
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "src/relata/tables/claim_words.json"


def build() -> str:
    """The table as text: one list a line, in the order of the names."""
    lists = yaml.safe_load((ROOT / "resources/claim_words.yml").read_text("utf-8"))
    lines = ",\n".join(f"{json.dumps(name)}: {json.dumps(lists[name], ensure_ascii=False)}" for name in sorted(lists))
    return "{\n" + lines + "\n}\n"


if __name__ == "__main__":
    TARGET.write_text(build(), encoding="utf-8")
