"""Role fillers: entities from templates, the assignment of predicted to gold ones, and the figure."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.muc4_roles import Entity, entities, matched, run, same_string

CASES = Path(__file__).parents[1] / "cases" / "benchmarks" / "muc4"


def test_a_description_of_a_named_person_is_no_entity_of_its_own() -> None:
    found = entities([{18: ['"PABLO QUISPE"'], 19: ['"MAYOR": "PABLO QUISPE"', '"GUARDS" / "TWO GUARDS"']}])
    assert found["Victim"] == [("pablo quispe",), ("guards", "two guards")]


def test_lines_of_two_templates_that_share_a_string_are_one_entity() -> None:
    found = entities([{10: ['"FMLN"']}, {10: ['"FMLN" / "FARABUNDO FRONT"']}])
    assert found["PerpOrg"] == [("fmln", "farabundo front")]


@pytest.mark.parametrize(
    ("gold", "predicted", "pairs"),
    [
        ([("bank",)], [("bank",)], 1),
        ([("bank", "branch")], [("bank",), ("branch",)], 1),
        ([("a", "b"), ("a",)], [("a",), ("b",)], 2),
        ([("bank",)], [("the bank",)], 0),
        ([], [("bank",)], 0),
    ],
)
def test_each_gold_entity_is_met_once_and_most_are_met(gold: list[Entity], predicted: list[Entity], pairs: int) -> None:
    assert matched(gold, predicted, same_string) == pairs


def test_the_figure_is_one_number_over_all_roles() -> None:
    result = run(CASES / "tst", None)
    assert set(result.measures) == {"ceaf_f"}
    assert 0.7 < result.measures["ceaf_f"] <= 1.0
    assert result.n == 3
