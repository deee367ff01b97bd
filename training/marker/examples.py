"""What the network learns from: reports in our own words (tokens), with labels for the heads a corpus speaks of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from relata.language.heads import head
from relata.language.sentences import split
from relata.model import Report

UNKNOWN = -100
"""The label of a word of which the corpus says nothing; the loss leaves it out."""


@dataclass(slots=True)
class Example:
    """One report with labels.

    Attributes:
        doc: its id in the corpus.
        corpus: which one.
        text: its text.
        offsets: start and end of each word.
        starts: index of the first word of each sentence.
        labels: head → one label a word.
        windowed: labels of the window head, with the words that give them: (class, first word), and whether the
            corpus speaks of them at all.
        links: link → pairs (word that asks, word that is found, or -1 where it belongs to none).
    """

    doc: str
    corpus: str
    text: str
    offsets: list[tuple[int, int]]
    starts: list[int]
    labels: dict[str, list[int]] = field(default_factory=dict)
    windowed: list[tuple[str, int]] | None = None
    links: dict[str, list[tuple[int, int]]] = field(default_factory=dict)

    @property
    def words(self) -> list[str]:
        """The words as written."""
        return [self.text[start:end] for start, end in self.offsets]

    def outside(self, *names: str) -> None:
        """Say that the corpus speaks of these span heads: every word is outside until a span is marked."""
        for name in names:
            self.labels[name] = [0] * len(self.offsets)

    def unsaid(self, *names: str) -> None:
        """Say that single words are labelled by these heads: every other word stays unknown."""
        for name in names:
            self.labels[name] = [UNKNOWN] * len(self.offsets)

    def found(self, start: int, end: int) -> tuple[int, int] | None:
        """The words that a stretch of characters touches, as first and one past the last; None where there is none."""
        inside = [number for number, (a, b) in enumerate(self.offsets) if a < end and start < b]
        return (inside[0], inside[-1] + 1) if inside else None

    def mark(self, name: str, kind: str, start: int, end: int) -> int | None:
        """Mark a span of characters for a span head; returns its first word, None where it cannot be marked.

        What is marked already stays: heads have one label a word.
        """
        words = self.found(start, end)
        if words is None:
            return None
        line = self.labels[name]
        labels = head(name).labels
        begin, inside = labels.index(f"B-{kind}"), labels.index(f"I-{kind}")
        if any(line[number] not in {0, UNKNOWN} for number in range(*words)):
            return words[0] if line[words[0]] == begin else None
        line[words[0]] = begin
        line[words[0] + 1 : words[1]] = [inside] * (words[1] - words[0] - 1)
        return words[0]

    def say(self, name: str, kind: str, word: int | None) -> None:
        """Give one word a label of a word head."""
        if word is not None:
            self.labels[name][word] = head(name).labels.index(kind)


def example(report: Report, doc: str, corpus: str) -> Example:
    """A report cut as reading cuts it, without labels."""
    offsets, sentences = split(report)
    return Example(doc, corpus, report.text, list(offsets), [one.first for one in sentences])


def count(examples: Iterable[Example], name: str) -> int:
    """How many spans or words a head is taught in these examples."""
    labels = head(name).labels
    begins = {number for number, label in enumerate(labels) if not label.startswith(("O", "I-"))}
    return sum(label in begins for one in examples for label in one.labels.get(name, ()))
