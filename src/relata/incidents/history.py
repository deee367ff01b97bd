"""How an incident moved: toll, attribution and standing after each of its reports, by the rules that hold for all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from relata.incidents.build import assembled, published_order
from relata.incidents.lookup import ActorLookup
from relata.incidents.tolls import counting
from relata.model import COUNT_ATTRIBUTES, ActorName, Change, Claim, Event, History, Incident, Report, Step

TELLING = frozenset({"denies", "doubts", "confirms", "claims"})
"""Stances of the claims that a standing most often turns on."""


def history(
    incident: Incident,
    events: Iterable[Event],
    reports: Mapping[str, Report],
    resolution: ActorLookup,
    copies: Mapping[str, str],
) -> History:
    """The incident computed anew after each of its reports, from its own claims, and what differs each time.

    Which events it holds, and who is who, is taken as it is known now. Values that analysts set, and what they vouch
    for, are left out: the last step is what the reports give, and is the incident itself where nobody decided so.

    Args:
        incident: the incident.
        events: its events; others may be among them.
        reports: its reports, by id; others may be among them.
        resolution: who is who.
        copies: id of a report that reprints another one → id of that one.
    """
    own = [event for event in events if event.id in set(incident.events)]
    order = sorted((reports[id_] for id_ in incident.reports), key=published_order)
    steps: list[Step] = []
    before: Incident | None = None
    for number, report in enumerate(order):
        seen = {one.id for one in order[: number + 1]}
        told = [event for event in own if event.report in seen]
        after = None
        if any(event.realis != "denied" for event in told):
            claims = [claim for claim in incident.claims if claim.report in seen]
            after = assembled(told, claims, reports, copies, resolution)
        new = [claim for claim in incident.claims if claim.report == report.id]
        changes = _changes(before, after, new, resolution)
        steps.append(Step(report.id, report.published, report.outlet, report.title, changes, after))
        before = after
    return History(incident.id, tuple(steps))


def _changes(
    before: Incident | None, after: Incident | None, new: Sequence[Claim], resolution: ActorLookup
) -> tuple[Change, ...]:
    found = []
    for what in COUNT_ATTRIBUTES:
        was, is_ = getattr(before, what, None), getattr(after, what, None)
        if was != is_:
            found.append(Change(what, was, is_, claims=_counted(new, what)))
    found += _attributions(before, after, new, resolution)
    if after is not None and (before is None or before.standing != after.standing):
        was = before.standing if before else None
        found.append(
            Change("standing", was, after.standing, claims=_standing(new, after), because=after.standing_because)
        )
    return tuple(found)


def _standing(new: Sequence[Claim], after: Incident) -> tuple[Claim, ...]:
    """The report's claims on which the standing turns; none where it is plainly reported."""
    if after.standing == "reported":
        return ()
    named = tuple(claim for claim in new if claim.id in after.standing_because)
    return named or tuple(claim for claim in new if claim.attribute == "happened" or claim.stance in TELLING)


def _counted(new: Sequence[Claim], what: str) -> tuple[Claim, ...]:
    """The report's counts that count; all it has where none does."""
    ids = {claim.id for claim in counting(new, what)}
    counts = [claim for claim in new if claim.attribute == what]
    return tuple([claim for claim in counts if claim.id in ids] or counts)


def _attributions(
    before: Incident | None, after: Incident | None, new: Sequence[Claim], resolution: ActorLookup
) -> list[Change]:
    was = {row.actor.id: row for row in before.responsible} if before else {}
    is_ = {row.actor.id: row for row in after.responsible} if after else {}
    said = [claim for claim in new if claim.attribute == "responsible"]
    found = []
    for id_, row in {**is_, **was, **is_}.items():
        old, now = (rows[id_].status if id_ in rows else None for rows in (was, is_))
        if old != now:
            own = tuple(
                claim
                for claim in said
                if isinstance(claim.value, ActorName) and resolution.ref(claim.report, claim.value).id == id_
            )
            found.append(Change("responsible", old, now, row.actor, own or tuple(said)))
    return found
