"""Gun Violence Archive: news reports of shootings with the record each belongs to. Are reports of one incident joined?

All reports of the data are read together, each with its title and day of publication; none is told which record it is
from. A report stands where its chief event was put; a report without an event stands alone.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import combinations
from pathlib import Path
from typing import Any

from benchmarks.common import Result, f_score, files, json_lines
from relata.incidents import build
from relata.incidents.tolls import toll
from relata.incidents.views import chief_of
from relata.model import Claim, Event, Extraction, Incident, Place, Report, Skipped
from relata.places import distance_km, place_for

CITY_KM = 25.0
"""A predicted place this near to the record's city counts as the city."""
LARGEST = 3
"""Wrong joins and wrong splits that are printed with every run, the largest of each."""
Groups = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Record:
    """One incident of the archive.

    Attributes:
        id: its number.
        day: when.
        state: the state of the United States.
        city: the city, or a county where the record says so.
        killed: people killed, shooters among them.
        wounded: people wounded, shooters among them.
        reports: ids of the reports on it, and of those refused when they were read, which stand alone.
    """

    id: str
    day: date
    state: str
    city: str
    killed: int
    wounded: int
    reports: tuple[str, ...]


def read_archive(paths: Iterable[Path], limit: int | None) -> tuple[list[Record], dict[str, Report]]:
    """The records (the first ``limit`` of them), and every report on them by id."""
    records: list[Record] = []
    reports: dict[str, Report] = {}
    for entry in json_lines(paths):
        if limit is not None and len(records) >= limit:
            break
        own = [_report(row) for row in entry["reports"]]
        reports.update({report.id: report for report in own if isinstance(report, Report)})
        records.append(
            Record(
                id=str(entry["incident"]),
                day=datetime.strptime(entry["date"], "%B %d, %Y").date(),  # noqa: DTZ007 - a day has no time zone
                state=entry["state"],
                city=entry["city"],
                killed=int(entry["killed"]),
                wounded=int(entry["wounded"]),
                reports=tuple(dict.fromkeys(report.id for report in own)),
            )
        )
    return records, reports


def _report(row: Mapping[str, Any]) -> Report | Skipped:
    from relata.reading import read_text  # noqa: PLC0415 - loads the tables of reading

    known = {"title": row["title"] or None, "published": row["published"] or None}
    return read_text(row["text"], uri=row["uri"] or row["id"], split=False, **known)[0]


def groups_of(incidents: Sequence[Incident], extractions: Sequence[Extraction]) -> dict[str, str]:
    """Report id → id of the incident of its chief event; a report without one stands alone under its own id."""
    incident_of = {event: incident.id for incident in incidents for event in incident.events}
    placed = {}
    for extraction in extractions:
        claims: dict[str, list[Claim]] = defaultdict(list)
        for claim in extraction.claims:
            if claim.event:
                claims[claim.event].append(claim)
        own: list[Event] = [event for event in extraction.events if event.id in incident_of]
        placed[extraction.report] = incident_of[chief_of(own, claims).id] if own else extraction.report
    return placed


def linking(records: Sequence[Record], placed: Mapping[str, str]) -> dict[str, float]:
    """Pairwise F and B-cubed F over reports, with their precisions and recalls.

    Source: A. Bagga and B. Baldwin, Algorithms for scoring coreference chains, 1998 (B-cubed).
    """
    gold = _gold_groups(records)
    members: dict[str, set[str]] = defaultdict(set)
    for report in gold:
        members[placed.get(report, report)].add(report)
    predicted = {report: frozenset(members[placed.get(report, report)]) for report in gold}
    right = sum(len(gold[report] & predicted[report]) - 1 for report in gold) / 2
    said = sum(len(predicted[report]) - 1 for report in gold) / 2
    true = sum(len(gold[report]) - 1 for report in gold) / 2
    f, precision, recall = f_score(right, said, true)
    overlap = {report: len(gold[report] & predicted[report]) for report in gold}
    count = max(1, len(gold))
    b_precision = sum(overlap[report] / len(predicted[report]) for report in gold) / count
    b_recall = sum(overlap[report] / len(gold[report]) for report in gold) / count
    both = b_precision + b_recall
    return {
        "pairwise_f": f,
        "bcubed_f": 2 * b_precision * b_recall / both if both else 0.0,
        "pairwise_precision": precision,
        "pairwise_recall": recall,
        "bcubed_precision": b_precision,
        "bcubed_recall": b_recall,
    }


def _gold_groups(records: Sequence[Record]) -> dict[str, frozenset[str]]:
    """Report id → all reports that share a record with it, itself among them."""
    found: dict[str, frozenset[str]] = {}
    for record in records:
        for report in record.reports:
            found[report] = found.get(report, frozenset()) | frozenset(record.reports)
    return found


def holding(record: Record, placed: Mapping[str, str]) -> str:
    """The group that holds most of a record's reports; of several the one with the first of them."""
    counts = Counter(placed.get(report, report) for report in record.reports)
    most = max(counts.values(), default=0)
    return next((placed.get(r, r) for r in record.reports if counts[placed.get(r, r)] == most), "")


def total(incident: Incident | None, attribute: str, reports: Mapping[str, Report]) -> int:
    """How many people, attackers among them as the archive counts; 0 where nobody says."""
    if incident is None:
        return 0
    parts = []
    for side in (None, "attacker"):
        own = [claim for claim in incident.claims if claim.side == side]
        found = toll(own, attribute, reports)
        parts.append((found.best or 0) if found else 0)
    return sum(parts)


