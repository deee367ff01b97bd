"""Settling dates that are written by the calendar: the year of "March 26", the season, the decade."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Literal, NamedTuple

from relata.claims.times_calendar import dated, value_of, years
from relata.claims.times_context import Context, same_sentence, speaks_of_future
from relata.claims.times_guards import next_word
from relata.claims.times_words import WEEKDAY_NAMES, Wording
from relata.model import DateInterval

TimeKind = Literal["date", "duration", "set", "vague"]
_HORIZON = timedelta(days=200)
"""A date without a year is taken as one to come only this far ahead: "will" a year off would name the year."""


_DAYS_AS_NAMES = {(9, 11): 2001, (10, 7): 2023}
"""Days that name an event of one year ("the September 11 attacks"), once no such day is recent."""
_EVENTS = frozenset({"attack", "attacks", "assault", "massacre", "terror", "terrorist", "hijackers", "hijackings"})
_FORGOTTEN = 60
"""Days after which "the October 7 attack" speaks of the one that is known by its day."""
_ZONE = timedelta(days=1)
"""A date one day after publication is read as that day, which has begun elsewhere, not as one a year ago."""


class Resolved(NamedTuple):
    """What an expression comes to.

    Attributes:
        interval: the days, or None where they cannot be known.
        value: TIMEX3 value.
        because: a sentence that says what settled it, or why nothing did.
        kind: "date", "duration", "set" or "vague".
    """

    interval: DateInterval | None
    value: str
    because: str
    kind: TimeKind = "date"


def calendar_date(wording: Wording, context: Context, following: Wording | None) -> Resolved:
    """Resolve a year, month, day or season; ``following`` is the next expression, which may lend its year."""
    if wording.ambiguous:
        return Resolved(None, f"{wording.year or 'XXXX'}-XX-XX", wording.ambiguous)
    if wording.bc or _before_era(wording, context):
        return _ancient(wording, context)
    if wording.year:
        interval = dated(wording, wording.year)
        return Resolved(
            interval, value_of(wording, wording.year), "the words give the year" if interval else "no such day"
        )
    year, because = _year_of(wording, context, following)
    if year is not None:
        interval = dated(wording, year)
        return Resolved(interval, value_of(wording, year), because if interval else "no such day in that year")
    return _open_year(wording, context)


def _before_era(wording: Wording, context: Context) -> bool:
    return context.bc_year is not None and wording.year is None


def _ancient(wording: Wording, context: Context) -> Resolved:
    year = wording.year or context.bc_year
    context.bc_year = year
    return Resolved(None, value_of(replace(wording, bc=True), year), "before the common era; no interval is given")


def _year_of(wording: Wording, context: Context, following: Wording | None) -> tuple[int | None, str]:
    """The year of a date without one, and why; None where nothing settles it."""
    lent = _lent_year(wording, context, following)
    if lent:
        return lent, f"the year of the date that follows, {lent}"
    if wording.relation.endswith("year"):
        return _related_year(wording.relation.removesuffix(" year"), context)
    if wording.relation in {"last", "past", "next", "coming"} and context.published and not context.narrative:
        return _related_month(wording, context.published)
    if context.narrative:
        return _narrative_year(wording, context)
    led = (
        context.lead
        if context.lead
        and wording.relation != "today"
        and not (context.published and context.lead == context.published.year)
        else None
    )
    if led:
        return led, f"the paragraph speaks of {led}"
    if context.published:
        return _nearest_year(wording, context, context.published)
    if context.sentence_year and same_sentence(context.text, context.sentence_year[1], wording.span.start):
        return context.sentence_year[0], f"the sentence names {context.sentence_year[0]}"
    return None, ""


def _lent_year(wording: Wording, context: Context, following: Wording | None) -> int | None:
    """In "13 July and 2 August 2015" the later date lends its year to the one before it."""
    if following is None or not following.year or following.sort != "day" or not following.month or not wording.month:
        return None
    between = context.text[wording.span.end : following.span.start].strip().lower()
    if (
        between not in {",", "and", "to", "-", "–", "—", "until", "or", "through", "and the", "to the", ", and"}
        or following.bc
    ):
        return None
    return (
        following.year
        if (wording.month, wording.day or 0) <= (following.month, following.day or 31)
        else following.year - 1
    )


def _related_year(relation: str, context: Context) -> tuple[int | None, str]:
    step = {"last": -1, "past": -1, "previous": -1, "next": 1, "following": 1, "coming": 1}.get(relation, 0)
    by_anchor = relation in {"that", "same", "following", "previous"} or (context.narrative and relation != "this")
    base = context.anchor.start.year if by_anchor and context.anchor else None
    if base is None and context.published and not by_anchor:
        base = context.published.year
    if base is None:
        return None, ""
    return base + step, f"{relation} year, counted from {base}"


def _related_month(wording: Wording, published: date) -> tuple[int | None, str]:
    month = wording.month or {"SP": 3, "SU": 6, "FA": 9, "WI": 12}.get(wording.season or "", 1)
    ahead = wording.relation in {"next", "coming"}
    year = published.year
    if ahead and month <= published.month:
        year += 1
    if not ahead and month >= published.month:
        year -= 1
    return year, f"{wording.relation} before or after publication {published.isoformat()}"


def _narrative_year(wording: Wording, context: Context) -> tuple[int | None, str]:
    """The year of what came before; over the turn of the year where the months say so."""
    if context.anchor is None:
        return None, ""
    year = context.anchor.start.year
    month = wording.month or {"SP": 3, "SU": 6, "FA": 9, "WI": 12}.get(wording.season or "", 0)
    if wording.relation in {"next", "following", "coming", "last", "previous"}:
        ahead = wording.relation in {"next", "following", "coming"}
        later = month > context.anchor.start.month and context.anchor.days <= 92
        return year + (not later if ahead else -(not (month < context.anchor.start.month))), "told from the narrative"
    if context.anchor.days <= 31 and month and not wording.season:
        gap = month - context.anchor.start.month
        year += 1 if gap <= -8 else -1 if gap >= 11 else 0
    return year, f"the narrative stands in {context.anchor.start.year}"


def _nearest_year(wording: Wording, context: Context, published: date) -> tuple[int | None, str]:
    """The nearest such date at or before publication; after it where the clause speaks of the future."""
    if wording.weekday is not None and wording.month and wording.day:
        for year in (published.year, published.year - 1, published.year + 1):
            interval = dated(wording, year)
            if interval and interval.start.weekday() == wording.weekday:
                return year, f"the year in which that date is a {WEEKDAY_NAMES[wording.weekday]}"
    named = _DAYS_AS_NAMES.get((wording.month or 0, wording.day or 0))
    if named and (published - date(named, wording.month or 1, wording.day or 1)).days > _FORGOTTEN:
        nearest, _ = _nearest_past(wording, published)
        recent = nearest and (published - date(nearest, wording.month or 1, wording.day or 1)).days <= _FORGOTTEN
        if not recent and next_word(context.text, wording.span.end) in _EVENTS:
            return named, f"the event of {named} is called by its day"
    ahead = speaks_of_future(context.text, wording)
    for step in (0, 1) if ahead else ():
        interval = dated(wording, published.year + step)
        if interval is None:
            continue
        if interval.start > published + _HORIZON:
            return _nearest_past(wording, published)
        if interval.end >= published:
            return (
                published.year + step,
                f"the nearest after publication {published.isoformat()}: the clause speaks of the future",
            )
    return _nearest_past(wording, published)


def _nearest_past(wording: Wording, published: date) -> tuple[int | None, str]:
    for year in range(published.year + 1, published.year - 5, -1):
        interval = dated(wording, year)
        if interval and interval.start <= published + (_ZONE if wording.day else timedelta()):
            return year, f"the nearest at or before publication {published.isoformat()}"
    return None, ""


def _open_year(wording: Wording, context: Context) -> Resolved:
    """Month and day without a year that anything settles: the years it can be, by our convention.

    The latest year that the text names as past, and the one after it: a report is seldom written more than a year
    after the latest year it speaks of. Where a weekday stands beside the date and fits one of the two, that one.
    """
    value = value_of(wording, None)
    if wording.month is None or not context.named or context.published or context.narrative:
        return Resolved(None, value, "nothing settles the year")
    latest = context.named[-1]
    readings = [interval for year in (latest, latest + 1) if (interval := dated(wording, year))]
    if wording.weekday is not None:
        readings = [interval for interval in readings if interval.start.weekday() == wording.weekday]
    if len(readings) == 1 and wording.weekday is not None:
        year = readings[0].start.year
        return Resolved(readings[0], value_of(wording, year), f"{year} is the year in which the weekday fits")
    if not readings:
        return Resolved(None, value, "nothing settles the year")
    possible = tuple(interval.start.year for interval in readings)
    because = f"no year is given; {' or '.join(map(str, possible))}, as the latest year named is {latest}"
    return Resolved(replace(readings[0], years=possible), value, because)


def stretch_of_years(wording: Wording) -> Resolved:
    """Decades, centuries, and quarters or halves of a year."""
    if wording.sort == "century":
        number = int(wording.number or 1)
        value = f"BC{number - 1:02d}" if wording.bc else f"{number - 1:02d}"
        known = None if wording.bc or not 1 <= number <= 98 else years((number - 1) * 100 + 1, 100)
        return Resolved(known, value, "the words name the century")
    year = wording.year or 0
    if wording.sort == "decade":
        value = f"BC{year // 10:03d}" if wording.bc else f"{year // 10:03d}"
        known = None if wording.bc or year < 1 else years(year, 10)
        return Resolved(known, value, "the words name the decade")
    months = int((wording.unit or "3M")[0])
    first = (int(wording.number or 1) - 1) * months + 1
    start, last = DateInterval.in_month(year, first), DateInterval.in_month(year, first + months - 1)
    letter = "H" if months == 6 else "Q"
    return Resolved(
        DateInterval(start.start, last.end, "range"),
        f"{year:04d}-{letter}{int(wording.number or 1)}",
        "the words give the year",
    )
