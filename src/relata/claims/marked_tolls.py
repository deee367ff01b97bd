"""Tolls as rules and the trained marker see them together.

Where the marker is sure of a toll that no rule finds, it is taken up. What a rule counted stays, though the marker does
not see it: leaving that out gained 0.3 points on texts like those it was taught on, and lost as much on others.
"""

from __future__ import annotations

from collections.abc import Iterable

from relata.claims.harm_words import TollFound, find_harms
from relata.claims.numbers import read_count
from relata.claims.people import Group, people_groups
from relata.claims.people_ages import counts_no_people
from relata.language.annotated import Annotated, Sentence
from relata.language.marks import Mark
from relata.tables.claim_words import words

_PART_OPENERS = words("part_openers")
SURE = 0.95
"""Probability from which a toll is taken up; lower bars gain on the claims corpus and lose on `gva`."""


def judged_tolls(annotated: Annotated, sentence: Sentence, found: Iterable[TollFound]) -> tuple[TollFound, ...]:
    """The tolls of a sentence, with those that the marker alone sees."""
    marks = annotated.marks
    if marks is None:
        return tuple(found)
    kept = list(found)
    for mark in marks.among("toll", sentence.first, sentence.last):
        if mark.sure >= SURE and not any(_covers(toll, mark) for toll in kept):
            new = _toll(annotated, sentence, mark)
            if new is not None:
                kept.append(new)
    return tuple(sorted(kept, key=lambda toll: toll.harm))


def _covers(toll: TollFound, mark: Mark) -> bool:
    first, last = (toll.group.first, toll.group.last) if toll.group else (toll.first, toll.last)
    return first < mark.last and mark.first < last


def _toll(annotated: Annotated, sentence: Sentence, mark: Mark) -> TollFound | None:
    group = next(
        (one for one in people_groups(annotated, sentence) if one.first < mark.last and mark.first < one.last), None
    )
    reading = read_count(annotated.tokens, mark.first, sentence.last)
    if group is None and reading is not None and counts_no_people(annotated.tokens, reading, sentence.last):
        return None
    count = group.count if group else reading.people if reading and not reading.article else None
    if count is None:
        return None
    harms = [harm for harm in find_harms(annotated, sentence) if harm.attribute == mark.kind]
    if not harms:
        return None
    harm = min(harms, key=lambda one: abs(one.first - mark.first)).first
    if group is None and annotated.tokens[mark.first - 1].lower in _PART_OPENERS:
        group = Group(mark.first, mark.last, count, None, None, bare=True, part=True)
    first, last = (group.first, group.last) if group else (mark.first, mark.last)
    return TollFound(mark.kind, count, group, min(first, harm), max(last, harm + 1), harm)
