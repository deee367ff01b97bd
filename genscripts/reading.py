"""``resources/reading/*.yml`` → ``src/relata/tables/reading.json``.

Run ``python -m genscripts.reading``; a test rebuilds the table and compares.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "src/relata/tables/reading.json"
DEFAULT_WORDS = 14
"""How many words a line may hold that begins with a phrase of furniture, where the entry does not say."""


def build() -> str:
    """The table as text: sorted, one line an entry."""
    furniture, media, languages = _read("furniture"), _read("media"), _read("languages")
    table: dict[str, list[Any]] = {
        "lines": _phrases(furniture["lines"]),
        "openers": _phrases(furniture["openers"]),
        "labels": sorted({folded(label) for label in furniture["labels"]}),
        "teasers": sorted({folded(label) for label in furniture["teasers"]}),
        "menu": sorted({folded(label) for label in furniture["menu"]}),
        "media": sorted([m["name"], m["kind"], m.get("aliases", []), m.get("domains", [])] for m in media),
        "languages": sorted(languages.items()),
        "words": sorted([name, sorted(words)] for name, words in _read("words").items()),
    }
    parts = []
    for name, rows in table.items():
        lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
        parts.append(f"{json.dumps(name)}: [\n{lines}\n]")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def folded(phrase: str) -> str:
    """The form in which lines are compared; the same as ``relata.reading.shape.folded``, and a test holds them so."""
    plain = re.sub(r"\d+", "#", str(phrase).casefold().replace("’", "'"))
    return re.sub(r"^[^\w#©]+|[^\w#©]+$", "", " ".join(plain.split()))


def _read(name: str) -> Any:
    return yaml.safe_load((ROOT / f"resources/reading/{name}.yml").read_text("utf-8"))


def _phrases(entries: list[dict[str, Any]]) -> list[list[Any]]:
    """Rows [phrase, how, reason, words, final].

    How is exact, weak (an exact phrase that is also a common word) or prefix.
    """
    rows: dict[tuple[str, str], list[Any]] = {}
    for entry in entries:
        for how in ("exact", "weak", "prefix"):
            for phrase in entry.get(how, ()):
                form = folded(phrase)
                if form:
                    row = [form, how, entry["reason"], entry.get("words", DEFAULT_WORDS), bool(entry.get("final"))]
                    rows.setdefault((form, "prefix" if how == "prefix" else "whole"), row)
    return [rows[key] for key in sorted(rows)]


if __name__ == "__main__":
    TARGET.write_text(build(), "utf-8")
    print(f"wrote {TARGET.relative_to(ROOT)}")
