"""Finding the shapes in a text and joining neighbours: "the night" + "of" + "18 March", "9 pm" + "on" + "Monday"."""

from __future__ import annotations

import re
from dataclasses import replace

from relata.claims.times_guards import before, checked, stands_alone
from relata.claims.times_patterns import MASTER, PATTERNS, starts
from relata.claims.times_reading import READERS
from relata.claims.times_words import Wording
from relata.model import Span

_DAYS = frozenset({"weekday", "deictic"})
_REACH = 28
_EDGE_JOINTS = frozenset(
    {"", "-", "of", "of the", "in", "in the", "on", "on the", "part of", "part of the", "of the year", "the", "into"}
)
_RANGE_JOINTS = frozenset({"-", "–", "—", "to", "until", "till", "through", "up to"})
_CLOCK_JOINT = re.compile(
    r"(?:(?:[\w']{1,12} )?(?:local )?time|gmt|utc|hours|hrs|local|e[sd]t)?,? ?(?:on|of)?(?: the)?"
)
_CLOSING = re.compile(r"(?:\s?(?:gmt|utc|local time))?[)\]]", re.IGNORECASE)
_BREAK = re.compile(r"\n[^\S\n]*\n")


def wordings(text: str) -> list[Wording]:
    """Every expression of time in ``text``, in order, none overlapping another."""
    joined: list[Wording] = []
    for found in _found(text):
        new = found
        while joined and (both := _join(text, joined[-1], new)):
            joined.pop()
            new = both
        joined.append(new)
    return [wording for wording in joined if stands_alone(text, wording)]


def _found(text: str) -> list[Wording]:
    result: list[Wording] = []
    at = 0
    for start in starts(text):
        match = MASTER.match(text, start) if start >= at else None
        if match is None:
            continue
        name = match.lastgroup or ""
        own = PATTERNS[name].match(text, match.start())
        wording = READERS[name](own) if own else None
        wording = checked(text, name, wording) if wording else None
        if wording:
            result.append(wording)
            at = wording.span.end
    return result


def _dated(wording: Wording) -> bool:
    return wording.sort == "day" and wording.day is not None


def _join(text: str, left: Wording, right: Wording) -> Wording | None:
    """One wording out of two neighbours, or None where they are two."""
    distance = right.span.start - left.span.end
    if distance > _REACH:
        return None
    between = text[left.span.end : right.span.start]
    if _BREAK.search(between):
        return None
    joint = " ".join(between.lower().split())
    span = left.span.cover(right.span)
    joined = _join_edge(left, right, joint) or _join_part(left, right, joint) or _join_day(left, right, joint)
    if joined:
        closing = _CLOSING.match(text, span.end, span.end + 16) if joint.endswith(("(", "[")) else None
        return replace(joined, span=Span(span.start, closing.end()) if closing else span)
    return _join_range(text, left, right, joint, span)


def _join_edge(left: Wording, right: Wording, joint: str) -> Wording | None:
    if left.sort != "edge" or joint not in _EDGE_JOINTS:
        return None
    if right.sort in {"day", "weekday", "unit", "season", "decade", "century", "deictic", "part"}:
        return replace(right, edge=left.edge)
    return None


def _join_part(left: Wording, right: Wording, joint: str) -> Wording | None:
    """A part of the day, or a clock, on either side of its day."""
    day_left = left.sort in _DAYS or _dated(left) or (left.sort == "unit" and left.unit == "D")
    day_right = right.sort in _DAYS or _dated(right) or (right.sort == "unit" and right.unit == "D")
    plain = joint in {
        "",
        ",",
        "at",
        ", at",
        "on",
        ", on",
        "of",
        "in the",
        "at around",
        "at about",
        "during the",
        "before",
        "after",
    }
    if left.sort == "part" and day_right and joint in {"of", "of the", "on", ",", ""}:
        return replace(right, part=left.part, clock=right.clock or left.clock, edge=right.edge or left.edge)
    if left.sort == "clock" and day_right and _CLOCK_JOINT.fullmatch(joint):
        return replace(right, clock=left.clock)
    if (
        day_left
        and right.sort == "part"
        and left.part is None
        and joint in {"", "in the", "at", "before", ", in the", ", at", "during the"}
    ):
        return replace(left, part=right.part, edge=left.edge or right.edge)
    if day_left and right.sort == "clock" and left.clock is None and plain and joint != "of":
        return replace(left, clock=right.clock)
    if left.sort == right.sort == "clock" and joint in {"(", "[", "gmt (", "local time (", "hours ("}:
        return left  # the same hour in another zone
    if day_left and left.part and right.sort == "part" and joint == "":
        return left  # "the early hours of Sunday morning"
    if {left.sort, right.sort} == {"clock", "part"} and joint in {"", "in the", "at", "on the", ","}:
        return replace(left, sort="part", part=left.part or right.part, clock=left.clock or right.clock)
    return None


def _join_day(left: Wording, right: Wording, joint: str) -> Wording | None:
    """Weekday and date, "today" and date, month and "last year"."""
    weekday = left.sort == "weekday" and _dated(right)
    if weekday and joint in {"", ",", "(", "[", ", the", "the"}:
        return replace(right, weekday=left.weekday, part=left.part, clock=left.clock)
    if left.sort == "deictic" and _dated(right) and joint in {"", ",", "(", "["}:
        return replace(right, part=left.part, clock=left.clock, relation="today")
    by_year = right.sort == "unit" and right.unit == "Y" and right.relation and joint in {"", "of", ","}
    if by_year and left.month and not left.year and not left.relation and left.sort == "day":
        return replace(left, relation=f"{right.relation} year")
    if by_year and left.sort == "season" and not left.year and joint != ",":
        return replace(left, relation=f"{right.relation} year")
    by_month = right.sort == "unit" and right.unit in {"W", "M"} and right.relation in {"last", "this", "next"}
    if by_month and left.sort == "weekday" and not left.relation and right.unit == "W" and joint in {"", "of"}:
        return replace(left, relation=f"{right.relation} week")
    return None


def _join_range(text: str, left: Wording, right: Wording, joint: str, span: Span) -> Wording | None:
    if left.end or right.end or left.sort != right.sort or left.sort not in {"day", "weekday", "season"}:
        return None
    lead = before(text, left.span.start)
    spoken = (joint == "and" and lead == "between") or (
        joint in _RANGE_JOINTS and (left.sort != "weekday" or lead == "from")
    )
    if not spoken:
        return None
    if left.sort == "day" and (left.month is None) != (right.month is None):
        return None
    falling = left.year and right.year and (right.year, right.month or 0) < (left.year, left.month or 0)
    if falling and not left.bc and not right.bc:
        return None
    return replace(left, span=span, end=right, head=left.span)
