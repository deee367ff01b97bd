"""Tables of typed columns for Arrow, DuckDB, Spark, pandas and polars: Apache Parquet.

Days are dates, numbers of people whole numbers, several names a list; nothing is joined into one text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import islice
from pathlib import Path
from typing import IO, Any

import pyarrow as pa
import pyarrow.parquet as pq

from relata.export.frame import LARGEST
from relata.export.selection import Selection, select
from relata.export.shapes import claim_object, report_object
from relata.model import Count, DateInterval, Incident, Place, where_prec
from relata.store import IncidentQuery, Store

GROUP_ROWS = 10_000
"""Rows held in memory and written together."""

_TEXTS = pa.list_(pa.string())
_TOLLS = ("killed", "wounded", "missing", "abducted", "arrested")

INCIDENTS = pa.schema(
    [
        *((name, pa.string()) for name in ("id", "title", "type")),
        ("date_start", pa.date32()),
        ("date_end", pa.date32()),
        ("date_precision", pa.string()),
        ("date_years", pa.list_(pa.int32())),
        *((name, pa.string()) for name in ("place", "admin1", "admin2", "country")),
        ("lat", pa.float64()),
        ("lon", pa.float64()),
        ("place_precision", pa.string()),
        ("where_prec", pa.int8()),
        *((f"{toll}_{end}", pa.int64()) for toll in _TOLLS for end in ("low", "best", "high")),
        (
            "responsible",
            pa.list_(
                pa.struct([("id", pa.string()), ("name", pa.string()), ("status", pa.string()), ("holders", _TEXTS)])
            ),
        ),
        *((name, _TEXTS) for name in ("targets", "victims", "weapons")),
        ("standing", pa.string()),
        ("standing_rule", pa.string()),
        ("standing_because", pa.string()),
        ("reports", pa.int32()),
        ("origins", pa.int32()),
        ("report_ids", _TEXTS),
        ("event_ids", _TEXTS),
        ("set_by_analysts", _TEXTS),
    ]
)
"""The columns of incidents.parquet. Without a known year the days are null, and ``date_years`` lists the years."""

CLAIMS = pa.schema(
    [
        *((name, pa.string()) for name in ("id", "incident", "actor", "report", "event", "attribute", "value")),
        ("low", pa.int64()),
        ("high", pa.int64()),
        ("approx", pa.bool_()),
        ("date_start", pa.date32()),
        ("date_end", pa.date32()),
        ("lat", pa.float64()),
        ("lon", pa.float64()),
        *((name, pa.string()) for name in ("value_actor", "of", "side")),
        ("part", pa.bool_()),
        *((name, pa.string()) for name in ("mode", "channel", "holder", "holder_id")),
        ("via", _TEXTS),
        ("stance", pa.string()),
        ("start", pa.int32()),
        ("end", pa.int32()),
        ("quote", pa.string()),
    ]
)
"""The columns of claims.parquet: the value in words, and as number, days, point or actor where it is one."""

REPORTS = pa.schema(
    [
        ("id", pa.string()),
        ("path", pa.string()),
        ("part", pa.int32()),
        *((name, pa.string()) for name in ("outlet", "title", "byline", "dateline", "published")),
        ("published_on", pa.date32()),
        ("published_from", pa.string()),
        ("relies_on", _TEXTS),
        ("copy_of", pa.string()),
    ]
)
"""The columns of reports.parquet; ``published_on`` is the day of ``published`` in the outlet's own time zone."""

Rows = Callable[[Store, Selection], Iterable[Mapping[str, Any]]]


def write_parquet(store: Store, stream: IO[bytes], query: IncidentQuery | None = None) -> None:
    """Write the table of incidents.

    Args:
        store: whence.
        stream: where to, open for bytes.
        query: which incidents; all when it is None.
    """
    _write(stream, INCIDENTS, _incident_rows(store, select(store, query)))


