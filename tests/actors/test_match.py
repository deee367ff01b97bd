from pathlib import Path

import pytest

from relata.actors import alike
from relata.actors.match import maybe_alike
from relata.actors.written import person_words

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


def test_what_is_ruled_out_quickly_is_never_alike():
    names = sorted({name for one, other, *_ in PAIRS for name in (one, other) if len(person_words(name)) > 1})
    kept = set(maybe_alike(names))
    every = {(a, b) for b in range(len(names)) for a in range(b)}
    assert {(a, b) for a, b in every if alike(names[a], names[b]).same} <= kept
    assert len(kept) < len(every) / 4
