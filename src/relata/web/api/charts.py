"""Incidents at a glance: by facet, on a timeline, as points of a map."""

from __future__ import annotations

from typing import Any

from relata.answers.asking import ask_facets
from relata.answers.objects import facets_object
from relata.database import Database
from relata.store.charts import BINS, Bar, Cell
from relata.web.api import shapes
from relata.web.api.operations import Given, Group
from relata.web.filters import choice, whole

group = Group("At a glance")

BY = choice("by", "How long a bar is.", BINS, "month", "month")
ZOOM = whole("zoom", "Zoom level of the map, as map libraries count it.", 0, 22, default=2, example=5)
MOST_POINTS = 100_000
MOST = whole("limit", "How many at most.", 1, MOST_POINTS, default=MOST_POINTS, example=1000)

MOST_CELLS = 5_000
"""Features of one answer, the fullest first: what lies beyond could not be told apart on a screen."""
CELLS_ACROSS = 8
"""Cells along the side of a map tile (512 pixels): two circles of neighbouring cells hardly overlap."""
DIGITS = 5


@group.get("/facets", "Count incidents by facet", gives=shapes.FacetsObject, filtered=True, example="type=bombing")
def facets(db: Database, given: Given) -> Any:
    """How many of the incidents that meet the filters have each country, type, actor, standing, status, year, outlet.

    An incident with several doers, or told by several outlets, counts once under each.
    """
    query = given.chosen.query
    return {"total": db.store.count_incidents(query), "facets": facets_object(ask_facets(db.store, query))}


@group.get(
    "/incidents/timeline",
    "Count incidents by time",
    gives=shapes.TimelineObject,
    takes=(BY,),
    filtered=True,
    example="by=year",
)
def timeline(db: Database, given: Given) -> Any:
    """Incidents, and the dead by best figures, of each year, month or day in which all days of the incident lie."""
    found = db.store.timeline(given.chosen.query, given["by"])
    return {"by": given["by"], **bars_object(found)}


def bars_object(found: list[Bar]) -> dict[str, Any]:
    """A timeline: its bars, and what lies in no one of them."""
    vague = next((one for one in found if one.start is None), Bar(None, 0, 0))
    return {
        "bars": [one._asdict() for one in found if one.start is not None],
        "vague": {"incidents": vague.incidents, "killed": vague.killed},
    }


@group.get(
    "/incidents/points",
    "Clusters for a map",
    gives=shapes.PointsObject,
    takes=(ZOOM,),
    filtered=True,
    example="zoom=3",
)
def points(db: Database, given: Given) -> Any:
    """Incidents with coordinates as GeoJSON points: one for each cell of a grid that goes with the zoom level.

    A point of one incident has its id, type, standing and first day; one of several has the box that they lie in. Ask
    with `bbox` for what is on the screen.
    """
    size = 360 / 2 ** given["zoom"] / CELLS_ACROSS
    found = db.store.cells(given.chosen.query, size=size)
    return {
        "type": "FeatureCollection",
        "features": [_feature(cell) for cell in found[:MOST_CELLS]],
        "total": sum(cell.incidents for cell in found),
        "cut": len(found) > MOST_CELLS,
    }


def _feature(cell: Cell) -> dict[str, Any]:
    one = cell.incidents == 1
    properties: dict[str, Any] = {"incidents": cell.incidents, "killed": cell.killed}
    if one:
        properties |= {"id": cell.id, "type": cell.type, "standing": cell.standing, "first": cell.first}
    box = [round(edge, DIGITS) for edge in (cell.west, cell.south, cell.east, cell.north)]
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [round(cell.lon, DIGITS), round(cell.lat, DIGITS)]},
        "properties": properties if one else {**properties, "bbox": ",".join(map(str, box))},
    }


@group.get(
    "/incidents/coordinates",
    "Points for a map",
    gives=shapes.CoordinatesObject,
    takes=(MOST,),
    filtered=True,
    example="limit=3",
)
def coordinates(db: Database, given: Given) -> Any:
    """Every incident with coordinates, as compact columns: for a map that makes its own clusters."""
    limit = given["limit"]
    rows = db.store.points(given.chosen.query, limit=limit + 1)
    names = ("id", "lat", "lon", "killed", "type", "standing", "first")
    columns: Any = zip(*rows[:limit], strict=True) if rows else [()] * len(names)
    found = dict(zip(names, columns, strict=True))
    found |= {name: [round(degrees, DIGITS) for degrees in found[name]] for name in ("lat", "lon")}
    return {**found, "cut": len(rows) > limit}
