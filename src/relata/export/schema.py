"""The JSON schema of the export, generated from its types."""

from __future__ import annotations

import types
from typing import (
    Annotated,
    Any,
    Literal,
    NotRequired,
    Required,
    Union,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

from relata.export.contract import Export
from relata.export.decisions import DecisionsFile

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean", types.NoneType: "null"}


def export_schema() -> dict[str, Any]:
    """The schema that every export meets (JSON Schema, draft 2020-12). Unknown fields are allowed: more may come."""
    return _schema(Export, "Relata export")


def decisions_schema() -> dict[str, Any]:
    """The schema that every file of decisions meets."""
    return _schema(DecisionsFile, "Relata decisions")


def definitions(*kinds: Any) -> dict[str, dict[str, Any]]:
    """The schemas of some types, and of all that they are made of, by name; they refer to one another by "#/$defs/"."""
    shapes: dict[str, Any] = {}
    for kind in kinds:
        _shape(kind, shapes)
    return dict(sorted(shapes.items()))


def _schema(kind: Any, title: str) -> dict[str, Any]:
    shapes: dict[str, Any] = {}
    _shape(kind, shapes)
    top = shapes.pop(kind.__name__)
    return {"$schema": DIALECT, "title": title, **top, "$defs": dict(sorted(shapes.items()))}


def _shape(kind: Any, shapes: dict[str, Any]) -> None:
    if kind.__name__ in shapes:
        return
    shapes[kind.__name__] = {}  # stands in while its fields are looked at, should they refer back to it
    hints = get_type_hints(kind, include_extras=True)
    shapes[kind.__name__] = {
        "description": " ".join((kind.__doc__ or "").split()),
        "type": "object",
        "properties": {name: _of(hint, shapes) for name, hint in hints.items()},
        # Not __required_keys__: with annotations kept as text, Python counts every key as required.
        "required": [name for name, hint in hints.items() if get_origin(hint) is not NotRequired],
    }


def _of(hint: Any, shapes: dict[str, Any]) -> dict[str, Any]:
    origin, args = get_origin(hint), get_args(hint)
    if origin in (NotRequired, Required):
        return _of(args[0], shapes)
    if origin is Annotated:
        return {"description": args[1], **_of(args[0], shapes)}
    if origin is Literal:
        return {"enum": list(args)}
    if origin is list:
        return {"type": "array", "items": _of(args[0], shapes)}
    if origin in (Union, types.UnionType):
        return _any_of([_of(option, shapes) for option in args])
    if is_typeddict(hint):
        _shape(hint, shapes)
        return {"$ref": f"#/$defs/{hint.__name__}"}
    if origin is dict:
        return {"type": "object", "additionalProperties": _of(args[1], shapes)}
    return {} if hint is Any else {"type": _PLAIN[hint]}


def _any_of(options: list[dict[str, Any]]) -> dict[str, Any]:
    """One of several shapes; plain types and lists of words are drawn together, as a person would write them."""
    if all(set(option) == {"type"} for option in options):
        return {"type": [option["type"] for option in options]}
    words = [word for option in options if set(option) == {"enum"} for word in option["enum"]]
    null = {"type": "null"} in options
    if len([option for option in options if set(option) == {"enum"}]) + null == len(options):
        return {"enum": [*words, *([None] if null else [])]}
    return {"anyOf": options}
