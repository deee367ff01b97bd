"""Parts of a country or unit ("southwestern Pakistan"), and things that stand in a city ("Kabul airport")."""

from __future__ import annotations

from dataclasses import replace

from relata.model import Place
from relata.places.gazetteer import Candidate, as_place, gazetteer
from relata.places.words import place_words

SHARE = 0.5
"""How far from the middle towards the edge of the box of its cities the middle of a part is taken to lie: the middle
of a half lies half-way."""


def part_of(whole: Candidate, direction: str | None, kind: str | None = None) -> Place | None:
    """The part of a country or first-level unit that a direction names, or what stands in a city; else None.

    The part of a country has precision "region" and its words as name; that of a unit keeps precision "admin1".

    Args:
        whole: the place named.
        direction: the direction before it, or None.
        kind: the word for its kind beside it, or None.
    """
    if direction and whole.kind in ("country", "admin1"):
        return _part(whole, direction)
    if kind in place_words().facilities and kind not in place_words().units and whole.kind in ("city", "admin1", "admin2"):
        return replace(as_place(whole), name=f"{whole.name} {kind}", precision="city")
    return None


def _part(whole: Candidate, direction: str) -> Place | None:
    pointing = place_words().directions.get(direction)
    box = gazetteer().box(whole.country, whole.admin1 if whole.kind == "admin1" else "")
    if pointing is None or box is None:
        return None
    north, east = pointing
    south_edge, west_edge, north_edge, east_edge = box
    lat = whole.lat + SHARE * (max(0.0, north_edge - whole.lat) if north > 0 else 0.0)
    lat -= SHARE * (max(0.0, whole.lat - south_edge) if north < 0 else 0.0)
    lon = whole.lon + SHARE * (max(0.0, east_edge - whole.lon) if east > 0 else 0.0)
    lon -= SHARE * (max(0.0, whole.lon - west_edge) if east < 0 else 0.0)
    return replace(
        as_place(whole),
        name=f"{direction} {whole.name}",
        lat=round(lat, 3),
        lon=round(lon, 3),
        precision="region" if whole.kind == "country" else "admin1",
    )
