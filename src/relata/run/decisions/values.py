"""Values that an analyst types, in the forms in which Relata shows them: 64 (60-70), 2022-03, Peshawar, Pakistan."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import TYPE_CHECKING

from relata.errors import QueryError
from relata.model import (
    CORRECTED,
    COUNT_ATTRIBUTES,
    EVENT_TYPES,
    FINENESS,
    STATUSES,
    DateInterval,
    DecisionValue,
    Doer,
    Place,
    ResponsibilityStatus,
    Toll,
)

if TYPE_CHECKING:
    from relata.places.gazetteer import Candidate

UNKNOWN = frozenset({"unknown", "–", "-", "none known"})
NOBODY = frozenset({"nobody", "no one", "none", "unknown", "–", "-"})

_NUMBER = r"\d{1,9}"
_PLAIN = re.compile(rf"({_NUMBER})(\+)?")
_RANGE = re.compile(rf"({_NUMBER}) ?[-–] ?({_NUMBER})")
_UP_TO = re.compile(rf"up to ({_NUMBER})", re.IGNORECASE)
_BEST = re.compile(rf"({_NUMBER}) ?\( ?({_NUMBER}) ?(?:[-–] ?({_NUMBER})|\+) ?\)")
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_SPAN = re.compile(r"(\d{4}-\d{1,2}-\d{1,2}) ?(?:/|\.\.| to ) ?((?:\d{4}-)?(?:\d{1,2}-)?\d{1,2})")
_POINT = re.compile(r"(.+?),? ?(-?\d{1,2}(?:\.\d+)?)[, ] ?(-?\d{1,3}(?:\.\d+)?)")
_SORT = re.compile(rf"(.+?) ?\(({'|'.join(FINENESS)})\)", re.IGNORECASE)
_STATUS = re.compile(r"(.+?) ?\((\w+)\)")

TOWN_SHARE = 0.05
"""A town goes before the unit that is called like it if this share of the unit's people live in it."""

TOLLS = "64, 64 (60-70), 60-70, 60+, up to 70, or unknown"
DATES = "2022-03-04, 2022-03, 2022, 2022-03-04/06, or unknown"
PLACES = (
    "a town, unit or country, as Peshawar, Pakistan or Garissa, Kenya (admin1); with a point for what is not known, as "
    "Kocha, PK 34.01 71.58"
)


def value_of(attribute: str, words: str) -> DecisionValue:
    """The value that an analyst's words give an attribute of an incident.

    Args:
        attribute: killed, wounded, missing, abducted, arrested, type, date, place, responsible, target, victim, weapon.
        words: the value, in the forms in which incidents are listed; several doers, targets, victims and weapons are
            parted by ";", and a doer's status stands behind it in brackets.

    Raises:
        QueryError: if they cannot be understood; the message says what is accepted.
    """
    words = " ".join(words.split())
    if attribute not in CORRECTED:
        raise QueryError(f"attribute is {attribute!r}; expected one of: {', '.join(CORRECTED)}")
    if not words:
        raise QueryError(f"the value for {attribute} is empty")
    if attribute in COUNT_ATTRIBUTES:
        return None if words.lower() in UNKNOWN else _toll(attribute, words)
    if attribute == "type":
        return _type(words)
    if attribute == "date":
        return None if words.lower() in UNKNOWN else _date(words)
    if attribute == "place":
        return None if words.lower() in UNKNOWN else _place(words)
    named = [] if words.lower() in NOBODY else [part.strip() for part in words.split(";") if part.strip()]
    return tuple(map(_doer, named)) if attribute == "responsible" else tuple(named)


def _toll(attribute: str, words: str) -> Toll:
    plain = words.replace(",", "")
    low: int | None
    high: int | None
    if found := _PLAIN.fullmatch(plain):
        best = int(found[1])
        return Toll(best, best, None if found[2] else best)
    if found := _RANGE.fullmatch(plain):
        low, high = int(found[1]), int(found[2])
        if low <= high:
            return Toll(low, None, high)
    if found := _UP_TO.fullmatch(plain):
        return Toll(None, None, int(found[1]))
    if found := _BEST.fullmatch(plain):
        best, low, high = int(found[1]), int(found[2]), int(found[3]) if found[3] else None
        if low <= best and (high is None or best <= high):
            return Toll(low, best, high)
    raise QueryError(f"{attribute} is {words!r}; expected a number of people: {TOLLS}")


def _type(words: str) -> str:
    wanted = words.lower()
    if wanted not in EVENT_TYPES:
        raise QueryError(f"type is {words!r}; expected one of: {', '.join(EVENT_TYPES)}")
    return wanted


def _date(words: str) -> DateInterval:
    try:
        if found := _DAY.fullmatch(words):
            year, month, day = int(found[1]), found[2], found[3]
            if day:
                return DateInterval.on(date(year, int(month), int(day)))
            return DateInterval.in_month(year, int(month)) if month else DateInterval.in_year(year)
        if found := _SPAN.fullmatch(words):
            first, last = found[1].split("-"), found[2].split("-")
            last = first[: 3 - len(last)] + last  # the part that both days share may be left out
            start, end = (date(*map(int, parts)) for parts in (first, last))
            return DateInterval.between(start, end)
    except (ValueError, calendar.IllegalMonthError):
        pass
    raise QueryError(f"date is {words!r}; expected {DATES}")


def _place(words: str) -> Place:
    """The largest place of that name in the unit and country given, a town before its unit; or a name with a point."""
    from relata.places.gazetteer import as_place, gazetteer  # noqa: PLC0415 - a large table, needed for this alone

    if found := _POINT.fullmatch(words):
        return _pointed(words, found[1], float(found[2]), float(found[3]))
    sort = _SORT.fullmatch(words)
    name, *around = [part.strip() for part in (sort[1] if sort else words).split(",")]
    known = [one for one in gazetteer().lookup(name) if all(_lies_in(one, unit) for unit in around)]
    places = [place for place in map(as_place, known) if not sort or place.precision == sort[2].lower()]
    if not places:
        raise QueryError(f"no place is known as {words!r}; expected {PLACES}")
    towns = [one for one in known if one.kind == "city" and one.population >= TOWN_SHARE * known[0].population]
    return places[0] if sort or not towns else as_place(towns[0])


def _pointed(words: str, name: str, lat: float, lon: float) -> Place:
    name, *around = [part.strip() for part in name.split(",")]
    country = _country(around[-1]) if around else None
    if not name or abs(lat) > 90 or abs(lon) > 180 or (around and country is None):
        raise QueryError(f"place is {words!r}; expected {PLACES}")
    return Place(name, around[0] if len(around) > 1 else None, country, lat, lon, "site")


def _lies_in(place: Candidate, unit: str) -> bool:
    from relata.tables.folding import folded  # noqa: PLC0415 - see above

    if folded(unit) in map(folded, (place.name, place.admin1, place.admin2)):
        return True
    return bool(place.country) and _country(unit) == place.country


def _country(words: str) -> str | None:
    from relata.tables.actors import country_called  # noqa: PLC0415 - see above
    from relata.tables.exports import country_named  # noqa: PLC0415

    return country_called(words) or country_named(words)


def _doer(words: str) -> Doer:
    found = _STATUS.fullmatch(words)
    if found and found[2].lower() in STATUSES:
        status: ResponsibilityStatus = found[2].lower()  # type: ignore[assignment] # it is one of them
        return Doer(found[1], status)
    return Doer(words)
