"""Full-text search: reports and incidents, best first, with the hits marked and counts by facet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from relata.model import ActorName, Incident, Report
from relata.tables.folding import fold_words

MARKS = re.compile("\x02([^\x02\x03]*)\x03")
STEM = 5
"""Letters by which words of an incident are held against those looked for ("bombing", "bombed")."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a snippet; ``hit`` where it is what was looked for."""

    text: str
    hit: bool


@dataclass(frozen=True, slots=True)
class ReportHit:
    """A report that holds the words.

    Attributes:
        report: the report.
        score: comparable within one answer alone.
        snippet: where the words stand, in pieces.
        incidents: ids of the incidents of the answer that it tells of.
    """

    report: Report
    score: float
    snippet: tuple[Piece, ...]
    incidents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IncidentHit:
    """An incident told in a report that holds the words.

    Attributes:
        incident: the incident.
        score: that of its best report, more where the incident's own values and quotes hold the words.
        report: id of that report.
        snippet: of that report.
    """

    incident: Incident
    score: float
    report: str
    snippet: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Facet:
    """One value with its number of incidents; ``value`` is None for those that have none.

    ``value`` is what the filter of that name takes (a code, an id), ``label`` what to show.
    """

    value: str | None
    label: str
    incidents: int


Facets = Mapping[str, tuple[Facet, ...]]
"""By country, type, actor, standing, status, year and outlet, the most frequent first; years in order."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a search gives.

    Attributes:
        words: what was looked for.
        reports: reports, best first, up to the limit.
        incidents: incidents, best first, up to the limit.
        reports_in_all: how many reports there are.
        incidents_in_all: how many incidents there are.
        facets: counts over all these incidents.
    """

    words: str
    reports: tuple[ReportHit, ...]
    incidents: tuple[IncidentHit, ...]
    reports_in_all: int
    incidents_in_all: int
    facets: Facets


def pieces(snippet: str) -> tuple[Piece, ...]:
    """A snippet with marks, as the store gives it, in pieces; white space is one blank."""
    found: list[Piece] = []
    at = 0
    for match in MARKS.finditer(snippet):
        found += [Piece(snippet[at : match.start()], hit=False), Piece(match[1], hit=True)]
        at = match.end()
    found.append(Piece(snippet[at:], hit=False))
    plain = (
        Piece(re.sub(r"\s+", " ", piece.text.replace("\x02", "").replace("\x03", "")), piece.hit) for piece in found
    )
    return tuple(piece for piece in plain if piece.text)


def rank_incidents(
    wanted: Sequence[str], incidents: Iterable[Incident], best: Mapping[str, tuple[str, float]]
) -> list[IncidentHit]:
    """Incidents told in reports, best first: a report's score counts double where the incident itself holds all words.

    Args:
        wanted: the words and phrases looked for.
        incidents: the incidents.
        best: for each, by id, its best report and the score of that.
    """
    stems = {word[:STEM] for phrase in wanted for word in fold_words(phrase)}
    hits = []
    for incident in incidents:
        report, score = best[incident.id]
        own = len(stems & _stems(incident)) / len(stems) if stems else 0.0
        hits.append(IncidentHit(incident, score * (1 + own), report))
    return sorted(hits, key=lambda hit: (-hit.score, hit.incident.id))


def make_facets(counted: Mapping[str, Mapping[str | None, int]], labels: Mapping[str, Mapping[str, str]]) -> Facets:
    """Facets with what to show.

    Args:
        counted: number of incidents by facet and value.
        labels: what to show for values of a facet, where it is not the value itself.
    """

    def facet(name: str, value: str | None, number: int) -> Facet:
        label = labels.get(name, {}).get(value, value) if value is not None else "not known"
        return Facet(value, label, number)

    found = {}
    for name, values in counted.items():
        rows = [facet(name, value, number) for value, number in values.items()]
        by_value = name == "year"
        rows.sort(key=lambda one: (one.value is None, one.label if by_value else "", -one.incidents, one.label))
        found[name] = tuple(rows)
    return found


def _stems(incident: Incident) -> set[str]:
    parts = [incident.title, incident.type, *incident.targets, *incident.victims, *incident.weapons]
    parts += [name for row in incident.responsible for name in (row.actor.name, *row.actor.aliases)]
    if incident.place:
        parts += [incident.place.name, incident.place.admin1 or ""]
    for claim in incident.claims:
        parts.append(claim.quote)
        if isinstance(claim.value, ActorName):
            parts.append(claim.value.text)
    return {word[:STEM] for part in parts for word in fold_words(part)}
