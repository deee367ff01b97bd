from pathlib import Path

import pytest

from relata.actors import alike

PAIRS = [
    line.split("\t")
    for line in (Path(__file__).parents[1] / "cases/actors/pairs.tsv").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("one", "other", "same", "why"), PAIRS, ids=[f"{a} / {b}" for a, b, *_ in PAIRS])
def test_two_personal_names_are_or_are_not_spellings_of_one(one, other, same, why):
    found = alike(one, other)
    assert found.same == (same == "yes"), why
    assert found == alike(other, one) or found.same == alike(other, one).same
    assert found.because
