"""Places: a name with coordinates and how much ground the name covers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PlacePrecision = Literal["site", "city", "district", "admin1", "region", "country"]
"""How exactly the place is known, finest first. As UCDP's ``where_prec`` in spirit: site and city are 1, district 3,
admin1 4, region 5 (a stretch of a country, "southwestern Pakistan"), country 6.
Source: UCDP GED Codebook, variable where_prec."""

FINENESS: dict[PlacePrecision, int] = {"site": 0, "city": 1, "district": 2, "admin1": 3, "region": 4, "country": 5}


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
    """

    name: str
    admin1: str | None
    country: str | None
    lat: float | None
    lon: float | None
    precision: PlacePrecision
    admin2: str | None = None
