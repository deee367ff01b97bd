"""From claims and decisions to incidents: everything that can be computed, computed anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from relata.model import OUTLET, ActorName, Claim, Decision, Doer, Event, Report

if TYPE_CHECKING:  # worker processes load this module, and never need what opens databases
    from relata.actors import Resolution
    from relata.store import Store


@dataclass(frozen=True, slots=True)
class Held:
    """What a database holds, in the form that incidents are computed from.

    Attributes:
        reports: all reports.
        events: all events that are told now.
        claims: all claims; rejected ones are among them.
        decisions: what analysts decided and did not undo.
        resolution: who is who, by the claims that were not rejected.
        copies: id of each report that reprints another one, and of that one.
    """

    reports: Sequence[Report]
    events: Sequence[Event]
    claims: Sequence[Claim]
    decisions: Sequence[Decision]
    resolution: Resolution
    copies: Mapping[str, str]

    def names(self) -> Iterator[tuple[str, ActorName]]:
        """Every use of an actor's name; see :func:`names_in`."""
        return names_in(self.reports, self.claims, self.decisions)


def held(store: Store) -> Held:
    """Everything that was read and decided."""
    from relata.actors import resolve  # noqa: PLC0415 - only this step needs the tables of actors
    from relata.incidents import find_copies, rejected, settle  # noqa: PLC0415

    reports, events, claims = list(store.reports()), list(store.events()), list(store.claims())
    decisions = store.decisions()
    wrong = rejected(settle(decisions, events, claims))
    right = [claim for claim in claims if claim.id not in wrong]
    taken_back = [claim for claim in claims if claim.id in wrong and claim.attribute == "alias"]
    about = (claim for claim in right if claim.event is None)
    resolution = resolve(names_in(reports, right, decisions), about, taken_back)
    return Held(reports, events, claims, decisions, resolution, find_copies(reports))


def recompute(store: Store) -> int:
    """Compute actors and incidents from all that was read and decided, and put them in the place of the old.

    Returns:
        How many incidents there are.
    """
    from relata.incidents import build  # noqa: PLC0415

    basis = store.basis()
    found = held(store)
    incidents = build(found.reports, found.events, found.claims, found.decisions, found.resolution, found.copies)
    store.save_incidents(
        incidents,
        found.resolution.actors,
        names={(report, name): found.resolution.ref(report, name).id for report, name in found.names()},
        copies=found.copies,
        basis=basis,
    )
    return len(incidents)


def bring_up_to_date(store: Store) -> None:
    """Recompute, if anything was read or decided since it was last done."""
    if not store.up_to_date():
        recompute(store)


def names_in(
    reports: Iterable[Report], claims: Iterable[Claim], decisions: Iterable[Decision] = ()
) -> Iterator[tuple[str, ActorName]]:
    """Every use of an actor's name, with the report that writes it: outlets, holders, doers, actors of profiles.

    Whom an analyst names as responsible counts as named by the report whose event was decided on.
    """
    for report in reports:
        outlet = outlet_name(report)
        if outlet:
            yield report.id, outlet
    for claim in claims:
        for name in (claim.actor, claim.value, claim.holder):
            if isinstance(name, ActorName) and name.key != OUTLET:
                yield claim.report, name

    for decision in decisions:
        if decision.attribute == "responsible" and isinstance(decision.value, tuple):
            doers = [doer for doer in decision.value if isinstance(doer, Doer)]
            yield from ((anchor.report, ActorName(doer.name)) for anchor in decision.anchors for doer in doers)


def outlet_name(report: Report) -> ActorName | None:
    """The outlet of a report as an actor, or None where it is not known."""
    return ActorName(report.outlet, None, "media") if report.outlet else None
