"""Incidents: one event in the world, computed from all the claims about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from relata.model.claim import Claim, EventType, ResponsibilityStatus
from relata.model.counts import Toll
from relata.model.dates import DateInterval
from relata.model.decision import Ruling
from relata.model.ids import content_id
from relata.model.places import Place

Standing = Literal["confirmed", "reported", "contested", "unconfirmed"]


def founded_on(event_id: str) -> str:
    """The id of the incident that is founded on an event."""
    return content_id("incident", event_id)


@dataclass(frozen=True, slots=True)
class ActorRef:
    """An actor by id, with the name to show and every other written form met."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Responsibility:
    """Who is said to have done it.

    Attributes:
        actor: the actor.
        status: claimed (it says so itself), attributed (others say so as fact), suspected (others, with a hedge),
            denied (it denies and nobody else asserts), disputed (asserted by one, denied by another).
        holders: the names of those who say so, in order of first appearance.
    """

    actor: ActorRef
    status: ResponsibilityStatus
    holders: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Corroboration:
    """How far the incident stands on more than one leg.

    Attributes:
        reports: how many reports speak of it.
        origins: how many accounts among them do not derive from one another.
    """

    reports: int
    origins: int


@dataclass(frozen=True, slots=True)
class Incident:
    """One event in the world as all reports together tell it: a pure function of claims and decisions.

    Attributes:
        id: founded on the earliest report's event, so that later reports do not change it; the store redirects
            every id that was ever given.
        type: kind of violence.
        date: when, or None.
        place: where, or None.
        killed: people killed, or None when nobody says; ``wounded``, ``missing``, ``abducted``, ``arrested`` likewise.
        responsible: who is said to have done it, strongest status first.
        targets: what was attacked, in the words of the reports.
        victims: who was hurt, in the words of the reports.
        weapons: with what.
        standing: confirmed, reported, contested or unconfirmed.
        standing_because: one sentence that names the rule and the claims.
        corroboration: how many reports, and how many independent accounts.
        reports: ids of the reports, by publication.
        events: ids of the events joined in it.
        claims: every claim about it, in order of report and place in the text.
        title: one line for lists ("Suicide bombing in Peshawar, 4 March 2022").
        decisions: what analysts decided about it and did not undo, in order of time.
        standing_rule: key of the rule by which it stands so, as docs/rules.md prints it.
    """

    id: str
    type: EventType
    date: DateInterval | None
    place: Place | None
    killed: Toll | None
    wounded: Toll | None
    missing: Toll | None
    abducted: Toll | None
    arrested: Toll | None
    responsible: tuple[Responsibility, ...]
    targets: tuple[str, ...]
    victims: tuple[str, ...]
    weapons: tuple[str, ...]
    standing: Standing
    standing_because: str
    corroboration: Corroboration
    reports: tuple[str, ...]
    events: tuple[str, ...]
    claims: tuple[Claim, ...]
    title: str = ""
    decisions: tuple[Ruling, ...] = ()
    standing_rule: str = ""
