"""Whether two written names can be spellings of one: compared word by word, never as wholes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz, process

from relata.actors.written import group_words, person_words, skeleton, sounded
from relata.tables.folding import vowelless

FIRST_NAME = 70.0
"""Least likeness, 0 to 100, of two spellings of one given name with the same consonants ("Shihab", "Shahab": 83).
Chosen by hand on names of tests/cases/actors/pairs.tsv; re-run tests/actors/test_match.py after a change."""
OTHER_NAME = 70.0
"""Least likeness of any later word of the name with the same consonants."""
WITHOUT_SKELETON = 88.0
"""Least likeness of two words whose consonants differ by a letter ("Ghafari", "Ghaffarri")."""


BARE_LIKE = 80.0
"""Likeness given to words of which one is written without vowels and the consonants are the same."""
LONG, GROUP_WORD = 5, 75.0
"""Least letters, and least likeness, of two words in names of groups that are spellings of one ("Mirsad", "Mersad").
Chosen on the even rows of tests/cases/actors/names.tsv; re-run ``python -m benchmarks names``."""

BARE_LEAST = 50.0
"""Least likeness of a word to its consonants alone that is looked at more closely ("sinwar", "snwr": 80)."""

SHORT = 4
"""Words up to this length must be equal but for o and u, e and i, y and i ("Omar", "Umar"): one letter is much here."""
SHORT_LIKE = 90.0
"""Likeness given to such short words."""
_VOWELS = "aeiouy"
_SAME_VOWELS = str.maketrans("oey", "uii")


class Likeness(NamedTuple):
    """Whether two names are taken for one, how like they are (0 to 100), and why."""

    same: bool
    score: float
    because: str


def alike(one: str, other: str) -> Likeness:
    """Compare two personal names of at least two words each.

    Same number of words after office and particles, or one more where two are written as one ("Abdul Malik",
    "Abdulmalik"); each word like its counterpart in consonants and spelling. A name in letters without vowels is
    compared by consonants alone. Different given names are never one person, however like the rest. Symmetric.
    """
    first, second = sorted((person_words(one), person_words(other)), key=lambda words: (len(words), words))
    if first == second:
        return Likeness(True, 100.0, f"the same name but for case, accents, articles or title: {one!r}, {other!r}")
    if len(first) < 2 or len(second) - len(first) > 1:
        return Likeness(False, 0.0, "not the same number of words, or a single word")
    bare = vowelless(one) or vowelless(other)
    forms = [second] if len(first) == len(second) else _joined(second)
    least = max((_least(first, form, bare=bare) for form in forms), default=0.0)
    if least <= 0:
        return Likeness(False, 0.0, "a word of one is not a spelling of its counterpart")
    return Likeness(True, least, f"spellings of one name: {one!r}, {other!r} (same consonants, likeness {least:.0f})")


def groups_alike(one: str, other: str) -> Likeness:
    """Compare two names of groups: each word the same, or a spelling of at least ``LONG`` letters. Symmetric."""
    first, second = sorted((group_words(one), group_words(other)))
    if first == second:
        return Likeness(True, 100.0, f"the same name but for case, accents and articles: {one!r}, {other!r}")
    if len(first) != len(second):
        return Likeness(False, 0.0, "not the same number of words")
    least = min(_group_word(a, b) for a, b in zip(first, second, strict=True))
    if least <= 0:
        return Likeness(False, 0.0, "a word of one is not a spelling of its counterpart")
    return Likeness(True, least, f"spellings of one name: {one!r}, {other!r} (same consonants, likeness {least:.0f})")


def group_bones(name: str) -> tuple[str, ...]:
    """What names have in common wherever :func:`groups_alike` takes them for one."""
    return tuple(skeleton(word) for word in group_words(name))


def maybe_alike(names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Indices of the pairs that :func:`alike` may take for one, in order: most others are ruled out far faster.

    Only their last words are compared. Letters that :func:`alike` may take for one another are made equal first,
    which can only add to the likeness of two words.
    """
    lasts = [sounded(_long_vowels((person_words(name) or ("",))[-1])).translate(_SAME_VOWELS) for name in names]
    least = min(FIRST_NAME, OTHER_NAME, WITHOUT_SKELETON, SHORT_LIKE, BARE_LEAST)
    for at, last in enumerate(lasts):
        for _, _, more in process.extract_iter(last, lasts[at + 1 :], scorer=fuzz.ratio, score_cutoff=least):
            yield at, at + 1 + more


def _joined(words: Sequence[str]) -> list[tuple[str, ...]]:
    """``words`` with two neighbours written as one, in every way."""
    return [(*words[:at], words[at] + words[at + 1], *words[at + 2 :]) for at in range(len(words) - 1)]


def _least(first: Sequence[str], second: Sequence[str], *, bare: bool) -> float:
    """The likeness of the two counterparts that are least alike, 0 where some are no spellings of one."""
    return min(
        _bones(a, b) if bare else _word(a, b, FIRST_NAME if index == 0 else OTHER_NAME)
        for index, (a, b) in enumerate(zip(first, second, strict=True))
    )


def _bones(one: str, other: str) -> float:
    # A w at the beginning may be a vowel whose bearer is not written in Latin letters.
    return BARE_LIKE if skeleton(one).removeprefix("w") == skeleton(other).removeprefix("w") else 0.0


def _word(one: str, other: str, least: float) -> float:
    """Likeness of two words, 0 where they are not taken for spellings of one."""
    if one == other:
        return 100.0
    if one + "a" == other or other + "a" == one:
        return 0.0  # Karim and Karima
    one, other = _long_vowels(one), _long_vowels(other)
    if max(len(one), len(other)) <= SHORT:
        same = one.translate(_SAME_VOWELS) == other.translate(_SAME_VOWELS) or sounded(one) == sounded(other)
        return SHORT_LIKE if same else 0.0
    if (one[0] in _VOWELS) != (other[0] in _VOWELS):
        return 0.0  # Usama and Samia
    ratio = max(fuzz.ratio(one, other), fuzz.ratio(sounded(one), sounded(other)))
    if skeleton(one) == skeleton(other) and len(skeleton(one)) > 1:
        return ratio if ratio >= least else 0.0
    if sounded(one) == sounded(other):
        return ratio
    return ratio if ratio >= WITHOUT_SKELETON and min(len(one), len(other)) >= 6 else 0.0


def _group_word(one: str, other: str) -> float:
    if one == other:
        return 100.0
    if min(len(one), len(other)) < LONG or skeleton(one) != skeleton(other) or one[0] != other[0]:
        return 0.0
    ratio = fuzz.ratio(sounded(one), sounded(other))
    return ratio if ratio >= GROUP_WORD else 0.0


def _long_vowels(word: str) -> str:
    """Long vowels written with two letters, written with one ("nouri" → "nuri")."""
    return word.replace("ou", "u").replace("oo", "u").replace("ee", "i")
