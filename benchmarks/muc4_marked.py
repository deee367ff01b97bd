"""Role mentions by two witnesses: learnt tables over words and the trained marker; what each says is weighed again.

The weights of this step are learnt as if neither witness had been trained on their messages
(``training/muc4_marked.py``).
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benchmarks.muc4_features import View, kind_of, mention_features
from benchmarks.muc4_mentions import ROLES, RoleMention, choose
from benchmarks.muc4_spans import Candidate, opening, plain
from benchmarks.muc4_weights import Table, probability, steps
from relata.language.heads import head
from relata.language.marks import Marks, incident, softmax, spans
from relata.model import Span

KINDS = {"PerpInd": "individual", "PerpOrg": "organisation", "Target": "target", "Victim": "victim", "Weapon": "weapon"}
"""Role → the marker's class for it."""
PARTS = {"PerpInd": "attacker", "PerpOrg": "attacker", "Target": "target", "Victim": "victim", "Weapon": "weapon"}
"""Role → the class of the marker's head for arguments of events."""
WORTH = 0.02
"""A candidate that neither witness gives this much is left alone."""
_LEAN = 2.0


@dataclass(frozen=True, slots=True)
class Offer:
    """A candidate for a role with what both witnesses say of it.

    Attributes:
        candidate: the span.
        text: its string as strings are compared.
        rule: what the tables over words say, 0 to 1.
        whole: how likely the marker marks exactly this span.
        some: how likely some word of it lies in a span of the role.
        part: the same, by the marker's head for arguments of events.
        other: how likely exactly this span is marked as something else.
    """

    candidate: Candidate
    text: str
    rule: float
    whole: float
    some: float
    part: float
    other: float


def word_rules(seen: View, tables: Mapping[str, Table]) -> list[dict[str, float]]:
    """What the tables over words say of each candidate, by role."""
    found = []
    for one in seen.candidates:
        features = set(mention_features(seen, one))
        found.append({role: probability(table, features) for role, table in tables.items()})
    return found


def with_marked(seen: View) -> list[Candidate]:
    """The candidates of a report, and after them the spans that the marker alone finds."""
    every, marks = list(seen.candidates), seen.annotated.marks
    if marks is None:
        return every
    known = {(one.first, one.last) for one in every}
    starts = [sentence.first for sentence in seen.annotated.sentences]
    for mark in spans(marks.scores, "terror", _LEAN):
        first = opening(seen.annotated, mark.first, mark.last)
        if (first, mark.last) not in known:
            known.add((first, mark.last))
            span = Span(seen.annotated.tokens[first].start, seen.annotated.tokens[mark.last - 1].end)
            every.append(Candidate(span, first, mark.last, bisect_right(starts, first) - 1, "marked"))
    return every


def offers_of(seen: View, rules: Sequence[Mapping[str, float]]) -> dict[str, list[Offer]]:
    """For each role the candidates that one of the witnesses takes for it; ``rules`` goes with the first of them."""
    found: dict[str, list[Offer]] = {role: [] for role in KINDS}
    marks = seen.annotated.marks
    if marks is None:
        return found
    terror, parts = softmax(marks.scores.of("terror")), softmax(marks.scores.of("role"))
    for number, one in enumerate(with_marked(seen)):
        said = rules[number] if number < len(rules) else {}
        wholes = {role: _whole(terror, head("terror").classes.index(kind), one) for role, kind in KINDS.items()}
        for role, kind in KINDS.items():
            rule, some = said.get(role, 0.0), _some(terror, head("terror").classes.index(kind), one)
            if max(rule, wholes[role]) < WORTH:
                continue
            part = _some(parts, head("role").classes.index(PARTS[role]), one)
            other = max(value for name, value in wholes.items() if name != role)
            text = plain(one.span.cut(seen.annotated.text))
            found[role].append(Offer(one, text, rule, wholes[role], some, part, other))
    return found


def _whole(given: NDArray[np.float32], kind: int, one: Candidate) -> float:
    begin, inside = 1 + 2 * kind, 2 + 2 * kind
    likely = float(given[one.first, begin]) * float(given[one.first + 1 : one.last, inside].prod())
    return likely * (1 - float(given[one.last, inside]) if one.last < len(given) else 1.0)


def _some(given: NDArray[np.float32], kind: int, one: Candidate) -> float:
    return float(given[one.first : one.last, 1 + 2 * kind : 3 + 2 * kind].sum(axis=1).max())


def offer_features(seen: View, one: Offer, among: Sequence[Offer], told: Mapping[str, float]) -> list[str]:
    """What tells whether a candidate fills a role: both witnesses, here and wherever the same string stands."""
    same = [other for other in among if other.text == one.text]
    kind = kind_of(seen, one.candidate)
    return [
        *steps("rule", one.rule),
        *steps("whole", one.whole),
        *steps("some", one.some),
        *steps("part", one.part, (-4, -2, 0, 2)),
        *steps("other", one.other, (-4, -2, 0)),
        *steps("rules", max(other.rule for other in same)),
        *steps("wholes", max(other.whole for other in same)),
        *steps("both", math.sqrt(one.rule * one.whole)),
        *steps("relevant", told["relevant"], (-3, -2, -1, 0, 1, 2)),
        f"shape:{one.candidate.shape}",
        f"kind:{kind}",
        f"same:{min(len(same), 4)}",
        f"size:{min(one.candidate.last - one.candidate.first, 6)}",
    ]


def marked_mentions(
    seen: View,
    offered: Mapping[str, Sequence[Offer]],
    rules: Sequence[Mapping[str, float]],
    tables: Mapping[str, Table],
) -> list[RoleMention]:
    """The role mentions of a report as both witnesses together see them; titles by the tables over words."""
    scored = {
        role: [(probability(tables[role], row), one.candidate) for one, row in zip(offered[role], rows, strict=True)]
        for role, rows in offer_rows(seen, offered).items()
        if role in tables
    }
    scored["Title"] = [
        (said.get("Title", 0.0), one) for said, one in zip(rules, seen.candidates, strict=True) if seen.annotated.marks
    ]
    return choose(seen, {role: scored[role] for role in ROLES if role in scored})


def offer_rows(seen: View, offered: Mapping[str, Sequence[Offer]]) -> dict[str, list[list[str]]]:
    """The features of every offer, by role."""
    told = incidents_of(seen.annotated.marks)
    return {role: [offer_features(seen, one, own, told) for one in own] for role, own in offered.items()}


def incidents_of(marks: Marks | None) -> dict[str, float]:
    """How likely the marker finds an incident of each kind in a report; 0 where it was not asked."""
    names = head("incident").classes
    return incident(marks.scores, names) if marks is not None else dict.fromkeys(names, 0.0)
