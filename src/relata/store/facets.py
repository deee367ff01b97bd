"""How many incidents have each country, type, doer, standing, year and outlet, counted where they lie."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Select, case, func, select

from relata.store import schema
from relata.store.batching import batches

FACETS: tuple[str, ...] = ("country", "type", "actor", "standing", "status", "year", "outlet")
"""What incidents are counted by."""

Met = Sequence[ColumnElement[bool]]
"""Conditions over the table of incidents; empty for all of them."""


def count_facets(connection: Connection, met: Met = (), only: Iterable[str] = FACETS) -> dict[str, Counter[str | None]]:
    """For each facet, the number of incidents by value; None for those that have none.

    An incident with several doers, or told by several outlets, counts once under each. Doers are ids; those that are
    only denied to have done it do not count. A year counts where all days of the incident lie in it.

    Args:
        connection: an open connection.
        met: which incidents.
        only: which facets.
    """
    return {name: Counter(_COUNTS[name](connection, met)) for name in only}


def count_incidents(connection: Connection, met: Met = ()) -> int:
    """How many incidents there are."""
    return connection.scalar(select(func.count()).select_from(schema.incidents).where(*met)) or 0


def _own(name: str) -> Callable[[Connection, Met], dict[str | None, int]]:
    """Counts by a column of the incidents themselves."""

    def count(connection: Connection, met: Met) -> dict[str | None, int]:
        column = schema.incidents.c[name]
        return _pairs(connection, select(column, func.count()).where(*met).group_by(column))

    return count


def _years(connection: Connection, met: Met) -> dict[str | None, int]:
    table = schema.incidents
    first, last = (func.substr(day, 1, 4) for day in (table.c.first, table.c.last))
    year = case((first == last, first))
    return _pairs(connection, select(year, func.count()).select_from(table).where(*met).group_by(year))


def _doers(connection: Connection, met: Met) -> dict[str | None, int]:
    doers = schema.incident_actors
    return _hung(connection, met, doers.c.actor, doers.c.status != "denied")


def _statuses(connection: Connection, met: Met) -> dict[str | None, int]:
    return _hung(connection, met, schema.incident_actors.c.status)


def _outlets(connection: Connection, met: Met) -> dict[str | None, int]:
    return _hung(connection, met, schema.incident_outlets.c.outlet)


def _hung(connection: Connection, met: Met, value: Column[Any], *kept: ColumnElement[bool]) -> dict[str | None, int]:
    """Counts by a column of a table that hangs on the incidents."""
    table, own = value.table, schema.incidents
    theirs = (*kept, table.c.incident.in_(select(own.c.id).where(*met))) if met else kept
    # Where the value is part of the key it stands once for each incident, and need not be told apart.
    number = func.count() if value.primary_key else func.count(table.c.incident.distinct())
    found = _pairs(connection, select(value, number).where(*theirs).group_by(value))
    if met:
        some = select(table.c.incident).where(*kept, table.c.incident == own.c.id).exists()
        without = connection.scalar(select(func.count()).select_from(own).where(*met, ~some)) or 0
    else:  # the whole list of keys is gone through in order, which is quicker than looking up each
        with_some = connection.scalar(select(func.count(table.c.incident.distinct())).where(*kept)) or 0
        without = count_incidents(connection) - with_some
    return {**found, **({None: without} if without else {})}


def _pairs(connection: Connection, statement: Select[Any]) -> dict[str | None, int]:
    return {value: number for value, number in connection.execute(statement)}  # noqa: C416 - rows are no pairs to mypy


_COUNTS: Mapping[str, Callable[[Connection, Met], dict[str | None, int]]] = {
    "country": _own("country"),
    "type": _own("type"),
    "actor": _doers,
    "standing": _own("standing"),
    "status": _statuses,
    "year": _years,
    "outlet": _outlets,
}


def incidents_told_in(connection: Connection, reports: Iterable[str]) -> dict[str, list[str]]:
    """For each of these reports the incidents that it tells of, in order of date."""
    told, table = schema.incident_reports, schema.incidents
    found: dict[str, list[str]] = defaultdict(list)
    for batch in batches(reports):
        statement = (
            select(told.c.report, told.c.incident)
            .join(table, table.c.id == told.c.incident)
            .where(told.c.report.in_(batch))
            .order_by(table.c.position)
        )
        for row in connection.execute(statement):
            found[row.report].append(row.incident)
    return found
