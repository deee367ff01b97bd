"""The one public call: claims and decisions in, incidents out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from relata.incidents.basis import Basis, lay
from relata.incidents.candidates import candidates
from relata.incidents.cluster import cluster
from relata.incidents.corroborate import corroboration, origins
from relata.incidents.decided import UNDECIDED, Decided, corrected, rulings
from relata.incidents.lookup import ActorLookup
from relata.incidents.reconcile import namings, reconcile_date, reconcile_place, reconcile_type
from relata.incidents.responsibility import responsible
from relata.incidents.standing import Case, judge
from relata.incidents.titles import title
from relata.incidents.tolls import toll
from relata.model import COUNT_ATTRIBUTES, Claim, Decision, Event, Incident, Report, founded_on


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
    basis = lay(reports, events, claims, decisions, resolution, copies)
    groups = cluster(basis.views, candidates(basis.views), basis.decided.links)
    told = (group for group in groups if any(basis.events[id_].realis != "denied" for id_ in group))
    return sorted((_incident(group, basis, resolution) for group in told), key=_listed)


def _listed(incident: Incident) -> tuple[str, str]:
    return incident.date.start.isoformat() if incident.date and incident.date.year_known else "9999", incident.id


def published_order(report: Report) -> tuple[str, str]:
    """Sorts reports by publication, undated ones last."""
    return report.published or "9999", report.id


def _incident(group: Sequence[str], basis: Basis, resolution: ActorLookup) -> Incident:
    events = [basis.events[id_] for id_ in group]
    claims = [claim for id_ in group for claim in basis.claims_of[id_]]
    incident = assembled(events, claims, basis.reports, basis.copy_of, resolution, basis.decided)
    return corrected(incident, resolution, {event.id: event.report for event in events})


def assembled(
    events: Sequence[Event],
    claims: Sequence[Claim],
    by_report: Mapping[str, Report],
    copy_of: Mapping[str, str],
    resolution: ActorLookup,
    decided: Decided = UNDECIDED,
) -> Incident:
    """The incident that some events are, of which at least one is not only denied; values that analysts set apart.

    Args:
        events: the events that are one incident.
        claims: the claims about them, the rejected ones left out.
        by_report: their reports, by id; others may be among them.
        copy_of: id of a wire copy → id of its original.
        resolution: who is who.
        decided: what analysts decided.
    """
    reports = sorted({by_report[event.report] for event in events}, key=published_order)
    place_of = {report.id: at for at, report in enumerate(reports)}
    events = sorted(events, key=lambda event: (place_of[event.report], event.trigger, event.id))
    claims = sorted(claims, key=lambda claim: (place_of[claim.report], claim.span, claim.id))
    decisions = rulings([event.id for event in events], decided)
    vouched = decided.vouched
    accounts = origins(reports, claims, copy_of)
    own_reports = {report.id: report for report in reports}
    denied = frozenset(event.id for event in events if event.realis == "denied")
    day = reconcile_date(claims, accounts, vouched)
    place = reconcile_place(claims, accounts, vouched)
    kind = reconcile_type([event for event in events if event.id not in denied], claims, accounts, vouched)
    doers = responsible(claims, resolution, own_reports)
    verdict = judge(Case(claims, denied, doers, accounts, own_reports, decisions))
    tolls = {name: toll(claims, name, own_reports, vouched) for name in COUNT_ATTRIBUTES}
    return Incident(
        id=founded_on(events[0].id),
        type=kind,
        date=day,
        place=place,
        **tolls,
        responsible=doers,
        targets=namings(claims, "target"),
        victims=namings(claims, "victim"),
        weapons=namings(claims, "weapon"),
        standing=verdict.standing,
        standing_because=verdict.because,
        corroboration=corroboration(reports, claims, copy_of),
        reports=tuple(report.id for report in reports),
        events=tuple(event.id for event in events),
        claims=tuple(claims),
        title=title(kind, place, day, tolls["killed"]),
        decisions=decisions,
        standing_rule=verdict.rule,
    )
