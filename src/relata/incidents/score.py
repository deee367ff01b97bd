"""From evidence to a score: one table of weights, and a sentence that says how it came about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from relata.incidents.compare import Evidence, compare, compare_dates
from relata.incidents.views import EventView

START = -4.0
"""Where every pair starts: most pairs of events, even of one town and week, are two."""
SOFTENED_SHARE = 0.3
"""What is left of a weight that speaks against, where two texts are so alike that they tell one story."""
NEVER = -100.0
"""Weight of what rules a join out, whatever speaks for it."""

WEIGHTS: dict[str, dict[str, float]] = {
    "report": {"repeated": 4.0, "told apart": NEVER},
    "date": {
        "same day": 2.5,
        "next day": 1.0,
        "same week": 1.0,
        "same month": 0.5,
        "same year": -0.3,
        "open year": 0.0,
        "different": NEVER,
        "published just after": 1.0,
        "published weeks after": -0.7,
        "published long after": -0.5,
        "after publication": NEVER,
        "one unknown": -1.0,
        "published together": 0.5,
        "published near": -1.0,
        "published apart": -1.0,
        "unknown": -1.0,
    },
    "place": {
        "same site": 3.7,
        "same": 2.5,
        "near": 1.5,
        "inside": 1.0,
        "same country": 0.0,
        "apart": -3.0,
        "different country": -3.5,
        "one unknown": 0.6,
        "unknown": 0.3,
    },
    "type": {"same": 0.8, "same family": 0.6, "related": -0.8, "open": 0.2, "different": -3.0},
    "killed": {
        "agree": 2.0,
        "agree small": 0.5,
        "nearly agree": 1.5,
        "close": 0.5,
        "differ": -0.2,
        "one of many": -0.8,
        "far apart": -1.2,
    },
    "wounded": {
        "agree": 2.0,
        "agree small": 0.8,
        "nearly agree": 1.2,
        "close": 0.3,
        "differ": -0.1,
        "one of many": -0.3,
        "far apart": -0.5,
    },
    "target": {"shared": 0.8, "different": -1.2},
    "victim": {"shared": 0.5, "different": -0.3},
    "actor": {"shared": 0.6, "different": -0.6},
    "words": {
        "very alike": 5.0,
        "much alike": 4.3,
        "alike": 3.5,
        "somewhat alike": 2.0,
        "hardly alike": 0.3,
        "unlike": -2.0,
        "too little": 0.0,
    },
    "passage": {"same": 3.0},
}
"""Feature → outcome → weight, on the scale of natural log odds. Two events join above 0, counted from START. Set by
hand on the tables that benchmark gva prints; re-run it after any change."""


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
