"""The list of incidents, with map, timeline and facets."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from relata.web.databases import Db
from relata.web.pages.rendering import page

router = APIRouter(include_in_schema=False)


@router.get("/")
def incidents(request: Request, db: Db) -> Response:
    """All incidents that the filters in the address choose."""
    return page(request, "incidents.html", incidents=db.incidents()[:50])
