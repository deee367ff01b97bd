"""Doers as rules and the trained marker see them together; see :mod:`relata.claims.marked_tolls`."""

from __future__ import annotations

from collections.abc import Iterable

from relata.claims.candidates import Doer
from relata.claims.doers import actor_in
from relata.language.annotated import Annotated
from relata.language.marks import Mark, belongs
from relata.tables import events as tables

SURE = 0.95
"""Probability from which a doer is taken up; see there."""


def judged_doers(
    annotated: Annotated, first: int, last: int, trigger: int | None, found: Iterable[Doer]
) -> tuple[Doer, ...]:
    """The doers of a segment, likewise.

    Args:
        annotated: the report.
        first: first token of the segment.
        last: one past its last.
        trigger: first token of the word that names the event, or None.
        found: what the rules found.
    """
    marks = annotated.marks
    if marks is None:
        return tuple(found)
    kept = list(found)
    for mark in marks.among("responsible", first, last):
        if mark.sure < SURE or any(doer.first < mark.last and mark.first < doer.last for doer in kept):
            continue
        own = belongs(marks.scores, mark.first, marks.of("trigger"))
        if own is not None and trigger is not None and not first <= own.first < last:
            continue
        named = actor_in(annotated, mark.first, mark.last, any_name=True)
        if (
            named is None
            or _is_weapon(annotated, mark)
            or any(doer.actor.key and doer.actor.key == named[0].key for doer in kept)
        ):
            continue
        hedged = named[1] or marks.said("stance", mark.first)["suspects"] > 0.5
        kept.append(Doer(named[0], hedged, mark.first, mark.last))
    return tuple(kept)


def _is_weapon(annotated: Annotated, mark: Mark) -> bool:
    """Whether the words name a weapon: the marker takes one for a doer where it stands beside "suspect"."""
    words = [token.lower for token in annotated.tokens[mark.first : mark.last]]
    return any(tables.weapons().at(words, at, len(words)) for at in range(len(words)))
