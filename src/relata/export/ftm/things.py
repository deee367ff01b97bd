"""Incidents, reports and actors as entities of FollowTheMoney."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from relata.export.ftm.entity import Entity, Provenance, entity_id
from relata.export.shapes import Context
from relata.model import (
    OUTLET,
    Actor,
    ActorName,
    ActorRef,
    Claim,
    DateInterval,
    Incident,
    Place,
    Report,
    Toll,
    content_id,
)

SCHEMATA: dict[str, str] = {
    "armed group": "Organization",
    "media": "Organization",
    "organisation": "Organization",
    "state": "PublicBody",
    "state force": "PublicBody",
    "person": "Person",
    "civilians": "LegalEntity",
    "unknown": "LegalEntity",
}
"""What an actor is → its schema. Whether a group is on a list of crimes or sanctions is not for Relata to say: no
entity has topics."""

ORGANIZERS = frozenset({"claimed", "attributed"})
"""Those responsible organized the event where it is claimed or said as a fact; else only a link gives the status."""

_ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+\.[A-Za-z]{2,}(?::\d+)?(?:/[^\s<>\"'`{}|\\^\[\]]*)?")
_TOLLS = ("killed", "wounded", "missing", "abducted", "arrested")


@dataclass(frozen=True, slots=True)
class Sources:
    """Where claims stand.

    Attributes:
        context: what claims refer to.
        published: when each report came out, in UTC, by id.
    """

    context: Context
    published: dict[str, str | None]

    def of(self, claim: Claim) -> Provenance:
        """The provenance of a value that a claim gives."""
        return Provenance(f"claim {claim.id}", self.published.get(claim.report), claim.quote)

    def holder(self, claim: Claim) -> str:
        """Who says it, and through whom the outlet has it."""
        outlet = self.context.outlets.get(claim.report) or "the report itself"
        who = outlet if claim.holder.key == OUTLET else claim.holder.text
        return ", via ".join((who, *claim.via))


def in_utc(published: str | None) -> str | None:
    """A day as it is, a time in UTC and without an offset, as FollowTheMoney writes dates."""
    if published is None or len(published) <= 10:
        return published
    moment = datetime.fromisoformat(published)
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S") if moment.tzinfo else published[:10]


def report_entity(report: Report) -> Entity:
    """A report, without its text."""
    source = Provenance(f"report {report.id}", in_utc(report.published))
    found = Entity(entity_id("report", report.id), "Article")
    found.add("title", report.title, source)
    found.add("author", report.byline, source)
    found.add("publisher", report.outlet, source)
    found.add("publishedAt", in_utc(report.published), source)
    found.add("language", "eng", source)
    if _ADDRESS.fullmatch(report.uri):
        found.add("sourceUrl", report.uri, source)
    else:
        found.add("fileName", re.split(r"[/\\]", report.uri.rstrip("/\\"))[-1], source)
    return found


def actor_entity(actor: Actor, sources: Sources) -> Entity:
    """An actor under all its names, each with the report that writes it so."""
    found = _named(actor.id, actor.name, SCHEMATA.get(actor.kind, "LegalEntity"))
    for claim in actor.claims:
        if claim.attribute == "alias" and isinstance(claim.value, ActorName) and claim.report in sources.published:
            found.add("name" if claim.value.text == actor.name else "alias", claim.value.text, sources.of(claim))
    for alias in actor.aliases:
        if alias != actor.name:
            found.add("alias", alias)
    return found


def bare_actor(actor: ActorRef) -> Entity:
    """Somebody who is named and of whom nothing else is known."""
    found = _named(actor.id, actor.name, "LegalEntity")
    for alias in actor.aliases:
        found.add("alias", alias)
    return found


def _named(id_: str, name: str, schema: str) -> Entity:
    found = Entity(entity_id("actor", id_), schema)
    found.add("name", name)
    if not found.values:
        found.add("name", "no name")
    return found


def place_entity(place: Place) -> Entity:
    """A place, once for all incidents in it."""
    key = content_id(place.name, place.admin1, place.admin2, place.country, place.lat, place.lon)
    found = Entity(entity_id("place", key), "Address")
    parts = [place.name, *(part for part in (place.admin2, place.admin1) if part and part != place.name)]
    found.add("full", ", ".join([*dict.fromkeys(parts), *([place.country] if place.country else [])]))
    if place.precision in ("site", "city"):
        found.add("city", place.name)
    found.add("state", place.admin1)
    found.add("country", place.country and place.country.lower())
    found.add("latitude", None if place.lat is None else f"{place.lat:.5f}")
    found.add("longitude", None if place.lon is None else f"{place.lon:.5f}")
    return found


def incident_entities(incident: Incident, sources: Sources) -> Iterator[Entity]:
    """An incident with its place: an event, and an address where the place is known."""
    found = Entity(entity_id("incident", incident.id), "Event")
    found.add("name", incident.title or incident.type)
    found.add("summary", incident.standing_because)
    found.add("recordId", incident.id)
    for words in (incident.type, f"standing: {incident.standing}", *(f"weapon: {one}" for one in incident.weapons)):
        found.add("keywords", words)
    if incident.date is not None:
        for prop, value in _dates(incident.date):
            found.add(prop, value)
            for claim in incident.claims:
                if isinstance(claim.value, DateInterval) and (prop, value) in _dates(claim.value):
                    found.add(prop, value, sources.of(claim))
    if incident.place is not None:
        address = place_entity(incident.place)
        yield address
        found.add("addressEntity", address.id)
        found.add("location", incident.place.name)
        found.add("country", incident.place.country and incident.place.country.lower())
    _claimed_places(found, incident, sources)
    for words in _tolls(incident):
        found.add("notes", words)
    for report in incident.reports:
        found.add("proof", entity_id("report", report), Provenance(f"report {report}", sources.published.get(report)))
    for row in incident.responsible:
        if row.status in ORGANIZERS:
            found.add("organizer", entity_id("actor", row.actor.id))
    yield found


def _claimed_places(found: Entity, incident: Incident, sources: Sources) -> None:
    chosen = incident.place
    for claim in incident.claims:
        if isinstance(claim.value, Place):
            found.add("locationMentioned", claim.value.name, sources.of(claim))
            if chosen and claim.value.name == chosen.name:
                found.add("location", chosen.name, sources.of(claim))
            if chosen and claim.value.country and claim.value.country == chosen.country:
                found.add("country", chosen.country.lower(), sources.of(claim))


def _dates(day: DateInterval) -> list[tuple[str, str]]:
    """Properties and values of an interval: as much of a date as is known; none where the year is not."""
    if not day.year_known:
        return []
    length = {"month": 7, "year": 4}.get(day.precision, 10)
    start, end = day.start.isoformat()[:length], day.end.isoformat()[:length]
    return [("date", start)] if start == end else [("startDate", start), ("endDate", end)]


def _tolls(incident: Incident) -> Iterator[str]:
    for name in _TOLLS:
        toll: Toll | None = getattr(incident, name)
        if toll is not None:
            low, best, high = ("not known" if one is None else f"{one}" for one in (toll.low, toll.best, toll.high))
            yield f"{name}: best {best}, lowest {low}, highest {'open' if toll.high is None else high}"
