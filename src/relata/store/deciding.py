"""Decisions: rows that are added and withdrawn, never changed."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, func, select

from relata.errors import QueryError
from relata.model import Decision
from relata.store import rows, schema
from relata.store.fetching import find_id


def add_decision(connection: Connection, decision: Decision) -> None:
    """Write a decision down."""
    table = schema.decisions
    n = (connection.scalar(select(func.max(table.c.n))) or 0) + 1
    connection.execute(table.insert(), rows.decision_row(decision, n))


def fetch_decisions(connection: Connection, *, withdrawn: bool = False) -> Iterator[Decision]:
    """Decisions in the order in which they were made.

    Args:
        connection: an open connection.
        withdrawn: also those that were withdrawn.
    """
    table = schema.decisions
    statement = select(table).order_by(table.c.n)
    if not withdrawn:
        statement = statement.where(table.c.withdrawn_at.is_(None))
    for row in connection.execute(statement):
        yield rows.decision_of(row)


def withdraw_decision(connection: Connection, id_: str, at: str) -> Decision:
    """Undo a decision: its row stays, with the time from which it no longer holds.

    Raises:
        NotFoundError: if there is no such decision.
        QueryError: if it was withdrawn before.
    """
    table = schema.decisions
    known = find_id(connection, table.c.id, id_, "decision")
    row = connection.execute(select(table).where(table.c.id == known).order_by(table.c.n.desc()).limit(1)).one()
    if row.withdrawn_at is not None:
        raise QueryError(f"decision {known} was withdrawn already, at {row.withdrawn_at}")
    connection.execute(table.update().where(table.c.n == row.n).values(withdrawn_at=at))
    return rows.decision_of(row)


def check_subjects(connection: Connection, kind: str, subjects: tuple[str, ...]) -> tuple[str, ...]:
    """Whole ids of what a decision is about, sorted: of events for "same" and "different", of a claim for "reject".

    Raises:
        QueryError: for another kind, or the wrong number of subjects.
        NotFoundError: if nothing has one of the ids.
    """
    if kind not in ("same", "different", "reject"):
        raise QueryError(f"kind is {kind!r}; expected one of: same, different, reject")
    column, what = (schema.claims.c.id, "claim") if kind == "reject" else (schema.events.c.id, "event")
    found = tuple(sorted({find_id(connection, column, subject, what) for subject in subjects}))
    if (len(found) != 1) if kind == "reject" else (len(found) < 2):
        wanted = "the id of one claim" if kind == "reject" else "the ids of two or more events"
        raise QueryError(f"a decision {kind!r} got {len(found)} different ids; expected {wanted}")
    return found
