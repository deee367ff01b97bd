"""Reports, claims and refusals into the database: one file, one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Column, Connection, Table, func, select

from relata.model import Extraction, Maker, Report, Skipped
from relata.store import rows, schema
from relata.store.batching import batches
from relata.store.dialect import insert_new, storable

Item = tuple[Report, Extraction] | Skipped
"""What one article, line or record of a file has come to."""

ASK_AGAIN = "no answer"
"""The reason of a refusal that another reading may do away with."""

BATCH = 500
"""Items held in memory and written at once."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What adding one file has changed.

    Attributes:
        reports: reports that were new.
        known: reports that had been read before, from here or elsewhere.
        skipped: refusals, with their reasons.
        events: events that were new.
        claims: claims that were new.
    """

    reports: int = 0
    known: int = 0
    skipped: int = 0
    events: int = 0
    claims: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.reports + other.reports,
            self.known + other.known,
            self.skipped + other.skipped,
            self.events + other.events,
            self.claims + other.claims,
        )


@dataclass(slots=True)
class _Pages:
    """Rows waiting to be written, in the order in which tables refer to each other."""

    reports: list[rows.Row] = field(default_factory=list)
    sightings: list[rows.Row] = field(default_factory=list)
    skipped: list[rows.Row] = field(default_factory=list)
    extractions: list[rows.Row] = field(default_factory=list)
    events: list[rows.Row] = field(default_factory=list)
    claims: list[rows.Row] = field(default_factory=list)

    def write(self, connection: Connection) -> Counts:
        """Write them all."""
        for name in self.__slots__:
            waiting = getattr(self, name)
            if waiting:
                table = schema.metadata.tables[name]
                connection.execute(insert_new(connection, table) if name == "sightings" else table.insert(), waiting)
        return Counts(
            reports=len(self.reports), skipped=len(self.skipped), events=len(self.events), claims=len(self.claims)
        )


def add_file(
    connection: Connection, uri: str, items: Iterable[Item], *, digest: str | None, maker: Maker | None, read_at: str
) -> Counts:
    """Write all that a file holds. The caller's transaction makes it all or nothing.

    Args:
        connection: a connection inside a writing transaction.
        uri: the file.
        items: reports with what was found in them, and refusals, in the file's order. Taken up bit by bit.
        digest: hash of the file's bytes, or None where they could not be read.
        maker: what was going to find claims in it, known even where the file holds no report.
        read_at: when, ISO 8601 in UTC.
    """
    makers = _Makers(connection)
    file = _next(connection, schema.files.c.id)
    connection.execute(
        schema.files.insert(),
        {"id": file, "uri": uri, "digest": digest, "maker": maker and makers.id_of(maker), "read_at": read_at},
    )
    total = Counts()
    refused = 0
    for batch in batches(items, BATCH):
        pages = _Pages()
        refused = _take_refusals(pages, batch, file, refused)
        known = _take_reports(connection, pages, batch, file, makers)
        total += pages.write(connection) + Counts(known=known)
    return total


def _take_refusals(pages: _Pages, batch: Sequence[Item], file: int, position: int) -> int:
    for item in batch:
        if isinstance(item, Skipped):
            pages.skipped.append(rows.skipped_row(item, file, position))
            position += 1
    return position


def _take_reports(connection: Connection, pages: _Pages, batch: Sequence[Item], file: int, makers: _Makers) -> int:
    """Put rows for the reports of a batch on the pages; how many of them were known already."""
    found = [item for item in batch if not isinstance(item, Skipped)]
    ids = {report.id for report, _ in found}
    there = _present(connection, schema.reports, ids)
    done = _extracted(connection, ids)
    n = _next(connection, schema.reports.c.n)
    extraction_id = _next(connection, schema.extractions.c.id)
    known = 0
    for report, extraction in found:
        if report.id in there:
            known += 1
        else:
            there.add(report.id)
            pages.reports.append(rows.report_row(report, n))
            n += 1
        pages.sightings.append({"report": report.id, "uri": storable(report.uri), "part": report.part, "file": file})
        before = done.setdefault(report.id, [])
        number = makers.next_for(extraction.maker, before)
        if number is not None:
            before.append(number)
            pages.extractions.append({"id": extraction_id, "report": report.id, "maker": number})
            pages.events.extend(rows.event_rows(extraction, extraction_id))
            pages.claims.extend(rows.claim_rows(extraction, extraction_id))
            extraction_id += 1
    return known


def _present(connection: Connection, table: Table, ids: set[str]) -> set[str]:
    return set(connection.scalars(select(table.c.id).where(table.c.id.in_(sorted(ids)))))


def _extracted(connection: Connection, ids: set[str]) -> dict[str, list[int]]:
    """The makers of all extractions of some reports, oldest first."""
    table = schema.extractions
    rows_ = select(table.c.report, table.c.maker).where(table.c.report.in_(sorted(ids))).order_by(table.c.id)
    found: dict[str, list[int]] = {}
    for row in connection.execute(rows_):
        found.setdefault(row.report, []).append(row.maker)
    return found


def _next(connection: Connection, column: Column[Any]) -> int:
    """The next number of a column. Writers take turns, so none is given twice and none is left out."""
    return (connection.scalar(select(func.max(column))) or 0) + 1


class _Makers:
    """The numbers of makers, written when they are first met."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[Maker, int] = {}

    def id_of(self, maker: Maker) -> int:
        """The number of ``maker``."""
        if maker not in self._known:
            self._known[maker] = maker_id(self._connection, maker) or self._write(maker)
        return self._known[maker]

    def next_for(self, maker: Maker, before: Sequence[int]) -> int | None:
        """Under which number an extraction of a report is written, or None where the newest one is of this maker.

        Rows are never changed. Where a former maker is back, after another one or without an import, its extraction is
        written again under its name with a number, so that it is the newest.
        """
        number, times = self.id_of(maker), 1
        while number in before:
            if number == before[-1]:
                return None
            times += 1
            number = self.id_of(replace(maker, model=f"{maker.model or ''}{rows.AGAIN}{times}"))
        return number

    def _write(self, maker: Maker) -> int:
        number = _next(self._connection, schema.makers.c.id)
        row = {"id": number, "extractor": maker.extractor, "version": maker.version, "model": maker.model or ""}
        self._connection.execute(schema.makers.insert(), row)
        return number


def maker_id(connection: Connection, maker: Maker) -> int | None:
    """The number of a maker that is known to the database, or None."""
    table = schema.makers
    return connection.scalar(
        select(table.c.id).where(
            table.c.extractor == maker.extractor,
            table.c.version == maker.version,
            table.c.model == (maker.model or ""),
        )
    )


def file_known(connection: Connection, uri: str, digest: str, maker: Maker) -> bool:
    """Whether the newest reading of ``uri`` had these bytes and this maker: then there is nothing to do.

    A reading in which an extractor got no answer about some report does not count.
    """
    number = maker_id(connection, maker)
    if number is None:
        return False
    table = schema.files
    columns = (table.c.id, table.c.digest, table.c.maker)
    newest = select(*columns).where(table.c.uri == uri).order_by(table.c.id.desc()).limit(1)
    row = connection.execute(newest).first()
    if row is None or (row.digest, row.maker) != (digest, number):
        return False
    refused = schema.skipped
    waiting = select(refused.c.file).where(refused.c.file == row.id, refused.c.reason == ASK_AGAIN).limit(1)
    return connection.execute(waiting).first() is None
