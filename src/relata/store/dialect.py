"""All that differs between SQLite and PostgreSQL: connections, locks, text that can be stored, full-text search."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Integer,
    Table,
    Text,
    TextualSelect,
    bindparam,
    cast,
    column,
    create_engine,
    event,
    func,
    text,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import URL
from sqlalchemy.sql.dml import Insert
from sqlalchemy.types import TypeDecorator

from relata.store.batching import batches

_WRITES = "relata_writes"  # execution option of connections that are going to write

BUSY_SECONDS = 60
"""How long a second writer waits for the first, in seconds. The longest transaction is that of one file of 64 MB."""

SEARCHED_CHARS = 100_000
"""How much of a report's text PostgreSQL indexes. A tsvector holds at most 1 MiB.
Source: PostgreSQL 15 documentation, 12.11 Limitations."""

_APPLICATION_ID = 0x52454C41  # "RELA": `file x.db` and other programs can tell whose database it is
_ADVISORY_LOCK = 0x52454C41
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def storable(words: str) -> str:
    """``words`` with each NUL and each half of a surrogate pair, which no database takes, replaced by U+FFFD.

    One character for one, so that offsets stay true.
    """
    if words.isascii() and "\x00" not in words:
        return words
    return _UNSTORABLE.sub("\ufffd", words)


class Words(TypeDecorator[str]):
    """Text of any length, made storable on its way in."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Any) -> Any:
        """PostgreSQL is told to order by code point, as SQLite does: the same export from both."""
        return dialect.type_descriptor(Text(collation="C") if dialect.name == "postgresql" else Text())

    def process_bind_param(self, value: str | None, dialect: Any) -> str | None:  # noqa: ARG002 - SQLAlchemy's signature
        """``value`` as it can be stored."""
        return None if value is None else storable(value)


def make_engine(url: URL) -> Engine:
    """An engine whose connections behave alike on both databases: real transactions, one writer at a time."""
    options: dict[str, Any] = {"json_serializer": _to_json, "json_deserializer": _from_json}
    if url.get_backend_name() == "sqlite":
        engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False}, **options)
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    engine = create_engine(url, pool_pre_ping=True, **options)
    event.listen(engine, "begin", _begin_postgresql)
    return engine


def reader(engine: Engine) -> Connection:
    """A connection that sees the database as it was when it first looked, whatever others write meanwhile."""
    connection = engine.connect()
    if engine.dialect.name == "postgresql":  # on SQLite every transaction is so
        connection = connection.execution_options(isolation_level="REPEATABLE READ")
    return connection


def writer(engine: Engine) -> Connection:
    """A connection whose transactions take turns with those of all other writers."""
    return engine.connect().execution_options(**{_WRITES: True})


def insert_new(connection: Connection, table: Table) -> Insert:
    """An insert into ``table`` that passes over rows which are there already."""
    if connection.dialect.name == "sqlite":
        return sqlite.insert(table).on_conflict_do_nothing()
    return postgresql.insert(table).on_conflict_do_nothing()


def full_text_ddl(dialect: str) -> tuple[str, ...]:
    """The statements that make reports searchable. Words are matched by their stems, case and accents aside."""
    if dialect == "sqlite":
        return (
            """
            CREATE VIRTUAL TABLE reports_text USING fts5(
                title, text, content='reports', content_rowid='n', tokenize='porter unicode61 remove_diacritics 2'
            )
            """,
            """
            CREATE TRIGGER reports_text_insert AFTER INSERT ON reports BEGIN
                INSERT INTO reports_text(rowid, title, text) VALUES (new.n, new.title, new.text);
            END
            """,
            f"PRAGMA application_id = {_APPLICATION_ID}",
        )
    return (
        f"""
        ALTER TABLE reports ADD COLUMN searched tsvector GENERATED ALWAYS AS (
            to_tsvector('english', coalesce(title, '') || ' ' || left(text, {SEARCHED_CHARS}))
        ) STORED
        """,
        "CREATE INDEX reports_searched ON reports USING gin (searched)",
    )


HIT, END_OF_HIT = "\x02", "\x03"
"""Marks around the words that were looked for, in a snippet: control characters, which news does not hold."""

SNIPPET_WORDS = 28
"""Words of a snippet: about three lines of a terminal."""

TITLE_WEIGHT = 4.0
"""How much more a word in the title tells than one in the text. A convention, as usual for news search."""


def _holding(connection: Connection, phrases: list[str]) -> tuple[str, dict[str, str]]:
    """The part of a statement that finds reports, from its FROM on, and its values.

    Args:
        connection: an open connection.
        phrases: words, or several words that must stand side by side, of which a report must hold all. Nothing in
            them is an operator.
    """
    if connection.dialect.name == "sqlite":
        found = "reports_text JOIN reports ON reports.n = reports_text.rowid WHERE reports_text MATCH :query"
        return found, {"query": " AND ".join('"' + phrase.replace('"', " ") + '"' for phrase in phrases)}
    values = {f"p{i}": phrase for i, phrase in enumerate(phrases)}
    query = " && ".join(f"phraseto_tsquery('english', :{name})" for name in values)
    return f"reports, (SELECT {query} AS wanted) AS q WHERE searched @@ wanted", values


