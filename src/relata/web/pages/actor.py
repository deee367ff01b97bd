"""Actors: the list of names, and the dossier of one."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from relata.answers.asking import ask_facets
from relata.answers.dossier import Dossier
from relata.model import STATUSES, Actor
from relata.store.computed_store import EVERYTHING
from relata.tables.folding import folded
from relata.web.databases import Db
from relata.web.memo import Memo
from relata.web.pages.rendering import page

router = APIRouter(include_in_schema=False)

MOST_LISTED = 300
"""Actors on the list at once; the box finds the others."""
MOST_DEEDS = 500
"""Incidents in the table; the list of incidents has the others."""
MOST_RELATED = 40
"""Actors in the graph: more cannot be told apart."""


@router.get("/actors", name="actors")
def actors(request: Request, db: Db, q: str = "") -> Response:
    """Everybody who is held responsible, by the number of incidents; with ``q``, everybody who is called so."""
    if q.strip():
        found = db.store.actor_page(name=q, limit=MOST_LISTED) if folded(q) else None
        listed = [(one.actor, one.incidents) for one in found.items] if found else []
        listed.sort(key=lambda row: (-row[1], row[0].name.casefold()))
        total, more = len(listed), bool(found and found.next)
    else:
        memo: Memo = request.app.state.memo
        content = request.app.state.databases.version(db.store.clocks)
        counted = memo.get(("actors", content), lambda: ask_facets(db.store, EVERYTHING, ("actor",))["actor"])
        rows = [row for row in counted if row.value is not None]
        known = db.store.actor_refs(row.value or "" for row in rows[:MOST_LISTED])
        listed = [(known[row.value], row.incidents) for row in rows[:MOST_LISTED] if row.value in known]
        total, more = len(rows), len(rows) > MOST_LISTED
    return page(request, "actors.html", db=db, actors=listed, total=total, more=more, q=q)


@router.get("/actors/{id_}", name="actor")
def actor(request: Request, id_: str, db: Db) -> Response:
    """The dossier of one actor, by id or any of its names."""
    memo: Memo = request.app.state.dossiers
    content = request.app.state.databases.version(db.store.clocks)
    found = memo.get(("dossier", content, id_), lambda: db.dossier(id_))
    if found.actor.id != id_:
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(f"/actors/{found.actor.id}{query}", 307)
    claims = [
        *found.actor.claims,
        *(claim for row in found.related for claim in row.claims),
        *(claim for slot in found.profile for said in slot.values for claim in said.claims),
    ]
    reports = {report.id: report for report in db.store.reports(ids={claim.report for claim in claims})}
    return page(
        request,
        "actor.html",
        db=db,
        dossier=found,
        actor=found.actor,
        reports=reports,
        statuses=[status for status in STATUSES if any(year.statuses[status] for year in found.years)],
        most=MOST_DEEDS,
        points=_points(found),
        years=[{"year": one.year, **one.statuses} for one in found.years if one.year],
        graph=_graph(found),
    )


def _points(dossier: Dossier) -> list[dict[str, Any]]:
    """Its incidents that have a place with coordinates, for the map."""
    return [
        {
            "id": deed.incident.id,
            "title": deed.incident.title,
            "lat": deed.incident.place.lat,
            "lon": deed.incident.place.lon,
            "status": deed.status,
            "standing": deed.incident.standing,
        }
        for deed in dossier.deeds
        if deed.incident.place and deed.incident.place.lat is not None
    ]


def _graph(dossier: Dossier) -> dict[str, Any]:
    """Whom it is related to, as reports say, and by the list of known actors."""
    own: Actor = dossier.actor
    links = [(row.actor.id, row.actor.name, row.relation, len(row.claims)) for row in dossier.related]
    if dossier.listed:
        parents = [dossier.listed.parent] if dossier.listed.parent else []
        links += [(id_, name, "parent", 0) for id_, name in parents]
        links += [(id_, name, "branch", 0) for id_, name in dossier.listed.branches]
    links = links[:MOST_RELATED]
    nodes = {id_: name for id_, name, _, _ in links} | {own.id: own.name}
    return {
        "own": own.id,
        "nodes": [{"id": id_, "name": name} for id_, name in nodes.items()],
        "links": [{"target": id_, "relation": relation, "claims": claims} for id_, _, relation, claims in links],
    }
