"""From evidence to a score: one table of weights, and a sentence that says how it came about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from relata.incidents.compare import compare, compare_dates
from relata.incidents.evidence import Evidence
from relata.incidents.views import EventView
from relata.tables import linking

START = linking.start()
"""Where every pair starts: most pairs of events, even of one town and week, are two."""
SOFTENED_SHARE = 0.3
"""What is left of a weight that speaks against, where two texts are so alike that they tell one story."""
NEVER = -100.0
"""Weight of what rules a join out, whatever speaks for it."""

WEIGHTS: dict[str, dict[str, float]] = {
    feature: {outcome: max(weight, NEVER) for outcome, weight in outcomes.items()}
    for feature, outcomes in linking.weights().items()
}
"""Feature → outcome → weight, on the scale of natural log odds. Two events join above 0, counted from START.
Source: resources/linking.yml."""


@dataclass(frozen=True, slots=True)
class Score:
    """How far two events seem to be one.

    Attributes:
        total: START and all weights; above 0 they are more likely one than two.
        ruled_out: whether something says that they cannot be one.
        evidence: what was compared.
    """

    total: float
    ruled_out: bool
    evidence: tuple[Evidence, ...]

    @property
    def judged(self) -> bool:
        """Whether there was enough to compare: the dates of both, or texts of some length."""
        return not (self._has("date", "one unknown") and self._has("words", "too little"))

    def _has(self, feature: str, value: str) -> bool:
        return any(item.feature == feature and item.value == value for item in self.evidence)

    @property
    def sentence(self) -> str:
        """The score and its reasons, strongest first, for a person to read."""
        ranked = sorted(self.evidence, key=lambda item: (-abs(weight(item)), item.feature))
        reasons = "; ".join(f"{item.feature} {item.value} ({weight(item):+.1f}: {item.detail})" for item in ranked)
        verdict = "cannot be one" if self.ruled_out else "one" if self.total > 0 else "two"
        return f"{verdict}, {self.total:+.1f}: {reasons}"


def weight(evidence: Evidence) -> float:
    """The weight of one piece of evidence."""
    full = WEIGHTS[evidence.feature][evidence.value]
    return full * SOFTENED_SHARE if evidence.softened and NEVER < full < 0 else full


def weigh(evidence: Sequence[Evidence]) -> Score:
    """The score that some evidence makes."""
    weights = [weight(item) for item in evidence]
    return Score(START + sum(weights), min(weights, default=0.0) <= NEVER, tuple(evidence))


def score(one: EventView, other: EventView) -> Score:
    """Compare two events and weigh what was found."""
    return weigh(compare(one, other))


def quick_score(one: EventView, other: EventView) -> Score:
    """As :func:`score`, but where dates rule a join out nothing else is compared."""
    day = compare_dates(one, other)
    if one.report != other.report and weight(day) <= NEVER:
        return weigh((day,))
    return weigh(compare(one, other, day))
