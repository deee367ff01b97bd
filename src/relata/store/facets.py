"""How many incidents have each country, type, doer, standing, year and outlet."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import Connection, select

from relata.store import schema
from relata.store.batching import batches

FACETS: tuple[str, ...] = ("country", "type", "actor", "standing", "status", "year", "outlet")
"""What incidents are counted by."""


def count_facets(connection: Connection, ids: Collection[str] | None = None) -> dict[str, Counter[str | None]]:
    """For each facet, the number of incidents by value; None for those that have none.

    An incident with several doers, or told by several outlets, counts once under each. Doers are ids; those that are
    only denied to have done it do not count. A year counts where all days of the incident lie in it.

    Args:
        connection: an open connection.
        ids: which incidents; all where it is None.
    """
    wanted = None if ids is None else set(ids)
    found: dict[str, Counter[str | None]] = {name: Counter() for name in FACETS}
    table = schema.incidents
    there = [
        row
        for row in connection.execute(select(table.c.id, table.c.country, table.c.type, table.c.standing))
        if wanted is None or row.id in wanted
    ]
    for name in ("country", "type", "standing"):
        found[name].update(getattr(row, name) for row in there)
    own = [row.id for row in there]
    for name, values in (
        ("year", _years(connection)),
        ("actor", _doers(connection, "actor")),
        ("status", _doers(connection, "status")),
        ("outlet", _outlets(connection)),
    ):
        for id_ in own:
            found[name].update(values.get(id_) or {None})
    return found


def _years(connection: Connection) -> Mapping[str, set[str | None]]:
    days = schema.incident_dates
    found: dict[str, set[str | None]] = defaultdict(set)
    for row in connection.execute(select(days.c.incident, days.c.start, days.c.end)):
        found[row.incident].update((row.start[:4], row.end[:4]))
    return {id_: years for id_, years in found.items() if len(years) == 1}


def _doers(connection: Connection, column: str) -> Mapping[str, set[str | None]]:
    doers = schema.incident_actors
    statement = select(doers.c.incident, doers.c[column].label("value"))
    if column == "actor":
        statement = statement.where(doers.c.status != "denied")
    return _sets((row.incident, row.value) for row in connection.execute(statement))


def _outlets(connection: Connection) -> Mapping[str, set[str | None]]:
    told, reports = schema.incident_reports, schema.reports
    statement = select(told.c.incident, reports.c.outlet).join(reports, reports.c.id == told.c.report)
    return _sets((row.incident, row.outlet) for row in connection.execute(statement) if row.outlet)


def _sets(pairs: Iterable[tuple[str, str | None]]) -> Mapping[str, set[str | None]]:
    found: dict[str, set[str | None]] = defaultdict(set)
    for id_, value in pairs:
        found[id_].add(value)
    return found


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
