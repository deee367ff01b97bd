"""Which written names are one actor, over pairs from public facts; the same figures as ``python -m benchmarks names``."""

from pathlib import Path

import pytest
from benchmarks.names import pairs, run, taken_for_one

from relata.actors.match import group_bones, groups_alike
from relata.actors.written import person_words
from relata.tables.actors import lookup
from relata.tables.folding import folded

CASES = Path(__file__).parents[1] / "cases/actors"
LEAST = 0.95


def test_enough_pairs_are_taken_for_what_they_are_in_both_halves():
    measures = run(CASES, None).measures
    assert {name: round(value, 3) for name, value in measures.items() if value < LEAST} == {}


def test_there_are_pairs_enough_of_each_sort():
    found = pairs(CASES / "names.tsv")
    assert len(found) == len({(one.one, one.other, one.texts) for one in found}) >= 250
    for kind in ("person", "armed group"):
        for same in (True, False):
            assert sum(one.kind == kind and one.same == same for one in found) >= 40


def test_no_pair_depends_on_which_name_comes_first():
    for pair in pairs(CASES / "names.tsv"):
        if not pair.texts:
            assert taken_for_one(pair) == taken_for_one(pair._replace(one=pair.other, other=pair.one)), pair


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("Gen. Abdul Rahman Khan", ("abdrahman", "khan")),
        ("Abdurrahman Khan", ("abdrahman", "khan")),
        ("Abd al-Rahman", ("abdrahman",)),
        ("Abdallah Khan", ("abdulah", "khan")),
        ("Zakiur Rehman Lakhvi", ("zaki", "rehman", "lakhvi")),
        ("Sheikh Ahmed Yassin", ("ahmed", "yasin")),
        ("Mullah Omar", ("mulah", "omar")),
        ("Рамзан Кадыров", ("ramzan", "kadyrov")),
    ],
)
def test_a_personal_name_falls_into_words_that_are_compared(written, words):
    assert person_words(written) == words


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("حزب الله", "hezbollah"),
        ("Хезболла", "hezbollah"),
        ("Ahrar ash-Sham", "ahrar-al-sham"),
        ("the Basque separatist group ETA", "eta"),
        ("HMS", None),
        ("a group of men", None),
    ],
)
def test_a_group_is_known_in_other_scripts_and_behind_a_description(written, key):
    found = lookup(written)
    assert (found.key if found else None) == key


def test_names_without_vowels_do_not_fold_into_abbreviations():
    assert not folded("حماس").isascii()


def test_groups_that_may_be_one_share_their_bones():
    for one, other in (("Lashkar-e-Khorasan", "Lashkar-i-Khurasan"), ("Mirsad", "Mersad")):
        assert groups_alike(one, other).same
        assert group_bones(one) == group_bones(other)
