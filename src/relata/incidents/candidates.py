"""Which pairs of events are worth comparing: those that share a block.

Their number is known before the first one is compared, and grows with the number of events, not with its square.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from relata.incidents.nearness import FAMILIES, FINE
from relata.incidents.views import EventView
from relata.model import FINENESS, DateInterval

SHORT_DAYS = 10
"""An interval of up to this many days is put in a block for each of its days; longer ones meet by year."""
BEFORE_PUBLICATION = 4
"""An event without a date is looked for on the day of publication and this many days before."""
CROWDED = 40
"""A larger block is not paired in full: each member meets the next ones in order of kind and publication."""
WINDOW = 12
RARE_WORDS = 14
"""How many of its weightiest words an event is looked up by."""
RARE_HELD = 12
"""A word in more events than this is not looked up."""
SHARED_WORDS = 2
"""Two events that share this many looked-up words meet, wherever and whenever they are."""
Key = tuple[str, ...]
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Block:
    """Events that may be one.

    Attributes:
        key: what they share.
        members: ids in the order in which a crowded block is walked through.
        coarse: ids among them whose date is not exact; where given, only pairs with one of them are formed, for
            exactly dated ones meet in the blocks of their days.
    """

    key: Key
    members: tuple[str, ...]
    coarse: frozenset[str] | None = None

    @property
    def size(self) -> int:
        """How many pairs the block gives, before those that another block gives too are taken out."""
        count = len(self.members)
        if count > CROWDED:
            return count * WINDOW - WINDOW * (WINDOW + 1) // 2
        exact = count - len(self.coarse) if self.coarse is not None else 0
        return math.comb(count, 2) - math.comb(exact, 2)

    def pairs(self) -> Iterator[Pair]:
        """The pairs, lower id first."""
        if len(self.members) > CROWDED:
            for at, one in enumerate(self.members):
                for other in self.members[at + 1 : at + 1 + WINDOW]:
                    yield (one, other) if one < other else (other, one)
            return
        for one, other in combinations(self.members, 2):
            if self.coarse is None or one in self.coarse or other in self.coarse:
                yield (one, other) if one < other else (other, one)


def blocks(views: Sequence[EventView]) -> list[Block]:
    """All blocks with at least two members, in order of their keys."""
    by_id = {view.id: view for view in views}
    exact: dict[Key, set[str]] = defaultdict(set)
    yearly: dict[Key, set[str]] = defaultdict(set)
    for view in views:
        for key in _keys(view):
            (yearly if key[0] == "year" else exact)[key].add(view.id)
    inexact = {view.id for view in views if not _short(view.days)}
    found = [Block(key, _ordered(ids, by_id)) for key, ids in exact.items() if len(ids) > 1]
    for key, ids in yearly.items():
        if len(ids) > 1 and (coarse := ids & inexact):
            found.append(_yearly(key, ids, coarse, by_id))
    return sorted(found, key=lambda block: block.key)


def _yearly(key: Key, ids: set[str], coarse: set[str], by_id: Mapping[str, EventView]) -> Block:
    return Block(key, _ordered(ids, by_id), frozenset(coarse))


def count_candidates(views: Sequence[EventView]) -> int:
    """At most how many comparisons these events will take; known before any pair is formed."""
    return sum(block.size for block in blocks(views)) + sum(math.comb(len(ids), 2) for ids in _rare(views).values())


def candidates(views: Sequence[EventView]) -> list[Pair]:
    """The pairs of event ids to compare, each once, lower id first, sorted."""
    found = {pair for block in blocks(views) for pair in block.pairs()}
    shared: Counter[Pair] = Counter()
    for ids in _rare(views).values():
        shared.update(combinations(ids, 2))
    found.update(pair for pair, count in shared.items() if count >= SHARED_WORDS)
    return sorted(found)


def _keys(view: EventView) -> Iterator[Key]:
    grounds = list(_grounds(view))
    for day in sorted(_days(view)):
        for ground in grounds:
            yield ("day", day.isoformat(), ground)
    for year in sorted(_years(view)):
        for ground in grounds:
            yield ("year", str(year), ground)
            for word in sorted(view.aims):
                yield ("year", str(year), ground, word)
    for place in view.places:
        if place.precision == "site":
            yield ("site", place.country or "", place.name.casefold())
    yield ("copy", view.original)


def _grounds(view: EventView) -> Iterator[str]:
    """Where it may meet others: its country, the squares around it, the actors and aims it names."""
    for place in view.places:
        if place.country:
            yield f"country {place.country}"
        if place.lat is not None and place.lon is not None and FINENESS[place.precision] <= FINE:
            for shift in (0.0, 0.5):  # two grids of one degree: points within half a degree share a square of one
                for slide in (0.0, 0.5):
                    yield f"square {shift} {slide} {math.floor(place.lat + shift)} {math.floor(place.lon + slide)}"
    for actor in sorted(view.actors):
        yield f"actor {actor}"
    if not view.places:
        for word in sorted(view.aims):
            yield f"aim {word}"


def _short(days: Iterable[DateInterval]) -> bool:
    return any(day.year_known and day.days <= SHORT_DAYS for day in days)


def _days(view: EventView) -> set[date]:
    """The days of its blocks, with one day's slack."""
    spans = [(day.start, day.days + 1) for day in view.days if day.year_known and day.days <= SHORT_DAYS]
    if not view.days and view.published is not None and view.event.realis != "background":
        before = min(BEFORE_PUBLICATION, view.published.toordinal() - 1)
        spans = [(view.published - timedelta(days=before), before + 1)]
    return {
        date.fromordinal(start.toordinal() + more)
        for start, length in spans
        for more in range(length)
        if start.toordinal() + more <= date.max.toordinal()
    }


def _years(view: EventView) -> set[int]:
    years = {year for day in view.days for reading in day.readings() for year in {reading.start.year, reading.end.year}}
    if not view.days and view.published is not None:
        years.add(view.published.year)
    return years


def _ordered(ids: Iterable[str], by_id: Mapping[str, EventView]) -> tuple[str, ...]:
    def order(id_: str) -> tuple[str, str, str]:
        view = by_id[id_]
        return FAMILIES[view.event.type], str(view.published or "9999"), id_

    return tuple(sorted(ids, key=order))


def _rare(views: Sequence[EventView]) -> dict[str, list[str]]:
    """Rare word → the ids of the events that it is weighty for, where there are two or more and not too many."""
    holders: dict[str, list[str]] = defaultdict(list)
    for view in sorted(views, key=lambda view: view.id):
        ranked = sorted(view.words.items(), key=lambda item: (-item[1], item[0]))
        for word, _ in ranked[: RARE_WORDS * 3]:
            holders[word].append(view.id)
    return {word: ids for word, ids in sorted(holders.items()) if 2 <= len(ids) <= RARE_HELD}
