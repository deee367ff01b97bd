"""What an analyst is asked to look at."""

from datetime import date

from made import Names, telling

from relata.incidents import lay, review
from relata.incidents.build import build
from relata.model import Count, Decision

DAY = date(2022, 3, 4)


def told(outlet, town, killed, words, target="market"):
    t = telling(f"A bomb exploded at a {target} in {town} on March 4. {killed} people were killed. {words}", outlet)
    event = t.event("exploded", "bombing", date=DAY, place=town, target=target)
    t.claim(event, "killed", Count(killed, killed, str(killed)), by="police")
    return t


def asked(*tellings, decisions=()):
    parts = (
        [t.report for t in tellings],
        [event for t in tellings for event in t.events],
        [claim for t in tellings for claim in t.claims],
        list(decisions),
        Names(),
    )
    return review(lay(*parts), build(*parts))


def alike():
    """Two incidents of one town and day that scores keep apart by little, and one far away."""
    return (
        told("One", "Peshawar", 30, "Traders ran."),
        told("Two", "Peshawar", 4, "A convoy was hit.", "convoy"),
        told("Three", "Kabul", 12, "Guards shot."),
    )


def test_a_question_names_both_sides_and_why():
    found = asked(*alike())
    assert [one.kind for one in found] in (["duplicate"], ["join"])
    (one,) = found
    assert {one.one.report, one.other.report} == {t.report.id for t in alike()[:2]}
    assert set(one.subjects) == {t.events[0].id for t in alike()[:2]}
    assert 0.1 <= one.chance <= 0.9
    assert "date same day" in one.score.sentence


def test_what_was_decided_is_not_asked_again():
    tellings = alike()
    (one,) = asked(*tellings)
    for kind in ("same", "different"):
        made = Decision(kind, tuple(sorted(one.subjects)), "nadia", "I read both", "2022-03-08T10:00:00+00:00")
        assert asked(*tellings, decisions=[made]) == []


def test_the_likeliest_mistake_comes_first_whatever_the_order_of_reports():
    tellings = (*alike(), told("Four", "Kabul", 11, "A school burned.", "school"))
    found = asked(*tellings)
    assert [one.doubt for one in found] == sorted((one.doubt for one in found), reverse=True)
    assert asked(*reversed(tellings)) == found


def test_nothing_is_asked_where_nothing_is_doubtful():
    assert asked(told("One", "Peshawar", 30, "Traders ran."), told("Two", "Kabul", 90, "Guards shot.", "court")) == []
