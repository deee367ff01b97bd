"""The database of a request: as it is now, or a view of its past."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock
from typing import Annotated

from fastapi import Depends, Query, Request

from relata.database import Database, View
from relata.database import open as open_database
from relata.store import Clocks, make_clocks

AsOf = Annotated[
    str | None,
    Query(description="As it had been reported by this day (inclusive); undated reports are left out.", max_length=40),
]
KnownAt = Annotated[
    str | None, Query(description="As this database had it at this day (inclusive) or time (UTC).", max_length=40)
]

VIEWS = 4
"""Views of the past that are kept open: each holds incidents of its own, in a temporary file."""

PATIENCE = 5
"""How many times as long as computing took is waited before it is done again while somebody else reads files in: each
file makes incidents stale, and what was read last can wait a little. What was decided is never waited for."""


@dataclass(eq=False)
class _Kept:
    """A view that is open; one request at a time looks through it, for it is one connection."""

    lock: Lock = field(default_factory=Lock)
    view: View | None = None
    users: int = 0


class Databases:
    """One open database for all requests; threads share it, each call of it is a transaction of its own.

    Views of the past are computed once for each pair of clocks and each content of the database, and a few of them are
    kept.
    """

    def __init__(self, where: str) -> None:
        self._database = open_database(where)
        self._computing = Lock()
        self._took = 0.0
        self._done_at = 0.0
        self._keeping = Lock()
        self._kept: OrderedDict[tuple[str, Clocks], _Kept] = OrderedDict()

    def now(self) -> Database:
        """The database, brought up to date by one thread while the others wait."""
        if not self._stale():
            return self._database
        with self._computing:
            if self._stale():
                start = time.monotonic()
                self._database.bring_up_to_date()
                self._took, self._done_at = time.monotonic() - start, time.monotonic()
        return self._database

    def _stale(self) -> bool:
        """Whether incidents must be computed before anything is answered."""
        store = self._database.store
        if store.up_to_date():
            return False
        waited = time.monotonic() - self._done_at
        return store.decided_since() or not self._done_at or waited > PATIENCE * self._took

    def version(self, clocks: Clocks | None = None) -> str:
        """What answers depend on, in one word."""
        return f"{self._database.store.version()} {(clocks or Clocks()).words}".strip()

    @contextmanager
    def asked(self, clocks: Clocks | None = None) -> Iterator[Database]:
        """The database as it is now, or a view of it, for as long as somebody looks."""
        database = self.now()
        if clocks is None or clocks == Clocks():
            yield database
            return
        key = (database.store.version(), clocks)
        kept = self._take(key)
        try:
            with kept.lock:
                if kept.view is None:
                    kept.view = database.at(as_of=clocks.as_of, known_at=clocks.known_at)
                    kept.view.bring_up_to_date()
                yield kept.view
        finally:
            self._give_back(kept)

    def _take(self, key: tuple[str, Clocks]) -> _Kept:
        with self._keeping:
            kept = self._kept.setdefault(key, _Kept())
            self._kept.move_to_end(key)
            kept.users += 1
            while len(self._kept) > VIEWS:
                _, old = self._kept.popitem(last=False)
                if not old.users and old.view:
                    old.view.close()
            return kept

    def _give_back(self, kept: _Kept) -> None:
        with self._keeping:
            kept.users -= 1
            if not kept.users and kept not in self._kept.values() and kept.view:
                kept.view.close()

    def close(self) -> None:
        """Let go of it, and of its views. What is asked after that opens it again."""
        with self._keeping:
            self._kept.clear()
        self._database.close()


def get_database(request: Request, as_of: AsOf = None, known_at: KnownAt = None) -> Iterator[Database]:
    """The database that a request asks about: a view of the past where it says so."""
    with request.app.state.databases.asked(make_clocks(as_of or None, known_at or None)) as database:
        yield database


Db = Annotated[Database, Depends(get_database)]
"""For a parameter of a route: the database, or the view, that the request asks about."""
