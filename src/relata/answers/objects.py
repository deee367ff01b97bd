"""Answers as JSON values, for programs: incidents in short, claims whole, each once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from relata.answers.counting import Answer, Row
from relata.answers.dossier import Dossier
from relata.answers.search import Facets, Found
from relata.model import Claim, Incident, encode

_SHORT = ("id", "title", "type", "date", "place", "killed", "wounded", "standing", "corroboration", "reports")


def incident_in_short(incident: Incident) -> dict[str, Any]:
    """An incident without its claims; its id leads to them."""
    return {name: encode(getattr(incident, name)) for name in _SHORT}


def answer_object(answer: Answer) -> dict[str, Any]:
    """A sum with the incidents under it."""
    return {
        "what": answer.what,
        "total": encode(answer.total),
        "by": answer.by,
        "rows": _rows(answer.rows),
        "apart": _rows(answer.apart),
        "incidents": [
            {**incident_in_short(entry.incident), answer.what: _figure(entry.incident, answer.what),
             "part": entry.part, "perhaps_same_as": entry.of}
            for entry in answer.entries
        ],
    }  # fmt: skip


def dossier_object(dossier: Dossier) -> dict[str, Any]:
    """A dossier; names, profile and relations refer to the list of claims by id."""
    actor = dossier.actor
    claims: dict[str, Claim] = {claim.id: claim for claim in actor.claims}
    claims.update({claim.id: claim for row in dossier.related for claim in row.claims})
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "listed": encode(dossier.listed),
        "names": [
            {"text": name.text, "ground": name.ground, "because": name.because, "source": name.source,
             "claims": _ids(name.claims)}
            for name in dossier.names
        ],
        "profile": [
            {
                "attribute": slot.attribute,
                "disagreement": slot.disagreement,
                "values": [{"value": one.value, "actor": one.actor, "claims": _ids(one.claims)} for one in slot.values],
            }
            for slot in dossier.profile
        ],
        "related": [
            {"relation": row.relation, "actor": row.actor.id, "name": row.actor.name, "claims": _ids(row.claims)}
            for row in dossier.related
        ],
        "incidents": [
            {**incident_in_short(deed.incident), "status": deed.status, "holders": list(deed.holders)}
            for deed in dossier.deeds
        ],
        "years": [{"year": row.year, **row.statuses} for row in dossier.years],
        "tolls": {what: {"total": encode(answer.total), "apart": _rows(answer.apart)}
                  for what, answer in dossier.tolls.items()},
        **{slot: encode(getattr(dossier, slot)) for slot in ("targets", "victims", "weapons", "countries")},
        "claims": [encode(claim) for claim in sorted(claims.values(), key=lambda one: (one.report, one.span, one.id))],
    }  # fmt: skip


def found_object(found: Found) -> dict[str, Any]:
    """What a search found, best first, and the counts."""
    return {
        "words": found.words,
        "incidents": [
            {**incident_in_short(hit.incident), "score": round(hit.score, 4), "report": hit.report,
             "snippet": encode(hit.snippet)}
            for hit in found.incidents
        ],
        "reports": [
            {"id": hit.report.id, "title": hit.report.title, "outlet": hit.report.outlet,
             "published": hit.report.published, "score": round(hit.score, 4), "snippet": encode(hit.snippet),
             "incidents": list(hit.incidents)}
            for hit in found.reports
        ],
        "reports_in_all": found.reports_in_all,
        "incidents_in_all": found.incidents_in_all,
        "facets": facets_object(found.facets),
    }  # fmt: skip


def facets_object(facets: Facets) -> dict[str, Any]:
    """Counts of incidents by facet and value."""
    return {name: encode(values) for name, values in facets.items()}


def _figure(incident: Incident, what: str) -> Any:
    return 1 if what == "incidents" else encode(getattr(incident, what))


def _rows(rows: Iterable[Row]) -> list[dict[str, Any]]:
    return [{"name": row.name, **encode(row.total)} for row in rows]


def _ids(claims: Iterable[Claim]) -> list[str]:
    return [claim.id for claim in claims]
