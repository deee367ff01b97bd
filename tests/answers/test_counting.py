from datetime import date

import pytest
from by_hand import FRONT, KABUL, LEAGUE, PAKISTAN, QUETTA, by, incident

from relata.answers.counting import RULES, Chosen, count
from relata.answers.doubles import may_be_one
from relata.model import Corroboration, DateInterval, Ruling, Toll

MARCH = DateInterval.in_month(2022, 3)


def figures(total):
    return total.low, total.best, total.high


def parts(answer):
    return {entry.incident.title: entry.part for entry in answer.entries}


@pytest.mark.parametrize(
    ("tolls", "low", "best", "high", "silent"),
    [
        ([], 0, 0, 0, 0),
        ([Toll(3, 4, 6), Toll(2, 2, 2)], 5, 6, 8, 0),
        ([Toll(3, 4, None), Toll(2, 2, 2)], 5, 6, None, 0),
        ([Toll(20, None, None)], 20, 20, None, 0),
        ([Toll(None, None, 64)], 0, 64, 64, 0),
        ([None, Toll(None, None, None), Toll(1, 1, 1)], 1, 1, 1, 2),
        ([Toll(0, 0, 0)], 0, 0, 0, 0),
    ],
)
def test_low_best_and_high_are_added_up(tolls, low, best, high, silent):
    days = [date(2022, 3, 1 + 3 * n) for n in range(len(tolls))]
    found = [incident(str(n), day, killed=toll) for n, (day, toll) in enumerate(zip(days, tolls, strict=True))]
    total = count(found).total
    assert figures(total) == (low, best, high)
    assert (total.incidents, total.silent) == (len(tolls), silent)


def test_an_incident_that_may_be_one_with_another_is_counted_in_the_high_alone():
    told_well = incident("well", killed=14, reports=("a", "b"), corroboration=Corroboration(2, 2))
    told_once = incident("once", killed=12)
    answer = count([told_once, told_well])
    assert figures(answer.total) == (14, 14, 26)
    assert parts(answer) == {"once": "perhaps the same", "well": "counted"}
    assert answer.entries[0].of == told_well.id


APART = [
    ("a report tells of both", {"reports": ("report of one",)}),
    ("another town", {"place": QUETTA}),
    ("another country", {"place": KABUL}),
    ("another week", {"date": DateInterval.on(date(2022, 3, 12))}),
    ("another kind", {"type": "abduction"}),
    ("another doer", {"responsible": (by(LEAGUE),)}),
    ("far more dead", {"killed": 80}),
    ("a vague place, another number", {"place": PAKISTAN, "responsible": (by(FRONT),), "killed": 25}),
    ("no day", {"date": None}),
]


@pytest.mark.parametrize(("why", "changes"), APART, ids=[why for why, _ in APART])
def test_what_is_told_apart_is_two(why, changes):
    one = incident("one", killed=12, responsible=(by(FRONT),))
    other = incident("other", **{"killed": 12, **changes})
    assert not may_be_one(one, other), why
    assert not may_be_one(other, one), why


@pytest.mark.parametrize(("in_effect", "best"), [(True, 24), (False, 12)])
def test_an_analyst_tells_two_apart_as_long_as_the_decision_is_in_effect(in_effect, best):
    subjects = ("event of one", "event of other")
    word = Ruling("d1", "different", subjects, "me", "two blasts", "2024-01-01", in_effect=in_effect)
    found = [incident(name, killed=12, decisions=(word,)) for name in ("one", "other")]
    assert figures(count(found).total) == (best, best, 24)


def test_doubles_are_not_chained_through_a_third():
    first = incident("first", killed=10, corroboration=Corroboration(3, 3))
    middle = incident("middle", date(2022, 3, 5), killed=10)
    last = incident("last", date(2022, 3, 6), killed=10)
    assert parts(count([first, middle, last])) == {"first": "counted", "middle": "perhaps the same", "last": "counted"}


