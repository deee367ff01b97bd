"""Which rows ask for a perpetrator."""

from __future__ import annotations

import pytest
from benchmarks.wiki2018 import only_fights


@pytest.mark.parametrize(
    ("text", "fight"),
    [
        ("Two soldiers were hurt in a firefight with the Green Front near Ola.", True),
        ("Clashes between soldiers and the Green Front left four dead.", True),
        ("The Green Front attacked a post near Ola.", False),
        ("After a firefight with soldiers the Green Front burned a village. The Green Front then left.", False),
    ],
)
def test_a_side_of_a_fight_is_no_doer(text, fight):
    assert only_fights({"Green Front"}, text) is fight
