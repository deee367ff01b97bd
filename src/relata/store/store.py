"""One object for one database: what was read, what people decided, what was computed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Self

from sqlalchemy import Connection, Engine, func, select

from relata.model import (
    Actor,
    ActorName,
    ActorRef,
    Claim,
    Decision,
    DecisionValue,
    Event,
    Incident,
    Maker,
    Report,
    Skipped,
)
from relata.store import actors as naming
from relata.store import adding, computed, deciding, facets, fetching, incidents, rows, schema
from relata.store.adding import Counts, Item
from relata.store.clocks import Clocks
from relata.store.deciding import TakenOver
from relata.store.dialect import ranked_reports, reader, writer
from relata.store.opening import database_errors, open_engine, shown
from relata.store.query import IncidentQuery

if TYPE_CHECKING:
    from relata.store.past import Past

EVERYTHING = IncidentQuery()


def utc_now() -> str:
    """The time now, in UTC, to the second, as ISO 8601."""
    return datetime.now(UTC).replace(microsecond=0).isoformat()


class Store:
    """A database of reports, claims, decisions and incidents. Open one with :meth:`open`, and close it after use.

    Everything read and decided is kept; only computed things are replaced. Each method is one transaction. A
    generator reads while it is used up: what others write meanwhile it does not see.
    """

    def __init__(self, engine: Engine, *, clock: Callable[[], str] = utc_now) -> None:
        self._engine = engine
        self._clock = clock

    @classmethod
    def open(cls, where: str | Path, *, clock: Callable[[], str] = utc_now) -> Self:
        """The store at ``where``, made if it is not there.

        Args:
            where: a file, or ``postgresql://user:password@host/name``.
            clock: what tells the time at which things are read and decided, as ISO 8601 in UTC.

        Raises:
            DatabaseTooNewError: if a newer Relata wrote it.
            DatabaseError: if it cannot be opened, or belongs to another program.
        """
        return cls(open_engine(where), clock=clock)

    @property
    def address(self) -> str:
        """Where it is: the file, or the URL without its password."""
        return shown(self._engine.url)

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    # --- the past

    @property
    def clocks(self) -> Clocks | None:
        """From when a view of the past looks; None for the database itself."""
        return None

    def at(self, clocks: Clocks) -> Past:
        """A view of what had been published, and what this database held, by these clocks. Nothing is written.

        Its incidents have to be computed, as those of a new database. Close it after use.
        """
        from relata.store.past import Past  # noqa: PLC0415 - it is a store itself

        return Past(self._engine, clocks)

    # --- reading files

    def add_file(
        self, uri: str, items: Iterable[Item], *, digest: str | None = None, maker: Maker | None = None
    ) -> Counts:
        """Keep all that one file holds, in one transaction: all of it or, if anything fails, nothing.

        A report that is there already gains a sighting and nothing else. Adding the same file twice adds nothing.

        Args:
            uri: the file, as the user named it.
            items: for each article in it, in order, the report with what was found in it, or why it was refused.
            digest: hash of the file's bytes, by which :meth:`file_known` tells that it has not changed.
            maker: what looked for claims in it.
        """
        with self._writing() as connection:
            return adding.add_file(connection, uri, items, digest=digest, maker=maker, read_at=self._clock())

    def file_known(self, uri: str, digest: str, maker: Maker) -> bool:
        """Whether the newest reading of ``uri`` had these bytes and this maker: then there is nothing to do."""
        with self._reading() as connection:
            return adding.file_known(connection, uri, digest, maker)

    # --- what was read

    def has_report(self, id_: str) -> bool:
        """Whether a report with this whole id is there."""
        with self._reading() as connection:
            return connection.scalar(select(schema.reports.c.n).where(schema.reports.c.id == id_)) is not None

    def reports(
        self,
        *,
        ids: Iterable[str] | None = None,
        outlet: str | None = None,
        since: str | None = None,
        until: str | None = None,
        text: str | None = None,
    ) -> Iterator[Report]:
        """Reports by publication and id; see :func:`relata.store.fetching.fetch_reports` for the filters."""
        with self._reading() as connection:
            yield from fetching.fetch_reports(
                connection, ids=ids, outlet=outlet, since=since, until=until, question=text
            )

    def report(self, id_: str) -> Report:
        """The report whose id is ``id_`` or begins so (4 characters or more).

        Raises:
            NotFoundError: if there is none, or more than one.
        """
        table = schema.reports
        with self._reading() as connection:
            known = fetching.find_id(connection, table.c.id, id_, "report")
            return rows.report_of(connection.execute(select(table).where(table.c.id == known)).one())

    def outlets(self, ids: Iterable[str] | None = None) -> dict[str, str | None]:
        """The outlet of each report, by its id; of some reports, or of all."""
        with self._reading() as connection:
            return fetching.fetch_outlets(connection, ids)

    def sightings(self, report: str) -> tuple[tuple[str, int], ...]:
        """Where the report with this whole id was read: files and parts, the first reading first."""
        table = schema.sightings
        statement = (
            select(table.c.uri, table.c.part)
            .where(table.c.report == report)
            .order_by(table.c.file, table.c.uri, table.c.part)
        )
        with self._reading() as connection:
            return tuple((row.uri, row.part) for row in connection.execute(statement))

    def search(self, question: str, *, limit: int | None = None) -> list[str]:
        """Ids of the reports that hold all words of ``question``, best first; phrases in quotation marks.

        Raises:
            QueryError: if there is no word in it.
        """
        with self._reading() as connection:
            return fetching.search(connection, question, limit=limit)

    def ranked(self, question: str) -> list[tuple[str, float, str]]:
        """Reports that hold all words of ``question``: id, score and snippet with its hits marked, best first.

        Raises:
            QueryError: if there is no word in it.
        """
        with self._reading() as connection:
            return ranked_reports(connection, fetching.wanted_words(question))

    def skipped(self) -> Iterator[Skipped]:
        """What was refused, by file and part; of each file, at its newest reading."""
        with self._reading() as connection:
            yield from fetching.fetch_skipped(connection)

    def events(self, report_ids: Iterable[str] | None = None) -> Iterator[Event]:
        """Events in order of reading and place in the text; of some reports, or of all."""
        with self._reading() as connection:
            yield from fetching.fetch_events(connection, report_ids)

    def claims(self, report_ids: Iterable[str] | None = None) -> Iterator[Claim]:
        """Claims in order of reading; of some reports, or of all."""
        with self._reading() as connection:
            yield from fetching.fetch_claims(connection, report_ids)

    def claims_by_id(self, ids: Iterable[str]) -> dict[str, Claim]:
        """The claims with these whole ids that were ever found, by id."""
        with self._reading() as connection:
            return fetching.claims_by_id(connection, ids)

    def makers(self) -> tuple[Maker, ...]:
        """What made the claims that are in use, sorted."""
        with self._reading() as connection:
            return fetching.fetch_makers(connection)

    def count(self) -> dict[str, int]:
        """How many rows each table has, by name."""
        with self._reading() as connection:
            return {
                name: connection.scalar(select(func.count()).select_from(table)) or 0
                for name, table in sorted(schema.metadata.tables.items())
            }

    # --- what people decided

    def add_decision(
        self,
        kind: str,
        subjects: Iterable[str],
        *,
        by: str,
        reason: str,
        attribute: str | None = None,
        value: DecisionValue = None,
    ) -> Decision:
        """Write a decision down; the next recomputation respects it.

        Args:
            kind: "same" or "different" for events, "reject" for a claim, "correct" for an incident, "confirm" for
                an incident or a claim.
            subjects: ids, each of which may be abbreviated to 4 characters or more.
            by: who decides.
            reason: why, in a sentence.
            attribute: for correct, which value.
            value: for correct, the value.

        Raises:
            QueryError: for another kind, number of subjects, attribute or value.
            NotFoundError: if nothing has one of the ids.
        """
        with self._writing() as connection:
            decision = deciding.make_decision(
                connection,
                kind,
                tuple(subjects),
                by=by,
                reason=reason,
                now=self._clock(),
                attribute=attribute,
                value=value,
            )
            deciding.add_decision(connection, decision)
            return decision

    def decisions(self, *, withdrawn: bool = False) -> list[Decision]:
        """Decisions that hold, in order of time; with ``withdrawn``, those that were withdrawn too."""
        with self._reading() as connection:
            return list(deciding.fetch_decisions(connection, withdrawn=withdrawn))

    def withdraw_decision(self, id_: str, *, by: str | None = None) -> Decision:
        """Undo a decision. Its row stays, with the time at which it was withdrawn, and by whom.

        Raises:
            NotFoundError: if there is no such decision.
            QueryError: if it was withdrawn before.
        """
        with self._writing() as connection:
            return deciding.withdraw_decision(connection, id_, now=self._clock(), by=by)

    def take_over_decisions(self, decisions: Iterable[Decision]) -> TakenOver:
        """Add decisions that others made, all or none; those that are known stay as they are."""
        with self._writing() as connection:
            return deciding.take_over(connection, decisions)

    # --- what was computed

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

    def aliases(self) -> dict[str, list[str]]:
        """All names of each actor, by its id: the one to show and every written form, sorted."""
        with self._reading() as connection:
            return incidents.fetch_aliases(connection)

    def names(self, texts: Iterable[str] | None = None) -> dict[tuple[str, ActorName], str]:
        """The actor that each name stands for, by report and name; report "" for what holds in all other reports.

        Args:
            texts: only names so written.
        """
        with self._reading() as connection:
            return incidents.fetch_names(connection, texts)

    def actor_refs(self, ids: Iterable[str]) -> dict[str, ActorRef]:
        """The actors with these ids, by id, without what is said of them."""
        with self._reading() as connection:
            return incidents.fetch_actor_refs(connection, ids)

    def copies(self) -> dict[str, str]:
        """For each report that reprints another one: its id → the id of that one."""
        with self._reading() as connection:
            return incidents.fetch_copies(connection)

    # --- connections

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with database_errors(self._engine), reader(self._engine) as connection:
            yield connection

    @contextmanager
    def _computing(self) -> Iterator[Connection]:
        """A transaction that replaces what is computed."""
        with self._writing() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with database_errors(self._engine), writer(self._engine) as connection, connection.begin():
            yield connection
