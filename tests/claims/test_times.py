"""Times: what is found in news, undated reports and history, and to what it is resolved. Cases stand in files."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from relata.claims.times import TimeExpression, find_times, is_narrative
from relata.model import DateInterval

CASES = Path(__file__).parents[1] / "cases" / "times"


def _cases():
    for path in sorted(CASES.glob("*.yml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            yield pytest.param(case, id=f"{path.stem}: {case['why']}")


def _interval(written) -> DateInterval | None:
    if written is None:
        return None
    start, end, precision, *years = written
    return DateInterval(start, end, precision, tuple(years[0]) if years else ())


def _named(text: str, times: tuple[TimeExpression, ...], words: str) -> list[TimeExpression]:
    return [found for found in times if found.span.cut(text).removeprefix("the ") == words.removeprefix("the ")]


@pytest.mark.parametrize("case", list(_cases()))
def test_case(case):
    text = case["text"]
    times = find_times(text, case.get("published"), narrative=case.get("narrative"))
    words = [found.span.cut(text) for found in times]
    for name, pick in (("find", slice(None)), ("first", slice(0, 1)), ("last", slice(-1, None))):
        for wanted, written in case.get(name, {}).items():
            found = _named(text, times, wanted)[pick]
            assert found, f"{wanted!r} is not among {words}"
            for expression in found:
                assert expression.interval == _interval(written), (wanted, expression)
    for field, attribute in (("kind", "kind"), ("part", "part_of_day"), ("value", "value")):
        for wanted, value in case.get(field, {}).items():
            assert [getattr(found, attribute) for found in _named(text, times, wanted)] == [value], wanted
    for wrong in case.get("not", ()):
        assert not _named(text, times, wrong), f"{wrong!r} is no time here; found {words}"


def test_a_range_keeps_both_of_its_ends():
    text = "Fighting from March to June 2015 killed hundreds."
    (found,) = find_times(text, date(2022, 9, 1))
    assert [part.span.cut(text) for part in found.parts] == ["March", "June 2015"]
    assert [part.value for part in found.parts] == ["2015-03", "2015-06"]


def test_every_expression_says_what_settled_it():
    (found,) = find_times("They came on Friday.", date(2024, 3, 24))
    assert found.because == "Friday before publication 2024-03-24"
    (open_,) = find_times("They came on Friday.", None)
    assert open_.because == "Friday of an unknown week"


def test_a_report_of_the_day_with_a_few_years_is_not_history():
    text = "Gunmen struck on Friday. The group was founded in 2015, split in 2017 and claimed attacks in 2019 and 2020."
    assert not is_narrative(text, date(2021, 12, 23))
    assert not is_narrative(text, None)


def test_an_impossible_date_has_no_interval():
    for words in ("31 February 2020", "February 30", "2020-13-01", "99/99/2020"):
        for found in find_times(f"It was filed on {words}.", date(2021, 1, 1)):
            assert found.interval is None or found.interval.precision != "day", words


@pytest.mark.xfail(reason="feasts of the moon's calendar (Eid, Diwali) are not resolved: no table of their days yet")
def test_a_feast_of_the_lunar_calendar_is_resolved():
    (found,) = find_times("The mosque was attacked on Eid al-Fitr 2019.", date(2019, 7, 1))
    assert found.interval == DateInterval.on(date(2019, 6, 4))


def test_a_feast_that_moves_with_easter_is_resolved():
    (found,) = find_times("The church was attacked on Easter Sunday 2019.", date(2019, 5, 1))
    assert found.interval == DateInterval.on(date(2019, 4, 21))


@pytest.mark.xfail(reason="a day of the month by its number alone is not taken for a time")
def test_a_bare_day_number_belongs_to_the_month_before_it():
    text = "The siege began on 4 May 2019. It ended on the 28th."
    assert find_times(text, date(2019, 6, 1))[-1].interval == DateInterval.on(date(2019, 5, 28))
