"""A report laid out for rules about attribution, and what those rules hand on."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from relata.claims.attribution_quotes import Quotation, quotations
from relata.claims.attribution_words import CueKind
from relata.language import Annotated, Chunk, Token
from relata.model import Span, Stance

Range = tuple[int, int]
"""Half-open range of token indices."""

BREAKS = frozenset(
    {",", ";", ":", "—", "–", "--", "-", "(", ")", "[", "]", "“", "”", '"', "``", "''", "‘", "’", "…", "..."}
)
"""Marks that a clause does not cross."""

DASHES = frozenset({"—", "–", "--", "-", "―"})
QUOTE_MARKS = frozenset({"“", "”", '"', "``", "''", "‘", "’", "«", "»"})


class Page:
    """One annotated report with look-ups: which chunk and which quotation each token stands in."""

    def __init__(self, annotated: Annotated) -> None:
        self.annotated = annotated
        self.tokens: tuple[Token, ...] = annotated.tokens
        self.text = annotated.text
        self.chunks: tuple[Chunk, ...] = annotated.chunks
        self.quotations: tuple[Quotation, ...] = quotations(annotated)

    @cached_property
    def chunk_of(self) -> list[int]:
        """Index of the chunk of each token, or -1."""
        found = [-1] * len(self.tokens)
        for number, chunk in enumerate(self.chunks):
            found[chunk.first : chunk.last] = [number] * (chunk.last - chunk.first)
        return found

    @cached_property
    def quote_of(self) -> list[int]:
        """Index of the quotation of each token, its marks included, or -1."""
        found = [-1] * len(self.tokens)
        for number, quote in enumerate(self.quotations):
            found[quote.first : quote.last] = [number] * (quote.last - quote.first)
        return found

    def chunk_at(self, index: int) -> Chunk | None:
        """The chunk that the token stands in, or None."""
        number = self.chunk_of[index] if 0 <= index < len(self.tokens) else -1
        return self.chunks[number] if number >= 0 else None

    def span(self, tokens: Range) -> Span:
        """The characters of a range of tokens."""
        return Span(self.tokens[tokens[0]].start, self.tokens[tokens[1] - 1].end)

    def words(self, tokens: Range) -> str:
        """The text of a range of tokens, white space made plain."""
        return " ".join(self.span(tokens).cut(self.text).split())

    def is_finite(self, index: int) -> bool:
        """Whether the token is a verb that can carry a clause: no -ing form, no infinitive after "to"."""
        token = self.tokens[index]
        if token.pos == "AUX":
            return not (index and self.tokens[index - 1].lower == "to") and token.lower not in {"be", "being", "been"}
        if token.pos != "VERB" or token.lower.endswith("ing"):
            return False
        return not (index and self.tokens[index - 1].lower == "to")

    def has_clause(self, tokens: Range) -> bool:
        """Whether a finite verb stands in the range."""
        return any(self.is_finite(index) for index in range(*tokens))


@dataclass(slots=True)
class Draft:
    """An attribution under way, in tokens.

    Attributes:
        sentence: index of its sentence.
        source: its source as written, or None.
        cue: the cue with its auxiliaries.
        verb: index of the cue's main word.
        lemma: the cue's dictionary form.
        stance: how the source stands to the content.
        kind: statement, belief, call, stand or plan.
        content: spans of the content, in order.
        negated: whether the cue is negated ("did not say").
        via: names through whom the outlet has it, nearest first.
        carries: whether quotations of the following sentences belong to it.
    """

    sentence: int
    source: Range | None
    cue: Range
    verb: int
    lemma: str
    stance: Stance
    kind: CueKind
    content: list[Span] = field(default_factory=list)
    negated: bool = False
    via: tuple[str, ...] = ()
    carries: bool = True
