"""Model objects to rows and back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

from relata.model import (
    ActorName,
    Claim,
    Count,
    Cut,
    DateInterval,
    Decision,
    Event,
    Extraction,
    Incident,
    Report,
    Skipped,
    Span,
    decode,
    encode,
)
from relata.model.claim import ClaimValue

Row = dict[str, Any]


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
    return Event(row.id, row.report, row.type, row.realis, Span(row.start, row.end))


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
        report=row.report,
        event=row.event,
        actor=None if row.actor is None else ActorName(**row.actor),
        attribute=row.attribute,
        value=_value(row.value),
        of=row.of,
        side=row.side,
        holder=ActorName(row.holder, row.holder_key, row.holder_kind),
        via=tuple(row.via),
        stance=row.stance,
        span=Span(row.start, row.end),
        quote=row.quote,
        part=row.part,
    )


def _value(data: Any) -> ClaimValue:
    # The codec finds the type by comparing fields; the two commonest are known by one field each, three times faster.
    if isinstance(data, dict):
        if "words" in data:
            return Count(**data)
        if "kind" in data:
            return ActorName(**data)
        if "start" in data:
            return decode(DateInterval, data)
        return cast("ClaimValue", decode(cast("Any", ClaimValue), data))
    return cast("ClaimValue", data)


def decision_row(decision: Decision, n: int) -> Row:
    """The row of the ``n``-th decision."""
    return {"n": n, "id": decision.id, "withdrawn_at": None, **encode(decision)}


def decision_of(row: Any) -> Decision:
    """The decision that :func:`decision_row` wrote."""
    return Decision(row.kind, tuple(row.subjects), row.by, row.reason, row.at)


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
