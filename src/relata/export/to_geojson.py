"""Incidents on a map: a FeatureCollection of GeoJSON (RFC 7946), one feature for each incident.

Properties are flat, as desktop and web maps read them: the columns of incidents.csv, how exactly the place is known,
and the tolls that the table leaves out. Foreign members of the collection say what wrote it and from when it looks.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO, Any

from relata.export.frame import SEPARATOR, incident_row
from relata.export.selection import select
from relata.export.shapes import COORDINATE_DIGITS
from relata.export.to_json import clocks, generator
from relata.model import Incident, where_prec
from relata.store import IncidentQuery, Past, Store

TOLLS = ("missing", "abducted", "arrested")
"""Tolls beside those of :data:`relata.export.COLUMNS`; each has low, best and high."""


def write_geojson(store: Store, stream: IO[str], query: IncidentQuery | None = None) -> None:
    """Write one feature for each incident; those without coordinates have no geometry (null, RFC 7946 3.2).

    Args:
        store: whence.
        stream: where to, open for text.
        query: which incidents; all when it is None.
    """
    for piece in _pieces(store, query):
        stream.write(piece)


def _pieces(store: Store, query: IncidentQuery | None) -> Iterator[str]:
    yield f'{{\n "type": "FeatureCollection",\n "generator": {_text(generator(store.makers()))}'
    if isinstance(store, Past):
        yield f',\n "clocks": {_text(clocks(store))}'
    yield ',\n "features": ['
    opening = "\n  "
    for incident in select(store, query).incidents(store):
        yield opening + _text(feature(incident))
        opening = ",\n  "
    yield "\n ]\n}\n"


def feature(incident: Incident) -> dict[str, Any]:
    """One incident as a feature. A point is that of the place's name: ``where_prec`` says how much ground it covers."""
    place = incident.place
    row = {name: value for name, value in incident_row(incident).items() if name not in ("id", "lat", "lon")}
    for name in TOLLS:
        toll = getattr(incident, name)
        row |= {f"{name}_{end}": getattr(toll, end) if toll else None for end in ("low", "best", "high")}
    row["where_prec"] = where_prec(place) if place else None
    row["years"] = SEPARATOR.join(map(str, incident.date.years)) if incident.date else ""
    point = None
    if place and place.lat is not None and place.lon is not None:
        point = {
            "type": "Point",
            "coordinates": [round(place.lon, COORDINATE_DIGITS), round(place.lat, COORDINATE_DIGITS)],
        }
    return {"type": "Feature", "id": incident.id, "geometry": point, "properties": row}


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
