"""Names folded so that spellings of one name compare equal: case, accents, dashes, articles, transliteration."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

WORD = re.compile(
    r"(?:[^\W\d_]\.){2,9}"  # U.S.
    r"|[^\W_][\w\u0300-\u036f]{0,60}(?:['’‘ʼ`][^\W\d_][\w\u0300-\u036f]{0,40}){0,3}"  # Da'esh, People's, Ta'ang
)
"""One word of a name. Hyphens part words ("IS-K" is two), stops inside capitals do not ("U.S." is one)."""

_APOSTROPHES = re.compile(r"['’‘ʼ`´ʿʾ.]")
_DOUBLED = re.compile(r"([a-z])\1")
_QAIDA = frozenset({"qaeda", "qaida", "qaidah", "qaedah", "kaida", "kaeda", "qaeida", "qaiida"})
_ARTICLES = frozenset({"al", "el", "ul"})
_CONNECTORS = frozenset({"e", "i"})
_EMPTY_TAILS = frozenset(
    {
        "group", "groups", "militant", "militants", "organisation", "organization", "network", "movement", "rebels",
        "rebel", "fighters", "guerrillas", "guerillas", "insurgents", "terrorists", "terrorist", "militia", "militias",
        "gang", "cartel", "jihadists", "forces", "extremists", "separatists", "outfit", "members", "troops", "gunmen",
        "militiamen", "faction", "jihadist", "extremist", "armed", "guerrilla",
    }
)  # fmt: skip
"""Words after a name that add nothing to whom it names ("Boko Haram militants")."""


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """One word in its folded form.

    Lower case without accents, apostrophes and stops; vowels written long are short ("Shabaab", "Shabab"); doubled
    letters single; the spellings of Qaida one. Words of up to five letters keep all of them: most are abbreviations.
    """
    plain = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", word))
    plain = "".join(char for char in plain if not unicodedata.combining(char)).casefold()
    if plain in _QAIDA:
        return "qaida"
    if plain in _ARTICLES:
        return "al"
    if len(plain) <= 5:
        return plain
    return _DOUBLED.sub(r"\1", plain.replace("ee", "i").replace("oo", "u").replace("ou", "u"))


def fold_words(name: str) -> tuple[str, ...]:
    """The folded words of a name, without "the" in front and without the -e- and -i- of Persian and Urdu names."""
    words = [fold_word(match.group()) for match in WORD.finditer(name)]
    if len(words) > 1 and words[0] == "the":
        del words[0]
    if len(words) > 2:
        words = [words[0], *(word for word in words[1:] if word not in _CONNECTORS)]
    return tuple(words)


def folded(name: str) -> str:
    """The folded words of a name, parted by blanks. Empty when the name has no letter or digit."""
    return " ".join(fold_words(name))


def without_tail(words: tuple[str, ...]) -> tuple[str, ...]:
    """``words`` without the plain nouns at their end ("boko haram militants" → "boko haram"); never empty."""
    last = len(words)
    while last > 1 and words[last - 1] in _FOLDED_TAILS:
        last -= 1
    return words[:last]


_FOLDED_TAILS = frozenset(fold_word(word) for word in _EMPTY_TAILS)
