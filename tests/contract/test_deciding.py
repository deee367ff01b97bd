"""Decisions in every store: added, withdrawn, taken over from others, never lost."""

import dataclasses
from datetime import date

import pytest

from relata.errors import NotFoundError, QueryError
from relata.model import DateInterval, Decision, Doer, Place, Span, Toll, content_id
from relata.run import recompute
from relata.run.decisions import effects
from relata.run.decisions.effects import GONE, OVERRULED
from relata.store import Store, TakenOver


class Clock:
    """Stands still unless it is moved."""

    def __init__(self):
        self.minute = 1

    def __call__(self):
        return f"2024-05-01T10:{self.minute:02}:00+00:00"


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def store(database, clock):
    found = Store.open(database, clock=clock)
    yield found
    found.close()


@pytest.fixture
def two(store, tell):
    """Two reports of a bombing each, in the store."""
    found = [tell(), tell("A bomb hurt three people in Quetta, a doctor said.", uri="b")]
    store.add_file("a", found)
    return found


VALUES = [
    ("killed", Toll(60, 64, None)),
    ("wounded", None),
    ("type", "suicide bombing"),
    ("date", DateInterval(date(2022, 3, 4), date(2022, 3, 5), "range")),
    ("place", Place("Kocha Risaldar", None, "PK", 34.01, 71.58, "site")),
    ("responsible", (Doer("Boko Haram", "suspected"), Doer("ISWAP"))),
    ("responsible", ()),
    ("target", ("market", "mosque")),
]


@pytest.mark.parametrize(("attribute", "value"), VALUES, ids=lambda value: str(value)[:20])
def test_each_value_that_an_analyst_sets_comes_back_as_it_was(store, two, attribute, value):
    event = two[0][1].events[0]
    made = store.add_decision(
        "correct", [event.id], by="A. Analyst", reason="I was there.", attribute=attribute, value=value
    )
    assert store.decisions() == [made]
    assert (made.subjects, made.attribute, made.value) == ((event.id,), attribute, value)
    assert [(one.report, one.span) for one in made.anchors] == [(event.report, event.trigger)]


def test_a_decision_is_withdrawn_and_never_lost(store, two, clock):
    claim = two[0][1].claims[0]
    made = store.add_decision("reject", [claim.id[:8]], by="an analyst", reason="It counts the wounded.")
    assert made.subjects == (claim.id,)
    assert (made.anchors[0].attribute, made.anchors[0].said) == ("killed", "12-None")
    clock.minute = 2
    undone = store.withdraw_decision(made.id[:6], by="another")
    assert (undone.id, undone.withdrawn_at, undone.withdrawn_by) == (made.id, clock(), "another")
    assert store.decisions() == []
    assert store.decisions(withdrawn=True) == [undone]
    with pytest.raises(QueryError, match="withdrawn already"):
        store.withdraw_decision(made.id)


def test_decisions_of_one_moment_keep_their_order(store, two):
    subjects = [found[1].events[0].id for found in two]
    made = [store.add_decision(kind, subjects, by="me", reason="so") for kind in ("same", "different") * 6]
    assert store.decisions() == made
    assert [one.at for one in made] == sorted({one.at for one in made})
    assert store.withdraw_decision(made[-1].id).withdrawn_at > made[-1].at


def test_an_incident_stands_for_its_event_and_a_claim_for_the_event_it_is_about(store, two):
    (_, first), (_, second) = two
    store.save_incidents([], [])
    events = sorted(found.events[0].id for found in (first, second))
    made = store.add_decision("different", [first.claims[0].id, second.events[0].id], by="me", reason="two towns")
    assert list(made.subjects) == events
    with pytest.raises(QueryError, match="got 1 different ids"):
        store.add_decision("same", [first.claims[0].id, first.events[0].id], by="me", reason="so")


@pytest.mark.parametrize(
    ("kind", "subjects", "more", "error", "words"),
    [
        ("merge", ["aaaa"], {}, QueryError, "same, different, reject, correct, confirm"),
        ("reject", ["ffffffff"], {}, NotFoundError, "no claim"),
        ("confirm", ["ff"], {}, NotFoundError, "incident or event or claim .* first 4 characters"),
        ("same", [], {}, QueryError, "two or more"),
        ("same", [], {"by": " "}, QueryError, "by is empty"),
        ("same", [], {"reason": ""}, QueryError, "reason is empty"),
        ("correct", ["aaaa"], {"attribute": "mood", "value": "x"}, QueryError, "attribute is 'mood'"),
        ("correct", ["aaaa"], {"attribute": "killed", "value": Toll(3, 2, 1)}, QueryError, "no value for killed"),
        ("correct", ["aaaa"], {"attribute": "type", "value": None}, QueryError, "no value for type"),
        ("confirm", ["aaaa"], {"attribute": "killed"}, QueryError, "sets no value"),
    ],
)
def test_a_decision_about_nothing_is_refused(store, two, kind, subjects, more, error, words):
    with pytest.raises(error, match=words):
        store.add_decision(kind, subjects, **{"by": "me", "reason": "so", **more})
    assert store.decisions(withdrawn=True) == []


