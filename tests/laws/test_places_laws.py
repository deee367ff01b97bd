"""Laws of the finder and chooser of places, over arbitrary text."""

import itertools
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from relata.places import find_demonyms, find_toponyms, fold, resolve

WORDS = st.sampled_from(
    [
        "Kabul",
        "Paris",
        "Texas",
        "al-Bab",
        "Deir",
        "ez-Zor",
        "the",
        "of",
        "in",
        "near",
        "province",
        "district",
        "of,",
        "village",
        "U.S.",
        "La.",
        "Afghan",
        "JACKSON",
        "said",
        "(",
        "\n",
        "'s",
        "’",
        "-",
        "–",
        "Mr.",
        "San",
        "Salvador",
        "GAZA",
        "Xyz",
        "\x00",
        "é",
    ]
)


@settings(max_examples=120, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=40).map(" ".join)))
def test_names_stand_in_the_text_in_order_and_apart(text):
    found = find_toponyms(text)
    assert all(name.span.cut(text) == name.name for name in found)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))
    answers = resolve(found, text=text)
    assert [answer.toponym for answer in answers] == list(found)
    assert answers == resolve(found, text=text)
    assert all(people.span.cut(text) == people.word for people in find_demonyms(text))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60))
@example("\N{LATIN SUBSCRIPT SMALL LETTER SCHWA}")
def test_folding_twice_is_folding_once(name):
    assert fold(fold(name)) == fold(name)


@pytest.mark.parametrize("piece", ["(", "A", "al-", "A.", "a'", "Paris, ", "\n", "Kabul village of ", "SAN "])
def test_time_grows_with_length_alone(piece):
    text = piece * (60_000 // len(piece))
    started = time.process_time()
    resolve(find_toponyms(text), text=text)
    assert time.process_time() - started < 8
