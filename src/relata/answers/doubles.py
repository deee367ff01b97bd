"""Which incidents of an answer may be one event that was not joined, so that no sum counts it twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from relata.incidents import nearness
from relata.model import FINENESS, Count, Incident

CLOSE_DATES = frozenset({"same day", "next day", "same week"})
CLOSE_PLACES = frozenset({"same site", "same", "near", "inside"})
FINE = FINENESS["district"]
"""Places up to this precision can be compared; a province or country holds many events of a day."""
LIKE_TOLLS = frozenset({"agree", "agree small", "nearly agree", "close"})


def doubles(incidents: Sequence[Incident]) -> dict[str, str]:
    """Incidents that may be told of once more by another one: their id → the id of that one, the better told.

    An incident of most reports goes first, of these the one with the finest place. Every other one is compared with
    those alone that are no doubles themselves: nothing is chained through a third.
    """
    found: dict[str, str] = {}
    by_span = _Calendar()
    for incident in sorted(incidents, key=_best_told):
        if incident.date is None:
            continue
        near = by_span.near(incident)
        head = next((other for other in near if may_be_one(incident, other)), None)
        if head is None:
            by_span.add(incident)
        else:
            found[incident.id] = head.id
    return found


def may_be_one(one: Incident, other: Incident) -> bool:
    """Whether two incidents may be one event, by what is known of them now.

    Never where a report tells of both, for it tells them apart, or an analyst does. Else days, places, kinds and
    doers must go together, and the dead not be far apart; where place or day is vague, doer and dead must be the same.
    """
    if set(one.reports) & set(other.reports) or _called_different(one, other):
        return False
    if one.date is None or other.date is None:
        return False
    if nearness.kinds(one.type, other.type) == "different":
        return False
    doers, others = _doers(one), _doers(other)
    if doers and others and not doers & others:
        return False
    days = nearness.dates([one.date], [other.date])
    if days == "different":
        return False
    where = nearness.places([one.place], [other.place]) if one.place and other.place else "same country"
    if where in ("apart", "different country"):
        return False
    dead = nearness.tolls(_counts(one), _counts(other))
    if dead == "far apart":
        return False
    exact = all(told.place and FINENESS[told.place.precision] <= FINE for told in (one, other))
    if days in CLOSE_DATES and where in CLOSE_PLACES and exact:
        return True
    alike = dead in LIKE_TOLLS and bool(doers & others)
    return alike and (days in CLOSE_DATES or where in ("same site", "same"))


def _called_different(one: Incident, other: Incident) -> bool:
    """Whether a decision that is in effect tells their events apart; each incident carries those about its own."""
    return any(
        ruling.kind == "different" and ruling.in_effect and not set(ruling.subjects).isdisjoint(other.events)
        for ruling in one.decisions
    )


def _doers(incident: Incident) -> set[str]:
    return {row.actor.id for row in incident.responsible if row.status != "denied"}


def _counts(incident: Incident) -> list[Count]:
    number = incident.killed.figure if incident.killed else None
    return [] if number is None else [Count(number, number, str(number))]


def _best_told(incident: Incident) -> tuple[int, int, str]:
    fineness = FINENESS[incident.place.precision] if incident.place else len(FINENESS)
    return -incident.corroboration.reports, fineness, incident.id


class _Calendar:
    """Incidents by the months that they may lie in, so that only such of neighbouring days are compared."""

    def __init__(self) -> None:
        self._by_month: dict[tuple[int, int], list[Incident]] = {}

    def add(self, incident: Incident) -> None:
        """Keep one under each of its months."""
        for month in _months(incident, slack=0):
            self._by_month.setdefault(month, []).append(incident)

    def near(self, incident: Incident) -> list[Incident]:
        """Those kept in months that meet its own, a day's slack allowed, in the order in which they came."""
        found: Mapping[str, Incident] = {
            other.id: other for month in _months(incident, slack=1) for other in self._by_month.get(month, ())
        }
        return sorted(found.values(), key=_best_told)


def _months(incident: Incident, *, slack: int) -> list[tuple[int, int]]:
    assert incident.date is not None
    months = []
    for reading in incident.date.readings():
        first, last = _moved(reading.start, -slack), _moved(reading.end, slack)
        start, end = first.year * 12 + first.month, last.year * 12 + last.month
        months += [divmod(number, 12) for number in range(start, end + 1)]
    return sorted(set(months))


def _moved(day: date, days: int) -> date:
    """``day`` moved by some days, as far as the calendar reaches."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day
