"""Laws of building incidents: whatever the claims are, these hold."""

import dataclasses
import sys
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent.parent / "incidents"))
from made import Names, telling

from relata.incidents import build
from relata.model import ActorName, Count, Decision

WORDS = ("market", "convoy", "school", "checkpoint", "Amina Yusuf", "Daoud Khan", "rickshaw", "gate 4471")
TYPES = ("bombing", "suicide bombing", "armed assault", "air strike", "other")

counts = st.one_of(
    st.integers(0, 90).map(lambda n: Count(n, n, str(n))),
    st.integers(1, 90).map(lambda n: Count(n, None, f"at least {n}")),
    st.integers(1, 90).map(lambda n: Count(None, n, f"up to {n}")),
    st.sampled_from([Count(None, None, "dozens"), Count(None, None, "an unclear number")]),
)


@st.composite
def tellings(draw):
    told = []
    for number in range(draw(st.integers(1, 6))):
        words = " ".join(draw(st.lists(st.sampled_from(WORDS), max_size=6)))
        published = draw(st.sampled_from([None, "2020-05-02", "2020-05-03", "2020-06-20"]))
        t = telling(
            f"Report {number}. An attack and a blast hit the {words}. Police spoke of dead.",
            f"Outlet {number % 4}",
            published,
        )
        for trigger in draw(st.sampled_from([["attack"], ["attack", "blast"]])):
            event = t.event(
                trigger,
                draw(st.sampled_from(TYPES)),
                draw(st.sampled_from(["actual", "background", "denied", "planned"])),
            )
            if draw(st.booleans()):
                t.claim(event, "date", date(2020, 5, 1) + timedelta(days=draw(st.integers(0, 3))))
            if draw(st.booleans()):
                t.claim(event, "place", draw(st.sampled_from(["Quetta", "Kabul", "Pakistan", "Peshawar"])))
            for count in draw(st.lists(counts, max_size=3)):
                t.claim(event, "killed", count, by=draw(st.sampled_from(["Police", "Villagers"])))
            for stance in draw(st.lists(st.sampled_from(["claims", "asserts", "denies", "suspects"]), max_size=2)):
                t.claim(event, "responsible", ActorName("Red Front", "red", "armed group"), stance=stance, by="Police")
            if draw(st.booleans()):
                t.claim(
                    event,
                    "happened",
                    None,
                    stance=draw(st.sampled_from(["denies", "doubts", "confirms"])),
                    by="Ministry",
                )
        told.append(t)
    return told


def parts(told):
    return [t.report for t in told], [e for t in told for e in t.events], [c for t in told for c in t.claims]


@settings(max_examples=60, deadline=None)
@given(tellings(), st.randoms(use_true_random=False))
def test_the_order_of_reports_events_and_claims_never_matters(told, random):
    reports, events, claims = parts(told)
    once = build(reports, events, claims, [], Names())
    for items in (reports, events, claims):
        random.shuffle(items)
    assert build(reports, events, claims, [], Names()) == once


@settings(max_examples=60, deadline=None)
@given(tellings())
def test_every_event_is_in_at_most_one_incident_and_every_claim_stays_with_its_event(told):
    reports, events, claims = parts(told)
    found = build(reports, events, claims, [], Names())
    placed = [event for incident in found for event in incident.events]
    assert len(placed) == len(set(placed))
    assert {e.id for e in events if e.realis in ("actual", "background")} <= set(placed)
    assert not {e.id for e in events if e.realis == "planned"} & set(placed)
    for incident in found:
        assert {claim.event for claim in incident.claims} <= set(incident.events)
        assert {claim.id for claim in claims if claim.event in incident.events} == {
            claim.id for claim in incident.claims
        }
        assert 1 <= incident.corroboration.origins <= incident.corroboration.reports == len(incident.reports)
        assert incident.standing_because


@settings(max_examples=60, deadline=None)
@given(tellings())
def test_low_best_and_high_never_cross(told):
    for incident in build(*parts(told), [], Names()):
        if incident.killed is not None:
            known = [n for n in (incident.killed.low, incident.killed.best, incident.killed.high) if n is not None]
            assert known == sorted(known)


@settings(max_examples=40, deadline=None)
@given(tellings(), st.data())
def test_what_an_analyst_parted_is_apart_and_what_one_joined_is_together(told, data):
    reports, events, claims = parts(told)
    able = sorted(e.id for e in events if e.realis in ("actual", "background"))
    if len(able) < 2:
        return
    pair = tuple(sorted(data.draw(st.lists(st.sampled_from(able), min_size=2, max_size=2, unique=True))))
    for kind in ("same", "different"):
        decision = Decision(kind, pair, "nadia", "I read both", "2020-05-04T00:00:00Z")
        found = build(reports, events, claims, [decision], Names())
        together = any(set(pair) <= set(incident.events) for incident in found)
        assert together is (kind == "same")


@settings(max_examples=40, deadline=None)
@given(tellings())
def test_a_rejected_claim_leaves_no_trace_but_the_decision(told):
    reports, events, claims = parts(told)
    if not claims:
        return
    decision = Decision("reject", (claims[0].id,), "nadia", "misread", "2020-05-04T00:00:00Z")
    found = build(reports, events, claims, [decision], Names())
    assert [dataclasses.replace(incident, decisions=()) for incident in found] == build(
        reports, events, [claim for claim in claims if claim.id != claims[0].id], [], Names()
    )
