"""How near two sets of dates, places, kinds or numbers lie. Each answer is a word that the table of weights knows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from relata.model import FINENESS, Count, DateInterval, EventType, Place
from relata.places import distance_km, within

SAME_KM = 25.0
"""Two points within this distance are one town. Source: UCDP where_prec 2, a limited area of about 25 km."""
NEAR_KM = 40.0
APART_KM = 80.0
"""From here on two towns are plainly different ones; between, a suburb may have been given for its city."""
DISTRICT_KM = 60.0
LARGE, NEARLY, CLOSE = 15, 0.1, 2
"""Two counts of LARGE or more that differ by a tenth at most can hardly be of two attacks by chance."""
FINE = FINENESS["city"]

FAMILIES: dict[EventType, str] = {
    "bombing": "bomb",
    "suicide bombing": "bomb",
    "armed assault": "shooting",
    "clash": "fight",
    "raid": "fight",
    "assassination": "shooting",
    "air strike": "air",
    "drone strike": "air",
    "shelling": "shelling",
    "abduction": "capture",
    "hostage-taking": "capture",
    "arson": "arson",
    "other": "other",
}
RELATED = frozenset(
    {
        ("bomb", "shooting"),  # gunmen with explosives: one outlet says attack, the next bombing
        ("fight", "shooting"),
        ("bomb", "fight"),
        ("air", "fight"),
        ("air", "shelling"),
        ("fight", "shelling"),
        ("capture", "shooting"),
        ("capture", "fight"),
        ("arson", "shooting"),
        ("arson", "bomb"),
        ("air", "bomb"),
        ("bomb", "shelling"),
        ("arson", "fight"),
    }
)
"""Families that two outlets may use of one happening."""


def dates(one: Sequence[DateInterval], other: Sequence[DateInterval]) -> str:
    """How the nearest of the dates lie: same day, next day, same week, same month, same year, open year or different.

    Both sequences hold at least one interval.
    """
    return min((_date_pair(a, b) for a in one for b in other), key=DATE_ORDER.index)


DATE_ORDER = ("same day", "next day", "same week", "same month", "same year", "open year", "different")


def _date_pair(one: DateInterval, other: DateInterval) -> str:
    if not one.meets(other):
        return "next day" if one.meets(other, slack=1) else "different"
    if not (one.year_known and other.year_known):
        return "open year"
    longest = max(one.days, other.days)
    if longest == 1:
        return "same day"
    return "same week" if longest <= 10 else "same month" if longest <= 62 else "same year"


def places(one: Sequence[Place], other: Sequence[Place]) -> str:
    """How the nearest of the places lie: same site, same, near, inside, same country, apart or different country.

    Both sequences hold at least one place.
    """
    return min((_place_pair(a, b) for a in one for b in other), key=PLACE_ORDER.index)


PLACE_ORDER = ("same site", "same", "near", "inside", "same country", "apart", "different country")


def _place_pair(one: Place, other: Place) -> str:
    if one.country and other.country and one.country != other.country:
        distance = distance_km(one, other)
        return "near" if distance is not None and distance <= SAME_KM else "different country"
    fine, coarse = sorted((one, other), key=lambda place: FINENESS[place.precision])
    if FINENESS[coarse.precision] <= FINE:
        return _town_pair(fine, coarse)
    if within(fine, coarse) or coarse.name.casefold() == fine.name.casefold():
        return "inside"
    distance = distance_km(one, other)
    if coarse.precision == "district" and distance is not None:
        return "inside" if distance <= DISTRICT_KM else "apart"
    if coarse.precision == "admin1" and (fine.admin1 or coarse.admin1):
        return "apart"
    return "same country" if one.country or other.country else "apart"


def _town_pair(one: Place, other: Place) -> str:
    distance = distance_km(one, other)
    same_name = one.name.casefold() == other.name.casefold()
    if same_name and one.precision == other.precision == "site" and (distance is None or distance <= SAME_KM):
        return "same site"
    if distance is None:
        return "same" if same_name else "same country"
    if distance <= SAME_KM:
        return "same"
    if distance <= NEAR_KM:
        return "near"
    return "same country" if distance <= APART_KM else "apart"


def kinds(one: EventType, other: EventType) -> str:
    """How two types go together: same, same family, related, open (one is "other") or different."""
    if one == other:
        return "open" if one == "other" else "same"
    first, second = sorted((FAMILIES[one], FAMILIES[other]))
    if first == second:
        return "same family"
    if "other" in (first, second):
        return "open"
    return "related" if (first, second) in RELATED else "different"


def tolls(one: Sequence[Count], other: Sequence[Count]) -> str | None:
    """How two reports' counts go together.

    They agree (five or more), agree small, nearly agree, close, differ, far apart or
    one of many (one victim told of, where the other counts several).

    Early and late tolls differ, so only a wide gap speaks against, and not where the smaller figure is open upwards
    ("at least 15"), for the larger one keeps to it. None where either says no number.
    """
    first, second = _largest(one), _largest(other)
    if first is None or second is None:
        return None
    small, large = sorted((first, second))
    if small == 1 and large > CLOSE:
        return "one of many"
    if small == large:
        return "agree" if small >= 5 else "agree small"
    if small >= LARGE and large - small <= large * NEARLY:
        return "nearly agree"
    if large - small <= max(CLOSE - 1, large * 0.25):
        return "close"
    if large - small >= 5 and large >= 3 * small:
        smaller = one if first == small else other
        return "differ" if any(count.low == small and count.high is None for count in smaller) else "far apart"
    return "differ"


def _largest(counts: Sequence[Count]) -> int | None:
    numbers = [number for count in counts for number in (count.low, count.high) if number is not None]
    return max(numbers) if numbers else None


def gap_days(one: DateInterval, day_before: object) -> int:
    """Days from the end of ``one`` to a later day; negative where the day lies before its start."""
    from datetime import date  # noqa: PLC0415 - kept from the module's names, where ``dates`` is a comparison

    assert isinstance(day_before, date)
    if day_before < one.start:
        return -((one.start - day_before) // timedelta(days=1))
    return max(0, (day_before - one.end) // timedelta(days=1))
