"""A report with its linguistic marks: what every rule and model about claims reads."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from relata.language.marks import Marks
from relata.model import Report, Span

SentenceKind = Literal["title", "heading", "body", "bullet"]

MentionKind = Literal[
    "person",
    "organisation",
    "armed group",
    "state force",
    "state",
    "media",
    "facility",
    "weapon",
    "vehicle",
    "nationality",
    "place",
    "time",
    "money",
    "quantity",
]


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or mark.

    Attributes:
        start: first character in the report's text.
        end: one past the last character.
        text: the word as written.
        lower: the word in lower case.
        pos: universal part of speech (NOUN, PROPN, VERB, AUX, ADJ, NUM, ADP, DET, PRON, PUNCT, …).
            Source: Universal Dependencies, UPOS tags.
    """

    start: int
    end: int
    text: str
    lower: str
    pos: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, heading or list item.

    Attributes:
        span: where it stands.
        first: index of its first token.
        last: index one past its last token.
        paragraph: number of its paragraph in the report, from 0.
        kind: title (the report's headline), heading, bullet (a list item), or body.
    """

    span: Span
    first: int
    last: int
    paragraph: int
    kind: SentenceKind


@dataclass(frozen=True, slots=True)
class Chunk:
    """A base noun phrase ("the northwestern city", "at least 64 people"): no prepositional phrase hangs on it.

    Attributes:
        span: where it stands.
        first: index of its first token.
        last: index one past its last token.
        head: index of its head token.
    """

    span: Span
    first: int
    last: int
    head: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A thing of the world that the text names.

    Attributes:
        span: where it stands.
        text: the words.
        kind: what it is.
        key: entry of the table of known actors, or None.
    """

    span: Span
    text: str
    kind: MentionKind
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Annotated:
    """A report with tokens, sentences, base noun phrases and mentions, each in order of the text.

    ``marks`` is what the trained marker says; None where a report holds no word of violence and was not shown to it.
    """

    report: Report
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    chunks: tuple[Chunk, ...]
    mentions: tuple[Mention, ...]
    marks: Marks | None = field(default=None, compare=False, repr=False)

    @property
    def text(self) -> str:
        """The report's stored text."""
        return self.report.text
