"""The reports of an incident as sources, without their text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from relata.model import OUTLET, Incident, Report

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Citation:
    """A report as a source.

    Attributes:
        id: id of the report.
        outlet: who published it, or None.
        title: its headline, or None.
        published: its day, or None.
        uri: where it was read from.
    """

    id: str
    outlet: str | None
    title: str | None
    published: date | None
    uri: str


def citations(reports: Iterable[Report]) -> dict[str, Citation]:
    """Reports as sources, by id."""
    return {one.id: Citation(one.id, one.outlet, one_line(one.title), one.published_on, one.uri) for one in reports}


def cited(incident: Incident, known: Mapping[str, Citation]) -> tuple[Citation, ...]:
    """The sources of an incident, the earliest first."""
    return tuple(known[id_] for id_ in incident.reports if id_ in known)


def one_line(words: str | None) -> str | None:
    """The words without line breaks; None where there are none."""
    return " ".join(words.split()) if words else None


def citation_text(one: Citation) -> str:
    """A source as a reader writes it: "Headline," Outlet, March 5, 2022."""
    day = one.published
    written = f"{MONTHS[day.month - 1]} {day.day}, {day.year}" if day else "no date"
    outlet = one.outlet or "unknown outlet"
    title = one.title.replace('"', "'") if one.title else ""
    return f'"{title}," {outlet}, {written}.' if title else f"{outlet}, {written}."


def sayers(incident: Incident) -> list[str]:
    """The names of those who say something of the incident, each once, in order; a report's own voice left out."""
    names = (claim.holder.text for claim in incident.claims if claim.holder.key != OUTLET)
    return list(dict.fromkeys(line for name in names if (line := one_line(name))))
