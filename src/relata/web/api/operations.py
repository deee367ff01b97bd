"""What can be asked of the API: one declaration for the route, the checks of its parameters and its description."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from relata.database import Database
from relata.errors import NotFoundError
from relata.store import Clocks
from relata.web.answers import WORTH_KEEPING, Kept, matches, tag_of
from relata.web.filters import CLOCKS, FILTERS, Chosen, Parameter, choose, read_values

BASE = "/api/v1"
JSON = "application/json"
PAGING = ("cursor", "limit")

ID = Parameter(
    "id", "The id, or its first four characters or more.", "", {"type": "string", "pattern": "^[0-9a-f]{4,64}$"}
)


@dataclass(frozen=True, slots=True)
class Given:
    """What a request gives, checked.

    Attributes:
        chosen: filters and clocks; empty where the operation takes none.
        values: every other parameter by name, that of the path too.
        content: what answers depend on now.
        question: the path and all parameters but those of paging: what a cursor belongs to.
    """

    chosen: Chosen
    values: Mapping[str, Any]
    content: str
    question: str

    def __getitem__(self, name: str) -> Any:
        return self.values[name]


Answer = Callable[[Database, Given], Any]


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that can be asked.

    Attributes:
        path: below /api/v1, with a name in braces.
        name: of the function; the operationId.
        group: the heading under which it stands.
        summary: in a few words.
        answer: what gives the answer.
        parameters: of the query.
        inside: of the path, or None.
        shape: the type of the answer.
        media: its media type.
        example: the query of the example that the description shows, or None for the path alone.
    """

    path: str
    name: str
    group: str
    summary: str
    answer: Answer
    parameters: Sequence[Parameter]
    inside: Parameter | None
    shape: Any
    media: str
    example: str = ""

    @property
    def description(self) -> str:
        """The docstring of the function: its first lines."""
        text = (self.answer.__doc__ or "").partition("\n\n    Args:")[0]
        return re.sub(r"\s+", " ", text).strip()


@dataclass
class Group:
    """The operations of one module, and their routes."""

    name: str
    router: APIRouter = field(default_factory=lambda: APIRouter(prefix=BASE, include_in_schema=False))
    operations: list[Operation] = field(default_factory=list)

    def get(
        self,
        path: str,
        summary: str,
        *,
        gives: Any,
        takes: Sequence[Parameter] = (),
        filtered: bool = False,
        clocks: bool = True,
        inside: Parameter | None = None,
        media: str = JSON,
        example: str = "",
    ) -> Callable[[Answer], Answer]:
        """Declare what a GET of ``path`` gives.

        Args:
            path: below /api/v1.
            summary: in a few words.
            gives: the type of the answer.
            takes: parameters of its own.
            filtered: whether it takes the filters of incidents.
            clocks: whether it can be asked of the past.
            inside: the parameter of the path.
            media: the media type; other than JSON, the answer is the Response itself.
            example: a query that shows it well.
        """
        parameters = (*takes, *(FILTERS if filtered else ()), *(CLOCKS if clocks else ()))

        def declare(answer: Answer) -> Answer:
            operation = Operation(
                path, answer.__name__, self.name, summary, answer, parameters, inside, gives, media, example
            )
            self.operations.append(operation)

            def route(request: Request) -> Response:
                return respond(request, operation)

            self.router.add_api_route(path, route, methods=["GET"], name=answer.__name__, response_model=None)
            return answer

        return declare


def respond(request: Request, operation: Operation) -> Response:
    """The answer to a GET: as it was kept, as it is made, or that it has not changed."""
    texts, values = read_values(request.query_params, operation.parameters)
    chosen = choose(texts, values)
    if operation.inside is not None:
        values[operation.inside.name] = in_path(request, operation.inside)
    databases = request.app.state.databases
    databases.now()
    content = databases.version(chosen.clocks)
    rest = sorted((name, text) for name, text in texts.items())
    tag = tag_of(content, request.url.path, json.dumps(rest))
    if matches(request.headers.get("if-none-match"), tag):
        return Response(status_code=304, headers={"etag": tag})
    question = json.dumps([request.url.path, *(pair for pair in rest if pair[0] not in PAGING)])
    given = Given(chosen, values, content, question)
    if operation.media != JSON:
        return streamed(request, operation, given, tag)
    kept: Kept = request.app.state.answers
    body = kept.get(tag)
    if body is None:
        start = time.perf_counter()
        with databases.asked(chosen.clocks) as db:
            body = written(operation.answer(db, given))
        if time.perf_counter() - start > WORTH_KEEPING:
            kept.put(tag, body)
    return Response(body, media_type=operation.media, headers={"etag": tag})


def streamed(request: Request, operation: Operation, given: Given, tag: str) -> Response:
    """An answer that is sent while it is made. What is wrong is found out before its first line is sent."""
    from starlette.responses import StreamingResponse  # noqa: PLC0415 - only few answers are

    databases = request.app.state.databases
    clocks: Clocks = given.chosen.clocks

    def lines() -> Any:
        with databases.asked(clocks) as db:
            yield from operation.answer(db, given)

    stream = lines()
    first = next(stream, "")

    def whole() -> Any:
        yield first
        yield from stream

    name = operation.path.strip("/").replace("/", "-")
    headers = {"etag": tag, "content-disposition": f'attachment; filename="{name}"'}
    return StreamingResponse(whole(), media_type=operation.media, headers=headers)


def in_path(request: Request, parameter: Parameter) -> str:
    """The value in a path.

    Raises:
        NotFoundError: if it cannot be one.
    """
    text = str(request.path_params[parameter.name])
    pattern = parameter.schema.get("pattern")
    if pattern and not re.fullmatch(pattern.strip("^$"), text):
        raise NotFoundError(f"nothing has the {parameter.name} {text[:80]!r}")
    return text


def written(value: Any) -> bytes:
    """A JSON value as it is sent: the same value gives the same bytes."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode("utf-8", "replace")
