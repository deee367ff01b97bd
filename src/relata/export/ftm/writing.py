"""Writing entities of FollowTheMoney, as JSON lines or as statements."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby
from typing import IO

from relata.export.ftm.entity import Entity, entity_id
from relata.export.ftm.links import documentation, mentions, responsibilities, ties
from relata.export.ftm.things import Sources, actor_entity, bare_actor, in_utc, incident_entities, report_entity
from relata.export.selection import Selection, select
from relata.store import IncidentQuery, Store


def write_ftm(store: Store, stream: IO[str], query: IncidentQuery | None = None) -> None:
    """Write one entity on each line: actors, reports with those named in them, incidents, and links for claims.

    Args:
        store: whence.
        stream: where to, open for text.
        query: which incidents, and what they rest on; all when it is None.
    """
    for entity in entities(store, select(store, query)):
        stream.write(json.dumps(entity.proxy, ensure_ascii=False) + "\n")


def write_ftm_statements(store: Store, stream: IO[str], query: IncidentQuery | None = None) -> None:
    """Write a statement for each value of each entity, as a line of JSON: which claim or report it is from.

    ``origin`` is the claim or report that gives the value first, or "computed" where rules give it; ``first_seen`` and
    ``last_seen`` are when reports that say so came out; ``original_value`` is the words of the first.

    Args:
        store: whence.
        stream: where to, open for text.
        query: which incidents, and what they rest on; all when it is None.
    """
    for entity in entities(store, select(store, query)):
        for statement in entity.statements():
            stream.write(json.dumps(statement, ensure_ascii=False) + "\n")


def entities(store: Store, chosen: Selection) -> Iterator[Entity]:
    """All entities of an export, each id once; of what a link points to nothing is missing."""
    published = {report.id: in_utc(report.published) for report in chosen.reports(store)}
    sources = Sources(chosen.context, published)
    schemata: dict[str, str] = {}
    for actor in chosen.actors(store):
        found = actor_entity(actor, sources)
        schemata[found.id] = found.schema
        yield found
    known = set(schemata)
    for actor in chosen.actors(store):
        yield from ties(actor, sources, known)
        for claim in actor.claims:
            if claim.report in published and claim.attribute != "alias":
                yield documentation(claim, entity_id("actor", actor.id), sources)
    for report in chosen.reports(store):
        yield report_entity(report)
    for _, claims in groupby(store.claims(chosen.report_ids), key=lambda claim: claim.report):
        yield from mentions(claims, sources, schemata)
    yield from _events(store, chosen, sources, known)


def _events(store: Store, chosen: Selection, sources: Sources, known: set[str]) -> Iterator[Entity]:
    for incident in chosen.incidents(store):
        for row in incident.responsible:
            if entity_id("actor", row.actor.id) not in known:
                known.add(entity_id("actor", row.actor.id))
                yield bare_actor(row.actor)
        for found in incident_entities(incident, sources):
            if found.schema != "Address" or found.id not in known:
                known.add(found.id)
                yield found
        yield from responsibilities(incident, sources)
        for claim in incident.claims:
            yield documentation(claim, entity_id("incident", incident.id), sources)
