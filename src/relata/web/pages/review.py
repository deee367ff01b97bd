"""What should be looked at: incidents that may be one, and incidents that may be two, the likeliest mistakes first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from relata.database import Database
from relata.model import Incident, Report
from relata.web.databases import Db
from relata.web.pages.deciding import analyst_of, done
from relata.web.pages.rendering import page
from relata.words.text import in_context

router = APIRouter(include_in_schema=False)

SHOWN = 25
"""Questions on the page at once; the next come when these are decided."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One side of a question: the incident, and how the report tells it."""

    incident: Incident
    report: Report
    before: str
    quote: str
    behind: str


@router.get("/review", name="review")
def review(request: Request, db: Db) -> Response:
    """The questions, where they can be answered.

    Raises:
        HTTPException: 403 where nothing can be decided.
    """
    if not request.app.state.served.edit:
        raise HTTPException(403, "this page only shows; start it with `relata serve --edit` to review and decide")
    questions = db.review() if not request.query_params.get("as_of") else []
    return page(
        request,
        "review.html",
        db=db,
        questions=[(one, *_sides(db, (one.one, one.other))) for one in questions[:SHOWN]],
        total=len(questions),
        analyst=analyst_of(request),
        done=done(request, db),
    )


def _sides(db: Database, sides: Sequence[Any]) -> Iterator[Shown]:
    for side in sides:
        report = db.report(side.report)
        shown = in_context(report.text, side.trigger.start, side.trigger.end)
        yield Shown(next(db.store.incidents_by_id([side.incident])), report, *shown)
