"""Times and places of a report, ready to be asked by token: which belong to an event, which to the saying of it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from relata.claims.attribution import Attribution, find_attributions
from relata.claims.times import TimeExpression, find_times
from relata.language.annotated import Annotated
from relata.model import DateInterval, Place, Span
from relata.places import find_toponyms, resolve


@dataclass(frozen=True, slots=True)
class Timed:
    """A time in the text: its words and the days they can mean, None where nothing settles that."""

    span: Span
    interval: DateInterval | None
    text: str


@dataclass(frozen=True, slots=True)
class Located:
    """A place in the text: its words and the place they were found to mean."""

    span: Span
    place: Place
    because: str


@dataclass(frozen=True, slots=True)
class Context:
    """A report with everything that rules about events ask for.

    Attributes:
        annotated: the report with its linguistic marks.
        times: time expressions that name days, in order.
        places: place names that were resolved, in order.
        attributions: who says what, in order.
        dateline: end of the dateline in the text; places and times before it are where and when was written.
    """

    annotated: Annotated
    times: tuple[Timed, ...]
    places: tuple[Located, ...]
    attributions: tuple[Attribution, ...]
    dateline: int


def gather(annotated: Annotated) -> Context:
    """The context of one report."""
    report, text = annotated.report, annotated.text
    times = tuple(
        Timed(found.span, found.interval, found.span.cut(text))
        for found in find_times(text, report.published_on)
        if _names_days(found)
    )
    resolved = resolve(find_toponyms(text), text=text)
    places = tuple(
        Located(found.toponym.span, found.place, found.because) for found in resolved if found.place is not None
    )
    return Context(annotated, times, places, find_attributions(annotated), _dateline_end(annotated))


def _names_days(found: TimeExpression) -> bool:
    return found.kind in {"date", "vague"}


def _dateline_end(annotated: Annotated) -> int:
    """Offset one past the dateline, 0 where there is none."""
    dateline = annotated.report.dateline
    if not dateline:
        return 0
    at = annotated.text.find(dateline, 0, 4000)
    return at + len(dateline) if at >= 0 else 0


def times_in(context: Context, first: int, last: int) -> tuple[Timed, ...]:
    """Times among tokens ``first`` to ``last`` that belong to what is told, not to the telling.

    In "the ministry said on Monday that …" Monday is when the ministry spoke: a time inside an attribution but outside
    its content belongs to the saying.
    """
    span = _span(context, first, last)
    index = bisect_left(context.times, span.start, key=lambda timed: timed.span.start)
    found = []
    for timed in context.times[index:]:
        if timed.span.start >= span.end:
            break
        if timed.span.start >= context.dateline and not _of_saying(context, timed.span):
            found.append(timed)
    return tuple(found)


def places_in(context: Context, first: int, last: int) -> tuple[Located, ...]:
    """Places among tokens ``first`` to ``last`` that are not part of a speaker's name."""
    span = _span(context, first, last)
    index = bisect_left(context.places, span.start, key=lambda located: located.span.start)
    found = []
    for located in context.places[index:]:
        if located.span.start >= span.end:
            break
        if located.span.start >= context.dateline and not _in_source(context, located.span):
            found.append(located)
    return tuple(found)


def _span(context: Context, first: int, last: int) -> Span:
    tokens = context.annotated.tokens
    return Span(tokens[first].start, tokens[last - 1].end)


def _of_saying(context: Context, span: Span) -> bool:
    for attribution in context.attributions:
        frame = attribution.cue if attribution.source is None else attribution.cue.cover(attribution.source)
        near = frame.start - 2 <= span.start <= frame.end + 12
        if near and not any(content.contains(span) for content in attribution.content):
            return True
    return False


def _in_source(context: Context, span: Span) -> bool:
    return any(
        attribution.source is not None and attribution.source.contains(span) for attribution in context.attributions
    )
