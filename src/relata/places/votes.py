"""How the names of one text decide among their bearers together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import exp, log10

from relata.places.gazetteer import Candidate, CandidateKind

ROUNDS = 3
"""Rounds in which names learn from the others' leanings; more changed nothing measurable."""


@dataclass(slots=True)
class Name:
    """One name of a text and what the words beside it say.

    Attributes:
        key: name, container and kind words: what makes it one question.
        base: the folded name.
        holder: folded name of what is said to hold it, or "".
        kinds: kinds of candidate that the word beside it admits; empty for all.
        bearers: who bears the name.
        guessed: whether they bear it only under another transliteration.
        home: code of the country whose demonym stands before it ("the Nigerian town of"), or "".
        members: numbers of the toponyms that ask it.
    """

    key: str
    base: str
    holder: str
    kinds: frozenset[str]
    bearers: tuple[Candidate, ...]
    guessed: bool = False
    home: str = ""
    members: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Weights:
    """What counts how much; set on news with marked toponyms (benchmarks/geo.py).

    Attributes:
        size: each tenfold of inhabitants.
        capital: for the capital of a country.
        other_name: where the name is only an alternative one.
        seat: for a district with a namesake city, or a unit whose namesake city holds much of its people: the city
            is meant.
        said_kind: where the word beside it fits the kind.
        held: where the place said to hold it holds it.
        country: for a country that other names, peoples or hints speak for.
        unit: for a first-level unit that other names speak for.
        near: for other names within some hundred kilometres.
    """

    size: float = 1.0
    capital: float = 1.5
    other_name: float = -1.2
    seat: float = -2.5
    said_kind: float = 4.0
    held: float = 8.0
    country: float = 1.6
    unit: float = 2.0
    near: float = 1.5


KIND_START: dict[CandidateKind, float] = {
    "country": 4.0,
    "admin1": 1.5,
    "admin2": -0.5,
    "city": 0.0,
    "region": 7.0,
    "group": 8.0,
    "site": 6.0,
}
"""Head start by kind: a country is meant before its namesakes; regions and sites have no population to count."""
WEIGHTS = Weights()
CELL = 1.0
"""Side in degrees of the cells in which names are near each other, a cell and its eight neighbours counting."""

Ranked = list[tuple[float, Candidate, str]]


def weigh(names: Sequence[Name], hints: Mapping[str, float], weights: Weights = WEIGHTS) -> dict[str, Ranked]:
    """Key of each name → its bearers with score and reason, best first."""
    by_base: dict[str, list[Name]] = {}
    for name in names:
        by_base.setdefault(name.base, []).append(name)
    own = {
        name.key: [_own_score(name, place, by_base.get(name.holder, ()), weights) for place in name.bearers]
        for name in names
    }
    scores = {key: [value for value, _ in rows] for key, rows in own.items()}
    support: dict[str, list[tuple[float, str]]] = {name.key: [(0.0, "")] * len(name.bearers) for name in names}
    for _ in range(ROUNDS):
        tally = Tally(names, scores)
        for name in names:
            rows = [tally.support(name, place, hints, weights) for place in name.bearers]
            support[name.key] = rows
        scores = {
            name.key: [value + more for (value, _), (more, _) in zip(own[name.key], support[name.key], strict=True)]
            for name in names
        }
    ranked: dict[str, Ranked] = {}
    for name in names:
        entries = [
            (scores[name.key][number], place, own[name.key][number][1] or support[name.key][number][1] or "the largest")
            for number, place in enumerate(name.bearers)
        ]
        ranked[name.key] = sorted(entries, key=lambda row: (-row[0], row[1].kind, row[1].id))
    return ranked


def _own_score(name: Name, place: Candidate, holders: Sequence[Name], weights: Weights) -> tuple[float, str]:
    """What size and the words beside the name give, and the reason if it is in the words."""
    score = weights.size * log10(place.population + 100) + KIND_START[place.kind]
    why = ""
    if place.capital:
        score += weights.capital
    if place.other_name and place.kind != "country":
        score += weights.other_name
    if not name.kinds and _named_for_seat(name, place):
        score += weights.seat
    if name.kinds:
        fits = place.kind in name.kinds
        score += weights.said_kind if fits else -weights.said_kind / 2
        why = "the word beside it says so" if fits else ""
    if name.home and place.country == name.home and place.kind != "country":
        score += weights.held / 2
        why = why or f"the word before it speaks of {name.home}"
    for other in holders:
        if any(holds(place, big) for big in other.bearers):
            return score + weights.held, f"it is said to lie in {other.bearers[0].name}"
    return score, why


SEAT_SHARE = 0.25
"""Share of a unit's people from which its namesake city is what the bare name means (Kabul, not Balkh)."""


def _named_for_seat(name: Name, unit: Candidate) -> bool:
    """Whether a bare name means a city rather than the unit of the same name around it."""
    if unit.kind not in ("admin1", "admin2"):
        return False
    return any(
        place.kind == "city"
        and place.country == unit.country
        and (place.admin1 == unit.admin1 or place.capital)
        and (unit.kind == "admin2" or place.population >= SEAT_SHARE * unit.population)
        for place in name.bearers
    )


