"""Words, numbers and marks of a stretch of text, with their offsets.

The cuts follow Universal Dependencies where taggers expect it (clitics stand alone: ``Taliban`` ``'s``, ``do``
``n't``), and the habits of newspapers elsewhere: hyphenated words, names with particles, times and amounts stay whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_PATTERN = re.compile(
    r"""
      (?P<word>
        [A-Z]{2,6}/[A-Z]{2,6}\b                                               # RFE/RL
      | (?:[^\W\d_]{1,3}-)?(?:[^\W\d_]\.){2,9}(?:[-‐‑]\w{1,40})?               # U.S.  p.m.  U.S.-led  D-N.Y.
      | [^\W\d_][\w\u0300-\u036f]*(?:[-‐‑'’ʼ&][\w\u0300-\u036f]+)*            # IS-K  Mazar-e-Sharif  don't  Sana'a
      )
    | (?P<number>[$€£¥₹]?\d+(?:[.,:/–-]\d+)*\w*(?:[-‐‑]\w+)*)        # 1,000  $5  9:30  2021-12-23  18-year-old
    | (?P<clitic>(?<=[\w.)])['’ʼ](?:s|re|ve|ll|d|m|S|RE|VE|LL|D|M)\b)
    | (?P<web>[@\#]\w{1,50})
    | (?P<mark>\.{2,}|-{2,}|[!?]{2,}|``|''|[^\s])
    """,
    re.VERBOSE,
)

_LINK = re.compile(r"https?://[^\s<>\"“”]{1,500}|www\.[^\s<>\"“”]{1,500}")


def word_set(words: str) -> frozenset[str]:
    """The words of a line as a set: lists of words read best as a line of text."""
    return frozenset(words.split())


TITLES = word_set(
    "gen col maj capt lt sgt cpl pvt cmdr adm brig hon rev dr mr mrs ms prof gov sen rep pres supt insp det spc st mt "
    "ft msgr amb dep asst gral cnel tte lic ing dra sra messrs cdr sr"
)
"""Abbreviations that stand before a name: no sentence ends on them."""

SHORT_FORMS = word_set(
    "jr inc corp ltd co bros dept est etc vs approx jan feb aug sept oct nov dec ave blvd viz ret eds vol"
)
"""Abbreviations that may also close a sentence."""

BEFORE_NUMBERS = word_set("no nos mar apr jun jul sep pp fig art para sec ch")
"""Abbreviations only where a number follows ("No. 5"): otherwise they are words ("he said no.")."""

STARTERS = word_set(
    "the a an he she it they we you this that these those there but and however meanwhile in on at after before "
    "when while if as for from his her its their our my some many most no one two what who why how although though "
    "according earlier later"
)
"""Words that usually begin a sentence when they are capitalised."""


def pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Offsets of each word, number or mark in ``text[start:end]``, in order.

    No piece holds white space. An abbreviation keeps its stop ("Gen.", "U.S.", "J." before a name); any other
    full stop is a piece of its own. The time is linear in the length.

    Args:
        text: the whole text; offsets refer to it.
        start: first character to read (inclusive).
        end: where to stop (exclusive).
    """
    done = start
    for match in _PATTERN.finditer(text, start, end):
        first, last = match.span()
        if first < done:
            continue
        kind = match.lastgroup
        if kind == "word":
            link = _LINK.match(text, first, end) if text[first] in "hw" else None
            if link:
                done = _without_final_marks(text, first, link.end())
                yield first, done
                continue
            cut = _clitic_at(text, first, last)
            if cut:
                yield first, cut
                yield cut, last
            else:
                if last < end and text[last] == "." and _takes_stop(text, first, last, end):
                    last += 1
                yield first, last
        else:
            yield first, last
        done = last


def _without_final_marks(text: str, first: int, last: int) -> int:
    while last > first + 1 and text[last - 1] in ".,;:!?)]'’":
        last -= 1
    return last


def _clitic_at(text: str, first: int, last: int) -> int:
    """Where a clitic begins inside the word ("Taliban|'s", "do|n't", "can|not"), or 0."""
    if last - first < 3:
        return 0
    for back in (2, 3):
        mark = last - back
        if mark > first and text[mark] in "'’ʼ" and text[mark + 1 : last].lower() in {"s", "d", "m", "re", "ve", "ll"}:
            return mark
    if text[last - 2] in "'’ʼ" and text[last - 1] in "tT" and text[last - 3] in "nN" and last - first > 3:
        return last - 3
    if last - first == 6 and text[first:last].lower() == "cannot":
        return first + 3
    return 0


def _takes_stop(text: str, first: int, last: int, end: int) -> bool:
    """Whether the full stop at ``last`` belongs to the word before it."""
    length = last - first
    if length > 6:
        return False
    word = text[first:last].lower()
    if word in TITLES:
        return not word.islower() or text[first].isupper()
    if word in SHORT_FORMS:
        return True
    after = _next_word(text, last + 1, end)
    if word in BEFORE_NUMBERS:
        return after[:1].isdigit()
    is_initial = length == 1 and text[first].isupper() and text[last + 1 : last + 2].isspace()
    return is_initial and after[:1].isupper() and after.lower() not in STARTERS


def _next_word(text: str, at: int, end: int) -> str:
    """The letters or digits that follow white space at ``at``; empty if something else does."""
    stop = min(at + 3, end)
    while at < stop and text[at].isspace():
        at += 1
    last = at
    while last < end and last < at + 12 and text[last].isalnum():
        last += 1
    return text[at:last]
