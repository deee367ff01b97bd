"""From pairs to incidents: groups in which every event fits the others on average, and nothing forbids any pair."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from relata.incidents.links import Links, Pair
from relata.incidents.score import quick_score, score
from relata.incidents.views import EventView

MOST_COMPARED = 8
"""Members of one group that a newcomer is compared with, so that a group of n takes n and not n squared steps."""


class _Verdict(NamedTuple):
    """What is kept of a score: there are many, and their evidence is heavy."""

    total: float
    ruled_out: bool
    judged: bool


class _Groups:
    """Growing groups of events, with every score computed once."""

    def __init__(self, views: Sequence[EventView], links: Links) -> None:
        self.views = {view.id: view for view in views}
        self.members: dict[str, list[str]] = {id_: [id_] for id_ in sorted(self.views)}
        self.group_of: dict[str, str] = {id_: id_ for id_ in self.views}
        self.links = links
        self.enemies: dict[str, set[str]] = {}
        for one, other in links.apart:
            self.enemies.setdefault(one, set()).add(other)
            self.enemies.setdefault(other, set()).add(one)
        self._verdicts: dict[Pair, _Verdict] = {}

    def score(self, one: str, other: str) -> _Verdict:
        pair = (one, other) if one < other else (other, one)
        known = self._verdicts.get(pair)
        if known is None:
            found = quick_score(self.views[pair[0]], self.views[pair[1]])
            known = self._verdicts[pair] = _Verdict(found.total, found.ruled_out, found.judged)
        return known

    def forbidden(self, one: str, other: str) -> bool:
        """Whether an analyst said that some event of one group is none of the other."""
        small, large = sorted((self.members[one], self.members[other]), key=len)
        return any(
            self.group_of[enemy] == self.group_of[large[0]] for id_ in small for enemy in self.enemies.get(id_, ())
        )

    def fits(self, one: str, other: str, seed: Pair) -> bool:
        """Whether two groups may be one: no pair of them is ruled out, and on average they are more likely one.

        Pairs that cannot be judged (one without a date, texts too short to compare) do not count beside ``seed``.
        """
        total = self.score(*seed).total
        for a, b in product(self._sample(one), self._sample(other)):
            found = self.score(a, b)
            if found.ruled_out:
                return False
            if found.judged and {a, b} != set(seed):
                total += found.total
        return total > 0 and not self._told_apart(one, other)

    def _sample(self, group: str) -> list[str]:
        members = self.members[group]
        step = max(1, len(members) // MOST_COMPARED)
        return members[::step][:MOST_COMPARED]

    def _told_apart(self, one: str, other: str) -> bool:
        """Whether one report tells events of both groups, and as two."""
        reports: dict[str, list[str]] = {}
        for id_ in self.members[one]:
            reports.setdefault(self.views[id_].report, []).append(id_)
        return any(
            self.score(mine, id_).ruled_out
            for id_ in self.members[other]
            for mine in reports.get(self.views[id_].report, ())
        )

    def join(self, one: str, other: str) -> None:
        kept, gone = sorted((one, other))
        self.members[kept] = sorted(self.members[kept] + self.members.pop(gone))
        for id_ in self.members[kept]:
            self.group_of[id_] = kept


def cluster(views: Sequence[EventView], pairs: Iterable[Pair], links: Links) -> list[tuple[str, ...]]:
    """Groups of event ids that are one incident each; every event is in exactly one.

    Pairs are taken from the surest to the least sure. Two groups join if no pair of them is ruled out (dates that
    differ, one report that tells them as two, an analyst's word) and the mean score between them is above 0
    (average link). Decisions go before scores. The order of the arguments does not matter.

    Args:
        views: the events.
        pairs: the pairs worth comparing.
        links: what analysts decided.

    Returns:
        The groups, each sorted, in order of their first ids.
    """
    groups = _Groups(views, links)
    for one, other in links.together:
        _join(groups, one, other, decided=True)
    scored = ((groups.score(*pair).total, pair) for pair in sorted(set(pairs)))
    hopeful = sorted((-total, pair) for total, pair in scored if total > 0)
    for _ in range(2):  # a second round: a group that has grown may now fit where its first member alone did not
        for _, (one, other) in hopeful:
            _join(groups, one, other, decided=False)
    return sorted(tuple(members) for members in groups.members.values())


def _join(groups: _Groups, one: str, other: str, *, decided: bool) -> None:
    first, second = groups.group_of[one], groups.group_of[other]
    if first == second or groups.forbidden(first, second):
        return
    if decided or groups.fits(first, second, (one, other)):
        groups.join(first, second)


def explain(views: Mapping[str, EventView], one: str, other: str) -> str:
    """Why two events are one incident or are not, in a sentence."""
    return score(views[one], views[other]).sentence
