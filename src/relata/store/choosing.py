"""Which incidents meet a query: conditions for statements over the table of incidents."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, or_, select

from relata.store import schema
from relata.store.dialect import reports_holding
from relata.store.fetching import wanted_words
from relata.store.query import Box, IncidentQuery
from relata.tables.actors import lookup
from relata.tables.folding import folded


def conditions(connection: Connection, query: IncidentQuery) -> list[ColumnElement[bool]]:
    """What holds of the rows of ``incidents`` that meet every filter; none where no filter is set.

    Raises:
        QueryError: if there is no word in the text to look for.
    """
    table = schema.incidents
    found = [table.c[name] == wanted for name in ("country", "type", "standing") if (wanted := getattr(query, name))]
    if query.min_killed is not None:
        found.append(table.c.killed >= query.min_killed)
    if query.bbox is not None:
        found.append(_within(query.bbox))
    found += _dated(query)
    if query.actor is not None or query.status is not None:
        found.append(table.c.id.in_(_done(connection, query)))
    if query.outlet is not None:
        told = schema.incident_outlets
        named = _outlets_called(connection, query.outlet)
        found.append(table.c.id.in_(select(told.c.incident).where(told.c.outlet.in_(named))))
    if query.text is not None:
        words, told = wanted_words(query.text), schema.incident_reports
        holding = reports_holding(connection, words)
        found.append(table.c.id.in_(select(told.c.incident).where(told.c.report.in_(holding))))
    return found


def chosen(connection: Connection, query: IncidentQuery, *columns: ColumnElement[Any]) -> Select[Any]:
    """A statement for some columns of the incidents that meet every filter."""
    return select(*columns).select_from(schema.incidents).where(*conditions(connection, query))


def telling(connection: Connection, query: IncidentQuery) -> Select[Any]:
    """A statement for the ids of the reports that tell of an incident that meets every filter."""
    told, table = schema.incident_reports, schema.incidents
    return select(told.c.report).where(told.c.incident.in_(chosen(connection, query, table.c.id)))


def told_of(connection: Connection, phrases: list[str], query: IncidentQuery) -> list[str]:
    """Ids of the incidents that meet every filter and are told in a report that holds all of ``phrases``."""
    told, table = schema.incident_reports, schema.incidents
    holding = select(told.c.incident).where(told.c.report.in_(reports_holding(connection, phrases)))
    return list(connection.scalars(chosen(connection, query, table.c.id).where(table.c.id.in_(holding))))


def actors_meant(connection: Connection, name: str) -> list[str]:
    """Ids of the actors with that id, or met under that name, or known to the tables by it."""
    named = schema.actor_names
    found = set(connection.scalars(select(named.c.actor).where(named.c.folded == folded(name))))
    known = lookup(name)
    return sorted({name, *found, *([known.key] if known else [])})


def _within(box: Box) -> ColumnElement[bool]:
    west, south, east, north = box
    table = schema.incidents
    reach = [table.c.lon >= west, table.c.lon <= east]
    return and_(table.c.lat.between(south, north), or_(*reach) if west > east else and_(*reach))


def _dated(query: IncidentQuery) -> Sequence[ColumnElement[bool]]:
    if query.since is None and query.until is None:
        return ()
    table, days = schema.incidents, schema.incident_dates
    reach: list[ColumnElement[bool]] = []
    within = select(days.c.incident)
    if query.since is not None:
        reach.append(table.c.last >= query.since)
        within = within.where(days.c.end >= query.since)
    if query.until is not None:
        reach.append(table.c.first <= query.until)
        within = within.where(days.c.start <= query.until)
    if query.since is None or query.until is None:
        return reach
    # Where the year is open, days that are possible lie before and after others that are not.
    return [*reach, table.c.id.in_(within)]


def _done(connection: Connection, query: IncidentQuery) -> Select[Any]:
    doers = schema.incident_actors
    done = select(doers.c.incident)
    if query.actor is not None:
        done = done.where(doers.c.actor.in_(actors_meant(connection, query.actor)))
    if query.status is not None:
        done = done.where(doers.c.status == query.status)
    return done


def _outlets_called(connection: Connection, name: str) -> list[str]:
    """The outlets that are called so, case aside: databases fold the case of Latin letters alone."""
    named = connection.scalars(select(schema.incident_outlets.c.outlet).distinct())
    return [outlet for outlet in named if outlet.casefold() == name.strip().casefold()]
