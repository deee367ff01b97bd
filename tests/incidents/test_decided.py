"""What analysts decide, from decisions to incidents."""

from datetime import date

import pytest
from made import built, telling

from relata.incidents.subjects import settle
from relata.model import (
    Anchor,
    Count,
    DateInterval,
    Decision,
    Doer,
    Place,
    Span,
    Toll,
    make_claim,
    make_event,
)
from relata.model.decision import said

DAY = date(2022, 3, 4)


def blast(outlet="Frontier Daily", town="Peshawar", killed=56, day=DAY, published="2022-03-05"):
    t = telling(
        f"A bomb exploded at a market in {town} on March {day.day}. {killed} people were killed, police said, as "
        f"traders of {outlet} fled.",
        outlet,
        published,
    )
    event = t.event("exploded", "bombing", date=day, place=town, target="market")
    t.claim(event, "killed", Count(killed, killed, str(killed)), by="police")
    return t


def decided(kind, *subjects, n=1, **more):
    at = f"2022-03-08T10:00:{n:02}+00:00"
    return Decision(kind, tuple(subjects), more.pop("by", "nadia"), "I read both", at, **more)


def event_of(t):
    return t.events[0].id


def killed_of(t):
    return next(claim.id for claim in t.claims if claim.attribute == "killed")


def test_incidents_called_the_same_are_joined_whole():
    here = [blast("One"), blast("Two")]
    there = [blast("Three", "Quetta", 9), blast("Four", "Quetta", 9)]
    assert len(built(*here, *there)) == 2
    (joined,) = built(*here, *there, decisions=[decided("same", event_of(here[0]), event_of(there[1]))])
    assert len(joined.events) == 4
    assert [(one.kind, one.in_effect) for one in joined.decisions] == [("same", True)]


def test_what_is_called_the_same_shares_what_it_is_called_different_from():
    one, two, three = blast("One"), blast("Two"), blast("Three", "Quetta", 9)
    found = built(
        one, two, three,
        decisions=[
            decided("same", event_of(one), event_of(three)),
            decided("different", event_of(two), event_of(three), n=2),
        ],
    )  # fmt: skip
    assert sorted(len(incident.events) for incident in found) == [1, 2]
    (joined,) = (incident for incident in found if len(incident.events) == 2)
    assert set(joined.events) == {event_of(one), event_of(three)}


def test_of_decisions_that_cannot_all_hold_different_goes_before_same_and_says_so():
    one, two, three = blast("One"), blast("Two", "Quetta", 9), blast("Three", "Kabul", 3)
    found = built(
        one, two, three,
        decisions=[
            decided("same", event_of(one), event_of(two)),
            decided("same", event_of(two), event_of(three), n=2),
            decided("different", event_of(one), event_of(three), n=3),
        ],
    )  # fmt: skip
    assert sorted(len(incident.events) for incident in found) == [1, 2]
    states = {ruling.at[-8:-6]: ruling.in_effect for incident in found for ruling in incident.decisions}
    assert any(ruling.in_effect for incident in found for ruling in incident.decisions if ruling.kind == "same")
    assert states["03"]


VALUES = [
    ("killed", Toll(60, 64, 70), "killed", Toll(60, 64, 70), Toll(56, 56, 56)),
    ("killed", None, "killed", None, Toll(56, 56, 56)),
    ("wounded", Toll(5, 5, 5), "wounded", Toll(5, 5, 5), None),
    ("type", "suicide bombing", "type", "suicide bombing", "bombing"),
    ("date", DateInterval.in_month(2022, 3), "date", DateInterval.in_month(2022, 3), DateInterval.on(DAY)),
    ("target", ("gate",), "targets", ("gate",), ("market",)),
    ("weapon", (), "weapons", (), ()),
]


@pytest.mark.parametrize(("attribute", "value", "slot", "then", "before"), VALUES)
def test_a_value_that_an_analyst_sets_goes_before_the_claims_and_keeps_what_they_give(
    attribute, value, slot, then, before
):
    t = blast()
    made = decided("correct", event_of(t), attribute=attribute, value=value)
    (plain,) = built(t)
    (incident,) = built(t, decisions=[made])
    assert getattr(incident, slot) == then
    (ruling,) = incident.decisions
    assert (ruling.id, ruling.by, ruling.replaced) == (made.id, "nadia", before)
    assert incident.claims == plain.claims
    assert (incident.standing, incident.standing_because) == (plain.standing, plain.standing_because)


def test_the_line_for_lists_has_the_values_that_were_set():
    t = blast()
    kocha = Place("Kocha Risaldar", None, "PK", 34.01, 71.58, "site")
    (incident,) = built(
        t,
        decisions=[
            decided("correct", event_of(t), attribute="killed", value=Toll(64, 64, 64)),
            decided("correct", event_of(t), n=2, attribute="place", value=kocha),
        ],
    )
    assert incident.title == "Bombing in Kocha Risaldar, PK, 4 March 2022: 64 killed"


def test_whom_an_analyst_names_as_responsible_stands_alone_with_the_analyst_as_holder():
    t = blast()
    t.claim(t.events[0], "responsible", "Red Front", by="police")
    (incident,) = built(
        t,
        decisions=[decided("correct", event_of(t), attribute="responsible", value=(Doer("Blue Front", "suspected"),))],
    )
    assert [(one.actor.name, one.status, one.holders) for one in incident.responsible] == [
        ("Blue Front", "suspected", ("nadia",))
    ]
    assert incident.decisions[0].replaced == (Doer("Red Front", "attributed"),)
    (nobody,) = built(t, decisions=[decided("correct", event_of(t), attribute="responsible", value=())])
    assert nobody.responsible == ()


