"""How many were killed, wounded, abducted …: sums over incidents that count no event twice, by printed rules."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from relata.answers.doubles import doubles
from relata.answers.sums import Counting, Total, total
from relata.incidents.rules import Rule
from relata.incidents.standing import CONTESTED_EVENT
from relata.model import Incident, Realis

RULES = (
    Rule(
        "sum",
        "A sum adds up the low, the best and the high of each incident. Where a toll has no best, its low stands for "
        "it, else its high; where it has no low, it adds nothing to the low; where one has no upper end, the sum has "
        "none. Incidents of which nobody gives a number add nothing, and their number is told.",
        "UCDP GED: sums of low, best and high estimates of its events.",
    ),
    Rule(
        "perhaps the same",
        "An incident that may be one with another of the same answer counts in the high alone: their days, places, "
        "kinds and doers go together and their dead are not far apart, and no report and no analyst tells them apart. "
        "The better told of the two counts.",
    ),
    Rule(
        "perhaps another time",
        "An incident whose days only reach into the time asked for, or whose year is open, counts in the high alone.",
    ),
    Rule(
        "aggregate",
        "An incident told of only as a total (three bombs on Monday) counts in the high alone where another incident "
        "of the answer falls on its days, in its country or in none.",
        "UCDP GED keeps summary events apart by event clarity 2.",
    ),
    Rule(
        "denied",
        "Where a doer is asked for, incidents of which that doer is denied to be the doer, or is disputed, are left "
        "out and told apart, unless that status is asked for.",
        "Departs from GTD, which names one perpetrator and lists the others as competing claims.",
    ),
    Rule(
        "contested",
        "An incident that one holder says happened and another denies is left out and told apart, unless contested "
        "ones are asked for.",
        "Airwars keeps contested events out of its confirmed and fair totals.",
    ),
)

Group = Literal["year", "month", "country", "actor", "type", "status", "standing"]
GROUPS: tuple[Group, ...] = get_args(Group)
Part = Literal["counted", "perhaps the same", "perhaps another time", "aggregate", "disputed", "denied", "contested"]
HIGH_ALONE: tuple[Part, ...] = ("perhaps the same", "perhaps another time", "aggregate")
LEFT_OUT: tuple[Part, ...] = ("disputed", "denied", "contested")


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the incidents were chosen by, as far as it decides what counts.

    Attributes:
        actors: ids of the doers asked for; empty where none was.
        since: first day, ISO, or None.
        until: last day, ISO, or None.
        status: the status asked for, or None.
        standing: the standing asked for, or None.
    """

    actors: frozenset[str] = frozenset()
    since: str | None = None
    until: str | None = None
    status: str | None = None
    standing: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One incident under an answer.

    Attributes:
        incident: the incident.
        part: whether it is counted, counts in the high alone, or is left out, by the rule of that name.
        of: id of the incident that it may be one with, for "perhaps the same".
    """

    incident: Incident
    part: Part
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """The sum of one year, country, doer …; ``name`` is None where the incidents have none."""

    name: str | None
    total: Total


@dataclass(frozen=True, slots=True)
class Answer:
    """A number with everything it rests on.

    Attributes:
        what: what was counted.
        total: the sum.
        entries: every incident that meets the question, by date and id, with the part it has in the sum.
        by: what the rows go by, or None.
        rows: the sum of each. An incident with two doers stands in the rows of both, and once in ``total``.
        apart: the sum of each part that is left out.
    """

    what: Counting
    total: Total
    entries: tuple[Entry, ...]
    by: Group | None
    rows: tuple[Row, ...]
    apart: tuple[Row, ...]


def count(
    incidents: Sequence[Incident],
    what: Counting = "killed",
    *,
    asked: Chosen | None = None,
    realis: Mapping[str, Realis] | None = None,
    by: Group | None = None,
) -> Answer:
    """Add up what the incidents say, no event twice; by ``RULES``, which docs/rules.md prints.

    Args:
        incidents: those that meet the question, each once, by date and id.
        what: what to count.
        asked: by what they were chosen.
        realis: standing of each of their events in its report's words, by id.
        by: rows to make.
    """
    asked = asked or Chosen()
    parts = {incident.id: _left_out(incident, asked) for incident in incidents}
    kept = [incident for incident in incidents if parts[incident.id] is None]
    for incident in kept:
        if not _within(incident, asked):
            parts[incident.id] = "perhaps another time"
    sure = [incident for incident in kept if parts[incident.id] is None]
    for incident in _aggregates(sure, realis or {}):
        parts[incident.id] = "aggregate"
    sure = [incident for incident in sure if parts[incident.id] is None]
    twice = doubles(sure)
    entries = tuple(
        Entry(one, "perhaps the same" if one.id in twice else parts[one.id] or "counted", twice.get(one.id))
        for one in incidents
    )
    apart = tuple(
        Row(part, total([e.incident for e in entries if e.part == part], what))
        for part in LEFT_OUT
        if any(entry.part == part for entry in entries)
    )
    return Answer(what, _sum(entries, what), entries, by, _rows(entries, what, by, asked) if by else (), apart)


def _sum(entries: Iterable[Entry], what: Counting) -> Total:
    sure, perhaps = [], []
    for entry in entries:
        if entry.part == "counted":
            sure.append(entry.incident)
        elif entry.part in HIGH_ALONE:
            perhaps.append(entry.incident)
    return total(sure, what, perhaps)


def _left_out(incident: Incident, asked: Chosen) -> Part | None:
    if asked.actors and asked.status not in LEFT_OUT:
        statuses = {row.status for row in incident.responsible if row.actor.id in asked.actors}
        if statuses and statuses <= {"denied", "disputed"}:
            return "disputed" if "disputed" in statuses else "denied"
    contested = incident.standing_rule == CONTESTED_EVENT.key
    return "contested" if contested and asked.standing != "contested" else None


def _within(incident: Incident, asked: Chosen) -> bool:
    """Whether all its days lie in the time asked for."""
    if asked.since is None and asked.until is None:
        return True
    if incident.date is None:
        return False
    return all(
        (asked.since is None or reading.start >= date.fromisoformat(asked.since))
        and (asked.until is None or reading.end <= date.fromisoformat(asked.until))
        for reading in incident.date.readings()
    )


def _aggregates(incidents: Sequence[Incident], realis: Mapping[str, Realis]) -> list[Incident]:
    """Those told of only as totals, beside another incident on their days and in their country."""
    totals = [one for one in incidents if one.events and all(realis.get(id_) == "aggregate" for id_ in one.events)]
    own = {one.id for one in totals}
    singles = [one for one in incidents if one.id not in own]
    return [one for one in totals if any(_holds(one, other) for other in singles)]


def _holds(whole: Incident, other: Incident) -> bool:
    if whole.date is None or other.date is None or not whole.date.meets(other.date):
        return False
    countries = {place.country for place in (whole.place, other.place) if place and place.country}
    return len(countries) < 2


def _rows(entries: Sequence[Entry], what: Counting, by: Group, asked: Chosen) -> tuple[Row, ...]:
    groups: dict[str | None, list[Entry]] = {}
    for entry in entries:
        if entry.part not in LEFT_OUT:
            for name in _GROUPS[by](entry.incident, asked.actors):
                groups.setdefault(name, []).append(entry)
    rows = [Row(name, _sum(group, what)) for name, group in groups.items()]
    if by in ("year", "month"):
        return tuple(sorted(rows, key=lambda row: (row.name is None, row.name or "")))
    return tuple(
        sorted(rows, key=lambda row: (row.name is None, -row.total.best, -row.total.incidents, row.name or ""))
    )


def in_time(incident: Incident, length: int) -> Collection[str | None]:
    """The year or month in which all its days lie, else None."""
    if incident.date is None:
        return (None,)
    names = {day.isoformat()[:length] for one in incident.date.readings() for day in (one.start, one.end)}
    return names if len(names) == 1 else (None,)


def _doers(incident: Incident) -> Collection[str | None]:
    named = {row.actor.name for row in incident.responsible if row.status != "denied"}
    return sorted(named) or (None,)


def _statuses(incident: Incident, actors: frozenset[str]) -> Collection[str | None]:
    """The strongest status of the doers asked for, or of all."""
    found = [row.status for row in incident.responsible if not actors or row.actor.id in actors]
    return found[:1] or (None,)


_GROUPS: Mapping[Group, Callable[[Incident, frozenset[str]], Collection[str | None]]] = {
    "year": lambda incident, _: in_time(incident, len("2022")),
    "month": lambda incident, _: in_time(incident, len("2022-03")),
    "country": lambda incident, _: (incident.place.country if incident.place else None,),
    "actor": lambda incident, _: _doers(incident),
    "type": lambda incident, _: (incident.type,),
    "status": _statuses,
    "standing": lambda incident, _: (incident.standing,),
}
"""The names of the rows in which an incident stands."""
