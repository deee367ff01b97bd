"""Which events become incidents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from relata.model import Claim, Count, DateInterval, Event, Place

KEPT = frozenset({"actual", "background", "denied"})
"""Realis of the events that can become incidents. Plans, threats, suppositions and habits never do, and totals only
where :func:`becoming_incidents` finds them bounded."""
BOUNDED_DAYS = 2
"""Several attacks that a report counts as one are an incident where they fell on one day or in one night."""
FEW = 100
"""No more people are harmed in attacks that nothing dates and nothing else is told of: more are a war's sum."""


def becoming_incidents(events: Iterable[Event], claims_of: Mapping[str, Sequence[Claim]]) -> dict[str, Event]:
    """The events that become incidents, by id.

    Those do that are told as one, and several attacks told together where people were harmed on one day ("three
    shootings on Sunday"). A sum over weeks or years is none, and one that nothing dates only where its report tells of
    nothing else ("three soldiers were killed in attacks in Arish"): then it is what the report reports.

    Args:
        events: events of any reports.
        claims_of: id of an event → the claims about it.
    """
    known = {event.id: event for event in events}
    telling = {event.report for event in known.values() if event.realis in KEPT}
    return {
        id_: event
        for id_, event in known.items()
        if event.realis in KEPT
        or (event.realis == "aggregate" and _is_bounded(claims_of.get(id_, ()), event.report not in telling))
    }


def _is_bounded(claims: Sequence[Claim], alone: bool) -> bool:
    days = [claim.value for claim in claims if claim.attribute == "date" and isinstance(claim.value, DateInterval)]
    counts = [claim.value for claim in claims if isinstance(claim.value, Count)]
    if days:
        return bool(counts) and all(day.year_known and day.days <= BOUNDED_DAYS for day in days)
    few = any(0 < (count.low or 0) <= FEW and (count.high or 0) <= FEW for count in counts)
    return alone and few and any(isinstance(claim.value, Place) for claim in claims)
