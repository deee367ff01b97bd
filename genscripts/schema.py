"""The types in ``relata.export.contract`` → ``docs/schema/export.schema.json``.

Run ``python -m genscripts.schema``; a test rebuilds the file and compares.
"""

from __future__ import annotations

import json
from pathlib import Path

from relata.export import export_schema

TARGET = Path(__file__).resolve().parents[1] / "docs/schema/export.schema.json"


def build() -> str:
    """The schema as text."""
    return json.dumps(export_schema(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(build(), encoding="utf-8")
