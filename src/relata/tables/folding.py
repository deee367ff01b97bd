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

_WITHOUT_VOWELS = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
"""Letters of scripts that leave most vowels out (Hebrew, Arabic, Syriac and what is written like them)."""
_ONE_LETTER = str.maketrans({"ی": "ي", "ى": "ي", "ک": "ك", "ہ": "ه", "ھ": "ه", "ة": "ه", "ۀ": "ه", "\u200c": " "})
"""Letters that Persian and Urdu write otherwise than Arabic, and the joiner that parts words."""
_LATIN_END = "\u0370"
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


def vowelless(name: str) -> bool:
    """Whether the name is written in a script that leaves most vowels out."""
    return not name.isascii() and _WITHOUT_VOWELS.search(name) is not None


def latin(name: str, *, all_scripts: bool = False) -> str:
    """``name`` in Latin letters, as far as another script says how it sounds ("Кадыров" → "Kadyrov").

    Names in Arabic and Hebrew letters stay as they are, for without vowels they would look like abbreviations ("hms");
    with ``all_scripts`` they are written as bare consonants, which only a comparison of consonants may use.

    Source: AnyAscii, whose licence (ISC) goes with ours; measured beside Unidecode with ``python -m benchmarks names``.
    """
    if name.isascii():
        return name
    if vowelless(name):
        plain = name.translate(_ONE_LETTER)
        return _ascii(_ARTICLE.sub("", _SERVANT.sub("abd ", plain))) if all_scripts else plain
    foreign = any(char >= _LATIN_END and char.isalpha() and not "\u1e00" <= char <= "\u1eff" for char in name)
    return _ascii(name) if foreign else name


def _ascii(name: str) -> str:
    from anyascii import anyascii  # noqa: PLC0415 - most names are in Latin letters

    return str(anyascii(name))


_SERVANT = re.compile("(?<!\\w)\u0639\u0628\u062f\\s?(?:\u0627\u0644)?(?=\\w{2})")
"""The Arabic "servant of", which is written together with what follows, or apart."""
_ARTICLE = re.compile("(?<!\\w)\u0627\u0644(?=\\w{3})")
"""The Arabic article, which is written together with its noun."""


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """One word in its folded form.

    Lower case without accents, apostrophes and stops; vowels written long are short ("Shabaab", "Shabab"); doubled
    letters single; the spellings of Qaida one. Words of up to five letters keep all of them: most are abbreviations.
    """
    plain = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", latin(word)))
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


def with_articles(words: tuple[str, ...]) -> tuple[str, ...]:
    """``words`` with articles that sound like the next word written plainly ("ahrar ash sham" → "ahrar al sham")."""
    return tuple(
        "al" if word in _SUN_ARTICLES and at + 1 < len(words) and words[at + 1].startswith(word[1:]) else word
        for at, word in enumerate(words)
    )


_SUN_ARTICLES = frozenset(
    vowel + sound for vowel in "aeu" for sound in ("d", "dh", "n", "r", "s", "sh", "t", "th", "z")
)
"""The Arabic article before the letters that it takes on the sound of."""


def behind_description(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words behind the last plain noun ("basque separatist group eta" → "eta"); all where nothing is behind one."""
    last = max((at for at, word in enumerate(words) if word in _FOLDED_TAILS), default=-1)
    return words[last + 1 :] if 0 < last < len(words) - 1 else words


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
