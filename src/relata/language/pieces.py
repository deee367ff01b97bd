"""Words cut into the pieces that the trained marker knows, and a report cut into windows that fit it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from tokenizers import Tokenizer

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


@dataclass(slots=True)
class Pieces:
    """The vocabulary, with what it gave for words met before."""

    tokenizer: Tokenizer
    _known: dict[str, tuple[int, ...]] = field(default_factory=dict)

    @classmethod
    def load(cls, path: Path) -> Pieces:
        """The vocabulary from a ``tokenizer.json``."""
        from tokenizers import Tokenizer  # noqa: PLC0415 - loaded only where a model is used

        tokenizer = Tokenizer.from_file(str(path))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        return cls(tokenizer)

    def of(self, words: Sequence[str]) -> list[tuple[int, ...]]:
        """The pieces of each word; at least one."""
        new = sorted({word for word in words if word not in self._known})
        if len(self._known) > _REMEMBERED:
            self._known.clear()
            new = sorted(set(words))
        for word, found in zip(new, self.tokenizer.encode_batch(new, add_special_tokens=False), strict=True):
            self._known[word] = tuple(found.ids[:LONGEST_WORD]) or (UNKNOWN,)
        return [self._known[word] for word in words]


_REMEMBERED = 200_000


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
    letters = [letter for word in words for letter in word if letter.isalpha()]
    if letters and sum(letter.isupper() for letter in letters) > _SHOUTED * len(letters):
        return [0] * len(words)
    return [(2 if len(word) > 1 and word.isupper() else 1) if word[:1].isupper() else 0 for word in words]


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows as arrays, padded to the longest.

    Attributes:
        ids: pieces, windows by pieces.
        mask: 1 where a piece stands, 0 where the row is padded.
        case: how the word of each piece is written, see :func:`cases`.
        heads: place of the first piece of each word, windows by words; 0 where the row is padded.
    """

    ids: Ints
    mask: Ints
    case: Ints
    heads: Ints


def batch(chosen: Sequence[Window], pieces: Sequence[tuple[int, ...]], case: Sequence[int]) -> Batch:
    """Arrays for the given windows of one report."""
    longest = max(sum(len(pieces[word]) for word in range(one.first, one.last)) for one in chosen) + 2
    most = max(one.last - one.first for one in chosen)
    ids = np.full((len(chosen), longest), PAD, dtype=np.int64)
    mask, cased = np.zeros_like(ids), np.zeros_like(ids)
    heads = np.zeros((len(chosen), most), dtype=np.int64)
    for row, one in enumerate(chosen):
        line, how, at = [OPEN], [0], []
        for word in range(one.first, one.last):
            at.append(len(line))
            line.extend(pieces[word])
            how.extend([case[word]] * len(pieces[word]))
        line.append(CLOSE)
        ids[row, : len(line)] = line
        mask[row, : len(line)] = 1
        cased[row, 1 : len(how)] = how[1:]
        heads[row, : len(at)] = at
    return Batch(ids, mask, cased, heads)
