"""Which name of a text is said to lie in which: "Achin district of Nangarhar", "the Nigerian town of Metele"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from relata.places.demonyms import country_of_demonym
from relata.places.folding import fold
from relata.places.gazetteer import gazetteer
from relata.places.toponyms import Toponym
from relata.places.words import place_words

PARTS = (
    r"(?:areas?|localit(?:y|ies)|sectors?|suburbs?|outskirts|quarter|section|part|side|edge|colony|neighbou?rhoods?)"
)
"""Words for a part of a town or district between its name and that of the whole ("the Batagund area of Tral")."""
JOINT = re.compile(
    rf"(?:{PARTS} (?:of|in)|,? ?(?:in|of|inside|(?:on|at|in) the {PARTS} of)|,|\(|,? ?located in)(?: |$)"
)
"""How what stands between a place's name and the name of what holds it starts."""
_NEARBY = re.compile(r",? ?(?:near|outside|close to|just outside)(?: the)?(?: (?:city|town|village) of)?")
"""What stands between a name and that of a place near by."""
BETWEEN = frozenset({"the", "of", "in", "far", "part", "parts", "neighboring", "neighbouring", "nearby", "restive",
                     "volatile", "country", "remote", "border", "mountainous", "coastal"})  # fmt: skip
"""Words that may follow there, beside directions, kinds of unit and demonyms."""


def find_containers(toponyms: Sequence[Toponym], text: str) -> dict[int, int]:
    """Number of a toponym → number of the next one, where the words between say that it lies in it."""
    order = sorted(range(len(toponyms)), key=lambda number: (toponyms[number].span, number))
    found = {}
    for here, following in pairwise(order):
        end = (toponyms[here].whole or toponyms[here].span).end
        start = (toponyms[following].whole or toponyms[following].span).start
        between = " ".join(text[min(end, start) : start].split()) if start - end < 60 else "-"
        if (_joins(between) or _NEARBY.fullmatch(between)) and fold(toponyms[here].name) != fold(
            toponyms[following].name
        ):
            found[here] = following
    listed = _listed(toponyms, order, found, text)
    return {here: following for here, following in found.items() if here not in listed}


def _listed(toponyms: Sequence[Toponym], order: Sequence[int], found: Mapping[int, int], text: str) -> frozenset[int]:
    """Names that stand in a list of countries or of units ("Mexico, China, Japan and Brazil"): none holds the other."""
    wide = {number: _wide(toponyms[number]) for number in order}
    beside = set()
    for place, (here, following) in enumerate(pairwise(order)):
        commas = _listing(text, toponyms[here].span.end, toponyms[following].span.start)
        if not commas or not wide[here] & wide[following]:
            continue
        before, after = order[place - 1] if place else None, order[place + 2] if place + 2 < len(order) else None
        longer = any(
            other is not None
            and wide[other] & wide[here]
            and _listing(text, *sorted((toponyms[one].span.end, toponyms[two].span.start)))
            for other, one, two in ((before, before or 0, here), (after, following, after or 0))
        )
        if here in found and ("country" in wide[here] & wide[following] or longer):
            beside.add(here)
    return frozenset(beside)


def _listing(text: str, end: int, start: int) -> bool:
    """Whether a comma or "and" alone stands between."""
    return text[end:start].strip() in (",", ", and", "and", ", or", "or", "&")


def _wide(toponym: Toponym) -> frozenset[str]:
    """Of what wide kinds a name can be: countries, or first-level units of a country."""
    found = gazetteer().as_written(toponym.name)
    return frozenset(
        "country" if place.kind == "country" else f"unit of {place.country}"
        for place in found
        if place.kind in ("country", "admin1")
    )


def find_possessors(toponyms: Sequence[Toponym], text: str) -> frozenset[int]:
    """Numbers of the names that are said to have a district or town ("Herat's Kohsan district"): units, no towns."""
    order = sorted(range(len(toponyms)), key=lambda number: (toponyms[number].span, number))
    return frozenset(
        here
        for here, following in pairwise(order)
        if toponyms[following].kind in place_words().units
        and text[toponyms[here].span.end : (toponyms[following].whole or toponyms[following].span).start]
        in ("'s ", "’s ")
    )


def lies_by(text: str, end: int, start: int) -> bool:
    """Whether the words between two names, no comma alone, say that the first lies in or by the second."""
    between = " ".join(text[end:start].split()) if 0 < start - end < 60 else ""
    return between != "," and _joins(between)


def _joins(between: str) -> bool:
    """Whether the words between two names say that the first lies in the second."""
    opening = JOINT.match(between)
    if opening is None:
        return False
    known = place_words()
    return all(
        word in BETWEEN or word in known.directions or word in known.units or word in known.demonyms
        for word in between[opening.end() :].lower().split()
    )


_LAST_WORDS = re.compile(r"([^\W\d_]+(?:[ -][^\W\d_]+)?)(?:['’]s)? $")


def home_country(toponym: Toponym, text: str) -> str:
    """The country whose demonym or possessive stands before a name: "the Nigerian town of", "Somalia's", or ""."""
    start = (toponym.whole or toponym.span).start
    found = _LAST_WORDS.search(text, max(0, start - 40), start)
    if found is None:
        return ""
    words = found[1].split(" ")
    if found[0].rstrip().endswith(("'s", "’s")):
        return ""
    pair = country_of_demonym(" ".join(words[-2:])) if words[-1][:1].isupper() else None
    return pair or (country_of_demonym(words[-1]) if words[-1][:1].isupper() else None) or ""
