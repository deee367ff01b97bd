from relata.actors import resolve
from relata.actors.reasons import name_grounds
from relata.model import OUTLET, ActorName, Span, make_claim

PAPER = ActorName("Valley Times", OUTLET, "media")


def named(report, one, other=None):
    """A report that writes a name, or says that it is another one."""
    text = f"{one.text}, also known as {other.text}" if other else one.text
    return make_claim(
        report=report,
        text=text,
        span=Span(0, len(text)),
        attribute="alias",
        value=other or one,
        holder=PAPER,
        actor=one,
    )


def person(text):
    return ActorName(text, None, "person")


def grounds(actor):
    return {name.text: name.ground for name in name_grounds(actor)}


def test_each_name_of_a_known_actor_has_its_entry_or_the_report_that_uses_it():
    isk = ActorName("IS-K", "is-k", "armed group")
    short = ActorName("the province", "is-k", "armed group")
    (actor,) = resolve([], [named("r1", isk), named("r2", short)]).actors
    found = {name.text: name for name in name_grounds(actor)}
    assert (found["IS-K"].ground, found["the province"].ground) == ("entry", "introduced")
    assert found["IS-K"].source
    assert [claim.report for claim in found["IS-K"].claims] == ["r1"]
    assert any(name.ground == "listed" and not name.claims for name in found.values())


def test_each_name_of_a_person_says_what_joins_it():
    claims = [
        named("r1", person("Abu Harun al-Shami"), person("Karim Haddad")),
        named("r2", person("Kerim Haddad")),
        named("r3", person("Haddad")),
        named("r3", person("Karim Haddad")),
    ]
    (actor,) = resolve([], claims).actors
    assert grounds(actor) == {
        "Abu Harun al-Shami": "said",
        "Haddad": "surname",
        "Kerim Haddad": "spelling",
        "Karim Haddad": "said",
    }
    assert all(name.claims and name.because for name in name_grounds(actor))


def test_a_name_can_be_taken_back_and_the_others_stay():
    wrong, right = (
        named("r1", ActorName("IS-K", "is-k", "armed group")),
        named("r2", ActorName("IS-K", "is-k", "armed group")),
    )
    names = [("r1", ActorName("IS-K", "is-k", "armed group")), ("r2", ActorName("IS-K", "is-k", "armed group"))]
    found = resolve(names, [right], [wrong])
    assert found.ref("r2", names[1][1]).id == "is-k"
    assert found.ref("r1", names[0][1]).id != "is-k"
    assert resolve(names, [wrong, right]).ref("r1", names[0][1]).id == "is-k"


def test_a_join_of_two_names_can_be_taken_back():
    join = named("r1", person("Abu Harun al-Shami"), person("Karim Haddad"))
    uses = [("r1", person("Abu Harun al-Shami")), ("r1", person("Karim Haddad"))]
    assert len(resolve(uses, [join]).actors) == 1
    assert len(resolve(uses, [], [join]).actors) == 2
