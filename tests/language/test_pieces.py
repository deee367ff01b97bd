import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relata.language.marker import VOCABULARY, marker_file
from relata.language.pieces import CLOSE, OPEN, WINDOW, Pieces, cases, inputs, windows

LINES = (Path(__file__).parents[1] / "cases/language/pieces.tsv").read_text("utf-8").splitlines()[1:]
CASES = [line.split("\t") for line in LINES]


@pytest.fixture(scope="module")
def vocabulary():
    with marker_file(VOCABULARY) as path:
        return Pieces.load(path)


@pytest.mark.parametrize(("word", "ids"), CASES, ids=[ascii(case[0]) for case in CASES])
def test_words_are_cut_as_the_published_tokenizer_cuts_them(vocabulary, word, ids):
    word = word.replace("\\u200b", "\u200b")
    assert vocabulary.of([unicodedata.normalize("NFC", word)]) == [tuple(map(int, ids.split()))]


@given(st.text(max_size=300))
def test_any_text_has_at_least_one_piece_and_not_too_many(vocabulary, text):
    (found,) = vocabulary.of([text])
    assert 1 <= len(found) <= 12


@given(
    st.lists(st.lists(st.integers(1, 12), min_size=1, max_size=80), min_size=1, max_size=40),
)
@settings(max_examples=60)
def test_windows_cover_every_word_once_and_fit(sentences):
    sizes = [size for sentence in sentences for size in sentence]
    starts = [sum(map(len, sentences[:number])) for number in range(len(sentences))]
    cut = windows(sizes, starts)
    assert [(one.own, one.last) for one in cut] == list(
        zip([0, *(one.last for one in cut[:-1])], [one.last for one in cut], strict=True)
    )
    assert cut[-1].last == len(sizes)
    for one in cut:
        assert one.first <= one.own < one.last
        assert sum(sizes[one.first : one.last]) + 2 <= WINDOW


def test_windows_end_with_sentences_where_these_fit():
    sizes, starts = [1] * 1000, list(range(0, 1000, 100))
    assert all(one.last % 100 == 0 for one in windows(sizes, starts))


def test_later_windows_see_what_went_before():
    first, second, *_ = windows([1] * 1000, list(range(0, 1000, 10)))
    assert second.first < second.own == first.last


def test_capitals_say_nothing_in_telex():
    assert cases(["GUERRILLAS", "ATTACKED", "Lima"]) == [0, 0, 0]
    assert cases(["Gunmen", "of", "the", "FARC", "attacked", "a", "station"]) == [1, 0, 0, 2, 0, 0, 0]


def test_the_network_is_told_the_first_piece_of_each_word():
    pieces = [(5,), (6, 7), (8,)]
    [window] = windows([1, 2, 1], [0])
    made = inputs(window, pieces, [1, 0, 2])
    assert made.ids.tolist() == [[OPEN, 5, 6, 7, 8, CLOSE]]
    assert made.heads.tolist() == [[1, 2, 4]]
    assert made.case.tolist() == [[0, 1, 0, 0, 2, 0]]
