"""One line for lists."""

from __future__ import annotations

import calendar

from relata.model import DateInterval, EventType, Place, Toll


def title(type_: EventType, place: Place | None, day: DateInterval | None, killed: Toll | None) -> str:
    """Type, place, date and number of dead in one line ("Suicide bombing in Peshawar, PK, 4 March 2022: 64 killed")."""
    line = "Incident" if type_ == "other" else type_[0].upper() + type_[1:]
    if place is not None:
        named = place.precision == "country" or place.country is None
        line += f" in {place.name}" + ("" if named else f", {place.country}")
    if day is not None:
        line += f", {_written(day)}"
    number = _number(killed)
    return f"{line}: {number} killed" if number else line


def _written(day: DateInterval) -> str:
    month = calendar.month_name[day.start.month]
    if not day.year_known:
        return f"{day.start.day} {month}, year not given" if day.days == 1 else f"{month}, year not given"
    if day.days == 1:
        return f"{day.start.day} {month} {day.start.year}"
    if day.precision == "month":
        return f"{month} {day.start.year}"
    if day.precision == "year":
        return str(day.start.year)
    end = f"{day.end.day} {calendar.month_name[day.end.month]} {day.end.year}"
    return (
        f"{day.start.day} {month} {day.start.year} to {end}"
        if day.start.year != day.end.year
        else f"{day.start.day} {month} to {end}"
    )


def _number(killed: Toll | None) -> str:
    if killed is None:
        return ""
    if killed.best is None:
        return f"up to {killed.high}" if killed.high else ""
    if not killed.best:
        return ""
    return str(killed.best) if killed.high is not None or killed.best != killed.low else f"{killed.best} or more"
