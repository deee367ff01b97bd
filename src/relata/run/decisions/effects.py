"""What each decision does now: which incidents it touches, and whether it has an effect."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from relata.model import Claim, Decision

if TYPE_CHECKING:
    from relata.incidents import Settled
    from relata.store import Store

GONE = "what it is about is no longer found in any report that was read"
NO_INCIDENT = "what it is about belongs to no incident"
OVERRULED = "a later decision, or one that goes before it, holds in its place"
WITHDRAWN = "it was undone"


@dataclass(frozen=True, slots=True)
class Effect:
    """A decision, and what has come of it.

    Attributes:
        decision: the decision.
        incidents: ids of the incidents that it touches now, sorted.
        without: why it is without effect; "" while it has one.
    """

    decision: Decision
    incidents: tuple[str, ...]
    without: str = ""


def effects(store: Store, *, withdrawn: bool = False) -> list[Effect]:
    """Every decision in order of time, with what it does now. Incidents must be up to date.

    Args:
        store: the database.
        withdrawn: also those that were undone.
    """
    # Workers load this package, and decide nothing.
    from relata.incidents.subjects import rejected, settle, vouched  # noqa: PLC0415

    made = store.decisions(withdrawn=withdrawn)
    holding = [decision for decision in made if decision.withdrawn_at is None]
    named = store.reports_of(sorted({subject for decision in holding for subject in decision.subjects}))
    reports = sorted({anchor.report for decision in holding for anchor in decision.anchors} | named)
    claims = list(store.claims(reports))
    settled = {one.decision.id: one for one in settle(holding, store.events(reports), claims)}
    event_of = _event_of(settled.values(), claims)
    incident_of = store.incidents_of(sorted(set(event_of.values())))
    in_effect = {
        ruling.id
        for incident in store.incidents_by_id(sorted(set(incident_of.values())))
        for ruling in incident.decisions
        if ruling.in_effect
    }
    judged = {"reject": rejected(settled.values()), "confirm": vouched(settled.values())}
    for one in settled.values():  # about actors no incident tells
        if not judged.get(one.decision.kind, frozenset()).isdisjoint(set(one.subjects) - set(event_of)):
            in_effect.add(one.decision.id)
    return [_effect(decision, settled.get(decision.id), event_of, incident_of, in_effect) for decision in made]


def _event_of(settled: Iterable[Settled], claims: Iterable[Claim]) -> dict[str, str]:
    """The event that each subject is, or is about; claims about actors are left out."""
    about = {claim.id: claim.event for claim in claims}
    subjects = {subject for one in settled for subject in one.subjects}
    return {id_: event for id_ in subjects if (event := about.get(id_, id_)) is not None}


def _effect(
    decision: Decision,
    settled: Settled | None,
    event_of: Mapping[str, str],
    incident_of: Mapping[str, str],
    in_effect: Collection[str],
) -> Effect:
    if settled is None:
        return Effect(decision, (), WITHDRAWN)
    events = {event_of[id_] for id_ in settled.subjects if id_ in event_of}
    touched = tuple(sorted({incident_of[event] for event in events if event in incident_of}))
    if settled.lost:
        return Effect(decision, touched, GONE)
    if events and not touched:
        return Effect(decision, touched, NO_INCIDENT)
    return Effect(decision, touched, "" if decision.id in in_effect else OVERRULED)
