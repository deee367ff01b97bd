"""Places: a name with coordinates, how much ground the name covers, and how the report came to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

PlacePrecision = Literal["site", "city", "district", "admin1", "region", "country"]
"""How exactly the place is known, finest first."""

FINENESS: dict[PlacePrecision, int] = {"site": 0, "city": 1, "district": 2, "admin1": 3, "region": 4, "country": 5}

PlaceNaming = Literal["at", "near", "between", "shown"]
"""How the words put an event there: at or in the place; near it ("outside Mosul", "10 km from Djibo", "Kabul
airport" without coordinates of its own); on a line or between two places ("on the road from Gao to Kidal"); or not by
naming it at all: the peoples, forces and groups named show the country, which is then all that is known."""

WHERE_PREC: dict[int, str] = {
    1: "a town, village or site is named as the place, and its point is known",
    2: "the place is near a named point: outside it, some kilometres from it, or a thing that stands by it",
    3: "a second-level unit (district, county) is all that is known",
    4: "a first-level unit (province, state) is all that is known",
    5: "part of a country, a stretch or a line between two places, or a region across borders",
    6: "the country alone is known, by its name or by the peoples, forces and groups named",
    7: "international waters",
}
"""UCDP's precision of place, with what gives each value here. Source: UCDP GED Codebook, variable where_prec."""

WATERS = frozenset({"Sea", "Ocean", "Gulf", "Strait", "Bay", "Channel", "Atlantic", "Pacific", "Mediterranean"})
"""Words in the names of waters that belong to no country."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the world.

    Attributes:
        name: the gazetteer's name, or the words of the report where they name a part ("southwestern Pakistan").
        admin1: first-level administrative unit, or None.
        country: ISO 3166-1 alpha-2 code, or None where even the country is open.
        lat: latitude in degrees, WGS 84, or None.
        lon: longitude in degrees, WGS 84, or None.
        precision: how much ground the name covers.
        admin2: second-level administrative unit, or None.
        naming: how the words put an event there.
        because: why this bearer of the name was chosen among others, a sentence for people, or None. Two places
            are the same whatever the reason.
    """

    name: str
    admin1: str | None
    country: str | None
    lat: float | None
    lon: float | None
    precision: PlacePrecision
    admin2: str | None = None
    naming: PlaceNaming = "at"
    because: str | None = field(default=None, compare=False)


def where_prec(place: Place) -> int:
    """UCDP's code for how exactly a place is known, 1 (exact) to 7 (international waters); see ``WHERE_PREC``.

    A place without coordinates of its own counts as the smallest unit that is known to hold it.
    """
    if place.country is None and WATERS & set(place.name.split()):
        return 7
    if place.precision == "country":
        return 6
    if place.precision == "region" or place.naming == "between":
        return 5
    if place.precision in ("site", "city") and place.lat is not None:
        return 1 if place.naming == "at" else 2
    if place.precision == "district" or (place.precision in ("site", "city") and place.admin2):
        return 3
    if place.precision == "admin1" or place.admin1:
        return 4
    return 6 if place.country else 5
