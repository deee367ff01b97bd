"""What Relata makes of the demonstration corpus, against its gold file.

The whole score is held by the gate (``make gate``, benchmark ``gold`` on ``src/relata/demo``). Here stand the laws that
must hold without exception, and the share of incidents that must be found at least.
"""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

import relata
from relata.demo import gold_file, reports_folder
from relata.model import Incident

MUST_BE_FOUND = 0.75
"""Share of the incidents of the gold file; measured 0.85 when this was set, and it only rises."""


@pytest.fixture(scope="module")
def gold() -> dict:
    return json.loads(gold_file().read_text("utf-8"))


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    with relata.open(str(tmp_path_factory.mktemp("demo") / "demo.db")) as db:
        db.read(reports_folder(), workers=1)
        yield db


def file_of(db, report_id: str) -> str:
    return Path(db.report(report_id).uri).name


def test_every_quote_stands_in_its_report(demo):
    for incident in demo.incidents():
        for claim in incident.claims:
            text = demo.report(claim.report).text
            assert text[claim.span.start : claim.span.end] == claim.quote


def test_no_claim_comes_from_page_furniture(demo, gold):
    furniture = {name: row.get("furniture", ()) for name, row in gold["reports"].items()}
    for incident in demo.incidents():
        for claim in incident.claims:
            assert not any(words in claim.quote for words in furniture.get(file_of(demo, claim.report), ()))


def test_the_report_in_another_language_is_skipped_with_its_reason(demo):
    reasons = {Path(item.uri).name: item.reason for item in demo.skipped()}
    assert reasons["bogota-faro.txt"] == "not English"


@pytest.mark.xfail(reason="a section page of headlines and opening lines is taken for an article")
def test_the_page_of_nothing_but_furniture_is_skipped(demo):
    assert "kestrel-section.html" in {Path(item.uri).name for item in demo.skipped()}


def test_copies_of_the_wire_story_are_one_account(demo, gold):
    copies = [name for name, row in gold["reports"].items() if row.get("copy_of")]
    (siege,) = [
        incident
        for incident in demo.incidents(since="2015-04-01", until="2015-04-03", country="KE")
        if len(incident.reports) >= len(copies)
    ]
    assert siege.corroboration.origins < siege.corroboration.reports


def agrees(wanted: dict, incident: Incident) -> int:
    """On how many of date, place and dead the two agree."""
    points = 0
    if wanted.get("date") and incident.date:
        first, last = (date.fromisoformat(day) for day in wanted["date"])
        points += first - timedelta(1) <= incident.date.start and incident.date.end <= last + timedelta(1)
    if wanted.get("place") and incident.place:
        points += any(name.casefold() in incident.place.name.casefold() for name in wanted["place"]["names"])
        points += incident.place.country == wanted["place"]["country"]
    numbers = set((wanted.get("killed") or {}).values())
    if numbers and incident.killed:
        points += bool(numbers & {incident.killed.low, incident.killed.best, incident.killed.high})
    return points


def test_most_incidents_of_the_gold_file_are_found(demo, gold):
    found = [({file_of(demo, report) for report in incident.reports}, incident) for incident in demo.incidents()]
    must = [wanted for wanted in gold["incidents"] if not wanted.get("optional")]
    hits = [
        wanted["id"]
        for wanted in must
        if any(files & set(wanted["reports"]) and agrees(wanted, incident) >= 2 for files, incident in found)
    ]
    assert len(hits) / len(must) >= MUST_BE_FOUND, sorted({wanted["id"] for wanted in must} - set(hits))
