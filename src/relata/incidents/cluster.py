"""From pairs to incidents: groups in which every event fits the others on average, and nothing forbids any pair."""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterable, Sequence

from relata.incidents.links import Links, Pair
from relata.incidents.scores import Scores
from relata.incidents.views import EventView

HOPE = -1.0
"""Pairs below this score bring no two groups together, though they count where others do."""


class _Groups:
    """Growing groups of events."""

    def __init__(self, scores: Scores, links: Links) -> None:
        self.scores = scores
        self.members: dict[str, list[str]] = {id_: [id_] for id_ in sorted(scores.views)}
        self.group_of: dict[str, str] = {id_: id_ for id_ in scores.views}
        self.enemies: dict[str, set[str]] = {}
        for one, other in links.apart:
            self.enemies.setdefault(one, set()).add(other)
            self.enemies.setdefault(other, set()).add(one)

    def forbidden(self, one: str, other: str) -> bool:
        """Whether an analyst said that some event of one group is none of the other."""
        small, large = sorted((self.members[one], self.members[other]), key=len)
        return any(
            self.group_of[enemy] == self.group_of[large[0]] for id_ in small for enemy in self.enemies.get(id_, ())
        )

    def fit(self, one: str, other: str) -> float | None:
        """The mean score between two groups; None where something forbids that they be one."""
        if self.forbidden(one, other) or self._told_apart(one, other):
            return None
        mine, theirs = self.members[one], self.members[other]
        return None if self.scores.ruled_out(mine, theirs) else self.scores.mean(mine, theirs)

    def _told_apart(self, one: str, other: str) -> bool:
        """Whether one report tells events of both groups, and as two."""
        views = self.scores.views
        reports: dict[str, list[str]] = {}
        for id_ in self.members[one]:
            reports.setdefault(views[id_].report, []).append(id_)
        return any(
            self.scores.of(mine, id_).ruled_out
            for id_ in self.members[other]
            for mine in reports.get(views[id_].report, ())
        )

    def together(self, pair: Pair) -> bool:
        """Whether two events are in one group."""
        return self.group_of[pair[0]] == self.group_of[pair[1]]

    def share_enemies(self, events: Sequence[str]) -> None:
        """What must not stand with one of these events, which are one incident, must not stand with any of them."""
        shared = set().union(*(self.enemies.get(event, ()) for event in events))
        for event in events:
            self.enemies.setdefault(event, set()).update(shared)
        for enemy in shared:
            self.enemies[enemy].update(events)

    def join_if_allowed(self, one: str, other: str) -> None:
        """Join the groups of two events, unless an analyst forbids it."""
        first, second = self.group_of[one], self.group_of[other]
        if first != second and not self.forbidden(first, second):
            self.join(first, second)

    def join(self, one: str, other: str) -> str:
        kept, gone = sorted((one, other))
        self.members[kept] = sorted(self.members[kept] + self.members.pop(gone))
        for id_ in self.members[kept]:
            self.group_of[id_] = kept
        return kept


def cluster(views: Sequence[EventView], pairs: Iterable[Pair], links: Links) -> list[tuple[str, ...]]:
    """Groups of event ids that are one incident each; every event is in exactly one.

    What reports are chiefly about is grouped first, and what they mention beside it finds its place among these groups:
    a side remark can join a group, and cannot keep two apart. The two groups with the highest mean score between
    their events are joined first (average link), as long as it is above 0 and no pair is ruled out (dates that differ,
    one report that tells them as two, an analyst's word). Groups that an analyst calls the same are joined as they are;
    where that cannot be, since others forbid it, what is called the same is joined before anything is compared. The
    order of the arguments does not matter.

    Args:
        views: the events.
        pairs: the pairs worth comparing.
        links: what analysts decided.

    Returns:
        The groups, each sorted, in order of their first ids.
    """
    worth = sorted(set(pairs))
    bundles = _bundles(links)
    early: set[Pair] = set()
    scores = Scores(views)
    while True:
        groups = _grouped(scores, worth, links, bundles, early)
        left = [pair for bundle in bundles for pair in bundle if not groups.together(pair) and pair not in early]
        if not left:
            return sorted(tuple(members) for members in groups.members.values())
        early.update(left)


def _bundles(links: Links) -> list[list[Pair]]:
    """The pairs that analysts called the same and that can all hold, those in one bundle that hang together."""
    bundles: list[list[Pair]] = []
    members: list[set[str]] = []
    for pair in links.together:
        touched = [at for at, bundle in enumerate(members) if not bundle.isdisjoint(pair)]
        joined = set(pair).union(*(members[at] for at in touched))
        if any(joined.issuperset(apart) for apart in links.apart):
            continue
        kept = [pair, *(one for at in touched for one in bundles[at])]
        bundles = [*(bundle for at, bundle in enumerate(bundles) if at not in touched), kept]
        members = [*(bundle for at, bundle in enumerate(members) if at not in touched), joined]
    return bundles


def _grouped(
    scores: Scores,
    pairs: Sequence[Pair],
    links: Links,
    bundles: Sequence[Sequence[Pair]],
    early: Collection[Pair],
) -> _Groups:
    """The groups that scores make, joined where analysts say so; in ``early`` pairs, before anything is grouped."""
    groups = _Groups(scores, links)
    for bundle in bundles:
        groups.share_enemies(sorted({event for pair in bundle for event in pair}))
    ordered = [pair for bundle in bundles for pair in bundle]
    for pair in ordered:
        if pair in early:
            groups.join_if_allowed(*pair)
    chief = {view.id for view in scores.views.values() if view.main}
    hopeful = [pair for pair in pairs if scores.of(*pair).total > HOPE]
    _agglomerate(groups, [pair for pair in hopeful if chief.issuperset(pair)])
    _agglomerate(groups, hopeful)
    for pair in ordered:
        groups.join_if_allowed(*pair)
    return groups


def _agglomerate(groups: _Groups, pairs: Sequence[Pair]) -> None:
    """Join the two groups that fit best, again and again, among those that some pair brings together."""
    near: dict[str, set[str]] = {}
    for one, other in pairs:
        first, second = groups.group_of[one], groups.group_of[other]
        if first != second:
            near.setdefault(first, set()).add(second)
            near.setdefault(second, set()).add(first)
    versions = dict.fromkeys(near, 0)
    heap: list[tuple[float, str, str, int, int]] = []

    def offer(one: str, other: str) -> None:
        first, second = sorted((one, other))
        fit = groups.fit(first, second)
        if fit is not None and fit > 0:
            heapq.heappush(heap, (-fit, first, second, versions[first], versions[second]))

    for one in sorted(near):
        for other in sorted(near[one]):
            if one < other:
                offer(one, other)
    while heap:
        _, one, other, *seen = heapq.heappop(heap)
        if [versions.get(one), versions.get(other)] != seen:
            continue  # one of them has grown since, and was offered anew
        kept = groups.join(one, other)
        gone = other if kept == one else one
        near[kept] = (near[kept] | near.pop(gone)) - {kept, gone}
        versions[kept] += 1
        del versions[gone]
        for third in sorted(near[kept]):
            near[third].discard(gone)
            near[third].add(kept)
            offer(kept, third)
