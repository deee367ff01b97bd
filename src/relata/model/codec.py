"""Model values to JSON values and back, for stores and exports.

One rule for all: a dataclass becomes an object of its fields, a tuple a list, a date its ISO form. On the way back
the type says what to build; where a field may be one of several types, the keys of the object decide.
"""

from __future__ import annotations

import types
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
    result: T = _build(kind, data)
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


def _build(kind: Any, data: Any) -> Any:
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _build_one_of(get_args(kind), data)
    if origin is Literal:
        return data
    if origin is tuple:
        item = get_args(kind)[0]
        return tuple(_build(item, entry) for entry in data)
    if is_dataclass(kind):
        if not isinstance(data, dict):
            raise TypeError(f"expected an object for {kind}, got {data!r}")
        return kind(**{name: _build(hint, data[name]) for name, hint in _fields(kind) if name in data})  # type: ignore[operator,arg-type]
    if kind is date:
        return date.fromisoformat(data)
    return data


def _build_one_of(options: tuple[Any, ...], data: Any) -> Any:
    if data is None:
        return None
    if isinstance(data, dict):
        for option in options:
            if is_dataclass(option) and _needed(option) <= set(data) <= {name for name, _ in _fields(option)}:  # type: ignore[arg-type]
                return _build(option, data)
        raise TypeError(f"none of {options} has the fields {sorted(data)}")
    for option in options:
        if isinstance(data, list) == (get_origin(option) is tuple) and _may_hold(option, data):
            return _build(option, data)
    raise TypeError(f"cannot read {data!r} as one of {options}")


def _may_hold(option: Any, data: Any) -> bool:
    """Whether a plain value, or a list by its entries, can be of a type."""
    if isinstance(data, list):
        return all(isinstance(entry, dict) == is_dataclass(get_args(option)[0]) for entry in data)
    return option is not type(None) and not is_dataclass(option)
