"""From a text to events and claims: cases kept as files, each with the reason it is there."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from relata.claims.extract import extract
from relata.model import OUTLET, ActorName, Count, DateInterval, Extraction, Place, Report, make_report

CASES = Path(__file__).parents[1] / "cases/claims"


def load(name: str) -> list[pytest.ParameterSet]:
    rows = yaml.safe_load((CASES / f"{name}.yml").read_text("utf-8"))
    return [pytest.param(row, id=" ".join(row["why"].split()[:8])) for row in rows]


def read(row: dict) -> tuple[Report, Extraction]:
    report = make_report(
        uri="case",
        text=row["text"].strip(),
        published=row.get("published"),
        published_from="given",
        outlet=row.get("outlet", "The Case"),
    )
    found = extract(report)
    for claim in found.claims:
        assert report.text[claim.span.start : claim.span.end] == claim.quote
    return report, found


def written_count(claim) -> str:
    value: Count = claim.value
    low, high = ("-" if number is None else str(number) for number in (value.low, value.high))
    marks = " ~" if value.approx else ""
    marks += " (part)" if claim.part else ""
    marks += " (attacker)" if claim.side else ""
    return f"{claim.attribute} {low} {high}{marks}"


@pytest.mark.parametrize("row", load("tolls"))
def test_tolls_are_read_with_their_bounds(row):
    _, found = read(row)
    counts = [written_count(claim) for claim in found.claims if isinstance(claim.value, Count)]
    for wanted in row.get("found", ()):
        assert wanted in counts
    for attribute in row.get("absent", ()):
        assert not [count for count in counts if count.startswith(attribute)]
    for unwanted in row.get("absent_exactly", ()):
        assert unwanted not in counts


def speaks(claim, wanted: str) -> bool:
    what, holder, stance = (part.strip() for part in wanted.split("|"))
    attribute, _, name = what.partition(" ")
    if claim.attribute != attribute or claim.stance != stance:
        return False
    if name and not (isinstance(claim.value, ActorName) and name.casefold() in claim.value.text.casefold()):
        return False
    if holder == "@outlet":
        return claim.holder.key == OUTLET
    return holder.casefold() in claim.holder.text.casefold()


@pytest.mark.parametrize("row", load("voices"))
def test_each_claim_has_its_holder_and_stance(row):
    _, found = read(row)
    said = [(c.attribute, getattr(c.value, "text", c.value), c.holder.text, c.stance) for c in found.claims]
    for wanted in row["found"]:
        assert any(speaks(claim, wanted) for claim in found.claims), said
    for attribute in row.get("absent", ()):
        assert not [claim for claim in found.claims if claim.attribute == attribute], said
    doers = [claim.value.text for claim in found.claims if claim.attribute == "responsible" and claim.value]
    for name in row.get("missing", ()):
        assert not [text for text in doers if name in text], said
    assert not {claim.stance for claim in found.claims} & set(row.get("unsaid", ())), said
    for name in row.get("unasserted", ()):
        assert ("responsible", name) not in {(what, value) for what, value, _, stance in said if stance == "asserts"}
    for name, number in row.get("events_of", {}).items():
        held = {claim.event for claim in found.claims if claim.attribute == "responsible" and claim.value.text == name}
        assert len(held) == number, said


@pytest.mark.parametrize("row", load("targets"))
def test_only_what_was_attacked_is_a_target(row):
    _, found = read(row)
    assert {claim.value for claim in found.claims if claim.attribute == "target"} == set(row["targets"])


def told(found: Extraction) -> list[tuple[str, str, set[str], set[str]]]:
    rows = []
    for event in found.events:
        own = [claim for claim in found.claims if claim.event == event.id]
        places = {claim.value.name for claim in own if isinstance(claim.value, Place)}
        days = {claim.value.start.isoformat() for claim in own if isinstance(claim.value, DateInterval)}
        rows.append((event.type, event.realis, places, days))
    return rows


@pytest.mark.parametrize("row", load("events"))
def test_each_happening_is_one_event(row):
    _, found = read(row)
    kept = [event for event in told(found) if event[1] in {"actual", "background"}]
    wanted = row.get("events", [])
    assert len(kept) == row.get("incidents", len(wanted)), kept
    for line in wanted:
        type_, realis, place, day = (part.strip() for part in line.split("|"))
        assert any(
            event[0] == type_
            and event[1] == realis
            and (place == "null" or place in event[2])
            and (day == "null" or any(found_day.startswith(day) for found_day in event[3]))
            for event in kept
        ), kept


def quiet() -> list[pytest.ParameterSet]:
    rows = yaml.safe_load((CASES / "quiet.yml").read_text("utf-8"))
    return [
        pytest.param(
            row["text"], id=row["why"], marks=[pytest.mark.xfail(reason=row["known"])] if "known" in row else []
        )
        for row in rows
    ]


@pytest.mark.parametrize("text", quiet())
def test_news_without_political_violence_gives_no_incident(text):
    found = extract(make_report(uri="case", text=text, published="2020-06-02", published_from="given"))
    told_of = [event for event in found.events if event.realis in {"actual", "background"}]
    assert told_of == []


def test_the_same_report_gives_the_same_ids():
    text = "Gunmen killed three people in Cali on Monday, police said."
    first = extract(make_report(uri="a.txt", text=text, published="2020-06-02", published_from="given"))
    second = extract(make_report(uri="b.txt", text=text, published="2020-06-02", published_from="given"))
    assert first == second


def test_a_report_without_violence_gives_no_events():
    found = extract(make_report(uri="a", text="The council approved a new budget for schools on Tuesday."))
    assert not found.events
