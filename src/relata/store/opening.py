"""From a path or an address to an engine whose database has the tables of this version."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError

from relata.errors import DatabaseError, DatabaseTooNewError
from relata.store.dialect import make_engine, writer
from relata.store.schema import HEAD, metadata

VERSION_TABLE = "relata_version"
"""Holds the newest migration that the database has seen."""

OLDER: tuple[str, ...] = ("0001", "0002", "0003", "0004")
"""Migrations before :data:`~relata.store.schema.HEAD`, oldest first."""

MIGRATIONS = Path(__file__).parent / "migrations"


def database_url(where: str | Path) -> URL:
    """The address that ``where`` stands for.

    Args:
        where: a file (made if it is not there), or ``postgresql://user:password@host/name``.

    Raises:
        DatabaseError: for an address of another kind, or a file that cannot be.
    """
    words = str(where)
    if "://" not in words:
        return _file_url(Path(words))
    try:
        url = make_url(words)
        backend = url.drivername.partition("+")[0]
    except (ArgumentError, ValueError):
        raise DatabaseError(f"{words!r} is no address of a database; expected a file or postgresql://…") from None
    if backend == "sqlite" and url.database:
        return _file_url(Path(url.database))
    if backend not in ("postgresql", "postgres"):
        raise DatabaseError(f"{backend}: is not a database that Relata knows; expected a file or postgresql://…")
    try:
        import psycopg  # noqa: F401, PLC0415 - an extra: only those who use PostgreSQL have it
    except ImportError:
        raise DatabaseError("PostgreSQL needs one more package: pip install 'relata[postgres]'") from None
    return url.set(drivername="postgresql+psycopg")


def _file_url(path: Path) -> URL:
    if path.is_dir():
        raise DatabaseError(f"{path} is a folder; expected the file of a database, such as {path / 'relata.db'}")
    if not path.parent.is_dir():
        raise DatabaseError(f"there is no folder {path.parent}; make it first, or choose another place for {path.name}")
    return URL.create("sqlite", database=str(path))


def open_engine(where: str | Path) -> Engine:
    """An engine for the database at ``where``, made or brought up to this version if need be.

    Raises:
        DatabaseTooNewError: if a newer Relata wrote it.
        DatabaseError: if it cannot be opened, or belongs to another program.
    """
    engine = make_engine(database_url(where))
    try:
        with database_errors(engine):
            _bring_up_to_date(engine)
    except DatabaseError:
        engine.dispose()
        raise
    return engine


@contextmanager
def database_errors(engine: Engine) -> Iterator[None]:
    """Turn what the driver raises into :class:`~relata.errors.DatabaseError`, with the database named."""
    try:
        yield
    except DBAPIError as error:
        raise DatabaseError(f"{shown(engine.url)}: {str(error.orig).strip()}") from error
    except SQLAlchemyError as error:
        raise DatabaseError(f"{shown(engine.url)}: {error}") from error


def shown(url: URL) -> str:
    """The address as it may be shown: the file, or the URL without its password."""
    return url.database or "" if url.get_backend_name() == "sqlite" else url.render_as_string(hide_password=True)


def _bring_up_to_date(engine: Engine) -> None:
    with engine.connect() as connection:
        if _version(connection) == HEAD:
            return
    with writer(engine) as connection, connection.begin():
        # Asked again: another process may have done it while this one waited for the lock.
        version = _version(connection)
        if version == HEAD:
            return
        if version is None:
            _refuse_strangers(connection)
        elif version not in OLDER:
            raise DatabaseTooNewError(
                f"{shown(engine.url)} was written by a newer Relata (its version is {version}, this program knows "
                f"{HEAD}): update Relata, or open another database"
            )
        _migrate(connection)


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    found: Any = connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar()  # noqa: S608 - a constant
    return found if found is None else str(found)


def _refuse_strangers(connection: Connection) -> None:
    """A new database must be empty, or (PostgreSQL) at least hold none of our tables."""
    there = set(inspect(connection).get_table_names())
    strange = there if connection.dialect.name == "sqlite" else there & set(metadata.tables)
    if strange:
        raise DatabaseError(
            f"{shown(connection.engine.url)} holds tables of another program ({', '.join(sorted(strange)[:5])}); "
            "choose another database"
        )


def _migrate(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415 - slow to import, and needed once in a database's life
    from alembic.config import Config  # noqa: PLC0415

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    command.upgrade(config, "head")
