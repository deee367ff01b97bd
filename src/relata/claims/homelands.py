"""Which country a report plays in, by the peoples, forces and groups that it names.

"Four Malian soldiers were killed" says Mali though no place is named, and what Naxalites do they do in India. Such a
country is a conclusion and never finer than a country. What counts how much was set on Wikipedia's lists of attacks
in 2018 (CC BY-SA): an armed group at home in one country shows the right one in 94 of 100 rows, a demonym before
people, forces or things of the state in 93, a demonym before envoys and travellers in 20.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from relata.claims.whole_names import is_whole
from relata.language.annotated import Annotated, Mention
from relata.model import Place, Span
from relata.places import as_place, find_demonyms, gazetteer
from relata.places.words import place_words
from relata.tables.actors import by_key


@dataclass(frozen=True, slots=True)
class Sign:
    """Words that speak for a country.

    Attributes:
        span: where they stand.
        country: ISO 3166-1 alpha-2 code.
        weight: how much they speak for it; 1 for an armed group that acts in that country alone.
        why: what they are, for people.
    """

    span: Span
    country: str
    weight: float
    why: str


FORCE, AT_HOME, FIRST_HOME, OTHER_HOME, PEOPLE, BESIDE = 1.0, 1.0, 0.6, 0.25, 0.7, 0.1
"""Weights: a force of a state; a group of one country; the first and the other countries of a group at home in
several; a people; and a people whose travellers, envoys or borders are named."""
TELLING, NAMED = 0.8, 0.7
"""A word used in one country alone; a place named that is not said to be the scene."""
BORDERING = re.compile(
    r"(?:border(?:s|ing)?|frontier|links|ties)(?:\s(?:with|between|to|of))?\s(?:the\s)?$|"
    r"\b(?:from|against|by)\s(?:the\s)?$"
)
"""Words before a country that is not the one where it happened."""
ACROSS = re.compile(r"\b(?:border|frontier)\swith\s(?:the\s)?$")
BEYOND = -1.0
"""What happened on the border with a country happened on this side of it, whoever did it."""
ABROAD = 0.3
"""A force of a state that fights in other countries counts so much, for its soldiers are named where they are not."""
_EVERYWHERE = 3
"""A group at home in more countries than this shows only the first of them."""
LEAST, AHEAD = 0.6, 1.4
"""A country is concluded from this weight on, if it has so many times the weight of the next."""


def find_signs(annotated: Annotated) -> tuple[Sign, ...]:
    """Every sign in the report, in order of the text; what stands inside the name of an actor counts with the actor."""
    text = annotated.text
    signs: list[Sign] = []
    taken: list[Span] = []
    for mention in annotated.mentions:
        if mention.key and mention.kind in ("armed group", "state force", "state"):
            signs.extend(_of_actor(mention) if is_whole(annotated.tokens, mention) else ())
            taken.append(mention.span)
        elif mention.kind in ("armed group", "media"):
            taken.append(mention.span)
    for people in find_demonyms(text):
        if not any(span.overlaps(people.span) for span in taken):
            away = _is_away(text, people.span)
            why = f"{people.word} is said of people or things of {people.country}"
            signs.append(Sign(people.span, people.country, BESIDE if away else PEOPLE, why))
    signs.extend(_telling(text))
    return tuple(sorted(signs, key=lambda sign: (sign.span, sign.country)))


_WORDS = re.compile(r"[^\W\d_]+")


def _telling(text: str) -> Iterator[Sign]:
    """Words that are used in one country alone: "jawan", "barangay", "local government area"."""
    known = place_words().telling
    opening = {phrase.split()[0] for phrase in known}
    found = [(match.start(), match.end(), match[0].lower()) for match in _WORDS.finditer(text)]
    for at, (start, _, opener) in enumerate(found):
        if opener not in opening:
            continue
        for length in (3, 2, 1):
            run = found[at : at + length]
            phrase = " ".join(word for _, _, word in run)
            if len(run) == length and phrase in known:
                span = Span(start, run[-1][1])
                yield Sign(span, known[phrase], TELLING, f"{span.cut(text)} is a word of {known[phrase]}")
                break


def named(text: str, span: Span, place: Place) -> Sign | None:
    """The sign that a place is that was named without being the scene: "the Government of Ecuador said"."""
    if place.country is None:
        return None
    before = text[max(0, span.start - 30) : span.start]
    if ACROSS.search(before):
        return Sign(span, place.country, BEYOND, f"{span.cut(text)} lies beyond the border")
    weight = BESIDE if BORDERING.search(before) else NAMED
    return Sign(span, place.country, weight, f"{span.cut(text)} lies in {place.country}")


def _of_actor(mention: Mention) -> Iterator[Sign]:
    actor = by_key(mention.key or "")
    if actor is None or not actor.countries or actor.key in place_words().wide_groups:
        return
    if mention.kind != "armed group":
        weight = ABROAD if actor.countries[0] in place_words().expeditionary else FORCE
        yield Sign(mention.span, actor.countries[0], weight, f"{actor.name} is a force of {actor.countries[0]}")
        return
    if len(actor.countries) == 1:
        yield Sign(mention.span, actor.countries[0], AT_HOME, f"{actor.name} acts in {actor.countries[0]}")
        return
    for number, code in enumerate(actor.countries[:_EVERYWHERE]):
        yield Sign(mention.span, code, FIRST_HOME if number == 0 else OTHER_HOME, f"{actor.name} acts in {code}")


def _is_away(text: str, span: Span) -> bool:
    following = text[span.end : span.end + 40].replace("-", " ").split()[:2]
    return any(word.strip(".,;:'’()\"”").lower() in place_words().abroad for word in following)


def leanings(signs: Sequence[Sign]) -> dict[str, float]:
    """Country → how much the signs speak for it; the same words again count once, and other words half each time."""
    found: dict[str, list[float]] = defaultdict(list)
    heard: set[tuple[str, str]] = set()
    for sign in signs:
        if (sign.country, sign.why) not in heard:
            heard.add((sign.country, sign.why))
            found[sign.country].append(sign.weight)
    return {
        code: sum(
            weight / 2**place for place, weight in enumerate(sorted((one for one in weights if one > 0), reverse=True))
        )
        + sum(one for one in weights if one < 0)
        for code, weights in sorted(found.items())
    }


def conclude(signs: Sequence[Sign]) -> Sign | None:
    """The sign that says most plainly in which country it happened; None where they do not agree on one."""
    ordered = sorted(leanings(signs).items(), key=lambda row: (-row[1], row[0]))
    if not ordered or ordered[0][1] < LEAST or (len(ordered) > 1 and ordered[0][1] < AHEAD * ordered[1][1]):
        return None
    best = [sign for sign in signs if sign.country == ordered[0][0]]
    return min(best, key=lambda sign: (-sign.weight, sign.span))


def country_place(sign: Sign) -> Place | None:
    """The country of a sign as a place."""
    country = gazetteer().country(sign.country)
    return as_place(country) if country else None
