from datetime import date

import pytest

from relata.model import ActorName, Count, DateInterval, Place, Span, Toll, make_claim
from relata.words import values as words

ON = DateInterval.on


@pytest.mark.parametrize(
    ("day", "short", "long"),
    [
        (None, "–", "–"),
        (ON(date(2022, 3, 4)), "2022-03-04", "4 March 2022"),
        (DateInterval.in_month(2022, 3), "2022-03", "March 2022"),
        (DateInterval.in_year(2022), "2022", "2022"),
        (DateInterval.between(date(2022, 3, 4), date(2022, 3, 6)), "2022-03-04/06", "4 to 6 March 2022"),
        (DateInterval.between(date(2022, 2, 27), date(2022, 3, 1)), "2022-02-27/03-01", "27 February to 1 March 2022"),
        (
            DateInterval.between(date(2021, 12, 31), date(2022, 1, 1)),
            "2021-12-31/2022-01-01",
            "31 December 2021 to 1 January 2022",
        ),
    ],
)
def test_dates_in_a_column_and_in_a_sentence(day, short, long):
    assert words.short_date(day) == short
    assert words.long_date(day) == long


def test_a_year_that_is_not_known_is_not_made_up():
    day = DateInterval(date(2021, 11, 2), date(2021, 11, 2), "day", (2020, 2021))
    assert words.short_date(day) == "????-11-02"
    assert words.long_date(day) == "2 November (year not known; perhaps 2020, 2021)"


@pytest.mark.parametrize(
    ("toll", "shown"),
    [
        (None, "–"),
        (Toll(None, None, None), "–"),
        (Toll(0, 0, 0), "0"),
        (Toll(64, 64, 64), "64"),
        (Toll(20, 276, 512), "276 (20-512)"),
        (Toll(64, 64, None), "64+"),
        (Toll(20, 64, None), "64 (20+)"),
        (Toll(20, None, None), "20+"),
        (Toll(None, None, 2000), "up to 2000"),
        (Toll(None, 5, 9), "5 (–-9)"),
    ],
)
def test_a_toll_in_a_column(toll, shown):
    assert words.toll_in_short(toll) == shown


@pytest.mark.parametrize(
    ("attribute", "value", "of", "side", "shown"),
    [
        ("killed", Count(12, None, "at least 12"), "people", None, "at least 12"),
        ("killed", Count(12, 12, "12"), "worshippers", None, "12 (worshippers)"),
        ("killed", Count(1, 1, "a"), None, None, "1, “a”"),
        ("killed", Count(None, None, "dozens"), "soldiers", None, "dozens (soldiers)"),
        ("killed", Count(3, 3, "three"), "bombers", "attacker", "3, “three” (attackers)"),
        ("date", ON(date(2022, 3, 4)), None, None, "4 March 2022"),
        ("place", Place("Peshawar", None, "PK", None, None, "city"), None, None, "Peshawar, PK"),
        ("responsible", ActorName("IS-K"), None, None, "IS-K"),
        ("unclaimed", None, None, None, "nobody claimed it"),
        ("weapon", "truck\x1b bomb", None, None, r"truck\x1b bomb"),
    ],
)
def test_what_a_claim_says(attribute, value, of, side, shown):
    claim = make_claim(
        report="r",
        text="words",
        span=Span(0, 5),
        attribute=attribute,
        value=value,
        of=of,
        side=side,
        holder=ActorName("police"),
    )
    assert words.value_of(claim) == shown


def test_who_says_it_is_the_outlet_where_the_report_speaks_for_itself(tell):
    report, _ = tell()
    claim = make_claim(
        report=report.id,
        text=report.text,
        span=Span(0, 6),
        attribute="type",
        value="bombing",
        holder=ActorName("@", "@outlet", "media"),
        via=("a wire", "state radio"),
    )
    assert words.holder_of(claim, report) == "The Khyber Courier, via a wire, via state radio"
    assert words.source_of(report) == "The Khyber Courier, 5 March 2022 · blast.txt"
