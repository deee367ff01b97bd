from datetime import date, timedelta

import pytest
from made import Names, telling

from relata.incidents.copies import find_copies
from relata.incidents.score import NEVER, WEIGHTS, quick_score, score
from relata.incidents.views import gather
from relata.model import Count

DAY = date(2020, 5, 1)


def pair(one, other):
    reports = {t.report.id: t.report for t in (one, other)}
    views = gather(
        reports, one.events + other.events, one.claims + other.claims, Names(), find_copies(list(reports.values()))
    )
    (first,) = [view for view in views if view.report == one.report.id]
    (second,) = [view for view in views if view.report == other.report.id]
    return first, second


def told(text, published="2020-05-02", outlet="One", type_="bombing", **said):
    t = telling(text, outlet, published)
    t.event("attack", type_, **said)
    return t


def values(one, other):
    return {evidence.feature: evidence.value for evidence in score(*pair(one, other)).evidence}


@pytest.mark.parametrize(
    ("dates", "outcome"),
    [
        ((DAY, DAY), "same day"),
        ((DAY, date(2020, 5, 2)), "next day"),
        ((DAY, date(2020, 5, 3)), "days apart"),
        ((DAY, date(2020, 5, 12)), "different"),
        ((DAY, None), "published just after"),
        ((date(2020, 5, 20), None), "after publication"),
        ((date(2020, 3, 1), None), "published long after"),
        ((None, None), "published together"),
    ],
)
def test_dates_meet_or_part_two_events(dates, outcome):
    one, other = (
        told(f"An attack, {n}.", str(day + timedelta(days=1)), n, date=day)
        if day
        else told(f"An attack, {n}.", outlet=n)
        for n, day in zip("ab", dates, strict=True)
    )
    assert values(one, other)["date"] == outcome


@pytest.mark.parametrize(
    ("places", "outcome"),
    [
        (("Quetta", "Quetta"), "same"),
        (("Kabul", "Kabul airport"), "same"),
        (("Kabul airport", "Kabul airport"), "same site"),
        (("Peshawar", "Khyber Pakhtunkhwa"), "inside"),
        (("Quetta", "Pakistan"), "inside"),
        (("Quetta", "Khyber Pakhtunkhwa"), "apart"),
        (("Peshawar", "Quetta"), "apart"),
        (("Kabul", "Quetta"), "different country"),
        (("Kabul", None), "one unknown"),
    ],
)
def test_places_meet_or_part_two_events(places, outcome):
    one, other = (
        told(f"An attack, {n}.", outlet=n, **({"place": place} if place else {}))
        for n, place in zip("ab", places, strict=True)
    )
    assert values(one, other)["place"] == outcome


@pytest.mark.parametrize(
    ("counts", "outcome"),
    [
        ((12, 12), "agree"),
        ((2, 2), "agree small"),
        ((180, 181), "nearly agree"),
        ((9, 11), "close"),
        ((4, 40), "far apart"),
        ((1, 9), "one of many"),
        ((20, 34), "differ"),
    ],
)
def test_tolls_may_grow_and_only_wide_gaps_speak_against(counts, outcome):
    one, other = (
        told(f"An attack killed {n}.", outlet=str(at), killed=Count(n, n, str(n))) for at, n in enumerate(counts)
    )
    assert values(one, other)["killed"] == outcome


def test_different_explicit_dates_rule_a_join_out_whatever_speaks_for_it():
    text = "An attack on the Hotel Continental killed the singer Amina Yusuf, Rahim Gul and Daoud Khan, said Colonel Barak Zaman."
    one, other = (
        told(text, date=DAY, place="Quetta"),
        told(text, "2020-05-10", "Two", date=date(2020, 5, 9), place="Quetta"),
    )
    found = score(*pair(one, other))
    assert found.ruled_out
    assert quick_score(*pair(one, other)).ruled_out
    assert found.sentence.startswith("cannot be one")


def test_a_day_after_publication_is_misread_and_left_out():
    one, other = told("An attack.", date=date(2021, 5, 1)), told("An attack, again.", outlet="Two", date=DAY)
    assert values(one, other)["date"] == "published just after"


def test_a_score_comes_with_a_sentence_that_names_what_was_compared():
    one = told("An attack in Quetta.", date=DAY, place="Quetta")
    other = told("The attack in Quetta.", outlet="Two", date=DAY, place="Quetta")
    sentence = score(*pair(one, other)).sentence
    assert "date same day (+2.5: 2020-05-01 and 2020-05-01)" in sentence
    assert "place same" in sentence


def test_the_order_of_two_events_does_not_matter():
    one = told("An attack in Quetta.", date=DAY, place="Quetta", target="market")
    other = told("The attack in Quetta hit a school.", outlet="Two", place="Quetta", target="school")
    first, second = pair(one, other)
    assert score(first, second) == score(second, first)


def test_no_weight_but_never_outweighs_everything_else():
    best = sum(max(outcomes.values()) for outcomes in WEIGHTS.values())
    assert best < -NEVER
