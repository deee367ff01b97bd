"""A database that is open: one connection for each question, one transaction for each change."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine

from relata.store.dialect import reader, writer
from relata.store.opening import database_errors


class Connected:
    """What asks and changes a database.

    Args:
        engine: the open database.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with database_errors(self._engine), reader(self._engine) as connection:
            yield connection

    @contextmanager
    def _computing(self) -> Iterator[Connection]:
        """A transaction that replaces what is computed."""
        with self._writing() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with database_errors(self._engine), writer(self._engine) as connection, connection.begin():
            yield connection
