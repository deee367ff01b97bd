"""A store as it was: the same calls, over what had been published by a day and what was held at a time.

A view is one connection to the database, on which temporary tables and views stand in the way of those that read and
computed things lie in: every question of :class:`~relata.store.store.Store` is asked unchanged, and answered of the
past. No report is copied, nothing is written into the database, and the view stays what it is whatever others write
meanwhile. SQLite and PostgreSQL both look for a name among temporary ones first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Engine,
    Index,
    Integer,
    MetaData,
    Select,
    Table,
    case,
    column,
    func,
    literal_column,
    select,
    table,
)
from sqlalchemy.sql.expression import TableClause

from relata.errors import NotFoundError, NotKnownYetError, ReadOnlyError
from relata.model import Incident, Report
from relata.store import schema
from relata.store.clocks import Clocks
from relata.store.dialect import Words, reader
from relata.store.fetching import find_id
from relata.store.held import last_extraction, last_file
from relata.store.incidents import holder_of, known_id
from relata.store.opening import database_errors
from relata.store.store import Store

COMPUTED_HERE = (*reversed(schema.COMPUTED), schema.state, schema.incident_ids)
"""The tables that a view computes for itself."""

TO_THE_SECOND = len("2026-11-28T10:00:00")
"""Characters of a time by which it is compared: a decision that a tick parts from another is of the same second."""


class Past(Store):
    """What a database held by its own clock, and had of what was published by the world's. Close it after use.

    Nothing can be read into it or decided in it. Get one with :meth:`Store.at`.
    """

    def __init__(self, engine: Engine, clocks: Clocks) -> None:
        super().__init__(engine)
        self._clocks = clocks
        with database_errors(engine):
            self._connection = reader(engine)
            # It has names of its own from here on, and must never serve another: it is closed for good after use.
            self._connection.detach()
            try:
                self._home = _home(self._connection)
                _stand_in_the_way(self._connection, self._home, clocks)
            except BaseException:
                self._connection.close()
                raise

    @property
    def clocks(self) -> Clocks:
        """From when it looks."""
        return self._clocks

    def at(self, clocks: Clocks) -> Past:
        """A view of this view: of each clock the earlier one holds."""
        return Past(self._engine, self._clocks.earlier(clocks))

    def close(self) -> None:
        """Let go of the view. The database stays open."""
        self._connection.close()

    def refusal(self) -> ReadOnlyError:
        """The error that anything raises which would change a view."""
        when = self._clocks.words or "as it was when it was opened"
        return ReadOnlyError(
            f"this is a view of {self.address} {when}: nothing can be read into it or decided in it; do so in the "
            "database itself"
        )

    def notes(self) -> list[str]:
        """What somebody who looks should know: why nothing is there, and how many reports are left out."""
        found = []
        with self._reading() as connection:
            nothing = connection.scalar(select(schema.reports.c.n).limit(1)) is None
        if nothing:
            published, read = self.first()
            first = f"the first report was published on {published[:10]}" if published else "no report has a date"
            first += f", the first file read at {read[:19].replace('T', ' ')} UTC" if read else ""
            found.append(f"{self._clocks.words}: nothing was known yet; {first}")
        undated = self.undated() if self._clocks.as_of else 0
        if undated:
            number = "1 report without a date is" if undated == 1 else f"{undated:,} reports without a date are"
            found.append(f"as of {self._clocks.as_of}: {number} left out")
        return found

    def undated(self) -> int:
        """How many reports the database held that have no date. A view as of a day leaves them out."""
        known, seen = self._today("reports", "id", "published"), schema.sightings
        statement = select(func.count()).where(known.c.published.is_(None), known.c.id.in_(select(seen.c.report)))
        with self._reading() as connection:
            return connection.scalar(statement) or 0

    def first(self) -> tuple[str | None, str | None]:
        """When the first report of the database as it is today was published, and when its first file was read."""
        known, files = self._today("reports", "published"), self._today("files", "read_at")
        with self._reading() as connection:
            published = connection.scalar(select(func.min(known.c.published)))
            return published, connection.scalar(select(func.min(files.c.read_at)))

    def count(self) -> dict[str, int]:
        """How many rows each table has, by name; of those that hang on another, what hangs on what was there."""
        found = super().count()
        read, files, makers = schema.extractions, schema.files, schema.makers
        there = [(hung, hung.c.extraction.in_(select(read.c.id))) for hung in (schema.events, schema.claims)]
        there.append((makers, makers.c.id.in_(select(read.c.maker).union(select(files.c.maker)))))
        with self._reading() as connection:
            for hung, kept in there:
                found[hung.name] = connection.scalar(select(func.count()).select_from(hung).where(kept)) or 0
        return found

    def report(self, id_: str) -> Report:
        """The report with this id, or whose id begins so.

        Raises:
            NotKnownYetError: if it is there today, and was not then.
            NotFoundError: if there is none, or more than one.
        """
        try:
            return super().report(id_)
        except NotFoundError:
            with self._reading() as connection:
                known = find_id(connection, self._today("reports", "id").c.id, id_, "report")
                raise NotKnownYetError(self._not_yet(connection, f"report {known} was not there", [known])) from None

    def incident(self, id_: str) -> Incident:
        """The incident with this id, then or today, or whose id begins so.

        An id of today leads to the incident that then held the event it is founded on, else to the one that held the
        first of the events it has today.

        Raises:
            NotKnownYetError: if it is known today, and nothing of it was then.
            NotFoundError: if there is none, or more than one.
        """
        try:
            return super().incident(id_)
        except NotFoundError:
            with self._reading() as connection:
                held = self._today("incident_events", "incident", "position", "event")
                known, founding = known_id(connection, id_, events=held)
                heir = holder_of(connection, founding, events=held) or known
                statement = select(held.c.event).where(held.c.incident == heir).order_by(held.c.position)
                events = [founding, *connection.scalars(statement)]
                then = next((found for event in events if (found := holder_of(connection, event))), None)
                if then is not None:
                    return next(self.incidents_by_id([then]))
                told = schema.events
                reports = list(connection.scalars(select(told.c.report).distinct().where(told.c.id.in_(events))))
                nothing = f"nothing of incident {known} was known"
                raise NotKnownYetError(self._not_yet(connection, nothing, reports)) from None

    def _not_yet(self, connection: Connection, what: str, reports: Sequence[str]) -> str:
        """A sentence with the clocks, and when the first of some reports was published and read."""
        known = self._today("reports", "id", "published")
        seen, files = self._today("sightings", "report", "file"), self._today("files", "id", "read_at")
        days = connection.scalar(select(func.min(known.c.published)).where(known.c.id.in_(reports)))
        read = select(func.min(files.c.read_at)).join(seen, seen.c.file == files.c.id)
        first = str(connection.scalar(read.where(seen.c.report.in_(reports))))
        published = f"was published on {days[:10]}" if days else "has no date"
        read_at = f"was read at {first[:19].replace('T', ' ')} UTC"
        return f"{self._clocks.words}: {what}; its first report {published}, and {read_at}"

    def _today(self, name: str, *columns: str) -> TableClause:
        """A table as it is today, behind the view."""
        return table(name, *(column(one, Words) for one in columns), schema=self._home)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with database_errors(self._engine):
            yield self._connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        raise self.refusal()
        yield self._connection

    @contextmanager
    def _computing(self) -> Iterator[Connection]:
        with self._reading() as connection:
            yield connection


def _home(connection: Connection) -> str:
    """The name of the schema in which the tables lie."""
    if connection.dialect.name == "sqlite":
        return "main"
    return str(connection.scalar(select(func.current_schema())))


def _stand_in_the_way(connection: Connection, home: str, clocks: Clocks) -> None:
    """Temporary views over what was read and decided, and empty temporary tables for what is computed."""
    file = last_file(connection, clocks.known_at)
    extraction = last_extraction(connection, clocks.known_at)
    own = MetaData(naming_convention=schema.metadata.naming_convention)
    seen = Table("seen_reports", own, Column("id", Words, primary_key=True), prefixes=["TEMPORARY"])
    for one in COMPUTED_HERE:
        _temporary(one, own)
    own.create_all(connection, checkfirst=False)
    known, sighted = schema.reports, schema.sightings
    chosen = select(known.c.id).where(known.c.id.in_(select(sighted.c.report).where(sighted.c.file <= file)))
    if clocks.as_of is not None:
        chosen = chosen.where(func.substr(known.c.published, 1, 10) <= clocks.as_of)
    connection.execute(seen.insert().from_select(["id"], chosen))
    # What hangs on a report or an extraction follows it: events, claims and makers need no view of their own.
    views = {
        "files": column("id", Integer) <= file,
        "skipped": column("file", Integer) <= file,
        "sightings": column("file", Integer) <= file,
        "reports": column("id", Words).in_(select(seen.c.id)),
        "extractions": (column("id", Integer) <= extraction) & column("report", Words).in_(select(seen.c.id)),
    }
    for name, kept in views.items():
        _view(connection, name, select(literal_column("*")).select_from(table(name, schema=home)).where(kept))
    if clocks.known_at is not None:
        _view(connection, "decisions", _decisions_until(home, clocks.known_at))
    given, ids = schema.incident_ids, table("incident_ids", column("id"), column("event"), schema=home)
    connection.execute(given.insert().from_select(["id", "event"], select(ids.c.id, ids.c.event)))


def _view(connection: Connection, name: str, statement: Select[Any]) -> None:
    """A temporary view. No database takes parameters in one: the dialect writes the values, and quotes them."""
    written = statement.compile(dialect=connection.dialect, compile_kwargs={"literal_binds": True})
    connection.exec_driver_sql(f"CREATE TEMPORARY VIEW {name} AS {written}")


def _decisions_until(home: str, time: str) -> Select[Any]:
    """Decisions that were here by a time, to the second; what was withdrawn here later still held."""
    model = schema.decisions
    made = table("decisions", *(column(one.name, one.type) for one in model.columns), schema=home)

    def by_then(moment: str) -> ColumnElement[bool]:
        return func.substr(made.c[moment], 1, TO_THE_SECOND) <= time[:TO_THE_SECOND]

    undone = by_then("withdrawal_held_at")
    columns = (case((undone, one)).label(one.name) if one.name.startswith("withdraw") else one for one in made.columns)
    return select(*columns).where(by_then("held_at"))


def _temporary(model: Table, metadata: MetaData) -> None:
    """A temporary table like ``model``. It refers to no other: where those are views, it cannot."""
    made = Table(
        model.name,
        metadata,
        *(
            Column(one.name, one.type, primary_key=one.primary_key, nullable=one.nullable, autoincrement=False)
            for one in model.columns
        ),
        prefixes=["TEMPORARY"],
    )
    for index in model.indexes:
        Index(None, *(made.c[one.name] for one in index.columns))
