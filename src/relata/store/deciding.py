"""Decisions: rows that are added and withdrawn, never changed."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, func, select

from relata.errors import NotFoundError, QueryError
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


def _event(connection: Connection, subject: str) -> str:
    """The event with that id, or the one on which the incident with that id is founded."""
    try:
        return find_id(connection, schema.events.c.id, subject, "event")
    except NotFoundError:
        table = schema.incident_ids
        known = find_id(connection, table.c.id, subject, "event or incident")
        return str(connection.scalar(select(table.c.event).where(table.c.id == known)))


def check_subjects(connection: Connection, kind: str, subjects: tuple[str, ...]) -> tuple[str, ...]:
    """Whole ids of what a decision is about, sorted: of events for "same" and "different", of a claim for "reject".

    An incident stands for the event that it is founded on.

    Raises:
        QueryError: for another kind, or the wrong number of subjects.
        NotFoundError: if nothing has one of the ids.
    """
    if kind not in ("same", "different", "reject"):
        raise QueryError(f"kind is {kind!r}; expected one of: same, different, reject")
    if kind == "reject":
        found = tuple(sorted({find_id(connection, schema.claims.c.id, subject, "claim") for subject in subjects}))
    else:
        found = tuple(sorted({_event(connection, subject) for subject in subjects}))
    if (len(found) != 1) if kind == "reject" else (len(found) < 2):
        wanted = "the id of one claim" if kind == "reject" else "the ids of two or more events"
        raise QueryError(f"a decision {kind!r} got {len(found)} different ids; expected {wanted}")
    return found
