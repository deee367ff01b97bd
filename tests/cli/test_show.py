import json
import re
from pathlib import Path

import jsonschema
import pytest

import relata
from relata.model import Report

HOSTILE = "\x1b[31mRED\x1b[0m \u202eevil\u202c [bold]markup[/bold] \x9b2J"


@pytest.fixture
def one(tmp_path, tell) -> tuple[Path, str, Report]:
    """A database with one incident told by hand, its id, its report."""
    path = tmp_path / "one.db"
    report, extraction = tell(outlet=f"The Khyber Courier {HOSTILE}")
    with relata.open(path) as db:
        db.store.add_file(report.uri, [(report, extraction)], maker=extraction.maker)
        return path, db.incidents().ids[0], report


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_every_line_fits_the_terminal(cli, demo_file, columns):
    with relata.open(demo_file) as db:
        ids = db.incidents().ids[::9]
    for id_ in ids:
        done = cli("--db", demo_file, "show", id_, COLUMNS=str(columns))
        assert done.code == 0
        assert max(map(len, done.out.splitlines())) <= columns


def test_every_claim_is_there_with_its_words_holder_report_and_id(cli, demo_file):
    with relata.open(demo_file) as db:
        incident = max(db.incidents(), key=lambda found: len(found.claims))
    out = " ".join(cli("--db", demo_file, "show", incident.id, COLUMNS="5000").out.split())
    for claim in incident.claims:
        assert f"*{' '.join(claim.quote.split())}*" in out
        assert f"claim {claim.id[:8]}" in out
        assert f"{claim.stance} “" in out
        if claim.holder.key != "@outlet":
            assert claim.holder.text in out


def test_values_come_first_with_lowest_best_and_highest(cli, one):
    path, id_, _ = one
    out = cli("--db", path, "show", id_, COLUMNS="80").out
    assert re.search(r"^date +4 March 2022$", out, re.MULTILINE)
    assert re.search(r"^place +Peshawar, Khyber Pakhtunkhwa, Pakistan \(city, 34\.008 71\.578\)$", out, re.MULTILINE)
    assert re.search(r"^killed +12 +lowest 12, highest open$", out, re.MULTILINE)
    assert "reported · 1 report, 1 independent account" in out
    assert out.index("killed") < out.index("Who says what") < out.index("\nReports")


def test_article_text_cannot_play_tricks_on_the_terminal(cli, one):
    path, id_, _ = one
    for words in (
        ["show", id_],
        ["incidents"],
        ["reports"],
        ["actors"],
        ["show", id_, "--json"],
        ["reports", "--json"],
    ):
        for environment in ({}, {"FORCE_COLOR": "1", "NO_COLOR": "1"}):
            out = cli("--db", path, *words, **environment).out
            assert not set("\x1b\x9b\u202e\u202c") & set(out), words
    assert "[bold]markup[/bold]" in cli("--db", path, "show", id_, COLUMNS="300").out


def test_colours_appear_where_they_are_asked_for_and_not_otherwise(cli, one):
    path, id_, _ = one
    assert "\x1b[" in cli("--db", path, "show", id_, FORCE_COLOR="1", TERM="xterm-256color").out
    assert "\x1b[" not in cli("--db", path, "show", id_).out


def test_json_is_the_incident_of_the_export_with_its_reports(cli, one):
    path, id_, report = one
    found = json.loads(cli("--db", path, "show", id_[:6], "--json").out)
    schema = json.loads((Path(__file__).parents[2] / "docs/schema/export.schema.json").read_text("utf-8"))
    whole = {
        "schema_version": 1,
        "generator": {"name": "relata", "version": "0", "model": None, "extractors": []},
        "reports": found["reports"],
        "incidents": [found["incident"]],
        "actors": [],
    }
    jsonschema.validate(whole, schema)
    assert found["incident"]["id"] == id_
    assert [row["id"] for row in found["reports"]] == [report.id]


def test_a_report_is_shown_with_its_text(cli, one):
    path, _, report = one
    out = cli("--db", path, "report", report.id, COLUMNS="100").out
    assert "5 March 2022 (from the text)" in out
    assert "A bomb killed at least 12 people at a market in Peshawar" in out
    found = json.loads(cli("--db", path, "report", report.id, "--json").out)
    assert found["text"] == report.text
