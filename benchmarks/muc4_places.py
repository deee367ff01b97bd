"""INCIDENT: LOCATION as the task writes it, from place names of the text and the task's own public set lists.

The lists (``set-list-location``, ``containing-areas``, ``set-list-foreign-nation``) are read from the corpus when the
benchmark runs; none of them is part of the project.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

COUNTRIES_OF_INTEREST = (
    "EL SALVADOR", "GUATEMALA", "HONDURAS", "ARGENTINA", "BOLIVIA", "CHILE", "COLOMBIA", "ECUADOR", "PERU",
)  # fmt: skip
"""Source: template-doc-part1, section 1.0, point 4."""
CODES = {
    "SV": "EL SALVADOR", "GT": "GUATEMALA", "HN": "HONDURAS", "AR": "ARGENTINA", "BO": "BOLIVIA", "CL": "CHILE",
    "CO": "COLOMBIA", "EC": "ECUADOR", "PE": "PERU", "NI": "NICARAGUA", "PA": "PANAMA", "US": "UNITED STATES",
    "MX": "MEXICO", "CU": "CUBA", "ES": "SPAIN", "CR": "COSTA RICA", "VE": "VENEZUELA", "BR": "BRAZIL",
    "GB": "UNITED KINGDOM", "FR": "FRANCE", "IT": "ITALY", "DE": "WEST GERMANY", "RU": "USSR", "SU": "USSR",
    "IL": "ISRAEL", "JP": "JAPAN", "CH": "SWITZERLAND", "BE": "BELGIUM", "NL": "NETHERLANDS", "SE": "SWEDEN",
    "UY": "URUGUAY", "PY": "PARAGUAY", "IE": "IRELAND", "CA": "CANADA", "PT": "PORTUGAL", "HT": "HAITI",
    "DO": "DOMINICAN REPUBLIC", "IR": "IRAN", "LB": "LEBANON", "PH": "PHILIPPINES", "CN": "PEOPLES REP OF CHINA",
}  # fmt: skip
"""ISO 3166 code → the name that the set list uses."""
_ENTRY = re.compile(r"^([^:()*]{2,60}):\s*([^:()*]{2,60}?)\s*\(([A-Z ?]{3,40})\)")
_LISTED = re.compile(r"^([A-Z0-9][^()=:]{1,60}?)\s*\(([A-Z ?]{3,40})\)\s*$")
_LEVELS = {
    "DEPARTMENT": 0, "PROVINCE": 0, "STATE": 0, "OFFICIAL REGION": 0, "INTENDANCY": 0, "COMMISSARIAT": 0, "REGION": 0,
    "VALLEY": 1, "CITY": 2, "TOWN": 2, "MUNICIPALITY": 2, "PORT": 2,
}  # fmt: skip
_FINEST = 3
_NAMED_KIND = re.compile(r"^\W{0,3}(DEPARTMENT|PROVINCE|REGION|STATE|NEIGHBORHOOD|MUNICIPALITY|VALLEY)S?\b")
_LONGEST = 6


@dataclass(slots=True)
class PlaceList:
    """The places of the task: name → the kinds it can be in each country that holds it ("" where none is known)."""

    kinds: dict[str, dict[str, list[str]]] = field(default_factory=dict)

    def add(self, country: str, name: str, kind: str) -> None:
        """Note one entry."""
        found = self.kinds.setdefault(name, {}).setdefault(country, [])
        if kind not in found:
            found.append(kind)


@dataclass(frozen=True, slots=True)
class Found:
    """A name of the list in a text."""

    start: int
    end: int
    name: str


def read_places(data: Path) -> PlaceList:
    """The task's lists, from ``task/`` in or beside the data folder; empty where there is none."""
    places = PlaceList()
    folder = next((up / "task" for up in (data, *data.resolve().parents) if (up / "task").is_dir()), None)
    for path in sorted(folder.glob("*")) if folder else ():
        if not path.name.startswith(("containing-areas", "set-list-location")):
            continue
        for line in path.read_text(encoding="latin-1").splitlines():
            entry, listed = _ENTRY.match(line), _LISTED.match(line)
            if entry and not entry[1].startswith("?"):
                places.add(entry[1].strip(), entry[2].strip(), entry[3].strip(" ?") or "CITY")
            elif listed:
                places.kinds.setdefault(listed[1].strip(), {}).setdefault("", []).append(listed[2].strip(" ?"))
    return places


def names_in(places: PlaceList, text: str, start: int, end: int) -> list[Found]:
    """Names of the list between two offsets, longest first at each word, none inside another."""
    found: list[Found] = []
    tokens = [(match.start() + start, match.end() + start) for match in re.finditer(r"[\w'-]+", text[start:end])]
    at = 0
    while at < len(tokens):
        for length in range(min(_LONGEST, len(tokens) - at), 0, -1):
            first, last = tokens[at][0], tokens[at + length - 1][1]
            name = " ".join(text[first:last].upper().split())
            if name in places.kinds:
                found.append(Found(first, last, name))
                at += length - 1
                break
        at += 1
    return found


def location(places: PlaceList, country: str, found: Iterable[Found], text: str) -> str:
    """The slot's filler: country, then region, city and part of it, as far as the text names them near the event.

    Of several names on one level the first counts: names are given nearest to the event first.
    """
    chosen: dict[int, tuple[str, str]] = {}
    for one in found:
        kind = kind_of(places, country, one, text)
        if kind is None:
            continue
        level = _LEVELS.get(kind, _FINEST)
        if one.name not in {name for name, _ in chosen.values()}:
            chosen.setdefault(level, (one.name, kind))
    parts = [f"{name} ({kind})" for _, (name, kind) in sorted(chosen.items())]
    return ": ".join([country, *parts])


def kind_of(places: PlaceList, country: str, found: Found, text: str) -> str | None:
    """What the name stands for in a country: what the text calls it, else a city before a region; None elsewhere."""
    by_country = places.kinds[found.name]
    kinds = by_country.get(country)
    if kinds is None:
        kinds = by_country.get("") if list(by_country) == [""] else None
    if not kinds:
        return None
    said = _NAMED_KIND.match(text[found.end : found.end + 24].upper())
    if said and said[1] in kinds:
        return said[1]
    return min(kinds, key=lambda kind: {2: 0, 0: 1}.get(_LEVELS.get(kind, _FINEST), 2))
