"""Laws of times: whatever the text, the expressions stand in it, in order, apart, and with intervals that run forward."""

from __future__ import annotations

import re
import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relata.claims.times import TimeExpression, find_times
from relata.model import DateInterval

WORDS = re.split(
    " ",
    "on in the of and to between from until last next this that same following every early late mid end Monday friday SUN "
    "Sat. May may March mar Dec. 26 3rd 31 2015 1990s '90 480 BC 2020-2023 3-5 12/03/2022 2022-03-04T12:00 0930 9 pm p.m. "
    "two several a few days weeks ago later before after year month week weekend decade century night dawn noon overnight "
    "today YESTERDAY tomorrow TONIGHT summer fall winter of Christmas Eve Q1 first half quarter 21st daily per now former "
    "will said killed people ( ) [ ] , . - – \n \n\n • ſeptember Kay 9999 years centuries ٣ days",
)
texts = st.one_of(
    st.text(max_size=300),
    st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=60).map("".join),
)
days = st.one_of(st.none(), st.dates(date(1, 1, 1), date(9999, 12, 31)))


def _hold(text: str, times: tuple[TimeExpression, ...]) -> None:
    at = 0
    for time_ in times:
        assert at <= time_.span.start < time_.span.end <= len(text)
        at = time_.span.end
        assert time_.because
        assert time_.value
        if time_.interval is not None:
            assert time_.interval.start <= time_.interval.end
            assert list(time_.interval.years) == sorted(set(time_.interval.years))
            assert time_.kind in {"date", "duration"}
        for part in time_.parts:
            assert time_.span.contains(part.span)


@settings(max_examples=300, deadline=None)
@given(texts, days, st.sampled_from((None, True, False)))
def test_expressions_stand_in_the_text_in_order_and_apart(text, published, narrative):
    _hold(text, find_times(text, published, narrative=narrative))


@settings(max_examples=60, deadline=None)
@given(texts, days)
def test_the_same_text_gives_the_same_times(text, published):
    assert find_times(text, published) == find_times(text, published)


@settings(max_examples=100, deadline=None)
@given(st.dates(date(1800, 1, 1), date(2099, 12, 31)), days)
def test_a_full_date_is_itself_whatever_the_day_of_publication(day, published):
    for words in (day.isoformat(), f"{day.day} {day:%B} {day.year}", f"{day:%B} {day.day}, {day.year}"):
        text = f"The post was raided on {words}."
        assert [found.interval for found in find_times(text, published)] == [DateInterval.on(day)], words


@settings(max_examples=100, deadline=None)
@given(st.dates(date(1950, 1, 1), date(2090, 12, 31)), st.sampled_from(range(7)))
def test_a_weekday_of_the_past_lies_within_the_week_to_publication(published, weekday):
    name = date(2024, 1, 1 + weekday).strftime("%A")
    (found,) = find_times(f"Gunmen attacked the post on {name}.", published)
    assert found.interval is not None
    assert found.interval.start.weekday() == weekday
    assert 0 <= (published - found.interval.start).days < 7


@settings(max_examples=100, deadline=None)
@given(texts)
def test_without_a_day_of_writing_nothing_is_counted_from_one(text):
    for found in find_times(text, None, narrative=False):
        assert "publication" not in found.because


@pytest.mark.parametrize(
    "unit",
    [
        "(",
        "[",
        "the ",
        "the early ",
        "2015-",
        "3 and ",
        "a few ",
        "May ",
        "on Monday ",
        "\n",
        " ",
        "0",
        "1,",
        "in the ",
        "(2015) ",
        "• ",
        "In 2015 at noon ",
        "at 9 pm ",
        "of the ",
    ],
)
def test_cost_grows_with_the_length_of_the_text_only(unit):
    def cost(size: int) -> float:
        text = unit * (size // len(unit))
        begin = time.process_time()
        find_times(text, date(2020, 1, 1))
        return time.process_time() - begin

    small = min(cost(40_000) for _ in range(2))
    assert cost(160_000) < 14 * small + 0.5, "four times the text takes far more than four times as long"
