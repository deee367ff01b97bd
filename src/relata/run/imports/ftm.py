"""Entities of FollowTheMoney, one JSON object a line (https://followthemoney.tech), as OpenSanctions publishes them.

Organisations, public bodies, legal entities and companies under all names; persons under full names alone. Other
entities (addresses, vessels, ownerships) are left out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from relata.model import ActorKind
from relata.run.imports.names import Listed, codes_of, kind_by_name

_SCHEMAS = {
    "Person": "person",
    "Organization": "organisation",
    "PublicBody": "organisation",
    "LegalEntity": "organisation",
    "Company": "organisation",
}
_NAMES = ("name", "alias", "previousName", "abbreviation")
_COUNTRIES = ("country", "jurisdiction", "nationality", "citizenship", "mainCountry")
_ARMED = frozenset({"crime.terror", "crime.war", "mil"})
"""Topics of entities that fight. Source: FollowTheMoney, type "topic"."""
_YEAR = re.compile(r"\d{4}")


def ftm_actors(lines: Iterable[str]) -> Iterator[Listed | str]:
    """The actors among the entities; for all other lines the reason why they are left out."""
    for line in lines:
        if line.strip():
            yield _listed(line)


def _listed(line: str) -> Listed | str:
    try:
        entity = json.loads(line)
    except (ValueError, RecursionError):
        return "lines that are no JSON"
    properties = entity.get("properties") if isinstance(entity, dict) else None
    if not isinstance(properties, dict) or not isinstance(entity.get("id"), str):
        return "lines that are no entities"
    kind = _SCHEMAS.get(str(entity.get("schema")))
    if kind is None:
        return "entities of other kinds"
    names = tuple(dict.fromkeys(name for field in _NAMES for name in _values(properties, field)))
    caption = entity.get("caption")
    names = (caption, *(name for name in names if name != caption)) if isinstance(caption, str) else names
    if not names:
        return "entities without a name"
    return Listed(
        id=f"ftm:{entity['id'][:100]}",
        names=names,
        kind="person" if kind == "person" else _kind(properties, names),
        countries=codes_of((value for field in _COUNTRIES for value in _values(properties, field)), codes=True),
        active=_active(properties),
    )


def _kind(properties: dict[str, Any], names: tuple[str, ...]) -> ActorKind:
    armed = bool(_ARMED & set(_values(properties, "topics")))
    return "armed group" if armed else kind_by_name(names)


def _active(properties: dict[str, Any]) -> str:
    first = [match for value in _values(properties, "incorporationDate") if (match := _YEAR.match(value))]
    last = [match for value in _values(properties, "dissolutionDate") if (match := _YEAR.match(value))]
    return f"{first[0][0]}-{last[0][0] if last else ''}" if first else ""


def _values(properties: dict[str, Any], field: str) -> list[str]:
    given = properties.get(field)
    values = given if isinstance(given, list) else [given]
    return [value for value in values[:200] if isinstance(value, str) and value.strip()]
