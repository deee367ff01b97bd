"""The database of a request: as it is now, or a view of its past."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Lock
from typing import Annotated

from fastapi import Depends, Query, Request

from relata.database import Database
from relata.database import open as open_database

AsOf = Annotated[
    str | None,
    Query(description="As it had been reported by this day (inclusive); undated reports are left out.", max_length=40),
]
KnownAt = Annotated[
    str | None, Query(description="As this database had it at this day (inclusive) or time (UTC).", max_length=40)
]


class Databases:
    """One open database for all requests; threads share it, each call of it is a transaction of its own."""

    def __init__(self, where: str) -> None:
        self._database = open_database(where)
        self._computing = Lock()

    def now(self) -> Database:
        """The database, brought up to date by one thread while the others wait."""
        with self._computing:
            self._database.bring_up_to_date()
        return self._database

    def close(self) -> None:
        """Let go of it."""
        self._database.close()


def get_database(request: Request, as_of: AsOf = None, known_at: KnownAt = None) -> Iterator[Database]:
    """The database that a request asks about: a view of the past where it says so, closed behind it."""
    database = request.app.state.databases.now()
    if not (as_of or known_at):
        yield database
        return
    with database.at(as_of=as_of or None, known_at=known_at or None) as view:
        yield view


Db = Annotated[Database, Depends(get_database)]
"""For a parameter of a route: the database, or the view, that the request asks about."""
