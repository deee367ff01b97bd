"""Decisions: those that were made, and the forms that make and undo them."""

from __future__ import annotations

from urllib.parse import quote

from fastapi import APIRouter, Request
from starlette.responses import Response

from relata.errors import QueryError
from relata.web.databases import Databases, Db
from relata.web.forms import EditForm
from relata.web.pages.deciding import A_YEAR, ANALYST, analyst_of, by, done, onward
from relata.web.pages.rendering import page

router = APIRouter(include_in_schema=False)


@router.get("/decisions", name="decisions")
def decisions(request: Request, db: Db) -> Response:
    """What analysts decided, the newest first, with what it does now."""
    found = list(reversed(db.effects(withdrawn=True)))
    held = sorted({id_ for effect in found for id_ in effect.incidents})
    claims = db.store.claims_by_id({id_ for effect in found for id_ in effect.decision.subjects})
    titles = {incident.id: incident.title for incident in db.store.incidents_by_id(held)}
    return page(
        request,
        "decisions.html",
        db=db,
        effects=found,
        titles=titles,
        claims=claims,
        analyst=analyst_of(request),
        done=done(request, db),
    )


@router.post("/decide", name="decide")
def decide(request: Request, fields: EditForm) -> Response:
    """Write a decision down, and go back to the page it was made on.

    Raises:
        QueryError: for a form that lacks something, or a value that cannot be understood.
        NotFoundError: if nothing has one of the ids.
    """
    databases: Databases = request.app.state.databases
    subjects = [word for name in ("subject", "other") for word in fields.get(name, "").split()]
    reason = fields.get("reason", "")
    if not reason:
        raise QueryError("a decision has its reason: say in a sentence why")
    kind, attribute = fields.get("kind", ""), fields.get("attribute") or None
    made = databases.now().decide(
        kind,
        [word.rpartition("/")[2] for word in subjects],  # the address of an incident will do
        by(fields),
        reason,
        attribute=attribute if kind == "correct" else None,
        value=fields.get("value", "") if kind == "correct" else None,
    )
    answer = onward(fields, decision=made)
    answer.set_cookie(ANALYST, quote(made.by), max_age=A_YEAR, httponly=True, samesite="strict", path="/")
    return answer


@router.post("/undo", name="undo")
def undo(request: Request, fields: EditForm) -> Response:
    """Undo a decision. Its row stays.

    Raises:
        NotFoundError: if there is no such decision.
        QueryError: if it was undone before.
    """
    databases: Databases = request.app.state.databases
    withdrawn = databases.now().undo(fields.get("decision", ""), by=fields.get("by") or analyst_of(request) or None)
    return onward(fields, decision=withdrawn, undone=True)
