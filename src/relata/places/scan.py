"""The words of a text as the finder of names needs them: which may open a name, and which hang together."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from relata.tables.places import places_words

_WORD = re.compile(r"(?:[A-Z]\.){2,6}|W\.\s?Va\.|[^\W\d_]+(?:['’ʼ`´][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’]s$|['’]S$")
_JOINT = re.compile(r"[ \u00a0\u2009]{1,2}|[-‐-–]|[ \t]{0,40}\r?\n[ \t]{0,40}|\. ")
_ABBREVIATED = frozenset({"st", "ste", "mt", "ft", "n", "s", "e", "w"})
ARTICLES = frozenset({"al", "el", "ad", "ar", "as", "ash", "at", "an", "az", "ez", "ul", "ud", "ed", "es", "ur"})
"""Forms of the Arabic article, which stand in lower case before a name: "al-Bab", "Deir ez-Zor"."""
LINKS = frozenset({"e", "i", "ye", "yi", "de", "del", "la", "las", "los", "of", "the", "and", "da", "do", "dos", "das"})
"""Words in lower case that may stand inside a name."""
CAPITALS_FROM = 12
"""A line with at least so many letters and hardly one in lower case is a line in capitals."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of the text.

    Attributes:
        start: first character.
        end: one past the last character; a possessive "'s" is left out.
        text: the word as written.
        lower: the word in lower case, without points.
        capital: whether it opens with a capital.
        shouted: whether its line is all in capitals, so that capitals say nothing.
        may_open: whether a name may start here.
        follows: whether only a space, hyphen or line end parts it from the word before.
        opens_sentence: whether a capital is due to its place in the sentence.
    """

    start: int
    end: int
    text: str
    lower: str
    capital: bool
    shouted: bool
    may_open: bool
    follows: bool
    opens_sentence: bool

    @property
    def may_close(self) -> bool:
        """Whether a name may end here; lower-case last words are judged by the kind of place ("Gaza strip")."""
        return self.text.endswith(".") or (self.lower not in ARTICLES and self.lower not in LINKS)


@cache
def abbreviations() -> frozenset[str]:
    """Short forms of units that are written with a point ("ind", "calif"), without it."""
    return frozenset(places_words()["abbreviations"])


def scan_words(text: str) -> list[Word]:
    """All words of the text, in order. Linear in the length of the text."""
    loud = _loud_lines(text)
    words: list[Word] = []
    short = abbreviations()
    line = 0
    for match in _WORD.finditer(text):
        written = match[0]
        if written[-1] in "sS":
            written = _POSSESSIVE.sub("", written)
        start, end = match.start(), match.start() + len(written)
        while line < len(loud) and loud[line][1] <= start:
            line += 1
        shouted = line < len(loud) and loud[line][0] <= start
        lower = written.replace(".", "").lower()
        between = text[words[-1].end : start] if words else ""
        follows = bool(words) and _joint(between, words[-1])
        if lower in short and text[end : end + 1] == "." and between[-2:] == ", ":
            end += 1
        capital = written[0].isupper()
        article = lower in ARTICLES and text[end : end + 1] == "-" and text[end + 1 : end + 2].isupper()
        fresh = not words or (not follows and _ends_sentence(between))
        words.append(Word(start, end, text[start:end], lower, capital, shouted, capital or article, follows, fresh))
    return words


def _joint(between: str, before: Word) -> bool:
    if between == " ":
        return True
    if not between or len(between) > 90:
        return False
    if between == ". ":
        return before.lower in _ABBREVIATED
    return bool(_JOINT.fullmatch(between))


def _ends_sentence(between: str) -> bool:
    return any(mark in between for mark in '.!?:;\n"“”(') or "--" in between


def _loud_lines(text: str) -> list[tuple[int, int]]:
    """Stretches of whole lines that are in capitals."""
    found: list[tuple[int, int]] = []
    at = 0
    for part in text.splitlines(keepends=True):
        upper = sum(map(str.isupper, part))
        lower = sum(map(str.islower, part))
        short = upper < CAPITALS_FROM and found and found[-1][1] == at
        if upper and lower * 10 <= upper and (upper >= CAPITALS_FROM or short):
            found.append((at, at + len(part)))
        at += len(part)
    return found


def joined(text: str, words: list[Word], first: int, last: int) -> str:
    """The text from word ``first`` to before word ``last``."""
    return text[words[first].start : words[last - 1].end]
