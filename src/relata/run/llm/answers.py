"""What came back, checked: nothing of a server's answer goes further that does not have the shape asked for."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, NamedTuple, cast, get_args

from relata.errors import NoAnswerError
from relata.model import EVENT_TYPES, EventType, Realis, Stance

MOST_EVENTS = 200
"""Events taken from the answer about one part."""
MOST_CLAIMS = 1000
"""Claims taken from it."""
MOST_WORDS = 50
"""Entries taken from one list of words."""
LONGEST_WORDS = 1000
"""Characters of one value; longer ones carry more than a value."""

ATTRIBUTES = frozenset({"killed", "wounded", "missing", "abducted", "arrested", "responsible", "unclaimed", "happened"})
_WITHOUT_WORDS = frozenset({"unclaimed", "happened"})
_LISTS = ("when", "where", "targets", "victims", "weapons")


class Content(NamedTuple):
    """What the model wrote, and whether it was cut off for length."""

    text: str
    cut_off: bool


@dataclass(frozen=True, slots=True)
class ToldEvent:
    """An event as the model tells it; all words are still to be found in the report."""

    id: str
    trigger: str
    type: EventType
    realis: Realis
    when: tuple[str, ...]
    where: tuple[str, ...]
    targets: tuple[str, ...]
    victims: tuple[str, ...]
    weapons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ToldClaim:
    """A claim as the model tells it; all words are still to be found in the report."""

    event: str
    attribute: str
    words: str | None
    of: str | None
    attacker: bool
    part: bool
    holder: str
    via: tuple[str, ...]
    stance: Stance
    quote: str


@dataclass(frozen=True, slots=True)
class Told:
    """An answer about one part, and how many entries of it did not have the shape asked for."""

    events: tuple[ToldEvent, ...]
    claims: tuple[ToldClaim, ...]
    misshapen: int = 0


def content_of(body: bytes) -> Content:
    """What the model wrote, from the body of a chat completion.

    Raises:
        NoAnswerError: if it has another shape, or nothing was written.
    """
    try:
        choice = json.loads(body)["choices"][0]
        text, why = choice["message"]["content"], choice.get("finish_reason")
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError):
        raise NoAnswerError("the server's answer is no chat completion") from None
    if not isinstance(text, str) or not text.strip():
        raise NoAnswerError("the model wrote nothing")
    return Content(text, why == "length")


def told(text: str) -> Told:
    """Events and claims from what a model wrote; words around the JSON object (a fence, "Here it is:") do not matter.

    Raises:
        NoAnswerError: if there is no JSON object in it, or one without events and claims.
    """
    try:
        found = json.loads(text[text.index("{") : text.rindex("}") + 1])
    except (ValueError, RecursionError):
        raise NoAnswerError("what the model wrote is no JSON object") from None
    events, claims = (found.get("events"), found.get("claims")) if isinstance(found, dict) else (None, None)
    if not isinstance(events, list) or not isinstance(claims, list):
        raise NoAnswerError('what the model wrote has no lists "events" and "claims"')
    good_events = [one for one in map(_event, events[:MOST_EVENTS]) if one is not None]
    good_claims = [one for one in map(_claim, claims[:MOST_CLAIMS]) if one is not None]
    lost = len(events) + len(claims) - len(good_events) - len(good_claims)
    return Told(tuple(good_events), tuple(good_claims), lost)


def _event(given: Any) -> ToldEvent | None:
    if not isinstance(given, dict):
        return None
    id_, trigger = _name(given.get("id")), _words(given.get("trigger"))
    type_, realis = given.get("type"), given.get("realis")
    if id_ is None or trigger is None or type_ not in EVENT_TYPES or realis not in get_args(Realis):
        return None
    lists = {name: _list(given.get(name)) for name in _LISTS}
    return ToldEvent(id_, trigger, type_, cast("Realis", realis), **lists)


def _claim(given: Any) -> ToldClaim | None:
    if not isinstance(given, dict):
        return None
    event, attribute, stance = _name(given.get("event")), given.get("attribute"), given.get("stance")
    words, holder, quote = _words(given.get("words")), _words(given.get("holder")), _words(given.get("quote"))
    shaped = isinstance(attribute, str) and attribute in ATTRIBUTES and stance in get_args(Stance)
    if event is None or not shaped or holder is None or quote is None:
        return None
    if (words is None) != (attribute in _WITHOUT_WORDS):
        return None
    return ToldClaim(
        event=event,
        attribute=str(attribute),
        words=words,
        of=_words(given.get("of")),
        attacker=given.get("side") == "attacker",
        part=given.get("part") is True,
        holder=holder,
        via=_list(given.get("via")),
        stance=cast("Stance", stance),
        quote=quote,
    )


def _name(given: Any) -> str | None:
    """The id of an event; some models number them."""
    return str(given) if isinstance(given, str | int) and len(str(given)) <= 40 else None


def _words(given: Any) -> str | None:
    return given if isinstance(given, str) and given.strip() and len(given) <= LONGEST_WORDS else None


def _list(given: Any) -> tuple[str, ...]:
    found = [_words(one) for one in given[:MOST_WORDS]] if isinstance(given, list) else []
    return tuple(one for one in found if one is not None)
