from pathlib import Path

import pytest
import yaml

from relata.language.tokens import pieces

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases/language/tokens.yml").read_text("utf-8"))


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0][:40] for case in CASES])
def test_words_numbers_and_marks_are_cut(text, expected):
    assert [text[start:end] for start, end in pieces(text, 0, len(text))] == expected.split()


def test_only_the_asked_stretch_is_read():
    text = "One two three."
    assert [text[start:end] for start, end in pieces(text, 4, 7)] == ["two"]


@pytest.mark.parametrize(
    "text", ["(" * 1_000_000, "a-" * 300_000, "1." * 300_000, "''" * 300_000, "w" * 1_000_000, "http://" * 100_000]
)
def test_hostile_text_takes_linear_time(text):
    assert sum(1 for _ in pieces(text, 0, len(text))) > 0
