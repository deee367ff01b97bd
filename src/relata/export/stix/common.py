"""What all objects of a STIX bundle share: ids, times, the author, and extensions for what STIX has no field for."""

from __future__ import annotations

import re
import uuid
from datetime import UTC, datetime
from typing import Any

NAMESPACE = uuid.UUID("6e5c7f0e-3d0a-5d2f-9c0b-52454c415441")
"""Under which ids are made (version 5): the same incident has the same id in every bundle."""

DEFINED = "2026-11-28T00:00:00.000Z"
"""Since when the author and the extensions are what they are; objects that no dated report speaks of have it too."""

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def stix_id(kind: str, *parts: object) -> str:
    """The id of an object of a type, from what it is about."""
    return f"{kind}--{uuid.uuid5(NAMESPACE, '/'.join(map(str, (kind, *parts))))}"


AUTHOR = stix_id("identity", "relata")
INCIDENT_EXTENSION = stix_id("extension-definition", "incident")
CLAIM_EXTENSION = stix_id("extension-definition", "claim")
_OF_INCIDENTS = (
    "Kind of violence, days with their precision, tolls (low, best, high), who is said to be responsible, with status "
    "and by whom, standing with its reason, and how many reports and independent accounts speak of it."
)
_OF_CLAIMS = (
    "What a claim speaks of, its value, who says it through whom, how they stand to it, and where the words stand in "
    "the report's text."
)
SCHEMA = "docs/formats.md in the source of Relata"


def stix_object(kind: str, id_: str, time: str | None = None, last: str | None = None, **fields: Any) -> dict[str, Any]:
    """An object with its common fields; fields that are None or empty are left out.

    Args:
        kind: its type.
        id_: its id.
        time: when it was made: a timestamp of STIX.
        last: when it was changed last.
        fields: its own.
    """
    made = time or DEFINED
    common = {"type": kind, "spec_version": "2.1", "id": id_, "created": made, "modified": max(last or made, made)}
    if id_ != AUTHOR:
        common["created_by_ref"] = AUTHOR
    return {**common, **{name: value for name, value in fields.items() if value is not None and value not in ("", [])}}


def timestamp(published: str | None) -> str | None:
    """A day, or a time with its offset, as STIX writes times: in UTC, to the millisecond. A day is its midnight."""
    if published is None:
        return None
    moment = datetime.fromisoformat(published)
    moment = moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"


def words_of(text: str | None, instead: str = "not named") -> str:
    """Text without the control characters that STIX readers refuse; ``instead`` where nothing is left."""
    return _FORBIDDEN.sub("\ufffd", text or "").strip() or instead


def author() -> dict[str, Any]:
    """Who made the bundle."""
    return stix_object(
        "identity",
        AUTHOR,
        name="Relata",
        identity_class="system",
        description="Makes incidents of news reports of armed conflict; every value has its source.",
    )


def extension_definitions() -> list[dict[str, Any]]:
    """What the extensions are: STIX's own incident has a name and a description alone."""
    kinds = (
        (
            INCIDENT_EXTENSION,
            "Relata incident",
            _OF_INCIDENTS,
        ),
        (
            CLAIM_EXTENSION,
            "Relata claim",
            _OF_CLAIMS,
        ),
    )
    return [
        stix_object(
            "extension-definition",
            id_,
            name=name,
            description=description,
            schema=SCHEMA,
            version="1.0",
            extension_types=["property-extension"],
        )
        for id_, name, description in kinds
    ]
