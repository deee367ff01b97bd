"""What the tagger looks at, as hashed numbers: the same code for training and for use.

Each word type gives a row of hashes (the word, its ends, its beginning, its shape); a template mixes columns of the
words at fixed distances into one number per token. All of it runs on whole reports at once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Hashes = NDArray[np.uint32]

TAGS = (
    *("ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM"),
    *("PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"),
)
"""Universal parts of speech in the order of the weights. Source: Universal Dependencies v2."""

PAD = 2
"""Empty places between two sentences: as many as the widest template looks to either side."""

NORMAL, CAPITALS, TITLE_CASE = "n", "u", "t"
"""How a sentence is set: only in a normal one does an upper-case letter tell a name."""

WORD, END2, END3, END4, START3, SHAPE, LAST_PART, FORM = range(8)
"""Columns of a word's row. FORM is word and shape together."""

CLOSED = frozenset({"ADP", "AUX", "CCONJ", "DET", "PART", "PRON", "SCONJ"})
"""Parts of speech that gain no new words: a word never seen as one is none."""

Template = tuple[tuple[int, int], ...]
"""Pairs of (column, distance): what is mixed into one feature."""

WORD_TEMPLATES: tuple[Template, ...] = (
    ((WORD, 0),),
    ((END2, 0),),
    ((END3, 0),),
    ((END4, 0),),
    ((START3, 0),),
    ((SHAPE, 0),),
    ((LAST_PART, 0),),
    ((FORM, 0),),
    ((WORD, -1),),
    ((WORD, 1),),
    ((WORD, -2),),
    ((WORD, 2),),
    ((END3, -1),),
    ((END3, 1),),
    ((SHAPE, -1), (SHAPE, 0)),
    ((SHAPE, 0), (SHAPE, 1)),
    ((SHAPE, -1), (SHAPE, 0), (SHAPE, 1)),
    ((WORD, -1), (WORD, 0)),
    ((WORD, 0), (WORD, 1)),
    ((WORD, -1), (WORD, 1)),
    ((WORD, -2), (WORD, -1)),
    ((WORD, 1), (WORD, 2)),
    ((END3, 0), (WORD, -1)),
    ((END3, 0), (WORD, 1)),
    ((END2, -1), (END3, 0), (END2, 1)),
    ((SHAPE, 0), (WORD, -1)),
    ((SHAPE, 0), (END3, 0)),
)
"""What the first pass reads."""

TAG_TEMPLATES: tuple[Template, ...] = (
    ((8, 0),),
    ((8, -1),),
    ((8, 1),),
    ((8, -2), (8, -1)),
    ((8, 1), (8, 2)),
    ((8, -1), (8, 1)),
    ((8, -1), (WORD, 0)),
    ((8, 1), (WORD, 0)),
    ((8, 0), (WORD, 0)),
    ((8, -1), (END3, 0)),
    ((8, 1), (END3, 0)),
    ((8, -1), (8, 1), (SHAPE, 0)),
    ((8, -2), (8, -1), (8, 0), (8, 1), (8, 2)),
    ((8, 0), (WORD, -1)),
    ((8, 0), (WORD, 1)),
)
"""What the second pass reads besides: column 8 holds the hashes of the tags that the first pass gave."""

_DIGIT = re.compile(r"\d")
_LONG = 60


def setting_of(words: Sequence[str]) -> str:
    """How a sentence is set: in capitals, in title case, or normally."""
    upper = lower = capitalised = 0
    for word in words:
        if word.isupper():
            upper += len(word) > 1
        elif word.islower():
            lower += len(word) > 3
        else:
            capitalised += 1
    if upper and not lower and not any(map(str.islower, (w for w in words if len(w) > 1 and w[0] not in "'’"))):
        return CAPITALS
    return TITLE_CASE if capitalised + upper >= 3 and lower <= (capitalised + upper) // 4 else NORMAL


@lru_cache(maxsize=50_000)
def row(word: str, setting: str, first: bool) -> tuple[int, ...]:
    """The hashes of one word type.

    Args:
        word: the word as written.
        setting: how its sentence is set, one of NORMAL, CAPITALS, TITLE_CASE.
        first: whether it is the first word of its sentence.
    """
    lower = _DIGIT.sub("0", word[:_LONG].lower().replace("’", "'"))
    shape = setting + ("^" if first else "") + _shape(word, setting)
    part = lower[lower.rfind("-", 0, -1) + 1 :]
    values = (lower, lower[-2:], lower[-3:], lower[-4:], lower[:3], shape, part if part != lower else "", lower + shape)
    return tuple(crc32(value.encode("utf-8", "surrogatepass"), column) for column, value in enumerate(values))


def _shape(word: str, setting: str) -> str:
    head = word[0]
    if not head.isalpha():
        return "0" if any(map(str.isdigit, word)) else "." if len(word) == 1 else "-"
    if setting == CAPITALS:
        return "U"
    hyphen = "-" if "-" in word else ""
    if head.islower():
        return "x" + hyphen + ("" if word.islower() else "X")
    if len(word) > 1 and word.isupper():
        return "XX" + hyphen
    return ("Xx" if len(word) > 1 else "X") + hyphen + ("" if word[1:].islower() or len(word) == 1 else "X")


def rows(sentences: Sequence[Sequence[str]]) -> tuple[Hashes, NDArray[np.intp]]:
    """The rows of all words with PAD empty rows around each sentence, and where the words stand among them."""
    import numpy as np  # noqa: PLC0415  # heavy: loaded with the first report, not with the package

    empty = (0,) * 8
    table: list[tuple[int, ...]] = [empty] * PAD
    places: list[int] = []
    for words in sentences:
        setting = setting_of(words)
        places.extend(range(len(table), len(table) + len(words)))
        table.extend(row(word, setting, index == 0) for index, word in enumerate(words))
        table.extend([empty] * PAD)
    return np.array(table, dtype=np.uint32), np.array(places, dtype=np.intp)


def mixed(
    table: Hashes, places: NDArray[np.intp], templates: Sequence[Template], salt: int, bits: int
) -> NDArray[np.intp]:
    """Feature numbers below ``2 ** bits``: a line per token, a column per template.

    Args:
        table: rows of words (see :func:`rows`).
        places: rows that stand for tokens.
        templates: what to mix.
        salt: number of the first template, so that no two share numbers.
        bits: size of the hash space, at most 24.
    """
    import numpy as np  # noqa: PLC0415  # as above

    found = np.empty((len(places), len(templates)), dtype=np.intp)
    for number, template in enumerate(templates):
        value = np.full(len(places), (salt + number + 1) * 0x9E3779B1 & 0xFFFFFFFF, dtype=np.uint32)
        for column, distance in template:
            value ^= table[places + distance, column]
            value *= np.uint32(0x85EBCA6B)
            value ^= value >> np.uint32(15)
        value *= np.uint32(0xC2B2AE35)
        found[:, number] = value >> np.uint32(32 - bits)
    return found


def with_tags(table: Hashes, places: NDArray[np.intp], tags: NDArray[np.intp]) -> Hashes:
    """The rows with one more column (8): a hash of each token's tag; 0 between sentences."""
    import numpy as np  # noqa: PLC0415  # as above

    column = np.zeros((len(table), 1), dtype=np.uint32)
    column[places, 0] = (tags.astype(np.uint32) + np.uint32(1)) * np.uint32(0x27D4EB2F)
    return np.concatenate([table, column], axis=1)
