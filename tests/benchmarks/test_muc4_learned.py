"""Learnt decisions of MUC-4: candidate spans, strings as they are compared, probabilities, weights from rows."""

from __future__ import annotations

import pytest
from benchmarks.muc4_features import view
from benchmarks.muc4_spans import candidates, plain
from benchmarks.muc4_weights import likeliest, probability
from training.logistic import BIAS, Rows, fit
from training.muc4_lowered import same_rank

from relata.claims.extract import extract
from relata.language import annotate
from relata.model import make_report

TEXT = "TWO MEMBERS OF THE NORTHERN COLUMN KILLED MAYOR PEDRO QUISPE MAMANI AND HIS TWO BODYGUARDS WITH A HAND GRENADE."


def test_candidates_are_phrases_their_names_and_phrases_with_their_of() -> None:
    annotated = annotate(make_report(uri="x", text=TEXT))
    found = {one.span.cut(annotated.text) for one in candidates(annotated)}
    assert {"MEMBERS", "MEMBERS OF THE NORTHERN COLUMN", "BODYGUARDS", "HAND GRENADE"} <= found


@pytest.mark.parametrize(
    ("string", "compared"),
    [("the 3 peasants", "PEASANTS"), ("Six", "SIX"), (" A  bank, ", "BANK"), ("her house", "HOUSE")],
)
def test_strings_are_compared_without_idle_words(string: str, compared: str) -> None:
    assert plain(string) == compared


def test_words_for_acts_are_seen_in_the_view_of_a_report() -> None:
    report = make_report(uri="x", text=TEXT)
    annotated = annotate(report)
    seen = view(annotated, extract(report))
    told = {annotated.tokens[n].lower: name for n, name in enumerate(seen.triggers) if name}
    assert told["killed"] == "kill"


def test_weights_tell_rows_apart_and_rare_features_get_none() -> None:
    rows = Rows([["a"], ["a"], ["b"], ["b", "rare"]], least=2)
    table = fit(rows, [True, True, False, False], 0.1)
    assert set(table) == {BIAS, "a", "b"}
    assert probability(table, ["a"]) > 0.8
    assert probability(table, ["b"]) < 0.2
    assert likeliest({"yes": table, "never": {BIAS: -9.0}}, ["a"])[0] == "yes"


def test_the_same_rows_give_the_same_weights() -> None:
    lines, labels = [["a", "c"], ["a"], ["b"], ["b", "c"]], [True, True, False, True]
    assert fit(Rows(lines, least=1), labels) == fit(Rows(lines, least=1), labels)


@pytest.mark.parametrize(
    ("value", "mapped"),
    [(4.0, 1.0), (5.0, 2.0), (6.0, 3.0), (9.0, 3.0), (0.0, 1.0), (5.5, 2.5)],
)
def test_a_score_is_brought_to_the_score_of_equal_rank(value: float, mapped: float) -> None:
    assert same_rank([6.0, 4.0, 5.0], [1.0, 3.0, 2.0])(value) == pytest.approx(mapped)
