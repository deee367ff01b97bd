"""Claims as links of FollowTheMoney: which report documents what, who is named where, and who is tied to whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from relata.export.ftm.entity import Entity, Provenance, entity_id
from relata.export.ftm.things import SCHEMATA, Sources
from relata.model import OUTLET, Actor, ActorName, Claim, Count, DateInterval, Incident, Place, content_id

TIES = frozenset({"parent", "leader", "rival", "ally", "member", "members_from"})
"""Claims about an actor that tie it to another one."""


def value_words(claim: Claim) -> str:
    """The value of a claim in words."""
    value = claim.value
    if isinstance(value, Count):
        return value.words
    if isinstance(value, DateInterval):
        return f"{value.start} to {value.end}" if value.start != value.end else value.start.isoformat()
    if isinstance(value, Place):
        return value.name
    return value.text if isinstance(value, ActorName) else value or ""


def responsibilities(incident: Incident, sources: Sources) -> Iterator[Entity]:
    """A link of each who is said to be responsible to the event; its role is the status, denied ones too."""
    for row in incident.responsible:
        found = Entity(entity_id("responsible", content_id(incident.id, row.actor.id)), "UnknownLink")
        found.add("subject", entity_id("actor", row.actor.id))
        found.add("object", entity_id("incident", incident.id))
        found.add("role", f"responsibility {row.status}")
        for claim in incident.claims:
            if isinstance(claim.value, ActorName) and claim.attribute == "responsible":
                if sources.context.names.id_of(claim.report, claim.value) != row.actor.id:
                    continue
                source = sources.of(claim)
                found.add("summary", f"{sources.holder(claim)} {claim.stance} it", source)
                found.add("description", claim.quote, source)
                found.add("proof", entity_id("report", claim.report), source)
                found.add("recordId", claim.id, source)
        yield found


def documentation(claim: Claim, about: str, sources: Sources) -> Entity:
    """A claim: the report documents the entity ``about``, with role, value, holder, stance and words."""
    source = sources.of(claim)
    found = Entity(entity_id("claim", claim.id), "Documentation")
    found.add("document", entity_id("report", claim.report), source)
    found.add("entity", about, source)
    found.add("role", f"{claim.attribute} ({claim.stance})", source)
    whom = f" {claim.of}" if claim.of else ""
    side = ", of the attackers" if claim.side else ""
    found.add("summary", f"{claim.attribute}: {value_words(claim)}{whom}{side}, by {sources.holder(claim)}", source)
    found.add("description", claim.quote, source)
    found.add("date", sources.published.get(claim.report), source)
    found.add("publisher", sources.context.outlets.get(claim.report), source)
    found.add("recordId", claim.id, source)
    return found


def ties(actor: Actor, sources: Sources, known: set[str]) -> Iterator[Entity]:
    """Links of an actor to others: parent, leader, rival, ally and so on, with the reports that say so."""
    made: dict[str, Entity] = {}
    for claim in actor.claims:
        if claim.attribute not in TIES or not isinstance(claim.value, ActorName):
            continue
        if claim.report not in sources.published:
            continue
        other = entity_id("actor", sources.context.names.id_of(claim.report, claim.value))
        if other not in known:
            continue
        key = entity_id("tie", content_id(actor.id, claim.attribute, other))
        found = made.setdefault(key, Entity(key, "UnknownLink"))
        source = sources.of(claim)
        found.add("subject", entity_id("actor", actor.id), source)
        found.add("object", other, source)
        found.add("role", claim.attribute.replace("_", " "), source)
        found.add("summary", f"{sources.holder(claim)} {claim.stance} it", source)
        found.add("description", claim.quote, source)
        found.add("proof", entity_id("report", claim.report), source)
    yield from made.values()


def mentions(claims: Iterable[Claim], sources: Sources, schemata: dict[str, str]) -> Iterator[Entity]:
    """Who is named in one report: a mention for each name, tied to the actor that it stands for.

    Args:
        claims: the report's claims.
        sources: where they stand.
        schemata: schema of each actor by the id of its entity; names of others are left out.
    """
    seen: set[str] = set()
    for claim in claims:
        for name in (claim.value, claim.holder, claim.actor):
            if not isinstance(name, ActorName) or name.key == OUTLET:
                continue
            actor = entity_id("actor", sources.context.names.id_of(claim.report, name))
            key = entity_id("mention", content_id(claim.report, name.text, actor))
            if key in seen or actor not in schemata:
                continue
            seen.add(key)
            source = Provenance(f"report {claim.report}", sources.published.get(claim.report))
            found = Entity(key, "Mention")
            found.add("document", entity_id("report", claim.report), source)
            found.add("name", name.text, source)
            found.add("detectedSchema", SCHEMATA.get(name.kind, "LegalEntity"), source)
            found.add("resolved", actor, source)
            if "name" in found.values:
                yield found
