"""Which reports name the towns where others put their events."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from relata.incidents.nearness import FINE
from relata.incidents.words import MAX_CHARS, WORD
from relata.model import FINENESS, Place

OFTEN = 6
"""Fortnights with events in one town from which on it is often in the news: a second event there is no wonder."""
FORTNIGHT = 14


def town_of(value: object) -> str | None:
    """The name of a town or site, lower case; None for wider places and for what is no place."""
    if not isinstance(value, Place) or FINENESS[value.precision] > FINE:
        return None
    return " ".join(word.lower() for word in WORD.findall(value.name)) or None


@dataclass(frozen=True)
class Towns:
    """The towns of a collection of reports.

    Attributes:
        by_first: first word → the towns that begin with it.
        often: the towns that are often in the news.
    """

    by_first: Mapping[str, frozenset[str]]
    often: frozenset[str]

    @classmethod
    def of(cls, told: Iterable[tuple[object, date | None]]) -> Towns:
        """The towns among the values of claims, each with the day on which its report was published."""
        found: dict[str, set[str]] = defaultdict(set)
        fortnights: dict[str, set[int]] = defaultdict(set)
        for value, published in told:
            if town := town_of(value):
                found[town.split()[0]].add(town)
                if published is not None:
                    fortnights[town].add(published.toordinal() // FORTNIGHT)
        often = frozenset(town for town, seen in fortnights.items() if len(seen) >= OFTEN)
        return cls({first: frozenset(towns) for first, towns in found.items()}, often)

    def named_in(self, text: str) -> frozenset[str]:
        """The towns that ``text`` names, each with a capital, so that no common word stands for one."""
        words = WORD.findall(text[:MAX_CHARS])
        said: set[str] = set()
        for at, word in enumerate(words):
            if word[0].isupper():
                for town in self.by_first.get(word.lower(), ()):
                    length = town.count(" ") + 1
                    if length == 1 or " ".join(words[at : at + length]).lower() == town:
                        said.add(town)
        return frozenset(said)
