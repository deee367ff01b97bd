"""A report laid out for rules about attribution, and what those rules hand on."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from relata.claims.attribution_quotes import Quotation, quotations
from relata.claims.attribution_words import CueKind
from relata.language import Annotated, Chunk, Mention, Token
from relata.model import Span, Stance

Range = tuple[int, int]
"""Half-open range of token indices."""

BREAKS = frozenset(
    {",", ";", ":", "—", "–", "--", "-", "(", ")", "[", "]", "“", "”", '"', "``", "''", "‘", "’", "…", "..."}
)
"""Marks that a clause does not cross."""

TAGS = frozenset({"text", "report", "excerpt", "excerpts", "communique", "passage", "summary", "article", "dispatch"})
"""Words in the bracketed tags of monitoring services: "[TEXT]", "[REPORT BY …]"."""

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

    @cached_property
    def kinds(self) -> dict[str, str]:
        """The kind of each thing that the report names, by its words in small letters."""
        return {" ".join(one.text.split()).casefold(): one.kind for one in self.annotated.mentions}

    def mentions_before(self, offset: int, most: int) -> tuple[Mention, ...]:
        """The last things that the report names before an offset, ``most`` at most, in order."""
        last = bisect_left(self._mention_starts, offset)
        return self.annotated.mentions[max(0, last - most) : last]

    def is_person(self, first: int, last: int) -> bool:
        """Whether tokens ``first`` to ``last`` hold nothing but a person's name."""
        words = " ".join(token.text for token in self.tokens[first:last])
        return self.kinds.get(words.casefold()) == "person"

    @cached_property
    def _mention_starts(self) -> list[int]:
        return [one.span.start for one in self.annotated.mentions]

    @cached_property
    def common(self) -> frozenset[str]:
        """Words in capitals that are common nouns where they stand: the first of sentences."""
        return frozenset(token.text for token in self.tokens if token.pos == "NOUN" and token.text[:1].isupper())

    @cached_property
    def shouts(self) -> bool:
        """Whether the whole report is in capital letters."""
        return self.text.isupper()

    def chunk_at(self, index: int) -> Chunk | None:
        """The chunk that the token stands in, or None."""
        number = self.chunk_of[index] if 0 <= index < len(self.tokens) else -1
        return self.chunks[number] if number >= 0 else None

    def quotations_in(self, span: Span) -> tuple[Quotation, ...]:
        """The quotations that share characters with a span."""
        first = bisect_right(self._quote_ends, span.start)
        last = bisect_left(self._quote_starts, span.end)
        return self.quotations[first:last]

    @cached_property
    def _quote_starts(self) -> list[int]:
        return [quote.span.start for quote in self.quotations]

    @cached_property
    def _quote_ends(self) -> list[int]:
        return [quote.span.end for quote in self.quotations]

    def span(self, tokens: Range) -> Span:
        """The characters of a range of tokens."""
        return Span(self.tokens[tokens[0]].start, self.tokens[tokens[1] - 1].end)

    def words(self, tokens: Range) -> str:
        """The text of a range of tokens, white space made plain."""
        return " ".join(self.span(tokens).cut(self.text).split())

    def body_start(self, first: int, last: int) -> int:
        """Where a sentence begins after a dateline ("KABUL (AFP) –", "LIMA, 3 JAN (EFE) -- [TEXT]"), if it has one."""
        limit = min(last, first + 45)
        begin = first
        for at in range(first, limit - 1):
            token = self.tokens[at]
            tag = token.text == "]" and any(self.tokens[back].lower in TAGS for back in range(max(first, at - 6), at))
            line = token.text in DASHES and at - begin <= 16 and not self.has_clause((begin, at))
            if tag or (line and begin == first and self._is_dateline(first, at)):
                begin = at + 1
        return begin

    def _is_dateline(self, first: int, dash: int) -> bool:
        """Whether a place, with agency or day, stands before the dash."""
        tokens = self.tokens[first:dash]
        marked = any(token.text in {"(", "["} or token.pos == "NUM" for token in tokens)
        return marked or all(token.text.isupper() or token.text in BREAKS for token in tokens)

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
