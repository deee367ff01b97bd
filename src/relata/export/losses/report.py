"""The report of losses: what an export in some form could not carry, of each incident and in all."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pkgutil import resolve_name
from typing import IO, Any, Protocol

from relata.export.losses.counting import COUNTERS
from relata.export.losses.facets import FACETS, SENTENCES, Facet
from relata.model import Incident

LOSS_VERSION = 1
"""Raised when a reader of the old report could misread the new one."""


class Carrier(Protocol):
    """What is asked of a form of export; see :class:`relata.export.formats.Format`."""

    @property
    def name(self) -> str:
        """Its name."""

    @property
    def keeps(self) -> Mapping[Facet, int | None]:
        """What it can carry."""

    @property
    def remarks(self) -> str:
        """Where the function stands that says what else is lost, or ""."""


@dataclass(frozen=True, slots=True)
class IncidentLoss:
    """What one incident loses.

    Attributes:
        incident: its id.
        title: its title.
        lost: how much of each facet.
        remarks: what else is lost, or written otherwise, in sentences.
    """

    incident: str
    title: str
    lost: Mapping[Facet, int]
    remarks: tuple[str, ...]

    @property
    def sentences(self) -> list[str]:
        """All of it in sentences."""
        return [*(sentence(facet, number) for facet, number in self.lost.items()), *self.remarks]


@dataclass(frozen=True, slots=True)
class Losses:
    """What an export loses. Made by :meth:`relata.database.Database.losses`.

    Attributes:
        format: name of the form.
        incidents: what each incident loses, in the order of the export; those that lose nothing among them.
    """

    format: str
    incidents: tuple[IncidentLoss, ...]

    @property
    def total(self) -> dict[Facet, int]:
        """How much of each facet in all."""
        found: Counter[Facet] = Counter()
        for one in self.incidents:
            found.update(one.lost)
        return {facet: found[facet] for facet in FACETS if found[facet]}

    @property
    def touched(self) -> dict[Facet, int]:
        """How many incidents lose something of each facet."""
        return {facet: sum(facet in one.lost for one in self.incidents) for facet in self.total}

    @property
    def remarks(self) -> dict[str, int]:
        """Every remark, with how many incidents have it; the most frequent first."""
        return dict(Counter(remark for one in self.incidents for remark in one.remarks).most_common())

    def to_object(self) -> dict[str, Any]:
        """The report for programs."""
        return {
            "loss_version": LOSS_VERSION,
            "format": self.format,
            "incidents": len(self.incidents),
            "total": {
                facet: {"lost": number, "incidents": self.touched[facet], "sentence": sentence(facet, number)}
                for facet, number in self.total.items()
            },
            "remarks": self.remarks,
            "by_incident": [
                {"incident": one.incident, "title": one.title, "lost": dict(one.lost), "sentences": one.sentences}
                for one in self.incidents
            ],
        }

    def __str__(self) -> str:
        """The report for people: what is lost in all, then incident by incident."""
        count = len(self.incidents)
        lines = [f"What format {self.format} could not carry, of {count} {'incident' if count == 1 else 'incidents'}:"]
        touched = self.touched
        lines += [f"- {_capital(sentence(facet, n))} ({touched[facet]} of {count})." for facet, n in self.total.items()]
        lines += [f"- {remark} ({number} of {count})" for remark, number in self.remarks.items()]
        if len(lines) == 1:
            lines.append("- Nothing: it carries all.")
        for one in self.incidents:
            if one.sentences:
                lines += ["", f"{one.incident}  {one.title}", *(f"  - {_capital(text)}" for text in one.sentences)]
        return "\n".join(lines) + "\n"


def find_losses(form: Carrier, incidents: Iterable[Incident]) -> Losses:
    """What incidents lose in a form."""
    remarks: Callable[[Incident], Iterator[str]] | None = resolve_name(form.remarks) if form.remarks else None
    return Losses(
        form.name,
        tuple(
            IncidentLoss(one.id, one.title, _lost(form.keeps, one), tuple(remarks(one)) if remarks else ())
            for one in incidents
        ),
    )


def write_losses(losses: Losses, stream: IO[str], *, as_json: bool) -> None:
    """Write the report: as JSON, or in sentences."""
    stream.write(json.dumps(losses.to_object(), ensure_ascii=False, indent=1) + "\n" if as_json else str(losses))


def sentence(facet: Facet, number: int) -> str:
    """What is lost of a facet, without a full stop."""
    one, several = SENTENCES[facet]
    return one if number == 1 else several.format(n=number)


def _lost(keeps: Mapping[Facet, int | None], incident: Incident) -> dict[Facet, int]:
    found: dict[Facet, int] = {}
    for facet in FACETS:
        most = keeps.get(facet, 0)
        number = COUNTERS[facet](incident)
        if most is not None and number > most:
            found[facet] = number - most
    return found


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
