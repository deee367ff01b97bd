"""The words of a report as names are compared: folded, with what parts them and whether they stand among capitals."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from relata.language.annotated import Sentence
from relata.tables.folding import WORD, fold_word

_GAP = re.compile(r"[ \t\u00a0]{0,2}[-‐‑–—/()\"“”'’‘\n]?[ \t\u00a0]{0,2}")
"""What may stand between two words of one name: blanks, a line break, a dash, a slash, a bracket, a quote."""

_CONNECTORS = frozenset({"e", "i"})
_CAPITALS_SHARE = 0.7
_LONG_WORD = 4


class NameWord(NamedTuple):
    """One word: where it stands, as written, folded, and folded without a possessive s."""

    start: int
    end: int
    raw: str
    fold: str
    bare: str
    bare_end: int


class NameWords:
    """The words of a text, in order, with what lies between them."""

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self.text = text
        self.words = [_word(match) for match in WORD.finditer(text)]
        self._starts = [sentence.span.start for sentence in sentences]
        self._ends = [sentence.span.end for sentence in sentences]
        self._capitals = [_is_capitals(sentence.span.cut(text)) for sentence in sentences]

    def in_capitals(self, index: int) -> bool:
        """Whether the word stands in a sentence set in capitals."""
        at = self._sentence(self.words[index].start)
        return self._capitals[at] if at >= 0 else False

    def run(self, index: int, limit: int) -> list[int]:
        """Indices of up to ``limit`` words from ``index`` on that may belong to one name.

        Connectors between hyphens ("Tehrik-e-Taliban") are passed over, as in the table.
        """
        found = [index]
        at = index
        sentence = self._sentence(self.words[index].start)
        while len(found) < limit and at + 1 < len(self.words):
            before, after = self.words[at], self.words[at + 1]
            gap = self.text[before.end : after.start]
            if not _GAP.fullmatch(gap) or self._sentence(after.start) != sentence:
                break
            at += 1
            joined = after.fold in _CONNECTORS and gap.strip(" ") in {"-", "‐", "‑"}
            if not joined and not (after.raw in _CONNECTORS and len(found) > 0):
                found.append(at)
        return found

    def _sentence(self, offset: int) -> int:
        at = bisect_right(self._starts, offset) - 1
        return at if at >= 0 and offset < self._ends[at] else -1


def _word(match: re.Match[str]) -> NameWord:
    raw = match.group()
    fold, bare, length = _forms(raw)
    start, end = match.span()
    return NameWord(start, end, raw, fold, bare, start + length)


@lru_cache(maxsize=65536)
def _forms(raw: str) -> tuple[str, str, int]:
    """A word folded, folded without a possessive s, and how many characters that leaves of it."""
    bare = raw
    if len(raw) > 2 and raw[-2] in "'’‘ʼ`" and raw[-1] in "sS":
        bare = raw[:-2]
    elif raw.endswith(("'", "’")):
        bare = raw[:-1]
    return fold_word(raw), fold_word(bare), len(bare)


def _is_capitals(sentence: str) -> bool:
    long_words = [word for word in re.findall(r"[^\W\d_]+", sentence[:2000]) if len(word) >= _LONG_WORD]
    return bool(long_words) and sum(word.isupper() for word in long_words) >= _CAPITALS_SHARE * len(long_words)
