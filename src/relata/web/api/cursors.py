"""Cursors: where a page of a list ended, as a word that means something to this server alone."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from typing import Any

from relata.store.paging import Key
from relata.store.query import LARGEST
from relata.web.filters import LONGEST, Parameter, ParameterError, whole

MOST = 500
"""Items of a page, at most."""
USUAL = 50

LIMIT = whole("limit", "How many at most.", 1, MOST, default=USUAL, example=20)
CURSOR = Parameter(
    "cursor",
    "The `next` of the page before; every other parameter as it was there.",
    "",
    {"type": "string", "minLength": 1, "maxLength": LONGEST, "pattern": "^[A-Za-z0-9_-]+$"},
)


def write_cursor(key: Key | None, content: str, question: str) -> str | None:
    """The cursor for what follows behind ``key``; None where nothing does.

    Args:
        key: where the page ended.
        content: what answers depend on: behind another content, positions mean nothing.
        question: list, order and filters.
    """
    if key is None:
        return None
    words = json.dumps([_mark(content, question), *key], ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(words.encode("utf-8", "surrogatepass")).decode().rstrip("=")


def read_cursor(text: str | None, content: str, question: str, *kinds: tuple[type, ...]) -> Key | None:
    """The key in a cursor.

    Args:
        text: the cursor, or None for the first page.
        content: what answers depend on now.
        question: list, order and filters.
        kinds: for each part of the key, what it can be: cursors come from outside.

    Raises:
        ParameterError: if it is none, or one of another list, or the data have changed since.
    """
    if text is None:
        return None
    try:
        found: Any = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    except (binascii.Error, ValueError, RecursionError):
        found = None
    if not isinstance(found, list) or not found:
        raise ParameterError({"cursor": "cursor is none that this server gave"})
    mark, *key = found
    if mark != _mark(content, question):
        raise ParameterError(
            {"cursor": "cursor belongs to another question, or the data have changed since: begin again without it"}
        )
    if len(key) != len(kinds) or not all(_can_be(one, kind) for one, kind in zip(key, kinds, strict=True)):
        raise ParameterError({"cursor": "cursor is none that this server gave"})
    return tuple(key)


def _can_be(value: Any, kinds: tuple[type, ...]) -> bool:
    if type(value) not in kinds:
        return False
    if isinstance(value, int):
        return abs(value) <= LARGEST
    return value is None or value.isprintable()


def _mark(content: str, question: str) -> str:
    return hashlib.sha256(f"{content}\n{question}".encode()).hexdigest()[:12]
