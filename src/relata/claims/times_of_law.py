"""Days of what police and courts did afterwards: "pleaded guilty on Monday to shooting two men in May".

A day that hangs on an arrest, a charge or a hearing dates that, and never the act of violence.
"""

from __future__ import annotations

from bisect import bisect_left

from relata.claims.context import Context, Timed
from relata.tables.claim_words import words

_ACTS = words("acts_of_law")
_HEARINGS = words("hearings")
_REACH = 14
"""Tokens between a verb and a day that hangs on it, at most."""
_BEFORE = 3
"""Tokens from a day to the verb that follows it ("police on Sunday arrested")."""
_TELLING = frozenset({"told", "tells"})
"""Before a listener and a day: "told reporters Tuesday"."""
_ENDS = frozenset({".", ";", ":"})
_OPENS = frozenset({"after", "before", "when", "where", "who", "that", "which", "since", "while", "because"})


def of_law(context: Context, timed: Timed, own: frozenset[int]) -> bool:
    """Whether a time belongs to an act of police or court.

    Args:
        context: the report.
        timed: the time.
        own: tokens of the words of violence and harm around it: the verb nearest to the time counts.
    """
    tokens = context.annotated.tokens
    at = _token_at(context, timed)
    for back in range(at - 1, max(-1, at - _REACH), -1):
        word = tokens[back]
        if back in own or word.text in _ENDS or word.lower in _OPENS:
            break
        if word.lower in _HEARINGS or (word.pos == "VERB" and word.lower in _ACTS):
            return True
        if word.pos == "VERB":
            if word.lower in _TELLING and at - back <= _BEFORE:
                return True
            break
    end = next((index for index in range(at, min(at + 8, len(tokens))) if tokens[index].start >= timed.span.end), at)
    following = tokens[end : end + _BEFORE]
    first = next((word for word in following if word.pos == "VERB" or word.text in {",", "."}), None)
    return first is not None and first.pos == "VERB" and first.lower in _ACTS


def _token_at(context: Context, timed: Timed) -> int:
    return bisect_left(context.annotated.tokens, timed.span.start, key=lambda token: token.start)