def same_city(record: Record, place: Place | None) -> bool:
    """Whether a place names the record's city or lies within CITY_KM of it."""
    if place is None:
        return False
    names = {_folded(name) for name in re.split(r"[()]", record.city)} - {""}  # "Saint Louis (Hanley Hills)"
    if _folded(place.name) in names or _folded(place.admin2 or "") in names:
        return place.country in ("US", None)
    towns = [place_for(f"{name}, {record.state}, United States") for name in re.split(r"[()]", record.city) if name]
    distances = [distance_km(town, place) for town in towns if town and town.admin1 == record.state]
    near = any(distance is not None and distance <= CITY_KM for distance in distances)
    return near and place.precision in ("site", "city")


def _folded(name: str) -> str:
    words = re.findall(r"\w+", name.casefold())
    return " ".join(word for word in words if word not in ("county", "city", "parish"))


def run(data: Path, limit: int | None) -> Result:
    """Measure linking and the values of each incident, on the first ``limit`` records."""
    from relata.actors import resolve  # noqa: PLC0415 - loads tables
    from relata.claims.extract import extract  # noqa: PLC0415 - loads the language stage
    from relata.run.recompute import names_in  # noqa: PLC0415 - as above

    records, reports = read_archive(files(data, "*.jsonl.gz", "*.jsonl"), limit)
    extractions = [extract(reports[id_]) for id_ in sorted(reports)]
    events = [event for extraction in extractions for event in extraction.events]
    claims = [claim for extraction in extractions for claim in extraction.claims]
    everything = list(reports.values())
    resolution = resolve(names_in(everything, claims), claims)
    incidents = build(everything, events, claims, [], resolution)
    result = Result("gva", str(data), n=len(reports))
    score(result, records, reports, incidents, groups_of(incidents, extractions))
    return result


def score(
    result: Result,
    records: Sequence[Record],
    reports: Mapping[str, Report],
    incidents: Sequence[Incident],
    placed: Mapping[str, str],
) -> None:
    """Fill ``result`` with measures, table and errors."""
    measures = linking(records, placed)
    result.measures.update({name: measures[name] for name in ("pairwise_f", "bcubed_f")})
    groups = len(set(placed.values()))
    result.table.append(f"  {len(records)} records, {len(reports)} reports, {groups} groups predicted")
    result.table.extend(f"  {name:24s} {value:.3f}" for name, value in measures.items() if name[-2:] != "_f")
    by_id = {incident.id: incident for incident in incidents}
    right: Counter[str] = Counter()
    for record in records:
        incident = by_id.get(holding(record, placed))
        checks = _checks(record, incident, reports)
        right.update(name for name, ok in checks.items() if ok)
        _note(result, record, incident, checks, reports)
    for name in ("killed_exact", "wounded_exact", "both_exact", "date", "city"):
        result.measures[name] = right[name] / max(1, len(records))
    largest: Counter[str] = Counter()
    for kind, line, text in _linking_errors(records, reports, placed):
        result.miss(kind, line, text)
        largest[kind] += 1
        if largest[kind] <= LARGEST:
            result.table.append(f"  [{kind}] {line}: {text[:300]}")


def _checks(
    record: Record,
    incident: Incident | None,
    reports: Mapping[str, Report],
) -> dict[str, bool]:
    killed = total(incident, "killed", reports) == record.killed
    wounded = total(incident, "wounded", reports) == record.wounded
    day = incident.date if incident else None
    return {
        "killed_exact": killed and incident is not None,
        "wounded_exact": wounded and incident is not None,
        "both_exact": killed and wounded and incident is not None,
        "date": day is not None and day.start == day.end == record.day,
        "city": same_city(record, incident.place if incident else None),
    }


def _note(
    result: Result,
    record: Record,
    incident: Incident | None,
    checks: Mapping[str, bool],
    reports: Mapping[str, Report],
) -> None:
    where = f"record {record.id}"
    lead = next((" ".join(reports[id_].text.split())[:240] for id_ in record.reports if id_ in reports), "")
    if incident is None:
        result.miss("no incident", where, lead)
        return
    shown = {
        "killed_exact": f"killed {record.killed}, got {total(incident, 'killed', reports)} ({incident.killed})",
        "wounded_exact": f"wounded {record.wounded}, got {total(incident, 'wounded', reports)} ({incident.wounded})",
        "date": f"date {record.day}, got {incident.date.start if incident.date else None}",
        "city": f"city {record.city}, {record.state}, got {incident.place.name if incident.place else None}",
    }
    for name, text in shown.items():
        if not checks[name]:
            result.miss(name.replace("_exact", ""), where, f"{text}: {lead}")


def _linking_errors(
    records: Sequence[Record], reports: Mapping[str, Report], placed: Mapping[str, str]
) -> Iterator[tuple[str, str, str]]:
    """Wrong joins and splits, the largest first."""
    gold = _gold_groups(records)
    members: dict[str, list[str]] = defaultdict(list)
    for report in sorted(gold):
        members[placed.get(report, report)].append(report)
    joins = []
    for group, own in members.items():
        wrong = sum(other not in gold[one] for one, other in combinations(own, 2))
        if wrong:
            titles = " | ".join(dict.fromkeys(_named(reports, id_) for id_ in own))
            joins.append((-wrong, group, titles))
    for wrong, group, titles in sorted(joins):
        yield "wrong join", f"group {group}, {-wrong} wrong pairs", titles
    splits = []
    for record in records:
        lost = sum(placed.get(one, one) != placed.get(other, other) for one, other in combinations(record.reports, 2))
        if lost:
            titles = " | ".join(_named(reports, id_) for id_ in record.reports)
            splits.append((-lost, record.id, titles))
    for lost, id_, titles in sorted(splits):
        yield "wrong split", f"record {id_}, {-lost} lost pairs", titles


def _named(reports: Mapping[str, Report], id_: str) -> str:
    return (reports[id_].title or reports[id_].text[:60]) if id_ in reports else "(refused when read)"
