"""Long lists a page at a time, by keys: a page costs the same wherever in the list it lies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar, get_args

from sqlalchemy import ColumnElement, Connection, Select, and_, case, func, or_, select

from relata.model import ActorRef, Claim, Report
from relata.store import rows, schema
from relata.store.dialect import reports_holding
from relata.store.facets import Met
from relata.store.fetching import wanted_words
from relata.tables.folding import folded

Item = TypeVar("Item")
Key = tuple[str | int | None, ...]
"""Where a page ends, by what the list is ordered by."""

Order = Literal["date", "-date", "-killed"]
ORDERS: tuple[Order, ...] = get_args(Order)
"""Incidents by date and id, the other way round, or those with most dead first; undated ones come last either way."""


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """A part of a list.

    Attributes:
        items: in order.
        next: the key behind which the next page begins; None on the last page.
    """

    items: tuple[Item, ...]
    next: Key | None


@dataclass(frozen=True, slots=True)
class ListedActor:
    """An actor as a list shows it: kind, names, and in how many incidents it is said to be responsible."""

    actor: ActorRef
    kind: str
    incidents: int


def incident_page(
    connection: Connection, met: Met, *, order: Order = "date", after: Key | None = None, limit: int
) -> Page[str]:
    """Ids of incidents."""
    table = schema.incidents
    position, killed = table.c.position, func.coalesce(table.c.killed, -1)
    undated = case((table.c.first.is_(None), 1), else_=0)
    statement = select(table.c.id, position, killed.label("dead"), undated.label("undated")).where(*met)
    keys: tuple[ColumnElement[Any], ...] = (position,)
    if order == "-date":
        statement, keys = statement.order_by(undated, position.desc()), (undated, position)
    elif order == "-killed":
        statement, keys = statement.order_by(killed.desc(), position), (killed, position)
    else:
        statement = statement.order_by(position)
    if after is not None:
        statement = statement.where(_behind(keys, after, order))
    found = connection.execute(statement.limit(limit + 1)).all()
    shown = found[:limit]
    end: Key | None = None
    if len(found) > limit:
        last = shown[-1]
        end = {
            "-killed": (last.dead, last.position),
            "-date": (last.undated, last.position),
        }.get(order, (last.position,))
    return Page(tuple(row.id for row in shown), end)


def _behind(keys: Sequence[ColumnElement[Any]], after: Key, order: Order) -> ColumnElement[bool]:
    if order == "-killed":
        (killed, position), (dead, last) = keys, after
        return or_(killed < dead, and_(killed == dead, position > last))
    if order == "-date":
        (undated, position), (late, last) = keys, after
        return or_(undated > late, and_(undated == late, position < last))
    return keys[0] > after[0]


def report_page(
    connection: Connection,
    *,
    outlet: str | None = None,
    since: str | None = None,
    until: str | None = None,
    question: str | None = None,
    after: Key | None = None,
    limit: int,
) -> Page[Report]:
    """Reports by publication and id, those without a date last; see :func:`relata.store.fetching.fetch_reports`."""
    table = schema.reports
    met: list[ColumnElement[bool]] = []
    if outlet is not None:
        met.append(func.lower(table.c.outlet) == outlet.lower())
    if since is not None:
        met.append(table.c.published >= since)
    if until is not None:
        met.append(func.substr(table.c.published, 1, len("2022-03-04")) <= until)
    if question is not None:
        met.append(table.c.id.in_(reports_holding(connection, wanted_words(question))))
    found: list[Any] = []
    # Dated ones by the index of dates, then the others by theirs: an order with both would sort the whole table.
    dated = select(table).where(*met, table.c.published.is_not(None)).order_by(table.c.published, table.c.id)
    undated = select(table).where(*met, table.c.published.is_(None)).order_by(table.c.id)
    if after is None or after[0] is not None:
        if after is not None:
            day, id_ = after
            dated = dated.where(
                table.c.published >= day, or_(table.c.published > day, and_(table.c.published == day, table.c.id > id_))
            )
        found += connection.execute(dated.limit(limit + 1)).all()
    else:
        undated = undated.where(table.c.id > after[1])
    if len(found) <= limit and since is None and until is None:
        found += connection.execute(undated.limit(limit + 1 - len(found))).all()
    shown = found[:limit]
    end = (shown[-1].published, shown[-1].id) if len(found) > limit else None
    return Page(tuple(rows.report_of(row) for row in shown), end)


def actor_page(
    connection: Connection, *, name: str | None = None, kind: str | None = None, after: Key | None = None, limit: int
) -> Page[ListedActor]:
    """Actors by name and id: those whose names hold some letters, case and accents aside, and of one kind."""
    table, named, doers = schema.actors, schema.actor_names, schema.incident_actors
    statement = select(table.c.id, table.c.name, table.c.kind, table.c.aliases).order_by(table.c.name, table.c.id)
    if name is not None:
        holding = select(named.c.actor).where(named.c.folded.contains(folded(name), autoescape=True))
        statement = statement.where(table.c.id.in_(holding))
    if kind is not None:
        statement = statement.where(table.c.kind == kind)
    if after is not None:
        last = select(table.c.name).where(table.c.id == after[0]).scalar_subquery()
        statement = statement.where(or_(table.c.name > last, and_(table.c.name == last, table.c.id > after[0])))
    found = connection.execute(statement.limit(limit + 1)).all()
    shown = found[:limit]
    deeds = select(doers.c.actor, func.count(doers.c.incident.distinct())).group_by(doers.c.actor)
    theirs = deeds.where(doers.c.actor.in_([row.id for row in shown]))
    counted = {actor: number for actor, number in connection.execute(theirs)}  # noqa: C416 - rows are no pairs to mypy
    end = (shown[-1].id,) if len(found) > limit else None
    return Page(
        tuple(
            ListedActor(
                ActorRef(row.id, row.name, tuple(one for one in row.aliases if one != row.name)),
                row.kind,
                counted.get(row.id, 0),
            )
            for row in shown
        ),
        end,
    )


def claim_page(
    connection: Connection,
    *,
    reports: Sequence[str] | None = None,
    incident: str | None = None,
    attribute: str | None = None,
    stance: str | None = None,
    after: Key | None = None,
    limit: int,
) -> Page[Claim]:
    """Claims of the newest extractions, in order of reading and place in the text.

    Args:
        connection: an open connection.
        reports: only of these reports, by whole ids.
        incident: only about the events of this incident, by its whole id.
        attribute: only of this attribute.
        stance: only of this stance.
        after: where the page before ended.
        limit: how many at most.
    """
    table, held = schema.claims, schema.incident_events
    statement = _current(select(table)).order_by(table.c.extraction, table.c.position)
    if reports is not None:
        statement = statement.where(table.c.report.in_(reports))
    if incident is not None:
        statement = statement.where(table.c.event.in_(select(held.c.event).where(held.c.incident == incident)))
    for name, wanted in (("attribute", attribute), ("stance", stance)):
        if wanted is not None:
            statement = statement.where(table.c[name] == wanted)
    if after is not None:
        extraction, position = after
        statement = statement.where(
            table.c.extraction >= extraction,
            or_(table.c.extraction > extraction, table.c.position > position),
        )
    found = connection.execute(statement.limit(limit + 1)).all()
    shown = found[:limit]
    end = (shown[-1].extraction, shown[-1].position) if len(found) > limit else None
    return Page(tuple(rows.claim_of(row) for row in shown), end)


def _current(statement: Select[Any]) -> Select[Any]:
    """Claims of extractions that are there and that no newer one has replaced."""
    table, read, newer = schema.claims, schema.extractions, schema.extractions.alias("newer")
    replaced = select(newer.c.id).where(newer.c.report == table.c.report, newer.c.id > table.c.extraction).exists()
    there = select(read.c.id).where(read.c.id == table.c.extraction).exists()
    return statement.where(there, ~replaced)
