"""Which times of a stretch of text date the event that a word in it names.

A time inside the noun phrase of the event ("the 1994 bombing", "Saturday's attack"), or hung right on it ("the attack
of 3 May"), dates it before all others. A time that another verb parts from the event ("was still holding out on
Thursday") dates something else, if any time stands closer; one in another clause ("because Kenya, which sent troops in
October 2011") always does. A time that opens the sentence dates what follows.
"""

from __future__ import annotations

import re

from relata.claims.candidates import Happening
from relata.claims.context import Context, Timed, times_in
from relata.claims.doers import chunk_at
from relata.claims.harm_words import TollFound
from relata.claims.segments import Segment
from relata.claims.times_of_law import of_law
from relata.claims.timing_clauses import counted_back, own_clause
from relata.tables.claim_words import words
from relata.tables.events import TriggerWord
from relata.tables.phrases import Found

_LINKS = {"of", "on", "in", "at", "late", "early", "last", "this", "the", ",", "yesterday"}
_CLAUSE_OPENERS = words("clause_openers")
_RELATIVES = {"which", "who", "whose", "where"}
_LOOKING_BACK = re.compile(
    r"\banniversary\b|\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|\d{1,2}) "
    r"years? (?:after|ago|on|since|to the day)\b",
    re.IGNORECASE,
)
"""A report that looks back at an old event: no day that it names in passing dates that."""
_OPENING = 400
"""Characters at the head of a report in which it says that it looks back."""
_SENTENCES = 5
"""Sentences from the first one about an event in which its day may stand beside it."""
_RECENT_DAYS = 7
_REACH = 6
"""Tokens from a noun of violence to a time that hangs on it ("the attack in Cali on 3 May"), at most."""


def times_of(
    context: Context, segment: Segment, trigger: Found[TriggerWord] | None, tolls: tuple[TollFound, ...]
) -> tuple[Timed, ...]:
    """The times of the segment that date the event of ``trigger`` (or, without one, of the first toll)."""
    named = trigger.first if trigger else (tolls[0].harm if tolls else segment.first)
    times = _beside_since(context, segment, named, times_in(context, segment.first, segment.last))
    own = {hit.first for hit in segment.triggers} | {toll.harm for toll in tolls}
    if not times or (trigger is None and not tolls):
        return times
    first = trigger.first if trigger else tolls[0].harm
    last = trigger.last if trigger else tolls[0].harm + 1
    if trigger is not None and trigger.payload.form in {"noun", "nouns"}:
        hung = tuple(timed for timed in times if _hangs_on(context, trigger, timed))
        if hung:
            return hung
    times = tuple(timed for timed in times if not of_law(context, timed, frozenset(own)))
    counted = counted_back(context, segment, named)
    if counted is not None:
        return (counted,)
    times = own_clause(context, segment, named, sorted(own), times)
    near = tuple(timed for timed in times if _same_clause(context, segment, (first, last), timed, own))
    near = tuple(timed for timed in near if not _in_closed_clause(context, first, timed))
    return near or tuple(timed for timed in times if not _other_clause(context, (first, last), timed))


def told_beside(context: Context, happening: Happening) -> tuple[Timed, ...]:
    """The first day named in the paragraphs that tell of an event which no sentence of its own dates.

    "Gunmen stormed a university and killed 147 people. The siege ended late on Thursday": Thursday. Only a day shortly
    before publication will do: reports of the day tell of the days before.
    """
    published = context.annotated.report.published_on
    if published is None or _LOOKING_BACK.search(context.annotated.text[:_OPENING]):
        return ()
    sentences = context.annotated.sentences
    first = min(candidate.segment.sentence for candidate in happening.candidates)
    for sentence in sentences[first : first + _SENTENCES]:
        for timed in times_in(context, sentence.first, sentence.last):
            interval = timed.interval
            if interval and interval.year_known and interval.precision == "day":
                days = (published - interval.end).days
                if 0 <= days <= _RECENT_DAYS and not of_law(context, timed, frozenset()):
                    return (timed,)
    return ()


