from datetime import date

from by_hand import FRONT, KABUL, LEAGUE, by, incident

from relata.answers.dossier import make_dossier
from relata.answers.objects import dossier_object
from relata.model import OUTLET, Actor, ActorName, Names, Span, make_claim

TIMES = ActorName("Valley Times", OUTLET, "media")
IDS = {"Valley Front": "front", "Hill League": "league", "Dara Noori": "dara", "Sam Okello": "sam"}
NAMES = Names({("", ActorName(name)): id_ for name, id_ in IDS.items()})


def said(attribute, value, *, of="Valley Front", stance="asserts", report="r1"):
    text = f"{of} {attribute} {getattr(value, 'text', value)}"
    return make_claim(
        report=report,
        text=text,
        span=Span(0, len(text)),
        attribute=attribute,
        value=value,
        holder=TIMES,
        actor=ActorName(of),
        stance=stance,
    )


def dossier(*claims, incidents=(), named_in=()):
    actor = Actor("front", "Valley Front", "armed group", ("Valley Front",), claims)
    return make_dossier(actor, incidents, names=NAMES, named_in=named_in)


def test_values_stand_side_by_side_and_disagreement_is_told():
    found = dossier(
        said("leader", ActorName("Dara Noori")),
        said("leader", ActorName("Sam Okello"), report="r2"),
        said("leader", ActorName("Dara Noori"), report="r3"),
        said("area", "Kohat"),
        said("area", "Quetta"),
        said("strength", "300"),
        said("strength", "300", stance="denies", report="r4"),
    )
    slots = {slot.attribute: slot for slot in found.profile}
    assert list(slots) == ["leader", "strength", "area"]
    assert [(one.value, one.actor, len(one.claims)) for one in slots["leader"].values] == [
        ("Dara Noori", "dara", 2),
        ("Sam Okello", "sam", 1),
    ]
    assert {name: slot.disagreement for name, slot in slots.items()} == {
        "leader": True,
        "strength": True,
        "area": False,
    }


def test_rivals_are_those_that_either_side_is_said_to_have():
    found = dossier(
        said("ally", ActorName("Sam Okello"), stance="denies"),
        named_in=[said("rival", ActorName("Valley Front"), of="Hill League")],
    )
    assert [(row.relation, row.actor.id) for row in found.related] == [("rival", "league")]


def test_incidents_stand_by_status_and_year_and_only_sure_ones_are_added_up():
    deeds = [
        incident(
            "a", date(2021, 1, 4), killed=3, responsible=(by(FRONT),), victims=("Guards", "guards"), weapons=("bomb",)
        ),
        incident(
            "b",
            date(2022, 1, 4),
            killed=2,
            responsible=(by(LEAGUE), by(FRONT, "suspected")),
            victims=("guards",),
            place=KABUL,
        ),
        incident("c", date(2022, 2, 4), killed=9, responsible=(by(FRONT, "denied"),), victims=("nuns",)),
        incident("d", date(2022, 3, 4), killed=8, responsible=(by(LEAGUE),)),
    ]
    found = dossier(incidents=deeds)
    assert [(deed.incident.title, deed.status) for deed in found.deeds] == [
        ("a", "claimed"),
        ("b", "suspected"),
        ("c", "denied"),
    ]
    assert [(year.year, year.statuses["claimed"], year.statuses["denied"]) for year in found.years] == [
        ("2021", 1, 0),
        ("2022", 0, 1),
    ]
    assert found.tolls["killed"].total.best == 5
    assert [(row.name, row.total.best) for row in found.tolls["killed"].apart] == [("denied", 9)]
    assert [(one.name, one.incidents) for one in found.victims] == [("guards", 2)]
    assert [(one.name, one.incidents) for one in found.countries] == [("AF", 1), ("PK", 1)]
    assert "wounded" not in found.tolls


def test_as_json_every_claim_stands_once_and_is_referred_to():
    claim = said("rival", ActorName("Hill League"))
    made = dossier_object(dossier(claim, named_in=[claim]))
    assert [one["id"] for one in made["claims"]] == [claim.id]
    assert made["profile"][0]["values"][0]["claims"] == [claim.id]
    assert made["related"][0]["actor"] == "league"