def test_an_id_that_may_mean_two_things_is_refused(store, tell):
    """The beginning of an id can be that of an event and of a claim."""
    found, n = {}, 0
    while not (both := {event[:4] for event in found} & {claim[:4] for claims in found.values() for claim in claims}):
        report, extraction = tell(f"A bomb killed {n} people in Peshawar.", uri=f"{n}")
        store.add_file(f"{n}", [(report, extraction)])
        found[extraction.events[0].id] = [claim.id for claim in extraction.claims]
        n += 1
    with pytest.raises(NotFoundError, match="give more characters"):
        store.add_decision("confirm", [min(both)], by="me", reason="so")


def test_decisions_are_taken_over_with_everything_and_only_once(store, two, tmp_path, clock):
    events = [found[1].events[0].id for found in two]
    kept = store.add_decision("different", events, by="Ann", reason="two towns")
    gone = store.withdraw_decision(store.add_decision("confirm", events[:1], by="Ann", reason="I saw it").id, by="Bo")
    other = Store.open(tmp_path / "other.db", clock=clock)
    assert other.take_over_decisions([gone, kept]) == TakenOver(added=2)
    assert other.decisions(withdrawn=True) == store.decisions(withdrawn=True) == [kept, gone]
    assert other.take_over_decisions([kept, gone]) == TakenOver(known=2)
    undone = store.withdraw_decision(kept.id)
    assert other.take_over_decisions([undone]) == TakenOver(withdrawn=1)
    assert other.take_over_decisions([kept]) == TakenOver(known=1)
    assert other.decisions() == []
    other.close()


def test_taking_over_is_all_or_nothing(store):
    def some():
        yield Decision("confirm", ("a" * 16,), "Ann", "so", "2024-05-01T10:00:00+00:00")
        raise RuntimeError("the line went dead")

    with pytest.raises(RuntimeError, match="dead"):
        store.take_over_decisions(some())
    assert store.decisions() == []


def test_words_that_no_database_takes_leave_the_id_true(store, two):
    made = store.add_decision("confirm", [two[0][1].events[0].id], by="A\x00nn", reason="\ud800 so")
    (kept,) = store.decisions()
    assert kept == made
    assert kept.id == made.id == content_id("decision", "confirm", list(kept.subjects), kept.by, kept.reason, kept.at)
    event = two[0][1].events[0].id
    made = store.add_decision("correct", [event], by="me", reason="so", attribute="target", value=("a\x00b",))
    assert made in store.decisions()


def test_where_a_subject_stood_is_that_of_its_newest_reading(store, two):
    report, extraction = two[0]
    event = dataclasses.replace(extraction.events[0], trigger=Span(3, 6))
    made = store.add_decision("confirm", [event.id], by="me", reason="so")
    assert made.anchors[0].span == extraction.events[0].trigger
    assert made.anchors[0].spans
    assert made.anchors[0].report == report.id


def without(store):
    recompute(store)
    return [one.without for one in effects(store)]


def test_of_two_judgements_on_a_claim_about_an_actor_the_later_is_in_effect(store, two, clock):
    alias = two[0][1].claims[-1]
    assert alias.event is None
    for clock.minute, kind in ((2, "reject"), (3, "confirm")):
        store.add_decision(kind, [alias.id], by="me", reason="so")
    assert without(store) == [OVERRULED, ""]
    store.withdraw_decision(store.decisions()[1].id)
    assert without(store) == [""]


def test_a_decision_that_does_not_say_where_its_subject_stands_is_found_by_its_id(store, two, clock):
    for subject in (two[0][1].claims[0].id, two[0][1].claims[-1].id, "0" * 16):
        store.take_over_decisions([Decision("reject", (subject,), "Ann", "so", clock())])
        clock.minute += 1
    recompute(store)
    found = {one.decision.subjects[0]: one.without for one in effects(store)}
    assert list(found.values()).count("") == 2
    assert found["0" * 16] == GONE