def test_an_actor_whom_an_analyst_names_twice_stands_once_and_the_strongest_status_first():
    t = blast()
    t.claim(t.events[0], "responsible", "Red Front", by="police")
    value = (Doer("red front", "denied"), Doer("Hill League", "suspected"), Doer("Red Front", "claimed"))
    (incident,) = built(t, decisions=[decided("correct", event_of(t), attribute="responsible", value=value)])
    assert [(one.actor.name, one.status) for one in incident.responsible] == [
        ("Red Front", "claimed"),
        ("Hill League", "suspected"),
    ]


def test_of_two_values_for_one_thing_the_later_holds_and_the_earlier_is_shown_without_effect():
    t = blast()
    (incident,) = built(
        t,
        decisions=[decided("correct", event_of(t), n=n, attribute="killed", value=Toll(n, n, n)) for n in (2, 1, 3)],
    )
    assert incident.killed == Toll(3, 3, 3)
    assert [ruling.in_effect for ruling in incident.decisions] == [False, False, True]


def test_an_incident_that_an_analyst_vouches_for_is_confirmed_with_the_name():
    t = blast()
    t.claim(t.events[0], "happened", None, by="the army", stance="denies")
    (contested,) = built(t)
    assert contested.standing == "contested"
    (incident,) = built(t, decisions=[decided("confirm", event_of(t))])
    assert incident.standing == "confirmed"
    assert "“vouched”: nadia vouches for it" in incident.standing_because
    assert incident.standing_because.endswith("by the claims alone it is contested.")


def test_a_claim_that_an_analyst_vouches_for_is_the_best_and_one_vouched_for_denial_confirms_nothing():
    early, late = blast("One", killed=56), blast("Two", killed=64, published="2022-03-07")
    assert [one.killed.best for one in built(early, late)] == [64]
    (incident,) = built(early, late, decisions=[decided("confirm", killed_of(early))])
    assert (incident.killed, incident.standing) == (Toll(56, 56, 64), "confirmed")
    assert f"what police (claim {killed_of(early)}) says" in incident.standing_because
    denial = early.claim(early.events[0], "happened", None, by="the army", stance="denies")
    (incident,) = built(early, late, decisions=[decided("confirm", denial.id)])
    assert incident.standing == "contested"


def test_about_one_claim_the_latest_of_rejecting_and_vouching_holds():
    t = blast()
    both = [decided("reject", killed_of(t)), decided("confirm", killed_of(t), n=2)]
    (incident,) = built(t, decisions=both)
    assert incident.killed.best == 56
    assert [ruling.in_effect for ruling in incident.decisions] == [False, True]


def moved(t, by=0, trigger=None, value=None):
    """The same report as another extractor reads it: other offsets, and so other ids."""
    old = t.events[0]
    span = trigger or Span(old.trigger.start - by, old.trigger.end)
    event = make_event(report=t.report.id, type="bombing", realis="actual", trigger=span)
    claims = [
        make_claim(
            report=t.report.id,
            text=t.report.text,
            span=Span(claim.span.start, claim.span.end + 1),
            attribute=claim.attribute,
            value=value if value and claim.attribute == "killed" else claim.value,
            holder=claim.holder,
            stance=claim.stance,
            event=event.id,
        )
        for claim in t.claims
    ]
    return [event], claims


def anchored(t, kind, subject, **more):
    """A decision as the store writes it down, with where its subject stood."""
    event = t.events[0]
    claim = next((one for one in t.claims if one.id == subject), None)
    spans = tuple(dict.fromkeys(one.span for one in t.claims))
    anchor = Anchor(subject, t.report.id, event.trigger, spans=spans)
    if claim is not None:
        anchor = Anchor(subject, t.report.id, claim.span, claim.attribute, said(claim.value), claim.stance)
    return decided(kind, subject, anchors=(anchor,), **more)


@pytest.mark.parametrize(
    "change",
    [
        {"by": 2},  # the word is drawn longer
        {"trigger": Span(100, 106)},  # another word, far away, and the same claims
    ],
)
def test_a_decision_about_an_incident_outlives_an_extractor_that_draws_its_words_otherwise(change):
    t = blast()
    made = anchored(t, "confirm", event_of(t))
    events, claims = moved(t, **change)
    assert events[0].id != event_of(t)
    (one,) = settle([made], events, claims)
    assert one.subjects == (events[0].id,)
    t.events, t.claims = events, claims
    assert built(t, decisions=[made])[0].standing == "confirmed"


def test_a_decision_about_a_claim_passes_to_the_same_statement_and_to_no_other():
    t = blast()
    made = anchored(t, "reject", killed_of(t))
    events, claims = moved(t, by=2)
    (one,) = settle([made], events, claims)
    assert one.subjects == tuple(claim.id for claim in claims if claim.attribute == "killed")
    (other,) = settle([made], *moved(t, by=2, value=Count(65, 65, "65")))
    assert other.lost
    t.events, t.claims = moved(t, by=2, value=Count(65, 65, "65"))
    assert built(t, decisions=[made])[0].killed.best == 65


def test_decisions_whose_subjects_are_gone_change_nothing():
    t, other = blast(), blast("Other", "Quetta", 9)
    gone = [
        anchored(other, "confirm", event_of(other)),
        anchored(other, "reject", killed_of(other)),
        decided("same", event_of(t), event_of(other)),
        decided("different", "0" * 16, "1" * 16),
        decided("correct", "0" * 16, attribute="killed", value=Toll(1, 1, 1)),
    ]
    assert built(t, decisions=gone)[0].decisions[0].in_effect is False
    assert [one.lost for one in settle(gone, t.events, t.claims)] == [True] * 5
