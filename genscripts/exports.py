"""``resources/exports/*.yml`` → ``src/relata/tables/exports.json``.

Run ``python -m genscripts.exports``; a test rebuilds the table and compares.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pycountry
import yaml

from genscripts.inflect import plural
from relata.tables.actors import countries as known_countries
from relata.tables.actors import own_actors

ROOT = Path(__file__).resolve().parents[1]
RESOURCES = ROOT / "resources/exports"
TARGET = ROOT / "src/relata/tables/exports.json"
BY_KIND = {"civilian": 14, "security": 4, "official": 2, "militant": 17}
"""Kinds of people in resources/people.yml → target type."""
KOSOVO = ("XKX", None, "Kosovo")
"""ISO 3166-1 has no entry for it; XKX is the code in use."""


def build() -> str:
    """The table as text: one line for each entry of a list or mapping of the second level."""
    parts = {name: read(name) for name in ("ucdp", "acled", "gtd", "plover")}
    parts["acled"]["militias"] = known_keys(parts["acled"]["militias"])
    parts["acled"]["communal"] = known_keys(parts["acled"]["communal"])
    targets, words = _targets(read("targets"))
    tables = {
        **parts,
        "ucdp_actors": read("ucdp_actors"),
        "countries": _countries(read("countries")),
        "targets": targets,
        "target_words": words,
    }
    return "{\n" + ",\n".join(f'"{name}": {_lines(table)}' for name, table in tables.items()) + "\n}\n"


def read(name: str) -> Any:
    """One file of resources/exports.

    Raises:
        SystemExit: if what it says of a column is no text.
    """
    source = yaml.safe_load((RESOURCES / f"{name}.yml").read_text("utf-8"))
    wrong = [
        key for part in ("columns", "fields") for key, text in source.get(part, {}).items() if type(text) is not str
    ]
    if wrong:
        raise SystemExit(f"resources/exports/{name}.yml: put quotation marks around what stands at {', '.join(wrong)}")
    return source


def known_keys(keys: list[str]) -> list[str]:
    """The keys, sorted.

    Raises:
        SystemExit: if the table of actors lacks one.
    """
    missing = sorted(set(keys) - {actor.key for actor in own_actors()})
    if missing:
        raise SystemExit(f"resources/exports/acled.yml: no actor has the key {', '.join(missing)}")
    return sorted(keys)


def _lines(table: dict[str, Any]) -> str:
    rows = (f" {json.dumps(str(key))}: {json.dumps(value, ensure_ascii=False)}" for key, value in table.items())
    return "{\n" + ",\n".join(rows) + "\n}"


def _countries(source: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Each country with its name, three letters and number."""
    shown = {country.code: country.name for country in known_countries()}
    found = {}
    for code, entry in source.items():
        listed = pycountry.countries.get(alpha_2=code)
        name = getattr(listed, "common_name", None) or getattr(listed, "name", None)
        iso3, number, own = (listed.alpha_3, int(listed.numeric), name) if listed else KOSOVO
        found[code] = {"name": shown.get(code, own), "iso3": iso3, "iso": number, **entry}
    return found


def _targets(source: dict[Any, Any]) -> tuple[dict[str, Any], dict[str, int]]:
    """Target types without their words, and the type of each word, 0 where it says nothing."""
    types = {
        str(code): {name: entry[name] for name in ("label", "party", "sector")}
        for code, entry in source.items()
        if code != "open"
    }
    words: dict[str, int] = {}
    for code, entry in source.items():
        for word in entry["words"]:
            words[word] = words[plural(word)] = 0 if code == "open" else code
    for kind, nouns in yaml.safe_load((ROOT / "resources/people.yml").read_text("utf-8")).items():
        for noun in nouns:
            words.setdefault(noun, BY_KIND[kind])
            words.setdefault(plural(noun), BY_KIND[kind])
    return types, dict(sorted(words.items()))


if __name__ == "__main__":
    TARGET.write_text(build(), encoding="utf-8")
