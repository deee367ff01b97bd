"""Written names in the form in which they are compared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from relata.tables.actor_words import words
from relata.tables.folding import fold_word, fold_words, latin, with_articles, without_tail

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
        ("dzh|dj|j", "g"),
    )
)  # fmt: skip
"""Sounds that transliterations write now so, now so."""
_ONE_SOUND = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("kh|q|ck", "k"), ("ph", "f"), ("gh", "g"), ("dzh|dj|j", "g"), ("w", "u"),
        ("y", "i"), ("ou|oo", "u"), ("ee", "i"), ("ei", "ai"), ("dh", "d"), ("th", "t"),
        ("^m[ou](?:ch|kh|h)[ae]m[ae]d$", "muhamad"),
    )
)  # fmt: skip


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
    """The folded words of a personal name, without office ("Gen.") and without particles ("al-", "bin").

    An honour ("Mullah", "Sheikh") goes where two words are left; else it is part of how the person is called.
    """
    written = with_articles(fold_words(latin(text, all_scripts=True)))
    folded = list(_servants(word for word in _unglued(written) if word not in _PARTICLES))
    titles = _titles()
    while len(folded) > 1 and folded[0] in titles:
        del folded[0]
    honours = _honours()
    while len(folded) > 2 and folded[0] in honours:
        del folded[0]
    return tuple(folded) or written


def _unglued(folded: Sequence[str]) -> Iterator[str]:
    """Words without the article that some write at their end ("Zakiur Rehman" → "zaki", "rehman")."""
    for at, word in enumerate(folded):
        glued = _GLUED.fullmatch(word) if at + 1 < len(folded) else None
        bound = glued is not None and (glued[2] == "l" or folded[at + 1].startswith(glued[2]))
        yield glued[1] if glued is not None and bound else word


def _servants(folded: Iterable[str]) -> Iterator[str]:
    """Words with "abd" and what it serves as one, however they are written ("abdul rahman", "abdurahman")."""
    serving = False
    for word in folded:
        found = _ABD_AND.fullmatch(word)
        if serving:
            yield f"abd{word}"
        elif found:
            yield f"abd{found.group(1)}"
        elif word not in _ABD:
            yield "abdulah" if word in _ABDULLAH else word
        serving = word in _ABD and not serving
    if serving:
        yield "abd"


_GLUED = re.compile(r"([a-z]{3,})u([ldrnstz])")
_ABD = frozenset({"abd", "abdul", "abdel", "abdal", "abdol"})
_ABD_AND = re.compile(r"abd(?:[aeiou]l(?=[^aeiou])|[aeiou](?=[^aeioul])|[aeou]l(?=[aeiou]\w{3})|(?=[^aeiou]))(\w{3,})")
_ABDULLAH = frozenset({"abdulah", "abdalah", "abdelah", "abdolah"})


@lru_cache(maxsize=16384)
def group_words(text: str) -> tuple[str, ...]:
    """The folded words of a group's name without articles and without plain nouns at its end ("militants")."""
    return tuple(word for word in without_tail(with_articles(tuple(plain_name(text).split()))) if word != "al")


@lru_cache(maxsize=16384)
def sounded(word: str) -> str:
    """A folded word with the letters that transliterations confuse made one ("aulaqi", "awlaki" → "aulaki")."""
    for pattern, sound in _ONE_SOUND:
        word = pattern.sub(sound, word)
    return word


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
def _honours() -> frozenset[str]:
    return frozenset(fold_word(honour) for honour in words("honorifics"))


@lru_cache(maxsize=1)
def _titles() -> frozenset[str]:
    single = {title.rstrip(".") for title in words("titles") if " " not in title}
    return frozenset(fold_word(title) for title in single)
