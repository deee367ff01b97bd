"""How far reading had come at a time: the last file and the last extraction that were there.

Rows are only added, and writers take turns: what a database held is always a beginning of its history. Every file has
its time. An extraction has none of its own; which file it was written with is concluded.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from sqlalchemy import Connection, func, select

from relata.store import rows, schema

EVERYTHING = 2**31 - 1
"""Stands for the last number where no time is asked for."""


def last_file(connection: Connection, known_at: str | None) -> int:
    """The number of the last file that had been read at a time; 0 where none had, a number beyond all for None."""
    if known_at is None:
        return EVERYTHING
    files = schema.files
    return connection.scalar(select(func.max(files.c.id)).where(files.c.read_at <= known_at)) or 0


def last_extraction(connection: Connection, known_at: str | None) -> int:
    """The number of the last extraction that was there at a time; 0 where none was.

    A report is first extracted with the file in which it is first seen. An extraction that a newer extractor added
    belongs to the first later reading of such a file by that extractor. Where a file was changed, and lost that very
    report, before the new extractor found the report in yet another file, the extraction is taken to be as old as the
    changed file.
    """
    if known_at is None:
        return EVERYTHING
    last = last_file(connection, known_at)
    table, seen = schema.extractions, schema.sightings
    first_seen = select(seen.c.report, func.min(seen.c.file).label("file")).group_by(seen.c.report).subquery()
    statement = (
        select(table.c.id, table.c.report, table.c.maker, first_seen.c.file)
        .join(first_seen, first_seen.c.report == table.c.report)
        .order_by(table.c.id)
    )
    readings = _Readings(connection)
    written: dict[str, int] = {}  # report → the file with which its newest extraction so far was written
    newest = before = 0
    for row in connection.execute(statement):
        if row.report in written:
            newest = max(newest, readings.after(written[row.report], newest, row.report, row.maker))
        else:
            newest = max(newest, row.file)
        if newest > last:
            break
        written[row.report], before = newest, row.id
    return before


class _Readings:
    """When the files of reports that have several extractions were read, and by which maker."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._of: Mapping[str, list[tuple[int, int | None]]] | None = None
        self._former: Mapping[int, int] = {}

    def after(self, file: int, newest: int, report: str, maker: int) -> int:
        """The first reading of a file of ``report`` behind ``file`` and not before ``newest``: by ``maker``, if any."""
        if self._of is None:
            self._of, self._former = self._fetch(), self._makers()
        later = [(id_, by) for id_, by in self._of.get(report, ()) if id_ > file and id_ >= newest]
        own = [id_ for id_, by in later if by in (None, self._former[maker])]
        return min(own or [id_ for id_, _ in later], default=newest)

    def _fetch(self) -> dict[str, list[tuple[int, int | None]]]:
        table, seen, files = schema.extractions, schema.sightings, schema.files
        again = select(table.c.report).group_by(table.c.report).having(func.count() > 1)
        first, later = files.alias(), files.alias()
        statement = (
            select(seen.c.report, later.c.id, later.c.maker)
            .join(first, first.c.id == seen.c.file)
            .join(later, later.c.uri == first.c.uri)
            .where(seen.c.report.in_(again), later.c.id >= seen.c.file)
        )
        found = defaultdict(list)
        for row in self._connection.execute(statement):
            found[row.report].append((row.id, row.maker))
        return found

    def _makers(self) -> dict[int, int]:
        """Each maker's number → that under which files name it: one that came back has several."""
        table = schema.makers
        found = {
            row.id: (row.extractor, row.version, row.model.partition(rows.AGAIN)[0])
            for row in self._connection.execute(select(table).order_by(table.c.id.desc()))
        }
        first = {maker: id_ for id_, maker in found.items()}  # the lowest number comes last, and stays
        return {id_: first[maker] for id_, maker in found.items()}
