from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from relata.language import annotate
from relata.language.entities_abbreviations import introductions
from relata.language.entities_words import NameWords
from relata.model import make_report

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases/actors/mentions.yml").read_text("utf-8"))


def mentions(text):
    return annotate(make_report(uri="case", text=text)).mentions


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_the_text_names_what_the_case_says(case):
    found = mentions(case["text"])
    shown = [(mention.text, mention.kind, mention.key) for mention in found]
    for words, kind, key in case.get("must", ()):
        assert (words, kind, key) in shown
    for words in case.get("never", ()):
        assert words not in [mention.text for mention in found]


def test_mentions_are_in_order_do_not_overlap_and_stand_in_the_text():
    for case in CASES:
        found = mentions(case["text"])
        for one, other in pairwise(found):
            assert one.span.end <= other.span.start
        assert all(mention.span.cut(case["text"]) == mention.text for mention in found)


def test_an_abbreviation_whose_letters_do_not_fit_introduces_nothing():
    text = "The Harbour Council (NRF) met; the Ministry of Trade (see below) did not."
    sentences = annotate(make_report(uri="case", text=text)).sentences
    assert list(introductions(NameWords(text, sentences))) == []


def test_a_surname_alone_is_met_again_only_after_its_full_name():
    found = [mention.text for mention in mentions("Zelaya spoke. Then Rosa Zelaya left. Zelaya waved.")]
    assert found == ["Zelaya", "Rosa Zelaya", "Zelaya"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "(" * 50_000,
        "A" * 100_000,
        "al-" * 20_000,
        "(AB) " * 5_000,
        "Al Al " * 10_000,
        "\ue000\ue001 led by \ue800",
        "'s " * 9_999,
    ],
    ids=["empty", "parentheses", "one word", "articles", "brackets", "capitals", "private use", "clitics"],
)
def test_hostile_text_is_read_in_bounded_time(text):
    mentions(text)


def test_the_same_report_gives_the_same_mentions():
    text = " ".join(case["text"] for case in CASES)
    assert mentions(text) == mentions(text)
