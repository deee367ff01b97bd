"""What all verbs share: which database is meant, how it is opened, and how an error is said."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from relata.errors import DatabaseError
from relata.settings import setting
from relata.words.text import safe

if TYPE_CHECKING:
    import typer

    from relata.database import Database


@dataclass(frozen=True, slots=True)
class Session:
    """What stands before the verb.

    Attributes:
        db: the database named with ``--db``, or None.
    """

    db: str | None = None

    @property
    def where(self) -> str:
        """The database meant: that of ``--db``, else of RELATA_DB, else relata.db."""
        return self.db or setting("db")


@contextmanager
def opened(
    context: typer.Context,
    *,
    make: bool = False,
    instead: str | None = None,
    as_of: str | None = None,
    known_at: str | None = None,
) -> Iterator[Database]:
    """The database that the command line means, closed afterwards; or a view of its past.

    Args:
        context: typer's, whose ``obj`` is the Session.
        make: whether it may be new; to look something up, it must be there.
        instead: the file to take where ``--db`` is not given, whatever RELATA_DB says.
        as_of: a day; what had been published by then. What is left out is said on stderr.
        known_at: a time; what the database held by then.

    Raises:
        DatabaseError: if it cannot be opened, or is not there.
        QueryError: for a day or a time that cannot be understood.
    """
    from relata.database import open as open_database  # noqa: PLC0415 - help must not wait for it

    session: Session = context.obj
    where = session.db or instead or session.where
    if not make and "://" not in where and not Path(where).exists():
        raise DatabaseError(
            f"there is no database {where}: make it with `relata --db {where} read PATH…`, try `relata demo`, "
            "or name another one with --db"
        )
    database = open_database(where)
    try:
        if as_of is None and known_at is None:
            yield database
        else:
            view = database.at(as_of=as_of, known_at=known_at)
            for note in view.notes():
                complain(note)
            yield view
    finally:
        database.close()


def complain(message: str) -> None:
    """Say an error, or what somebody should know, in one line on stderr."""
    sys.stderr.write(f"relata: {safe(' '.join(message.split()))}\n")