def test_an_interval_that_reaches_into_the_time_asked_counts_in_the_high_alone():
    inside, month = incident("inside", killed=3), incident("month", MARCH, killed=5, place=QUETTA)
    open_year = incident("open", DateInterval(date(2021, 3, 4), date(2021, 3, 4), "day", (2021, 2022)), killed=7)
    asked = Chosen(since="2022-03-02", until="2022-12-31")
    answer = count([open_year, month, inside], asked=asked)
    assert figures(answer.total) == (3, 3, 15)
    assert parts(answer) == {"inside": "counted", "month": "perhaps another time", "open": "perhaps another time"}


def test_a_total_beside_one_of_its_parts_counts_in_the_high_alone():
    whole = incident("three bombs", killed=30, place=PAKISTAN)
    part = incident("one bomb", killed=12, reports=whole.reports)
    realis = {whole.events[0]: "aggregate", part.events[0]: "actual"}
    assert figures(count([whole, part], realis=realis).total) == (12, 12, 42)
    assert figures(count([whole], realis=realis).total) == (30, 30, 30)


def test_denied_and_disputed_doers_are_told_apart():
    found = [
        incident("claimed", date(2022, 1, 4), killed=1, responsible=(by(FRONT), by(LEAGUE, "denied"))),
        incident("denied", date(2022, 2, 4), killed=2, responsible=(by(FRONT, "denied"),)),
        incident("disputed", date(2022, 3, 4), killed=4, responsible=(by(FRONT, "disputed"),)),
    ]
    answer = count(found, asked=Chosen(actors=frozenset({"front"})))
    assert figures(answer.total) == (1, 1, 1)
    assert [(row.name, row.total.best) for row in answer.apart] == [("disputed", 4), ("denied", 2)]
    assert count(found, asked=Chosen(actors=frozenset({"front"}), status="denied")).total.best == 7
    assert count(found).total.best == 7


def test_what_somebody_says_never_happened_is_told_apart_unless_asked_for():
    found = [incident("x", killed=9, standing="contested", standing_rule="happening contested")]
    assert figures(count(found).total) == (0, 0, 0)
    assert [(row.name, row.total.best) for row in count(found).apart] == [("contested", 9)]
    assert count(found, asked=Chosen(standing="contested")).total.best == 9


def test_a_rule_is_not_read_out_of_what_a_sentence_quotes():
    because = "By the rule “reported”: one account tells it (The “happening contested” Blog)."
    assert count([incident("x", killed=9, standing_because=because, standing_rule="reported")]).total.best == 9


def test_rows_go_by_what_is_asked_and_an_incident_with_two_doers_counts_once_in_the_whole():
    found = [
        incident("a", date(2021, 1, 4), killed=1, responsible=(by(FRONT), by(LEAGUE, "suspected"))),
        incident("b", date(2022, 2, 4), killed=2, responsible=(by(FRONT),), place=KABUL, type="clash"),
        incident("c", None, killed=4, place=None),
    ]

    def rows(by_what):
        return [(row.name, row.total.best) for row in count(found, by=by_what).rows]

    assert rows("year") == [("2021", 1), ("2022", 2), (None, 4)]
    assert rows("month") == [("2021-01", 1), ("2022-02", 2), (None, 4)]
    assert rows("country") == [("AF", 2), ("PK", 1), (None, 4)]
    assert rows("actor") == [("Valley Front", 3), ("Hill League", 1), (None, 4)]
    assert rows("type") == [("bombing", 5), ("clash", 2)]
    assert rows("status") == [("claimed", 3), (None, 4)]
    assert count(found, by="actor").total.best == 7


def test_incidents_themselves_can_be_counted():
    found = [incident("a", killed=1), incident("b", date(2022, 4, 4))]
    total = count(found, "incidents").total
    assert (figures(total), total.silent) == ((2, 2, 2), 0)


def test_the_rules_have_a_name_and_a_sentence_each():
    assert len({rule.key for rule in RULES}) == len(RULES)
    assert all(rule.sentence.endswith(".") for rule in RULES)
