"""All at once: how much, where, when, by whom; what is contested, and what was not read."""

from __future__ import annotations

from itertools import islice

from fastapi import APIRouter, Request
from starlette.responses import Response

from relata.answers.asking import ask_facets
from relata.store.computed_store import EVERYTHING
from relata.web.databases import Db
from relata.web.memo import Memo
from relata.web.pages.rendering import page

router = APIRouter(include_in_schema=False)

MOST_BARS = 15
MOST_CONTESTED = 30
MOST_SKIPPED = 200


@router.get("/overview", name="overview")
def overview(request: Request, db: Db) -> Response:
    """Counts and sums over the whole database, and what is doubtful in it."""
    content = request.app.state.databases.version(db.store.clocks)
    memo: Memo = request.app.state.memo
    facets, years, months = memo.get(
        ("overview", content),
        lambda: (ask_facets(db.store, EVERYTHING), db.store.timeline(by="year"), db.store.timeline(by="month")),
    )
    doubtful = db.query(standing="contested")
    contested = db.store.incident_page(doubtful, order="-date", limit=MOST_CONTESTED).items
    reasons = db.store.skipped_by_reason()
    return page(
        request,
        "overview.html",
        db=db,
        incidents=db.store.count_incidents(),
        reports=db.store.count()["reports"],
        facets={name: rows[:MOST_BARS] for name, rows in facets.items()},
        years=[bar for bar in years if bar.start],
        months=[{"start": bar.start, "incidents": bar.incidents, "killed": bar.killed} for bar in months if bar.start],
        contested=list(db.store.incidents_by_id(contested, claims=False)),
        contested_in_all=db.store.count_incidents(doubtful),
        skipped=list(islice(db.store.skipped(), MOST_SKIPPED)),
        skipped_in_all=sum(reasons.values()),
        reasons=sorted(reasons.items(), key=lambda row: (-row[1], row[0])),
    )