def matching_reports(connection: Connection, phrases: list[str]) -> set[str]:
    """Ids of the reports that hold all of ``phrases``."""
    found, values = _holding(connection, phrases)
    return set(connection.scalars(text(f"SELECT reports.id FROM {found}"), values))  # noqa: S608 - our own words


def reports_holding(connection: Connection, phrases: list[str]) -> TextualSelect:
    """A statement for the ids of the reports that hold all of ``phrases``, to stand in another one."""
    found, values = _holding(connection, phrases)
    return text(f"SELECT reports.id FROM {found}").bindparams(**values).columns(column("id"))  # noqa: S608 - our words


def count_reports(connection: Connection, phrases: list[str]) -> int:
    """How many reports hold all of ``phrases``."""
    found, values = _holding(connection, phrases)
    return connection.scalar(text(f"SELECT count(*) FROM {found}"), values) or 0  # noqa: S608 - our own words


def ranked_reports(connection: Connection, phrases: list[str], limit: int | None = None) -> list[tuple[str, float]]:
    """Reports that hold all of ``phrases``, up to a limit: id and score, best match first.

    Scores are comparable within one answer alone: BM25 on SQLite (FTS5), cover density on PostgreSQL.
    """
    found, values = _holding(connection, phrases)
    score = f"-bm25(reports_text, {TITLE_WEIGHT}, 1.0)"
    if connection.dialect.name == "postgresql":
        title = "to_tsvector('english', coalesce(title, ''))"
        score = f"ts_rank_cd(searched, wanted) + {TITLE_WEIGHT} * ts_rank_cd({title}, wanted)"
    most = "" if limit is None else f" LIMIT {limit:d}"
    words = f"SELECT reports.id, {score} AS score FROM {found} ORDER BY score DESC, reports.n{most}"  # noqa: S608
    statement = text(words)
    return [(row.id, float(row.score)) for row in connection.execute(statement, values)]


def snippets_of(connection: Connection, phrases: list[str], ids: Iterable[str]) -> dict[str, str]:
    """Where the phrases stand in some of the reports that hold them, hits marked, by the report's id."""
    found, values = _holding(connection, phrases)
    snippet = f"snippet(reports_text, 1, '{HIT}', '{END_OF_HIT}', '…', {SNIPPET_WORDS})"
    if connection.dialect.name == "postgresql":
        marks = f"StartSel={HIT}, StopSel={END_OF_HIT}"
        options = f"{marks}, MaxWords={SNIPPET_WORDS}, MinWords={SNIPPET_WORDS // 2}"
        snippet = f"ts_headline('english', left(text, {SEARCHED_CHARS}), wanted, '{options}')"
    statement = text(f"SELECT reports.id, {snippet} AS snippet FROM {found} AND reports.id IN :ids")  # noqa: S608
    statement = statement.bindparams(bindparam("ids", expanding=True))
    return {
        row.id: row.snippet or ""
        for batch in batches(ids)
        for row in connection.execute(statement, {**values, "ids": batch})
    }


def floor(connection: Connection, value: ColumnElement[Any]) -> ColumnElement[Any]:
    """The greatest whole number that is not above a number that is not negative."""
    # Not every SQLite has floor(); its CAST cuts off, where that of PostgreSQL rounds.
    return cast(value, Integer) if connection.dialect.name == "sqlite" else func.floor(value)


def listed(connection: Connection, ids: Iterable[str]) -> TextualSelect:
    """A statement for these ids, however many they are, to stand in another one."""
    if connection.dialect.name == "sqlite":
        return text("SELECT value FROM json_each(:ids)").bindparams(ids=json.dumps(list(ids))).columns(column("value"))
    return text("SELECT unnest(CAST(:ids AS text[])) AS value").bindparams(ids=list(ids)).columns(column("value"))


def _from_json(words: str) -> Any:
    return [] if words == "[]" else json.loads(words)  # every claim has a list, and hardly any has something in it


def _to_json(value: Any) -> str:
    if value == []:
        return "[]"
    words = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    if "\\u0000" in words:  # rare, and perhaps only a backslash that somebody wrote: looked at piece by piece
        words = json.dumps(storable_json(value), ensure_ascii=False, separators=(",", ":"))
    return storable(words)


def storable_json(value: Any) -> Any:
    """A JSON value with every text in it made storable, but for the names of its fields, which are ours."""
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, list):
        return [storable_json(item) for item in value]
    if isinstance(value, dict):
        return {name: storable_json(item) for name, item in value.items()}
    return value


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves: the driver's own habit leaves DDL outside transactions
    cursor = connection.cursor()
    # FULL: what was told to be safe outlives a loss of power too. Measured at 2 ms a file on an SSD, where finding the
    # claims of one report takes 30. NORMAL would keep the file whole as well, and might forget the last transactions.
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "cache_size = -65536"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    # IMMEDIATE takes the writer's lock at once: a reader that turns writer later would fail instead of waiting.
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get(_WRITES) else "BEGIN")


def _begin_postgresql(connection: Connection) -> None:
    if connection.get_execution_options().get(_WRITES):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_ADVISORY_LOCK})")
