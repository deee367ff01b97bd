"""Scores of many pairs of events, each computed once, and what they say of two groups of events."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product
from typing import NamedTuple

from relata.incidents.links import Pair
from relata.incidents.score import quick_score
from relata.incidents.views import EventView

MOST_COMPARED = 8
"""Members of one group that are compared with another's, so that two groups take 64 comparisons however large."""
WORST = -4.0
"""No pair counts for less in a mean: one misread report shall not outweigh several that agree."""


class Verdict(NamedTuple):
    """What is kept of a score: there are many, and their evidence is heavy."""

    total: float
    ruled_out: bool
    judged: bool


class Scores:
    """Scores of pairs of events.

    Attributes:
        views: the events, by id.
    """

    def __init__(self, views: Iterable[EventView]) -> None:
        self.views = {view.id: view for view in views}
        self._known: dict[Pair, Verdict] = {}

    def of(self, one: str, other: str) -> Verdict:
        """How two events come out."""
        pair = (one, other) if one < other else (other, one)
        known = self._known.get(pair)
        if known is None:
            found = quick_score(self.views[pair[0]], self.views[pair[1]])
            known = self._known[pair] = Verdict(found.total, found.ruled_out, found.judged)
        return known

    def mean(self, one: Sequence[str], other: Sequence[str]) -> float:
        """The mean score between two groups.

        Pairs that cannot be judged (one without a date, texts too short to compare) count only for a join, or where no
        other pair is left.
        """
        found = [self.of(*pair) for pair in _pairs(one, other)]
        counted = [verdict for verdict in found if verdict.judged or verdict.total > 0] or found
        return sum(sorted(max(WORST, verdict.total) for verdict in counted)) / len(counted)

    def ruled_out(self, one: Sequence[str], other: Sequence[str]) -> bool:
        """Whether something says of any two events, one of each group, that they cannot be one."""
        return any(self.of(*pair).ruled_out for pair in _pairs(one, other))

    def closest(self, one: Sequence[str], other: Sequence[str]) -> Pair:
        """The two events, one of each group, that are likeliest to be one."""
        return min(_pairs(one, other), key=lambda pair: (-self.of(*pair).total, pair))


def some(events: Sequence[str], most: int) -> Sequence[str]:
    """Of many events about ``most``, at even steps."""
    step = max(1, len(events) // most)
    return events[::step][:most]


def _pairs(one: Sequence[str], other: Sequence[str]) -> Iterable[Pair]:
    return product(some(one, MOST_COMPARED), some(other, MOST_COMPARED))
