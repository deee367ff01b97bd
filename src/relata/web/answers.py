"""Answers that were given before: by what they depend on, kept as bytes, up to a limit."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from importlib.metadata import version
from threading import Lock

LARGEST = 64_000_000
"""Bytes of answers that are kept in all; that of a map of 100,000 incidents takes about six million."""

WORTH_KEEPING = 0.03
"""Seconds that an answer takes at least to be kept: others are made anew as quickly as they are found."""


def tag_of(content: str, *asked: str) -> str:
    """An entity tag: the same for the same question to the same content, answered by the same Relata.

    Args:
        content: what answers depend on; see :meth:`relata.web.databases.Databases.version`.
        asked: the path, and the query in one order.
    """
    words = "\n".join((version("relata"), content, *asked))
    return f'"{hashlib.sha256(words.encode()).hexdigest()[:32]}"'


def matches(header: str | None, tag: str) -> bool:
    """Whether an If-None-Match header names the tag. Weakness does not matter for it (RFC 9110, 13.1.2)."""
    if header is None:
        return False
    given = [one.strip().removeprefix("W/") for one in header.split(",")]
    return "*" in given or tag in given


class Kept:
    """Answers by their tags, those that were asked for last."""

    def __init__(self, largest: int = LARGEST) -> None:
        self._largest = largest
        self._size = 0
        self._lock = Lock()
        self._found: OrderedDict[str, bytes] = OrderedDict()

    def get(self, tag: str) -> bytes | None:
        """The answer of that tag, if it is kept."""
        with self._lock:
            if tag in self._found:
                self._found.move_to_end(tag)
            return self._found.get(tag)

    def put(self, tag: str, body: bytes) -> None:
        """Keep an answer; the oldest go."""
        with self._lock:
            if len(body) > self._largest // 4 or tag in self._found:
                return
            self._found[tag] = body
            self._size += len(body)
            while self._size > self._largest:
                _, gone = self._found.popitem(last=False)
                self._size -= len(gone)
