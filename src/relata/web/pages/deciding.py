"""What the forms of all pages share: who decides, where it goes on, and what was just done."""

from __future__ import annotations

from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from fastapi import Request
from starlette.responses import RedirectResponse, Response

from relata.database import Database
from relata.errors import NotFoundError, QueryError
from relata.model import Decision
from relata.web.forms import Fields

ANALYST = "relata_analyst"
"""The cookie that keeps the name under the last decision, for the next form."""
A_YEAR = 365 * 24 * 3600


def analyst_of(request: Request) -> str:
    """The name to put into a form: that of the last decision, else what the server was started with."""
    return unquote(request.cookies.get(ANALYST, "")) or str(request.app.state.served.analyst)


def by(fields: Fields) -> str:
    """Who decides.

    Raises:
        QueryError: if nobody is named.
    """
    name = fields.get("by", "")
    if not name:
        raise QueryError("a decision has the name of who made it: fill in your name")
    return name[:200]


def onward(fields: Fields, *, decision: Decision, undone: bool = False) -> Response:
    """Back to the page that the form stood on, which then says what was done; never to another server."""
    back = fields.get("back", "/")
    if not back.startswith("/") or back.startswith(("//", "/\\")) or any(ord(char) < 32 for char in back):
        back = "/"
    parts = urlsplit(back)
    pairs = [pair for pair in parse_qsl(parts.query) if pair[0] not in ("decided", "undone")]
    query = urlencode([*pairs, ("undone" if undone else "decided", decision.id)])
    return RedirectResponse(f"{parts.path}?{query}", 303)


def done(request: Request, db: Database) -> tuple[str, Decision] | None:
    """What was just decided or undone, by the address that :func:`onward` leads to."""
    for what in ("decided", "undone"):
        id_ = request.query_params.get(what)
        found = next((one for one in db.decisions(withdrawn=True) if one.id == id_), None) if id_ else None
        if found is not None:
            return what, found
    return None


def incident_of(db: Database, decision: Decision) -> str | None:
    """The incident that a decision touches, to be shown after it."""
    for subject in decision.subjects:
        try:
            return db.incident(subject).id
        except NotFoundError:
            continue
    return None
