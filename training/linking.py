"""What outcomes of comparing two events weigh, learnt from reports whose incidents are known, and what that is worth.

``python -m training.linking --data FOLDER [--limit N] [--out FILE]``: the folder holds JSON Lines as benchmark gva
reads them. Records are dealt into FOLDS parts; each is measured with weights learnt from the others, beside the
table that is shipped (``resources/linking.yml``), and the calibration of its scores is printed. ``--out`` writes
the weights learnt from all records, in the form of that table. Nothing is left to chance: the same data give the same
bytes.

The shipped weights are set by hand. The only large collection of reports with known incidents (benchmark gva) may be
used to measure and not to train what is shipped; on records that it has not seen, what is learnt from it is no better.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from unittest import mock

import yaml
from benchmarks.common import files
from benchmarks.gva import Record, linking, read_archive

from relata.actors import resolve
from relata.claims.extract import extract
from relata.incidents import score as scoring
from relata.incidents.candidates import candidates
from relata.incidents.cluster import cluster
from relata.incidents.compare import compare
from relata.incidents.copies import find_copies
from relata.incidents.links import Links
from relata.incidents.views import EventView, gather
from relata.model import Extraction, Report
from relata.run.recompute import names_in
from training.logistic import BIAS, Rows, fit

FOLDS = 2
STRENGTH = 2.0
"""Of the quadratic penalty."""
STEPS = 100
BINS = (-4.0, -2.0, -1.0, 0.0, 1.0, 2.0, 4.0)
"""Scores between which calibration is printed."""
Weights = dict[str, dict[str, float]]


class Part(NamedTuple):
    """Some records, and the chief events of their reports ready to be compared.

    Attributes:
        records: the records.
        views: all events.
        pairs: the candidate pairs of chief events.
        rows: "feature=outcome" for each pair.
        labels: whether the reports of a pair are on one record.
    """

    records: list[Record]
    views: list[EventView]
    pairs: list[tuple[str, str]]
    rows: list[list[str]]
    labels: list[bool]


def part_of(records: list[Record], reports: Mapping[str, Report], found: Mapping[str, Extraction]) -> Part:
    """The pairs of chief events of some records' reports, read together and without all others."""
    own = {id_: reports[id_] for record in records for id_ in record.reports if id_ in reports}
    events = [event for id_ in own for event in found[id_].events]
    claims = [claim for id_ in own for claim in found[id_].claims]
    resolution = resolve(names_in(own.values(), claims), claims)
    views = gather(own, events, claims, resolution, find_copies(own.values()))
    chief = {view.id: view for view in views if view.main}
    record_of = {id_: record.id for record in records for id_ in record.reports}
    pairs = [pair for pair in candidates(views) if chief.keys() >= set(pair)]
    rows = [[f"{it.feature}={it.value}" for it in compare(chief[one], chief[other])] for one, other in pairs]
    labels = [record_of[chief[one].report] == record_of[chief[other].report] for one, other in pairs]
    return Part(records, views, pairs, rows, labels)


def learn(parts: Sequence[Part]) -> tuple[float, Weights]:
    """Start and weights that tell the pairs of some parts best; what rules a join out by hand does so still."""
    rows = [row for part in parts for row in part.rows]
    found = fit(Rows(rows), [label for part in parts for label in part.labels], STRENGTH, STEPS)
    table = {
        feature: {
            name: scoring.NEVER if weight <= scoring.NEVER else found.get(f"{feature}={name}", 0.0)
            for name, weight in outcomes.items()
        }
        for feature, outcomes in scoring.WEIGHTS.items()
    }
    table["report"] = scoring.WEIGHTS["report"]  # pairs within one report have no label
    return found.get(BIAS, 0.0), table


def measure(part: Part, start: float, weights: Weights, softened: float) -> dict[str, float]:
    """Pairwise and B-cubed F of a part under some weights."""
    with mock.patch.multiple(scoring, START=start, WEIGHTS=weights, SOFTENED_SHARE=softened):
        groups = cluster(part.views, candidates(part.views), Links.of((), ()))
    group_of = {id_: group[0] for group in groups for id_ in group}
    return linking(part.records, {view.report: group_of[view.id] for view in part.views if view.main})


def calibration(part: Part) -> Iterator[str]:
    """How many pairs in a hundred are one event, by the score that the shipped table gives them."""
    chief = {view.id: view for view in part.views}
    scored = [scoring.score(chief[one], chief[other]) for one, other in part.pairs]
    totals = [(found.total, label) for found, label in zip(scored, part.labels, strict=True) if not found.ruled_out]
    for low, high in zip((float("-inf"), *BINS), (*BINS, float("inf")), strict=True):
        own = [label for total, label in totals if low < total <= high]
        if own:
            yield f"    score {low:+5.1f} to {high:+5.1f}: {len(own):6d} pairs, {sum(own) / len(own):4.0%} one event"


def main() -> None:
    """Learn, measure and print."""
    parser = argparse.ArgumentParser(prog="python -m training.linking", description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--out", type=Path)
    given = parser.parse_args()
    records, reports = read_archive(files(given.data, "*.jsonl.gz", "*.jsonl"), given.limit)
    found = {id_: extract(reports[id_]) for id_ in sorted(reports)}
    parts = [part_of(records[fold::FOLDS], reports, found) for fold in range(FOLDS)]
    for number, part in enumerate(parts):
        learnt = learn([other for other in parts if other is not part])
        print(f"part {number}: {len(part.records)} records, {len(part.pairs)} pairs, {sum(part.labels)} of one event")
        for name, start, weights, softened in (
            ("shipped", scoring.START, scoring.WEIGHTS, scoring.SOFTENED_SHARE),
            ("learnt", *learnt, 1.0),
        ):
            measures = measure(part, start, weights, softened)
            print(f"  {name:8s}" + "".join(f"  {key} {value:.3f}" for key, value in measures.items()))
        print("\n".join(calibration(part)))
    if given.out:
        start, weights = learn(parts)
        table = {feature: dict(outcomes) for feature, outcomes in weights.items()}
        given.out.write_text(yaml.safe_dump({"start": start, "weights": table}, sort_keys=False), encoding="utf-8")


if __name__ == "__main__":
    main()
