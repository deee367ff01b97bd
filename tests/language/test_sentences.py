from pathlib import Path

import pytest
import yaml

from relata.language.sentences import LONGEST, is_upper, split
from relata.model import make_report

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases/language/sentences.yml").read_text("utf-8"))


def _split(text, title=None):
    return split(make_report(uri="x", text=text, title=title))[1]


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_sentences_end_where_a_reader_ends_them(case):
    text = case["text"]
    found = _split(text, case.get("title"))
    assert [" ".join(sentence.span.cut(text).split()) for sentence in found] == case["sentences"]
    if "kinds" in case:
        assert [sentence.kind for sentence in found] == case["kinds"]


def test_paragraphs_are_numbered_from_zero():
    found = _split("Title here\n\nFirst one. Second one.\n\n\nThird one.", title="Title here")
    assert [sentence.paragraph for sentence in found] == [0, 1, 1, 2]


def test_a_title_inside_a_sentence_is_no_title():
    found = _split("Market blast kills ten people, police said.", title="Market blast")
    assert [sentence.kind for sentence in found] == ["body"]


def test_an_endless_sentence_is_cut():
    found = _split("word " * 2000)
    assert max(sentence.last - sentence.first for sentence in found) == LONGEST


def test_capitals_are_told_from_mixed_case():
    assert is_upper("THE ARMY SAID FIVE MEN DIED NEAR THE RIVER")
    assert not is_upper("The army said five men of the FMLN died near the river")
    assert not is_upper("USA")


@pytest.mark.parametrize(
    "text", ["", " \n\n\t", "\n" * 500_000, "• " * 100_000, "." * 300_000, '"' * 100_000, "A. " * 100_000]
)
def test_hostile_text_is_read_in_linear_time(text):
    tokens, sentences = split(make_report(uri="x", text=text))
    assert len(tokens) == sum(sentence.last - sentence.first for sentence in sentences)
