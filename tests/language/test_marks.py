"""Decoding of the network's numbers, on numbers made by hand: no network is needed."""

import numpy as np

from relata.language.heads import HEADS, LINK_WIDTH, LINKS, columns, head, width
from relata.language.marker import Scores
from relata.language.marks import Mark, Marks, belongs, incident, spans

EVERY = width("word") + 2 * LINK_WIDTH * len(LINKS)


def made(count, **labels):
    words = np.full((count, EVERY), -5.0, dtype=np.float32)
    for one in HEADS:
        if one.kind == "span":
            words[:, columns(one.name)[0]] = 5.0
    for name, line in labels.items():
        first, _ = columns(name)
        for at, label in enumerate(line):
            words[at, first : first + len(head(name).labels)] = -5.0
            words[at, first + head(name).labels.index(label)] = 5.0
    return Scores(words, ())


def test_a_span_goes_on_as_long_as_its_kind():
    found = spans(made(5, role=["B-attacker", "I-attacker", "O", "B-victim", "B-victim"]), "role")
    assert [(one.kind, one.first, one.last) for one in found] == [
        ("attacker", 0, 2), ("victim", 3, 4), ("victim", 4, 5),
    ]  # fmt: skip
    assert all(one.sure > 0.99 for one in found)


def test_a_span_whose_begin_was_missed_is_still_one():
    found = spans(made(3, role=["O", "I-weapon", "I-weapon"]), "role")
    assert [(one.kind, one.first, one.last) for one in found] == [("weapon", 1, 3)]


def test_leaning_finds_what_is_less_sure():
    scores = made(1)
    first, _ = columns("toll")
    scores.words[0, first : first + 2] = [1.0, 0.5]
    assert not spans(scores, "toll")
    assert [one.kind for one in spans(scores, "toll", lean=1.0)] == ["killed"]


def test_marks_are_found_by_the_words_they_begin_among():
    marks = Marks(made(4, toll=["B-killed", "O", "B-wounded", "I-wounded"]))
    assert [one.kind for one in marks.among("toll", 1, 4)] == ["wounded"]
    assert marks.among("toll", 3, 4) == ()
    assert marks.sure("toll", 2, 4) > 0.99 > 0.1 > marks.sure("toll", 1, 2)
    assert marks.sure("toll", 2, 4, ("killed",)) < 0.1


def test_what_a_word_belongs_to_is_what_answers_it_best():
    scores = made(3)
    at = width("word") + 2 * LINK_WIDTH * LINKS.index("voice")
    scores.words[:, at:] = 0.0
    scores.words[0, at] = 1.0
    scores.words[1, at + LINK_WIDTH], scores.words[2, at + LINK_WIDTH] = -8.0, 8.0
    far, near = (Mark("holder", "holder", word, word + 1, 1.0) for word in (1, 2))
    assert belongs(scores, 0, [far, near], "voice") == near
    assert belongs(scores, 0, [far], "voice") is None
    assert belongs(scores, 0, [far], "event") == far
    assert belongs(scores, 0, [], "event") is None


def test_a_report_tells_of_an_incident_where_one_of_its_windows_does():
    low, high = (np.full(len(head("incident").classes), value, dtype=np.float32) for value in (-9.0, 9.0))
    told = incident(Scores(np.zeros((2, EVERY), dtype=np.float32), ((0, 1, low), (1, 2, high))))
    assert told["relevant"] > 0.99
    assert incident(Scores(np.zeros((0, EVERY), dtype=np.float32), ()))["relevant"] < 0.01
