"""Incidents, places, actors and reports as STIX objects."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from relata.export.shapes import COORDINATE_DIGITS, Context, incident_object
from relata.export.stix.common import INCIDENT_EXTENSION, stix_id, stix_object, timestamp, words_of
from relata.model import Actor, ActorRef, Incident, Place, Report, ResponsibilityStatus, Standing

CONFIDENCE_OF_STANDING: dict[Standing, int] = {"confirmed": 90, "reported": 50, "contested": 30, "unconfirmed": 30}
"""Confidence of an incident by its standing: the Admiralty scale's confirmed by other sources, possibly true, doubtful.
Source: STIX 2.1, appendix A."""

CONFIDENCE_OF_STATUS: dict[ResponsibilityStatus, int] = {
    "claimed": 70,
    "attributed": 50,
    "suspected": 30,
    "disputed": 30,
    "denied": 10,
}
"""Confidence that somebody did it, by the status: probably, possibly, doubtful, improbable, on the same scale."""

CLASSES: dict[str, str] = {
    "state": "organization",
    "state force": "organization",
    "media": "organization",
    "organisation": "organization",
    "person": "individual",
    "civilians": "class",
    "unknown": "unknown",
}
"""Class of an identity by what an actor is; armed groups are threat actors."""

_ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(?::\d+)?(?:/[^\s<>\"'`{}|\\^\[\]]*)?")


def actor_id(id_: str, kind: str) -> str:
    """The id of an actor's object."""
    return stix_id("threat-actor" if kind == "armed group" else "identity", "actor", id_)


def actor_object(actor: Actor) -> dict[str, Any]:
    """An actor: a threat actor where it is an armed group, else an identity."""
    id_ = actor_id(actor.id, actor.kind)
    others = [words_of(alias) for alias in actor.aliases if alias != actor.name]
    if actor.kind == "armed group":
        return stix_object("threat-actor", id_, name=words_of(actor.name), aliases=others)
    return stix_object(
        "identity",
        id_,
        name=words_of(actor.name),
        identity_class=CLASSES.get(actor.kind, "unknown"),
        description=f"Also written: {'; '.join(others)}" if others else None,
    )


def named_identity(actor: ActorRef) -> dict[str, Any]:
    """Somebody of whom only the name is known."""
    return stix_object("identity", actor_id(actor.id, ""), name=words_of(actor.name), identity_class="unknown")


def location_object(place: Place) -> dict[str, Any] | None:
    """A place; None where neither country nor point is known, which STIX asks for."""
    point = place.lat is not None and place.lon is not None
    if not (point or place.country):
        return None
    numbers: dict[str, Any] = {}
    if place.lat is not None and place.lon is not None:
        numbers = {
            "latitude": round(place.lat, COORDINATE_DIGITS),
            "longitude": round(place.lon, COORDINATE_DIGITS),
        }
    return stix_object(
        "location",
        stix_id("location", place.name, place.admin1, place.admin2, place.country, place.lat, place.lon),
        name=words_of(place.name),
        country=place.country,
        administrative_area=place.admin1 and words_of(place.admin1),
        city=words_of(place.name) if place.precision in ("site", "city") else None,
        **numbers,
    )


def incident_sdo(incident: Incident, context: Context, published: Mapping[str, str | None]) -> dict[str, Any]:
    """An incident, with an extension that carries its values."""
    whole = incident_object(incident, context)
    kept = {
        name: whole[name]
        for name in (
            "date", "place", "killed", "wounded", "missing", "abducted", "arrested", "responsible", "targets",
            "victims", "weapons", "standing", "standing_because", "corroboration",
        )
    }  # fmt: skip
    times = sorted(time for report in incident.reports if (time := timestamp(published.get(report))))
    return stix_object(
        "incident",
        stix_id("incident", incident.id),
        times[0] if times else None,
        times[-1] if times else None,
        name=words_of(incident.title or incident.type),
        description=words_of(incident.standing_because, ""),
        labels=[incident.type.replace(" ", "-"), incident.standing],
        confidence=CONFIDENCE_OF_STANDING[incident.standing],
        external_references=[{"source_name": "relata", "external_id": incident.id}],
        extensions={
            INCIDENT_EXTENSION: {
                "extension_type": "property-extension",
                "kind": incident.type,
                **{name: value for name, value in kept.items() if value not in (None, [], "")},
            }
        },
    )


def report_id(report: Report) -> str:
    """The id of a report's object: a note where it has no date, which a report of STIX must have."""
    return stix_id("report" if report.published else "note", "report", report.id)


def report_sdo(report: Report, about: list[str]) -> dict[str, Any]:
    """A report of one outlet, which tells of ``about``; its text is not part of it."""
    source: dict[str, Any] = {"source_name": words_of(report.outlet), "external_id": report.id}
    if _ADDRESS.fullmatch(report.uri):
        source["url"] = report.uri
    else:
        source["description"] = f"Read from {words_of(report.uri)}, article {report.part + 1}"
    time = timestamp(report.published)
    shared: dict[str, Any] = {"external_references": [source], "object_refs": about, "lang": "en"}
    title = words_of(report.title, "Report without a title")
    if time is None:
        content = f"{title} ({words_of(report.outlet, 'outlet not named')}); it has no date of publication."
        return stix_object("note", report_id(report), abstract=title, content=content, labels=["news-report"], **shared)
    return stix_object(
        "report", report_id(report), time, name=title, report_types=["incident"], published=time, **shared
    )
