"""What analysts decided about events: which must stand together, which must not."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import combinations

from relata.model import Decision

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Links:
    """Decisions as pairs of event ids, lower id first.

    Attributes:
        together: pairs that must be one incident, latest decision first.
        apart: pairs that must not.
        rejected: ids of claims that were found wrong.
    """

    together: tuple[Pair, ...]
    apart: frozenset[Pair]
    rejected: frozenset[str]

    @classmethod
    def of(cls, decisions: Iterable[Decision], known: Collection[str]) -> Links:
        """The links that ``decisions`` make between the ``known`` events.

        About one pair the latest decision holds. Of several pairs that cannot all hold (one is two, two is three,
        one is not three) "different" goes before "same", and a later "same" before an earlier one.
        """
        latest: dict[Pair, Decision] = {}
        rejected: set[str] = set()
        for decision in sorted(decisions, key=lambda decision: (decision.at, decision.id)):
            if decision.kind == "reject":
                rejected.update(decision.subjects)
                continue
            for pair in combinations(sorted(set(decision.subjects) & set(known)), 2):
                latest[pair] = decision
        same = [(decision.at, decision.id, pair) for pair, decision in latest.items() if decision.kind == "same"]
        apart = frozenset(pair for pair, decision in latest.items() if decision.kind == "different")
        return cls(tuple(pair for _, _, pair in sorted(same, reverse=True)), apart, frozenset(rejected))
