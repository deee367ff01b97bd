"""Settling amounts of time: "two days ago", "a month earlier", "three weeks", "the past three days"."""

from __future__ import annotations

from datetime import timedelta

from relata.claims.times_calendar import (
    month_interval,
    month_shifted,
    value_of_interval,
    week,
    within_day,
    year_interval,
)
from relata.claims.times_context import Context
from relata.claims.times_resolve import Resolved
from relata.claims.times_words import UNIT_NAMES, UNKNOWN_VALUES, Wording
from relata.model import DateInterval

_TIMEX_UNITS = {"S": "T{}S", "m": "T{}M", "H": "T{}H", "D": "{}D", "N": "{}D", "W": "{}W", "M": "{}M", "Y": "{}Y"}
_TIMEX_UNITS |= {"E": "{}DE", "C": "{}CE", "K": "{}WE", "F": "{}W"}
"""Letter of a unit → its form in a TIMEX3 duration."""


def shift(wording: Wording, context: Context) -> Resolved:
    """Two days ago, three weeks later, a month earlier."""
    letter = wording.unit or "D"
    then = wording.relation not in {"ago", "from now"}
    sign = -1 if wording.relation in {"ago", "earlier"} or wording.open == "before" else 1
    if wording.number is None:
        return Resolved(None, "PAST_REF" if sign < 0 else "FUTURE_REF", "the words do not count", "vague")
    if then and context.bc_year is not None and letter == "Y":
        context.bc_year = max(1, context.bc_year - sign * int(wording.number))
        return Resolved(None, f"BC{context.bc_year:04d}", "before the common era; no interval is given")
    anchor = context.anchor if then or context.narrative else None
    base = anchor or (None if then or not context.published else DateInterval.on(context.published))
    if base is None or not base.year_known:
        return Resolved(None, UNKNOWN_VALUES.get(letter, "XXXX-XX-XX"), "nothing is named from which to count", "vague")
    moved = _moved(base, letter, sign * wording.number)
    if moved is None:
        return Resolved(
            None, UNKNOWN_VALUES.get(letter, "XXXX-XX-XX"), "the date counted from is not precise enough", "vague"
        )
    value = value_of_interval(moved) + (within_day(wording) if moved.precision == "day" else "")
    if wording.open and not context.narrative:
        return Resolved(
            None,
            UNKNOWN_VALUES.get(letter, "XXXX-XX-XX"),
            f"{wording.open} something whose date is not known here",
            "vague",
        )
    count = f"{wording.number:g} {UNIT_NAMES.get(letter, 'unit')}{'' if wording.number == 1 else 's'}"
    return Resolved(moved, value, f"{count} {'before' if sign < 0 else 'after'} {base.start.isoformat()}")


def _moved(base: DateInterval, letter: str, number: float) -> DateInterval | None:
    if letter in "DNWFK":
        if base.precision != "day":
            return None
        by = timedelta(days=number * {"W": 7, "F": 14, "K": 7}.get(letter, 1))
        day = base.start + by
        if letter in "DN":
            return DateInterval.on(day)
        return week(day)
    if letter in "HmS":
        if base.precision != "day" or abs(number) > 24:
            return None
        other = base.start + timedelta(days=-1 if number < 0 else 1)
        return DateInterval.between(min(base.start, other), max(base.start, other))
    if letter == "M":
        return month_interval(*month_shifted(base.start, round(number))) if base.days <= 31 else None
    return year_interval(base.start.year + round(number * {"E": 10, "C": 100}.get(letter, 1)))


def duration(wording: Wording, context: Context) -> Resolved:
    """How long; with its days where it is counted back or forward from publication ("the past three days")."""
    letter = wording.unit or "D"
    count = "X" if wording.number is None else f"{wording.number:g}"
    value = "P" + _TIMEX_UNITS.get(letter, "{}D").format("2" if letter == "F" and count == "1" else count)
    interval, because = None, "a length of time"
    if (
        wording.relation in {"last", "past", "next", "coming"}
        and context.published
        and wording.number
        and not context.narrative
    ):
        days = {"W": 7, "F": 14, "M": 30.4375, "Y": 365.25, "E": 3652.5}.get(letter, 1 if letter in "DN" else 1 / 24)
        by = timedelta(days=max(1, round(wording.number * days)))
        ahead = wording.relation in {"next", "coming"}
        first, last = (
            (context.published, context.published + by) if ahead else (context.published - by, context.published)
        )
        interval, because = (
            DateInterval(first, last, "range"),
            f"counted from publication {context.published.isoformat()}",
        )
    return Resolved(interval, value, because, "duration")
