"""``resources/{events,casualties,people,weapons}.yml`` → ``src/relata/tables/events.json``.

Run ``python -m genscripts.events``; a test rebuilds the table and compares.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml

from genscripts.inflect import plural, verb_forms

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "src/relata/tables/events.json"


def build() -> str:
    """The table as text: sorted, one line an entry."""
    table = {
        "triggers": _triggers(_read("events")),
        "casualties": _casualties(_read("casualties")),
        "people": _kinds(_read("people")),
        "weapons": _kinds(_read("weapons")),
    }
    parts = []
    for name, rows in table.items():
        lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
        parts.append(f"{json.dumps(name)}: [\n{lines}\n]")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _read(name: str) -> Any:
    return yaml.safe_load((ROOT / f"resources/{name}.yml").read_text("utf-8"))


def _triggers(entries: list[dict[str, Any]]) -> list[list[Any]]:
    """Rows [phrase, type, label, strength, form]; form is noun, nouns, base, third, past, participle, ing or fixed.

    In a phrase ``…`` marks where an object may stand.
    """
    rows: dict[tuple[str, str], list[Any]] = {}

    def add(phrase: str, form: str, entry: dict[str, Any]) -> None:
        row = [phrase, entry.get("as", entry["type"]), entry["type"], entry["strength"], form]
        rows.setdefault((phrase, "noun" if form in ("noun", "nouns") else "verb"), row)

    for entry in entries:
        for phrase in entry.get("fixed", ()):
            add(phrase, "fixed", entry)
        for noun in entry.get("nouns", ()):
            add(noun, "noun", entry)
            add(plural(noun), "nouns", entry)
        for verb in entry.get("verbs", ()):
            for form, phrase in verb_forms(verb).items():
                add(phrase, form, entry)
        for verb in entry.get("gapped", ()):
            for form, phrase in verb_forms(verb).items():
                first, _, rest = phrase.partition(" ")
                add(phrase, form, entry)
                add(f"{first} … {rest}", form, entry)
    return [rows[key] for key in sorted(rows)]


def _casualties(entries: list[dict[str, Any]]) -> list[list[Any]]:
    """Rows [phrase, attribute, role].

    The role is base, third, past, participle or ing for a transitive verb, dies for an intransitive one;
    gapped where the people stand inside; noun, adjective, object noun or object verb.
    """
    rows: dict[tuple[str, str], list[Any]] = {}
    for entry in entries:
        attribute = entry["attribute"]
        for verb in entry.get("verbs", ()):
            for form, phrase in verb_forms(verb).items():
                rows.setdefault((phrase, form), [phrase, attribute, form])
        for verb in entry.get("gapped", ()):
            for phrase in verb_forms(verb).values():
                rows.setdefault((phrase, "gapped"), [phrase, attribute, "gapped"])
        for verb in entry.get("intransitive", ()):
            for phrase in verb_forms(verb).values():
                rows.setdefault((phrase, "dies"), [phrase, attribute, "dies"])
        for phrase in entry.get("fixed_intransitive", ()):
            rows.setdefault((phrase, "dies"), [phrase, attribute, "dies"])
        for noun in entry.get("nouns", ()):
            rows.setdefault((noun, "noun"), [noun, attribute, "noun"])
            rows.setdefault((plural(noun), "noun"), [plural(noun), attribute, "noun"])
        for word in entry.get("adjectives", ()):
            rows.setdefault((word, "adjective"), [word, attribute, "adjective"])
        for noun in entry.get("object_nouns", ()):
            rows.setdefault((plural(noun), "object noun"), [plural(noun), attribute, "object noun"])
        for verb in entry.get("object_verbs", ()):
            for phrase in verb_forms(verb).values():
                rows.setdefault((phrase, "object verb"), [phrase, attribute, "object verb"])
    return [rows[key] for key in sorted(rows)]


def _kinds(entries: dict[str, list[str]]) -> list[list[str]]:
    """Rows [word, kind], singular and plural."""
    rows: dict[str, str] = {}
    for kind, words in entries.items():
        for word in words:
            rows.setdefault(word, kind)
            rows.setdefault(plural(word), kind)
    return [[word, rows[word]] for word in sorted(rows)]


if __name__ == "__main__":
    TARGET.write_text(build(), encoding="utf-8")
