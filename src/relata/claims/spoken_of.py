"""Which event a statement speaks of that names none itself: "the group denied any part in it".

Where the statement names a place, the event of that place. Otherwise the event told of last, but not one that the
sentence before only recalled, and not a recalled one once a new paragraph begins: a report goes back to its main event.
"""

from __future__ import annotations

from typing import NamedTuple

from relata.claims.candidates import Happening
from relata.claims.context import Context, event_places
from relata.claims.grouping import FAMILIES, are_near, compare_places, compare_times, settled
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
    context: Context,
    found: tuple[Segment, ...],
    of_segment: list[Happening | None],
    number: int,
    chosen: list[Happening],
    incidents: list[Happening],
) -> list[Happening]:
    """``chosen`` with the other events, where the statement of segment ``number`` speaks of more than one.

    "Claimed both attacks", "claimed the three bombings": so many as it says, of those told last that fell on days
    close to each other. "Denied a role in the bombings": of what fell on one day and was of one kind.
    """
    if len(chosen) != 1:
        return chosen
    several = _of_several(context, found, number)
    first = chosen[0]
    if several is None or not any(candidate.realis == "actual" for candidate in first.candidates):
        return chosen
    told = _told_last(found, of_segment, number, incidents)
    kinds = {FAMILIES[one.type] for one in first.candidates if one.specific}
    if several.many:
        near = [one for one in told if several.fits(one) and (one is first or are_near(one, first))]
        if len(near) >= several.many:
            return [one for one in incidents if one in near[: several.many]]
    return [
        one
        for one in incidents
        if one is first
        or (
            one in told
            and compare_times(one.times, first.times) >= 0
            and (not kinds or kinds & {FAMILIES[other.type] for other in one.candidates if other.specific})
        )
    ]


def _told_last(
    found: tuple[Segment, ...], of_segment: list[Happening | None], number: int, incidents: list[Happening]
) -> list[Happening]:
    """The events told as news up to segment ``number``, the one told last first."""
    told: list[Happening] = []
    for at in range(number, -1, -1):
        happening = of_segment[at]
        if happening is None or happening in told or happening not in incidents:
            continue
        if any(one.realis == "actual" and one.segment.first < found[number].first for one in happening.candidates):
            told.append(happening)
    return told


class _Several(NamedTuple):
    """How a statement speaks of more than one event: how many (0 where it does not say), and of what kind."""

    many: int
    family: str

    def fits(self, happening: Happening) -> bool:
        """Whether an event is of the kind that the words name: "bombings"; "attacks" can be anything."""
        families = {FAMILIES[one.type] for one in happening.candidates if one.specific}
        return not self.family or not families or self.family in families


def _of_several(context: Context, found: tuple[Segment, ...], number: int) -> _Several | None:
    """What the sentence says, up to the end of segment ``number``, that makes a statement one of several events."""
    tokens, segment = context.annotated.tokens, found[number]
    sentence = context.annotated.sentences[segment.sentence]
    hits = [hit for one in found[: number + 1] if one.sentence == segment.sentence for hit in one.triggers]
    for hit in hits:
        if hit.payload.form not in {"noun", "nouns"} or hit.payload.type not in FAMILIES:
            continue  # a word that tells of no violence, such as "heart attack", is of no kind
        before = [token.lower for token in tokens[max(sentence.first, hit.first - 3) : hit.first]]
        family = FAMILIES[hit.payload.type] if hit.payload.label != "attack" else ""
        counted = next((_HOW_MANY[word] for word in reversed(before) if word in _HOW_MANY), 0)
        pointed = bool(_POINTING & set(before)) or "all" in before
        if before[-1:] in (["both"], ["either"], ["neither"]) or (counted and pointed):
            return _Several(counted or 2, family)
        if hit.payload.form == "nouns" and pointed and hit in segment.triggers:
            return _Several(0, family)
    own = {token.lower for token in tokens[segment.first : segment.last]}
    return _Several(2, "") if own & _ALL and segment.triggers else None


_HOW_MANY = {"both": 2, "either": 2, "neither": 2, "two": 2, "twin": 2, "three": 3, "four": 4, "five": 5, "six": 6}
