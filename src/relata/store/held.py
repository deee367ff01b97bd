"""How far reading had come at a time: the last file and the last extraction that were there.

Rows are only added, and writers take turns: what a database held is always a beginning of its history. Every file has
its time. An extraction has none of its own; which file it was written with is concluded.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from sqlalchemy import Connection, Subquery, func, select

from relata.store import rows, schema

EVERYTHING = 2**31 - 1
"""Stands for the last number where no time is asked for."""

_Reading = tuple[int, int | None]
"""A reading of a file: its number, and the number of the maker."""


def last_file(connection: Connection, known_at: str | None) -> int:
    """The number of the last file that had been read at a time; 0 where none had, a number beyond all for None."""
    if known_at is None:
        return EVERYTHING
    files = schema.files
    return connection.scalar(select(func.max(files.c.id)).where(files.c.read_at <= known_at)) or 0


def last_extraction(connection: Connection, known_at: str | None) -> int:
    """The number of the last extraction that was there at a time; 0 where none was.

    The first extraction of a report is written with the file in which it is first seen: that is certain, and bounds
    the others. One that another extractor added later belongs to the first reading of such a file by that extractor.
    It can be taken for older than it is where a file was changed, lost that very report, and was read by the new
    extractor before the report was found in another file; or for newer, where two files hold it under one address.
    Neither moves a report.
    """
    if known_at is None:
        return EVERYTHING
    last = last_file(connection, known_at)
    first = _first()
    least = connection.scalar(select(func.max(first.c.id)).where(first.c.file <= last)) or 0
    beyond = connection.scalar(select(func.min(first.c.id)).where(first.c.file > last)) or EVERYTHING
    table = schema.extractions
    open_ = select(table.c.id).where(table.c.id > least, table.c.id < beyond).order_by(table.c.id)
    doubtful = list(connection.scalars(open_))
    if doubtful:
        files = _files(connection, doubtful[0])
        for id_ in doubtful:
            if files[id_] > last:
                break
            least = id_
    return least


def _first() -> Subquery:
    """The first extraction of each report, and the file in which the report was first seen."""
    table, seen = schema.extractions, schema.sightings
    opening = select(table.c.report, func.min(table.c.id).label("id")).group_by(table.c.report).subquery()
    sighted = select(seen.c.report, func.min(seen.c.file).label("file")).group_by(seen.c.report).subquery()
    joined = opening.join(sighted, opening.c.report == sighted.c.report)
    return select(opening.c.id, sighted.c.file).select_from(joined).subquery()


def _files(connection: Connection, start: int) -> dict[int, int]:
    """With which file each extraction was written, by its number: of the reports with extractions from ``start`` on."""
    table, seen = schema.extractions, schema.sightings
    meant = select(table.c.report).where(table.c.id >= start)
    own = defaultdict(list)
    for report, reading in _readings(connection, start):
        own[report].append(reading)
    everything = [(row.id, row.maker) for row in connection.execute(select(schema.files.c.id, schema.files.c.maker))]
    former = _makers(connection)
    written: dict[str, int] = {}  # report → the file with which its newest extraction so far was written
    sighted = select(seen.c.report, func.min(seen.c.file).label("file")).group_by(seen.c.report)
    first = {row.report: row.file for row in connection.execute(sighted.where(seen.c.report.in_(meant)))}
    found = {}
    extractions = (
        select(table.c.id, table.c.report, table.c.maker).where(table.c.report.in_(meant)).order_by(table.c.id)
    )
    for row in connection.execute(extractions):
        before = written.get(row.report)
        if before is None:
            written[row.report] = first[row.report]
        else:
            readings = (own[row.report], everything)
            after = (_after(before, some, former[row.maker]) for some in readings)
            written[row.report] = next((file for file in after if file), before)
        found[row.id] = written[row.report]
    return found


def _after(file: int, readings: list[_Reading], maker: int) -> int | None:
    """The first reading behind a file by a maker, or by one that is not told."""
    return min((id_ for id_, by in readings if id_ > file and by in (None, maker)), default=None)


def _readings(connection: Connection, start: int) -> Iterator[tuple[str, _Reading]]:
    """Reports with extractions from ``start`` on, each with every reading of a file since the report was seen in it."""
    table, seen, files = schema.extractions, schema.sightings, schema.files
    first, later = files.alias(), files.alias()
    statement = (
        select(seen.c.report, later.c.id, later.c.maker)
        .join(first, first.c.id == seen.c.file)
        .join(later, later.c.uri == first.c.uri)
        .where(seen.c.report.in_(select(table.c.report).where(table.c.id >= start)), later.c.id >= seen.c.file)
    )
    for row in connection.execute(statement):
        yield row.report, (row.id, row.maker)


def _makers(connection: Connection) -> dict[int, int]:
    """Each maker's number → that under which files name it: one that came back has several."""
    table = schema.makers
    found = {
        row.id: (row.extractor, row.version, row.model.partition(rows.AGAIN)[0])
        for row in connection.execute(select(table).order_by(table.c.id.desc()))
    }
    first = {maker: id_ for id_, maker in found.items()}  # the lowest number comes last, and stays
    return {id_: first[maker] for id_, maker in found.items()}
