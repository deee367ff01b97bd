"""Comparing how two reports tell of their events: words, names, headlines, passages that are the same."""

from __future__ import annotations

from collections.abc import Mapping

from relata.incidents.copies import containment
from relata.incidents.evidence import Evidence
from relata.incidents.views import EventView
from relata.incidents.words import likeness, most_telling

SAME_PASSAGE = 0.5
"""Share of the five-word runs around the triggers from which on the passage is the same one, copied."""
LIKENESS = ((0.3, "very alike"), (0.2, "much alike"), (0.12, "alike"), (0.07, "somewhat alike"), (0.03, "hardly alike"))
"""From which cosine on two texts are how alike. Measured on benchmark gva (1,731 reports): among pairs published within
three days of each other and with nothing else known, 0.05 to 0.1 is one happening in three, 0.1 to 0.15 in six cases of
seven, above 0.15 in nineteen of twenty."""
ALIKE = frozenset({"alike", "much alike", "very alike"})
"""How alike two texts are when they tell one story: what they name differently then weighs less."""
ENOUGH_WORDS = 20
"""Rare words from which on it says something that two texts share none."""
FEW_WORDS = 3
"""Fewer shared words than this make no two texts alike, however short these are."""
NAMES = ((30.0, "many"), (12.0, "several"), (4.0, "few"))
"""From which summed rarity on how many full names are shared; one name of two reports in a thousand counts 6."""
ENOUGH_NAMES = 4
"""Names known to other reports from which on it says something that two texts share none."""
HEADLINE = ((10.0, "alike"), (4.0, "somewhat alike"))


def words(one: EventView, other: EventView) -> Evidence:
    """How alike the parts of two texts are that tell of the two events."""
    places = _place_words(one, other)
    cosine = likeness(one.words, other.words, places)
    rated = min(len(one.words), len(other.words)) >= ENOUGH_WORDS and one.rated and other.rated
    value = next((name for least, name in LIKENESS if cosine >= least), "unlike" if rated else "too little")
    if value in ALIKE and one.rated and len(_common(one.words, other.words).keys() - places) < FEW_WORDS:
        value = "hardly alike"

    def detail() -> str:
        shared = ", ".join(most_telling(one.words, other.words, places)) or "nothing rare"
        return f"likeness {cosine:.2f}: they share {shared}"

    return Evidence("words", value, detail)


def _place_words(one: EventView, other: EventView) -> frozenset[str]:
    """The words of the places that both name: they are compared as places."""
    towns = (one.towns & other.told) | (other.towns & one.told)
    return (one.place_words & other.place_words) | {word for town in towns for word in town.split()}


def names(one: EventView, other: EventView) -> Evidence | None:
    """Full names that both reports give. None where one names hardly anybody, or both events are of one report."""
    if one.report == other.report or not one.rated:
        return None
    shared = _common(one.names, other.names)
    total = sum(sorted(shared.values()))
    value = next((name for least, name in NAMES if total >= least), "none")
    if value == "none" and min(len(one.names), len(other.names)) < ENOUGH_NAMES:
        return None

    def detail() -> str:
        ranked = sorted(shared, key=lambda name: (-shared[name], name))
        return f"both name {', '.join(name.title() for name in ranked[:4])}" if ranked else "they share no name"

    return Evidence("names", value, detail)


def headline(one: EventView, other: EventView) -> Evidence | None:
    """Rare words that both headlines hold. None where a report has no headline, or both events are of one report."""
    if one.report == other.report or not one.rated or not one.headline or not other.headline:
        return None
    shared = _common(one.headline, other.headline)
    total = sum(sorted(shared.values()))
    value = next((name for least, name in HEADLINE if total >= least), "unlike")
    return Evidence("headline", value, lambda: f"both headlines say {', '.join(sorted(shared)) or 'nothing rare'}")


def _common(one: Mapping[str, float], other: Mapping[str, float]) -> dict[str, float]:
    small, large = (one, other) if len(one) <= len(other) else (other, one)
    return {word: weight for word, weight in small.items() if word in large}


def passage(one: EventView, other: EventView) -> Evidence | None:
    """Words around both events that are copied; None where they are not."""
    if one.report == other.report:
        return None
    share = containment(one.passage, other.passage)
    if share < SAME_PASSAGE:
        return None
    return Evidence("passage", "same", lambda: f"{share:.0%} of the words around it are the same run for run")
