"""Forms that a page sends: small, of plain fields, and of this server's own pages alone."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import parse_qs

from fastapi import Depends, Request
from starlette.exceptions import HTTPException

from relata.web.guard import same, signed

MOST_BYTES = 65_536
"""Of a form; the longest holds a reason in a few sentences."""

Fields = dict[str, str]


async def read_form(request: Request) -> Fields:
    """The fields of a form, blanks around them gone.

    Raises:
        HTTPException: 413 if it is too large, 415 if it is no form.
    """
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/x-www-form-urlencoded":
        raise HTTPException(415, "this is not a form of this page")
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > MOST_BYTES:
            raise HTTPException(413, "what was sent is too long")
    fields = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=50)
    return {name: values[0].strip() for name, values in fields.items()}


Form = Annotated[Fields, Depends(read_form)]
"""For a parameter of a route: the fields of the form that was sent."""


def edit_form(request: Request, fields: Form) -> Fields:
    """The fields of a form that changes something.

    Raises:
        HTTPException: 403 where nothing may be changed, or if the form is not one that this process has written.
    """
    served = request.app.state.served
    if not served.edit:
        raise HTTPException(403, "this page only shows: start it with `relata serve --edit` to decide something")
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise HTTPException(403, "this form was sent by a page of somebody else")
    if not same(fields.get("csrf", ""), signed(served, "form")):
        raise HTTPException(403, "this form is from before the server was started anew: go back, reload, and try again")
    return fields


EditForm = Annotated[Fields, Depends(edit_form)]
"""Likewise, for what changes something: sent by this process's own page, which was started with ``--edit``."""
