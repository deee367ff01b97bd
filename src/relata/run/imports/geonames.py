"""Lines of the dumps of GeoNames (https://download.geonames.org/export/dump/, CC BY 4.0).

Source: readme.txt of the dumps, "The main 'geoname' table"; featureCodes_en.txt.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from relata.places.folding import fold
from relata.places.gazetteer import CandidateKind
from relata.places.romanised import is_latin, plain
from relata.places.words import place_words

COLUMNS = 19
LONGEST_NAME = 200
MOST_NAMES = 60
"""Names taken of one place."""
SHORTEST_KEY = 3
"""Letters of a name; shorter ones stand for too much else."""
_PEOPLE = 100_000_000
"""More inhabitants than any place has."""

UNITS: dict[str, CandidateKind] = {"ADM1": "admin1", "ADM2": "admin2", "ADM3": "admin2"}

_CODES: dict[str, tuple[CandidateKind, frozenset[str]]] = {
    "P": ("city", frozenset([
        "PPL", "PPLA", "PPLA2", "PPLA3", "PPLA4", "PPLA5", "PPLC", "PPLF", "PPLG", "PPLL", "PPLR", "PPLS",
        "PPLX", "STLMT",
    ])),
    "S": ("site", frozenset([
        "AIRB", "AIRF", "AIRP", "CMPRF", "DAM", "FT", "INSM", "MILB", "OILR", "PRN", "PSN", "PSTB", "PSTC", "PSTP",
    ])),
    "H": ("region", frozenset(["BAY", "GULF", "LGN", "LK", "LKS", "RSV", "STRT"])),
    "T": ("region", frozenset(["DSRT", "ISL", "ISLS", "MTS", "PEN", "PLAT", "VAL"])),
}  # fmt: skip
"""Feature class → the kind of place, and the feature codes that are taken.

Of villages all but those that are no more (PPLH, PPLQ, PPLW) or are something else (PPLCH). Of all else what reports
name as the place of an event and what has a name that is no common word.
"""
_SEVERAL_WORDS = frozenset({"site", "region"})
"""Kinds of which only names of several words are taken: a lake or fort called Hope would be met everywhere."""

_NUMBER = re.compile(r"-?\d{1,3}(?:\.\d{1,12})?")
_COUNTRY = re.compile(r"[A-Z]{2}")
_OF = frozenset({"of", "de", "du", "des", "da", "do", "la", "the"})
"""What stands between a word for a unit and its name."""


class GeoName(NamedTuple):
    """One place of a dump.

    Attributes:
        id: its number.
        name: as news prints it; of a unit, without the word for its kind.
        others: further names, without those that cannot be looked for.
        kind: what it is to the gazetteer.
        level: 1 to 3 for an administrative unit, else 0.
        country: ISO 3166-1 alpha-2 code.
        code1: code of its first-level unit, or "".
        code2: code of its second-level unit, or "".
        lat: latitude, degrees.
        lon: longitude, degrees.
        population: inhabitants, 0 where unknown.
    """

    id: int
    name: str
    others: tuple[str, ...]
    kind: CandidateKind
    level: int
    country: str
    code1: str
    code2: str
    lat: float
    lon: float
    population: int

    def keys(self) -> dict[str, bool]:
        """Folded key of each name → whether it is another name than its own; empty where none can be looked for."""
        found: dict[str, bool] = {}
        several = self.kind in _SEVERAL_WORDS
        for other, name in ((False, self.name), *((True, name) for name in self.others)):
            key = fold(name)
            if len(key) >= SHORTEST_KEY and not key.isdecimal() and not (several and " " not in key):
                found.setdefault(key, other)
        return found


BROKEN = "lines that are not of a dump"
NAMELESS = "places without a name that can be looked for"
_NO_UNIT = "00"
"""What the dumps write where the first-level unit is not known."""


def parsed(line: str) -> GeoName | str:
    """The place of a line; else the reason why it is left out."""
    cells = line.split("\t")
    if len(cells) != COLUMNS:
        return BROKEN
    number, name, ascii_name, others, lat, lon, feature, code, country = cells[:9]
    code1, code2, population = cells[10].strip(), cells[11].strip(), cells[14]
    if not _is_id(number) or not _is_point(lat, lon):
        return BROKEN
    kind = _kind(feature, code)
    if kind is None:
        return "places of other kinds"
    if not _COUNTRY.fullmatch(country):
        return "places that lie in no country"
    written = [one for one in (name, ascii_name, *others.split(",")[: 4 * MOST_NAMES]) if one and is_latin(one)]
    names = list(dict.fromkeys(plain(one, country).strip() for one in written if len(one) <= LONGEST_NAME))
    level = int(code[3]) if kind in ("admin1", "admin2") else 0
    if level:
        names = list(dict.fromkeys([*map(bare, names), *names]))
    if not names or not names[0]:
        return NAMELESS
    place = GeoName(
        id=int(number),
        name=names[0],
        others=tuple(one for one in names[1 : MOST_NAMES + 1] if one),
        kind=kind,
        level=level,
        country=country,
        code1="" if code1 == _NO_UNIT else code1[:20],
        code2=code2[:80],
        lat=round(float(lat), 4),
        lon=round(float(lon), 4),
        population=min(int(population), _PEOPLE)
        if population.isascii() and len(population) < 12 and population.isdecimal()
        else 0,
    )
    return place if place.keys() else NAMELESS


def bare(name: str) -> str:
    """A unit's name without the words for its kind: "Achin District" and "Province of Achin" are "Achin"."""
    units = place_words().units
    words = name.split()
    while len(words) > 1 and words[-1].lower() in units:
        words = words[:-1]
    if len(words) > 1 and words[0].lower() in units:
        words = words[1:]
        while len(words) > 1 and words[0].lower() in _OF:
            words = words[1:]
    return " ".join(words)


def _kind(feature: str, code: str) -> CandidateKind | None:
    if feature == "A":
        return UNITS.get(code)
    kind, codes = _CODES.get(feature, (None, frozenset()))
    return kind if code in codes else None


def _is_id(number: str) -> bool:
    return number.isascii() and number.isdecimal() and 0 < len(number) <= 12


def _is_point(lat: str, lon: str) -> bool:
    if not _NUMBER.fullmatch(lat) or not _NUMBER.fullmatch(lon):
        return False
    return abs(float(lat)) <= 90 and abs(float(lon)) <= 180
