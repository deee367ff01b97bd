"""Written names in the form in which they are compared."""

from __future__ import annotations

import re
from functools import lru_cache

from relata.tables.actor_words import words
from relata.tables.folding import fold_word, fold_words

_OPENERS = frozenset(
    {
        "a", "an", "the", "some", "several", "many", "more", "two", "three", "four", "five", "six", "seven", "eight",
        "nine", "ten", "dozens", "scores", "of", "other", "unidentified", "unknown", "suspected", "alleged", "masked",
        "armed", "heavily", "unnamed", "presumed", "local", "another", "this", "these", "those", "its", "their", "his",
        "her", "at", "least",
    }
)  # fmt: skip
_PARTICLES = frozenset(
    {
        "al", "bin", "ibn", "ben", "bint", "de", "del", "la", "van", "von", "ud", "ur", "el", "y", "da", "di", "dos",
        "ag", "ould",
    }
)  # fmt: skip
_VOWELS = re.compile(r"[aeiouwy]+")
_ALIKE_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("ph", "f"), ("[qc]h?|kh|k", "k"), ("dh|z", "z"), ("th", "t"), ("v", "w"), ("sh|sch", "s"), ("gh", "g"),
    )
)  # fmt: skip
"""Sounds that transliterations write now so, now so."""


@lru_cache(maxsize=16384)
def plain_name(text: str) -> str:
    """The folded name without articles and the words that only say how many or how surely ("two masked gunmen")."""
    folded = fold_words(text)
    kept = folded
    while len(kept) > 1 and (kept[0] in _OPENERS or kept[0].isdigit()):
        kept = kept[1:]
    return " ".join(kept) if kept else text.strip().casefold()


@lru_cache(maxsize=16384)
def person_words(text: str) -> tuple[str, ...]:
    """The folded words of a personal name, without office ("Gen.") and without particles ("al-", "bin")."""
    folded = [word for word in fold_words(text) if word not in _PARTICLES]
    titles = _titles()
    while len(folded) > 1 and folded[0] in titles:
        del folded[0]
    return tuple(folded) or fold_words(text)


@lru_cache(maxsize=16384)
def skeleton(word: str) -> str:
    """The consonants of a folded word, sounds that transliterations confuse made one ("muhajir" → "mhjr").

    Vowels, w and y go; doubled letters are single. A word of vowels alone keeps its first letter.
    """
    sounds = word
    for pattern, sound in _ALIKE_SOUNDS:
        sounds = pattern.sub(sound, sounds)
    bones = _VOWELS.sub("", sounds[:1].replace("w", "W") + sounds[1:]).casefold()
    bones = re.sub(r"(.)\1+", r"\1", bones)
    bones = bones[:-1] if len(bones) > 2 and bones.endswith("h") else bones
    return bones or word[:1]


@lru_cache(maxsize=1)
def _titles() -> frozenset[str]:
    single = {title.rstrip(".") for title in words("titles") if " " not in title}
    return frozenset(fold_word(title) for title in single)
