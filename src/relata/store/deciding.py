"""Decisions: rows that are added and withdrawn, never changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import cast

from sqlalchemy import Column, Connection, func, select

from relata.errors import NotFoundError, QueryError
from relata.model import CORRECTED, DECISION_KINDS, Decision, DecisionKind, DecisionValue, encode
from relata.model.decision import fits, value_from
from relata.store import rows, schema
from relata.store.anchoring import anchors_of
from relata.store.dialect import storable, storable_json
from relata.store.fetching import SHORTEST_PREFIX, find_id, ids_like

TICK = timedelta(microseconds=1)
"""How much later than the one before it a decision of the same moment is."""

_TWO_OR_MORE = "the ids of two or more events or incidents"
_WANTED: dict[DecisionKind, str] = {
    "same": _TWO_OR_MORE,
    "different": _TWO_OR_MORE,
    "reject": "the id of one claim",
    "correct": "the id of one incident",
    "confirm": "the id of one incident or claim",
}


@dataclass(frozen=True, slots=True)
class TakenOver:
    """What taking over decisions has changed.

    Attributes:
        added: decisions that were new.
        withdrawn: known decisions that are withdrawn now, since others had withdrawn them.
        known: decisions that were there, and stayed as they were.
    """

    added: int = 0
    withdrawn: int = 0
    known: int = 0


def make_decision(
    connection: Connection,
    kind: str,
    subjects: Sequence[str],
    *,
    by: str,
    reason: str,
    now: str,
    attribute: str | None = None,
    value: DecisionValue = None,
) -> Decision:
    """A decision of now, checked, with whole ids and where its subjects stand; it is not written yet.

    Raises:
        QueryError: for another kind, number of subjects, attribute or value, or where name or reason is missing.
        NotFoundError: if nothing has one of the ids.
    """
    if kind not in DECISION_KINDS:
        raise QueryError(f"kind is {kind!r}; expected one of: {', '.join(DECISION_KINDS)}")
    for name, words in (("by", by), ("reason", reason)):
        if not words.strip():
            raise QueryError(f"{name} is empty; a decision has the name of who made it, and a reason")
    if kind == "correct":
        if attribute not in CORRECTED:
            raise QueryError(f"attribute is {attribute!r}; expected one of: {', '.join(CORRECTED)}")
        if not fits(attribute, value):
            raise QueryError(f"{value!r} is no value for {attribute}")
        value = value_from(attribute, storable_json(encode(value)))
    elif attribute is not None or value is not None:
        raise QueryError(f"a decision {kind!r} sets no value; only correct does")
    found = _subjects(connection, kind, subjects)
    newest = connection.scalar(select(func.max(schema.decisions.c.at)))
    return Decision(
        kind=kind,
        subjects=found,
        by=storable(" ".join(by.split())),
        reason=storable(" ".join(reason.split())),
        at=_after(newest, now),
        attribute=attribute,
        value=value,
        anchors=anchors_of(connection, found),
    )


def add_decision(connection: Connection, decision: Decision, *, now: str) -> None:
    """Write a decision down, and that this database holds it from now on, withdrawn or not."""
    table = schema.decisions
    n = (connection.scalar(select(func.max(table.c.n))) or 0) + 1
    held = {"held_at": now, "withdrawal_held_at": now if decision.withdrawn_at else None}
    connection.execute(table.insert(), rows.decision_row(decision, n) | held)


def fetch_decisions(connection: Connection, *, withdrawn: bool = False) -> Iterator[Decision]:
    """Decisions in the order in which they were made.

    Args:
        connection: an open connection.
        withdrawn: also those that were withdrawn.
    """
    table = schema.decisions
    statement = select(table).order_by(table.c.at, table.c.id)
    if not withdrawn:
        statement = statement.where(table.c.withdrawn_at.is_(None))
    for row in connection.execute(statement):
        yield rows.decision_of(row)


def withdraw_decision(connection: Connection, id_: str, *, now: str, by: str | None) -> Decision:
    """Undo a decision: its row stays, with the time from which it no longer holds.

    Raises:
        NotFoundError: if there is no such decision.
        QueryError: if it was withdrawn before.
    """
    table = schema.decisions
    known = find_id(connection, table.c.id, id_, "decision")
    made = rows.decision_of(connection.execute(select(table).where(table.c.id == known).limit(1)).one())
    if made.withdrawn_at is not None:
        raise QueryError(f"decision {known} was withdrawn already, at {made.withdrawn_at}")
    name = storable(" ".join(by.split())) if by else None
    undone = replace(made, withdrawn_at=_after(made.at, now), withdrawn_by=name or None)
    _withdraw(connection, undone, now=now)
    return undone


def _withdraw(connection: Connection, undone: Decision, *, now: str) -> None:
    table = schema.decisions
    told = {"withdrawn_at": undone.withdrawn_at, "withdrawn_by": undone.withdrawn_by, "withdrawal_held_at": now}
    connection.execute(table.update().where(table.c.id == undone.id).values(told))


def take_over(connection: Connection, decisions: Iterable[Decision], *, now: str) -> TakenOver:
    """Add decisions that others made, with their ids, names, times and withdrawals. Those that are known stay.

    A decision that others have withdrawn is withdrawn here too; one that was withdrawn here stays so. A view of this
    database as it was before does not show what was taken over now.
    """
    there = {decision.id: decision for decision in fetch_decisions(connection, withdrawn=True)}
    added = withdrawn = known = 0
    for decision in sorted(decisions, key=lambda one: (one.at, one.id)):
        mine = there.get(decision.id)
        if mine is None:
            add_decision(connection, decision, now=now)
            added += 1
        elif decision.withdrawn_at is not None and mine.withdrawn_at is None:
            _withdraw(connection, decision, now=now)
            withdrawn += 1
        else:
            known += 1
        there[decision.id] = decision if mine is None or mine.withdrawn_at is None else mine
    return TakenOver(added, withdrawn, known)


def _after(earlier: str | None, now: str) -> str:
    """Now, or a moment after what was written last: the order of decisions is that of their times."""
    if earlier is None or earlier < now:
        return now
    return (datetime.fromisoformat(earlier) + TICK).isoformat()


def _subjects(connection: Connection, kind: DecisionKind, subjects: Sequence[str]) -> tuple[str, ...]:
    """Whole ids of what a decision is about: of events for same, different and correct, of a claim for reject.

    An incident stands for the event that it is founded on, and for same and different a claim for the event that it is
    about.
    """
    found = tuple(dict.fromkeys(_subject(connection, kind, subject) for subject in subjects))
    if (len(found) < 2) if kind in ("same", "different") else (len(found) != 1):
        raise QueryError(f"a decision {kind!r} got {len(found)} different ids; expected {_WANTED[kind]}")
    return tuple(sorted(found))


def _subject(connection: Connection, kind: DecisionKind, start: str) -> str:
    kinds = _columns(kind)
    exact = {what: found for what, column in kinds.items() if start in (found := ids_like(connection, column, start))}
    like = exact or {what: found for what, column in kinds.items() if (found := ids_like(connection, column, start))}
    names = " or ".join(kinds)
    if len(like) != 1:
        if not like:
            raise NotFoundError(
                f"no {names} has an id that is or begins with {start!r}; expected {_WANTED[kind]}, "
                f"each whole or by its first {SHORTEST_PREFIX} characters or more"
            )
        raise NotFoundError(f"{start!r} fits ids of different things ({', '.join(like)}); give more characters")
    what = next(iter(like))
    known = find_id(connection, kinds[what], start, what)
    if what == "incident":
        table = schema.incident_ids
        return str(connection.scalar(select(table.c.event).where(table.c.id == known)))
    if what == "claim" and kind in ("same", "different"):
        return _event_of(connection, known)
    return known


def _columns(kind: DecisionKind) -> dict[str, Column[str]]:
    """What an id may belong to."""
    claim = {"claim": schema.claims.c.id}
    if kind == "reject":
        return claim
    events = {"incident": schema.incident_ids.c.id, "event": schema.events.c.id}
    return events if kind == "correct" else {**events, **claim}


def _event_of(connection: Connection, claim: str) -> str:
    table = schema.claims
    event = connection.scalar(
        select(table.c.event).where(table.c.id == claim).order_by(table.c.extraction.desc()).limit(1)
    )
    if event is None:
        raise NotFoundError(f"claim {claim} is about an actor, and about no event")
    return cast("str", event)
