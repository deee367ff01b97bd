"""An entity of FollowTheMoney whose every value knows which claim or report it is from."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from relata.model import content_id

DATASET = "relata"
"""Name of the dataset in every statement."""

COMPUTED = "computed"
"""Origin of a value that rules give from several claims, or that names the kind of a thing."""

PROPERTY_TYPES: dict[str, str] = {
    "id": "id",
    **dict.fromkeys(("name", "alias"), "name"),
    **dict.fromkeys(("startDate", "endDate", "date", "publishedAt"), "date"),
    **dict.fromkeys(("country", "contextCountry"), "country"),
    **dict.fromkeys(("location", "locationMentioned", "full"), "address"),
    **dict.fromkeys(("latitude", "longitude"), "number"),
    **dict.fromkeys(("sourceUrl",), "url"),
    **dict.fromkeys(("language",), "language"),
    **dict.fromkeys(("summary", "notes", "description"), "text"),
    **dict.fromkeys(
        ("addressEntity", "organizer", "involved", "proof", "document", "entity", "subject", "object", "resolved"),
        "entity",
    ),
    **dict.fromkeys(
        ("keywords", "title", "fileName", "author", "publisher", "role", "detectedSchema", "city", "state", "recordId"),
        "string",
    ),
}
"""Property → its type in FollowTheMoney 4: what statements must say. A test compares it with the schemata."""

MOST = {"name": 384, "address": 250, "string": 1024, "text": 65_000, "url": 4096}
"""Characters of a value that FollowTheMoney keeps, by its type. Longer ones are cut; a longer link is left out."""

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]+")


@dataclass(frozen=True, slots=True)
class Provenance:
    """Whence a value is.

    Attributes:
        origin: "claim ID", "report ID", "decision ID" or :data:`COMPUTED`.
        seen: when the report came out that says so, ISO 8601, or None.
        words: the words of the report, or None.
    """

    origin: str = COMPUTED
    seen: str | None = None
    words: str | None = None


NOWHERE = Provenance()


@dataclass(slots=True)
class Value:
    """A value, first said in one place and last in another.

    Attributes:
        first: where it was said first.
        last: when it was said last, ISO 8601, or None.
    """

    first: Provenance
    last: str | None


@dataclass(slots=True)
class Entity:
    """An entity as it is put together.

    Attributes:
        id: its id, the same in every export.
        schema: its schema.
        values: provenance by property and value, in the order in which they were added.
    """

    id: str
    schema: str
    values: dict[str, dict[str, Value]] = field(default_factory=dict)

    def add(self, prop: str, value: object, source: Provenance = NOWHERE) -> None:
        """Add a value, if there is one. Said again it is kept once, with the earliest source."""
        words = cleaned(prop, value)
        if not words:
            return
        known = self.values.setdefault(prop, {})
        if words not in known:
            known[words] = Value(source, source.seen)
            return
        there = known[words]
        if source.seen is not None:
            if there.first.seen is None or source.seen < there.first.seen:
                there.first = source
            if there.last is None or source.seen > there.last:
                there.last = source.seen

    @property
    def proxy(self) -> dict[str, Any]:
        """The entity as a line of JSON holds it."""
        return {
            "id": self.id,
            "schema": self.schema,
            "properties": {prop: list(values) for prop, values in sorted(self.values.items())},
            "datasets": [DATASET],
        }

    def statements(self) -> Iterator[dict[str, str | bool | None]]:
        """A statement for each value, with the fields of FollowTheMoney's own."""
        for prop, values in sorted(self.values.items()):
            for words, value in values.items():
                yield self._row(prop, words, value)
        ids = sorted(hashed(prop, words) for prop, values in self.values.items() for words in values)
        seen = [value.first.seen for values in self.values.values() for value in values.values() if value.first.seen]
        whole = Value(Provenance(COMPUTED, min(seen, default=None)), None)
        yield self._row("id", hashlib.sha1("".join(ids).encode(), usedforsecurity=False).hexdigest(), whole)

    def _row(self, prop: str, words: str, value: Value) -> dict[str, str | bool | None]:
        key = f"{DATASET}.{self.id}.{prop}.{words}"  # as Statement.make_key of FollowTheMoney
        original = value.first.words
        return {
            "canonical_id": self.id,
            "entity_id": self.id,
            "prop": prop,
            "prop_type": PROPERTY_TYPES[prop],
            "schema": self.schema,
            "value": words,
            "dataset": DATASET,
            "origin": value.first.origin,
            "lang": None,
            "original_value": original if original and original != words else None,
            "external": False,
            "first_seen": value.first.seen,
            "last_seen": value.last or value.first.seen,
            "id": hashlib.sha1(key.encode(), usedforsecurity=False).hexdigest(),
        }


def hashed(prop: str, words: str) -> str:
    """A key of one value of an entity."""
    return content_id(prop, words)


def cleaned(prop: str, value: object) -> str:
    """A value as FollowTheMoney keeps it: one line where it is a name, no control characters, not too long."""
    if value is None:
        return ""
    kind = PROPERTY_TYPES[prop]
    words = " ".join(_CONTROL.sub(" ", str(value)).split())
    most = MOST.get(kind, len(words))
    if kind == "url" and len(words) > most:
        return ""
    return words[:most].strip()


def entity_id(kind: str, id_: str) -> str:
    """The id of an entity: letters, digits and dashes alone, whatever the id is made of."""
    safe = id_ if re.fullmatch(r"[A-Za-z0-9-]{1,150}", id_) else content_id("ftm", id_)
    return f"{DATASET}-{kind}-{safe}"
