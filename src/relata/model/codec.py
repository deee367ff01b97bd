"""Model values to JSON values and back, for stores and exports.

One rule for all: a dataclass becomes an object of its fields, a tuple a list, a date its ISO form. On the way back
the type says what to build; where a field may be one of several types, the keys of the object decide.
"""

from __future__ import annotations

import types
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


def encode(value: Any) -> Any:
    """``value`` as a JSON value (dict, list, str, int, float, bool or None).

    Raises:
        TypeError: for a type that is no part of the model.
    """
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return [encode(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {name: encode(getattr(value, name)) for name, _ in _fields(type(value))}
    raise TypeError(f"cannot write a {type(value).__name__} as JSON: {value!r}")


def decode(kind: type[T], data: Any) -> T:
    """The value of type ``kind`` that :func:`encode` wrote as ``data``.

    Raises:
        TypeError: if ``data`` does not have the shape of ``kind``.
    """
    build: Builder = _builder(kind)  # type: ignore[arg-type]
    result: T = build(data)
    return result


@cache
def _fields(kind: type) -> tuple[tuple[str, Any], ...]:
    hints = get_type_hints(kind)
    return tuple((field.name, hints[field.name]) for field in fields(kind))


@cache
def _needed(kind: type) -> frozenset[str]:
    """The fields without a default: data written before a field was added has the others."""
    return frozenset(
        field.name for field in fields(kind) if field.default is MISSING and field.default_factory is MISSING
    )


Builder = Callable[[Any], Any]


@cache
def _builder(kind: Any) -> Builder:
    """What builds values of a type. Types are looked at once: a database holds many values of few types."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _one_of(get_args(kind))
    if origin is Literal:
        return _as_it_is
    if origin is tuple:
        item = _builder(get_args(kind)[0])
        return tuple if item is _as_it_is else lambda data: tuple(item(entry) for entry in data)
    if is_dataclass(kind):
        return _object(kind)
    return date.fromisoformat if kind is date else _as_it_is


def _as_it_is(data: Any) -> Any:
    return data


def _object(kind: Any) -> Builder:
    plain: list[str] = []
    others: list[tuple[str, Builder]] = []
    for name, hint in _fields(kind):
        build = _builder(hint)
        if build is _as_it_is:
            plain.append(name)
        else:
            others.append((name, build))

    def build_object(data: Any) -> Any:
        if not isinstance(data, dict):
            raise TypeError(f"expected an object for {kind}, got {data!r}")
        values = {name: data[name] for name in plain if name in data}
        for name, build in others:
            if name in data:
                values[name] = build(data[name])
        return kind(**values)

    return build_object


def _one_of(options: tuple[Any, ...]) -> Builder:
    objects = [
        (_needed(option), frozenset(name for name, _ in _fields(option)), _builder(option))  # type: ignore[arg-type]
        for option in options
        if is_dataclass(option)
    ]
    others = [(option, get_origin(option) is tuple, _builder(option)) for option in options]

    def build_one(data: Any) -> Any:
        if data is None:
            return None
        if isinstance(data, dict):
            for needed, known, build in objects:
                if needed <= data.keys() <= known:
                    return build(data)
            raise TypeError(f"none of {options} has the fields {sorted(data)}")
        listed = isinstance(data, list)
        for option, is_tuple, build in others:
            if listed == is_tuple and _may_hold(option, data):
                return build(data)
        raise TypeError(f"cannot read {data!r} as one of {options}")

    return build_one


def _may_hold(option: Any, data: Any) -> bool:
    """Whether a plain value, or a list by its entries, can be of a type."""
    if isinstance(data, list):
        return all(isinstance(entry, dict) == is_dataclass(get_args(option)[0]) for entry in data)
    return option is not type(None) and not is_dataclass(option)
