"""The half of a store that is computed, and replaced as a whole: incidents, actors, who copies whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from relata.model import Actor, ActorName, Claim, Incident, Names
from relata.store import actors as naming
from relata.store import computed, facets, incidents
from relata.store.connected import Connected
from relata.store.query import IncidentQuery

EVERYTHING = IncidentQuery()


class ComputedStore(Connected):
    """Incidents and actors as they were last computed."""

    def up_to_date(self) -> bool:
        """Whether nothing was read or decided since incidents were computed."""
        with self._reading() as connection:
            return computed.computed_basis(connection) == computed.basis(connection)

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

    def incidents(self, query: IncidentQuery = EVERYTHING) -> Iterator[Incident]:
        """Incidents that meet every filter, by date and id; those without a date last."""
        with self._reading() as connection:
            yield from incidents.fetch_incidents(connection, incidents.incident_ids(connection, query))

    def incident_ids(self, query: IncidentQuery = EVERYTHING) -> list[str]:
        """Ids of the incidents that :meth:`incidents` gives, in the same order."""
        with self._reading() as connection:
            return incidents.incident_ids(connection, query)

    def incidents_by_id(self, ids: Iterable[str]) -> Iterator[Incident]:
        """The incidents with these whole ids, in their order.

        Raises:
            NotFoundError: if one is not there.
        """
        with self._reading() as connection:
            yield from incidents.fetch_incidents(connection, ids)

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

    def actor_ids(self, name: str) -> list[str]:
        """Ids of everybody whom the filter ``actor`` of incidents means by this name."""
        with self._reading() as connection:
            return incidents.actors_meant(connection, name)

    def shown_names(self) -> dict[str, str]:
        """The name to show of every actor, by id."""
        with self._reading() as connection:
            return naming.fetch_shown(connection)

    def claims_naming(self, actor: str, attributes: Iterable[str]) -> list[Claim]:
        """Claims about others whose value is a name of the actor with this id; see :mod:`relata.store.actors`."""
        with self._reading() as connection:
            return list(naming.claims_naming(connection, actor, attributes))

    def incidents_by(self, *actors: str) -> Iterator[Incident]:
        """Incidents that the actors with these ids are said to have done, whatever the status, by date and id."""
        with self._reading() as connection:
            yield from incidents.fetch_incidents(connection, naming.incidents_by(connection, actors))

    def facets(self, ids: Collection[str] | None = None) -> dict[str, Counter[str | None]]:
        """How many of these incidents, or of all, have each country, type …; see :mod:`relata.store.facets`."""
        with self._reading() as connection:
            return facets.count_facets(connection, ids)

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

    def copies(self) -> dict[str, str]:
        """For each report that reprints another one: its id → the id of that one."""
        with self._reading() as connection:
            return incidents.fetch_copies(connection)
