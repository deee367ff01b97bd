"""The parts of an incident's sheet: its values, the passages that give them, and its toll over time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from relata.incidents.tolls import counting
from relata.model import (
    COUNT_ATTRIBUTES,
    Claim,
    Count,
    History,
    Incident,
    Report,
    Responsibility,
    Ruling,
    Toll,
)
from relata.words.text import in_context
from relata.words.values import holder_of, published, value_of

ORDER = (
    "happened", *COUNT_ATTRIBUTES, "responsible", "unclaimed", "date", "place", "type", "target", "victim", "weapon",
)  # fmt: skip
"""Attributes in the order in which a reader asks for them."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value of an incident.

    Attributes:
        attribute: the attribute, as claims and decisions call it.
        label: as it is shown.
        toll: for numbers of people, the toll, or None where nobody says.
        words: for what reports put in words, the words.
        set_by: the decision that set it, or None.
        low: for a toll, where its lowest stands from 0 to 100 of the bar that shows it; ``best`` and ``high`` likewise.
    """

    attribute: str
    label: str
    toll: Toll | None = None
    words: tuple[str, ...] = ()
    set_by: Ruling | None = None
    low: float = 0
    best: float | None = None
    high: float = 100

    @property
    def number(self) -> bool:
        """Whether it is a number of people."""
        return self.attribute in COUNT_ATTRIBUTES


@dataclass(frozen=True, slots=True)
class Passage:
    """A claim with its words in their sentence: what stands before, the words, what stands behind."""

    claim: Claim
    report: Report
    before: str
    quote: str
    behind: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """The values of an incident: numbers of people, who did it, and what reports put in words."""

    tolls: tuple[Value, ...]
    responsible: tuple[Responsibility, ...]
    words: tuple[Value, ...]
    set_by: Mapping[str, Ruling]


def values(incident: Incident) -> Sheet:
    """The values of an incident, with who set them where an analyst did."""
    ruled = {
        ruling.attribute: ruling
        for ruling in incident.decisions
        if ruling.kind == "correct" and ruling.in_effect and ruling.attribute
    }
    tolls = [
        _toll(name, getattr(incident, name), ruled.get(name))
        for name in COUNT_ATTRIBUTES
        if getattr(incident, name) or name in ("killed", "wounded") or name in ruled
    ]
    words = [
        Value(name, f"{name}s", words=getattr(incident, f"{name}s"), set_by=ruled.get(name))
        for name in ("target", "victim", "weapon")
        if getattr(incident, f"{name}s") or name in ruled
    ]
    return Sheet(tuple(tolls), incident.responsible, tuple(words), ruled)


def _toll(name: str, toll: Toll | None, ruling: Ruling | None) -> Value:
    if toll is None:
        return Value(name, name, set_by=ruling)
    known = [number for number in (toll.low, toll.best, toll.high) if number is not None]
    most = max(known, default=0) * (1.25 if toll.high is None else 1) or 1
    low = 100 * (toll.low if toll.low is not None else 0) / most
    high = 100.0 if toll.high is None else 100 * toll.high / most
    return Value(
        name,
        name,
        toll=toll,
        set_by=ruling,
        low=round(low, 1),
        best=None if toll.best is None else round(100 * toll.best / most, 1),
        high=round(high, 1),
    )


def passages(incident: Incident, reports: Mapping[str, Report]) -> dict[str, list[list[Passage]]]:
    """Claims by attribute, and within it by value, each in its sentence."""
    found: dict[str, dict[str, list[Passage]]] = {}
    for claim in incident.claims:
        report = reports[claim.report]
        before, quote, behind = in_context(report.text, claim.span.start, claim.span.end)
        alike = found.setdefault(claim.attribute, {}).setdefault(value_of(claim), [])
        alike.append(Passage(claim, report, before, quote, behind))
    rest = sorted(set(found) - set(ORDER))
    return {name: list(found[name].values()) for name in (*ORDER, *rest) if name in found}


def toll_plot(incident: Incident, history: History, reports: Mapping[str, Report]) -> dict[str, Any] | None:
    """How the number of the killed moved, for a plot and its table; None where fewer than two reports give one.

    Each step is what the reports up to it give together; each count is what one report has from one holder.
    """
    steps = [
        {"on": step.published[:10], "outlet": step.outlet or "outlet not named", **_numbers(step.incident.killed)}
        for step in history.steps
        if step.published and step.incident and step.incident.killed
    ]
    counts = [
        {
            "on": (report.published or "")[:10],
            "low": claim.value.low,
            "high": claim.value.high,
            "words": value_of(claim),
            "holder": holder_of(claim, report),
            "outlet": report.outlet or "outlet not named",
            "claim": claim.id,
        }
        for claim in counting(incident.claims, "killed")
        if isinstance(claim.value, Count) and not claim.value.vague
        for report in [reports[claim.report]]
        if report.published
    ]
    if len({count["on"] for count in counts}) < 2:
        return None
    shown = {report.id: published(report) for report in reports.values()}
    return {"steps": steps, "counts": counts, "reports": len(shown)}


def _numbers(toll: Toll) -> dict[str, int | None]:
    return {"low": toll.low, "best": toll.best, "high": toll.high}
