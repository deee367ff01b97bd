"""What was computed for one page and serves the next: counts over all incidents change with the database alone."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar

Value = TypeVar("Value")

MOST = 128
"""Values that are kept: those that were asked for last."""


class Memo:
    """Values by what they depend on; the key holds the version of the database, so that none is ever stale."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._lock = Lock()
        self._found: OrderedDict[Hashable, Any] = OrderedDict()

    def get(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """The value of ``key``, made by ``make`` where it is not kept. Two threads may both make it."""
        with self._lock:
            if key in self._found:
                self._found.move_to_end(key)
                found: Value = self._found[key]
                return found
        made = make()
        with self._lock:
            self._found[key] = made
            while len(self._found) > self._most:
                self._found.popitem(last=False)
        return made
