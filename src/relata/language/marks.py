"""Scores of the marker as marks: spans of words with what they are and how surely, and what belongs to what."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from relata.language.heads import head
from relata.language.marker import Scores

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Mark:
    """A run of words that one head marks.

    Attributes:
        head: name of the head.
        kind: which of its classes.
        first: first token.
        last: one past the last token.
        sure: probability of the first word to begin such a span.
    """

    head: str
    kind: str
    first: int
    last: int
    sure: float


@dataclass(frozen=True, slots=True)
class Marks:
    """What the marker says of one report; spans are decoded when they are first asked for.

    Attributes:
        scores: the numbers behind it.
    """

    scores: Scores
    _spans: dict[str, tuple[Mark, ...]] = field(default_factory=dict)

    def of(self, head: str) -> tuple[Mark, ...]:
        """Every span that a head marks, in order."""
        if head not in self._spans:
            self._spans[head] = spans(self.scores, head)
        return self._spans[head]

    def among(self, head: str, first: int, last: int) -> tuple[Mark, ...]:
        """Those that begin among tokens ``first`` to ``last`` (exclusive)."""
        every = self.of(head)
        begin, end = (bisect_left(every, token, key=lambda mark: mark.first) for token in (first, last))
        return every[begin:end]

    def sure(self, head: str, first: int, last: int, kinds: Sequence[str] = ()) -> float:
        """The highest probability, among tokens ``first`` to ``last``, of lying in a span of one of ``kinds`` (or any)."""
        if last <= first:
            return 0.0
        given = softmax(self.scores.of(head)[first:last])
        columns = [
            2 * index + side
            for index, kind in enumerate(_classes(head))
            if not kinds or kind in kinds
            for side in (1, 2)
        ]
        return float(given[:, columns].sum(axis=1).max())

    def said(self, head: str, token: int) -> dict[str, float]:
        """Probabilities of the classes of a word head at one token."""
        return said_of(self.scores, head, token)


def _classes(name: str) -> tuple[str, ...]:
    return head(name).classes


def spans(scores: Scores, name: str, lean: float = 0.0) -> tuple[Mark, ...]:
    """Every span that a head marks, in order.

    Args:
        scores: what the network says.
        name: a span head.
        lean: how much the label for being outside is held back, in natural log odds: above 0 finds more, less surely.
    """
    one = head(name)
    given = scores.of(name).copy()
    given[:, 0] -= lean
    best = given.argmax(axis=1)
    sure = softmax(scores.of(name))
    found: list[Mark] = []
    at = 0
    while at < len(best):
        label = int(best[at])
        if label == 0:
            at += 1
            continue
        kind = (label - 1) // 2
        inside = 2 * kind + 2
        last = at + 1
        while last < len(best) and best[last] == inside:
            last += 1
        found.append(Mark(name, one.classes[kind], at, last, float(sure[at, [inside - 1, inside]].sum())))
        at = last
    return tuple(found)


def softmax(given: Floats) -> Floats:
    """Scores as probabilities, row by row."""
    powers = np.exp(given - given.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def said_of(scores: Scores, name: str, word: int) -> dict[str, float]:
    """Probabilities of the classes of a word head at one word."""
    return dict(zip(head(name).classes, softmax(scores.of(name)[word]).tolist(), strict=True))


def belongs(scores: Scores, asks: int, finds: Sequence[Mark], name: str = "event") -> Mark | None:
    """The mark that a word belongs to; for ``voice`` None where the words are the report's own."""
    if not finds:
        return None
    given = scores.link(name, asks, [one.first for one in finds])
    best = int(given.argmax())
    return None if name == "voice" and given[best] < 0 else finds[best]


def incident(scores: Scores, kinds: Iterable[str] = head("incident").classes) -> dict[str, float]:
    """How likely the report tells of an incident of each kind of MUC-4: the most that one of its windows says."""
    names = head("incident").classes
    told = np.array([one for _, _, one in scores.window] or [np.full(len(names), -20.0)])
    best = 1 / (1 + np.exp(-told.max(axis=0)))
    return {name: float(best[names.index(name)]) for name in kinds}
