"""One object for one database: what was read, what people decided, what was computed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Self

from sqlalchemy import Engine, func, select

from relata.model import (
    Claim,
    Decision,
    DecisionValue,
    Event,
    Maker,
    Report,
    Skipped,
)
from relata.store import adding, choosing, deciding, fetching, paging, rows, schema
from relata.store.adding import Counts, Item
from relata.store.clocks import Clocks
from relata.store.computed_store import EVERYTHING, ComputedStore
from relata.store.deciding import TakenOver
from relata.store.dialect import count_reports, ranked_reports, snippets_of
from relata.store.opening import open_engine, shown
from relata.store.paging import Key, Page
from relata.store.query import IncidentQuery

if TYPE_CHECKING:
    from relata.store.past import Past


def utc_now() -> str:
    """The time now, in UTC, to the second, as ISO 8601."""
    return datetime.now(UTC).replace(microsecond=0).isoformat()


class Store(ComputedStore):
    """A database of reports, claims, decisions and incidents. Open one with :meth:`open`, and close it after use.

    Everything read and decided is kept; only computed things are replaced. Each method is one transaction. A
    generator reads while it is used up: what others write meanwhile it does not see.
    """

    def __init__(self, engine: Engine, *, clock: Callable[[], str] = utc_now) -> None:
        super().__init__(engine)
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

    def report_page(
        self,
        *,
        outlet: str | None = None,
        since: str | None = None,
        until: str | None = None,
        text: str | None = None,
        after: Key | None = None,
        limit: int,
    ) -> Page[Report]:
        """Some of the reports, in the order of :meth:`reports`; see :mod:`relata.store.paging`."""
        with self._reading() as connection:
            return paging.report_page(
                connection, outlet=outlet, since=since, until=until, question=text, after=after, limit=limit
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

    def ranked(
        self, question: str, query: IncidentQuery = EVERYTHING, limit: int | None = None
    ) -> list[tuple[str, float]]:
        """Reports that hold all words of ``question``, phrases in quotation marks: id and score, best first.

        Args:
            question: the words.
            query: where it has a filter, only reports that tell of an incident that meets it.
            limit: how many at most.

        Raises:
            QueryError: if there is no word in it.
        """
        with self._reading() as connection:
            words = fetching.wanted_words(question)
            if query.everything:
                return ranked_reports(connection, words, limit)
            telling = set(connection.scalars(choosing.telling(connection, query)))
            return [row for row in ranked_reports(connection, words) if row[0] in telling][:limit]

    def count_ranked(self, question: str, query: IncidentQuery = EVERYTHING) -> int:
        """How many reports :meth:`ranked` gives without a limit."""
        with self._reading() as connection:
            if query.everything:
                return count_reports(connection, fetching.wanted_words(question))
        return len(self.ranked(question, query))

    def told_of(self, question: str, query: IncidentQuery = EVERYTHING) -> list[str]:
        """Ids of the incidents that meet the query and are told in a report that holds all words of ``question``."""
        with self._reading() as connection:
            return choosing.told_of(connection, fetching.wanted_words(question), query)

    def snippets(self, question: str, ids: Iterable[str]) -> dict[str, str]:
        """Where the words of ``question`` stand in some of the reports that :meth:`ranked` gives, hits marked, by id.

        Raises:
            QueryError: if there is no word in it.
        """
        with self._reading() as connection:
            return snippets_of(connection, fetching.wanted_words(question), ids)

    def skipped(self) -> Iterator[Skipped]:
        """What was refused, by file and part; of each file, at its newest reading."""
        with self._reading() as connection:
            yield from fetching.fetch_skipped(connection)

    def skipped_by_reason(self) -> dict[str, int]:
        """How much was refused for each reason, the most frequent first."""
        with self._reading() as connection:
            return fetching.count_skipped(connection)

    def events(self, report_ids: Iterable[str] | None = None) -> Iterator[Event]:
        """Events in order of reading and place in the text; of some reports, or of all."""
        with self._reading() as connection:
            yield from fetching.fetch_events(connection, report_ids)

    def claims(self, report_ids: Iterable[str] | None = None) -> Iterator[Claim]:
        """Claims in order of reading; of some reports, or of all."""
        with self._reading() as connection:
            yield from fetching.fetch_claims(connection, report_ids)

    def claim_page(
        self,
        *,
        reports: Sequence[str] | None = None,
        incident: str | None = None,
        attribute: str | None = None,
        stance: str | None = None,
        after: Key | None = None,
        limit: int,
    ) -> Page[Claim]:
        """Some of the claims, in order of reading; see :func:`relata.store.paging.claim_page`."""
        with self._reading() as connection:
            return paging.claim_page(
                connection,
                reports=reports,
                incident=incident,
                attribute=attribute,
                stance=stance,
                after=after,
                limit=limit,
            )

    def reports_of(self, ids: Iterable[str]) -> set[str]:
        """Ids of the reports in which the events and claims with these whole ids were ever found."""
        with self._reading() as connection:
            return fetching.reports_of(connection, ids)

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
            now = self._clock()
            decision = deciding.make_decision(
                connection,
                kind,
                tuple(subjects),
                by=by,
                reason=reason,
                now=now,
                attribute=attribute,
                value=value,
            )
            deciding.add_decision(connection, decision, now=now)
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
            return deciding.take_over(connection, decisions, now=self._clock())
