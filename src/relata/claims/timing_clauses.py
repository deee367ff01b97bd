"""Times and clauses: "on Wednesday, a day after gunmen stormed the school" dates the storming to Tuesday.

"After" and "before" part a sentence in two. A time on the other side of them dates what stands there, unless nothing
that could be dated does; and "a day after" counts from it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from relata.claims.context import Context, Timed
from relata.claims.segments import Segment
from relata.claims.times_words import number_of
from relata.language.annotated import Token
from relata.model import DateInterval, Span

_PARTING = frozenset({"after", "before"})
_COUNTED = re.compile(
    r"\b(?P<number>an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}|just|only)? ?"
    r"(?P<unit>hours?|minutes?|days?|nights?) (?:after|since)\b",
    re.IGNORECASE,
)
_REACH = 60
"""Characters before "a day after" in which the day that it counts from is looked for."""


def own_clause(
    context: Context, segment: Segment, named: int, dated: Sequence[int], times: tuple[Timed, ...]
) -> tuple[Timed, ...]:
    """Those of the segment's times from which the event at token ``named`` may take its day.

    Where "after" or "before" parts the segment: the times on the event's own side; those on the other side only where
    what stands there is part of the telling ("two were killed on Sunday after a bomb exploded").

    Args:
        context: the report.
        segment: the segment.
        named: the token that names the event.
        dated: tokens of all words of violence and harm in the segment: what a time can belong to.
        times: the times of the segment.
    """
    tokens = context.annotated.tokens
    at = next((at for at in range(segment.first + 1, segment.last - 1) if _parts(tokens, at, segment.last)), None)
    if at is None:
        return times
    own = (segment.first, at) if named < at else (at, segment.last)
    other = (at, segment.last) if named < at else (segment.first, at)
    inside = _within(tokens, own, times)
    if inside or not any(other[0] <= index < other[1] for index in dated):
        return inside
    return times


def _parts(tokens: tuple[Token, ...], at: int, last: int) -> bool:
    """Whether the word at ``at`` opens a clause: "after" with a verb of its own, not "after the attack"."""
    if tokens[at].lower not in _PARTING or tokens[at - 1].lower in {
        "day",
        "days",
        "hours",
        "minutes",
        "shortly",
        "soon",
    }:
        return False
    for token in tokens[at + 1 : min(last, at + 12)]:
        if token.text in {",", ";"}:
            return False
        if token.pos == "VERB":
            return True
    return False


def _within(tokens: tuple[Token, ...], stretch: tuple[int, int], times: tuple[Timed, ...]) -> tuple[Timed, ...]:
    start, end = tokens[stretch[0]].start, tokens[stretch[1] - 1].end
    return tuple(timed for timed in times if start <= timed.span.start < end)


def counted_back(context: Context, segment: Segment, named: int) -> Timed | None:
    """The day of an event that follows "a day after" or "hours after", counted from the day named before it.

    None where the sentence names no day to count from: the day of publication is never taken for it.
    """
    tokens = context.annotated.tokens
    start = tokens[segment.first].start
    found = None
    for match in _COUNTED.finditer(context.annotated.text, start, tokens[named].start):
        found = match
    if found is None:
        return None
    before = [
        timed
        for timed in context.times
        if start <= timed.span.start < found.start() <= timed.span.end + _REACH
        and timed.interval is not None
        and timed.interval.precision == "day"
    ]
    number = number_of(found.group("number") or "") or (1 if found.group("number") else None)
    hours = found.group("unit").lower().startswith(("h", "m"))
    if not before or before[-1].interval is None or (number is None and not hours):
        return None
    days = 0 if hours else int(number or 0)
    day = before[-1].interval.start - timedelta(days=days)
    span = Span(before[-1].span.start, found.end())
    return Timed(span, DateInterval.on(day), span.cut(context.annotated.text))
