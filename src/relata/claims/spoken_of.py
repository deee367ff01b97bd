"""Which event a statement speaks of that names none itself: "the group denied any part in it".

Where the statement names a place, the event of that place. Otherwise the event told of last, but not one that the
sentence before only recalled, and not a recalled one once a new paragraph begins: a report goes back to its main event.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from relata.claims.candidates import Happening
from relata.claims.context import Context, event_places
from relata.claims.grouping import FAMILIES, are_near, compare_places, compare_times, settled
from relata.claims.numbers import read_number
from relata.claims.segments import Segment
from relata.claims.statements import Statement
from relata.language.annotated import Token
from relata.model import FINENESS
from relata.tables.claim_words import words

_PAIRS = words("pairs")
_POINTING = words("known_events")
_MONTHS = words("months")
_MOST_COUNTED = 99
"""No statement counts more events than this; a larger number before "attacks" is a year."""
_FAR = 100
"""Segments back in which the other events stand that a statement of several speaks of."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a report tells of, for statements that look back on it.

    Attributes:
        context: the report.
        found: its segments.
        of_segment: the happening of each segment, or None.
        incidents: the happenings that a statement can speak of, in order.
        actual: those of them that some sentence tells as news.
        order: where each stands among the incidents, by its identity.
        news: identities of the actual ones; of all incidents where none is told as news.
    """

    context: Context
    found: tuple[Segment, ...]
    of_segment: list[Happening | None]
    incidents: list[Happening]
    actual: list[Happening]
    order: dict[int, int]
    news: frozenset[int]

    def in_order(self, chosen: Iterable[Happening]) -> list[Happening]:
        """The chosen incidents in the order of the report, each once."""
        places = {self.order[id(one)] for one in chosen if id(one) in self.order}
        return [self.incidents[place] for place in sorted(places)]


def told_in(
    context: Context, found: tuple[Segment, ...], of_segment: list[Happening | None], incidents: list[Happening]
) -> Told:
    """What statements of a report can speak of; the arguments are as in :class:`Told`."""
    actual = [one for one in incidents if any(candidate.realis == "actual" for candidate in one.candidates)]
    order = {id(one): at for at, one in enumerate(incidents)}
    return Told(context, found, of_segment, incidents, actual, order, frozenset(map(id, actual or incidents)))


def spoken_of(told: Told, number: int) -> list[Happening]:
    """The event that segment ``number`` speaks of, as a list of one, or of none where the report tells of none."""
    context, found, incidents, actual = told.context, told.found, told.incidents, told.actual
    placed = _of_place(context, found[number], incidents)
    if placed:
        return [placed]
    last = told.of_segment[number - 1] if number else None
    if last is not None and id(last) in told.order and not (actual and _passing(context, found, last, number)):
        return [last]
    for before in range(number - 1, -1, -1):
        happening = told.of_segment[before]
        if happening is None or id(happening) not in told.news:
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


def with_twins(told: Told, number: int, chosen: list[Happening]) -> list[Happening]:
    """``chosen`` with the other events, where the statement of segment ``number`` speaks of more than one.

    "Claimed both attacks", "claimed the three bombings": so many as it says, of those told last that fell on days
    close to each other. "Denied a role in the bombings": of what fell on one day and was of one kind.
    """
    if len(chosen) != 1:
        return chosen
    several = _of_several(told, number)
    first = chosen[0]
    if several is None or not any(candidate.realis == "actual" for candidate in first.candidates):
        return chosen
    if several.many:
        fitting = (one for one in _told_last(told, number) if several.fits(one))
        near = list(islice((one for one in fitting if one is first or are_near(one, first)), several.many))
        if len(near) == several.many:
            return told.in_order(near)
    kinds = {FAMILIES[one.type] for one in first.candidates if one.specific}
    alike = [
        one
        for one in _told_last(told, number)
        if compare_times(one.times, first.times) >= 0
        and (not kinds or kinds & {FAMILIES[other.type] for other in one.candidates if other.specific})
    ]
    return told.in_order([first, *alike])


def _told_last(told: Told, number: int) -> Iterator[Happening]:
    """The events told as news up to segment ``number``, the one told last first."""
    seen: set[int] = set()
    here = told.found[number].first
    for at in range(number, max(-1, number - _FAR - 1), -1):
        happening = told.of_segment[at]
        if happening is None or id(happening) in seen or id(happening) not in told.order:
            continue
        if any(one.realis == "actual" and one.segment.first < here for one in happening.candidates):
            seen.add(id(happening))
            yield happening


class _Several(NamedTuple):
    """How a statement speaks of more than one event: how many (0 where it does not say), and of what kind."""

    many: int
    family: str

    def fits(self, happening: Happening) -> bool:
        """Whether an event is of the kind that the words name: "bombings"; "attacks" can be anything."""
        families = {FAMILIES[one.type] for one in happening.candidates if one.specific}
        return not self.family or not families or self.family in families


def _of_several(told: Told, number: int) -> _Several | None:
    """What the sentence says, up to the end of segment ``number``, that makes a statement one of several events."""
    tokens, segment = told.context.annotated.tokens, told.found[number]
    sentence = told.context.annotated.sentences[segment.sentence]
    opening = number
    while opening and told.found[opening - 1].sentence == segment.sentence:
        opening -= 1
    for hit in (hit for one in told.found[opening : number + 1] for hit in one.triggers):
        if hit.payload.form not in {"noun", "nouns"} or hit.payload.type not in FAMILIES:
            continue  # a word that tells of no violence, such as "heart attack", is of no kind
        first, noun = max(sentence.first, hit.first - 3), hit.last - 1  # "twin bombings" is a phrase of its own
        before = [token.lower for token in tokens[first:noun]]
        family = FAMILIES[hit.payload.type] if hit.payload.label != "attack" else ""
        counted = _how_many(tokens, first, noun)
        pointed = bool(_POINTING & set(before)) or "all" in before
        if _PAIRS & set(before[-1:]) or (counted and pointed):
            return _Several(counted or 2, family)
        if hit.payload.form == "nouns" and pointed and hit in segment.triggers:
            return _Several(0, family)
    own = {token.lower for token in tokens[segment.first : segment.last]}
    return _Several(2, "") if own & _PAIRS - {"twin"} and segment.triggers else None


def _how_many(tokens: tuple[Token, ...], first: int, noun: int) -> int:
    """How many events the words before the noun count ("the three car bombings"), or 0; no day and no year counts."""
    read = [(at, read_number(tokens, at, noun)) for at in range(first, noun)]
    counts = [
        (number[1], -at, number[0])
        for at, number in read
        if number and 1 < number[0] <= _MOST_COUNTED and tokens[number[1]].lower not in _MONTHS
    ]
    if counts:
        return max(counts)[2]
    return 2 if any(token.lower in _PAIRS for token in tokens[first:noun]) else 0
