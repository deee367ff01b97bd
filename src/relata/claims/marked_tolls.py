"""Tolls as rules and the trained marker see them together.

Where the marker is sure of a toll that no rule finds, it is taken up; where it sees nothing at all in what a rule counted,
that is left out.
"""

from __future__ import annotations

from collections.abc import Iterable

from relata.claims.harm_words import TollFound, find_harms
from relata.claims.numbers import read_count
from relata.claims.people import people_groups
from relata.language.annotated import Annotated, Sentence
from relata.language.marks import Mark

SURE = 0.6
UNSEEN = 0.03
"""Probability of lying in a toll below which what a rule counted is left out; see docs/models/marker.md."""


def judged_tolls(annotated: Annotated, sentence: Sentence, found: Iterable[TollFound]) -> tuple[TollFound, ...]:
    """The tolls of a sentence without those that the marker does not see, and with those that it alone sees."""
    marks = annotated.marks
    if marks is None:
        return tuple(found)
    kept = [toll for toll in found if toll.count.high == 0 or marks.sure("toll", toll.first, toll.last) >= UNSEEN]
    for mark in marks.among("toll", sentence.first, sentence.last):
        if mark.sure >= SURE and not any(_covers(toll, mark) for toll in kept):
            new = _toll(annotated, sentence, mark)
            if new is not None:
                kept.append(new)
    return tuple(sorted(kept, key=lambda toll: toll.harm))


def _covers(toll: TollFound, mark: Mark) -> bool:
    first, last = (toll.group.first, toll.group.last) if toll.group else (toll.first, toll.last)
    return toll.attribute == mark.kind and first < mark.last and mark.first < last


def _toll(annotated: Annotated, sentence: Sentence, mark: Mark) -> TollFound | None:
    group = next(
        (one for one in people_groups(annotated, sentence) if one.first < mark.last and mark.first < one.last), None
    )
    reading = read_count(annotated.tokens, mark.first, sentence.last)
    count = group.count if group else reading.people if reading and not reading.article else None
    if count is None:
        return None
    harms = [harm for harm in find_harms(annotated, sentence) if harm.attribute == mark.kind]
    if not harms:
        return None
    harm = min(harms, key=lambda one: abs(one.first - mark.first)).first
    first, last = (group.first, group.last) if group else (mark.first, mark.last)
    return TollFound(mark.kind, count, group, min(first, harm), max(last, harm + 1), harm)
