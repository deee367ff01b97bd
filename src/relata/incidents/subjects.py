"""Decisions on what is told now: subjects whose ids have changed are found again by where they stood."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from relata.model import Anchor, Claim, Decision, Event, Span
from relata.model.decision import NEAR, said

SHARED = 0.5
"""An event whose word has moved farther is the same if this share of its claims stand where they stood."""


@dataclass(frozen=True, slots=True)
class Settled:
    """A decision with its subjects as they are called now.

    Attributes:
        decision: the decision.
        subjects: ids of events or claims that are told now, in the decision's order; what is gone is left out.
    """

    decision: Decision
    subjects: tuple[str, ...]

    @property
    def lost(self) -> bool:
        """Whether too little is left of what it is about for it to have an effect."""
        return len(set(self.subjects)) < (2 if self.decision.kind in ("same", "different") else 1)


@dataclass(slots=True)
class _Told:
    """What is told now, by id and by report."""

    events: dict[str, Event] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    events_of: dict[str, list[Event]] = field(default_factory=lambda: defaultdict(list))
    claims_of: dict[str, list[Claim]] = field(default_factory=lambda: defaultdict(list))
    spans_of: dict[str, list[Span]] = field(default_factory=lambda: defaultdict(list))


def settle(decisions: Iterable[Decision], events: Iterable[Event], claims: Iterable[Claim]) -> list[Settled]:
    """Decisions with the ids that their subjects have now, in order of time.

    An id that is told still is kept. Otherwise an event is looked for in its report by the word that named it, within
    40 characters, and by where its claims stood; a claim by its words, with the same attribute, value and stance. So a
    decision outlives an extractor that draws words otherwise, and does not pass to a statement that says another thing.

    Args:
        decisions: what was decided and not undone.
        events: all events told now, or those of the reports in question.
        claims: likewise.
    """
    made = sorted(decisions, key=lambda decision: (decision.at, decision.id))
    if not made:
        return []
    told = _told(made, events, claims)
    return [Settled(decision, _subjects(decision, told)) for decision in made]


def rejected(settled: Iterable[Settled]) -> frozenset[str]:
    """Ids of the claims that are wrong; about one claim the latest decision holds."""
    return frozenset(id_ for id_, kind in _judged(settled).items() if kind == "reject")


def vouched(settled: Iterable[Settled]) -> frozenset[str]:
    """Ids of the claims and events that are right; about one claim the latest decision holds."""
    return frozenset(id_ for id_, kind in _judged(settled).items() if kind == "confirm")


def _judged(settled: Iterable[Settled]) -> dict[str, str]:
    judged = (one for one in settled if one.decision.kind in ("reject", "confirm"))
    return {id_: one.decision.kind for one in judged for id_ in one.subjects}


def _told(decisions: Sequence[Decision], events: Iterable[Event], claims: Iterable[Claim]) -> _Told:
    """What is told now in the reports that decisions are about, and under the ids that they name."""
    reports = {anchor.report for decision in decisions for anchor in decision.anchors}
    named = {subject for decision in decisions for subject in decision.subjects}
    told = _Told()
    for event in events:
        if event.id in named or event.report in reports:
            told.events[event.id] = event
            told.events_of[event.report].append(event)
            told.spans_of[event.id].append(event.trigger)
    for claim in claims:
        if claim.id in named or claim.report in reports:
            told.claims[claim.id] = claim
            told.claims_of[claim.report].append(claim)
            if claim.event in told.events:
                told.spans_of[str(claim.event)].append(claim.span)
    return told


def _subjects(decision: Decision, told: _Told) -> tuple[str, ...]:
    anchors = {anchor.id: anchor for anchor in decision.anchors}
    found = (_now(subject, anchors.get(subject), told) for subject in decision.subjects)
    return tuple(dict.fromkeys(id_ for id_ in found if id_ is not None))


def _now(subject: str, anchor: Anchor | None, told: _Told) -> str | None:
    if subject in told.events or subject in told.claims:
        return subject
    if anchor is None:
        return None
    return _event_at(anchor, told) if anchor.attribute is None else _claim_at(anchor, told.claims_of)


def _event_at(anchor: Anchor, told: _Told) -> str | None:
    ranked = []
    for event in told.events_of.get(anchor.report, ()):
        spans = told.spans_of[event.id]
        shared = sum(any(span.overlaps(other) for other in spans) for span in anchor.spans)
        gap = _gap(anchor.span, event.trigger)
        if gap < NEAR or shared > SHARED * len(anchor.spans):
            ranked.append((-shared, gap, event.id))
    return min(ranked)[2] if ranked else None


def _claim_at(anchor: Anchor, claims_of: Mapping[str, Sequence[Claim]]) -> str | None:
    ranked = [
        (_gap(anchor.span, claim.span), abs(claim.span.start - anchor.span.start), claim.id)
        for claim in claims_of.get(anchor.report, ())
        if (claim.attribute, said(claim.value), claim.stance) == (anchor.attribute, anchor.said, anchor.stance)
    ]
    near = [entry for entry in ranked if entry[0] < NEAR]
    return min(near)[2] if near else None


def _gap(one: Span, other: Span) -> int:
    """Characters between two spans; 0 where they touch."""
    return max(0, max(one.start, other.start) - min(one.end, other.end))
