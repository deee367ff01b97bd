from datetime import date, timedelta

from made import Names, telling

from relata.incidents.candidates import candidates, count_candidates
from relata.incidents.views import gather


def views(*tellings):
    reports = {t.report.id: t.report for t in tellings}
    return gather(
        reports, [e for t in tellings for e in t.events], [c for t in tellings for c in t.claims], Names(), {}
    )


def told(number, day, place="Quetta"):
    t = telling(f"Report {number}: a bomb went off.", f"Outlet {number}", str(day + timedelta(days=1)))
    t.event("bomb", date=day, place=place)
    return t


def test_events_of_one_day_and_country_meet_and_others_do_not():
    day = date(2020, 5, 1)
    near, next_day, later, abroad = (
        told(1, day),
        told(2, day + timedelta(days=1)),
        told(3, day + timedelta(days=9)),
        told(4, day, "Kabul"),
    )
    pairs = candidates(views(near, next_day, later, abroad))
    assert pairs == [tuple(sorted((near.events[0].id, next_day.events[0].id)))]


def test_an_event_without_a_date_is_looked_for_in_the_days_before_its_publication():
    dated = told(1, date(2020, 5, 1))
    undated = telling("Two days on, Quetta mourns those whom the bomb took.", "Outlet 2", "2020-05-03")
    undated.event("bomb", place="Quetta")
    assert len(candidates(views(dated, undated))) == 1


def test_the_number_of_pairs_is_known_beforehand_and_never_too_low():
    many = [told(n, date(2020, 5, 1) + timedelta(days=n % 5)) for n in range(60)]
    found = views(*many)
    assert len(candidates(found)) <= count_candidates(found)


def test_pairs_grow_with_the_number_of_events_and_not_with_its_square():
    def load(count):
        return count_candidates(views(*(told(n, date(2020, 5, 1)) for n in range(count))))

    assert load(800) < 2.5 * load(400)
