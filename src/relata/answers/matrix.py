"""Who says what: the reports of an incident by its values, and whether each agrees with what the incident takes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from relata.incidents.tolls import counting
from relata.model import (
    COUNT_ATTRIBUTES,
    ActorName,
    Claim,
    Count,
    DateInterval,
    Incident,
    Names,
    Place,
    Report,
    Toll,
)

COLUMNS: tuple[str, ...] = ("happened", *COUNT_ATTRIBUTES, "responsible", "date", "place", "type")
"""Attributes of which it can be seen whether two values agree, in the order in which a reader asks for them. What was
attacked, and with what, reports put in words that can differ and mean the same."""

Verdict = Literal["denies", "differs", "fits", "agrees", "aside"]
"""How a value stands to that of the incident: ``agrees`` is the same; ``fits`` leaves room for it ("at least 15" of
148, the country of the town); ``differs`` does not; ``denies`` is somebody who denies or doubts it; ``aside`` cannot be
held against it ("dozens", the attackers' own dead, a part of the whole)."""
VERDICTS: tuple[Verdict, ...] = ("denies", "differs", "agrees", "fits", "aside")
"""The one that stands for a cell, where its claims differ, first."""

UNTRUE = frozenset({"denies", "doubts"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One value that a report has from one holder.

    Attributes:
        claim: the first claim that says so.
        verdict: how it stands to the incident's value.
        times: how many claims of the report say so.
    """

    claim: Claim
    verdict: Verdict
    times: int


@dataclass(frozen=True, slots=True)
class Row:
    """One report: for each column what it says; ``verdicts`` has one for each cell, None where it is silent."""

    report: Report
    cells: tuple[tuple[Entry, ...], ...]
    verdicts: tuple[Verdict | None, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Reports by values.

    Attributes:
        columns: the attributes that any report speaks of.
        rows: one for each report that speaks of any, in the order of the incident.
    """

    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def disputed(self) -> tuple[str, ...]:
        """The columns in which something differs or is denied."""
        return tuple(
            column
            for at, column in enumerate(self.columns)
            if any(row.verdicts[at] in ("differs", "denies") for row in self.rows)
        )


def make_matrix(incident: Incident, reports: Mapping[str, Report], names: Names) -> Matrix:
    """The matrix of an incident.

    Args:
        incident: the incident.
        reports: its reports, by id.
        names: which actor a name stands for.
    """
    counted = {claim.id for what in COUNT_ATTRIBUTES for claim in counting(incident.claims, what)}
    said: dict[tuple[str, str], list[Claim]] = {}
    for claim in incident.claims:
        column = "responsible" if claim.attribute == "unclaimed" else claim.attribute
        said.setdefault((claim.report, column), []).append(claim)
    columns = tuple(column for column in COLUMNS if any((id_, column) in said for id_ in incident.reports))
    rows = []
    for id_ in incident.reports:
        cells = tuple(tuple(_entries(said.get((id_, column), ()), incident, names, counted)) for column in columns)
        if any(cells):
            rows.append(Row(reports[id_], cells, tuple(map(_of_cell, cells))))
    return Matrix(columns, tuple(rows))


def _of_cell(entries: Sequence[Entry]) -> Verdict | None:
    return min((entry.verdict for entry in entries), key=VERDICTS.index, default=None)


def _entries(claims: Iterable[Claim], incident: Incident, names: Names, counted: set[str]) -> list[Entry]:
    """What one report says of one attribute, claims that say the same from the same holder as one."""
    found: dict[object, Entry] = {}
    for claim in claims:
        key = (claim.attribute, claim.value, claim.side, claim.stance, claim.holder)
        if key in found:
            found[key] = Entry(found[key].claim, found[key].verdict, found[key].times + 1)
        else:
            found[key] = Entry(claim, verdict(claim, incident, names, counted), 1)
    return sorted(found.values(), key=lambda entry: VERDICTS.index(entry.verdict) == VERDICTS.index("aside"))


def verdict(claim: Claim, incident: Incident, names: Names, counted: set[str]) -> Verdict:
    """How a claim stands to the incident's value.

    Args:
        claim: the claim.
        incident: the incident that it is about.
        names: which actor a name stands for.
        counted: ids of the claims from which tolls are made.
    """
    if claim.stance in UNTRUE:
        return "denies"
    value = claim.value
    if isinstance(value, Count):
        toll: Toll | None = getattr(incident, claim.attribute)
        return _count(value, toll) if claim.id in counted and not claim.part and claim.side is None else "aside"
    if isinstance(value, DateInterval):
        return _date(value, incident.date)
    if isinstance(value, Place):
        return _place(value, incident.place)
    if isinstance(value, ActorName):
        return _doer(names.id_of(claim.report, value), value, incident)
    if claim.attribute == "type":
        return "agrees" if value == incident.type else "fits"
    return "agrees" if claim.attribute == "happened" else "aside"


def _count(count: Count, toll: Toll | None) -> Verdict:
    figure = toll.figure if toll else None
    if count.vague or figure is None:
        return "aside"
    if count.low == count.high == figure:
        return "agrees"
    return "fits" if (count.low or 0) <= figure and (count.high is None or figure <= count.high) else "differs"


def _date(day: DateInterval, taken: DateInterval | None) -> Verdict:
    if taken is None:
        return "aside"
    if (day.start, day.end, day.years) == (taken.start, taken.end, taken.years):
        return "agrees"
    return "fits" if day.meets(taken) else "differs"


def _place(place: Place, taken: Place | None) -> Verdict:
    if taken is None:
        return "aside"
    if place == taken or place.name == taken.name:
        return "agrees"
    if place.country is None or taken.country is None or place.country == taken.country:
        return "fits"
    return "differs"


def _doer(actor: str, name: ActorName, incident: Incident) -> Verdict:
    """The doers of an incident stand side by side: who is one of them agrees, unless it is only denied of him."""
    listed = {row.actor.id: row.status for row in incident.responsible}
    if actor in listed:
        first = incident.responsible[0].actor.id
        return "agrees" if actor == first else "denies" if listed[actor] == "denied" else "differs"
    return "aside" if name.kind == "unknown" or not listed else "differs"
