"""Which event a statement speaks of that names none itself: "the group denied any part in it".

Where the statement names a place, the event of that place. Otherwise the event told of last, but not one that the
sentence before only recalled, and not a recalled one once a new paragraph begins: a report goes back to its main event.
"""

from __future__ import annotations

from relata.claims.candidates import Happening
from relata.claims.context import Context, event_places
from relata.claims.grouping import FAMILIES, compare_places, compare_times, settled
from relata.claims.segments import Segment
from relata.claims.statements import Statement
from relata.model import FINENESS
from relata.tables.claim_words import words

_ALL = {"both", "either", "neither"}
_POINTING = words("known_events")


def spoken_of(
    context: Context,
    found: tuple[Segment, ...],
    of_segment: list[Happening | None],
    number: int,
    incidents: list[Happening],
) -> list[Happening]:
    """The event that segment ``number`` speaks of, as a list of one, or of none where the report tells of none.

    Args:
        context: the report.
        found: its segments.
        of_segment: the happening of each segment, or None.
        number: the segment of the statement.
        incidents: the happenings that a statement can speak of, in order.
    """
    placed = _of_place(context, found[number], incidents)
    if placed:
        return [placed]
    actual = [one for one in incidents if "actual" in {candidate.realis for candidate in one.candidates}]
    last = of_segment[number - 1] if number else None
    if last is not None and last in incidents and not (actual and _passing(context, found, last, number)):
        return [last]
    for before in range(number - 1, -1, -1):
        happening = of_segment[before]
        if happening is None or happening not in (actual or incidents):
            continue
        if happening is last and happening is not actual[0] and _passing(context, found, happening, number):
            continue
        return [happening]
    return actual[:1] or incidents[:1]


def told_aside(context: Context, segment: Segment, happening: Happening, statement: Statement) -> bool:
    """Whether the event of the statement's sentence only describes whom or what it speaks of, in a clause of its own.

    "Officials suspect X, which has killed hundreds", "suspicion fell on X, the group behind the bomb in Y": of what
    they suspect X is told elsewhere.
    """
    tokens = context.annotated.tokens
    own = next((one for one in happening.candidates if one.segment is segment), None)
    if own is None:
        return False
    at = own.trigger.first if own.trigger else min((toll.harm for toll in own.tolls), default=statement.first)
    for comma in range(statement.first, at):
        if tokens[comma].text != ",":
            continue
        following = tokens[comma + 1].lower
        named = tokens[comma - 1].text in {")", "]"} or (
            statement.actor is not None and tokens[comma - 1].text == statement.actor.text.split()[-1]
        )
        if following in {"which", "who", "whose", "where"} or (named and following in {"the", "a", "an"}):
            return not _closed(context, comma + 1, at)
    return False


def _closed(context: Context, first: int, last: int) -> bool:
    """Whether the aside that begins at ``first`` ends before ``last``: "X, the group in Y, of the attack"."""
    tokens = context.annotated.tokens
    return any(tokens[at].text in {",", ";", "-", "–", "—"} for at in range(first, last))


def pointed_at(
    context: Context,
    found: tuple[Segment, ...],
    of_segment: list[Happening | None],
    number: int,
    statement: Statement,
) -> Happening | None:
    """The event told just before, where the statement says "that attack", be it an old one; else None."""
    if not number or found[number].sentence == found[number - 1].sentence:
        return None
    tokens, sentences = context.annotated.tokens, context.annotated.sentences
    if sentences[found[number].sentence].paragraph != sentences[found[number - 1].sentence].paragraph:
        return None
    nouns = [
        hit
        for hit in found[number].triggers
        if statement.first < hit.first
        and hit.payload.form == "noun"
        and tokens[hit.first - 1].lower in {"that", "this"}
    ]
    return of_segment[number - 1] if nouns else None


def _of_place(context: Context, segment: Segment, incidents: list[Happening]) -> Happening | None:
    """The one event whose place the statement names ("what happened in Omagh")."""
    places = event_places(context, segment.first, segment.last)
    if not any(FINENESS[one.place.precision] < FINENESS["admin1"] for one in places):
        return None
    there = [one for one in incidents if one.places and compare_places(places, settled(one)) > 0]
    return there[0] if len(there) == 1 else None


def _passing(context: Context, found: tuple[Segment, ...], last: Happening, number: int) -> bool:
    """Whether the event of the segment before was only recalled there, or a paragraph before."""
    own = [one for one in last.candidates if one.segment is found[number - 1]]
    older = all(one.realis == "background" or one.aside for one in own)
    if not own or not older or all(one.realis == "actual" and not one.aside for one in last.candidates):
        return False
    sentences = context.annotated.sentences
    apart = sentences[found[number].sentence].paragraph != sentences[found[number - 1].sentence].paragraph
    return apart or any(one.aside for one in own)


def with_twins(
    context: Context, segment: Segment, chosen: list[Happening], incidents: list[Happening]
) -> list[Happening]:
    """``chosen`` with the events of the same day told before, where the statement speaks of more than one.

    "Claimed both attacks", "denied a role in the bombings": of what fell on one day and was of one kind.
    """
    if len(chosen) != 1 or not _of_several(context, segment):
        return chosen
    first = chosen[0]
    if not any(candidate.realis == "actual" for candidate in first.candidates):
        return chosen
    kinds = {FAMILIES[one.type] for one in first.candidates if one.specific}
    return [
        one
        for one in incidents
        if one is first
        or (
            any(candidate.realis == "actual" for candidate in one.candidates)
            and one.candidates[0].segment.first < segment.first
            and compare_times(one.times, first.times) >= 0
            and (not kinds or kinds & {FAMILIES[other.type] for other in one.candidates if other.specific})
        )
    ]


def _of_several(context: Context, segment: Segment) -> bool:
    tokens = context.annotated.tokens
    if any(tokens[at].lower in _ALL for at in range(segment.first, segment.last)):
        return bool(segment.triggers)
    return any(
        hit.payload.form == "nouns"
        and {token.lower for token in tokens[max(segment.first, hit.first - 3) : hit.first]} & _POINTING
        for hit in segment.triggers
    )
