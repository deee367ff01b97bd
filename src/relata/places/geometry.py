"""Distances on the globe, and which place holds which."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

from relata.model import FINENESS, Place

EARTH_KM = 6371.0
"""Mean radius of the Earth in kilometres. Source: IUGG, mean radius R1."""


def great_circle_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Kilometres between two points on the sphere. Source: haversine formula."""
    north, east = radians(lat2 - lat1), radians(lon2 - lon1)
    half = sin(north / 2) ** 2 + cos(radians(lat1)) * cos(radians(lat2)) * sin(east / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))


def distance_km(a: Place, b: Place) -> float | None:
    """Kilometres between the points of two places, or None where one of them has none."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    return great_circle_km(a.lat, a.lon, b.lat, b.lon)


def within(a: Place, b: Place) -> bool:
    """Whether ``b`` contains ``a``, or is the same place, as far as their units say.

    A country contains all that lies in it; a first-level unit what names it as its own; a district likewise; a
    region what stands in the same country no further from its middle than ``REGION_KM``; a city or site only what
    has its name, country and unit.
    """
    if a.country is None or b.country is None or a.country != b.country:
        return False
    if b.precision == "country":
        return True
    if FINENESS[a.precision] > FINENESS[b.precision]:
        return False
    if b.precision == "region":
        apart = distance_km(a, b)
        return a.name == b.name or (apart is not None and apart <= REGION_KM)
    if a.admin1 != b.admin1:
        return False
    if b.precision == "admin1":
        return True
    if b.precision == "district":
        return a.name == b.name or (b.admin2 or b.name) in (a.admin2, a.name)
    return a.name == b.name


REGION_KM = 350.0
"""How far from its middle a region is taken to reach, in kilometres: half the width of a part of a mid-sized country.
A convention, not a measurement."""
