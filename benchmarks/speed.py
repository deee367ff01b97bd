"""How fast, how large: reports and words per second on one core by stage, the whole way with workers, and growth.

``reports_per_second`` and ``words_per_second`` are of one process from text to claims; ``peak_mb`` is the highest
memory that this process took by then (resource.getrusage). Times of one process are the processor's, so that other
work on the machine does not count; the whole way is told in time by the clock. Growth is told as the cost per
report at a larger size over that at the size before it: 1.00 is linear. It is measured twice: the whole way through
a database, and the joining of events to incidents alone, which is where cost could explode.

By default sizes are small enough for three minutes; with ``RELATA_SPEED_FULL=1`` the whole way goes to 10,000
reports and the joining to 100,000. ``--limit`` bounds every size. Where the corpus has too few reports it is gone
through again, each report moved by weeks and its sentences in another order, so that it is no copy.
"""

from __future__ import annotations

import json
import os
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import relata
from benchmarks.common import Result, files, json_lines
from benchmarks.growth import made
from relata.claims.attribution import find_attributions
from relata.claims.extract import extract
from relata.claims.times import find_times
from relata.incidents import build
from relata.language import annotate
from relata.model import ActorName, ActorRef, Report
from relata.places import find_toponyms, resolve
from relata.reading import read_text

SAMPLE = 200
"""Reports timed stage by stage."""
THROUGH = (100, 300)
"""Reports taken the whole way through a database."""
THROUGH_FULL = (1_000, 10_000)
JOINED = (1_000, 10_000)
"""Reports whose events are joined to incidents."""
JOINED_FULL = (1_000, 10_000, 100_000)
WORKERS = 2
WEEKS = 9
"""By how many weeks a report is moved each time the corpus is gone through again."""


Done = TypeVar("Done")


class NoNames:
    """Who is who where nobody looks it up: each name is an actor."""

    def ref(self, report_id: str, name: ActorName) -> ActorRef:  # noqa: ARG002 - the report does not matter here
        """The actor that the name itself is."""
        return ActorRef(name.key or name.text, name.text)


class Row(NamedTuple):
    """One report as it is handed in: headline, day and text."""

    title: str | None
    published: str | None
    text: str


def run(data: Path, limit: int | None) -> Result:
    """Time the stages, the whole way, and growth."""
    full = os.environ.get("RELATA_SPEED_FULL") == "1"
    rows = list(_rows(data))
    if not rows:
        raise SystemExit(f"no reports in the JSON Lines under {data}; give a folder of them with --data DIR")
    result = Result("speed", str(data))
    sample = [] if limit == 0 else enlarged(rows, min(SAMPLE, limit or SAMPLE))
    result.n = len(sample)
    _stages(result, sample)
    _grow(
        result,
        "whole way",
        "reports",
        sizes(THROUGH_FULL if full else THROUGH, limit),
        lambda size: _through(enlarged(rows, size)),
    )
    _grow(result, "joining", "reports", sizes(JOINED_FULL if full else JOINED, limit), _join)
    return result


def _rows(data: Path) -> Iterator[Row]:
    """Every report of the corpus: a row with ``text``, or a row whose ``reports`` have it."""
    for entry in json_lines(files(data, "*.jsonl", "*.jsonl.gz")):
        for row in entry.get("reports", [entry]):
            if row.get("text"):
                yield Row(row.get("title"), row.get("published"), row["text"])


