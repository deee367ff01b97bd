"""Comparing two events: what speaks for one happening and what against, each with a sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from relata.incidents import nearness
from relata.incidents.copies import containment
from relata.incidents.views import EventView
from relata.incidents.words import likeness, most_telling
from relata.model import DateInterval, Place

SAME_PASSAGE = 0.5
"""Share of the five-word runs around the triggers from which on the passage is the same one, copied."""
LIKENESS = ((0.3, "very alike"), (0.2, "much alike"), (0.12, "alike"), (0.07, "somewhat alike"), (0.03, "hardly alike"))
"""From which cosine on two texts are how alike. Measured on benchmark gva (1,731 reports): among pairs published within
three days of each other and with nothing else known, 0.05 to 0.1 is one happening in three, 0.1 to 0.15 in six cases of
seven, above 0.15 in nineteen of twenty."""
ALIKE = frozenset({"alike", "much alike", "very alike"})
"""How alike two texts are when they tell one story: what they name differently then weighs less."""
SOFTENED = frozenset({"place", "type", "killed", "wounded", "target", "victim", "actor"})
ENOUGH_WORDS = 20
"""Rare words from which on it says something that two texts share none."""
NEWS_DAYS = 3
MONTH_DAYS = 31


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that speaks for or against two events being one.

    Attributes:
        feature: what was compared ("date").
        value: how it came out, one word of the table in :mod:`relata.incidents.score` ("same day").
        tell: gives ``detail``. Most pairs are never shown to anybody: their words are made when they are asked for.
        softened: whether the texts are so alike that what speaks against one happening counts less.
    """

    feature: str
    value: str
    tell: Callable[[], str] = field(repr=False, compare=False)
    softened: bool = False

    @property
    def detail(self) -> str:
        """A sentence with the two values."""
        return self.tell()


def compare(one: EventView, other: EventView, day: Evidence | None = None) -> tuple[Evidence, ...]:
    """Everything that can be compared between two events; what neither says is left out. Symmetric but for wording.

    Args:
        one: an event.
        other: another one.
        day: what :func:`compare_dates` has found of them, where that is known already.
    """
    if other.id < one.id:
        one, other = other, one
    words = _words(one, other)
    found = [
        _report(one, other),
        day or compare_dates(one, other),
        _place(one, other),
        _type(one, other),
        _toll(one, other, "killed"),
        _toll(one, other, "wounded"),
        _named(one.targets, other.targets, "target"),
        _named(one.victims, other.victims, "victim"),
        _named(one.actors, other.actors, "actor"),
        words,
        _passage(one, other),
    ]
    said = (evidence for evidence in found if evidence is not None)
    if words.value not in ALIKE:
        return tuple(said)
    return tuple(replace(evidence, softened=evidence.feature in SOFTENED) for evidence in said)


def _report(one: EventView, other: EventView) -> Evidence | None:
    if one.report != other.report:
        return None
    clearly = (
        one.days
        and other.days
        and one.places
        and other.places
        and nearness.dates(one.days, other.days) == "same day"
        and nearness.places(one.places, other.places) in ("same site", "same")
        and nearness.kinds(one.event.type, other.event.type) in ("same", "same family")
        and nearness.tolls(one.killed, other.killed) in (None, "agree", "agree small")
        and nearness.tolls(one.wounded, other.wounded) in (None, "agree", "agree small")
        and (one.aims <= other.aims or other.aims <= one.aims)
    )
    if clearly:
        return Evidence("report", "repeated", lambda: "one report tells both, with the same day, place and kind")
    return Evidence("report", "told apart", lambda: "one report tells them as two")


