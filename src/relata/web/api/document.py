"""The description of the API (OpenAPI 3.1), made from the declarations of its operations."""

from __future__ import annotations

import json
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from relata.export.schema import definitions
from relata.web.answers import matches, tag_of
from relata.web.api import groups, shapes
from relata.web.api.operations import BASE, JSON, Operation, written
from relata.web.failures import PROBLEM
from relata.web.filters import Parameter

EXAMPLES = Path(__file__).with_name("examples.json")
"""Answers about the demonstration corpus, made by ``python -m genscripts.api_examples``."""

router = APIRouter(prefix=BASE, include_in_schema=False)

_ETAG = {"ETag": {"description": "The same for the same answer: send it back as If-None-Match.",
                  "schema": {"type": "string"}}}  # fmt: skip
_ABOUT = (
    "Incidents of armed conflict from news reports, with who says so. Lists come in pages: follow `next`. Answers "
    "carry an ETag, which stays as long as the data do. An error is a problem object that names each parameter that it "
    "is about. With `as_of` and `known_at` the same is asked of the past."
)


@router.get("/openapi.json")
def openapi(request: Request) -> Response:
    """This description."""
    body = written(document())
    tag = tag_of("", body.decode())
    if matches(request.headers.get("if-none-match"), tag):
        return Response(status_code=304, headers={"etag": tag})
    return Response(body, media_type=JSON, headers={"etag": tag})


@cache
def document() -> dict[str, Any]:
    """The whole description."""
    paths: dict[str, Any] = {}
    operations = [operation for group in groups() for operation in group.operations]
    for operation in operations:
        paths[BASE + operation.path] = {"get": _operation(operation)}
    _changes(paths)
    kinds = [operation.shape for operation in operations if operation.shape not in (None, str)]
    found = definitions(*kinds, shapes.Problem, shapes.DecidedObject, shapes.DecisionBody, shapes.UndoBody)
    text = json.dumps({
        "openapi": "3.1.0",
        "info": {"title": "Relata", "version": version("relata"), "description": _ABOUT,
                 "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"}},
        "servers": [{"url": "/"}],
        "security": [{}, {"token": []}],
        "tags": [{"name": group.name} for group in groups()],
        "paths": paths,
        "components": {
            "schemas": found,
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer",
                                          "description": "Where the server was started with --token."}},
        },
    })  # fmt: skip
    whole: dict[str, Any] = json.loads(text.replace("#/$defs/", "#/components/schemas/"))
    return whole


@cache
def examples() -> dict[str, Any]:
    """For each operation by name: what stands in its path, and the answer."""
    found: dict[str, Any] = json.loads(EXAMPLES.read_text("utf-8"))
    return found


def _operation(operation: Operation) -> dict[str, Any]:
    shown = examples().get(operation.name, {})
    content: dict[str, Any] = {"schema": _schema(operation), "example": shown.get("answer")}
    parameters = [_parameter(one, "query", shown.get(one.name, one.example)) for one in operation.parameters]
    if operation.inside is not None:
        parameters.insert(0, _parameter(operation.inside, "path", shown.get("path", "")))
    absent = {"404": _problem("Nothing has that id.")} if operation.inside or _names_things(operation) else {}
    return {
        "operationId": operation.name,
        "tags": [operation.group],
        "summary": operation.summary,
        "description": operation.description,
        "parameters": parameters,
        "responses": {
            "200": {"description": operation.summary, "headers": _ETAG, "content": {operation.media: content}},
            "304": {"description": "It is what If-None-Match names.", "headers": _ETAG},
            "400": _problem("A parameter cannot be understood."),
            **absent,
            "503": _problem("The database cannot be used now."),
        },
    }


def _names_things(operation: Operation) -> bool:
    return any(one.name in ("report", "incident") for one in operation.parameters)


def _schema(operation: Operation) -> dict[str, Any]:
    if operation.shape is str:
        return {"type": "string"}
    return {"$ref": f"#/$defs/{operation.shape.__name__}"}


def _parameter(one: Parameter, where: str, example: Any) -> dict[str, Any]:
    found: dict[str, Any] = {"name": one.name, "in": where, "required": where == "path" or one.required}
    found |= {"description": one.sentence, "schema": dict(one.schema)}
    return {**found, "example": example} if example not in ("", None) else found


def _problem(words: str) -> dict[str, Any]:
    return {"description": words, "content": {PROBLEM: {"schema": {"$ref": "#/$defs/Problem"}}}}


def _changes(paths: dict[str, Any]) -> None:
    """What changes something: decisions, where the server was started with ``--edit``."""
    shown = examples()
    made = {JSON: {"schema": {"$ref": "#/$defs/DecidedObject"}, "example": shown["decide"]["answer"]}}
    undone = {JSON: {"schema": {"$ref": "#/$defs/DecidedObject"}, "example": shown["undo"]["answer"]}}
    refused = {
        "400": _problem("The body cannot be understood."),
        "403": _problem("The server only shows, or the request comes from another site."),
        "404": _problem("Nothing has one of the ids."),
        "413": _problem("The body is too long."),
        "415": _problem("The body is not JSON."),
        "503": _problem("The database cannot be used now."),
    }
    paths[BASE + "/decisions"]["post"] = {
        "operationId": "decide",
        "tags": ["Decisions"],
        "summary": "Decide something",
        "description": "Only where the server was started with --edit. Every later answer respects it.",
        "requestBody": _body("DecisionBody", shown["decide"]["body"]),
        "responses": {"201": {"description": "The decision.", "content": made}, **refused},
    }
    paths[BASE + "/decisions/{id}/undo"] = {
        "post": {
            "operationId": "undo",
            "tags": ["Decisions"],
            "summary": "Undo a decision",
            "description": "Only where the server was started with --edit. Its row stays, with the time and the name.",
            "parameters": [
                {"name": "id", "in": "path", "required": True, "description": "Id of the decision.",
                 "schema": {"type": "string", "minLength": 1}, "example": shown["undo"]["path"]}
            ],
            "requestBody": _body("UndoBody", shown["undo"]["body"]),
            "responses": {"200": {"description": "The decision.", "content": undone}, **refused},
        }
    }  # fmt: skip


def _body(shape: str, example: Any) -> dict[str, Any]:
    return {"required": True, "content": {JSON: {"schema": {"$ref": f"#/$defs/{shape}"}, "example": example}}}
