"""Expressions of time in a report, each resolved to the days it can mean, with the reason.

Never a guess dressed as a fact.

What counts as settled:

* A weekday, "yesterday", "last week" are counted from the report's date. Without one they have no interval.
* A month, or month and day, without a year is the nearest at or before publication; after it where the clause speaks of
  the future ("will vote on 3 May"). A paragraph that opens "In 2017, …" lends its year.
* In a narrative (history told in order) it takes the year in which the narrative stands.
* In an undated report it is left open between the latest year that the text names as past and the one after it
  (``DateInterval.years``); with no year named there is no interval.
* "early", "mid" and "late" name days 1-10, 10-20 and 20 to the end of a month, and the thirds of a year.

Source: TimeML 1.2.1 and the TIMEX3 guidelines for values.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from relata.claims.times_amounts import duration, shift
from relata.claims.times_context import (
    Context,
    in_brackets,
    looks_narrative,
    named_years,
    opens_sentence,
)
from relata.claims.times_join import wordings
from relata.claims.times_relative import deictic, part_of_day, unit, weekday
from relata.claims.times_resolve import Resolved, TimeKind, calendar_date, stretch_of_years
from relata.claims.times_words import Wording
from relata.model import DateInterval, Span

_BY_SORT: dict[str, Callable[[Wording, Context], Resolved]] = {
    "weekday": weekday,
    "deictic": deictic,
    "unit": unit,
    "shift": shift,
    "duration": duration,
}

_PARAGRAPH = re.compile(r"\n[^\S\n]*\n")


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """One expression of time.

    Attributes:
        span: where it stands, as short as sensible ("January" in "in January").
        interval: the days it can mean, or None where they cannot be known; ``years`` where only the year is open.
        kind: "date"; "duration" (a length; with an interval where it is counted from publication, "the past three
            days"); "set" (something that repeats); "vague" (a date that nothing settles, or words such as "recently").
        part_of_day: "morning", "night", … as written, lower case, or "early" and "late" of a day; else None.
        value: TIMEX3 value; X for what is not known ("XXXX-12-24", "P3D", "1941-SU", "PAST_REF"). Years before the
            common era have a prefix ("BC0480").
        because: what settled it, or why nothing did.
        parts: both ends of a range, each with its own span; empty for everything else.
    """

    span: Span
    interval: DateInterval | None
    kind: TimeKind
    part_of_day: str | None
    value: str
    because: str
    parts: tuple[TimeExpression, ...] = ()


def is_narrative(text: str, published: date | None) -> bool:
    """Whether a text tells history in order: dates without a year then follow the narrative, not the report's date."""
    return looks_narrative(text, wordings(text), published)


def find_times(text: str, published: date | None, *, narrative: bool | None = None) -> tuple[TimeExpression, ...]:
    """Every expression of time in a report, in order; none overlaps another.

    Args:
        text: the report's text, English; paragraphs parted by blank lines.
        published: the report's own day, or None where it gives none.
        narrative: whether the text tells history (see :func:`is_narrative`); None lets the text decide.
    """
    found = wordings(text)
    told = looks_narrative(text, found, published) if narrative is None else narrative
    breaks = tuple(match.end() for match in _PARAGRAPH.finditer(text))
    context = Context(text, published, told, named_years(text, found, published), breaks)
    result = []
    for number, wording in enumerate(found):
        following = found[number + 1] if number + 1 < len(found) else None
        _enter(wording, context)
        expression = _expression(wording, context, following)
        _remember(wording, expression, context)
        result.append(expression)
    return tuple(result)


def _enter(wording: Wording, context: Context) -> None:
    """Leave behind what held for an earlier paragraph only."""
    paragraph = bisect_right(context.breaks, wording.span.start)
    if paragraph != context.paragraph:
        context.paragraph, context.lead = paragraph, None


def _expression(wording: Wording, context: Context, following: Wording | None) -> TimeExpression:
    if wording.end is not None:
        return _range(wording, context, following)
    try:
        resolved = _resolved(wording, context, following)
    except (ValueError, OverflowError):  # beyond the calendar: "9000 years ago"
        resolved = Resolved(None, "XXXX", "beyond the calendar", "vague")
    return TimeExpression(
        span=wording.span,
        interval=resolved.interval,
        kind=resolved.kind,
        part_of_day=_part(wording),
        value=resolved.value,
        because=resolved.because,
    )


def _part(wording: Wording) -> str | None:
    if wording.part:
        return " ".join(wording.part.lower().split())
    within = wording.sort in {"weekday", "deictic"} or (wording.sort == "day" and wording.day is not None)
    return wording.edge if within and wording.edge in {"early", "late"} else None


def _resolved(wording: Wording, context: Context, following: Wording | None) -> Resolved:
    if wording.sort in {"day", "season"}:
        return calendar_date(wording, context, following)
    if wording.sort in {"decade", "century", "portion"}:
        return stretch_of_years(wording)
    if wording.sort in {"set", "vague"}:
        kind: TimeKind = "set" if wording.sort == "set" else "vague"
        return Resolved(None, wording.value, "repeats" if kind == "set" else "names no day", kind)
    return _BY_SORT.get(wording.sort, part_of_day)(wording, context)


def _range(wording: Wording, context: Context, following: Wording | None) -> TimeExpression:
    """Both ends resolved, and the days from the first to the last of them."""
    assert wording.end is not None
    last = wording.end
    begin = replace(wording, end=None, span=wording.head or wording.span, head=None)
    head = _expression(begin, context, last if last.year else following)
    if head.interval:
        context.anchor, context.anchor_paragraph = head.interval, context.paragraph
    if last.year is None and last.sort == "day" and begin.year is not None and last.month is not None:
        ahead = begin.month is None or (last.month, last.day or 31) >= (begin.month, begin.day or 0)
        last = replace(last, year=begin.year if ahead else begin.year + 1, bc=begin.bc)
    tail = _expression(last, context, following)
    interval = None
    if head.interval and tail.interval and head.interval.years == tail.interval.years:
        first, end = head.interval.start, tail.interval.end
        interval = DateInterval(first, end, "range", head.interval.years) if end >= first else None
    because = f"from {head.value} to {tail.value}" if interval else "an end of the range is not known"
    value = f"{head.value}/{tail.value}"
    return TimeExpression(wording.span, interval, "date", None, value, because, (head, tail))


def _remember(wording: Wording, expression: TimeExpression, context: Context) -> None:
    """Let what was resolved stand as the point from which later expressions count."""
    interval = expression.interval
    if wording.year and wording.sort in {"day", "season"} and wording.end is None:
        if wording.bc:
            context.bc_year = wording.year
        else:
            context.bc_year = None
            context.sentence_year = (wording.year, wording.span.end)
            if opens_sentence(context.text, wording.span.start):
                context.lead = wording.year
    if interval and context.published and not wording.year and interval.end.year >= context.published.year:
        context.lead = None  # "this year", "on Friday": the paragraph is back in the time of writing
    if interval is None or expression.kind != "date" or wording.sort in {"decade", "century"}:
        return
    if in_brackets(context.text, wording.span.start):
        return
    context.anchor, context.anchor_paragraph = interval, context.paragraph
