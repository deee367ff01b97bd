"""Incidents made by hand for the tests of the forms, as the code of a coder sees them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from relata.export.coding.citing import Citation
from relata.export.coding.coded import Coded, code_incident
from relata.model import (
    OUTLET,
    ActorName,
    ActorRef,
    Corroboration,
    Count,
    DateInterval,
    Incident,
    Names,
    Place,
    Responsibility,
    Span,
    Toll,
    content_id,
    make_claim,
)

PESHAWAR = Place("Peshawar", "Khyber Pakhtunkhwa", "PK", 34.008, 71.579, "city", "Peshawar")
NEAR_MOSUL = Place("Mosul", "Nineveh", "IQ", 36.335, 43.119, "city", None, "near")
SOMALIA = Place("Somalia", None, "SO", 6.0, 48.0, "country")
JANALE = Place("Janale", "Lower Shabelle", "SO", 1.8, 44.7, "city")
DAY = DateInterval.on(date(2022, 3, 4))
MONTH = DateInterval.in_month(2022, 3)
WEEK = DateInterval(date(2022, 3, 7), date(2022, 3, 13), "week")
NO_YEAR = DateInterval(date(2014, 3, 1), date(2014, 3, 1), "day", (2014, 2015))
VOICE = ActorName("@outlet", OUTLET, "media")
POLICE = ActorName("a police spokesman", None, "state force")
SOURCES = (
    Citation("r1", "The Khyber Courier", 'Bomb "kills" 12 at market', date(2022, 3, 5), "http://courier.example/1"),
    Citation("r2", "Indus Wire", "Toll rises, officials say", date(2022, 3, 6), "reports/2.txt"),
)
TEXT = "A bomb killed at least 12 people at a market in Peshawar on Friday, police said. " * 4


def by(key: str, name: str, status: str = "claimed", *holders: str) -> Responsibility:
    """Who is said to have done it."""
    return Responsibility(ActorRef(key, name, (name,)), status, holders or ("police",))


TTP = by("ttp", "Tehrik-i-Taliban Pakistan")
SHABAAB = by("al-shabaab", "al-Shabaab")
ARMY = by("pk-army", "Pakistani army", "attributed")
GUNMEN = by("0123456789abcdef", "gunmen", "attributed")


def said(attribute: str, value: Any, *, report: str = "r1", holder: ActorName = POLICE, **more: Any) -> Any:
    """A claim about the incident."""
    at = more.pop("at", 0)
    return make_claim(
        report=report,
        text=TEXT,
        span=Span(at, at + 20),
        attribute=attribute,
        value=value,
        holder=holder,
        event="e1",
        **more,
    )


def killed(low: int | None, high: int | None = None, of: str | None = None, **more: Any) -> Any:
    """A claim of a number of dead; exact where only one number is given."""
    high = low if high is None and more.pop("exact", True) else high
    return said("killed", Count(low, high, str(low)), of=of, **more)


def incident(name: str = "one", **changes: Any) -> Incident:
    """A bombing in Peshawar by the Pakistani Taliban, changed as the test wants it."""
    values: dict[str, Any] = {
        "id": content_id("incident", name),
        "type": "bombing",
        "date": DAY,
        "place": PESHAWAR,
        "killed": Toll(12, 14, 20),
        "wounded": Toll(50, 50, 50),
        "missing": None,
        "abducted": None,
        "arrested": None,
        "responsible": (TTP,),
        "targets": ("market",),
        "victims": ("people",),
        "weapons": ("car bomb",),
        "standing": "reported",
        "standing_because": "One account.",
        "corroboration": Corroboration(2, 1),
        "reports": ("r1", "r2"),
        "events": ("e1",),
        "claims": (killed(14, of="people"),),
        "title": f"Bombing {name}",
    }
    return Incident(**(values | changes))


def coded(name: str = "one", sources: Sequence[Citation] = SOURCES, **changes: Any) -> Coded:
    """The same, coded."""
    return code_incident(incident(name, **changes), {one.id: one for one in sources}, Names({}))
