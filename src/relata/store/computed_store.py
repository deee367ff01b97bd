"""The half of a store that is computed, and replaced as a whole: incidents, actors, who copies whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Row

from relata.model import Actor, ActorName, ActorRef, Claim, Incident, Names
from relata.store import actors as naming
from relata.store import charts, choosing, computed, facets, incidents, paging, schema
from relata.store.connected import Connected
from relata.store.dialect import listed
from relata.store.paging import Key, ListedActor, Order, Page
from relata.store.query import IncidentQuery

EVERYTHING = IncidentQuery()


class ComputedStore(Connected):
    """Incidents and actors as they were last computed."""

    def up_to_date(self) -> bool:
        """Whether nothing was read or decided since incidents were computed."""
        with self._reading() as connection:
            return computed.computed_basis(connection) == computed.basis(connection)

    def decided_since(self) -> bool:
        """Whether something was decided or undone since incidents were computed, or they never were."""
        with self._reading() as connection:
            then, now = computed.computed_basis(connection), computed.basis(connection)
            return then is None or then.split("-")[-2:] != now.split("-")[-2:]

    def version(self) -> str:
        """What answers depend on, in one word: the same word means the same answers, whatever is asked.

        It goes by what incidents were computed from, and by what was read and decided since.
        """
        with self._reading() as connection:
            return computed.content(connection)

    def basis(self) -> str:
        """What computed things depend on, in one word: hand it to :meth:`save_incidents`."""
        with self._reading() as connection:
            return computed.basis(connection)

    def save_incidents(
        self,
        found: Iterable[Incident],
        actors: Iterable[Actor],
        *,
        names: Mapping[tuple[str, ActorName], str] | None = None,
        copies: Mapping[str, str] | None = None,
        basis: str | None = None,
    ) -> None:
        """Put incidents and actors in the place of those that were computed before.

        Args:
            found: the incidents; the first of an incident's events is the one it is founded on.
            actors: the actors.
            names: the actor that each name stands for, by report id and name.
            copies: id of each report that reprints another one, and of that one.
            basis: what :meth:`basis` was when the claims were fetched; by default what it is now.
        """
        with self._computing() as connection:
            computed.replace_computed(
                connection,
                found,
                actors,
                names=names or {},
                copies=copies or {},
                basis=basis or computed.basis(connection),
            )

    def incidents(self, query: IncidentQuery = EVERYTHING, *, claims: bool = True) -> Iterator[Incident]:
        """Incidents that meet every filter, by date and id; those without a date last; with their claims, or not."""
        with self._reading() as connection:
            yield from incidents.fetch_incidents(connection, incidents.incident_ids(connection, query), claims=claims)

    def incident_ids(self, query: IncidentQuery = EVERYTHING) -> list[str]:
        """Ids of the incidents that :meth:`incidents` gives, in the same order."""
        with self._reading() as connection:
            return incidents.incident_ids(connection, query)

    def incidents_by_id(self, ids: Iterable[str], *, claims: bool = True) -> Iterator[Incident]:
        """The incidents with these whole ids, in their order.

        Args:
            ids: whole ids.
            claims: whether with their claims; a list or a sum needs none.

        Raises:
            NotFoundError: if one is not there.
        """
        with self._reading() as connection:
            yield from incidents.fetch_incidents(connection, ids, claims=claims)

    def incident(self, id_: str) -> Incident:
        """The incident that has this id, or had it once, or whose id begins so (4 characters or more).

        Raises:
            NotFoundError: if there is none, or more than one.
        """
        with self._reading() as connection:
            return incidents.find_incident(connection, id_)

    def incidents_of(self, events: Iterable[str]) -> dict[str, str]:
        """The incident that holds each of these events, by the event's id."""
        with self._reading() as connection:
            return incidents.incidents_of(connection, events)

    def actors(self) -> Iterator[Actor]:
        """All actors, by id."""
        with self._reading() as connection:
            yield from incidents.fetch_actors(connection)

    def actor(self, name: str) -> Actor:
        """The actor that has this id or is called so; see :func:`relata.store.actors.find_actor`.

        Raises:
            NotFoundError: if there is none, or more than one.
        """
        with self._reading() as connection:
            return naming.find_actor(connection, name)

    def actor_refs(self, ids: Iterable[str]) -> dict[str, ActorRef]:
        """The actors with these whole ids, with their names and nothing else, by id."""
        with self._reading() as connection:
            return incidents.fetch_actor_refs(connection, ids)

    def actor_ids(self, name: str) -> list[str]:
        """Ids of everybody whom the filter ``actor`` of incidents means by this name."""
        with self._reading() as connection:
            return choosing.actors_meant(connection, name)

    def shown_names(self) -> dict[str, str]:
        """The name to show of every actor, by id."""
        with self._reading() as connection:
            return naming.fetch_shown(connection)

    def claims_naming(self, actor: str, attributes: Iterable[str]) -> list[Claim]:
        """Claims about others whose value is a name of the actor with this id; see :mod:`relata.store.actors`."""
        with self._reading() as connection:
            return list(naming.claims_naming(connection, actor, attributes))

    def incidents_by(self, *actors: str) -> Iterator[Incident]:
        """Incidents that the actors with these ids are said to have done, whatever the status, by date and id.

        They come without their claims.
        """
        with self._reading() as connection:
            yield from incidents.fetch_incidents(connection, naming.incidents_by(connection, actors), claims=False)

    def facets(
        self,
        chosen: Iterable[str] | IncidentQuery = EVERYTHING,
        only: Iterable[str] = facets.FACETS,
    ) -> dict[str, Counter[str | None]]:
        """How many incidents have each country, type …; see :mod:`relata.store.facets`.

        Args:
            chosen: which incidents, by a query or by their whole ids.
            only: which facets.
        """
        with self._reading() as connection:
            if isinstance(chosen, IncidentQuery):
                met = choosing.conditions(connection, chosen)
            else:
                met = [schema.incidents.c.id.in_(listed(connection, chosen))]
            return facets.count_facets(connection, met, only)

    def count_incidents(self, query: IncidentQuery = EVERYTHING) -> int:
        """How many incidents meet every filter."""
        with self._reading() as connection:
            return facets.count_incidents(connection, choosing.conditions(connection, query))

    def incident_page(
        self, query: IncidentQuery = EVERYTHING, *, order: Order = "date", after: Key | None = None, limit: int
    ) -> Page[str]:
        """Ids of some of the incidents that meet every filter; see :mod:`relata.store.paging`."""
        with self._reading() as connection:
            met = choosing.conditions(connection, query)
            return paging.incident_page(connection, met, order=order, after=after, limit=limit)

    def actor_page(
        self, *, name: str | None = None, kind: str | None = None, after: Key | None = None, limit: int
    ) -> Page[ListedActor]:
        """Some of the actors, by name; see :func:`relata.store.paging.actor_page`."""
        with self._reading() as connection:
            return paging.actor_page(connection, name=name, kind=kind, after=after, limit=limit)

    def timeline(self, query: IncidentQuery = EVERYTHING, by: charts.Bin = "month") -> list[charts.Bar]:
        """How many incidents, and dead, there are in each year, month or day; what lies in no one of them last."""
        with self._reading() as connection:
            return charts.timeline(connection, choosing.conditions(connection, query), by)

    def by_country(self, query: IncidentQuery = EVERYTHING) -> list[charts.Share]:
        """How many incidents, and dead, there are in each country."""
        with self._reading() as connection:
            return charts.by_country(connection, choosing.conditions(connection, query))

    def points(self, query: IncidentQuery = EVERYTHING, *, limit: int) -> Sequence[Row[Any]]:
        """What a map needs of the incidents that have coordinates; see :func:`relata.store.charts.points`."""
        with self._reading() as connection:
            return charts.points(connection, choosing.conditions(connection, query), limit)

    def cells(self, query: IncidentQuery = EVERYTHING, *, size: float) -> list[charts.Cell]:
        """The same in cells of some degrees, the fullest first."""
        with self._reading() as connection:
            return charts.cells(connection, choosing.conditions(connection, query), size)

    def told_in(self, reports: Iterable[str]) -> dict[str, list[str]]:
        """For each of these reports the ids of the incidents that it tells of, by date."""
        with self._reading() as connection:
            return facets.incidents_told_in(connection, reports)

    def names(self, texts: Iterable[str] | None = None) -> Names:
        """Who is who: the actor that each name stands for, without what is said of it.

        Args:
            texts: only names so written.
        """
        with self._reading() as connection:
            ids = incidents.fetch_names(connection, texts)
            return Names(ids, incidents.fetch_actor_refs(connection, ids.values()))

    def copies(self, reports: Iterable[str] | None = None) -> dict[str, str]:
        """For each report that reprints another one, or of some reports: its id → the id of that one."""
        with self._reading() as connection:
            return incidents.fetch_copies(connection, reports)
