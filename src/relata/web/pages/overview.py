"""All at once: how much, where, when, by whom; what is contested, and what was not read."""

from __future__ import annotations

from collections import Counter

from fastapi import APIRouter, Request
from starlette.responses import Response

from relata.web.databases import Db
from relata.web.pages.rendering import page

router = APIRouter(include_in_schema=False)

MOST_BARS = 15
MOST_CONTESTED = 30
MOST_SKIPPED = 200


@router.get("/overview", name="overview")
def overview(request: Request, db: Db) -> Response:
    """Counts and sums over the whole database, and what is doubtful in it."""
    facets = db.facets()
    contested = db.incidents(standing="contested")
    skipped = db.skipped()
    years, months = db.store.timeline(by="year"), db.store.timeline(by="month")
    return page(
        request,
        "overview.html",
        db=db,
        incidents=len(db.incidents()),
        reports=db.store.count()["reports"],
        facets={name: rows[:MOST_BARS] for name, rows in facets.items()},
        years=[bar for bar in years if bar.start],
        months=[{"start": bar.start, "incidents": bar.incidents, "killed": bar.killed} for bar in months if bar.start],
        contested=list(contested[:MOST_CONTESTED]),
        contested_in_all=len(contested),
        skipped=skipped[:MOST_SKIPPED],
        skipped_in_all=len(skipped),
        reasons=Counter(one.reason for one in skipped).most_common(),
    )
