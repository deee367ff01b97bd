"""What an analyst should look at: incidents that may be one, or two; the likeliest mistakes first."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from relata.incidents.basis import Basis
from relata.incidents.candidates import Pair, candidates
from relata.incidents.links import Links
from relata.incidents.score import Score, score, weight
from relata.incidents.scores import Scores, some
from relata.model import Event, Incident, Span

DOUBT = -2.2
"""Natural log odds that what was computed is wrong, from which a person should look: one in ten."""
MOST_MEMBERS = 40
"""Events of one incident that are looked at; of more, about as many are taken at even steps."""

STRONGEST = 3
"""Reasons of a comparison that stand for the analyst's, where none is given."""

ASKED = (
    "`relata review` asks about two incidents whose mean score stayed under 0, and about the two parts of one incident "
    "that would be joined last, wherever the chance that what was computed is wrong is "
    f"{1 / (1 + math.exp(-DOUBT)):.0%} or more by the weights; the greatest chance first. What was decided is not "
    "asked again."
)
"""As docs/rules.md prints it."""

QuestionKind = Literal["duplicate", "join"]


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two sides of a question.

    Attributes:
        event: the event by which it is compared, and decided on.
        report: id of the report that tells it.
        trigger: where the word that names it stands there.
        incident: id of the incident that holds it.
        events: all its events, sorted.
    """

    event: str
    report: str
    trigger: Span
    incident: str
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """Two sides of which it is doubtful whether they are one.

    Attributes:
        kind: "duplicate" (two incidents that may be one) or "join" (one incident that may be two).
        one: the first side.
        other: the second.
        mean: the mean score between the events of the sides, natural log odds that they are one.
        score: how the two events by which the sides are compared come out, with the reasons.
    """

    kind: QuestionKind
    one: Side
    other: Side
    mean: float
    score: Score

    @property
    def doubt(self) -> float:
        """Natural log odds that what was computed is wrong: that a duplicate is one, or a join two."""
        return self.mean if self.kind == "duplicate" else -self.mean

    @property
    def chance(self) -> float:
        """The chance, by the weights, that what was computed is wrong."""
        return 1 / (1 + math.exp(-self.doubt))

    @property
    def subjects(self) -> tuple[str, str]:
        """The events that a decision about it is about."""
        return self.one.event, self.other.event

    @property
    def reason(self) -> str:
        """The strongest of what was compared: it stands for an analyst's reason, where none is given."""
        ranked = sorted(self.score.evidence, key=lambda item: (-abs(weight(item)), item.feature))
        return "as compared: " + "; ".join(
            f"{item.feature} {item.value} ({item.detail})" for item in ranked[:STRONGEST]
        )


def review(basis: Basis, incidents: Iterable[Incident]) -> list[Question]:
    """Questions for an analyst, those first where what was computed is likeliest to be wrong.

    Possible duplicates are pairs of incidents, compared as candidates for joining are, whose mean score stayed below
    what joins them, but not far. Doubtful joins are incidents whose two most different parts hold together by little.
    What analysts have decided is not asked again.

    Args:
        basis: what the incidents were made of.
        incidents: the incidents that came of it.
    """
    group_of = {event: incident.id for incident in incidents for event in incident.events}
    members: dict[str, list[str]] = {}
    for event, incident in sorted(group_of.items()):
        members.setdefault(incident, []).append(event)
    scores = Scores(basis.views)
    links = basis.decided.links
    found = [*_duplicates(candidates(basis.views), group_of, members, links, scores)]
    for incident, events in sorted(members.items()):
        found += _joins(incident, events, links, scores)
    return sorted(found, key=lambda one: (-one.doubt, one.subjects))


def _duplicates(
    pairs: Iterable[Pair],
    group_of: Mapping[str, str],
    members: Mapping[str, list[str]],
    links: Links,
    scores: Scores,
) -> Iterable[Question]:
    parted = {_pair(group_of[a], group_of[b]) for a, b in links.apart if a in group_of and b in group_of}
    near: set[Pair] = set()
    for one, other in pairs:
        if one in group_of and other in group_of and group_of[one] != group_of[other]:
            both = _pair(group_of[one], group_of[other])
            if both not in near and both not in parted and scores.of(one, other).total > DOUBT:
                near.add(both)
    for one, other in sorted(near):
        mine, theirs = members[one], members[other]
        if scores.ruled_out(mine, theirs):
            continue
        mean = scores.mean(mine, theirs)
        if mean > DOUBT:
            yield _question("duplicate", (one, mine), (other, theirs), mean, scores)


def _joins(incident: str, events: Sequence[str], links: Links, scores: Scores) -> Iterable[Question]:
    parts = _two_parts(some(events, MOST_MEMBERS), links, scores)
    if parts is not None:
        one, other = parts
        mean = scores.mean(one, other)
        if -mean > DOUBT:
            yield _question("join", (incident, one), (incident, other), mean, scores)


def _two_parts(events: Sequence[str], links: Links, scores: Scores) -> tuple[list[str], list[str]] | None:
    """The two parts that would be joined last, by average link; None where decisions hold everything together."""
    parts = [[event] for event in events]
    inside = set(events)
    for one, other in links.together:
        if one in inside and other in inside:
            first, second = (next(part for part in parts if event in part) for event in (one, other))
            if first is not second:
                parts.remove(second)
                first.extend(second)
    if len(parts) < 2:
        return None
    while len(parts) > 2:
        pairs = combinations(range(len(parts)), 2)
        kept, gone = max(pairs, key=lambda pair: scores.mean(parts[pair[0]], parts[pair[1]]))
        parts[kept] = sorted(parts[kept] + parts.pop(gone))
    first, second = sorted(sorted(part) for part in parts)
    return first, second


def _question(
    kind: QuestionKind, one: tuple[str, Sequence[str]], other: tuple[str, Sequence[str]], mean: float, scores: Scores
) -> Question:
    first, second = scores.closest(one[1], other[1])
    return Question(
        kind=kind,
        one=_side(scores.views[first].event, *one),
        other=_side(scores.views[second].event, *other),
        mean=mean,
        score=score(scores.views[first], scores.views[second]),
    )


def _side(event: Event, incident: str, events: Sequence[str]) -> Side:
    return Side(event.id, event.report, event.trigger, incident, tuple(sorted(events)))


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)
