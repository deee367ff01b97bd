"""Decisions: those that were made, and, where the server lets, new ones."""

from __future__ import annotations

import json
from typing import Any

from fastapi import Request
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import Response

from relata.database import Database
from relata.errors import QueryError
from relata.model import encode
from relata.run.decisions import Effect, effects
from relata.web.api import shapes
from relata.web.api.operations import JSON, Given, Group, written
from relata.web.filters import ParameterError, choice
from relata.web.forms import MOST_BYTES

group = Group("Decisions")

WITHDRAWN = choice("withdrawn", "Also those that were undone.", ("true", "false"), "true", "false")


@group.get("/decisions", "List decisions", gives=shapes.DecisionList, takes=(WITHDRAWN,))
def list_decisions(db: Database, given: Given) -> Any:
    """What analysts decided, in order of time, with the incidents that each touches now, or why it has no effect."""
    found = effects(db.store, withdrawn=given["withdrawn"] == "true")
    return {"decisions": [decided_object(one) for one in found]}


def decided_object(effect: Effect) -> dict[str, Any]:
    """A decision with what has come of it."""
    decision = effect.decision
    row = {name: value for name, value in encode(decision).items() if name != "anchors"}
    return {"id": decision.id, **row, "incidents": list(effect.incidents), "without": effect.without}


@group.router.post("/decisions", response_model=None)
async def decide(request: Request) -> Response:
    """Write down a decision; 201 with the decision and the incidents that it touches."""
    may_change(request)
    body = await read_body(request)
    return await run_in_threadpool(_decide, request, body)


@group.router.post("/decisions/{id}/undo", response_model=None)
async def undo(request: Request) -> Response:
    """Withdraw a decision; its row stays."""
    may_change(request)
    body = await read_body(request)
    return await run_in_threadpool(_undo, request, str(request.path_params["id"]), body)


def _decide(request: Request, body: dict[str, Any]) -> Response:
    databases = request.app.state.databases
    with databases.asked() as db:
        kind, subjects, by, reason = (body.get(name) for name in ("kind", "subjects", "by", "reason"))
        wrong = {
            name: f"{name} is {value!r}; expected a text"
            for name, value in (("kind", kind), ("by", by), ("reason", reason))
            if not (isinstance(value, str) and value.strip())
        }
        if not (isinstance(subjects, list) and subjects and all(isinstance(one, str) for one in subjects)):
            wrong["subjects"] = "subjects must be a list of ids"
        for name in ("attribute", "value"):
            if not isinstance(body.get(name), str | None):
                wrong[name] = f"{name} must be a text"
        if wrong:
            raise ParameterError(wrong)
        made = db.decide(
            str(kind), subjects or (), str(by).strip(), str(reason).strip(),
            attribute=body.get("attribute"), value=body.get("value"),
        )  # fmt: skip
        db.bring_up_to_date()
        return _answer(db, made.id, 201)


def _undo(request: Request, id_: str, body: dict[str, Any]) -> Response:
    by = body.get("by")
    if not (isinstance(by, str) and by.strip()):
        raise ParameterError({"by": f"by is {by!r}; expected the name of who undoes it"})
    with request.app.state.databases.asked() as db:
        undone = db.undo(id_, by=by.strip())
        db.bring_up_to_date()
        return _answer(db, undone.id, 200)


def _answer(db: Database, id_: str, status: int) -> Response:
    found = next(one for one in effects(db.store, withdrawn=True) if one.decision.id == id_)
    return Response(written(decided_object(found)), status, media_type=JSON)


def may_change(request: Request) -> None:
    """Refuse what may not change anything.

    A JSON body cannot be sent by a form of somebody else's page, and a script there may not send one without asking
    this server first, which never allows it: no secret in the body is needed beside the token.

    Raises:
        HTTPException: 403 where nothing may be changed, or the request comes from another site; 415 for no JSON.
    """
    if not request.app.state.served.edit:
        raise HTTPException(403, "this server only shows: start it with `relata serve --edit` to decide something")
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise HTTPException(403, "this was sent by a page of somebody else")
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != JSON:
        raise HTTPException(415, f"expected a body of {JSON}")


async def read_body(request: Request) -> dict[str, Any]:
    """The JSON object that was sent.

    Raises:
        HTTPException: 413 if it is too long.
        QueryError: if it is none.
    """
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > MOST_BYTES:
            raise HTTPException(413, "what was sent is too long")
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise QueryError("the body is no JSON object; expected one with kind, subjects, by and reason")
    return found
