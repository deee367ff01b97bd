"""Reports, events, claims and refusals out of the database, as streams."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, Subquery, Table, func, select

from relata.errors import NotFoundError, QueryError
from relata.model import Claim, Event, Maker, Report, Skipped
from relata.store import rows, schema
from relata.store.batching import AT_ONCE, batches
from relata.store.dialect import matching_reports
from relata.store.questions import phrases

SHORTEST_PREFIX = 4
"""Hexadecimal digits that an abbreviated id must have at least."""


def stream(connection: Connection, statement: Select[Any]) -> Iterator[Row[Any]]:
    """The rows of ``statement``, a few at a time: memory does not grow with their number."""
    yield from connection.execute(statement, execution_options={"yield_per": AT_ONCE})


def fetch_reports(
    connection: Connection,
    *,
    ids: Iterable[str] | None = None,
    outlet: str | None = None,
    since: str | None = None,
    until: str | None = None,
    question: str | None = None,
) -> Iterator[Report]:
    """Reports by publication and id; those without a date last.

    Args:
        connection: an open connection.
        ids: only these.
        outlet: only of this outlet, case aside.
        since: ISO date; only those published on it or later.
        until: ISO date; only those published on it or earlier.
        question: only those that hold all these words; see :func:`~relata.store.questions.phrases`.
    """
    table = schema.reports
    keys = select(table.c.id, table.c.published)
    if outlet is not None:
        keys = keys.where(func.lower(table.c.outlet) == outlet.lower())
    if since is not None:
        keys = keys.where(table.c.published >= since)
    if until is not None:
        keys = keys.where(func.substr(table.c.published, 1, 10) <= until)
    kept = _meeting(ids, None if question is None else search(connection, question))
    asked = [keys] if kept is None else [keys.where(table.c.id.in_(some)) for some in batches(sorted(kept))]
    found = [row for one in asked for row in connection.execute(one)]
    found.sort(key=lambda row: (row.published is None, row.published, row.id))
    for batch in batches(row.id for row in found):
        by_id = {row.id: row for row in connection.execute(select(table).where(table.c.id.in_(batch)))}
        yield from (rows.report_of(by_id[id_]) for id_ in batch)


def fetch_outlets(connection: Connection, ids: Iterable[str] | None = None) -> dict[str, str | None]:
    """The outlet of each report, by its id; of some reports, or of all."""
    table = schema.reports
    statement = select(table.c.id, table.c.outlet).order_by(table.c.id)
    asked = (
        [statement] if ids is None else [statement.where(table.c.id.in_(some)) for some in batches(sorted(set(ids)))]
    )
    return {row.id: row.outlet for one in asked for row in connection.execute(one)}


def _meeting(ids: Iterable[str] | None, found: Iterable[str] | None) -> set[str] | None:
    if ids is None:
        return None if found is None else set(found)
    return set(ids) if found is None else set(ids) & set(found)


def search(connection: Connection, question: str) -> set[str]:
    """Ids of the reports that hold all the words of ``question``.

    Raises:
        QueryError: if there is no word in it.
    """
    return matching_reports(connection, wanted_words(question))


def wanted_words(question: str) -> list[str]:
    """The words and phrases of a search.

    Raises:
        QueryError: if there is none.
    """
    wanted = phrases(question)
    if not wanted:
        raise QueryError(f"the text to look for is {question!r}; expected at least one word")
    return wanted


def find_id(connection: Connection, column: ColumnElement[str], start: str, what: str) -> str:
    """The one id that is ``start`` or begins with it.

    Raises:
        NotFoundError: if none does, or several do, or ``start`` is too short to tell.
    """
    found = ids_like(connection, column, start)
    if start in found:
        return start
    if len(start.strip()) < SHORTEST_PREFIX:
        raise NotFoundError(f"no {what} has the id {start!r}; give its first {SHORTEST_PREFIX} characters or more")
    if not found:
        raise NotFoundError(f"no {what} has an id that begins with {start!r}")
    if len(found) > 1:
        some = ", ".join(found[:5])
        raise NotFoundError(f"several {what}s have ids that begin with {start!r} ({some}); give more characters")
    return found[0]


def ids_like(connection: Connection, column: ColumnElement[str], start: str) -> list[str]:
    """The id that is ``start``, else the first few that begin with it; none where it is too short to tell."""
    if connection.scalar(select(column).where(column == start).limit(1)) is not None:
        return [start]
    low = start.strip().lower()
    return begin_with(connection, column, low) if len(low) >= SHORTEST_PREFIX else []


def begin_with(connection: Connection, column: ColumnElement[str], start: str) -> list[str]:
    """The first six ids that begin with ``start``."""
    # A range, not LIKE: it needs no escaping and uses the index on both databases.
    within = select(column).distinct().where(column >= start, column < start + "g").order_by(column).limit(6)
    return list(connection.scalars(within))


def current() -> Subquery:
    """The newest extraction of each report: what an older extractor found is kept, and no longer used."""
    table = schema.extractions
    return select(func.max(table.c.id).label("extraction"), table.c.report).group_by(table.c.report).subquery("current")


def fetch_events(connection: Connection, report_ids: Iterable[str] | None = None) -> Iterator[Event]:
    """Events in order of reading and place in the text; of some reports, or of all."""
    for row in _found(connection, schema.events, report_ids):
        yield rows.event_of(row)


def fetch_claims(connection: Connection, report_ids: Iterable[str] | None = None) -> Iterator[Claim]:
    """Claims in order of reading and as the extractor gave them; of some reports, or of all."""
    for row in _found(connection, schema.claims, report_ids):
        yield rows.claim_of(row)


def _found(connection: Connection, table: Table, report_ids: Iterable[str] | None) -> Iterator[Row[Any]]:
    newest = current()
    statement = (
        select(table)
        .join(newest, table.c.extraction == newest.c.extraction)
        .order_by(table.c.extraction, table.c.position)
    )
    if report_ids is None:
        yield from stream(connection, statement)
        return
    for batch in batches(report_ids):
        yield from stream(connection, statement.where(newest.c.report.in_(batch)))


def reports_of(connection: Connection, ids: Iterable[str]) -> set[str]:
    """Ids of the reports that tell the events and claims with these ids, whichever extraction gave them."""
    return {
        report
        for batch in batches(ids)
        for table in (schema.events, schema.claims)
        for report in connection.scalars(select(table.c.report).distinct().where(table.c.id.in_(batch)))
    }


def claims_by_id(connection: Connection, ids: Iterable[str]) -> dict[str, Claim]:
    """The claims with these ids, whichever extraction gave them."""
    table = schema.claims
    return {
        row.id: rows.claim_of(row)
        for batch in batches(ids)
        for row in connection.execute(select(table).where(table.c.id.in_(batch)))
    }


def fetch_skipped(connection: Connection) -> Iterator[Skipped]:
    """Refusals, in order of reading; of each file, those of its newest reading."""
    table = schema.skipped
    statement = _skipped(select(table)).order_by(table.c.uri, table.c.part, table.c.position)
    for row in stream(connection, statement):
        yield rows.skipped_of(row)


def count_skipped(connection: Connection) -> dict[str, int]:
    """How much was refused for each reason, the most frequent first."""
    table, number = schema.skipped, func.count().label("number")
    statement = _skipped(select(table.c.reason, number)).group_by(table.c.reason)
    return {row.reason: row.number for row in connection.execute(statement.order_by(number.desc(), table.c.reason))}


def _skipped(statement: Select[Any]) -> Select[Any]:
    files = schema.files
    newest = select(func.max(files.c.id).label("file")).group_by(files.c.uri).subquery("newest")
    return statement.join(newest, schema.skipped.c.file == newest.c.file)


def fetch_makers(connection: Connection) -> tuple[Maker, ...]:
    """What made the claims that are in use, sorted."""
    table, newest = schema.makers, current()
    used = select(schema.extractions.c.maker).join(newest, schema.extractions.c.id == newest.c.extraction)
    statement = select(table).where(table.c.id.in_(used)).order_by(table.c.extractor, table.c.version, table.c.model)
    found = connection.execute(statement)
    plain = (Maker(row.extractor, row.version, row.model.partition(rows.AGAIN)[0] or None) for row in found)
    return tuple(dict.fromkeys(plain))