def _beside_since(context: Context, segment: Segment, named: int, times: tuple[Timed, ...]) -> tuple[Timed, ...]:
    """The times on the event's side of a "since" inside the segment.

    "The worst attack since 2015" happened later; in "missing since gunmen raided the college on Monday" Monday is the
    raid's. ``named`` is the token that names the event.
    """
    tokens = context.annotated.tokens
    since = next((at for at in range(segment.first + 1, segment.last) if tokens[at].lower == "since"), None)
    if since is None:
        return times
    before = named < since
    return tuple(timed for timed in times if (timed.span.start < tokens[since].start) == before)


def _hangs_on(context: Context, trigger: Found[TriggerWord], timed: Timed) -> bool:
    tokens = context.annotated.tokens
    chunk = chunk_at(context.annotated, trigger.first)
    start = tokens[chunk.first].start if chunk else tokens[trigger.first].start
    if start <= timed.span.start and timed.span.end <= tokens[trigger.last - 1].end:
        return True
    if timed.span.start < tokens[trigger.last - 1].end:
        return False
    between = [token for token in tokens[trigger.last : trigger.last + _REACH] if token.end <= timed.span.start]
    reached = trigger.last + len(between) < len(tokens) and tokens[trigger.last + len(between)].start <= timed.span.end
    plain = all(token.pos in {"ADP", "DET", "PROPN", "NOUN", "ADJ", "PUNCT", "PART"} for token in between)
    linked = not between or between[-1].lower in _LINKS or between[-1].pos == "PROPN"
    return reached and plain and linked and not any(token.text in {",", ";", ":"} for token in between[-1:])


def _same_clause(context: Context, segment: Segment, event: tuple[int, int], timed: Timed, own: set[int]) -> bool:
    """Whether no verb but words of violence and harm parts the time from the event, or the time opens the sentence."""
    tokens = context.annotated.tokens
    at = next(
        (index for index in range(segment.first, segment.last) if tokens[index].start >= timed.span.start), event[0]
    )
    if segment.opens and not any(token.pos == "VERB" for token in tokens[segment.first : at]) and at < event[0]:
        return at - segment.first <= 3 or not _verbs(context, at, event[0], own)
    low, high = (event[1], at) if at >= event[1] else (at, event[0])
    return not _verbs(context, low, high, own)


def _other_clause(context: Context, event: tuple[int, int], timed: Timed) -> bool:
    """Whether a word that opens a clause of its own stands between the event and the time."""
    tokens = context.annotated.tokens
    if timed.span.start < tokens[event[0]].start:
        between = [token for token in tokens[max(0, event[0] - 60) : event[0]] if token.start >= timed.span.end]
    else:
        between = [token for token in tokens[event[1] : event[1] + 60] if token.end <= timed.span.start]
    return any(token.lower in _CLAUSE_OPENERS for token in between) or _in_closed_clause(context, event[0], timed)


def _in_closed_clause(context: Context, event: int, timed: Timed) -> bool:
    """ "The group, which attacked twice this year, denied the bombing": a time inside a clause set off by commas."""
    tokens = context.annotated.tokens
    at = next((at for at in range(event - 1, max(0, event - 60), -1) if tokens[at].start <= timed.span.start), event)
    if at == event or not any(token.text == "," for token in tokens[at:event]):
        return False
    for before in range(at, max(0, at - 20), -1):
        if tokens[before].text == ",":
            return tokens[before + 1].lower in _RELATIVES
    return False


def _verbs(context: Context, first: int, last: int, own: set[int]) -> bool:
    tokens = context.annotated.tokens
    return any(
        tokens[at].pos == "VERB" and at not in own and not tokens[at].lower.endswith("ing") for at in range(first, last)
    )
