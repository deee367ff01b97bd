"""What analysts decided about events: which must stand together, which must not."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import combinations

from relata.incidents.subjects import Settled

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Links:
    """Decisions as pairs of event ids, lower id first.

    Attributes:
        together: pairs that must be one incident, latest decision first.
        apart: pairs that must not.
        by: id of the decision that each pair comes from.
    """

    together: tuple[Pair, ...]
    apart: frozenset[Pair]
    by: frozenset[tuple[Pair, str]]

    @classmethod
    def of(cls, settled: Iterable[Settled], known: Collection[str]) -> Links:
        """The links that decisions make between the ``known`` events.

        About one pair the latest decision holds. Of several pairs that cannot all hold (one is two, two is three,
        one is not three) "different" goes before "same", and a later "same" before an earlier one.
        """
        latest: dict[Pair, Settled] = {}
        for one in sorted(settled, key=lambda one: (one.decision.at, one.decision.id)):
            if one.decision.kind in ("same", "different"):
                for pair in combinations(sorted(set(one.subjects) & set(known)), 2):
                    latest[pair] = one
        same = [(one.decision.at, one.decision.id, pair) for pair, one in latest.items() if one.decision.kind == "same"]
        apart = frozenset(pair for pair, one in latest.items() if one.decision.kind == "different")
        by = frozenset((pair, one.decision.id) for pair, one in latest.items())
        return cls(tuple(pair for _, _, pair in sorted(same, reverse=True)), apart, by)
