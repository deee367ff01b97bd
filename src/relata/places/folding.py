"""One written form for all spellings of a place name: the key under which the gazetteer keeps it.

"Sar-e Pol", "Sar-i-Pol" and "sar pol" give one key, and so do "Al-Ḥasakah" and "al Hasakah", "St. Louis" and
"Saint Louis". What one rule cannot decide ("Hasaka" for "Hasakah", "the City of London") is left to :func:`variants`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

_LETTERS = str.maketrans(
    {
        "ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ə": "a",
        "ħ": "h", "ŋ": "n", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ƴ": "y", "ɛ": "e", "ɔ": "o", "&": " and ",
    }
)  # fmt: skip
"""Latin letters that Unicode does not take apart, and the sign for "and"."""

_SILENT = re.compile(r"['’‘ʻʼʿʾ`´ʹ\"“”.()]+")
_ARTICLE = re.compile(r"\b(?:al|el|ar|as|ash|ad|an|at|ath|az|ul|ur|us|ud|un)[-‐-–](?=\w)")
_ASSIMILATED = re.compile(r"^a(r|s|sh|d|dh|n|t|th|z) (?=\1)")
_LINKS = frozenset({"e", "i", "ye", "yi"})
_BREAK = re.compile(r"[^0-9a-z\u0180-\uffff]+")
_SHORT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
_LEADS = ("the ", "city of ", "town of ", "village of ", "province of ", "state of ", "district of ", "greater ")
_TAILS = (" city", " town", " village", " municipality", " province", " governorate", " state", " region", " oblast",
          " district", " county", " department", " prefecture", " division", " township", " agency")  # fmt: skip


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """The key of a name: no case, accents, apostrophes or points; one form of article and of linking vowel.

    Args:
        name: a name in Latin letters, of any length (names beyond 200 characters are cut there).

    Returns:
        Words of lower-case letters and digits, parted by single spaces; "" if there are none.
    """
    text = unicodedata.normalize("NFKD", name[:200].lower().translate(_LETTERS)).lower().translate(_LETTERS)
    text = "".join(char for char in text if not unicodedata.combining(char))
    text = _SILENT.sub("", text)
    text = _ARTICLE.sub("al ", text)
    text = _BREAK.sub(" ", text).strip()
    text = _ASSIMILATED.sub("al ", text)
    words = [_SHORT.get(word, word) for word in text.split()]
    inner = [word for word in words[1:-1] if word not in _LINKS]
    return " ".join([*words[:1], *inner, *words[-1:]] if len(words) > 1 else words)


def variants(key: str) -> Iterator[str]:
    """Other keys worth a try when nothing has ``key``: without article or "city of", with another ending."""
    for lead in _LEADS:
        if key.startswith(lead):
            yield key[len(lead) :]
    for tail in _TAILS:
        if key.endswith(tail):
            yield key[: -len(tail)]
    if key.startswith("al "):
        yield key[3:]
    elif key.startswith("el "):
        yield "al " + key[3:]
        yield key[3:]
    else:
        yield "al " + key
    if " al " in key:
        yield key.replace(" al ", " ")
    if " " in key:
        yield key.replace(" ", "")


def respellings(key: str, changes: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Keys one transliteration change away from ``key``, each change made everywhere or at the end alone.

    Args:
        key: a folded name of at least five letters; shorter names give nothing, for they would meet anything.
        changes: pairs (as written, as it may be kept), tried in order.
    """
    if len(key) < 5:
        return
    for old, new in changes:
        if old in key:
            yield key.replace(old, new)
        if key.endswith(old) and key.count(old) > 1:
            yield key[: -len(old)] + new
