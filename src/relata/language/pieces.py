"""Words cut into the pieces that the trained marker knows, and a report cut into windows that fit it."""

from __future__ import annotations

import gzip
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

WINDOW = 384
"""Pieces in one window, the two marks that open and close it among them. The encoder was trained with up to 512."""
CONTEXT = 64
"""Pieces of the window before that are read again, so that no sentence stands without what went before it."""
LONGEST_WORD = 12
"""Pieces of one word that are read; the rest of a longer one (a link, a chemical name) is left out."""
OPEN, CLOSE, PAD, UNKNOWN = 101, 102, 0, 100
"""The marks of the vocabulary of BERT (uncased): [CLS], [SEP], [PAD], [UNK]."""

_SHOUTED = 0.6
"""Share of capitals among letters above which capitals say nothing (telex, MUC-4)."""

Ints = NDArray[np.int64]


class Pieces:
    """The vocabulary: a word as the longest pieces that it is made of, from the left.

    Source: the uncased tokenizer of BERT (J. Devlin et al., 2019): letters are made small and lose their accents, marks
    stand alone, and a word with a stretch that no piece covers is one unknown piece. Ours, because the library that
    does the same brings a client for downloads along, which a program for sensitive material should not carry.
    """

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._ids = {piece: number for number, piece in enumerate(vocabulary)}
        self._longest = max(map(len, vocabulary), default=1)
        self._known: dict[str, tuple[int, ...]] = {}

    @classmethod
    def load(cls, path: Path) -> Pieces:
        """The vocabulary from a file with a piece on each line, gzipped or not."""
        data = path.read_bytes()
        text = (gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data).decode("utf-8")
        return cls(text.removesuffix("\n").split("\n"))

    def of(self, words: Sequence[str]) -> list[tuple[int, ...]]:
        """The pieces of each word; at least one, at most ``LONGEST_WORD``."""
        found = []
        for word in words:
            known = self._known.get(word)
            if known is None:
                if len(self._known) >= _REMEMBERED:
                    self._known.clear()
                known = self._known[word] = self._cut(word)
            found.append(known)
        return found

    def _cut(self, word: str) -> tuple[int, ...]:
        ids: list[int] = []
        for part in _parts(word[:_LONGEST_READ]):
            ids.extend(self._greedy(part))
            if len(ids) >= LONGEST_WORD:
                break
        return tuple(ids[:LONGEST_WORD]) or (UNKNOWN,)

    def _greedy(self, part: str) -> list[int]:
        ids: list[int] = []
        at = 0
        while at < len(part):
            for end in range(min(len(part), at + self._longest), at, -1):
                number = self._ids.get(part[at:end] if at == 0 else "##" + part[at:end])
                if number is not None:
                    ids.append(number)
                    at = end
                    break
            else:
                return [UNKNOWN]
        return ids


def _parts(word: str) -> Iterator[str]:
    """The word in small letters without accents, cut around marks and ideographs."""
    part = ""
    for letter in unicodedata.normalize("NFD", word).lower():
        kind = unicodedata.category(letter)
        if kind == "Mn" or kind in _CONTROL or letter == _LOST:
            continue
        alone = kind[0] == "P" or letter in _ASCII_MARKS or _is_ideograph(letter)
        if not alone and not letter.isspace():
            part += letter
            continue
        if part:
            yield part
        part = ""
        if alone:
            yield letter
    if part:
        yield part


_CONTROL = {"Cc", "Cf", "Co", "Cs", "Cn"}
_LOST = "\ufffd"
"""What stands where a letter could not be decoded."""
_ASCII_MARKS = frozenset("$+<=>^`|~")
"""Signs that Unicode counts as symbols and the tokenizer as marks."""
_LONGEST_READ = 100


def _is_ideograph(letter: str) -> bool:
    code = ord(letter)
    return any(first <= code <= last for first, last in _IDEOGRAPHS)


_IDEOGRAPHS = (
    (0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F), (0x2B740, 0x2B81F), (0x2B820, 0x2CEAF),
    (0xF900, 0xFAFF), (0x2F800, 0x2FA1F),
)  # fmt: skip
_REMEMBERED = 200_000
"""Words remembered with their pieces; about 30 MB at most."""


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of words that is read at once.

    Attributes:
        first: first word that is read.
        own: first word whose marks count; those before are context.
        last: one past the last word.
    """

    first: int
    own: int
    last: int


def windows(sizes: Sequence[int], starts: Sequence[int], limit: int = WINDOW, context: int = CONTEXT) -> list[Window]:
    """Windows that cover all words, cut between sentences where these fit.

    Args:
        sizes: pieces of each word.
        starts: index of the first word of each sentence, in order; the first is 0.
        limit: pieces in a window, two marks among them.
        context: pieces of what went before that are read again.
    """
    total = np.concatenate([[0], np.cumsum(sizes)])
    room = limit - 2
    ends = [*starts[1:], len(sizes)]
    found: list[Window] = []
    own = 0
    while own < len(sizes):
        first = own
        if found:
            first = max(int(np.searchsorted(total, total[own] - context)), found[-1].first + 1)
            first = min(first, own)
        fitting = int(np.searchsorted(total, total[first] + room, side="right")) - 1
        last = max((end for end in ends if own < end <= fitting), default=max(fitting, own + 1))
        found.append(Window(first, own, min(last, len(sizes))))
        own = found[-1].last
    return found


def cases(words: Sequence[str]) -> list[int]:
    """How each word is written: 0 small or no letters, 1 with a capital, 2 in capitals; 0 throughout shouted text."""
    text = "".join(words)
    if sum(map(str.isupper, text)) > _SHOUTED * sum(map(str.isalpha, text)):
        return [0] * len(words)
    return [(2 if len(word) > 1 and word.isupper() else 1) if word[:1].isupper() else 0 for word in words]


@dataclass(frozen=True, slots=True)
class Inputs:
    """One window as arrays of one row.

    Attributes:
        ids: its pieces between the marks that open and close it.
        case: how the word of each piece is written, see :func:`cases`.
        heads: place of the first piece of each word.
    """

    ids: Ints
    case: Ints
    heads: Ints


def inputs(window: Window, pieces: Sequence[tuple[int, ...]], case: Sequence[int]) -> Inputs:
    """What the network is given for a window of a report.

    Args:
        window: the stretch of words.
        pieces: pieces of each word of the report.
        case: how each word of the report is written.
    """
    line, how, heads = [OPEN], [0], []
    for word in range(window.first, window.last):
        heads.append(len(line))
        line.extend(pieces[word])
        how.extend([case[word]] * len(pieces[word]))
    line.append(CLOSE)
    how.append(0)
    return Inputs(*(np.array([row], dtype=np.int64) for row in (line, how, heads)))
