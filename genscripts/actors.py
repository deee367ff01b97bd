"""``resources/actors/*.yml`` → ``src/relata/tables/actors.json.gz``.

Run ``python -m genscripts.actors``; a test rebuilds the table and compares.
"""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from typing import Any

import yaml

from relata.model import ACTOR_KINDS

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "resources/actors"
TARGET = ROOT / "src/relata/tables/actors.json.gz"
GROUP_FILES = ("africa", "americas", "asia_pacific", "europe", "media", "middle_east", "south_asia")
FIELDS = {"key", "name", "kind", "aliases", "weak", "parent", "countries", "active", "source"}
GROUP, BODY, PERSON = "[\ue000-\ue3ff]", "[\ue000-\ue7ff]", "[\ue800-\uebff]"
"""How masked sentences write actors; the same as ``relata.claims.profiles_masks``, and a test holds them so."""
PIECE = re.compile(r"(?<!\?P)<([a-z_]+)>")
KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def build() -> bytes:
    """The table as bytes: entries sorted by key, one line each, packed without a time stamp.

    Raises:
        ValueError: for an entry with an unknown field or kind, a key used twice, a parent that does not exist, or names
            in other scripts for no entry.
    """
    countries = _read("countries")["countries"]
    entries = sorted((row for name in GROUP_FILES for row in _entries(name)), key=lambda row: str(row["key"]))
    _add_scripts(entries, _read("scripts")["names"])
    _check(entries, {f"state-{code.lower()}" for code in countries} | {"sv-army"})
    table = {
        "actors": entries,
        "countries": [[code, *countries[code]] for code in sorted(countries)],
        "forces": _read("forces")["forces"],
        "words": [[name, sorted(set(words))] for name, words in sorted(_read("words")["words"].items())],
        "patterns": _patterns(_read("profile_patterns")),
    }
    parts = []
    for name, rows in table.items():
        lines = ",\n".join(json.dumps(row, ensure_ascii=False, sort_keys=True) for row in rows)
        parts.append(f"{json.dumps(name)}: [\n{lines}\n]")
    text = "{\n" + ",\n".join(parts) + "\n}\n"
    return gzip.compress(text.encode("utf-8"), compresslevel=9, mtime=0)


def _read(name: str) -> Any:
    return yaml.safe_load((SOURCE / f"{name}.yml").read_text("utf-8"))


def _entries(name: str) -> list[dict[str, Any]]:
    document = _read(name)
    rows = []
    for entry in document["entries"]:
        unknown = set(entry) - FIELDS
        if unknown:
            raise ValueError(f"{name}.yml, {entry.get('key')}: {sorted(unknown)} unknown; known: {sorted(FIELDS)}")
        row = {"kind": document["kind"], **{field: value for field, value in entry.items() if value}}
        row["key"], row["active"] = str(row["key"]), str(row["active"])
        row["aliases"] = sorted({str(alias) for alias in entry.get("aliases") or ()} - {row["name"]})
        rows.append(row)
    return rows


def _add_scripts(entries: list[dict[str, Any]], names: dict[str, list[str]]) -> None:
    """Add the names in other scripts to their entries."""
    by_key = {row["key"]: row for row in entries}
    unknown = sorted(set(names) - set(by_key))
    if unknown:
        raise ValueError(f"scripts.yml: no entries {unknown}")
    for key, more in names.items():
        by_key[key]["aliases"] = sorted({*by_key[key]["aliases"], *more})


def _patterns(document: dict[str, Any]) -> list[Any]:
    """Rows [list, [[attribute, about, pattern], …]] with every <piece> put in its place."""
    masks = {"group": GROUP, "body": BODY, "person": PERSON}
    pieces = {**masks, **document.pop("pieces")}

    def whole(pattern: str) -> str:
        while True:
            filled = PIECE.sub(lambda match: pieces[match.group(1)], pattern)
            if filled == pattern:
                return filled
            pattern = filled

    rows = []
    for name, entries in sorted(document.items()):
        listed = [{"pattern": entry} if isinstance(entry, str) else entry for entry in entries]
        rows.append([name, [[e.get("attribute", ""), e.get("about", "x"), whole(e["pattern"])] for e in listed]])
    return rows


def _check(entries: list[dict[str, Any]], states: set[str]) -> None:
    keys = [row["key"] for row in entries]
    if len(keys) != len(set(keys)):
        raise ValueError(f"keys used twice: {sorted({key for key in keys if keys.count(key) > 1})}")
    for row in entries:
        if row["kind"] not in ACTOR_KINDS:
            raise ValueError(f"{row['key']}: kind {row['kind']!r} is none of {ACTOR_KINDS}")
        if not KEY.fullmatch(row["key"]):
            raise ValueError(f"{row['key']!r} is no slug: small letters, digits and single hyphens")
        if not row.get("source"):
            raise ValueError(f"{row['key']}: no source; say where the facts are from")
        if row.get("parent") and row["parent"] not in {*keys, *states}:
            raise ValueError(f"{row['key']}: parent {row['parent']!r} is not in the table")


if __name__ == "__main__":
    TARGET.write_bytes(build())
    print(f"wrote {TARGET.relative_to(ROOT)}")
