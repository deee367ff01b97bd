"""Values in words for people: dates, numbers, places, who, and whence."""

from __future__ import annotations

import calendar
from functools import cache

from relata.model import (
    OUTLET,
    ActorName,
    Claim,
    ClaimValue,
    Count,
    DateInterval,
    Incident,
    Place,
    Report,
    Toll,
)
from relata.words.text import one_line

NOTHING = "–"

_EVERYBODY = ("people", "persons", "person")
"""Words that say of a count no more than that it counts people."""


def short_date(day: DateInterval | None) -> str:
    """A date for a column: 2022-03-04, 2022-03, 2022, 2022-03-04/06, ????-03-04 where the year is not known."""
    if day is None:
        return NOTHING
    start, end = day.start.isoformat(), day.end.isoformat()
    if not day.year_known:
        start, end = f"????{start[4:]}", f"????{end[4:]}"
    if day.precision in ("month", "year"):
        return start[:7] if day.precision == "month" else start[:4]
    if start == end:
        return start
    shared = 8 if start[:7] == end[:7] else 5 if start[:4] == end[:4] else 0
    return f"{start}/{end[shared:]}"


def long_date(day: DateInterval | None) -> str:
    """A date in a sentence: 4 March 2022, March 2022, 2022, 4 to 6 March 2022, 4 March (year not known)."""
    if day is None:
        return NOTHING
    if not day.year_known:
        years = ", ".join(map(str, day.years[:3])) + (" …" if len(day.years) > 3 else "")
        return f"{_day_month(day)} (year not known{'; perhaps ' + years if years else ''})"
    if day.precision == "year" and day.start.year == day.end.year:
        return str(day.start.year)
    return f"{_day_month(day)} {day.end.year}"


def _day_month(day: DateInterval) -> str:
    start, end = day.start, day.end
    month = calendar.month_name[end.month]
    if day.precision == "month" and start.month == end.month:
        return month
    if start == end:
        return f"{end.day} {month}"
    opening = str(start.day)
    if (start.year, start.month) != (end.year, end.month):
        opening += f" {calendar.month_name[start.month]}"
    if start.year != end.year:
        opening += f" {start.year}"
    return f"{opening} to {end.day} {month}"


def published(report: Report) -> str:
    """When a report came out, or that it does not say."""
    return long_date(DateInterval.on(report.published_on)) if report.published_on else "no date"


def toll_in_short(toll: Toll | None) -> str:
    """A toll for a column: 276 (20-512); 20+ where nothing bounds it; a dash where nobody says."""
    if toll is None or (toll.low, toll.best, toll.high) == (None, None, None):
        return NOTHING
    if toll.best is None:
        return f"{toll.low}+" if toll.high is None else f"up to {toll.high}"
    if toll.high is None:
        return f"{toll.best}+" if toll.low in (toll.best, None) else f"{toll.best} ({toll.low}+)"
    if toll.low == toll.best == toll.high:
        return str(toll.best)
    return f"{toll.best} ({NOTHING if toll.low is None else toll.low}-{toll.high})"


@cache
def country_name(code: str) -> str:
    """The name of a country, or its code where the table does not have it."""
    from relata.tables.actors import countries  # noqa: PLC0415 - a table, needed for names alone

    return next((entry.name for entry in countries() if entry.code == code), code)


def long_place(place: Place | None) -> str:
    """A place in a sentence: Peshawar, Khyber Pakhtunkhwa, Pakistan."""
    if place is None:
        return NOTHING
    parts = [place.name]
    if place.admin1 and place.admin1 != place.name:
        parts.append(place.admin1)
    if place.country and place.precision != "country":
        parts.append(country_name(place.country))
    return one_line(", ".join(dict.fromkeys(parts)))


def short_place(place: Place | None) -> str:
    """A place for a column: Peshawar, PK."""
    if place is None:
        return NOTHING
    if place.precision == "country" or place.country is None:
        return one_line(place.name)
    return one_line(f"{place.name}, {place.country}")


def responsible_in_short(incident: Incident) -> str:
    """Who is said to have done it, each with the status."""
    rows = [f"{one_line(row.actor.name, 40)} ({row.status})" for row in incident.responsible[:2]]
    if len(incident.responsible) > 2:
        rows.append(f"{len(incident.responsible) - 2} more")
    return "; ".join(rows) or NOTHING


def value_of(claim: Claim) -> str:
    """What a claim says, in as few words as a column has."""
    words = _value(claim.attribute, claim.value)
    if claim.side == "attacker":
        words += " (attackers)"
    elif claim.of and claim.of.casefold() not in (*_EVERYBODY, words.casefold()):
        words += f" ({claim.of})"
    return one_line(words, 90)


def _value(attribute: str, value: ClaimValue) -> str:
    if isinstance(value, Count):
        exact = value.low if value.low == value.high else None
        if exact is None or any(char.isdigit() for char in value.words):
            return value.words
        return f"{exact}, “{value.words}”"
    if isinstance(value, DateInterval):
        return long_date(value)
    if isinstance(value, Place):
        return short_place(value)
    if isinstance(value, ActorName):
        return value.text
    if value is None:
        return {"happened": "that it happened", "unclaimed": "nobody claimed it"}.get(attribute, NOTHING)
    return value


def holder_of(claim: Claim, report: Report | None) -> str:
    """Who says it, and through whom the outlet has it."""
    if claim.holder.key == OUTLET:
        who = (report.outlet if report else None) or "the report itself"
    else:
        who = claim.holder.text
    return one_line(", via ".join((who, *claim.via)))


def source_of(report: Report) -> str:
    """Where it stands: outlet, date, file."""
    name = report.uri.rstrip("/").rpartition("/")[2] or report.uri
    article = f" (article {report.part + 1})" if report.part else ""
    return one_line(f"{report.outlet or 'outlet not named'}, {published(report)} · {name}{article}")


def plural(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: 1 report, 3 reports."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
