"""Incidents made by hand, as few values as a test needs."""

from __future__ import annotations

from datetime import date
from typing import Any

from relata.model import (
    ActorRef,
    Corroboration,
    DateInterval,
    Incident,
    Place,
    Responsibility,
    Toll,
    content_id,
)

PESHAWAR = Place("Peshawar", "Khyber Pakhtunkhwa", "PK", 34.008, 71.579, "city")
QUETTA = Place("Quetta", "Balochistan", "PK", 30.184, 67.001, "city")
PAKISTAN = Place("Pakistan", None, "PK", 30.4, 69.3, "country")
KABUL = Place("Kabul", "Kabul", "AF", 34.528, 69.172, "city")
FRONT, LEAGUE = ActorRef("front", "Valley Front"), ActorRef("league", "Hill League")


def by(actor: ActorRef, status: Any = "claimed") -> Responsibility:
    """Somebody who is said to have done it."""
    return Responsibility(actor, status, ("police",))


def incident(name: str, day: date | DateInterval | None = date(2022, 3, 4), **changes: Any) -> Incident:
    """An incident with an id of its own, told by one report of its own."""
    killed = changes.pop("killed", None)
    values: dict[str, Any] = {
        "id": content_id(name),
        "type": "bombing",
        "date": DateInterval.on(day) if isinstance(day, date) else day,
        "place": PESHAWAR,
        "killed": Toll(killed, killed, killed) if isinstance(killed, int) else killed,
        **dict.fromkeys(("wounded", "missing", "abducted", "arrested")),
        **dict.fromkeys(("responsible", "targets", "victims", "weapons", "claims"), ()),
        "standing": "reported",
        "standing_because": "By the rule “reported”: one account tells it.",
        "corroboration": Corroboration(1, 1),
        "reports": (f"report of {name}",),
        "events": (f"event of {name}",),
        "title": name,
    }
    return Incident(**{**values, **changes})
