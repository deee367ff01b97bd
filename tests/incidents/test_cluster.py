"""Groups of events: what joins them, and what cannot."""

from datetime import date

import pytest
from made import Names, telling

from relata.incidents.candidates import candidates
from relata.incidents.cluster import cluster
from relata.incidents.links import Links
from relata.incidents.score import score
from relata.incidents.scores import WORST, Scores
from relata.incidents.views import gather

DAY = date(2020, 5, 1)


def told(text, outlet, *events, published="2020-05-02"):
    t = telling(text, outlet, published)
    for trigger, kind, said in events:
        t.event(trigger, kind, **said)
    return t


def groups(*tellings):
    reports = {t.report.id: t.report for t in tellings}
    views = gather(
        reports, [e for t in tellings for e in t.events], [c for t in tellings for c in t.claims], Names(), {}
    )
    found = cluster(views, candidates(views), Links.of((), ()))
    name = {
        e.id: f"{t.report.outlet} {t.report.text[e.trigger.start : e.trigger.end]}" for t in tellings for e in t.events
    }
    return sorted(sorted(name[id_] for id_ in group) for group in found)


QUETTA = {"date": DAY, "place": "Quetta"}


def test_a_vague_report_joins_no_two_attacks_of_one_day():
    mosque = told(
        "A bomb hit a mosque in Quetta.", "A", ("bomb", "bombing", {**QUETTA, "target": "mosque", "killed": 12})
    )
    school = told(
        "Gunmen attacked a school.", "B", ("attacked", "abduction", {**QUETTA, "target": "school", "abducted": 9})
    )
    vague = told("An attack hit the south-west.", "C", ("attack", "other", {"place": "Pakistan"}))
    found = groups(mosque, school, vague)
    assert not any({"A bomb", "B attacked"} <= set(group) for group in found)


def test_a_side_remark_keeps_no_two_reports_apart():
    one = told(
        "A bomb hit a market in Quetta. Police spoke of a second blast.", "A",
        ("bomb", "bombing", {**QUETTA, "target": "market", "killed": 12}), ("blast", "bombing", {"date": DAY}),
    )  # fmt: skip
    other = told("A bomb in Quetta killed 12.", "B", ("bomb", "bombing", {**QUETTA, "target": "market", "killed": 12}))
    assert ["A bomb", "B bomb"] in groups(one, other)


@pytest.mark.parametrize("again", ["funeral", "market"])
def test_a_report_on_a_funeral_weeks_later_may_give_the_day_of_that(again):
    names = "Amina Yusuf, Rahim Gul and Daoud Khan of Sariab Lane"
    first = told(f"A bomb killed {names} in Quetta.", "A", ("bomb", "bombing", {**QUETTA, "target": "market"}))
    text = f"Many came to the {again} for {names}, whom the bomb took in Quetta."
    later = told(
        text, "B", ("bomb", "bombing", {"date": date(2020, 6, 9), "place": "Quetta", "target": "market"}),
        published="2020-06-10",
    )  # fmt: skip
    # Among two reports no name is known to be rare; but the dates rule the join out only where no funeral is told of.
    reports = {t.report.id: t.report for t in (first, later)}
    one, other = gather(reports, first.events + later.events, first.claims + later.claims, Names(), {})
    assert score(one, other).ruled_out is (again == "market")


def test_scores_are_computed_once_and_say_who_is_closest():
    market = {**QUETTA, "target": "market", "killed": 12}
    one = told("A bomb in Quetta killed 12.", "A", ("bomb", "bombing", market))
    two = told("A blast at a market in Quetta.", "B", ("blast", "bombing", market))
    far = told("A raid in Kabul.", "C", ("raid", "clash", {"date": date(2011, 1, 1), "place": "Kabul", "killed": 90}))
    tellings = (one, two, far)
    reports = {t.report.id: t.report for t in tellings}
    views = gather(
        reports, [e for t in tellings for e in t.events], [c for t in tellings for c in t.claims], Names(), {}
    )
    scores = Scores(views)
    a, b, c = (t.events[0].id for t in tellings)
    assert scores.of(a, b) is scores.of(b, a)
    assert scores.mean([a], [b]) == scores.of(a, b).total > 0 > scores.mean([a], [c]) >= WORST
    assert scores.closest([c, b], [a]) == (b, a)
    assert scores.ruled_out([a], [c])
    assert not scores.ruled_out([a], [b])
