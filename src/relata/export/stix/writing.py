"""Writing a STIX bundle, object by object."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO, Any

from relata.export.selection import Selection, select
from relata.export.stix.claims import OPINIONS, claim_sdo
from relata.export.stix.common import AUTHOR, author, extension_definitions, stix_id, stix_object, timestamp
from relata.export.stix.objects import (
    CONFIDENCE_OF_STATUS,
    actor_id,
    actor_object,
    incident_sdo,
    location_object,
    named_identity,
    report_id,
    report_sdo,
)
from relata.model import ActorName, Claim, Incident, content_id
from relata.store import IncidentQuery, Store

Object = dict[str, Any]


def write_stix(store: Store, stream: IO[str], query: IncidentQuery | None = None) -> None:
    """Write one bundle of STIX 2.1, an object on each line.

    Args:
        store: whence.
        stream: where to, open for text.
        query: which incidents, and what they rest on; all when it is None.
    """
    chosen = select(store, query)
    # A bundle has no content of its own: its id is made of what it holds and was made with.
    about = content_id([*store.incident_ids(chosen.query)], [maker.model for maker in store.makers()])
    stream.write(f'{{\n "type": "bundle",\n "id": "{stix_id("bundle", about)}",\n "objects": [')
    opening = "\n  "
    for one in objects(store, chosen):
        stream.write(opening + json.dumps(one, ensure_ascii=False, allow_nan=False))
        opening = ",\n  "
    stream.write("\n ]\n}\n")


@dataclass(slots=True)
class _Made:
    """What is written already, and what later objects refer to.

    Attributes:
        kinds: what each actor is, by id.
        published: when each report came out, by id.
        reports: id of the object of each report, by id.
        places: ids of locations that are written.
        told: ids of the incidents' objects that each report tells of, by id of the report.
    """

    kinds: dict[str, str] = field(default_factory=dict)
    published: dict[str, str | None] = field(default_factory=dict)
    reports: dict[str, str] = field(default_factory=dict)
    places: set[str] = field(default_factory=set)
    told: dict[str, list[str]] = field(default_factory=dict)


def objects(store: Store, chosen: Selection) -> Iterator[Object]:
    """All objects; what a relationship or a report refers to is among them."""
    made = _Made()
    for report in chosen.reports(store):
        made.published[report.id] = report.published
        made.reports[report.id] = report_id(report)
    yield author()
    yield from extension_definitions()
    for actor in chosen.actors(store):
        made.kinds[actor.id] = actor.kind
        yield actor_object(actor)
        for claim in actor.claims:
            if claim.report in made.reports and claim.attribute != "alias":
                yield claim_sdo(
                    claim,
                    [actor_id(actor.id, actor.kind), made.reports[claim.report]],
                    chosen.context,
                    _time(claim, made),
                )
    for incident in chosen.incidents(store):
        yield from _incident(incident, chosen, made)
    for report in chosen.reports(store):
        yield report_sdo(report, made.told.get(report.id) or [AUTHOR])


def _time(claim: Claim, made: _Made) -> str | None:
    return timestamp(made.published.get(claim.report))


def _incident(incident: Incident, chosen: Selection, made: _Made) -> Iterator[Object]:
    whole = incident_sdo(incident, chosen.context, made.published)
    yield whole
    for report in incident.reports:
        made.told.setdefault(report, []).append(whole["id"])
    location = location_object(incident.place) if incident.place else None
    if location:
        if location["id"] not in made.places:
            made.places.add(location["id"])
            yield location
        yield _tie("located-at", whole, location["id"])
    ties: dict[str, str] = {}
    for row in incident.responsible:
        if row.actor.id not in made.kinds:
            made.kinds[row.actor.id] = "unknown"
            yield named_identity(row.actor)
        doer = actor_id(row.actor.id, made.kinds[row.actor.id])
        holders = ", ".join(row.holders)
        # Where all deny it nothing is attributed: the denials are opinions on a plain tie.
        kind = "related-to" if row.status == "denied" else "attributed-to"
        tie = _tie(
            kind,
            whole,
            doer,
            description=f"Responsibility {row.status}{', by ' + holders if holders else ''}.",
            confidence=CONFIDENCE_OF_STATUS[row.status],
            labels=[row.status],
        )
        ties[row.actor.id] = tie["id"]
        yield tie
    for claim in incident.claims:
        yield claim_sdo(claim, _about(claim, whole["id"], ties, chosen, made), chosen.context, _time(claim, made))


def _about(claim: Claim, incident: str, ties: dict[str, str], chosen: Selection, made: _Made) -> list[str]:
    """What a claim is about: an opinion on who did it is one on that relationship."""
    about = incident
    if claim.attribute == "responsible" and isinstance(claim.value, ActorName):
        tie = ties.get(chosen.context.names.id_of(claim.report, claim.value))
        if tie and claim.stance in OPINIONS:
            return [tie]
        return [about, *([tie] if tie else []), made.reports[claim.report]]
    return [about] if claim.stance in OPINIONS else [about, made.reports[claim.report]]


def _tie(kind: str, incident: Object, target: str, **fields: Any) -> Object:
    id_ = stix_id("relationship", kind, incident["id"], target)
    return stix_object(
        "relationship",
        id_,
        incident["created"],
        incident["modified"],
        relationship_type=kind,
        source_ref=incident["id"],
        target_ref=target,
        **fields,
    )
