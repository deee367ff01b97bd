"""The speed benchmark: its measures, the sizes it goes through, and reports enlarged to more."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.speed import Row, enlarged, run, sizes

DATA = Path(__file__).parents[1] / "cases" / "benchmarks" / "speed"


def test_the_corpus_gone_through_again_gives_other_days_and_the_same_sentences() -> None:
    rows = [Row("One", "2021-03-02", "A bomb went off. Two died. Police came")]
    first, second = enlarged(rows, 2)
    assert first == rows[0]
    assert second.published == "2021-05-04"
    assert sorted(second.text.split(". ")) == sorted(rows[0].text.split(". "))
    assert enlarged(rows, 2) == [first, second]


@pytest.mark.parametrize(("limit", "expected"), [(None, [10, 100]), (50, [10, 50]), (5, [5])])
def test_the_limit_bounds_every_size(limit: int | None, expected: list[int]) -> None:
    assert sizes((10, 100), limit) == expected


STAGES = ("reading", "language", "marker", "times", "places", "attributions", "claims", "incidents")


def test_it_measures_stages_and_growth_on_a_small_corpus() -> None:
    result = run(DATA, 4)
    assert set(result.measures) == {"reports_per_second", "words_per_second", "peak_mb"}
    assert all(value > 0 for value in result.measures.values())
    table = "\n".join(result.table)
    assert all(stage in table for stage in STAGES)
