import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relata.words.text import in_context, one_line, safe, safe_json

ANY = st.text(st.characters(), max_size=200)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Bogotá, Île-de-France, Пешавар, پشاور", "Bogotá, Île-de-France, Пешавар, پشاور"),
        ("\x1b[2J\x1b]0;owned\x07", r"\x1b[2J\x1b]0;owned\x07"),
        ("\x9b31m", r"\x9b31m"),
        ("report\u202etxt.exe", r"report\u202etxt.exe"),
        ("\u2066isolated\u2069", r"\u2066isolated\u2069"),
        ("a\rb", r"a\x0db"),
        ("a\tb", "a b"),
        ("name\udcff.txt", r"name\udcff.txt"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("two\nlines", "two\nlines"),
        ("tag\U000e0041", r"tag\U000e0041"),
    ],
)
def test_what_would_play_tricks_on_a_terminal_is_written_out(words, shown):
    assert safe(words) == shown


@given(ANY)
def test_safe_words_hold_no_hidden_character(words):
    shown = safe(words)
    hidden = {char for char in shown if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp")}
    assert hidden <= set("\n\u200c\u200d")
    shown.encode()
    assert safe(shown) == shown


@given(st.dictionaries(ANY, ANY, max_size=3))
def test_safe_json_means_the_same_and_hides_nothing(value):
    text = safe_json(json.dumps(value, ensure_ascii=False, indent=1))
    assert json.loads(text) == value
    assert not {char for char in text if unicodedata.category(char) in ("Cc", "Cf", "Cs")} - set("\n\u200c\u200d")


@given(ANY, st.integers(0, 200), st.integers(0, 200))
def test_a_quote_in_its_sentence_keeps_its_words(text, one, other):
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    _, quote, _ = in_context(text, start, end)
    assert "".join(quote.split()) == "".join(safe(text[start:end]).split())


def test_a_quote_stands_in_its_own_sentence_alone():
    text = "It was Friday. Police said 12 people were killed in the blast. Nobody claimed it.\n\nAnother paragraph"
    start = text.index("12 people")
    assert in_context(text, start, start + len("12 people")) == (
        "Police said ",
        "12 people",
        " were killed in the blast.",
    )


def test_what_is_left_out_of_a_long_sentence_is_an_ellipsis():
    text = "word " * 100 + "HERE" + " word" * 100
    before, quote, behind = in_context(text, 500, 504, most=20)
    assert (before, quote, behind) == ("… word word word ", "HERE", " word word word …")


def test_one_line_is_cut_at_a_word():
    assert one_line("one two\nthree  four", 10) == "one two …"
