"""Decisions of analysts: rows with name, time and reason, that later runs respect."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from relata.model.ids import content_id

DecisionKind = Literal["same", "different", "reject"]


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided about events or a claim.

    Attributes:
        kind: "same" (the events are one incident), "different" (they are not), "reject" (the claim is wrong).
        subjects: ids of two or more events for same and different, of one claim for reject; sorted.
        by: who decided.
        reason: why, in a sentence.
        at: when, ISO 8601 in UTC.
    """

    kind: DecisionKind
    subjects: tuple[str, ...]
    by: str
    reason: str
    at: str

    @property
    def id(self) -> str:
        """A stable id of this decision."""
        return content_id("decision", self.kind, list(self.subjects), self.by, self.reason, self.at)
