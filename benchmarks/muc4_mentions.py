"""Role mentions: which strings of a report fill which role of the MUC-4 task, and how likely.

Everything after this step reads role mentions alone, so that any other finder of strings can stand in for this one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from benchmarks.muc4_features import View, mention_features, report_features
from benchmarks.muc4_spans import Candidate, plain
from benchmarks.muc4_weights import Table, probability
from relata.model import Span

ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon", "Title")
"""The roles; a Title is the words for a named victim's office or trade."""
LEAST = 0.1
"""Mentions less likely than this are not kept."""


@dataclass(frozen=True, slots=True)
class RoleMention:
    """A string that may fill a role.

    Attributes:
        role: one of :data:`ROLES`.
        span: where it stands in the report's text.
        text: the string as the task writes it: in capitals, without opening determiners and numbers.
        probability: how likely it fills the role in the key, 0 to 1.
        sentence: number of its sentence.
        candidate: the candidate it was, where it was one.
    """

    role: str
    span: Span
    text: str
    probability: float
    sentence: int
    candidate: Candidate | None = None


def judge_relevance(seen: View, table: Table) -> float:
    """How likely a report holds a relevant incident."""
    return probability(table, report_features(seen))


def find_mentions(seen: View, tables: Mapping[str, Table]) -> list[RoleMention]:
    """The role mentions of a report by learnt tables, one for each role; of overlapping ones the likeliest."""
    scored: dict[str, list[tuple[float, Candidate]]] = {role: [] for role in tables}
    for one in seen.candidates:
        features = set(mention_features(seen, one))
        for role, table in tables.items():
            scored[role].append((probability(table, features), one))
    return choose(seen, scored)


def choose(seen: View, scored: Mapping[str, Iterable[tuple[float, Candidate]]]) -> list[RoleMention]:
    """For each role the likeliest candidates, none over another, in the order of the text."""
    chosen: list[RoleMention] = []
    for role, found in scored.items():
        taken: list[Candidate] = []
        for likely, one in sorted(found, key=lambda pair: (-pair[0], pair[1].first, -pair[1].last)):
            if likely < LEAST:
                break
            if any(one.first < other.last and other.first < one.last for other in taken):
                continue
            taken.append(one)
            text = plain(one.span.cut(seen.annotated.text))
            chosen.append(RoleMention(role, one.span, text, likely, one.sentence, one))
    return sorted(chosen, key=lambda mention: (mention.span, ROLES.index(mention.role)))