def spoken_countries(
    names: Sequence[Name], ranked: Mapping[str, Ranked], hints: Mapping[str, float]
) -> dict[str, float]:
    """Country → how much the text speaks of it.

    1 and more for each country, unit or large city surely named, ``SMALL_VOICE`` for any other place, and the hints.
    """
    found = dict(hints)
    heard: set[tuple[str, str]] = set()
    for name in names:
        if ranked[name.key] and not name.guessed and (name.base, ranked[name.key][0][1].id) not in heard:
            heard.add((name.base, ranked[name.key][0][1].id))
            chosen = ranked[name.key][0][1]
            sure = chosen.kind in ("country", "admin1") or chosen.population >= SURE
            if chosen.country:
                again = min(MOST_AGAIN, AGAIN * (len(name.members) - 1))
                found[chosen.country] = found.get(chosen.country, 0.0) + (1.0 + again if sure else SMALL_VOICE)
    return found


AGAIN, MOST_AGAIN = 0.5, 1.0
"""What each further mention of the same country, unit or large city adds, and what all together add at most."""
SMALL_VOICE = 0.3
"""How much a small place speaks of its country: one could be a namesake, two and more hardly."""
HEARD = 0.5
"""From so much a text speaks of a country at all."""
SURE = 200_000
"""Inhabitants from which a city by itself shows what country a text speaks of."""


def holds(small: Candidate, big: Candidate) -> bool:
    """Whether a country or unit contains a place."""
    if small.country != big.country or not big.country or small.id == big.id:
        return False
    if big.kind == "country":
        return small.kind != "country"
    if big.kind == "admin1":
        return small.admin1 == big.admin1 and small.kind not in ("admin1", "country")
    if big.kind == "admin2":
        return (
            small.admin1 == big.admin1
            and bool(small.admin2)
            and (small.admin2 in (big.name, big.admin2) or small.admin2.startswith(f"{big.name} "))
            and small.kind == "city"
        )
    return big.kind == "region" and abs(small.lat - big.lat) < 4 and abs(small.lon - big.lon) < 5


class Tally:
    """Leanings of all names, summed by country, by first-level unit and by cell; each name's own can be left out."""

    def __init__(self, names: Sequence[Name], scores: Mapping[str, Sequence[float]]) -> None:
        self.country: dict[str, float] = {}
        self.unit: dict[tuple[str, str], float] = {}
        self.cell: dict[tuple[int, int], float] = {}
        self.share: dict[str, list[float]] = {}
        self.own: dict[str, dict[object, float]] = {}
        for name in names:
            shares = _shares(scores[name.key])
            self.share[name.key] = shares
            own = self.own.setdefault(name.base, {})
            for place, share in zip(name.bearers, shares, strict=True):
                for table, key, part in self._entries(place, share):
                    table[key] = table.get(key, 0.0) + part
                    own[key] = own.get(key, 0.0) + part

    def _entries(self, place: Candidate, share: float) -> Iterator[tuple[dict[object, float], object, float]]:
        if share < 0.01:
            return
        if place.country:
            yield self.country, place.country, share  # type: ignore[misc] # keys of the three tables never meet
        if place.admin1:
            yield self.unit, (place.country, place.admin1), share  # type: ignore[misc] # as above
        if place.kind in ("city", "admin2", "site"):
            yield self.cell, _cell(place), share  # type: ignore[misc] # as above

    def support(self, name: Name, place: Candidate, hints: Mapping[str, float], weights: Weights) -> tuple[float, str]:
        """What the other names and the hints add for one bearer, and the strongest reason."""
        own = self.own[name.base]
        country = self.country.get(place.country, 0.0) - own.get(place.country, 0.0) + hints.get(place.country, 0.0)
        unit_key = (place.country, place.admin1)
        unit = self.unit.get(unit_key, 0.0) - own.get(unit_key, 0.0) if place.admin1 else 0.0
        near = 0.0
        if place.kind in ("city", "admin2", "site"):
            row, column = _cell(place)
            for cell in [(row + down, column + right) for down in (-1, 0, 1) for right in (-1, 0, 1)]:
                near += self.cell.get(cell, 0.0) - own.get(cell, 0.0)
        parts = [
            (weights.near * _damped(near), "other places named lie near it"),
            (weights.unit * _damped(unit), f"other places named lie in {place.admin1}"),
            (weights.country * _damped(country) if place.country else 0.0, f"the text speaks of {place.country}"),
        ]
        best = max(parts, key=lambda part: part[0])
        return sum(value for value, _ in parts), best[1] if best[0] > 0.5 else ""


def _damped(votes: float) -> float:
    """Votes count less and less: the second half as much as the first. 0 to about 2.5."""
    return min(2.5, log10(1 + 3 * max(0.0, votes)) * 1.66)


def _shares(scores: Sequence[float]) -> list[float]:
    """How a name leans among its bearers, summing to 1. Source: softmax."""
    if not scores:
        return []
    top = max(scores)
    powers = [exp(score - top) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]


def _cell(place: Candidate) -> tuple[int, int]:
    return int(place.lat // CELL), int(place.lon // CELL)
