"""Where sentences end.

A sentence never crosses a paragraph, a bullet or a heading. Inside a block it ends at a stop with its closing quotes
and brackets, unless what follows shows that it goes on: a lower-case word, a comma, or a speaker (“Why?” Khan asked).
"""

from __future__ import annotations

from collections.abc import Sequence

from relata.language.annotated import Sentence, SentenceKind
from relata.language.blocks import Block, blocks
from relata.language.tokens import SHORT_FORMS, STARTERS, pieces
from relata.model import Report, Span

LONGEST = 400
"""Tokens after which a sentence is cut: longer ones are tables or noise, and rules must not pay for them."""

_STOPS = frozenset({".", "!", "?", "…", "...", "....", "!!", "??", "?!", "!?", "。"})
_CLOSERS = frozenset({"”", "’", "''", ")", "]", "»"})
_STRAIGHT = frozenset({'"', "'"})
_ASKED = frozenset({"said", "says", "asked", "asks", "told", "added", "adds", "wrote", "writes", "shouted", "wondered"})
_PARTICLES = ("al-", "el-", "ad-", "as-", "ar-", "an-", "ash-", "at-", "ul-", "bin-")


def split(report: Report) -> tuple[list[tuple[int, int]], list[Sentence]]:
    """The pieces (offsets of words and marks) and the sentences of a report, in order of the text."""
    text = report.text
    upper_text = is_upper(text)
    tokens: list[tuple[int, int]] = []
    sentences: list[Sentence] = []
    found = blocks(text, report.title)
    sizes: dict[int, int] = {}
    for block in found:
        sizes[block.paragraph] = sizes.get(block.paragraph, 0) + 1
    for block in found:
        first = len(tokens)
        tokens.extend(pieces(text, block.start, block.end))
        if len(tokens) == first:
            continue
        upper = upper_text or is_upper(text[block.start : block.end])
        borders = [len(tokens)] if block.kind == "title" else ends(text, tokens, first, upper=upper)
        kind = block.kind
        if kind == "body" and len(borders) == 1 and _is_heading(text, tokens, first):
            kind = "heading"
        for last in borders:
            sentences.append(_sentence(tokens, first, last, block, kind))
            first = last
    return tokens, sentences


def is_upper(text: str) -> bool:
    """Whether a text is set in capitals: at least 20 cased letters, nine in ten of them upper case."""
    sample = text[:4000]
    upper = sum(map(str.isupper, sample))
    return upper >= 18 and upper >= 9 * sum(map(str.islower, sample))


def _sentence(tokens: list[tuple[int, int]], first: int, last: int, block: Block, kind: SentenceKind) -> Sentence:
    return Sentence(Span(tokens[first][0], tokens[last - 1][1]), first, last, block.paragraph, kind)


def ends(text: str, tokens: Sequence[tuple[int, int]], first: int, *, upper: bool) -> list[int]:
    """Indices one past the last token of each sentence among ``tokens[first:]``, which lie in one block.

    Args:
        text: the whole text.
        tokens: offsets of all tokens so far.
        first: index of the first token of the block.
        upper: whether the text is set in capitals, so that case tells nothing.
    """
    count = len(tokens)
    words = [text[start:end] for start, end in tokens[first:]]
    borders: list[int] = []
    begun = 0
    straight = 0
    index = 0
    while index < len(words):
        word = words[index]
        if word in _STRAIGHT:
            straight += word == '"'
        elif word in _STOPS or (word[-1] == "." and len(word) > 1):
            last = index + 1
            while last < len(words) and (
                words[last] in _CLOSERS or words[last] in _STOPS or _closes(words, last, straight)
            ):
                straight += words[last] == '"'
                last += 1
            if last < len(words) and _is_border(words, index, last, upper=upper):
                borders.append(first + last)
                begun = last
                straight = 0 if words[last - 1] == '"' else straight
            index = last
            continue
        index += 1
        if index - begun >= LONGEST:
            borders.append(first + index)
            begun = index
    if not borders or borders[-1] < count:
        borders.append(count)
    return borders


def _closes(words: Sequence[str], at: int, straight: int) -> bool:
    """Whether a straight quotation mark after a stop closes a quotation."""
    if words[at] == '"':
        return straight % 2 == 1
    return words[at] == "'" and at + 1 < len(words) and not words[at + 1][0].islower() and words[at - 1] in _STOPS


def _is_border(words: Sequence[str], stop: int, after: int, *, upper: bool) -> bool:
    """Whether a sentence ends between ``words[after - 1]`` and ``words[after]``; the stop is ``words[stop]``."""
    word, following = words[stop], words[after]
    quoted = after > stop + 1
    head = following[0]
    if word not in _STOPS:
        if not _abbreviation_may_end(word, following, upper=upper):
            return False
    elif word in {"…", "...", "...."} and not quoted:
        return head.isupper() and (not upper or following.lower() in STARTERS)
    if head in ",;:–—" or following in {"--", "-", ")"}:
        return False
    if head.islower():
        return following.startswith(_PARTICLES) and any(map(str.isupper, following))
    return not ((quoted or word != ".") and _speaker_follows(words, after))


def _abbreviation_may_end(word: str, following: str, *, upper: bool) -> bool:
    """Whether an abbreviation with its stop ("U.S.", "p.m.", "Inc.") also ends the sentence."""
    short = word[:-1].lower()
    if short not in SHORT_FORMS and word.count(".") < 2:
        return False
    if following[0] in '"“‘':
        return short in {"p.m", "a.m"}
    return following[0].isupper() and (
        following.lower() in STARTERS if not upper else following.lower() in {"the", "he", "it"}
    )


def _speaker_follows(words: Sequence[str], at: int) -> bool:
    """Whether a speaker and a verb of saying follow a question or quotation ("Why?" Khan asked)."""
    for word in words[at : at + 5]:
        lower = word.lower()
        if lower in _ASKED:
            return True
        if not (word[0].isalpha() or word == "'s"):
            return False
    return False


def _is_heading(text: str, tokens: Sequence[tuple[int, int]], first: int) -> bool:
    """Whether the block is a short line without a final stop."""
    size = len(tokens) - first
    start, end = tokens[-1]
    last = text[start:end]
    if last == ":":
        return size <= 5
    if last == "?":
        return size <= 9
    return size <= 14 and last not in {".", "!", "…", "...", ",", ";", "”", '"', "''", "’", "'"} and last[-1] != "."
