"""Incidents, claims and reports as Arrow tables with typed columns: days are dates, people numbers, names a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

import pyarrow as pa

from relata.export.frame import LARGEST
from relata.export.selection import Selection
from relata.export.shapes import Context, claim_object, report_object
from relata.model import Actor, Claim, Count, DateInterval, Incident, Place, where_prec
from relata.store import Store

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

ACTORS = pa.schema(
    [
        *((name, pa.string()) for name in ("id", "name", "kind")),
        ("aliases", _TEXTS),
        ("claims", pa.int32()),
    ]
)
"""The columns of a table of actors: their names, and how many claims there are about each."""


def incident_rows(store: Store, chosen: Selection) -> Iterator[dict[str, Any]]:
    """The incidents as rows of :data:`INCIDENTS`."""
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


def claim_values(claim: Claim, context: Context) -> dict[str, Any]:
    """A claim as a row of :data:`CLAIMS`; about which incident it is stands in none of its own fields."""
    return _claim(claim_object(claim, context), claim.value)


def actor_values(actor: Actor) -> dict[str, Any]:
    """An actor as a row of :data:`ACTORS`."""
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "aliases": list(actor.aliases),
        "claims": len(actor.claims),
    }


def table_of(rows: Iterable[Mapping[str, Any]], schema: pa.Schema) -> pa.Table:
    """Rows as a table."""
    return pa.Table.from_pylist(list(rows), schema=schema)


def claim_rows(store: Store, chosen: Selection) -> Iterator[dict[str, Any]]:
    """The claims about incidents, then those about actors, as rows of :data:`CLAIMS`."""
    for incident in chosen.incidents(store):
        for claim in incident.claims:
            yield {"incident": incident.id, **claim_values(claim, chosen.context)}
    for actor in chosen.actors(store):
        for claim in actor.claims:
            if claim.report in chosen.context.outlets:
                yield {"actor": actor.id, **claim_values(claim, chosen.context)}


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


def report_rows(store: Store, chosen: Selection) -> Iterator[dict[str, Any]]:
    """The reports as rows of :data:`REPORTS`."""
    for report in chosen.reports(store):
        yield {**report_object(report, chosen.context), "published_on": report.published_on}
