"""``resources/attribution.yml`` → ``src/relata/tables/attribution.json``.

Run ``python -m genscripts.attribution``; a test rebuilds the table and compares.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "resources/attribution.yml"
TARGET = ROOT / "src/relata/tables/attribution.json"

_ENTRY = re.compile(r"(?P<verb>[a-z]+)(?P<double>\+?)(?: (?P<rest>[a-z]+))?(?: \((?P<forms>[a-z, ]+)\))?")


def build() -> str:
    """The table as text: sorted keys, one line a section's entry."""
    data = yaml.safe_load(SOURCE.read_text("utf-8"))
    table: dict[str, Any] = {
        "cues": _cues(data["cues"]),
        "inverted": sorted(data["inverted"].split()),
        "responsibility_verbs": sorted(data["responsibility"]["verbs"].split()),
        "responsibility_nouns": sorted(data["responsibility"]["nouns"].split()),
        "nouns": _by_word(data["nouns"], plurals=True),
        "openers": sorted(opener.split() for opener in data["openers"]),
        "passives": _by_word(data["passives"]),
        "adverbs": _by_word(data["adverbs"]),
        "pointing": sorted(set(data["pointing"].split())),
        "pointing_same": sorted(set(data["pointing_same"].split())),
        "bearers": sorted(set(data["bearers"].split())),
        "closers": sorted(set(data["closers"].split())),
        "media": sorted(set(data["media"].split())),
        "bodies": sorted(set(data["bodies"].split())),
        "persons": sorted(set(data["persons"].split())),
        "toll_cues": _toll_cues(data["toll_cues"]),
        "toll_nouns": sorted(set(data["toll_nouns"].split())),
        "toll_people": sorted(set(data["toll_people"].split())),
    }
    lines = [f"{json.dumps(name)}: {_section(value)}" for name, value in sorted(table.items())]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _section(value: Any) -> str:
    if isinstance(value, dict):
        rows = [f"{json.dumps(key)}: {json.dumps(value[key])}" for key in sorted(value)]
        return "{\n" + ",\n".join(rows) + "\n}"
    return json.dumps(value)


def _cues(groups: list[dict[str, str]]) -> dict[str, list[Any]]:
    """Form → [[lemma, form name, particle, stance, frame, kind], …] in the order of the resource."""
    table: dict[str, list[Any]] = {}
    for group in groups:
        for entry in " ".join(group["words"].split()).split(";"):
            match = _ENTRY.fullmatch(entry.strip())
            if not match:
                raise SystemExit(f"{SOURCE}: cannot read {entry.strip()!r}")
            verb, rest = match["verb"], match["rest"] or ""
            lemma = f"{verb} {rest}".strip()
            for form, name in _forms(verb, match["double"], match["forms"]):
                row = [lemma, name, rest, group["stance"], group["frame"], group["kind"]]
                if row not in table.setdefault(form, []):
                    table[form].append(row)
    return table


def _toll_cues(groups: dict[str, str]) -> dict[str, list[Any]]:
    """Form → [lemma, particle, what must stand with the number]."""
    table: dict[str, list[Any]] = {}
    for group, entries in groups.items():
        for entry in " ".join(entries.split()).split(";"):
            match = _ENTRY.fullmatch(entry.strip())
            if not match:
                raise SystemExit(f"{SOURCE}: cannot read {entry.strip()!r}")
            rest = match["rest"] or ""
            for form, name in _forms(match["verb"], match["double"], match["forms"]):
                if name != "ing":
                    table[form] = [f"{match['verb']} {rest}".strip(), rest, group]
    return table


def _forms(verb: str, double: str, listed: str | None) -> list[tuple[str, str]]:
    """Pairs of form and its name: base, third, past (also the participle), participle, ing."""
    if listed:
        third, past, participle, ing = (form.strip() for form in listed.split(","))
    else:
        stem = verb + verb[-1] if double else verb.removesuffix("e")
        third = verb + ("es" if verb.endswith(("s", "x", "ch", "sh")) else "s")
        past = participle = stem + "ed"
        ing = stem + "ing"
        if verb.endswith("y") and verb[-2] not in "aeiou":
            third, past, ing = verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
            participle = past
    names = [(verb, "base"), (third, "third"), (past, "past"), (participle, "participle"), (ing, "ing")]
    kept: dict[str, str] = {}
    for form, name in names:
        kept.setdefault(form, name)
    return list(kept.items())


def _by_word(groups: dict[str, str], *, plurals: bool = False) -> dict[str, str]:
    table = {word: stance for stance, words in groups.items() for word in words.split()}
    if plurals:
        table |= {_plural(word): stance for word, stance in table.items()}
    return table


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")


def main() -> None:
    """Write the table."""
    TARGET.write_text(build(), encoding="utf-8")


if __name__ == "__main__":
    main()
