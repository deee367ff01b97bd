"""Long lists a piece at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

_Item = TypeVar("_Item")

AT_ONCE = 500
"""Ids asked for in one statement, and rows fetched or written at once. SQLite takes at most 32,766 values in one."""


def batches(items: Iterable[_Item], size: int = AT_ONCE) -> Iterator[list[_Item]]:
    """``items`` in lists of ``size``, the last one shorter; by default as many as fit into one statement."""
    stream = iter(items)
    while batch := list(islice(stream, size)):
        yield batch
