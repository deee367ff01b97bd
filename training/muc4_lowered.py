"""Marker scores of messages it was trained on, brought down to what it says of messages that are new to it.

The marker is surer of what it was taught than of what it reads for the first time: right strings score higher and wrong
ones lower. A step that learnt from such scores would trust the marker too much. So each score of a known message is
replaced by the one of equal rank among the scores of new messages, for right and wrong strings apart: the best tenth of
the right ones is as sure as the best tenth of the right ones in new messages, and so on. What a key says is used to
make these lessons only, never to fill a template.

Source: quantile mapping, e.g. L. Gudmundsson et al., "Technical note: downscaling RCM precipitation to the station
scale using statistical transformations", Hydrology and Earth System Sciences 16, 2012.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import numpy as np
from benchmarks.muc4_marked import KINDS, Offer
from benchmarks.muc4_weights import logit

from relata.language.heads import head
from relata.language.marks import Marks
from training.muc4 import Lesson
from training.muc4_keys import first_value, wanted_strings

_SCORES = ("whole", "some", "part", "other")
_LEAST = 5
"""Scores of fewer new messages than this say nothing of how scores lie."""

Offered = Mapping[str, Mapping[str, list[Offer]]]


def same_rank(known: Sequence[float], new: Sequence[float]) -> Callable[[float], float]:
    """What takes a value among ``known`` to that of the same rank among ``new``; between two, on a straight line."""
    ours, theirs = np.sort(np.asarray(known)), np.sort(np.asarray(new))
    ranks = (np.arange(len(theirs)) + 0.5) / len(theirs)

    def mapped(value: float) -> float:
        rank = np.searchsorted(ours, value, "left") + np.searchsorted(ours, value, "right")
        return float(np.interp(rank / (2 * len(ours)), ranks, theirs))

    return mapped


def lower_offers(known: Sequence[Lesson], new: Sequence[Lesson], offered: Offered) -> None:
    """Bring down, in place, what the marker says of each candidate of known messages."""
    for role in KINDS:
        wanted = {one.id: wanted_strings(one.keys, role) for one in (*known, *new)}
        for right in (True, False):
            for name in _SCORES:
                ours, theirs = (
                    [
                        logit(getattr(offer, name))
                        for one in lessons
                        for offer in offered[one.id][role]
                        if (offer.text in wanted[one.id]) == right
                    ]
                    for lessons in (known, new)
                )
                if len(ours) < _LEAST or len(theirs) < _LEAST:
                    continue
                mapped = same_rank(ours, theirs)
                for one in known:
                    own = offered[one.id][role]
                    own[:] = [
                        replace(offer, **{name: _likely(mapped(logit(getattr(offer, name))))})
                        if (offer.text in wanted[one.id]) == right
                        else offer
                        for offer in own
                    ]


def lower_windows(known: Sequence[Lesson], new: Sequence[Lesson]) -> None:
    """Bring down, in place, how sure the marker is that a known message holds an incident of each kind."""
    for place, kind in enumerate(head("incident").classes):
        for right in (True, False):
            ours, theirs = (
                [(one, _highest(one, place)) for one in lessons if one.marks and _holds(one, kind) == right]
                for lessons in (known, new)
            )
            if len(ours) < _LEAST or len(theirs) < _LEAST:
                continue
            mapped = same_rank([score for _, score in ours], [score for _, score in theirs])
            for one, score in ours:
                for window in _windows(one.marks):
                    window[place] += mapped(score) - score


def _holds(lesson: Lesson, kind: str) -> bool:
    """Whether the key of a message has an incident of a kind of the marker's head for windows."""
    types = {first_value(template.slots[4][0]) for template in lesson.keys}
    return bool(types) if kind == "relevant" else any(one.startswith(kind) for one in types)


def _windows(marks: Marks | None) -> list[np.ndarray]:
    return [window for _, _, window in marks.scores.window] if marks else []


def _highest(lesson: Lesson, place: int) -> float:
    return max((float(window[place]) for window in _windows(lesson.marks)), default=0.0)


def _likely(log_odds: float) -> float:
    return 1 / (1 + math.exp(-log_odds))
