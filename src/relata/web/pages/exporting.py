"""Files of what is chosen: every form of export, as the filters and clocks of the address say."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterator
from typing import IO, Any

from fastapi import APIRouter, Request
from starlette.responses import Response, StreamingResponse

from relata.errors import QueryError
from relata.export import FORMATS
from relata.web.databases import Db
from relata.web.filters import chosen_by
from relata.web.pages.rendering import page

router = APIRouter(include_in_schema=False)

IN_MEMORY = 4_000_000
"""Bytes of a file that are kept in memory; a larger one goes through a temporary file."""
CHUNK = 1 << 16


@router.get("/export", name="export")
def export(request: Request, db: Db) -> Response:
    """The forms there are, for what the filters choose."""
    chosen = chosen_by(request)
    return page(
        request,
        "export.html",
        db=db,
        formats=FORMATS.values(),
        total=db.store.count_incidents(chosen.query),
        filters=chosen.filters,
        query=chosen.address(),
    )


@router.get("/export/{name}", name="export_file")
def export_file(request: Request, name: str, db: Db) -> Response:
    """One file. It is made whole before its first byte is sent, so that an error is never half a file.

    Raises:
        QueryError: for another form.
    """
    form = FORMATS.get(name)
    if form is None:
        raise QueryError(f"format is {name!r}; expected one of: {', '.join(FORMATS)}")
    whole = tempfile.SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 - closed when it is sent
    if form.binary:
        form.write(db.store, whole, chosen_by(request).query)
    else:
        text = io.TextIOWrapper(whole, encoding="utf-8", newline="", write_through=True)
        form.write(db.store, text, chosen_by(request).query)
        text.detach()
    whole.seek(0)
    headers = {"content-disposition": f'attachment; filename="relata-{name}{form.suffix}"'}
    return StreamingResponse(_pieces(whole), media_type=form.media_type, headers=headers)


def _pieces(whole: IO[Any]) -> Iterator[bytes]:
    with whole:
        while piece := whole.read(CHUNK):
            yield piece
