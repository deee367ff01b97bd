"""Whether two written names can be spellings of one: compared word by word, never as wholes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz, process

from relata.actors.written import person_words, skeleton

FIRST_NAME = 70.0
"""Least likeness, 0 to 100, of two spellings of one given name with the same consonants ("Shihab", "Shahab": 83).
Chosen by hand on names of tests/cases/actors/pairs.tsv; re-run tests/actors/test_match.py after a change."""
OTHER_NAME = 70.0
"""Least likeness of any later word of the name with the same consonants."""
WITHOUT_SKELETON = 88.0
"""Least likeness of two words whose consonants differ by a letter ("Ghafari", "Ghaffarri")."""


SHORT = 4
"""Words up to this length must be equal but for o and u, e and i, y and i ("Omar", "Umar"): one letter is much here."""
SHORT_LIKE = 90.0
"""Likeness given to such short words."""
_SAME_VOWELS = str.maketrans("oey", "uii")


class Likeness(NamedTuple):
    """Whether two names are taken for one, how like they are (0 to 100), and why."""

    same: bool
    score: float
    because: str


def alike(one: str, other: str) -> Likeness:
    """Compare two personal names of at least two words each.

    Same number of words after office and particles; each word like its counterpart in consonants and spelling.
    Different given names are never one person, however like the rest. Symmetric.
    """
    first, second = sorted((person_words(one), person_words(other)))
    if first == second:
        return Likeness(True, 100.0, f"the same name but for case, accents, articles or title: {one!r}, {other!r}")
    if len(first) != len(second) or len(first) < 2:
        return Likeness(False, 0.0, "not the same number of words, or a single word")
    scores = [
        _word(a, b, FIRST_NAME if index == 0 else OTHER_NAME)
        for index, (a, b) in enumerate(zip(first, second, strict=True))
    ]
    least = min(scores)
    if least <= 0:
        return Likeness(False, 0.0, "a word of one is not a spelling of its counterpart")
    return Likeness(True, least, f"spellings of one name: {one!r}, {other!r} (same consonants, likeness {least:.0f})")


def maybe_alike(names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Indices of the pairs that :func:`alike` may take for one, in order: most others are ruled out far faster.

    Only their last words are compared. Letters that :func:`alike` may take for one another are made equal first,
    which can only add to the likeness of two words.
    """
    lasts = [_long_vowels((person_words(name) or ("",))[-1]).translate(_SAME_VOWELS) for name in names]
    least = min(FIRST_NAME, OTHER_NAME, WITHOUT_SKELETON, SHORT_LIKE)
    for at, last in enumerate(lasts):
        for _, _, more in process.extract_iter(last, lasts[at + 1 :], scorer=fuzz.ratio, score_cutoff=least):
            yield at, at + 1 + more


def _word(one: str, other: str, least: float) -> float:
    """Likeness of two words, 0 where they are not taken for spellings of one."""
    if one == other:
        return 100.0
    if one + "a" == other or other + "a" == one:
        return 0.0  # Karim and Karima
    one, other = _long_vowels(one), _long_vowels(other)
    if max(len(one), len(other)) <= SHORT:
        return SHORT_LIKE if one.translate(_SAME_VOWELS) == other.translate(_SAME_VOWELS) else 0.0
    ratio = fuzz.ratio(one, other)
    if skeleton(one) == skeleton(other) and len(skeleton(one)) > 1:
        return ratio if ratio >= least else 0.0
    return ratio if ratio >= WITHOUT_SKELETON and min(len(one), len(other)) >= 6 else 0.0


def _long_vowels(word: str) -> str:
    """Long vowels written with two letters, written with one ("nouri" → "nuri")."""
    return word.replace("ou", "u").replace("oo", "u").replace("ee", "i")
