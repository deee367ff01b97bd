"""The one public call: claims and decisions in, incidents out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from relata.incidents.becoming import becoming_incidents
from relata.incidents.candidates import candidates
from relata.incidents.cluster import cluster
from relata.incidents.copies import find_copies
from relata.incidents.corroborate import corroboration, origins
from relata.incidents.links import Links
from relata.incidents.lookup import ActorLookup
from relata.incidents.reconcile import namings, reconcile_date, reconcile_place, reconcile_type
from relata.incidents.responsibility import responsible
from relata.incidents.standing import Case, judge
from relata.incidents.titles import title
from relata.incidents.tolls import toll
from relata.incidents.views import gather
from relata.model import Claim, Decision, Event, Incident, Report, founded_on


def build(
    reports: Sequence[Report],
    events: Sequence[Event],
    claims: Sequence[Claim],
    decisions: Sequence[Decision],
    resolution: ActorLookup,
    copies: Mapping[str, str] | None = None,
) -> list[Incident]:
    """All incidents that the claims tell of. Use it anew whenever reports, claims or decisions were added.

    A pure function: the same arguments, in any order, give the same incidents. Events that are plans, threats,
    suppositions or habits become none, and totals only where they fell on one day; an event that is only denied
    becomes one if somebody asserts it.
    Time and memory grow nearly in proportion to the number of events.

    Args:
        reports: the reports; what belongs to a report that is not among them is left out.
        events: the events found in them.
        claims: the claims about these events; claims about actors are left out.
        decisions: what analysts decided and did not undo.
        resolution: who is who.
        copies: what :func:`find_copies` gives for ``reports``, where it is known already.

    Returns:
        The incidents by date (unknown last), then by id.
    """
    by_report = {report.id: report for report in reports}
    told = {event.id: event for event in events if event.report in by_report}
    rejected = Links.of(decisions, told).rejected
    claims_of: dict[str, list[Claim]] = defaultdict(list)
    for claim in {claim.id: claim for claim in claims if claim.id not in rejected}.values():
        if claim.event in told:
            claims_of[str(claim.event)].append(claim)
    by_event = becoming_incidents(told.values(), claims_of)
    links = Links.of(decisions, by_event)
    claims_of = defaultdict(list, {id_: claims_of[id_] for id_ in by_event})
    copy_of = find_copies(reports) if copies is None else copies
    held = [claim for own in claims_of.values() for claim in own]
    views = gather(by_report, by_event.values(), held, resolution, copy_of)
    groups = cluster(views, candidates(views), links)
    found = []
    for group in groups:
        joined = [by_event[id_] for id_ in group]
        if any(event.realis != "denied" for event in joined):
            own = [claim for id_ in group for claim in claims_of[id_]]
            found.append(assembled(joined, own, by_report, copy_of, resolution))
    return sorted(found, key=_listed)


def _listed(incident: Incident) -> tuple[str, str]:
    return incident.date.start.isoformat() if incident.date and incident.date.year_known else "9999", incident.id


def published_order(report: Report) -> tuple[str, str]:
    """Sorts reports by publication, undated ones last."""
    return report.published or "9999", report.id


def assembled(
    events: Sequence[Event],
    claims: Sequence[Claim],
    by_report: Mapping[str, Report],
    copy_of: Mapping[str, str],
    resolution: ActorLookup,
) -> Incident:
    """The incident that some events are, of which at least one is not only denied.

    Args:
        events: the events that are one incident.
        claims: the claims about them, the rejected ones left out.
        by_report: their reports, by id; others may be among them.
        copy_of: id of a wire copy → id of its original.
        resolution: who is who.
    """
    reports = sorted({by_report[event.report] for event in events}, key=published_order)
    place_of = {report.id: at for at, report in enumerate(reports)}
    events = sorted(events, key=lambda event: (place_of[event.report], event.trigger, event.id))
    claims = sorted(claims, key=lambda claim: (place_of[claim.report], claim.span, claim.id))
    accounts = origins(reports, claims, copy_of)
    own_reports = {report.id: report for report in reports}
    denied = frozenset(event.id for event in events if event.realis == "denied")
    day = reconcile_date(claims, accounts)
    place = reconcile_place(claims, accounts)
    kind = reconcile_type([event for event in events if event.id not in denied], claims, accounts)
    doers = responsible(claims, resolution, own_reports)
    standing, because = judge(Case(claims, denied, doers, accounts, own_reports))
    killed = toll(claims, "killed", own_reports)
    return Incident(
        id=founded_on(events[0].id),
        type=kind,
        date=day,
        place=place,
        killed=killed,
        wounded=toll(claims, "wounded", own_reports),
        missing=toll(claims, "missing", own_reports),
        abducted=toll(claims, "abducted", own_reports),
        arrested=toll(claims, "arrested", own_reports),
        responsible=doers,
        targets=namings(claims, "target"),
        victims=namings(claims, "victim"),
        weapons=namings(claims, "weapon"),
        standing=standing,
        standing_because=because,
        corroboration=corroboration(reports, claims, copy_of),
        reports=tuple(report.id for report in reports),
        events=tuple(event.id for event in events),
        claims=tuple(claims),
        title=title(kind, place, day, killed),
    )
