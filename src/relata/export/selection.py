"""What goes into an export: all, or what some incidents rest on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from relata.export.shapes import Context
from relata.model import Actor, ActorName, Claim, Incident, Names, Report
from relata.store import IncidentQuery, Store


@dataclass(frozen=True, slots=True)
class Selection:
    """Which parts of a database an export holds.

    Attributes:
        query: which incidents.
        context: what their claims refer to.
        report_ids: reports, or None for all.
        actor_ids: actors, or None for all.
    """

    query: IncidentQuery
    context: Context
    report_ids: frozenset[str] | None
    actor_ids: frozenset[str] | None

    def reports(self, store: Store) -> Iterator[Report]:
        """The reports, by publication and id."""
        return store.reports(ids=self.report_ids)

    def incidents(self, store: Store) -> Iterator[Incident]:
        """The incidents, by date and id."""
        return store.incidents(self.query)

    def actors(self, store: Store) -> Iterator[Actor]:
        """The actors, by id."""
        kept = self.actor_ids
        return (actor for actor in store.actors() if kept is None or actor.id in kept)


def select(store: Store, query: IncidentQuery | None = None) -> Selection:
    """All of ``store``, or, where ``query`` has a filter, the incidents that meet it with what they rest on.

    Of a filtered export's actors, only claims in its reports are given.
    """
    query = query or IncidentQuery()
    report_ids = actor_ids = None
    names = store.names()
    if not query.everything:
        wanted: set[str] = set()
        meant: set[str] = set()
        for incident in store.incidents(query):
            wanted.update(incident.reports)
            wanted.update(claim.report for claim in incident.claims)
            meant.update(row.actor.id for row in incident.responsible)
            meant.update(_actors_in(incident.claims, names))
        report_ids, actor_ids = frozenset(wanted), frozenset(meant)
    context = Context(
        outlets=store.outlets(report_ids),
        names=names,
        copies=store.copies(),
    )
    return Selection(query, context, report_ids, actor_ids)


def _actors_in(claims: tuple[Claim, ...], names: Names) -> Iterator[str]:
    for claim in claims:
        for name in (claim.value, claim.holder):
            if isinstance(name, ActorName):
                yield names.id_of(claim.report, name)
