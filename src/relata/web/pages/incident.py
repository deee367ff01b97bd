"""One incident: what is taken to have happened, who says what, and how far it stands on more than one leg."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from relata.answers.independence import accounts
from relata.answers.matrix import make_matrix
from relata.database import Database
from relata.model import ActorName, Incident
from relata.web.databases import Db
from relata.web.pages.deciding import analyst_of, done
from relata.web.pages.rendering import page
from relata.web.pages.sheet import passages, toll_plot, values
from relata.words.sentence import incident_sentence

router = APIRouter(include_in_schema=False)


@router.get("/incidents/{id_}", name="incident")
def incident(request: Request, id_: str, db: Db) -> Response:
    """The sheet of one incident. An id that was given once, and the beginning of an id, lead to the incident of now."""
    found = db.incident(id_)
    if found.id != id_:
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(f"/incidents/{found.id}{query}", 307)
    return page(
        request, "incident.html", db=db, analyst=analyst_of(request), done=done(request, db), **sheet(db, found)
    )


def sheet(db: Database, found: Incident) -> dict[str, Any]:
    """All that the sheet of an incident shows."""
    reports = {report.id: report for report in db.store.reports(ids=found.reports)}
    named = {claim.value.text for claim in found.claims if isinstance(claim.value, ActorName)}
    copies = db.store.copies(found.reports)
    history = db.history(found.id)
    subjects = {id_ for ruling in found.decisions for id_ in ruling.subjects}
    return {
        "incident": found,
        "sentence": incident_sentence(found),
        "values": values(found),
        "matrix": make_matrix(found, reports, db.store.names(named)),
        "accounts": accounts(found, reports, copies),
        "copies": copies,
        "history": history,
        "toll_plot": toll_plot(found, history, reports),
        "passages": passages(found, reports),
        "reports": reports,
        "decided_on": db.store.claims_by_id(sorted(subjects)),
    }
