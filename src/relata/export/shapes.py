"""Model objects in the shape of the export."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast

from relata.export.contract import (
    ActorObject,
    ActorProfile,
    ClaimObject,
    CorrectedValue,
    CountObject,
    DateObject,
    DecisionObject,
    DoerObject,
    HolderObject,
    IncidentObject,
    PlaceObject,
    ReportObject,
    ResponsibleObject,
    TollObject,
)
from relata.model import (
    OUTLET,
    Actor,
    ActorName,
    ActorRef,
    Claim,
    Count,
    DateInterval,
    DecisionValue,
    Doer,
    Incident,
    Names,
    Place,
    Report,
    Responsibility,
    Ruling,
    Toll,
    content_id,
)
from relata.model.claim import Attribute, ClaimValue

COORDINATE_DIGITS = 5
"""Digits of a coordinate behind the point: about a metre, finer than any gazetteer."""

OWN_VOICE = "this report"
"""The holder's name where a report of no known outlet speaks in its own voice."""


@dataclass(frozen=True, slots=True)
class Context:
    """What the claims of an export refer to.

    Attributes:
        outlets: outlet of each report, by id.
        names: who is who.
        copies: id of each report that reprints another one, and of that one.
    """

    outlets: Mapping[str, str | None]
    names: Names
    copies: Mapping[str, str] = field(default_factory=dict)


def report_object(report: Report, context: Context) -> ReportObject:
    """A report, without its text."""
    return {
        "id": report.id,
        "path": report.uri,
        "part": report.part,
        "outlet": report.outlet,
        "title": report.title,
        "byline": report.byline,
        "dateline": report.dateline,
        "published": report.published,
        "published_from": report.published_from,
        "relies_on": list(report.relies_on),
        "copy_of": context.copies.get(report.id),
    }


def incident_object(incident: Incident, context: Context) -> IncidentObject:
    """An incident with its claims."""
    return {
        "id": incident.id,
        "title": incident.title,
        "type": incident.type,
        "date": _date(incident.date) if incident.date else None,
        "place": _place(incident.place) if incident.place else None,
        "killed": _toll(incident.killed),
        "wounded": _toll(incident.wounded),
        "missing": _toll(incident.missing),
        "abducted": _toll(incident.abducted),
        "arrested": _toll(incident.arrested),
        "responsible": [_responsible(row) for row in incident.responsible],
        "targets": list(incident.targets),
        "victims": list(incident.victims),
        "weapons": list(incident.weapons),
        "standing": incident.standing,
        "standing_because": incident.standing_because,
        "corroboration": {"reports": incident.corroboration.reports, "origins": incident.corroboration.origins},
        "reports": list(incident.reports),
        "events": list(incident.events),
        "claims": [claim_object(claim, context) for claim in incident.claims],
        "decisions": [decision_object(ruling) for ruling in incident.decisions],
    }


def decision_object(ruling: Ruling) -> DecisionObject:
    """A decision as it bears on an incident."""
    return {
        "id": ruling.id,
        "kind": ruling.kind,
        "subjects": list(ruling.subjects),
        "by": ruling.by,
        "reason": ruling.reason,
        "at": ruling.at,
        "attribute": ruling.attribute,
        "value": _corrected(ruling.value),
        "replaced": _corrected(ruling.replaced),
        "in_effect": ruling.in_effect,
    }


def _corrected(value: DecisionValue) -> CorrectedValue:
    if isinstance(value, Toll):
        return _toll(value)
    if isinstance(value, DateInterval):
        return _date(value)
    if isinstance(value, Place):
        return _place(value)
    if not isinstance(value, tuple):
        return value
    doers: list[DoerObject] = [{"name": one.name, "status": one.status} for one in value if isinstance(one, Doer)]
    return doers or [one for one in value if isinstance(one, str)]


def actor_profile(actor: Actor, context: Context) -> ActorProfile:
    """An actor with those of its claims whose reports are in the export."""
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "aliases": list(actor.aliases),
        "claims": [claim_object(claim, context) for claim in actor.claims if claim.report in context.outlets],
    }


def claim_object(claim: Claim, context: Context) -> ClaimObject:
    """A claim, its names resolved to actors."""
    return {
        "id": claim.id,
        "report": claim.report,
        "event": claim.event,
        "attribute": cast("Attribute", claim.attribute),
        "value": _value(claim.value, claim.report, context),
        "of": claim.of,
        "side": claim.side,
        "part": claim.part,
        "mode": claim.mode,
        "channel": claim.channel,
        "holder": _holder(claim, context),
        "via": list(claim.via),
        "stance": claim.stance,
        "start": claim.span.start,
        "end": claim.span.end,
        "quote": claim.quote,
    }


def _holder(claim: Claim, context: Context) -> HolderObject:
    if claim.holder.key != OUTLET:
        return {"id": context.names.id_of(claim.report, claim.holder), "name": claim.holder.text}
    outlet = context.outlets.get(claim.report)
    if outlet is None:
        return {"id": content_id("actor", "report", claim.report), "name": OWN_VOICE}
    return {"id": context.names.id_of(claim.report, ActorName(outlet, None, "media")), "name": outlet}


def _value(
    value: ClaimValue, report: str, context: Context
) -> CountObject | DateObject | PlaceObject | ActorObject | str | None:
    if isinstance(value, Count):
        return _count(value)
    if isinstance(value, DateInterval):
        return _date(value)
    if isinstance(value, Place):
        return _place(value)
    if isinstance(value, ActorName):
        id_ = context.names.id_of(report, value)
        known = context.names.actors.get(id_)
        return {"id": id_, "name": value.text, "aliases": sorted({known.name, *known.aliases}) if known else []}
    return value


def _count(count: Count) -> CountObject:
    found: CountObject = {"low": count.low, "high": count.high, "words": count.words}
    return {**found, "approx": True} if count.approx else found


def _date(date: DateInterval) -> DateObject:
    found: DateObject = {
        "start": date.start.isoformat(),
        "end": date.end.isoformat(),
        "precision": date.precision,
    }
    return {**found, "years": list(date.years)} if date.years else found


def _place(place: Place) -> PlaceObject:
    return {
        "name": place.name,
        "admin1": place.admin1,
        "admin2": place.admin2,
        "country": place.country,
        "lat": _degrees(place.lat),
        "lon": _degrees(place.lon),
        "precision": place.precision,
    }


def _degrees(value: float | None) -> float | None:
    return None if value is None else round(float(value), COORDINATE_DIGITS)


def _toll(toll: Toll | None) -> TollObject | None:
    return None if toll is None else {"low": toll.low, "best": toll.best, "high": toll.high}


def _responsible(row: Responsibility) -> ResponsibleObject:
    return {"actor": _actor(row.actor), "status": row.status, "holders": list(row.holders)}


def _actor(actor: ActorRef) -> ActorObject:
    return {"id": actor.id, "name": actor.name, "aliases": list(actor.aliases)}
