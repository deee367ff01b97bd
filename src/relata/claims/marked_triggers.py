"""Names of events that the trained marker sees and no list of words holds."""

from __future__ import annotations

from collections.abc import Sequence

from relata.language.annotated import Annotated, Token
from relata.language.marks import Mark
from relata.model import EVENT_TYPES
from relata.tables.events import TriggerWord
from relata.tables.phrases import Found

SURE = 0.98
"""Probability from which a word is taken as the name of an event; how the bars were set: docs/models/marker.md."""
_STRENGTH = 3
_LABEL = "marked"


def with_marked_triggers(
    annotated: Annotated, first: int, last: int, found: Sequence[Found[TriggerWord]]
) -> tuple[Found[TriggerWord], ...]:
    """The triggers of a stretch with those that the marker alone sees, in order.

    A word beside a trigger ("several raids") belongs to it, and names no event of its own.
    """
    if annotated.marks is None:
        return tuple(found)
    new = [
        _trigger(annotated, mark)
        for mark in annotated.marks.among("trigger", first, last)
        if mark.sure >= SURE
        and mark.last <= last
        and not any(hit.first <= mark.last and mark.first <= hit.last for hit in found)
    ]
    return tuple(sorted((*found, *new), key=lambda hit: hit.first))


def _trigger(annotated: Annotated, mark: Mark) -> Found[TriggerWord]:
    assert annotated.marks is not None
    kinds = annotated.marks.said("type", mark.first)
    best = max(EVENT_TYPES, key=lambda name: kinds[name])
    tokens = annotated.tokens[mark.first : mark.last]
    phrase = " ".join(token.lower for token in tokens)
    return Found(mark.first, mark.last, TriggerWord(phrase, best, _LABEL, _STRENGTH, _form(tokens[0])))


def _form(token: Token) -> str:
    if token.pos in {"VERB", "AUX"}:
        return "ing" if token.lower.endswith("ing") else "past"
    return "nouns" if token.lower.endswith("s") and token.pos in {"NOUN", "PROPN"} else "noun"
