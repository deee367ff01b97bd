"""Claims as STIX objects: notes where they say something, opinions where they deny, doubt or confirm."""

from __future__ import annotations

from typing import Any

from relata.export.shapes import Context, claim_object
from relata.export.stix.common import CLAIM_EXTENSION, stix_id, stix_object, words_of
from relata.model import Claim, Stance

OPINIONS: dict[Stance, str] = {"denies": "strongly-disagree", "doubts": "disagree", "confirms": "strongly-agree"}
"""How a stance to what others say is put on STIX's scale of opinions; the other stances are statements of their own."""


def claim_sdo(claim: Claim, about: list[str], context: Context, time: str | None) -> dict[str, Any]:
    """A claim: an opinion or a note on what it is about.

    Args:
        claim: the claim.
        about: ids of the incident or relationship, and of the report.
        context: what it refers to.
        time: when the report came out.
    """
    found = claim_object(claim, context)
    kept = {
        name: found[name]
        for name in ("attribute", "value", "of", "side", "mode", "channel", "holder", "via", "stance", "start", "end")
        if found[name] not in (None, [], "")
    }
    shared: dict[str, Any] = {
        "object_refs": about,
        "authors": [words_of(found["holder"]["name"])],
        "external_references": [{"source_name": "relata", "external_id": claim.id}],
        "labels": [f"claim-{claim.attribute}", claim.stance],
        "extensions": {CLAIM_EXTENSION: {"extension_type": "property-extension", **kept}},
    }
    quote = words_of(claim.quote, "no words")
    if claim.stance in OPINIONS:
        id_ = stix_id("opinion", claim.id)
        return stix_object("opinion", id_, time, opinion=OPINIONS[claim.stance], explanation=quote, **shared)
    abstract = f"{claim.attribute}: {words_of(found['holder']['name'])} {claim.stance} it"
    return stix_object("note", stix_id("note", claim.id), time, abstract=abstract, content=quote, **shared)
