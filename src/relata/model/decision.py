"""Decisions of analysts: rows with name, time and reason, that later runs respect."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, get_args

from relata.model.claim import COUNT_ATTRIBUTES, EVENT_TYPES, STATUSES, ActorName, ClaimValue, ResponsibilityStatus
from relata.model.codec import decode, encode
from relata.model.counts import Count, Toll
from relata.model.dates import DateInterval
from relata.model.ids import content_id
from relata.model.places import FINENESS, Place
from relata.model.span import Span

DecisionKind = Literal["same", "different", "reject", "correct", "confirm"]
DECISION_KINDS: tuple[DecisionKind, ...] = get_args(DecisionKind)

CORRECTED: tuple[str, ...] = (*COUNT_ATTRIBUTES, "type", "date", "place", "responsible", "target", "victim", "weapon")
"""What of an incident an analyst can set."""

COUNTRY_LETTERS = 2
"""Of an ISO 3166-1 alpha-2 code."""

NEAR = 40
"""Characters within which a newer extractor may have moved the word that names an event: less than half a sentence."""

TOO_MANY = 10**9
"""From here on a number of people is a slip, and no value."""

SLOTS: dict[str, str] = {name: name for name in CORRECTED} | {
    "target": "targets",
    "victim": "victims",
    "weapon": "weapons",
}
"""Attribute → the field of an incident that it is about."""


@dataclass(frozen=True, slots=True)
class Doer:
    """Somebody whom an analyst names as responsible.

    Attributes:
        name: under any of the names.
        status: how the analyst puts it; "attributed" where nothing else is said.
    """

    name: str
    status: ResponsibilityStatus = "attributed"


DecisionValue = Toll | DateInterval | Place | str | tuple[Doer, ...] | tuple[str, ...] | None
"""A corrected value: a Toll for numbers of people, a DateInterval, a Place, a type of event, those responsible, the
words for targets, victims or weapons; None where the analyst finds that no value can be given."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where the subject of a decision stood in its report when it was decided on.

    Ids of events and claims change when an extractor draws their words otherwise. What a decision is about is found
    again by this.

    Attributes:
        id: the subject's id.
        report: id of its report.
        span: the word that names the event, or the words of the claim.
        attribute: of a claim, what it speaks of; None for an event.
        said: of a claim, its value as :func:`said` writes it; "" for an event.
        stance: of a claim, how its holder stands to it; "" for an event.
        spans: of an event, where its claims stand, in order.
    """

    id: str
    report: str
    span: Span
    attribute: str | None = None
    said: str = ""
    stance: str = ""
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided about events, an incident or a claim.

    Attributes:
        kind: "same" (the events are one incident), "different" (they are not), "reject" (the claim is wrong),
            "correct" (a value of the incident is this), "confirm" (the incident, or the claim, is right).
        subjects: ids of two or more events for same and different, sorted; of one claim for reject; of one event for
            correct, which stands for its incident; of one event or claim for confirm.
        by: who decided.
        reason: why, in a sentence.
        at: when, ISO 8601 in UTC.
        attribute: for correct, which value.
        value: for correct, the value.
        anchors: where the subjects stood, in their order; empty where nothing was known of them.
        withdrawn_at: when it was undone, or None while it holds.
        withdrawn_by: who undid it, or None.
    """

    kind: DecisionKind
    subjects: tuple[str, ...]
    by: str
    reason: str
    at: str
    attribute: str | None = None
    value: DecisionValue = None
    anchors: tuple[Anchor, ...] = ()
    withdrawn_at: str | None = None
    withdrawn_by: str | None = None

    @property
    def id(self) -> str:
        """A stable id of this decision. Undoing it, and finding its subjects again, leaves the id as it is."""
        corrected = [self.attribute, encode(self.value)] if self.kind == "correct" else []
        return content_id("decision", self.kind, list(self.subjects), self.by, self.reason, self.at, *corrected)


@dataclass(frozen=True, slots=True)
class Ruling:
    """A decision that was not undone, as it bears on one incident.

    Attributes:
        id: id of the decision; ``kind``, ``subjects``, ``by``, ``reason``, ``at``, ``attribute`` and ``value`` are its.
        in_effect: False where a later decision, or one that goes before it, holds in its place.
        replaced: for a correction, the value that the claims give.
    """

    id: str
    kind: DecisionKind
    subjects: tuple[str, ...]
    by: str
    reason: str
    at: str
    attribute: str | None = None
    value: DecisionValue = None
    in_effect: bool = True
    replaced: DecisionValue = None


def said(value: ClaimValue) -> str:
    """What a claim says in one line of plain text, by which the same claim is known when it is read anew."""
    if isinstance(value, Count):
        return value.words.casefold() if value.vague else f"{value.low}-{value.high}"
    if isinstance(value, DateInterval):
        return f"{value.start}/{value.end}"
    if isinstance(value, Place):
        return value.name.casefold()
    if isinstance(value, ActorName):
        return value.text.casefold()
    return "" if value is None else value.casefold()


def value_from(attribute: str | None, data: Any) -> DecisionValue:
    """The corrected value of an attribute that :func:`relata.model.encode` wrote as ``data``.

    Raises:
        TypeError: if ``data`` does not have its shape; ValueError or KeyError likewise.
    """
    if data is None or attribute is None:
        return None
    if attribute in COUNT_ATTRIBUTES:
        return decode(Toll, data)
    if attribute == "date":
        return decode(DateInterval, data)
    if attribute == "place":
        return decode(Place, data)
    if attribute == "type":
        return str(data)
    if not isinstance(data, list):
        raise TypeError(f"expected a list for {attribute}, got {data!r}")
    if attribute == "responsible":
        return tuple(decode(Doer, entry) for entry in data)
    return tuple(str(entry) for entry in data)


def fits(attribute: str, value: DecisionValue) -> bool:
    """Whether a value is one that an attribute of an incident can have."""
    if attribute not in CORRECTED or value is None:
        return attribute in CORRECTED and attribute not in ("type", "responsible", "target", "victim", "weapon")
    if attribute in COUNT_ATTRIBUTES:
        return isinstance(value, Toll) and _is_toll(value)
    if attribute == "type":
        return value in EVENT_TYPES
    if attribute == "date":
        return isinstance(value, DateInterval)
    if attribute == "place":
        return isinstance(value, Place) and _is_place(value)
    if not isinstance(value, tuple):
        return False
    if attribute == "responsible":
        return all(
            isinstance(one, Doer) and isinstance(one.name, str) and one.name.strip() and one.status in STATUSES
            for one in value
        )
    return all(isinstance(words, str) and words.strip() for words in value)


def _is_toll(value: Toll) -> bool:
    known = [number for number in (value.low, value.best, value.high) if number is not None]
    whole = all(isinstance(number, int) and not isinstance(number, bool) and 0 <= number < TOO_MANY for number in known)
    return bool(known) and whole and known == sorted(known)


def _is_place(value: Place) -> bool:
    point = (value.lat, value.lon)
    return (
        isinstance(value.name, str)
        and bool(value.name.strip())
        and value.precision in FINENESS
        and (value.country is None or (isinstance(value.country, str) and len(value.country) == COUNTRY_LETTERS))
        and (point == (None, None) or _on_earth(*point))
    )


def _on_earth(lat: float | None, lon: float | None) -> bool:
    numbers = isinstance(lat, int | float) and isinstance(lon, int | float)
    return numbers and abs(lat or 0) <= 90 and abs(lon or 0) <= 180
