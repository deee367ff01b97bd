"""What is computed from claims and decisions, written as a whole in the place of what stood there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import version

from sqlalchemy import ColumnElement, Connection, case, func, select

from relata.model import Actor, ActorName, DateInterval, Incident
from relata.store import rows, schema
from relata.store.batching import AT_ONCE, batches
from relata.store.dialect import insert_new, storable
from relata.store.query import LARGEST
from relata.tables.folding import folded


def replace_computed(
    connection: Connection,
    incidents: Iterable[Incident],
    actors: Iterable[Actor],
    *,
    names: Mapping[tuple[str, ActorName], str],
    copies: Mapping[str, str],
    basis: str,
) -> None:
    """Put new incidents and actors in the place of the old, and remember every id that was given.

    Args:
        connection: a connection inside a writing transaction.
        incidents: the incidents; the first of an incident's events is the one it is founded on.
        actors: the actors.
        names: the actor that each name stands for, by report id and name.
        copies: id of each copied report and of its original.
        basis: what it was computed from; see :func:`basis`.
    """
    for table in (*schema.COMPUTED, schema.state):
        connection.execute(table.delete())
    for number, batch in enumerate(batches(sorted(incidents, key=_by_date))):
        _write_incidents(connection, batch, number * AT_ONCE)
    _write_outlets(connection)
    for some in batches(actors):
        _write_actors(connection, some)
    _insert(connection, "names", _name_rows(names))
    _insert(connection, "copies", [{"report": one, "copy_of": other} for one, other in sorted(copies.items())])
    _insert(connection, "state", [{"name": "basis", "value": basis}])


def basis(connection: Connection) -> str:
    """What computed things depend on, in one word: it changes with what is read and decided, and with Relata itself."""
    parts = (
        func.max(schema.extractions.c.id),
        func.max(schema.decisions.c.n),
        func.count(schema.decisions.c.withdrawn_at),
    )
    return "-".join([version("relata"), *(str(connection.scalar(select(part)) or 0) for part in parts)])


def computed_basis(connection: Connection) -> str | None:
    """The basis of what stands in the database now, or None where nothing was ever computed."""
    return connection.scalar(select(schema.state.c.value).where(schema.state.c.name == "basis"))


def content(connection: Connection) -> str:
    """What any answer depends on, in one word: how incidents were computed, and all that was read and decided."""
    files = connection.scalar(select(func.max(schema.files.c.id))) or 0
    return f"{computed_basis(connection)}.{basis(connection)}.{files}"


def _write_incidents(connection: Connection, batch: Sequence[Incident], first: int) -> None:
    _insert(connection, "incidents", [_incident_row(item, first + n) for n, item in enumerate(batch)])
    _insert(connection, "incident_docs", [{"incident": item.id, "doc": rows.incident_doc(item)} for item in batch])
    _insert(
        connection,
        "incident_dates",
        [
            {"incident": item.id, "start": reading.start.isoformat(), "end": reading.end.isoformat()}
            for item in batch
            for reading in (item.date.readings() if item.date else ())
        ],
    )
    for table, column in (("incident_events", "events"), ("incident_reports", "reports")):
        _insert(
            connection,
            table,
            [
                {"incident": item.id, "position": n, column[:-1]: id_}
                for item in batch
                for n, id_ in enumerate(getattr(item, column))
            ],
        )
    _insert(
        connection,
        "incident_actors",
        [
            {"incident": item.id, "position": n, "actor": row.actor.id, "status": row.status}
            for item in batch
            for n, row in enumerate(item.responsible)
        ],
    )
    _insert(
        connection,
        "incident_ids",
        [{"id": item.id, "event": item.events[0]} for item in batch if item.events],
        new_only=True,
    )


def _write_outlets(connection: Connection) -> None:
    """Note which outlets tell of each incident, from the reports that are there."""
    told, known, target = schema.incident_reports, schema.reports, schema.incident_outlets
    shown: ColumnElement[str | None] = known.c.outlet
    if other := _other_spellings(connection):
        shown = case(other, value=known.c.outlet, else_=known.c.outlet)
    found = select(told.c.incident, shown).distinct().join(known, known.c.id == told.c.report)
    named = found.where(known.c.outlet.is_not(None), known.c.outlet != "")
    connection.execute(target.insert().from_select(["incident", "outlet"], named))


def _other_spellings(connection: Connection) -> dict[str, str]:
    """Outlets in spellings of which another one is usual ("NORTHGATE WIRE"), with that one: case makes no outlet."""
    table = schema.reports
    counted = select(table.c.outlet, func.count()).where(table.c.outlet.is_not(None)).group_by(table.c.outlet)
    spelled: dict[str, list[tuple[int, str]]] = {}
    for outlet, number in connection.execute(counted):
        spelled.setdefault(outlet.casefold(), []).append((-number, outlet))
    usual = {name: min(found)[1] for name, found in spelled.items()}
    return {outlet: usual[name] for name, found in spelled.items() for _, outlet in found if outlet != usual[name]}


def _incident_row(incident: Incident, position: int) -> rows.Row:
    killed = incident.killed.figure if incident.killed else None
    place, readings = incident.place, incident.date.readings() if incident.date else ()
    return {
        "id": incident.id,
        "position": position,
        "type": incident.type,
        "country": place and place.country,
        "killed": None if killed is None else min(killed, LARGEST),
        "standing": incident.standing,
        "first": min((one.start.isoformat() for one in readings), default=None),
        "last": max((one.end.isoformat() for one in readings), default=None),
        "lat": place and place.lat,
        "lon": place and place.lon,
    }


def _by_date(incident: Incident) -> tuple[bool, DateInterval | None, str]:
    return incident.date is None, incident.date, incident.id


def _write_actors(connection: Connection, batch: Sequence[Actor]) -> None:
    _insert(
        connection,
        "actors",
        [
            {
                "id": actor.id,
                "name": actor.name,
                "kind": actor.kind,
                "aliases": list(actor.aliases),
                "claims": [claim.id for claim in actor.claims],
            }
            for actor in batch
        ],
    )
    names = sorted({(folded(name), actor.id) for actor in batch for name in (actor.name, *actor.aliases)})
    _insert(connection, "actor_names", [{"folded": name, "actor": id_} for name, id_ in names if name])


def _name_rows(names: Mapping[tuple[str, ActorName], str]) -> list[rows.Row]:
    """One row for each name, and one more for each report in which it stands for another actor."""
    usual: dict[tuple[str, str, str], str] = {}
    found: dict[tuple[str, str, str, str], str] = {}
    for (report, name), actor in sorted(names.items(), key=_by_report):
        words = (storable(name.text), name.key or "", name.kind)
        if usual.setdefault(words, actor) != actor:
            found.setdefault((*words, report), actor)
    found.update({(*words, ""): actor for words, actor in usual.items()})
    columns = ("text", "key", "kind", "report")
    return [{**dict(zip(columns, key, strict=True)), "actor": actor} for key, actor in sorted(found.items())]


def _by_report(item: tuple[tuple[str, ActorName], str]) -> tuple[str, str, str, str]:
    (report, name), _ = item
    return report, name.text, name.key or "", name.kind


def _insert(connection: Connection, table: str, found: list[rows.Row], *, new_only: bool = False) -> None:
    target = schema.metadata.tables[table]
    for batch in batches(found):
        connection.execute(insert_new(connection, target) if new_only else target.insert(), batch)