def compare_dates(one: EventView, other: EventView) -> Evidence:
    """How the dates of two events go together, or those of their publication. Symmetric but for wording."""
    if one.days and other.days:
        value = nearness.dates(one.days, other.days)
        return Evidence("date", value, lambda: f"{_dates(one.days)} and {_dates(other.days)}")
    if one.days or other.days:
        dated, undated = (one, other) if one.days else (other, one)
        return _against_publication(dated, undated)
    value = _published_apart(one.published, other.published)
    return Evidence("date", value, lambda: f"neither gives a date; published {one.published} and {other.published}")


def _against_publication(dated: EventView, undated: EventView) -> Evidence:
    def detail() -> str:
        return f"{_dates(dated.days)}; the other gives no date and was published {undated.published}"

    known = [day for day in dated.days if day.year_known and day.days <= MONTH_DAYS]
    if undated.published is None or not known:
        return Evidence("date", "one unknown", detail)
    gap = max(nearness.gap_days(day, undated.published) for day in known)
    if gap < -1:
        return Evidence("date", "after publication", detail)
    if undated.event.realis == "background":
        return Evidence("date", "one unknown", detail)
    if gap <= NEWS_DAYS:
        return Evidence("date", "published just after", detail)
    return Evidence("date", "published weeks after" if gap <= MONTH_DAYS else "published long after", detail)


def _published_apart(one: date | None, other: date | None) -> str:
    if one is None or other is None:
        return "unknown"
    gap = abs((one - other).days)
    return "published together" if gap <= NEWS_DAYS else "published near" if gap <= MONTH_DAYS else "published apart"


def _place(one: EventView, other: EventView) -> Evidence:
    def detail() -> str:
        return f"{_places(one.places)} and {_places(other.places)}"

    if one.places and other.places:
        return Evidence("place", nearness.places(one.places, other.places), detail)
    return Evidence("place", "one unknown" if one.places or other.places else "unknown", detail)


def _type(one: EventView, other: EventView) -> Evidence:
    value = nearness.kinds(one.event.type, other.event.type)
    return Evidence("type", value, lambda: f"{one.event.type} and {other.event.type}")


def _toll(one: EventView, other: EventView, feature: str) -> Evidence | None:
    first, second = (one.killed, other.killed) if feature == "killed" else (one.wounded, other.wounded)
    value = nearness.tolls(first, second)
    if value is None:
        return None

    def detail() -> str:
        words = " and ".join(", ".join(count.words for count in counts) for counts in (first, second))
        return f"{feature}: {words}"

    return Evidence(feature, value, detail)


def _named(one: frozenset[str], other: frozenset[str], feature: str) -> Evidence | None:
    if not one or not other:
        return None
    if not one.isdisjoint(other):
        return Evidence(feature, "shared", lambda: f"both name {', '.join(sorted(one & other)[:4])}")
    return Evidence(feature, "different", lambda: f"{', '.join(sorted(one)[:4])} and {', '.join(sorted(other)[:4])}")


def _words(one: EventView, other: EventView) -> Evidence:
    places = one.place_words & other.place_words
    cosine = likeness(one.words, other.words, places)
    rated = min(len(one.words), len(other.words)) >= ENOUGH_WORDS and one.rated and other.rated
    value = next((name for least, name in LIKENESS if cosine >= least), "unlike" if rated else "too little")

    def detail() -> str:
        shared = ", ".join(most_telling(one.words, other.words, places)) or "nothing rare"
        return f"likeness {cosine:.2f}: they share {shared}"

    return Evidence("words", value, detail)


def _passage(one: EventView, other: EventView) -> Evidence | None:
    if one.report == other.report:
        return None
    share = containment(one.passage, other.passage)
    if share < SAME_PASSAGE:
        return None
    return Evidence("passage", "same", lambda: f"{share:.0%} of the words around it are the same run for run")


def _dates(days: tuple[DateInterval, ...]) -> str:
    return " or ".join(f"{day.start}" if day.days == 1 else f"{day.start} to {day.end}" for day in days[:3])


def _places(places: tuple[Place, ...]) -> str:
    return " or ".join(place.name for place in places[:3]) or "no place"
