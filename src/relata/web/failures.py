"""Errors as answers: one shape for programs, one page for people."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from relata.errors import NotFoundError, QueryError, ReadOnlyError, RelataError
from relata.web.filters import ParameterError

STATUS: tuple[tuple[type[RelataError], int], ...] = ((NotFoundError, 404), (QueryError, 400), (ReadOnlyError, 409))
"""The status of an answer by the error; the first that fits. All others are 503: the database cannot be used."""

HEADINGS = {
    400: "This question cannot be understood",
    403: "This is not allowed",
    404: "Nothing is here",
    405: "This cannot be done here",
    409: "The past cannot be changed",
    422: "This question cannot be understood",
    503: "The database cannot be used",
}
"""What stands over the page of an error; 500 for all that have none."""

_LOG = logging.getLogger("relata.web")


PROBLEM = "application/problem+json"
"""The media type of every error of the API (RFC 9457)."""


def problem(
    status: int, sentence: str, wrong: Mapping[str, str] | None = None, headers: Mapping[str, str] | None = None
) -> Response:
    """The one shape of every error of the API.

    Args:
        status: of HTTP.
        sentence: what is the matter, and what to do.
        wrong: what is wrong with parameters, by their names.
        headers: more headers.
    """
    body = {
        "type": "about:blank",  # the status says it all: RFC 9457, 4.2.1
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": sentence,
        "errors": [{"parameter": name, "detail": words} for name, words in (wrong or {}).items()],
    }
    return JSONResponse(body, status, dict(headers or {}), PROBLEM)


def status_of(error: RelataError) -> int:
    """The HTTP status for an error of the house."""
    return next((status for kind, status in STATUS if isinstance(error, kind)), 503)


def answer(request: Request, status: int, sentence: str, wrong: Mapping[str, str] | None = None) -> Response:
    """An error as the one who asks can use it."""
    if request.url.path.startswith("/api/"):
        return problem(status, sentence, wrong)
    from relata.web.pages.rendering import page  # noqa: PLC0415 - the API needs no templates

    heading = HEADINGS.get(status, "Something went wrong")
    return page(
        request,
        "error.html",
        status_code=status,
        heading=heading,
        sentence=sentence,
        errors=list((wrong or {}).values()),
    )


def add_handlers(app: FastAPI) -> None:
    """Turn what routes raise into answers."""

    def ours(request: Request, error: Exception) -> Response:
        assert isinstance(error, RelataError)
        if isinstance(error, ParameterError):
            return answer(request, 400, "some of what was asked cannot be understood", error.wrong)
        return answer(request, status_of(error), str(error))

    def http(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        sentence = "there is no page at this address" if error.status_code == 404 else str(error.detail)
        found = answer(request, error.status_code, sentence)
        found.headers.update(error.headers or {})
        return found

    def invalid(request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        names = {".".join(map(str, one["loc"][1:])): str(one["msg"]) for one in error.errors()}
        wrong = {name: f"{name}: {words}" for name, words in names.items()}
        return answer(request, 422, "some of what was asked cannot be understood", wrong)

    def bug(request: Request, error: Exception) -> Response:
        _LOG.error("%s %s", request.method, request.url.path, exc_info=error)
        return answer(request, 500, "this is a bug of Relata's; the log of `relata serve` says more")

    app.add_exception_handler(RelataError, ours)
    app.add_exception_handler(HTTPException, http)
    app.add_exception_handler(RequestValidationError, invalid)
    app.add_exception_handler(Exception, bug)
