"""The door: where a token is asked for."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from relata.web.forms import Form
from relata.web.guard import entering, same
from relata.web.pages.rendering import page

router = APIRouter(include_in_schema=False)


@router.get("/enter")
def ask(request: Request) -> Response:
    """The form that asks for the token."""
    return page(request, "enter.html", wrong=False)


@router.post("/enter")
def enter(request: Request, fields: Form) -> Response:
    """Let in who knows the token."""
    served = request.app.state.served
    if served.token is None or same(fields.get("token", ""), served.token):
        return entering(served, "/", secure=request.url.scheme == "https")
    return page(request, "enter.html", status_code=403, wrong=True)
