"""From claims and decisions to incidents: everything that can be computed, computed anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from relata.model import OUTLET, ActorName, Claim, Report

if TYPE_CHECKING:  # worker processes load this module, and never need what opens databases
    from relata.store import Store


def recompute(store: Store) -> int:
    """Compute actors and incidents from all that was read and decided, and put them in the place of the old.

    Returns:
        How many incidents there are.
    """
    from relata.actors import resolve  # noqa: PLC0415 - only this step needs the tables of actors
    from relata.incidents import build, find_copies  # noqa: PLC0415

    basis = store.basis()
    decisions = store.decisions()
    rejected = {subject for decision in decisions if decision.kind == "reject" for subject in decision.subjects}
    reports = list(store.reports())
    found = list(store.claims())
    claims = [claim for claim in found if claim.id not in rejected]
    taken_back = [claim for claim in found if claim.id in rejected and claim.attribute == "alias"]
    about = (claim for claim in claims if claim.event is None)
    resolution = resolve(names_in(reports, claims), about, taken_back)
    copies = find_copies(reports)
    incidents = build(reports, list(store.events()), claims, decisions, resolution, copies)
    store.save_incidents(
        incidents,
        resolution.actors,
        names={(report, name): resolution.ref(report, name).id for report, name in names_in(reports, claims)},
        copies=copies,
        basis=basis,
    )
    return len(incidents)


def bring_up_to_date(store: Store) -> None:
    """Recompute, if anything was read or decided since it was last done."""
    if not store.up_to_date():
        recompute(store)


def names_in(reports: Iterable[Report], claims: Iterable[Claim]) -> Iterator[tuple[str, ActorName]]:
    """Every use of an actor's name, with the report that writes it: outlets, holders, doers, actors of profiles."""
    for report in reports:
        outlet = outlet_name(report)
        if outlet:
            yield report.id, outlet
    for claim in claims:
        for name in (claim.actor, claim.value, claim.holder):
            if isinstance(name, ActorName) and name.key != OUTLET:
                yield claim.report, name


def outlet_name(report: Report) -> ActorName | None:
    """The outlet of a report as an actor, or None where it is not known."""
    return ActorName(report.outlet, None, "media") if report.outlet else None