def enlarged(rows: Sequence[Row], size: int) -> list[Row]:
    """``size`` reports: the real ones, then variants of them; the same for the same arguments."""
    return [_variant(rows[number % len(rows)], number // len(rows)) for number in range(size)]


def _variant(row: Row, turn: int) -> Row:
    """The report itself at turn 0, else moved in time with its sentences shuffled."""
    if turn == 0:
        return row
    sentences = row.text.replace("\n", " ").split(". ")
    random.Random(turn).shuffle(sentences)
    published = row.published
    if published:
        published = (date.fromisoformat(published[:10]) + timedelta(weeks=WEEKS * turn)).isoformat()
    return Row(f"{row.title} ({turn})", published, ". ".join(sentences))


def _stages(result: Result, rows: Sequence[Row]) -> None:
    """Seconds of each stage over the sample, in one process; what is loaded once is loaded before."""
    warm = _read(rows[:1])
    for report in warm:
        extract(report)
    took: dict[str, float] = {}
    reports: list[Report] = _timed(took, "reading", lambda: _read(rows))
    _timed(took, "language", lambda: [annotate(report, marked=False) for report in reports])
    annotated = _timed(took, "marker", lambda: [annotate(report) for report in reports])
    took["marker"] = max(0.0, took["marker"] - took["language"])
    _timed(took, "times", lambda: [find_times(report.text, report.published_on) for report in reports])
    _timed(took, "places", lambda: [resolve(find_toponyms(report.text), text=report.text) for report in reports])
    _timed(took, "attributions", lambda: [find_attributions(one) for one in annotated])
    extractions = _timed(took, "extract", lambda: [extract(report) for report in reports])
    took["claims"] = max(
        0.0, took["extract"] - sum(took[stage] for stage in ("language", "marker", "times", "places", "attributions"))
    )
    total = took["reading"] + took.pop("extract")
    words = sum(len(report.text.split()) for report in reports)
    claims = [claim for one in extractions for claim in one.claims if claim.event]
    events = [event for one in extractions for event in one.events]
    _timed(took, "incidents", lambda: build(reports, events, claims, [], NoNames()))
    result.measures = {
        "reports_per_second": round(len(reports) / total, 1),
        "words_per_second": round(words / total),
        "peak_mb": round(_peak_mb(resource.RUSAGE_SELF), 1),
    }
    result.table = [
        (
            f"  one process: {len(reports)} reports, {words} words, {len(claims)} claims"
            f" in {total:.2f} s (incidents apart)"
        ),
        *(
            f"  {stage:14s} {seconds:7.2f} s  {1000 * seconds / max(1, len(reports)):7.2f} ms a report"
            for stage, seconds in took.items()
        ),
    ]


def _timed(took: dict[str, float], stage: str, work: Callable[[], Done]) -> Done:
    start = time.process_time()
    done = work()
    took[stage] = time.process_time() - start
    return done


def _read(rows: Sequence[Row]) -> list[Report]:
    pages = (
        read_text(row.text, uri=f"{number}", title=row.title, published=row.published)
        for number, row in enumerate(rows)
    )
    return [one for page in pages for one in page if isinstance(one, Report)]


def _through(rows: Sequence[Row]) -> tuple[float, str]:
    """Seconds from a file of reports to incidents in a database, with workers."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "reports.jsonl"
        lines: list[dict[str, Any]] = [
            {**row._asdict(), "url": f"https://example.org/{number}"} for number, row in enumerate(rows)
        ]
        path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
        start = time.perf_counter()
        with relata.open(Path(folder) / "speed.db") as database:
            database.read(path, workers=WORKERS)
            incidents = len(database.incidents())
        took = time.perf_counter() - start
    return (
        took,
        (
            f"{incidents} incidents, {WORKERS} workers, "
            f"peak {_peak_mb(resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN):.0f} MB of a process"
        ),
    )


def _join(size: int) -> tuple[float, str]:
    """Seconds in which the events of ``size`` invented reports become incidents."""
    reports, events, claims = made(size)
    start = time.process_time()
    incidents = build(reports, events, claims, [], NoNames())
    return time.process_time() - start, f"{len(incidents)} incidents of invented reports"


def sizes(wanted: Sequence[int], limit: int | None) -> list[int]:
    """The sizes to measure: all up to the limit, which itself is the last where it cuts."""
    if limit is None:
        return list(wanted)
    return sorted({min(size, limit) for size in wanted if min(size, limit) > 0})


def _grow(result: Result, what: str, unit: str, sizes: Sequence[int], work: Callable[[int], tuple[float, str]]) -> None:
    """A line for each size, and how the cost of one report changes from size to size."""
    cost: list[tuple[int, float]] = []
    for size in sizes:
        took, note = work(size)
        cost.append((size, took / size))
        result.table.append(f"  {what}: {size:7d} {unit} in {took:7.2f} s, {1000 * took / size:7.2f} ms each; {note}")
    for (smaller, before), (larger, after) in pairwise(cost):
        ratio = after / before if before else 0.0
        result.table.append(f"  {what}: a report costs {ratio:.2f} times as much at {larger} as at {smaller}")


def _peak_mb(*who: int) -> float:
    """Highest resident memory in megabytes of the largest process asked for; Linux counts in KiB, macOS in bytes."""
    unit = 1 if sys.platform == "darwin" else 1024
    return max(resource.getrusage(one).ru_maxrss for one in who) * unit / 1e6
