"""A database of invented incidents for the page and the API: as many reports, claims and doers as real ones have."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import TypeVar

from relata.model import (
    EVENT_TYPES,
    OUTLET,
    Actor,
    ActorName,
    ActorRef,
    Claim,
    ClaimValue,
    Corroboration,
    Count,
    DateInterval,
    Extraction,
    Incident,
    Maker,
    Place,
    Report,
    Responsibility,
    Span,
    Toll,
    founded_on,
    make_claim,
    make_event,
    make_report,
)
from relata.model.claim import STATUSES
from relata.model.incident import Standing
from relata.store import Store

PER_FILE = 500
"""Incidents whose reports are kept in one transaction."""
TOWNS, GROUPS, OUTLETS, WORDS = 4_000, 800, 250, 6_000
FIRST, DAYS = date(1998, 1, 1), 9_800
MAKER = Maker("invented", "1")
VOICE = ActorName("@outlet", OUTLET, "media")
POLICE = ActorName("police", None, "state force")
COUNTRIES = (
    "AF", "SY", "IQ", "NG", "PK", "SO", "YE", "ML", "CD", "UA", "BF", "SD", "IN", "MM", "KE", "PH", "LY", "CM", "NE",
    "CO", "EG", "ET", "MX", "MZ", "TD", "SS", "LB", "PS", "TR", "TH", "RU", "BI", "CF", "HT", "ID", "IR", "LK", "NP",
)  # fmt: skip
KINDS = ("Front", "Brigade", "Army", "League", "Movement")
STANDINGS: tuple[Standing, ...] = ("reported", "confirmed", "unconfirmed", "contested")
PLACELESS, UNDATED, NAMELESS, DEADLESS = 0.05, 0.05, 0.45, 0.3
"""Shares of the incidents of which something is not known, about as in the demonstration."""

Item = TypeVar("Item")


class World:
    """Places, groups and outlets, some of which come again and again, as in the news."""

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice
        self.words = ["".join(dice.choices("abdefghiklmnoprstu", k=dice.randint(4, 9))) for _ in range(WORDS)]
        centres = {code: (dice.uniform(-25, 45), dice.uniform(-75, 120)) for code in COUNTRIES}
        self.towns = [self._town(word.title(), centres) for word in self.words[:TOWNS]]
        names = [f"{word.title()} {dice.choice(KINDS)}" for word in self.words[TOWNS : TOWNS + GROUPS]]
        self.groups = [ActorRef(f"group-{n}", name, (name.upper(),)) for n, name in enumerate(names)]
        self.outlets = [f"The {word.title()} Courier" for word in self.words[:OUTLETS]]

    def _town(self, name: str, centres: dict[str, tuple[float, float]]) -> Place:
        code = self.often(COUNTRIES)
        lat, lon = centres[code]
        lat, lon = round(lat + self.dice.gauss(0, 3), 4), round(lon + self.dice.gauss(0, 3), 4)
        return Place(name, f"{name} Province", code, lat, lon, "city", name)

    def often(self, items: Sequence[Item]) -> Item:
        """One of these, the first ones most often."""
        return items[min(len(items) - 1, int(len(items) * self.dice.random() ** 2.5))]

    def text(self, opening: str) -> str:
        """A report of about a hundred words, most of them common ones."""
        return " ".join([opening, *(self.often(self.words) for _ in range(90))]) + "."


def fill(where: Path, incidents: int, seed: int = 11) -> None:
    """Make a database of so many incidents, their reports and claims with them. They are not computed but invented."""
    world = World(random.Random(seed))
    store = Store.open(where)
    kept: list[Incident] = []
    stream = (_incident(world, number) for number in range(incidents))
    number = 0
    while some := list(islice(stream, PER_FILE)):
        number += 1
        store.add_file(f"news/{number}.jsonl", [item for _, items in some for item in items], maker=MAKER)
        kept += [incident for incident, _ in some]
    actors = [Actor(one.id, one.name, "armed group", (one.name, *one.aliases), ()) for one in world.groups]
    names = {("", ActorName(one.name, None, "armed group")): one.id for one in world.groups}
    store.save_incidents(kept, actors, names=names)
    store.close()


def _incident(world: World, number: int) -> tuple[Incident, list[tuple[Report, Extraction]]]:
    """One happening, and the reports that tell of it."""
    dice = world.dice
    day = FIRST + timedelta(days=dice.randrange(DAYS))
    town = world.often(world.towns) if dice.random() > PLACELESS else None
    group = world.often(world.groups) if dice.random() > NAMELESS else None
    dead = min(400, int(dice.paretovariate(1.1)) - 1) if dice.random() > DEADLESS else None
    kind = world.often(EVENT_TYPES)
    dated = dice.random() > UNDATED
    items, claims, events = [], [], []
    for telling in range(1 + min(4, int(dice.expovariate(1.2)))):
        where = town.name if town else "the country"
        opening = f"A {kind} in {where} killed {dead or 'several'} people, police said. {number}.{telling}"
        report = make_report(
            uri=f"news/{number}.{telling}",
            text=world.text(opening),
            outlet=world.often(world.outlets),
            title=opening[:60],
            published=(day + timedelta(days=dice.randint(0, 3))).isoformat(),
            published_from="text",
        )
        event = make_event(report=report.id, type=kind, realis="actual", trigger=Span(2, 2 + len(kind)))
        own = list(_claims(report, event.id, town, group, dead, day if dated else None))
        items.append((report, Extraction(report.id, (event,), tuple(own), MAKER)))
        events.append(event.id)
        claims += own
    standing = world.often(STANDINGS)
    toll = None if dead is None else Toll(dead, dead, dead if dice.random() > 0.2 else None)
    incident = Incident(
        id=founded_on(events[0]),
        type=kind,
        date=DateInterval.on(day) if dated else None,
        place=town,
        killed=toll,
        wounded=Toll(dead, dead * 2, dead * 3) if dead else None,
        missing=None,
        abducted=None,
        arrested=None,
        responsible=(Responsibility(group, dice.choice(STATUSES), ("police",)),) if group else (),
        targets=("market",),
        victims=("civilians",),
        weapons=(),
        standing=standing,
        standing_because=f"By the rule “{standing}”: made up for a measurement.",
        corroboration=Corroboration(len(items), len(items)),
        reports=tuple(report.id for report, _ in items),
        events=tuple(events),
        claims=tuple(claims),
        title=f"{kind.capitalize()} in {town.name if town else 'a place not known'}, {day.isoformat()}",
        standing_rule=standing,
    )
    return incident, items


def _claims(
    report: Report, event: str, town: Place | None, group: ActorRef | None, dead: int | None, day: date | None
) -> Iterator[Claim]:
    """What one report says."""
    values: list[tuple[str, ClaimValue]] = [("target", "market"), ("victim", "civilians")]
    if town:
        values.append(("place", town))
    if day:
        values.append(("date", DateInterval.on(day)))
    if dead is not None:
        values += [("killed", Count(dead, dead, str(dead))), ("wounded", Count(2 * dead, 2 * dead, str(2 * dead)))]
    if group:
        values.append(("responsible", ActorName(group.name, None, "armed group")))
    for number, (attribute, value) in enumerate(values):
        yield make_claim(
            report=report.id,
            text=report.text,
            span=Span(0, 30),
            attribute=attribute,
            value=value,
            holder=POLICE if number % 2 else VOICE,
            event=event,
        )
