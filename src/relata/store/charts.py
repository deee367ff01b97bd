"""Incidents as a timeline and as points of a map: each one statement over the narrow table of incidents."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, NamedTuple, get_args

from sqlalchemy import ColumnElement, Connection, Row, case, func, select

from relata.store import schema
from relata.store.dialect import floor
from relata.store.facets import Met

Bin = Literal["year", "month", "day"]
BINS: tuple[Bin, ...] = get_args(Bin)
_LENGTH: dict[Bin, int] = {"year": len("2022"), "month": len("2022-03"), "day": len("2022-03-04")}

ABSURD = 10**12
"""More dead than this are no number to be added: a report that says so would make a sum overflow."""


class Bar(NamedTuple):
    """The incidents all of whose days lie in one year, month or day.

    Attributes:
        start: "2022", "2022-03" or "2022-03-04"; None for those whose days lie in several, or are not known.
        incidents: how many.
        killed: the sum of their best figures, where they have one.
    """

    start: str | None
    incidents: int
    killed: int


class Share(NamedTuple):
    """The incidents of one country; ``value`` is None for those whose country is not known.

    Attributes:
        value: ISO 3166-1 alpha-2 code.
        incidents: how many.
        killed: the sum of their best figures.
    """

    value: str | None
    incidents: int
    killed: int


class Cell(NamedTuple):
    """The incidents of one cell of a grid.

    Attributes:
        lat: mean of their latitudes.
        lon: mean of their longitudes.
        incidents: how many.
        killed: the sum of their best figures.
        west: the smallest longitude; ``south``, ``east`` and ``north`` likewise.
        south: see ``west``.
        east: see ``west``.
        north: see ``west``.
        id: of the incident, where it is but one, like ``type``, ``standing`` and ``first``; else of any.
        type: see ``id``.
        standing: see ``id``.
        first: see ``id``.
    """

    lat: float
    lon: float
    incidents: int
    killed: int
    west: float
    south: float
    east: float
    north: float
    id: str
    type: str
    standing: str
    first: str | None


def dead() -> ColumnElement[int]:
    """The sum of the best figures of the dead."""
    killed = schema.incidents.c.killed
    return func.coalesce(func.sum(case((killed > ABSURD, ABSURD), else_=killed)), 0)


def timeline(connection: Connection, met: Met, by: Bin) -> list[Bar]:
    """Incidents by time, in order; what lies in no one bin comes last."""
    table, length = schema.incidents, _LENGTH[by]
    first, last = (func.substr(day, 1, length) for day in (table.c.first, table.c.last))
    bar = case((first == last, first))
    statement = select(bar, func.count(), dead()).select_from(table).where(*met).group_by(bar)
    found = [Bar(start, number, int(killed)) for start, number, killed in connection.execute(statement)]
    return sorted(found, key=lambda one: (one.start is None, one.start or ""))


def by_country(connection: Connection, met: Met) -> list[Share]:
    """Incidents by country, those with most incidents first; unknown ones last."""
    country = schema.incidents.c.country
    found = connection.execute(select(country, func.count(), dead()).where(*met).group_by(country))
    shares = [Share(code, number, int(killed)) for code, number, killed in found]
    return sorted(shares, key=lambda one: (one.value is None, -one.incidents, one.value or ""))


def points(connection: Connection, met: Met, limit: int) -> Sequence[Row[Any]]:
    """Id, latitude, longitude, dead, type, standing and first day of incidents with coordinates, by date."""
    table = schema.incidents
    columns = (table.c[name] for name in ("id", "lat", "lon", "killed", "type", "standing", "first"))
    where = (*met, table.c.lat.is_not(None), table.c.lon.is_not(None))
    return connection.execute(select(*columns).where(*where).order_by(table.c.position).limit(limit)).all()


def cells(connection: Connection, met: Met, size: float) -> list[Cell]:
    """Incidents with coordinates in cells of some degrees, the fullest first."""
    table = schema.incidents
    lat, lon = table.c.lat, table.c.lon
    grid = (floor(connection, (lon + 180) / size), floor(connection, (lat + 90) / size))
    number = func.count().label("number")
    statement = (
        select(
            func.avg(lat), func.avg(lon), number, dead(), func.min(lon), func.min(lat), func.max(lon), func.max(lat),
            *(func.min(table.c[name]) for name in ("id", "type", "standing", "first")),
        )
        .where(*met, lat.is_not(None), lon.is_not(None))
        .group_by(*grid)
        .order_by(number.desc(), func.min(table.c.id))
    )  # fmt: skip
    return [Cell._make((*row[:3], int(row[3]), *row[4:])) for row in connection.execute(statement)]
