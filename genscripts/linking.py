"""``resources/linking.yml`` → ``src/relata/tables/linking.json``.

Run ``python -m genscripts.linking``; a test rebuilds the table and compares.
"""

from __future__ import annotations

import json
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "src/relata/tables/linking.json"


def build() -> str:
    """The table as text: a line for each feature, outcomes in the order of the resource."""
    source = yaml.safe_load((ROOT / "resources/linking.yml").read_text("utf-8"))
    rows = ",\n".join(f'    "{feature}": {json.dumps(outcomes)}' for feature, outcomes in source["weights"].items())
    words = json.dumps(sorted(source["aftermath"].split()))
    return f'{{\n  "start": {source["start"]},\n  "weights": {{\n{rows}\n  }},\n  "aftermath": {words}\n}}\n'


if __name__ == "__main__":
    TARGET.write_text(build(), encoding="utf-8")
