"""What a statement about responsibility, or about whether something happened, holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from relata.model import ActorName, Stance

Kind = Literal["responsible", "unclaimed", "happened"]


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement about responsibility for an event, or about whether it happened.

    Attributes:
        kind: responsible, unclaimed or happened.
        actor: whom it makes responsible, or None.
        holder: who says it where the words name the speaker themselves (the claimant, the accuser), or None.
        stance: how that holder stands to it, or None where the attribution decides.
        first: first token of its words.
        last: one past the last.
        all_events: whether it speaks of every event of the report ("in both cases").
        of_figures: whether it doubts the numbers given just before ("no way to check those figures"), not the event.
    """

    kind: Kind
    actor: ActorName | None
    holder: ActorName | None
    stance: Stance | None
    first: int
    last: int
    all_events: bool = False
    of_figures: bool = False
