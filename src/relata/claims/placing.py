"""Where the main event of a report took place, when no sentence about it says so itself.

Newspapers name the place of a story in the headline, in the dateline or in a sentence beside it, and then speak of
"the attack". Only the first event that the report tells as new may take its place from there: an older event recalled
further down happened elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from relata.claims.candidates import Happening
from relata.claims.context import Context, Located, event_places
from relata.claims.homelands import Sign, conclude, country_place, named
from relata.model import FINENESS

CHAIN = (
    (
        'A place of the event\'s own sentences that the words make the scene ("in", "at", "near"; the place before '
        "the word for what happened), the finest first: site, town, district, province, region, country."
    ),
    (
        "For the first event that the report tells as new: a place of the headline, of the sentences beside the event, "
        "of the dateline, or the town whose police is named first, if it lies in a country that the event's own "
        "sentences name."
    ),
    (
        "The country that the peoples, forces and armed groups named show, and places named that are not the scene "
        '("the Government of Ecuador said"): those of the event\'s own sentences first, then of its paragraphs, '
        "then of the whole report. It is a conclusion, has precision country and says so (`naming: shown`); signs "
        "that do not "
        "agree give nothing."
    ),
)
"""How an event comes by its place, for docs/rules.md."""
_BESIDE = 2
"""Sentences before and after those about the event in which its place may stand."""


def told_around(context: Context, happening: Happening) -> tuple[Located, ...]:
    """The finest place of the headline, of the sentences beside the event, or of the dateline, in that order."""
    if any(FINENESS[located.place.precision] < FINENESS["region"] for located in happening.places):
        return ()
    for places in _around(context, happening):
        fine = [one for one in places if FINENESS[one.place.precision] < FINENESS["region"]]
        fine = [one for one in fine if _agrees(one, happening)]
        if fine:
            return (min(fine, key=lambda one: FINENESS[one.place.precision]),)
    return ()


def concluded(context: Context, happening: Happening) -> tuple[Located, ...]:
    """The country that peoples, forces and groups show, for an event that is told without any place.

    Those in the event's own sentences are asked first, then those of its paragraphs, then those of the whole report.
    """
    for signs in _signs_around(context, happening):
        best = conclude(signs)
        place = country_place(best) if best else None
        if best and place:
            because = f"no place is named; {best.why}"
            return (Located(best.span, replace(place, naming="shown", because=because), because),)
    return ()


def _signs_around(context: Context, happening: Happening) -> Iterator[list[Sign]]:
    sentences = context.annotated.sentences
    own = {candidate.segment.sentence for candidate in happening.candidates}
    paragraphs = {sentences[number].paragraph for number in own}
    beside = {number for number, one in enumerate(sentences) if one.paragraph in paragraphs}
    text = context.annotated.text
    places = [named(text, located.span, located.place) for located in context.places]
    signs = sorted([*context.signs, *(sign for sign in places if sign)], key=lambda sign: (sign.span, sign.country))
    for numbers in (own, beside):
        spans = [sentences[number].span for number in sorted(numbers)]
        yield [sign for sign in signs if any(span.contains(sign.span) for span in spans)]
    yield signs


def _around(context: Context, happening: Happening) -> list[tuple[Located, ...]]:
    sentences = context.annotated.sentences
    titles = [one for one in sentences[:2] if one.kind == "title"]
    first = min(candidate.segment.sentence for candidate in happening.candidates)
    near = [
        one
        for one in sentences[max(0, first - _BESIDE) : first + _BESIDE + 1]
        if one.kind != "title" and one.paragraph == sentences[first].paragraph
    ]
    dateline = tuple(located for located in context.places if located.span.end <= context.dateline)
    return [
        *(event_places(context, one.first, one.last) for one in titles),
        *(event_places(context, one.first, one.last) for one in near),
        dateline,
        context.policed[:1],
    ]


def _agrees(located: Located, happening: Happening) -> bool:
    """Whether the place lies in a country that the event's own sentences name, where they name one."""
    countries = {one.place.country for one in happening.places if one.place.country}
    return not countries or located.place.country in countries
