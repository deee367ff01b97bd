"""Laws of deciding: undone leaves no trace, order does not matter, reading again keeps everything."""

import io
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import relata
from relata.demo import reports_folder

KINDS = ("same", "different", "reject", "correct", "confirm")
VALUES = [
    ("killed", "64 (60-70)"),
    ("wounded", "unknown"),
    ("type", "clash"),
    ("date", "2015-01"),
    ("place", "Kocha, PK 34.01 71.58"),
    ("responsible", "Red Front (suspected)"),
    ("target", "gate; bridge"),
]
FILES = ("garissa", "westgate", "dapchi", "baga")
"""Reports of events that are told by several, some of them joined."""


def files():
    return [str(path) for path in sorted(reports_folder().iterdir()) if path.name.startswith(FILES)]


def exported(db):
    stream = io.StringIO()
    db.export("json", stream)
    return stream.getvalue()


@pytest.fixture(scope="module")
def db():
    """A small database of reports on a few events; each test leaves it as it found it."""
    with relata.open(":memory:") as found:
        found.read(*files())
        yield found


@pytest.fixture(scope="module")
def other():
    """Another database of the same reports, on another machine as it were."""
    with relata.open(":memory:") as found:
        found.read(*files())
        yield found


@pytest.fixture(scope="module")
def plain(db):
    return exported(db)


def made(data, db, incidents):
    """A decision that hypothesis chooses."""
    kind = data.draw(st.sampled_from(KINDS))
    one = data.draw(st.sampled_from(incidents))
    if kind in ("same", "different"):
        events = sorted(event for incident in incidents for event in incident.events)
        pair = data.draw(st.lists(st.sampled_from(events), min_size=2, max_size=3, unique=True))
        return db.decide(kind, pair, "Ann", "so")
    if kind == "correct":
        attribute, value = data.draw(st.sampled_from(VALUES))
        return db.decide(kind, [one.id], "Bo", "so", attribute=attribute, value=value)
    claim = data.draw(st.sampled_from(one.claims)).id
    return db.decide(kind, [claim if kind == "reject" or data.draw(st.booleans()) else one.id], "Ann", "so")


def undecided(db):
    """Its incidents without any decision: hypothesis may have given up an example halfway, and left some standing."""
    for one in db.decisions():
        db.undo(one.id)
    return list(db.incidents())


LAW = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@LAW
@given(data=st.data())
def test_what_is_decided_and_undone_leaves_the_export_as_it_was(db, plain, data):
    incidents = undecided(db)
    decided = [made(data, db, incidents) for _ in range(data.draw(st.integers(1, 4)))]
    exported(db)
    for one in data.draw(st.permutations(decided)):
        db.undo(one.id, by="Cy")
    assert exported(db) == plain
    assert {one.id for one in decided} <= {one.id for one in db.decisions(withdrawn=True)}


@LAW
@given(data=st.data())
def test_the_order_in_which_decisions_are_written_down_does_not_matter(db, other, plain, data):
    undecided(other)
    incidents = undecided(db)
    decided = [made(data, db, incidents) for _ in range(data.draw(st.integers(2, 4)))]
    for one in data.draw(st.permutations(decided)):
        other.store.take_over_decisions([one])
    assert exported(other) == exported(db)
    assert other.effects() == db.effects()
    for one in decided:
        for each in (db, other):
            each.undo(one.id)
    assert exported(db) == exported(other) == plain


def test_decisions_outlive_another_extractor_and_the_return_of_the_first(tmp_path):
    """Each trigger is drawn a character longer: every event, and every claim, has another id."""

    class Longer:
        name, version = "longer", "1"

        def extract(self, report):
            found = relata.run.extractor_named("rules").extract(report)
            events = {e.id: relata.model.make_event(
                report=report.id, type=e.type, realis=e.realis, trigger=replace(e.trigger, end=e.trigger.end + 1)
            ) for e in found.events}  # fmt: skip
            claims = [
                relata.model.make_claim(
                    **{name: getattr(c, name) for name in (
                        "report", "span", "attribute", "value", "holder", "stance", "actor", "of", "side", "via",
                        "part", "mode", "channel",
                    )},
                    text=report.text, event=c.event and events[c.event].id,
                )
                for c in found.claims
            ]  # fmt: skip
            return relata.Extraction(report.id, tuple(events.values()), tuple(claims), relata.Maker("longer", "1"))

    with relata.open(tmp_path / "x.db") as db:
        db.read(*files())
        one, other = [incident for incident in db.incidents() if incident.killed][:2]
        claim = next(claim for claim in other.claims if claim.attribute == "killed")
        db.decide("same", [one.id, other.id], "Ann", "one")
        db.decide("correct", [one.id], "Ann", "lists", attribute="killed", value="7")
        db.decide("reject", [claim.id], "Ann", "wrong")
        db.decide("confirm", [one.id], "Ann", "seen")
        before = exported(db)
        db.read(*files(), extractor=Longer())
        joined = db.incident(one.id)
        assert joined == db.incident(other.id)
        assert (joined.killed.best, joined.standing) == (7, "confirmed")
        assert [ruling.in_effect for ruling in joined.decisions] == [True] * 4
        assert [effect.without for effect in db.effects()] == [""] * 4
        db.read(*files())
        assert exported(db) == before