def write_parquet_folder(store: Store, folder: Path, query: IncidentQuery | None = None) -> None:
    """Write incidents.parquet, claims.parquet and reports.parquet into ``folder``, made if need be."""
    folder.mkdir(parents=True, exist_ok=True)
    chosen = select(store, query)
    tables: dict[str, tuple[pa.Schema, Rows]] = {
        "incidents": (INCIDENTS, _incident_rows),
        "claims": (CLAIMS, _claim_rows),
        "reports": (REPORTS, _report_rows),
    }
    for name, (schema, rows) in tables.items():
        with (folder / f"{name}.parquet").open("wb") as stream:
            _write(stream, schema, rows(store, chosen))


def _write(stream: IO[bytes], schema: pa.Schema, rows: Iterable[Mapping[str, Any]]) -> None:
    waiting = iter(rows)
    with pq.ParquetWriter(stream, schema, compression="zstd") as writer:
        while group := list(islice(waiting, GROUP_ROWS)):
            writer.write_table(pa.Table.from_pylist(group, schema=schema))


def _incident_rows(store: Store, chosen: Selection) -> Iterator[dict[str, Any]]:
    return map(incident_values, chosen.incidents(store))


def incident_values(incident: Incident) -> dict[str, Any]:
    """An incident as a row of :data:`INCIDENTS`."""
    day, place = incident.date, incident.place
    known = day if day and day.year_known else None
    row: dict[str, Any] = {
        name: getattr(incident, name) for name in ("id", "title", "type", "standing", "standing_rule")
    }
    row |= {
        "date_start": known and known.start,
        "date_end": known and known.end,
        "date_precision": known and known.precision,
        "date_years": list(day.years) if day else [],
        "place": place and place.name,
        "admin1": place and place.admin1,
        "admin2": place and place.admin2,
        "country": place and place.country,
        "lat": place and place.lat,
        "lon": place and place.lon,
        "place_precision": place and place.precision,
        "where_prec": place and where_prec(place),
        "responsible": [
            {"id": one.actor.id, "name": one.actor.name, "status": one.status, "holders": list(one.holders)}
            for one in incident.responsible
        ],
        "standing_because": incident.standing_because,
        "reports": incident.corroboration.reports,
        "origins": incident.corroboration.origins,
        "report_ids": list(incident.reports),
        "event_ids": list(incident.events),
        "set_by_analysts": [
            str(ruling.attribute) for ruling in incident.decisions if ruling.kind == "correct" and ruling.in_effect
        ],
    }
    for name in ("targets", "victims", "weapons"):
        row[name] = list(getattr(incident, name))
    for name in _TOLLS:
        toll = getattr(incident, name)
        row |= {f"{name}_{end}": whole(getattr(toll, end)) if toll else None for end in ("low", "best", "high")}
    return row


def whole(number: int | None) -> int | None:
    """A number of people as a column of 64 bits holds it."""
    return None if number is None else min(number, LARGEST)


def _claim_rows(store: Store, chosen: Selection) -> Iterator[dict[str, Any]]:
    for incident in chosen.incidents(store):
        for claim in incident.claims:
            yield {"incident": incident.id, **_claim(claim_object(claim, chosen.context), claim.value)}
    for actor in chosen.actors(store):
        for claim in actor.claims:
            if claim.report in chosen.context.outlets:
                yield {"actor": actor.id, **_claim(claim_object(claim, chosen.context), claim.value)}


def _claim(found: Mapping[str, Any], value: Any) -> dict[str, Any]:
    row = {**found, "holder": found["holder"]["name"], "holder_id": found["holder"]["id"]}
    if isinstance(value, Count):
        return {
            **row,
            "value": value.words,
            "low": whole(value.low),
            "high": whole(value.high),
            "approx": value.approx,
        }
    if isinstance(value, DateInterval):
        days: dict[str, date | None] = {"date_start": None, "date_end": None}
        if value.year_known:
            days = {"date_start": value.start, "date_end": value.end}
        return {**row, **days, "value": f"{value.start}/{value.end}" if value.year_known else None}
    if isinstance(value, Place):
        return {**row, "value": value.name, "lat": value.lat, "lon": value.lon}
    if isinstance(found["value"], dict):
        return {**row, "value": found["value"]["name"], "value_actor": found["value"]["id"]}
    return row


def _report_rows(store: Store, chosen: Selection) -> Iterator[dict[str, Any]]:
    for report in chosen.reports(store):
        yield {**report_object(report, chosen.context), "published_on": report.published_on}
