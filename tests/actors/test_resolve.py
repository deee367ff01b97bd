from relata.actors import resolve
from relata.model import OUTLET, ActorName, Span, make_claim

PAPER = ActorName("Valley Times", OUTLET, "media")


def person(text):
    return ActorName(text, None, "person")


def alias(report, one, other, stance="asserts"):
    text = f"{one.text}, also known as {other.text}"
    return make_claim(
        report=report,
        text=text,
        span=Span(0, len(text)),
        attribute="alias",
        value=other,
        holder=PAPER,
        actor=one,
        stance=stance,
    )


def test_spellings_of_a_known_actor_are_one_and_have_its_key_and_name():
    found = resolve(
        [
            ("r1", ActorName("Daesh")),
            ("r2", ActorName("the Islamic State group")),
            ("r2", ActorName("ISIS", "is", "armed group")),
        ],
        [],
    )
    assert [(actor.id, actor.name, actor.aliases) for actor in found.actors] == [
        ("is", "Islamic State", ("Daesh", "ISIS", "the Islamic State group"))
    ]
    assert found.ref("r1", ActorName("Daesh")).id == "is"


def test_a_branch_and_its_parent_stay_two_even_when_a_report_calls_them_one():
    names = [("r1", ActorName("IS-K", "is-k", "armed group")), ("r1", ActorName("Islamic State", "is", "armed group"))]
    found = resolve(names, [alias("r1", names[0][1], names[1][1])])
    assert found.ref("r1", names[0][1]).id == "is-k"
    assert found.ref("r1", names[1][1]).id == "is"
    assert found.joins == ()


def test_an_alias_claim_joins_names_across_reports_and_says_why():
    one, other = person("Abu Harun al-Shami"), person("Karim Haddad")
    found = resolve([("r1", one), ("r2", other)], [alias("r1", one, other)])
    assert found.ref("r2", other).id == found.ref("r1", one).id
    assert [join.because for join in found.joins] == [
        "the report says so: 'Abu Harun al-Shami, also known as Karim Haddad'"
    ]


def test_a_denied_alias_joins_nothing():
    one, other = person("Abu Harun al-Shami"), person("Karim Haddad")
    found = resolve([], [alias("r1", one, other, "denies")])
    assert found.ref("r1", one).id != found.ref("r1", other).id


def test_a_person_is_never_joined_with_a_group():
    one, other = person("Karim Haddad"), ActorName("Haddad Front", None, "armed group")
    found = resolve([], [alias("r1", one, other)])
    assert found.ref("r1", one).id != found.ref("r1", other).id


def test_a_surname_stands_for_the_only_full_name_of_its_report():
    found = resolve([("r1", person("Karim Haddad")), ("r1", person("Haddad")), ("r2", person("Haddad"))], [])
    assert found.ref("r1", person("Haddad")).id == found.ref("r1", person("Karim Haddad")).id
    assert found.ref("r2", person("Haddad")).id != found.ref("r1", person("Haddad")).id


def test_a_surname_that_two_people_of_a_report_bear_stands_for_neither():
    found = resolve([("r1", person("Karim Haddad")), ("r1", person("Rima Haddad")), ("r1", person("Haddad"))], [])
    assert len({found.ref("r1", person(name)).id for name in ("Karim Haddad", "Rima Haddad", "Haddad")}) == 3


def test_transliterations_of_one_personal_name_are_one():
    found = resolve([("r1", person("Shihab al-Muhajir")), ("r2", person("Shahab Al-Muhajir"))], [])
    assert len(found.actors) == 1


def test_unnamed_doers_are_one_actor_whatever_their_number():
    found = resolve(
        [("r1", ActorName("two masked gunmen")), ("r2", ActorName("the gunmen")), ("r3", ActorName("gunmen"))], []
    )
    assert [(actor.name, actor.kind) for actor in found.actors] == [("two masked gunmen", "unknown")]


def test_a_name_that_was_not_resolved_is_an_actor_of_its_own():
    found = resolve([], [])
    assert found.ref("r9", ActorName("Daesh")).id == "is"
    assert found.ref("r9", ActorName("men in masks")).name == "men in masks"


def test_claims_are_gathered_under_their_actor():
    group = ActorName("Boko Haram", "boko-haram", "armed group")
    text = "Boko Haram has thousands of fighters."
    strength = make_claim(
        report="r1", text=text, span=Span(0, 36), attribute="strength", value="thousands", holder=PAPER, actor=group
    )
    found = resolve([], [strength])
    assert found.actors[0].claims == (strength,)


def test_empty_and_strange_names_do_no_harm():
    names = [("r1", ActorName(text)) for text in ("", " ", "…", "\x00", "the", "a" * 5000)]
    found = resolve(names, [])
    assert all(actor.name for actor in found.actors)
    assert found.ref("r1", ActorName("")).id
