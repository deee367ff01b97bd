import pytest

from relata.model import ActorName, ActorRef, Names, content_id

FRONT, POLICE = ActorName("the Front", None, "armed group"), ActorName("police")
NAMES = Names(
    {("", FRONT): "valley", ("hills", FRONT): "hill", ("", POLICE): "police"},
    {"valley": ActorRef("valley", "Valley Front", ("the Front",))},
)


@pytest.mark.parametrize(
    ("report", "name", "actor"),
    [
        ("plains", FRONT, ActorRef("valley", "Valley Front", ("the Front",))),
        ("hills", FRONT, ActorRef("hill", "the Front")),
        ("hills", POLICE, ActorRef("police", "police")),
        ("hills", ActorName("IS-K", "is-k"), ActorRef("is-k", "IS-K")),
        ("hills", ActorName("a farmer"), ActorRef(content_id("actor", "a farmer"), "a farmer")),
    ],
)
def test_a_name_stands_for_what_its_report_says_else_all_reports_else_itself(report, name, actor):
    assert NAMES.ref(report, name) == actor
    assert NAMES.id_of(report, name) == actor.id
