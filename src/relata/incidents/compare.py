"""Comparing two events: what speaks for one happening and what against, each with a sentence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from relata.incidents import nearness, telling
from relata.incidents.evidence import Evidence
from relata.incidents.views import EventView
from relata.model import DateInterval, Place

SOFTENED = frozenset({"place", "type", "killed", "wounded", "target", "victim", "actor"})
ELSEWHERE = frozenset({"same country", "apart", "different country"})
"""Outcomes for places that are not one; where a report names the other's town all the same, one may be misread."""
DAYS_APART = 7
"""Days between two dates up to which one of them may be a weekday misread."""
NEWS_DAYS = 3
MONTH_DAYS = 31


def compare(one: EventView, other: EventView, day: Evidence | None = None) -> tuple[Evidence, ...]:
    """Everything that can be compared between two events; what neither says is left out. Symmetric but for wording.

    Args:
        one: an event.
        other: another one.
        day: what :func:`compare_dates` has found of them, where that is known already.
    """
    if other.id < one.id:
        one, other = other, one
    words = telling.words(one, other)
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
        telling.passage(one, other),
        telling.names(one, other),
        telling.headline(one, other),
    ]
    said = (evidence for evidence in found if evidence is not None)
    if words.value not in telling.ALIKE:
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
        if value == "different":
            value = _apart(one, other)
        return Evidence("date", value, lambda: f"{_dates(one.days)} and {_dates(other.days)}")
    if one.days or other.days:
        dated, undated = (one, other) if one.days else (other, one)
        return _against_publication(dated, undated)
    value = _published_apart(one.published, other.published)
    return Evidence("date", value, lambda: f"neither gives a date; published {one.published} and {other.published}")


def _apart(one: EventView, other: EventView) -> str:
    """How two events stand whose dates share no day."""
    gaps = [
        (max(a.start, b.start) - min(a.end, b.end), a.start > b.start)
        for a in one.days
        for b in other.days
        if a.year_known and b.year_known
    ]
    if not gaps:
        return "different"
    gap, first_later = min(gaps)
    later = one if first_later else other
    if later.aftermath and one.report != other.report:
        return "told later"
    return "days apart" if gap.days <= DAYS_APART else "different"


def _against_publication(dated: EventView, undated: EventView) -> Evidence:
    def detail() -> str:
        return f"{_dates(dated.days)}; the other gives no date and was published {undated.published}"

    known = [day for day in dated.days if day.year_known and day.days <= MONTH_DAYS]
    if undated.published is None or not known:
        return Evidence("date", "one unknown", detail)
    gap = max(nearness.gap_days(day, undated.published) for day in known)
    if gap < -1:
        return Evidence("date", "after publication, told later" if dated.aftermath else "after publication", detail)
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

    told = not one.towns.isdisjoint(other.told) or not other.towns.isdisjoint(one.told)
    if one.places and other.places:
        value = nearness.places(one.places, other.places)
        if value == "same" and not one.often.isdisjoint(other.often):
            value = "same, often in the news"
        elif told and value == "inside":
            value = "inside, told"
        elif told and value in ELSEWHERE:
            value = "put elsewhere, told"
        return Evidence("place", value, detail)
    if not one.places and not other.places:
        return Evidence("place", "unknown", detail)
    return Evidence("place", "one unknown, told" if told else "one unknown", detail)


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


def _dates(days: tuple[DateInterval, ...]) -> str:
    return " or ".join(f"{day.start}" if day.days == 1 else f"{day.start} to {day.end}" for day in days[:3])


def _places(places: tuple[Place, ...]) -> str:
    return " or ".join(place.name for place in places[:3]) or "no place"
