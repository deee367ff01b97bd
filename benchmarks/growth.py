"""How the cost of building incidents grows with the number of events: ``python -m benchmarks.growth [EVENTS…]``."""

from __future__ import annotations

import random
import sys
import time
from datetime import date, timedelta

from relata.incidents import build
from relata.incidents.candidates import candidates, count_candidates
from relata.incidents.views import gather
from relata.model import (
    OUTLET,
    ActorName,
    ActorRef,
    Claim,
    ClaimValue,
    Count,
    DateInterval,
    Event,
    Place,
    Report,
    Span,
    make_claim,
    make_event,
    make_report,
)

SIZES = (1_000, 5_000, 20_000)
TELLINGS = 3
"""Reports on one happening."""
TOWNS = 400
DAYS_PER_THOUSAND = 60
"""Days over which a thousand events are spread: the world keeps its pace however much of it is read."""
UNDATED = 0.2
VOICE = ActorName("@outlet", OUTLET, "media")


class _Names:
    def ref(self, report_id: str, name: ActorName) -> ActorRef:  # noqa: ARG002 - one name, one actor here
        return ActorRef(name.text, name.text)


def made(events: int, seed: int = 7) -> tuple[list[Report], list[Event], list[Claim]]:
    """Invented happenings, each told by TELLINGS reports in words of their own, some without date or place."""
    dice = random.Random(seed)
    words = ["".join(dice.choices("abdefghiklmnoprstu", k=dice.randint(4, 9))) for _ in range(9_000)]
    towns = [
        Place(w.title(), None, f"C{n % 30}", dice.uniform(-50, 50), dice.uniform(-90, 90), "city")
        for n, w in enumerate(words[:TOWNS])
    ]
    reports, found, claims = [], [], []
    days = max(1, events * DAYS_PER_THOUSAND // 1_000)
    for number in range(events // TELLINGS):
        day = date(2000, 1, 1) + timedelta(days=dice.randrange(days))
        town, names, dead = dice.choice(towns), [w.title() for w in dice.choices(words, k=6)], dice.randint(0, 40)
        for outlet in range(TELLINGS):
            said = " ".join([*dice.sample(names, 4), *dice.choices(words[:3_000], k=60)])
            text = f"A bomb killed {dead} people in {town.name}. {said}."
            published = (day + timedelta(days=dice.randint(0, 2))).isoformat()
            report = make_report(uri=f"{number}.{outlet}", text=text, outlet=f"O{outlet}", published=published)
            event = make_event(report=report.id, type="bombing", realis="actual", trigger=Span(2, 6))
            values: list[tuple[str, ClaimValue]] = [("killed", Count(dead, dead, str(dead)))]
            if dice.random() > UNDATED:
                values.append(("date", DateInterval.on(day)))
            if dice.random() > UNDATED:
                values.append(("place", town))
            reports.append(report)
            found.append(event)
            claims += [
                make_claim(
                    report=report.id, text=text, span=Span(0, 20), attribute=a, value=v, holder=VOICE, event=event.id
                )
                for a, v in values
            ]
    return reports, found, claims


def main(sizes: tuple[int, ...]) -> None:
    """Print events, pairs, incidents and seconds for each size."""
    for size in sizes:
        reports, events, claims = made(size)
        views = gather({report.id: report for report in reports}, events, claims, _Names(), {})
        bound, pairs = count_candidates(views), len(candidates(views))
        start = time.perf_counter()
        incidents = build(reports, events, claims, [], _Names())
        took = time.perf_counter() - start
        print(
            f"{len(events):7d} events  at most {bound:8d} pairs  {pairs:8d} compared  {len(incidents):6d} incidents "
            f"(true {size // TELLINGS})  {took:6.2f} s  {1000 * took / len(events):.2f} ms an event"
        )


if __name__ == "__main__":
    main(tuple(int(size) for size in sys.argv[1:]) or SIZES)
