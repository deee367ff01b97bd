"""The types and columns in ``relata.export`` → the schemas in ``docs/schema`` and ``docs/schema/csv.md``.

Run ``python -m genscripts.schema``; a test rebuilds them and compares.
"""

from __future__ import annotations

import json
from pathlib import Path

from relata.export import COLUMNS, decisions_schema, export_schema
from relata.export.to_csv import CLAIM_COLUMNS, REPORT_COLUMNS

TARGET = Path(__file__).resolve().parents[1] / "docs/schema/export.schema.json"
DECISIONS = TARGET.with_name("decisions.schema.json")
TABLES = TARGET.with_name("csv.md")
_OPENING = """# Tables

`relata export --format csv -o FILE` writes incidents.csv as FILE; with a folder for FILE it writes all three. UTF-8,
one line of column names, several values in one cell parted by "; ". A cell of words that a spreadsheet would take
for a formula (it begins with = + - @, a tab or a carriage return) has an apostrophe in front.
"""


def build() -> str:
    """The schema of the export as text."""
    return json.dumps(export_schema(), ensure_ascii=False, indent=1) + "\n"


def build_decisions() -> str:
    """The schema of a file of decisions as text."""
    return json.dumps(decisions_schema(), ensure_ascii=False, indent=1) + "\n"


def build_tables() -> str:
    """The page that says what each column of a table holds."""
    parts = [_OPENING]
    for name, columns in (("incidents", COLUMNS), ("claims", CLAIM_COLUMNS), ("reports", REPORT_COLUMNS)):
        rows = "\n".join(f"| `{column}` | {sentence} |" for column, sentence in columns.items())
        parts.append(f"## {name}.csv\n\n| column | what it holds |\n|---|---|\n{rows}\n")
    return "\n".join(parts)


if __name__ == "__main__":
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(build(), encoding="utf-8")
    DECISIONS.write_text(build_decisions(), encoding="utf-8")
    TABLES.write_text(build_tables(), encoding="utf-8")
