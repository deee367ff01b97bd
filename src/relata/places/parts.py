"""Parts of a country or unit ("southwestern Pakistan"), and things that stand in a city ("Kabul airport")."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from relata.model import Place
from relata.places.gazetteer import Candidate, as_place, gazetteer
from relata.places.words import place_words

SHARE = 0.35
"""The part of a country that a direction names is taken to be so much of its extent, the outermost that way."""
EDGE = 50
"""One in so many cities at either end does not count for the extent: far islands would stretch it."""


def part_of(whole: Candidate, direction: str | None, kind: str | None = None) -> Place | None:
    """The part of a country or first-level unit that a direction names, or what stands in a city; else None.

    "Eastern Nangarhar province" is the whole province, which lies in the east: so with every unit whose kind is said.
    The part of a country has precision "region" and its words as name; that of a unit keeps precision "admin1".

    Args:
        whole: the place named.
        direction: the direction before it, or None.
        kind: the word for its kind beside it, or None.
    """
    if direction and (whole.kind == "country" or (whole.kind == "admin1" and kind not in place_words().units)):
        return _part(whole, direction)
    if (
        kind in place_words().facilities
        and kind not in place_words().units
        and whole.kind in ("city", "admin1", "admin2")
    ):
        return replace(as_place(whole), name=f"{whole.name} {kind}", precision="city", naming="near")
    return None


def _part(whole: Candidate, direction: str) -> Place | None:
    pointing = place_words().directions.get(direction)
    if pointing is None:
        return None
    lat, lon = middle_of_part(whole.country, whole.admin1 if whole.kind == "admin1" else "", pointing) or (
        whole.lat,
        whole.lon,
    )
    return replace(
        as_place(whole),
        name=f"{direction} {whole.name}",
        lat=lat,
        lon=lon,
        precision="region" if whole.kind == "country" else "admin1",
    )


@lru_cache(maxsize=1024)
def middle_of_part(country: str, admin1: str, pointing: tuple[int, int]) -> tuple[float, float] | None:
    """Latitude and longitude of the mean of the cities in the part that way; None for the middle, or without cities.

    Args:
        country: ISO 3166-1 alpha-2 code.
        admin1: a first-level unit, or "" for the whole country.
        pointing: (north, east), each -1, 0 or 1.
    """
    cities = gazetteer().cities(country, admin1)
    if pointing == (0, 0) or len(cities) < 3:
        return None
    south, tall = _extent([lat for lat, _ in cities])
    west, wide = _extent([lon for _, lon in cities])
    reach = [pointing[0] * (lat - south) / tall + pointing[1] * (lon - west) / wide for lat, lon in cities]
    start, length = _extent(reach)
    inside = [city for city, far in zip(cities, reach, strict=True) if far >= start + (1 - SHARE) * length]
    if not inside:
        return None
    return (
        round(sum(lat for lat, _ in inside) / len(inside), 3),
        round(sum(lon for _, lon in inside) / len(inside), 3),
    )


def _extent(values: list[float]) -> tuple[float, float]:
    """Where the values start and how far they reach, both without the outermost few."""
    ordered = sorted(values)
    cut = len(ordered) // EDGE
    return ordered[cut], (ordered[-1 - cut] - ordered[cut]) or 1.0
