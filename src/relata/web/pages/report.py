"""One report as it is kept: its text with the claims marked in it, and what was cut as furniture."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from relata.web.databases import Db
from relata.web.pages.marking import marked
from relata.web.pages.rendering import page

router = APIRouter(include_in_schema=False)

SHOWN = 50
"""Reports on one page of the list."""


@router.get("/reports/{id_}", name="report")
def report(request: Request, id_: str, db: Db) -> Response:
    """One report."""
    found = db.report(id_)
    if found.id != id_:
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(f"/reports/{found.id}{query}", 307)
    claims = sorted(db.claims(found.id), key=lambda claim: (claim.span.start, claim.span.end))
    told = db.store.told_in([found.id]).get(found.id, [])
    incidents = list(db.store.incidents_by_id(told))
    about = {event: incident for incident in incidents for event in incident.events}
    copies = db.store.copies()
    return page(
        request,
        "report.html",
        db=db,
        report=found,
        claims=claims,
        paragraphs=marked(found.text, claims, found.cuts),
        attributes=sorted({claim.attribute for claim in claims}),
        incidents=incidents,
        about=about,
        reprints=copies.get(found.id),
        reprinted_by=sorted(id_ for id_, original in copies.items() if original == found.id),
        read_from=db.store.sightings(found.id),
    )
