"""A store with two incidents, one actor, a copy and a report that no incident uses."""

import dataclasses
from datetime import date

import pytest

from relata.model import (
    Actor,
    ActorName,
    ActorRef,
    Corroboration,
    DateInterval,
    Incident,
    Place,
    Responsibility,
    Toll,
    content_id,
)
from relata.store import Store


def an_incident(found, **changes):
    report, extraction = found
    incident = Incident(
        id=content_id("incident", extraction.events[0].id),
        type="bombing",
        date=DateInterval.on(date(2022, 3, 4)),
        place=Place("Peshawar", "Khyber Pakhtunkhwa", "PK", 34.008, 71.57849123, "city"),
        killed=Toll(12, 14, None),
        wounded=Toll(50, 50, 50),
        missing=None,
        abducted=None,
        arrested=None,
        responsible=(
            Responsibility(ActorRef("islamic-state-khorasan", "IS Khorasan", ("IS-K",)), "claimed", ("police",)),
        ),
        targets=("market", "=cmd()"),
        victims=("people",),
        weapons=(),
        standing="reported",
        standing_because="One account.",
        corroboration=Corroboration(1, 1),
        reports=(report.id,),
        events=(extraction.events[0].id,),
        claims=tuple(claim for claim in extraction.claims if claim.event),
        title="Bombing in Peshawar, 4 March 2022",
    )
    return dataclasses.replace(incident, **changes)


@pytest.fixture
def store(tmp_path, tell):
    first = tell()
    second = tell("A blast in Quetta hurt three – “so far”, said one doctor.", uri="q.txt", outlet=None, published=None)
    copy = tell("A bomb killed at least 12 people at a market in Peshawar.", uri="copy.txt", outlet="Elsewhere")
    unused = tell("A bridge was opened in Quetta on Monday.", uri="unused.txt")
    found = Store.open(tmp_path / "relata.db", clock=lambda: "2024-05-01T10:00:00+00:00")
    found.add_file("all.jsonl", [first, second, copy, unused])
    aliases = tuple(claim for _, extraction in (first, second) for claim in extraction.claims if claim.actor)
    actor = Actor("islamic-state-khorasan", "IS Khorasan", "armed group", ("IS-K", "ISIS-K"), aliases)
    names = {
        (report.id, claim.value): actor.id
        for report, extraction in (first, second)
        for claim in extraction.claims
        if isinstance(claim.value, ActorName)
    }
    names[first[0].id, ActorName("The Khyber Courier", None, "media")] = "khyber-courier"
    undated = an_incident(
        second,
        date=DateInterval(date(2014, 3, 1), date(2014, 3, 1), "day", (2014, 2015)),
        place=None,
        responsible=(),
        killed=None,
        type="other",
    )
    found.save_incidents([an_incident(first), undated], [actor], names=names, copies={copy[0].id: first[0].id})
    yield found
    found.close()
