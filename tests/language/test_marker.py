"""The marker at work, with the weights that are shipped."""

import numpy as np
import pytest

from relata.language import annotate
from relata.language.gate import speaking, worth_marking
from relata.language.marker import marker
from relata.language.marks import Marks
from relata.reading import read_text

QUIET = "The river was high that week. Farmers brought their cattle to the upper fields."
LONG = " ".join([QUIET] * 10)
NEWS = "Gunmen killed nine farmers in the village of Sabo on Sunday. A police spokesman blamed bandits for the attack."


def annotated(text, **how):
    [report] = read_text(text, uri="made-up", published="2021-05-03")
    return annotate(report, **how)


def words(text):
    marked = annotated(text, marked=False)
    return [token.text for token in marked.tokens], [sentence.first for sentence in marked.sentences]


def test_a_report_without_a_word_of_violence_is_not_read():
    assert annotated(QUIET).marks is None


def test_of_a_long_report_only_sentences_with_words_of_violence_are_read_and_of_those_the_ones_it_may_add_to():
    marked = annotated(f"{QUIET} {NEWS} {LONG}", marked=False)
    assert speaking(marked.tokens, marked.sentences) == [2, 3]
    assert 2 in worth_marking(marked.tokens, marked.sentences)
    assert set(worth_marking(marked.tokens, marked.sentences)) <= {2, 3}


def test_a_sentence_that_only_speaks_of_an_event_is_passed_over_in_a_long_report():
    plain = "She told the court that the shooting had changed her life."
    marked = annotated(f"{NEWS} {LONG} {plain}", marked=False)
    assert len(marked.sentences) - 1 not in worth_marking(marked.tokens, marked.sentences)


def test_a_short_report_is_read_whole():
    marked = annotated(f"{QUIET} {NEWS} {QUIET}", marked=False)
    assert worth_marking(marked.tokens, marked.sentences) == [0, 1, 2, 3, 4, 5]


def test_sentences_left_out_are_scored_as_outside_and_the_others_as_if_they_stood_alone():
    given, starts = words(f"{QUIET} {NEWS} {QUIET}")
    alone, own_starts = words(NEWS)
    first = len(words(QUIET)[0])
    some = marker().scores(given, starts, [2, 3])
    whole = marker().scores(alone, own_starts)
    assert np.array_equal(some.words[first : first + len(alone)], whole.words)
    assert [(one[0], one[1]) for one in some.window] == [(first, first + len(alone))]
    marks = Marks(some)
    assert {one.kind for one in marks.among("toll", first, first + len(alone))} == {"killed"}
    assert all(not marks.among(head, 0, first) for head in ("trigger", "toll", "role", "entity"))
    assert marks.sure("trigger", 0, first) < 0.01


def test_the_whole_of_a_report_is_read_where_it_is_asked_for():
    some, whole = (annotated(f"{LONG} {NEWS}", whole=whole).marks for whole in (False, True))
    assert some is not None
    assert whole is not None
    assert not np.array_equal(some.scores.words[0], whole.scores.words[0])


@pytest.mark.parametrize("text", ["", "Killed.", "killed " * 3000])
def test_any_length_is_read(text):
    given, starts = (text.split(), [0]) if text else ([], [])
    scores = marker().scores(given, starts)
    assert len(scores.words) == len(given)
    assert [one[0] for one in scores.window][:1] == ([0] if text else [])
