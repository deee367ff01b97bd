"""From claims and decisions to incidents: everything that can be computed, computed anew."""

from __future__ import annotations

from relata.model import OUTLET, ActorName, Claim, Report
from relata.store import Store


def recompute(store: Store) -> int:
    """Compute actors and incidents from all that was read and decided, and put them in the place of the old.

    Returns:
        How many incidents there are.
    """
    from relata.actors import resolve  # noqa: PLC0415 - only this step needs the tables of actors
    from relata.incidents import build, find_copies  # noqa: PLC0415

    basis = store.basis()
    reports = list(store.reports())
    claims = list(store.claims())
    names = names_in(reports, claims)
    resolution = resolve(names, [claim for claim in claims if claim.attribute == "alias"])
    incidents = build(reports, list(store.events()), claims, store.decisions(), resolution)
    store.save_incidents(
        incidents,
        resolution.actors,
        names={(report, name): resolution.ref(report, name).id for report, name in names},
        copies=find_copies(reports),
        basis=basis,
    )
    return len(incidents)


def bring_up_to_date(store: Store) -> None:
    """Recompute, if anything was read or decided since it was last done."""
    if not store.up_to_date():
        recompute(store)


def names_in(reports: list[Report], claims: list[Claim]) -> list[tuple[str, ActorName]]:
    """Every name of an actor, with the report that writes it, each pair once: holders, doers, outlets."""
    outlets = {report.id: outlet_name(report) for report in reports}
    found = {(id_, name): None for id_, name in outlets.items() if name is not None}
    for claim in claims:
        for name in (claim.actor, claim.value, claim.holder):
            if isinstance(name, ActorName) and name.key != OUTLET:
                found[claim.report, name] = None
    return list(found)


def outlet_name(report: Report) -> ActorName | None:
    """The outlet of a report as an actor, or None where it is not known."""
    return ActorName(report.outlet, None, "media") if report.outlet else None
