"""Reports, events and claims made by hand from sentences, and a lookup that takes names as they stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from relata.model import (
    OUTLET,
    ActorName,
    ActorRef,
    Claim,
    Count,
    DateInterval,
    Event,
    Place,
    Report,
    Span,
    content_id,
    make_claim,
    make_event,
    make_report,
)

VOICE = ActorName("@outlet", OUTLET, "media")
PESHAWAR = Place("Peshawar", "Khyber Pakhtunkhwa", "PK", 34.008, 71.579, "city")
QUETTA = Place("Quetta", "Balochistan", "PK", 30.184, 67.001, "city")
PLACES: Mapping[str, Place] = {
    "Peshawar": PESHAWAR,
    "Quetta": QUETTA,
    "Kohat": Place("Kohat", "Khyber Pakhtunkhwa", "PK", 33.587, 71.442, "city"),
    "Khyber Pakhtunkhwa": Place("Khyber Pakhtunkhwa", "Khyber Pakhtunkhwa", "PK", 34.3, 72.0, "admin1"),
    "Pakistan": Place("Pakistan", None, "PK", 30.4, 69.3, "country"),
    "Kabul": Place("Kabul", "Kabul", "AF", 34.528, 69.172, "city"),
    "Kabul airport": Place("Kabul airport", "Kabul", "AF", 34.566, 69.212, "site"),
}


class Names:
    """Every name is its own actor; a key, where there is one, is the id."""

    def __init__(self, known: Mapping[str, str] | None = None) -> None:
        self.known = known or {}

    def ref(self, report_id: str, name: ActorName) -> ActorRef:  # noqa: ARG002 - a name means the same in every report
        if name.key and name.key != OUTLET:
            return ActorRef(name.key, self.known.get(name.key, name.text), (name.text,))
        return ActorRef(content_id("actor", name.text.casefold()), name.text)


@dataclass
class Telling:
    """One report with its events and claims, built up by a test."""

    report: Report
    events: list[Event] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)

    def event(self, trigger: str, type_: Any = "bombing", realis: Any = "actual", **said: Any) -> Event:
        """An event with claims: ``killed="64"``, ``place="Peshawar"``, ``date=…``, ``target="mosque"`` …"""
        at = self.report.text.index(trigger)
        event = make_event(report=self.report.id, type=type_, realis=realis, trigger=Span(at, at + len(trigger)))
        self.events.append(event)
        for attribute, value in said.items():
            for one in value if isinstance(value, list) else [value]:
                self.claim(event, attribute, one)
        return event

    def claim(
        self,
        event: Event,
        attribute: str,
        value: Any,
        *,
        quote: str | None = None,
        by: str | ActorName | None = None,
        stance: Any = "asserts",
        of: str | None = None,
        side: Any = None,
        via: tuple[str, ...] = (),
        part: bool = False,
    ) -> Claim:
        """One claim; its quote is the given words, else the value's own, else the trigger."""
        text = self.report.text
        words = quote or (value.words if isinstance(value, Count) else value if isinstance(value, str) else "")
        at = text.find(words) if words else -1
        span = Span(at, at + len(words)) if at >= 0 else event.trigger
        claim = make_claim(
            report=self.report.id,
            text=text,
            span=span,
            attribute=attribute,
            value=_value(attribute, value),
            holder=ActorName(by) if isinstance(by, str) else by or VOICE,
            stance=stance,
            event=event.id,
            of=of,
            side=side,
            via=via,
            part=part,
        )
        self.claims.append(claim)
        return claim


def _value(attribute: str, value: Any) -> Any:
    if attribute in ("killed", "wounded", "missing", "abducted", "arrested") and not isinstance(value, Count):
        return Count(int(value), int(value), str(value))
    if attribute == "date" and isinstance(value, date):
        return DateInterval.on(value)
    if attribute == "place" and isinstance(value, str):
        return PLACES[value]
    if attribute == "responsible" and isinstance(value, str):
        return ActorName(value, kind="armed group")
    return value


def telling(
    text: str, outlet: str | None = "The Gazette", published: str | None = "2022-03-04", **more: Any
) -> Telling:
    """A report to hang events on."""
    report = make_report(uri="x.txt", text=text, outlet=outlet, published=published, published_from="given", **more)
    return Telling(report)


def built(*tellings: Telling, decisions: Any = (), known: Mapping[str, str] | None = None) -> Any:
    """The incidents of some tellings."""
    from relata.incidents import build

    return build(
        [t.report for t in tellings],
        [event for t in tellings for event in t.events],
        [claim for t in tellings for claim in t.claims],
        list(decisions),
        Names(known),
    )
