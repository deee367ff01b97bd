"""What is gathered before events are compared: which of them become incidents, their claims, what was decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from relata.incidents.becoming import becoming_incidents
from relata.incidents.copies import find_copies
from relata.incidents.decided import Decided
from relata.incidents.lookup import ActorLookup
from relata.incidents.subjects import rejected, settle
from relata.incidents.views import EventView, gather
from relata.model import Claim, Decision, Event, Report


@dataclass(frozen=True, slots=True)
class Basis:
    """Everything that incidents are made of.

    Attributes:
        reports: by id.
        events: the events that become incidents, by id.
        claims_of: event id → the claims about it, the rejected ones left out.
        copy_of: id of a wire copy → id of its original.
        views: the events as they are compared, in order of id.
        decided: what analysts decided.
    """

    reports: Mapping[str, Report]
    events: Mapping[str, Event]
    claims_of: Mapping[str, list[Claim]]
    copy_of: Mapping[str, str]
    views: Sequence[EventView]
    decided: Decided


def lay(
    reports: Sequence[Report],
    events: Sequence[Event],
    claims: Sequence[Claim],
    decisions: Sequence[Decision],
    resolution: ActorLookup,
    copies: Mapping[str, str] | None = None,
) -> Basis:
    """Gather what incidents are made of. For the arguments see :func:`relata.incidents.build`."""
    by_report = {report.id: report for report in reports}
    told = {event.id: event for event in events if event.report in by_report}
    settled = settle(decisions, told.values(), claims)
    wrong = rejected(settled)
    claims_of: dict[str, list[Claim]] = defaultdict(list)
    for claim in {claim.id: claim for claim in claims if claim.id not in wrong}.values():
        if claim.event in told:
            claims_of[str(claim.event)].append(claim)
    becoming = becoming_incidents(told.values(), claims_of)
    named = {subject for one in settled for subject in one.subjects}
    event_of = {claim.id: claim.event for claim in claims if claim.id in named}
    copy_of = find_copies(reports) if copies is None else copies
    kept = defaultdict(list, {id_: claims_of[id_] for id_ in becoming})
    held = [claim for own in kept.values() for claim in own]
    return Basis(
        reports=by_report,
        events=becoming,
        claims_of=kept,
        copy_of=copy_of,
        views=gather(by_report, becoming.values(), held, resolution, copy_of),
        decided=Decided.of(settled, becoming, event_of.get),
    )
