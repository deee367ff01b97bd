from datetime import date

from made import PLACES, telling

from relata.incidents.reconcile import namings, reconcile_date, reconcile_place, reconcile_type
from relata.model import DateInterval


def claims(*values, attribute):
    tellings = []
    for at, value in enumerate(values):
        t = telling(f"An attack, told by {at}.", f"Outlet {at}")
        t.event("attack", **{attribute: value})
        tellings.append(t)
    accounts = {t.report.id: f"outlet {at}" for at, t in enumerate(tellings)}
    return [claim for t in tellings for claim in t.claims], accounts, [e for t in tellings for e in t.events]


def test_the_most_precise_date_that_most_accounts_fit_is_taken():
    day = date(2022, 3, 4)
    said, accounts, _ = claims(
        DateInterval.in_month(2022, 3), day, DateInterval.in_year(2022), date(2022, 3, 9), attribute="date"
    )
    assert reconcile_date(said[:3], accounts) == DateInterval.on(day)
    said, accounts, _ = claims(day, date(2022, 3, 9), date(2022, 3, 9), attribute="date")
    assert reconcile_date(said, accounts) == DateInterval.on(date(2022, 3, 9))


def test_a_year_that_one_report_leaves_open_is_settled_by_another():
    open_year = DateInterval(date(2021, 3, 26), date(2021, 3, 26), "day", (2021, 2022))
    said, accounts, _ = claims(open_year, DateInterval.in_year(2022), attribute="date")
    assert reconcile_date(said, accounts) == DateInterval.on(date(2022, 3, 26))
    said, accounts, _ = claims(open_year, attribute="date")
    assert reconcile_date(said, accounts) == open_year


def test_the_finest_place_that_most_accounts_fit_is_taken():
    said, accounts, _ = claims("Pakistan", "Quetta", "Pakistan", attribute="place")
    assert reconcile_place(said, accounts) == PLACES["Quetta"]
    said, accounts, _ = claims("Peshawar", "Quetta", "Khyber Pakhtunkhwa", attribute="place")
    assert reconcile_place(said, accounts) == PLACES["Peshawar"]


def test_nobody_says_and_nothing_is_made_up():
    said, accounts, _ = claims("market", attribute="target")
    assert reconcile_date(said, accounts) is None
    assert reconcile_place(said, accounts) is None


def test_the_specific_type_wins_within_the_family_that_most_accounts_use():
    _, accounts, events = claims("market", "market", "market", attribute="target")
    from dataclasses import replace

    typed = [
        replace(event, type=kind) for event, kind in zip(events, ("bombing", "suicide bombing", "other"), strict=True)
    ]
    assert reconcile_type(typed, [], accounts) == "suicide bombing"


def test_what_an_account_chiefly_tells_goes_before_what_it_mentions_too():
    from dataclasses import replace

    said, accounts, events = claims("arson", attribute="type")
    told = [replace(event, type="raid") for event in events]
    assert reconcile_type(told, said, accounts) == "raid"


def test_namings_are_given_once_each_in_order():
    said, _, _ = claims("the market", "A police post", "market", attribute="target")
    assert namings(said, "target") == ("the market", "A police post")
