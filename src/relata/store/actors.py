"""Actors by name or id, and the claims that name them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, select

from relata.errors import NotFoundError
from relata.model import Actor, ActorName, Claim, Names
from relata.store import rows, schema
from relata.store.batching import batches
from relata.store.fetching import SHORTEST_PREFIX, claims_by_id, current, stream
from relata.store.incidents import actor_of, fetch_names
from relata.tables.actors import lookup
from relata.tables.folding import folded

_HASH = re.compile(r"[0-9a-f]+")
SHOWN = 6
"""Names told where several actors are meant."""


def find_actor(connection: Connection, name: str) -> Actor:
    """The one actor that has this id, or is called so, or whose id begins so (4 characters or more).

    A name that the table of known actors has goes first, then whole names, case and accents aside, then words of a
    name where they are those of one actor alone.

    Raises:
        NotFoundError: if there is none, or more than one.
    """
    found = _ids(connection, name)
    if not found:
        raise NotFoundError(f"nobody is called {name!r}; `relata actors` lists all names")
    if len(found) > 1:
        some = ", ".join(f"{_name(connection, id_)} (id {id_})" for id_ in found[:SHOWN])
        more = f" and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
        raise NotFoundError(f"{name!r} can be any of: {some}{more}; give the whole name or the id")
    row = connection.execute(select(schema.actors).where(schema.actors.c.id == found[0])).one()
    return actor_of(row, claims_by_id(connection, row.claims))


def _ids(connection: Connection, name: str) -> list[str]:
    table, named = schema.actors, schema.actor_names
    known, wanted = lookup(name), folded(name)
    for id_ in (name, known.key if known else None):
        if id_ and connection.scalar(select(table.c.id).where(table.c.id == id_)) is not None:
            return [id_]
    whole = list(connection.scalars(select(named.c.actor).where(named.c.folded == wanted).order_by(named.c.actor)))
    if whole:
        return whole
    start = name.strip().lower()
    if len(start) >= SHORTEST_PREFIX and _HASH.fullmatch(start):
        return list(connection.scalars(select(table.c.id).where(table.c.id >= start, table.c.id < start + "g")))
    if not wanted:
        return []
    rows_ = connection.execute(select(named.c.folded, named.c.actor).order_by(named.c.actor))
    return sorted({row.actor for row in rows_ if f" {wanted} " in f" {row.folded} "})


def _name(connection: Connection, id_: str) -> str:
    return str(connection.scalar(select(schema.actors.c.name).where(schema.actors.c.id == id_)))


def fetch_shown(connection: Connection) -> dict[str, str]:
    """The name to show of every actor, by id."""
    table = schema.actors
    return {row.id: row.name for row in connection.execute(select(table.c.id, table.c.name))}


def claims_naming(connection: Connection, actor: str, attributes: Iterable[str]) -> Iterator[Claim]:
    """Claims about actors of some attributes whose value is a name of this one, in order of reading.

    Args:
        connection: an open connection.
        actor: whole id.
        attributes: such whose values are names.
    """
    names = Names(fetch_names(connection))
    table, newest = schema.claims, current()
    statement = (
        select(table)
        .join(newest, table.c.extraction == newest.c.extraction)
        .where(table.c.event.is_(None), table.c.attribute.in_(sorted(attributes)))
        .order_by(table.c.extraction, table.c.position)
    )
    for row in stream(connection, statement):
        claim = rows.claim_of(row)
        value = claim.value
        if isinstance(value, ActorName) and names.id_of(claim.report, value) == actor:
            yield claim


def incidents_by(connection: Connection, actors: Iterable[str]) -> list[str]:
    """Ids of the incidents that some actors, by whole id, are said to have done, whatever the status; in order."""
    doers, table = schema.incident_actors, schema.incidents
    found = {
        row.id: row.position
        for batch in batches(actors)
        for row in connection.execute(
            select(table.c.id, table.c.position)
            .join(doers, doers.c.incident == table.c.id)
            .where(doers.c.actor.in_(batch))
        )
    }
    return sorted(found, key=found.__getitem__)
