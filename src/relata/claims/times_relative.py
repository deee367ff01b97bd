"""Settling what is told from somewhere else: "Friday", "yesterday", "last week", "that year", "at noon"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from relata.claims.times_calendar import (
    day_value,
    month_interval,
    month_shifted,
    value_of_interval,
    week,
    within_day,
    year_interval,
    years,
)
from relata.claims.times_context import Context, speaks_of_future
from relata.claims.times_resolve import Resolved
from relata.claims.times_words import UNIT_NAMES, UNKNOWN_VALUES, WEEKDAY_NAMES, Wording
from relata.model import DateInterval

_THEN = frozenset({"that", "same", "following", "previous"})
_STEPS = {"last": -1, "past": -1, "previous": -1, "next": 1, "following": 1, "coming": 1}


def weekday(wording: Wording, context: Context) -> Resolved:
    """A day of the week: the nearest at or before publication, unless the words say otherwise."""
    wanted = wording.weekday or 0
    name = WEEKDAY_NAMES[wanted]
    base = context.published
    then = wording.relation in _THEN or (context.narrative and wording.relation not in {"last", "next", "this"})
    if then:
        if context.anchor is None or context.anchor.precision != "day":
            return Resolved(None, f"XXXX-WXX-{wanted + 1}", f"{name} of an unknown week", "vague")
        back = wording.relation == "previous"
        gap = (context.anchor.start.weekday() - wanted) % 7 if back else (wanted - context.anchor.start.weekday()) % 7
        day = context.anchor.start + timedelta(days=-(gap or 7) if back else gap)
        return Resolved(DateInterval.on(day), day_value(day, wording), f"{name} by {context.anchor.start.isoformat()}")
    if base is None:
        return Resolved(None, f"XXXX-WXX-{wanted + 1}{within_day(wording)}", f"{name} of an unknown week", "vague")
    day, because = _weekday_by(base, wanted, wording, context)
    return Resolved(DateInterval.on(day), day_value(day, wording), f"{name} {because} {base.isoformat()}")


def _weekday_by(base: date, wanted: int, wording: Wording, context: Context) -> tuple[date, str]:
    back, ahead = (base.weekday() - wanted) % 7, (wanted - base.weekday()) % 7
    relation = wording.relation
    if relation.endswith(" week"):
        monday = base - timedelta(days=base.weekday()) + timedelta(weeks=_STEPS.get(relation.split()[0], 0))
        return monday + timedelta(days=wanted), f"of {relation}, seen from publication"
    if relation == "last":
        return base - timedelta(days=back or 7), "before publication"
    if relation in {"next", "coming"}:
        return base + timedelta(days=ahead or 7), "after publication"
    if relation == "this":
        near = -back if back <= ahead and not speaks_of_future(context.text, wording) else ahead
        return base + timedelta(days=near), "nearest to publication"
    if speaks_of_future(context.text, wording):
        return base + timedelta(days=ahead), "after publication (the clause speaks of the future)"
    return base - timedelta(days=back), "before publication" if back else "of publication"


def deictic(wording: Wording, context: Context) -> Resolved:
    """Today, yesterday, tomorrow, this morning, last night."""
    base = context.published
    if base is None or context.narrative:
        return Resolved(
            None,
            "PRESENT_REF" if not wording.part else f"XXXX-XX-XX{within_day(wording)}",
            "no day of writing to count from",
            "vague",
        )
    step = int(wording.number or 0)
    day = base + timedelta(days=step)
    words = (
        "the day of publication"
        if step == 0
        else f"{abs(step)} {'day' if abs(step) == 1 else 'days'} {'before' if step < 0 else 'after'} publication"
    )
    return Resolved(DateInterval.on(day), day_value(day, wording), f"{words} {base.isoformat()}")


def part_of_day(wording: Wording, context: Context) -> Resolved:
    """A clock or part of the day alone: of the day spoken of just before, where one is."""
    base = context.anchor
    if base is None or base.precision != "day" or not base.year_known or context.anchor_paragraph != context.paragraph:
        if wording.part == "overnight" and context.published and not context.narrative:
            night = DateInterval(context.published - timedelta(days=1), context.published, "range")
            return Resolved(
                night, day_value(night.start, wording), f"the night to publication {context.published.isoformat()}"
            )
        return Resolved(None, f"XXXX-XX-XX{within_day(wording)}", "no day is named to which it belongs", "vague")
    if wording.relation in {"next", "following", "previous"}:
        base = DateInterval.on(base.start + timedelta(days=-1 if wording.relation == "previous" else 1))
    return Resolved(base, day_value(base.start, wording), f"{base.start.isoformat()}, spoken of just before")


def unit(wording: Wording, context: Context) -> Resolved:
    """Last week, this month, that year, the following day, the weekend."""
    letter = wording.unit or "D"
    step = _STEPS.get(wording.relation, 0)
    then = (
        wording.relation in _THEN
        or (letter == "D" and wording.relation in {"next", ""})
        or (letter != "K" and not wording.relation)
    )
    then = then or context.narrative
    if then and context.bc_year is not None and letter == "Y":
        context.bc_year -= step
        return Resolved(None, f"BC{context.bc_year:04d}", "before the common era; no interval is given")
    base = context.anchor if then else (DateInterval.on(context.published) if context.published else None)
    if base is None or (then and not base.year_known):
        return Resolved(None, UNKNOWN_VALUES.get(letter, "XXXX"), "nothing is named from which to count", "vague")
    interval = _unit_around(base, letter, step, wording)
    if interval is None:
        return Resolved(
            None, UNKNOWN_VALUES.get(letter, "XXXX"), "the date counted from is not precise enough", "vague"
        )
    seen_from = base.start.isoformat() if then else f"publication {base.start.isoformat()}"
    value = value_of_interval(_unit_around(base, letter, step, replace(wording, edge="")) or interval)
    if letter == "K":
        value = value_of_interval(week(interval.start)) + "-WE"
    if letter in "EC":
        value = f"{interval.start.year:04d}"[: 3 if letter == "E" else 2]
    if letter == "D":
        value += within_day(wording)
    return Resolved(
        interval, value, f"{wording.relation or 'the'} {UNIT_NAMES.get(letter, 'unit')}, counted from {seen_from}"
    )


def _unit_around(base: DateInterval, letter: str, step: int, wording: Wording) -> DateInterval | None:
    """The unit that holds ``base``, moved by ``step``; None where ``base`` is coarser than the unit."""
    start = base.start
    if letter in "DN":
        if base.days > 31 or (base.precision != "day" and step == 0):
            return None
        return (
            DateInterval.on(base.end + timedelta(days=1) if step > 0 else start + timedelta(days=step))
            if base.precision == "day"
            else None
        )
    if letter == "W":
        return week(start + timedelta(weeks=step)) if base.days <= 7 else None
    if letter == "F":
        return DateInterval(start + timedelta(days=14 * step), start, "range") if step < 0 else None
    if letter == "K":
        saturday = start - timedelta(days=(start.weekday() - 5) % 7)
        if step > 0:
            saturday += timedelta(weeks=1)
        elif step < 0 and start.weekday() >= 5:
            saturday -= timedelta(weeks=1)
        elif wording.relation == "this" and start.weekday() in {2, 3, 4}:
            saturday += timedelta(weeks=1)
        return DateInterval(saturday, saturday + timedelta(days=1), "range")
    if letter == "M":
        return month_interval(*month_shifted(start, step), wording.edge) if base.days <= 31 else None
    if letter == "Y":
        return year_interval(start.year + step, wording.edge)
    if letter == "E":
        return years(start.year // 10 * 10 + 10 * step, 10)
    return years((start.year - 1) // 100 * 100 + 1 + 100 * step, 100) if letter == "C" else None
