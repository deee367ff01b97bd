"""Model objects to rows and back."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from sys import intern
from typing import Any, Literal, cast

from relata.model import (
    ActorName,
    Anchor,
    Claim,
    Count,
    Cut,
    DateInterval,
    Decision,
    Event,
    Extraction,
    Incident,
    Place,
    Report,
    Skipped,
    Span,
    decode,
    encode,
)
from relata.model.claim import ClaimMode, ClaimValue, Stance
from relata.model.decision import value_from

AGAIN = " again "
"""In the model of a maker: what follows says which time it finds things in one report, after another did."""

Row = dict[str, Any]

SHARED = 8192
"""Values of claims kept to be shared. Most names, places and days come again at once: a claim then takes half the
memory, and is built in half the time."""


def report_row(report: Report, n: int) -> Row:
    """The row of a report that is the ``n``-th read."""
    return {
        "n": n,
        "id": report.id,
        "uri": report.uri,
        "part": report.part,
        "outlet": report.outlet,
        "title": report.title,
        "byline": report.byline,
        "dateline": report.dateline,
        "published": report.published,
        "published_from": report.published_from,
        "text": report.text,
        "cuts": encode(report.cuts),
        "relies_on": list(report.relies_on),
    }


def report_of(row: Any) -> Report:
    """The report that :func:`report_row` wrote."""
    return Report(
        id=row.id,
        uri=row.uri,
        part=row.part,
        outlet=row.outlet,
        title=row.title,
        byline=row.byline,
        dateline=row.dateline,
        published=row.published,
        published_from=row.published_from,
        text=row.text,
        cuts=tuple(Cut(**cut) for cut in row.cuts),
        relies_on=tuple(row.relies_on),
    )


def skipped_row(item: Skipped, file: int, position: int) -> Row:
    """The row of a refusal, the ``position``-th of its file."""
    return {
        "file": file,
        "position": position,
        "id": item.id,
        "uri": item.uri,
        "part": item.part,
        "reason": item.reason,
        "detail": item.detail,
    }


def skipped_of(row: Any) -> Skipped:
    """The refusal that :func:`skipped_row` wrote."""
    return Skipped(row.uri, row.part, row.reason, row.detail)


def event_rows(found: Extraction, extraction: int) -> list[Row]:
    """One row for each event of an extraction, each id once."""
    return [
        {
            "extraction": extraction,
            "position": position,
            "id": event.id,
            "report": event.report,
            "type": event.type,
            "realis": event.realis,
            "start": event.trigger.start,
            "end": event.trigger.end,
        }
        for position, event in enumerate({event.id: event for event in found.events}.values())
    ]


def event_of(row: Any) -> Event:
    """The event that :func:`event_rows` wrote."""
    return Event(intern(row.id), intern(row.report), row.type, row.realis, Span(row.start, row.end))


def claim_rows(found: Extraction, extraction: int) -> list[Row]:
    """One row for each claim of an extraction, each id once."""
    return [
        {
            "extraction": extraction,
            "position": position,
            "id": claim.id,
            "report": claim.report,
            "event": claim.event,
            "actor": encode(claim.actor),
            "attribute": claim.attribute,
            "value": encode(claim.value),
            "of": claim.of,
            "side": claim.side,
            "part": claim.part,
            "mode": claim.mode,
            "channel": claim.channel,
            "holder": claim.holder.text,
            "holder_key": claim.holder.key,
            "holder_kind": claim.holder.kind,
            "via": list(claim.via),
            "stance": claim.stance,
            "start": claim.span.start,
            "end": claim.span.end,
            "quote": claim.quote,
        }
        for position, claim in enumerate({claim.id: claim for claim in found.claims}.values())
    ]


def claim_of(row: Any) -> Claim:
    """The claim that :func:`claim_rows` wrote."""
    return Claim(
        id=row.id,
        report=intern(row.report),
        event=None if row.event is None else intern(row.event),
        actor=None if row.actor is None else _name(**row.actor),
        attribute=intern(row.attribute),
        value=claim_value(row.value),
        of=None if row.of is None else intern(row.of),
        side=None if row.side is None else cast('Literal["attacker"]', intern(row.side)),
        holder=_name(text=row.holder, key=row.holder_key, kind=row.holder_kind),
        via=tuple(map(intern, row.via)),
        stance=cast("Stance", intern(row.stance)),
        span=Span(row.start, row.end),
        quote=row.quote,
        part=row.part,
        mode=None if row.mode is None else cast("ClaimMode", intern(row.mode)),
        channel=row.channel,
    )


def claim_value(data: Any) -> ClaimValue:
    """The value of a claim that was written as ``data``."""
    # The codec finds the type by comparing fields; most are known by one field each, many times faster.
    if isinstance(data, dict):
        if "words" in data:
            return _count(**data)
        if "kind" in data:
            return _name(**data)
        if "start" in data:
            return _interval(**{**data, "years": tuple(data.get("years", ()))})
        if "lat" in data:
            return _place(**data)
        return cast("ClaimValue", decode(cast("Any", ClaimValue), data))
    return cast("ClaimValue", intern(data) if isinstance(data, str) else data)


# Typed: 34 and 34.0 are one key otherwise, and would be printed as whichever came first.


@lru_cache(maxsize=SHARED, typed=True)
def _name(**fields: Any) -> ActorName:
    return ActorName(**fields)


@lru_cache(maxsize=SHARED, typed=True)
def _count(**fields: Any) -> Count:
    return Count(**fields)


@lru_cache(maxsize=SHARED, typed=True)
def _place(**fields: Any) -> Place:
    return Place(**fields)


@lru_cache(maxsize=SHARED, typed=True)
def _interval(**fields: Any) -> DateInterval:
    return decode(DateInterval, fields)


def decision_row(decision: Decision, n: int) -> Row:
    """The row of the ``n``-th decision."""
    return {"n": n, "id": decision.id, **encode(decision)}


def decision_of(row: Any) -> Decision:
    """The decision that :func:`decision_row` wrote."""
    return Decision(
        kind=row.kind,
        subjects=tuple(row.subjects),
        by=row.by,
        reason=row.reason,
        at=row.at,
        attribute=row.attribute,
        value=value_from(row.attribute, row.value),
        anchors=tuple(decode(Anchor, anchor) for anchor in row.anchors),
        withdrawn_at=row.withdrawn_at,
        withdrawn_by=row.withdrawn_by,
    )


def incident_doc(incident: Incident) -> Row:
    """An incident as a JSON value, its claims by their ids."""
    doc = {name: encode(getattr(incident, name)) for name in Incident.__slots__ if name != "claims"}
    return {**doc, "claims": [claim.id for claim in incident.claims]}


def incident_of(doc: Row, claims: dict[str, Claim]) -> Incident:
    """The incident that :func:`incident_doc` wrote.

    Args:
        doc: what was written.
        claims: its claims, by id; more may be in it.
    """
    incident = decode(Incident, {**doc, "claims": []})
    return replace(incident, claims=tuple(claims[id_] for id_ in doc["claims"] if id_ in claims))
