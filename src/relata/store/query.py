"""What may be asked of incidents, and the words for it."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import nan
from typing import Any, get_args

from relata.errors import QueryError
from relata.model import EVENT_TYPES, STATUSES, Standing

STANDINGS: tuple[str, ...] = get_args(Standing)
LARGEST = 2**63 - 1
"""The largest whole number that a column takes. Absurd tolls are kept whole in the incident itself."""
Box = tuple[float, float, float, float]
"""West, south, east and north, in degrees."""
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_COUNTRY = re.compile(r"[A-Z]{2}")


@dataclass(frozen=True, slots=True)
class IncidentQuery:
    """Which incidents are wanted: those that meet every filter that is not None. Build it with :func:`make_query`.

    Attributes:
        country: ISO 3166-1 alpha-2 code of the incident's place.
        since: ISO date; incidents that may have happened on it or later (the intervals overlap).
        until: ISO date; incidents that may have happened on it or earlier.
        actor: any name of an actor said to be responsible, whatever the status; case and accents aside.
        status: how somebody is said to be responsible: claimed, attributed, suspected, denied or disputed; with
            ``actor``, how that actor is.
        type: kind of violence.
        min_killed: people killed at least: by the best figure, else the low one, else the high one.
        standing: confirmed, reported, contested or unconfirmed.
        text: words that one of the incident's reports holds; phrases in quotation marks.
        outlet: the name of an outlet that tells of it, case aside.
        bbox: west, south, east and north in degrees, WGS 84; incidents whose place lies within. Where west is
            greater than east, the box crosses the date line.
    """

    country: str | None = None
    since: str | None = None
    until: str | None = None
    actor: str | None = None
    status: str | None = None
    type: str | None = None
    min_killed: int | None = None
    standing: str | None = None
    text: str | None = None
    outlet: str | None = None
    bbox: Box | None = None

    @property
    def everything(self) -> bool:
        """Whether no filter is set."""
        return all(getattr(self, name) is None for name in self.__slots__)


def make_query(
    *,
    country: str | None = None,
    since: str | date | None = None,
    until: str | date | None = None,
    actor: str | None = None,
    status: str | None = None,
    type: str | None = None,  # noqa: A002 - the field's word
    min_killed: int | None = None,
    standing: str | None = None,
    text: str | None = None,
    outlet: str | None = None,
    bbox: str | Sequence[float] | None = None,
) -> IncidentQuery:
    """A query whose every value has been checked. For the filters see :class:`IncidentQuery`.

    Dates may be whole (2022-03-04), a month (2022-03) or a year (2022).

    Raises:
        QueryError: for a value that cannot be understood; the message says what is accepted.
    """
    if country is not None and not _COUNTRY.fullmatch(country):
        raise QueryError(f"country is {country!r}; expected a code of two capitals, such as PK (ISO 3166-1)")
    whole = isinstance(min_killed, int) and not isinstance(min_killed, bool) and 0 <= min_killed <= LARGEST
    if min_killed is not None and not whole:
        raise QueryError(f"min_killed is {min_killed!r}; expected a whole number from 0 to {LARGEST}")
    for name, words in (("actor", actor), ("text", text), ("outlet", outlet)):
        if words is not None and not any(char.isalnum() for char in words):
            raise QueryError(f"{name} is {words!r}; expected at least one word")
    first, last = day("since", since, last=False), day("until", until, last=True)
    if first and last and last < first:
        raise QueryError(f"until ({last}) lies before since ({first})")
    return IncidentQuery(
        country=country,
        since=first,
        until=last,
        actor=actor,
        status=_one_of("status", status, STATUSES),
        type=_one_of("type", type, EVENT_TYPES),
        min_killed=min_killed,
        standing=_one_of("standing", standing, STANDINGS),
        text=text,
        outlet=outlet,
        bbox=None if bbox is None else _box(bbox),
    )


def _box(value: str | Sequence[float]) -> Box:
    parts = value.split(",") if isinstance(value, str) else value
    try:
        west, south, east, north = (float(part) for part in parts)
    except (TypeError, ValueError):
        west = south = east = north = nan
    if -180 <= west <= 180 and -180 <= east <= 180 and -90 <= south <= north <= 90:
        return west, south, east, north
    shown = value if isinstance(value, str) else ",".join(map(str, value))
    raise QueryError(
        f"bbox is {shown!r}; expected west,south,east,north in degrees, such as 60.5,23.5,77.9,37.1 (west is greater "
        "than east where it crosses the date line)"
    )


def day(name: str, value: str | date | None, *, last: bool) -> str | None:
    """A date as ISO text; of a month or year its first day, or its last.

    Raises:
        QueryError: if it is none.
    """
    if value is None:
        return None
    if isinstance(value, date):
        return value.isoformat()[:10]
    found = _DATE.fullmatch(value.strip()) if isinstance(value, str) else None
    try:
        if found:
            year, month = int(found[1]), int(found[2] or (12 if last else 1))
            end = calendar.monthrange(year, month)[1] if last else 1
            return date(year, month, int(found[3] or end)).isoformat()
    except (ValueError, calendar.IllegalMonthError):
        pass
    raise QueryError(f"{name} is {value!r}; expected a date such as 2022-03-04, 2022-03 or 2022")


def _one_of(name: str, value: str | None, options: tuple[Any, ...]) -> str | None:
    if value is None:
        return None
    wanted = value.strip().lower()
    if wanted not in options:
        raise QueryError(f"{name} is {value!r}; expected one of: {', '.join(options)}")
    return wanted


def country_code(country: str) -> str:
    """The ISO 3166-1 alpha-2 code of a country given by code or name.

    Raises:
        QueryError: if no country is called so.
    """
    from relata.tables.actors import country_called  # noqa: PLC0415 - tables, needed by few queries
    from relata.tables.exports import country_named  # noqa: PLC0415

    code = country_called(country) or country_named(country)
    if code is not None:
        return code
    raise QueryError(f"country is {country!r}; expected a name (Pakistan) or an ISO 3166-1 code (PK)")
