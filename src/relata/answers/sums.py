"""Numbers of people added up over incidents, each with its low, best and high."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from relata.model import COUNT_ATTRIBUTES, Incident, Toll

Counting = Literal["killed", "wounded", "missing", "abducted", "arrested", "incidents"]
COUNTINGS: tuple[Counting, ...] = get_args(Counting)
"""What can be counted: people of each toll, or the incidents themselves."""


@dataclass(frozen=True, slots=True)
class Total:
    """A sum over incidents.

    Attributes:
        low: the fewest.
        best: by the best figure of each incident.
        high: the most, or None where an incident under it has no upper end.
        high_known: what is known of the high: equal to ``high`` unless that is open.
        incidents: how many incidents are counted.
        silent: of how many among them nobody gives a number.
        open_ended: of how many the toll has no upper end.
    """

    low: int = 0
    best: int = 0
    high: int | None = 0
    high_known: int = 0
    incidents: int = 0
    silent: int = 0
    open_ended: int = 0


def figure(incident: Incident, what: Counting) -> Toll | None:
    """What one incident adds to a sum of ``what``: itself where incidents are counted; None without a figure."""
    if what == "incidents":
        return Toll(1, 1, 1)
    assert what in COUNT_ATTRIBUTES
    found: Toll | None = getattr(incident, what)
    return None if found is None or found.figure is None else found


def total(sure: Iterable[Incident], what: Counting, perhaps: Iterable[Incident] = ()) -> Total:
    """The sum over incidents.

    Where a toll has no best, its low stands for it, else its high; where it has no low, it adds nothing to the low.

    Args:
        sure: incidents counted in low, best and high.
        what: what to count.
        perhaps: incidents that count in the high alone.
    """
    low = best = high = silent = open_ended = incidents = 0
    for incident in sure:
        incidents += 1
        toll = figure(incident, what)
        if toll is None:
            silent += 1
            continue
        middle = toll.figure or 0
        best += middle
        low += min(toll.low or 0, middle)
        high += max(middle, toll.high or 0)
        open_ended += toll.high is None
    for incident in perhaps:
        toll = figure(incident, what)
        if toll is not None:
            high += max(toll.figure or 0, toll.high or 0)
            open_ended += toll.high is None
    return Total(low, best, None if open_ended else high, high, incidents, silent, open_ended)
