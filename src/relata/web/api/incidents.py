"""Incidents: the list, as JSON, table and map; one of them, its claims, accounts and history."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from relata.database import Database
from relata.export.frame import COLUMNS, incident_row
from relata.export.history import history_object
from relata.export.shapes import claim_object, incident_object, report_object
from relata.export.to_csv import lines
from relata.incidents.corroborate import fold, origins
from relata.model import Incident
from relata.run import history_of
from relata.store.paging import ORDERS
from relata.web.api import shapes
from relata.web.api.cursors import CURSOR, LIMIT, read_cursor, write_cursor
from relata.web.api.objects import context_of, listed_by_id
from relata.web.api.operations import ID, Given, Group
from relata.web.filters import choice

group = Group("Incidents")

ORDER = choice(
    "order",
    "By date, the latest first, or most dead first; undated ones come last in both orders of date.",
    ORDERS,
    "-killed",
    "date",
)


@group.get(
    "/incidents",
    "List incidents",
    gives=shapes.IncidentList,
    takes=(LIMIT, CURSOR, ORDER),
    filtered=True,
    example="order=-killed&limit=1",
)
def list_incidents(db: Database, given: Given) -> Any:
    """Incidents that meet every filter, a page at a time, without their claims.

    Follow `next` until it is null: each incident comes once while the data stand.
    """
    query, order = given.chosen.query, given["order"]
    kinds = ((int,),) if order == "date" else ((int,), (int,))
    after = read_cursor(given["cursor"], given.content, given.question, *kinds)
    page = db.store.incident_page(query, order=order, after=after, limit=given["limit"])
    return {
        "incidents": listed_by_id(db.store, page.items),
        "total": db.store.count_incidents(query),
        "next": write_cursor(page.next, given.content, given.question),
    }


@group.get("/incidents.csv", "Incidents as a table", gives=str, filtered=True, media="text/csv")
def incidents_csv(db: Database, given: Given) -> Iterator[str]:
    """Every incident that meets the filters, a row for each, with the columns of `relata export --format csv`.

    Words that a spreadsheet would take for a formula have an apostrophe in front.
    """
    found = db.store.incidents(given.chosen.query, claims=False)
    yield from lines(COLUMNS, (incident_row(incident) for incident in found))


@group.get(
    "/incidents.geojson",
    "Incidents as GeoJSON",
    gives=shapes.FeatureCollection,
    filtered=True,
    media="application/geo+json",
)
def incidents_geojson(db: Database, given: Given) -> Iterator[str]:
    """Every incident that meets the filters, as a feature with the same columns; placeless ones have no geometry."""
    found = db.store.incidents(given.chosen.query, claims=False)
    before = '{"type":"FeatureCollection","features":['
    for incident in found:
        yield before + json.dumps(_feature(incident), ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        before = ",\n"
    yield "]}\n" if before == ",\n" else before + "]}\n"


def _feature(incident: Incident) -> dict[str, Any]:
    row, place = incident_row(incident), incident.place
    point = None
    if place and place.lat is not None and place.lon is not None:
        point = {"type": "Point", "coordinates": [place.lon, place.lat]}
    return {
        "type": "Feature",
        "id": incident.id,
        "geometry": point,
        "properties": {name: value for name, value in row.items() if name not in ("lat", "lon")},
    }


@group.get("/incidents/{id}", "One incident", gives=shapes.IncidentObject, inside=ID)
def one_incident(db: Database, given: Given) -> Any:
    """An incident with its claims and the decisions about it, as in the export. An id it once had leads to it."""
    incident = db.store.incident(given["id"])
    return incident_object(incident, context_of(db.store, incident.claims))


@group.get("/incidents/{id}/claims", "Claims about an incident", gives=shapes.IncidentClaims, inside=ID)
def incident_claims(db: Database, given: Given) -> Any:
    """Every claim about it, in order of report and place in the text: who says what, in which words."""
    incident = db.store.incident(given["id"])
    context = context_of(db.store, incident.claims)
    return {"incident": incident.id, "claims": [claim_object(claim, context) for claim in incident.claims]}


@group.get("/incidents/{id}/history", "History of an incident", gives=shapes.HistoryObject, inside=ID)
def incident_history(db: Database, given: Given) -> Any:
    """How toll, attribution and standing moved, report by report in order of publication."""
    found = history_of(db.store, db.store.incident(given["id"]))
    claims = [claim for step in found.steps for change in step.changes for claim in change.claims]
    return history_object(found, context_of(db.store, claims, [step.report for step in found.steps]))


@group.get("/incidents/{id}/accounts", "Independent accounts of an incident", gives=shapes.Accounts, inside=ID)
def incident_accounts(db: Database, given: Given) -> Any:
    """Its reports by the account that each is, or derives from: `origins` of its corroboration, told apart."""
    store = db.store
    incident = store.incident(given["id"])
    reports, copies = list(store.reports(ids=incident.reports)), store.copies(incident.reports)
    accounts = origins(reports, incident.claims, copies)
    context = context_of(store, (), incident.reports)
    written = {fold(name): name for one in reports for name in (*one.relies_on, one.outlet) if name}
    return {
        "incident": incident.id,
        "accounts": [
            {
                "name": written.get(account, account),
                "reports": [report_object(one, context) for one in reports if accounts[one.id] == account],
            }
            for account in sorted(set(accounts.values()))
        ],
    }
