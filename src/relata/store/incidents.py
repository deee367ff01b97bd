"""Incidents and actors out of the database, by filters and by ids once given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, FromClause, select

from relata.errors import NotFoundError
from relata.model import Actor, ActorName, ActorRef, Claim, Incident, founded_on
from relata.model.decision import NEAR
from relata.store import rows, schema
from relata.store.batching import batches
from relata.store.choosing import chosen
from relata.store.fetching import SHORTEST_PREFIX, begin_with, claims_by_id, find_id
from relata.store.query import IncidentQuery


def incident_ids(connection: Connection, query: IncidentQuery) -> list[str]:
    """Ids of the incidents that meet every filter, by date and id; those without a date last."""
    table = schema.incidents
    return list(connection.scalars(chosen(connection, query, table.c.id).order_by(table.c.position)))


def fetch_incidents(connection: Connection, ids: Iterable[str], *, claims: bool = True) -> Iterator[Incident]:
    """The incidents with these ids, in their order, a few at a time.

    Args:
        connection: an open connection.
        ids: whole ids.
        claims: whether their claims are wanted; lists and sums need none, and most of the time is spent on them.
    """
    table = schema.incident_docs
    for batch in batches(ids):
        statement = select(table.c.incident, table.c.doc).where(table.c.incident.in_(batch))
        docs = {row.incident: row.doc for row in connection.execute(statement)}
        if len(docs) < len(batch):
            raise NotFoundError("incidents were computed anew meanwhile, and some are no longer there; ask again")
        wanted = (claim for id_ in batch for claim in docs[id_]["claims"]) if claims else ()
        found = claims_by_id(connection, wanted)
        yield from (rows.incident_of(docs[id_], found) for id_ in batch)


def incidents_of(connection: Connection, events: Iterable[str]) -> dict[str, str]:
    """The incident that holds each of these events, by the event's id."""
    table = schema.incident_events
    return {
        row.event: row.incident
        for batch in batches(events)
        for row in connection.execute(select(table.c.event, table.c.incident).where(table.c.event.in_(batch)))
    }


def find_incident(connection: Connection, id_: str) -> Incident:
    """The incident that has this id, or has had it, or whose id begins so.

    An id that was given once leads to the incident that now holds the event it was founded on.

    Raises:
        NotFoundError: if there is none.
    """
    known, event = known_id(connection, id_)
    if connection.scalar(select(schema.incidents.c.id).where(schema.incidents.c.id == known)) is None:
        heir = holder_of(connection, event) or _same_words(connection, event)
        if heir is None:
            raise NotFoundError(
                f"incident {known} was known once, and what it was founded on is no longer found in any report; "
                "a newer extractor or a decision has taken it away"
            )
        known = heir
    return next(fetch_incidents(connection, [known]))


def known_id(connection: Connection, id_: str, *, events: FromClause = schema.incident_events) -> tuple[str, str]:
    """The whole id of an incident that is, was once or could have been, and the event it is founded on.

    Views of the past, and other databases, give ids that this one never gave: they are found by the events, of each of
    which an incident could be founded.

    Args:
        connection: an open connection.
        id_: the id, or its beginning.
        events: the table of the events that incidents hold.

    Raises:
        NotFoundError: if there is none, or more than one.
    """
    given = schema.incident_ids
    try:
        known = find_id(connection, given.c.id, id_, "incident")
    except NotFoundError:
        start = id_.strip().lower()
        if len(start) < SHORTEST_PREFIX or begin_with(connection, given.c.id, start):
            raise
        could = {event for event in connection.scalars(select(events.c.event)) if founded_on(event).startswith(start)}
        if len(could) != 1:
            raise
        (event,) = could
        return founded_on(event), event
    return known, str(connection.scalar(select(given.c.event).where(given.c.id == known)))


def holder_of(connection: Connection, event: str, *, events: FromClause = schema.incident_events) -> str | None:
    """The incident that holds an event, or None."""
    found: str | None = connection.scalar(
        select(events.c.incident).where(events.c.event == event).order_by(events.c.incident).limit(1)
    )
    return found


def _same_words(connection: Connection, event: str) -> str | None:
    """The incident with an event that a newer extractor found in the same words, or close by.

    An event's id changes when an extractor draws its trigger otherwise ("bombing" for "suicide bombing").
    """
    table, held = schema.events, schema.incident_events
    old = connection.execute(select(table).where(table.c.id == event).limit(1)).first()
    if old is None:
        return None
    statement = (
        select(table.c.start, table.c.end, held.c.incident)
        .join(held, held.c.event == table.c.id)
        .where(table.c.report == old.report, table.c.start < old.end + NEAR, table.c.end > old.start - NEAR)
    )
    near = sorted((abs(row.start - old.start), row.start, row.incident) for row in connection.execute(statement))
    return near[0][2] if near else None


def fetch_actors(connection: Connection) -> Iterator[Actor]:
    """All actors, by id."""
    table = schema.actors
    ids = list(connection.scalars(select(table.c.id).order_by(table.c.id)))
    for batch in batches(ids):
        found = {row.id: row for row in connection.execute(select(table).where(table.c.id.in_(batch)))}
        claims = claims_by_id(connection, (claim for row in found.values() for claim in row.claims))
        yield from (actor_of(found[id_], claims) for id_ in batch)


def actor_of(row: Any, claims: Mapping[str, Claim]) -> Actor:
    """The actor of a row, with those of its claims that are given."""
    told = tuple(claims[id_] for id_ in row.claims if id_ in claims)
    return Actor(row.id, row.name, row.kind, tuple(row.aliases), told)


def fetch_actor_refs(connection: Connection, ids: Iterable[str]) -> dict[str, ActorRef]:
    """The actors with these ids, by id: the name to show, and every other written form."""
    table = schema.actors
    columns = (table.c.id, table.c.name, table.c.aliases)
    return {
        row.id: ActorRef(row.id, row.name, tuple(alias for alias in row.aliases if alias != row.name))
        for batch in batches(sorted(set(ids)))
        for row in connection.execute(select(*columns).where(table.c.id.in_(batch)))
    }


def fetch_names(connection: Connection, texts: Iterable[str] | None = None) -> dict[tuple[str, ActorName], str]:
    """The actor that each name stands for, by report and name; report "" for what holds in all other reports.

    Args:
        connection: an open connection.
        texts: only names so written; all where it is None.
    """
    table = schema.names
    asked = [select(table)]
    if texts is not None:
        asked = [select(table).where(table.c.text.in_(batch)) for batch in batches(sorted(set(texts)))]
    return {
        (row.report, ActorName(row.text, row.key or None, row.kind)): row.actor
        for statement in asked
        for row in connection.execute(statement)
    }


def fetch_copies(connection: Connection, reports: Iterable[str] | None = None) -> dict[str, str]:
    """For each report that reprints another one, or of some reports: its id → the id of that one."""
    table = schema.copies
    asked = [select(table)]
    if reports is not None:
        asked = [select(table).where(table.c.report.in_(batch)) for batch in batches(reports)]
    return {row.report: row.copy_of for statement in asked for row in connection.execute(statement)}
