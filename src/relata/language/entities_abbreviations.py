"""Abbreviations that a report introduces itself: "the National Resistance Front of Afghanistan (NRF)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from relata.language.annotated import Mention, MentionKind
from relata.language.entities_words import NameWords
from relata.language.tokens import word_set
from relata.model import Span
from relata.tables.actor_words import words as word_list

_BRACKETED = re.compile(r"[(\[]\s?[\"“‘']?([A-Z][A-Za-z0-9&./‐‑–-]{1,14})[\"”’']?\s?[)\]]")
_PLAIN = re.compile(
    r", (?:or|abbreviated(?: as)?|called|(?:better )?known as"
    r"|(?:better )?known by (?:its|the) (?:\w{2,12} )?(?:acronym|abbreviation|initials)(?: as)?) (?:the )?[\"“‘']?"
    r"([A-Z][A-Z&/‐‑–-]{1,9})[\"”’']?(?=[,.;:) ])"
)
"""An abbreviation without brackets ("the Valley Front, or VF, …"); capitals alone, for a name may stand there too."""
_REVERSED = re.compile(
    r"(?<![\w-])([A-Z][A-Z&/‐‑–-]{1,9}) ?[(\[]\s?[\"“‘']?(?:the |The )?([A-Z][^()\[\].;:!?]{5,90})[\"”’']?[)\]]"
)
"""The other way about: "VF (Valley Front)"."""
_SMALL = word_set("of the for and in on to de la el del al los las y e o und der die du des da do a an at")
_MOST_WORDS = 12
_KIND_TAILS: tuple[tuple[str, MentionKind], ...] = (
    ("group_tails", "armed group"),
    ("force_tails", "state force"),
    ("media_tails", "media"),
    ("organisation_tails", "organisation"),
)


class Introduced(NamedTuple):
    """A long name and the abbreviation that the report gives for it."""

    long: Span
    short: Span
    abbreviation: str


def introductions(words: NameWords) -> Iterator[Introduced]:
    """Every "Long Name (ABBR)", "Long Name, or ABBR," and "ABBR (Long Name)" of the text whose letters fit.

    Source: the letters are fitted from the right, after Schwartz and Hearst, "A simple algorithm for identifying
    abbreviation definitions in biomedical text" (2003); each letter here must begin a word or follow a hyphen.
    """
    starts = {word.start: index for index, word in enumerate(words.words)}
    ends = {word.end: index for index, word in enumerate(words.words)}
    for match in (*_BRACKETED.finditer(words.text), *_PLAIN.finditer(words.text)):
        plain = match.re is _PLAIN
        index = starts.get(match.start(1))
        last = ends.get(match.start()) if plain else index - 1 if index else None
        if index is None or last is None or sum(char.isupper() for char in match.group(1)) < 2:
            continue
        long = _long_form(words, last, match.start(), match.group(1))
        if long:
            yield Introduced(long, Span(match.start(1), match.end(1)), match.group(1))
    for match in _REVERSED.finditer(words.text):
        last = ends.get(match.end(2))
        long = None if last is None else _long_form(words, last, match.end(2), match.group(1))
        if long and long.start == match.start(2):
            yield Introduced(long, Span(match.start(1), match.end(1)), match.group(1))


def introduced(words: NameWords, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Mentions of every abbreviation that the report introduces, wherever it stands, with the key of its long name.

    Of several mentions that end where the long name ends the one that comes first counts.
    """
    by_end: dict[int, Mention] = {}
    for mention in mentions:
        by_end.setdefault(mention.span.end, mention)
    for found in introductions(words):
        named = by_end.get(found.long.end)
        if named is not None and named.span.start > found.long.end - len(found.long) // 2:
            named = None
        kind = named.kind if named else _kind(found.long.cut(words.text))
        key = named.key if named else None
        if named is None:
            yield Mention(found.long, found.long.cut(words.text), kind)
        for span in _places_of(words.text, found.abbreviation):
            yield Mention(span, span.cut(words.text), kind, key)


def _long_form(words: NameWords, last: int, bracket: int, abbreviation: str) -> Span | None:
    """The words up to ``last`` that the abbreviation stands for, or None."""
    if words.text[words.words[last].end : bracket].strip(" \n\"”’'"):
        return None
    letters = [char for char in abbreviation.lower() if char.isalpha()]
    at = last
    while letters and at >= 0 and last - at < _MOST_WORDS:
        word = words.words[at]
        if at < last and re.search(r"[.!?;:()]|\n\s*\n", words.text[word.end : words.words[at + 1].start]):
            return None
        if letters[-1] == word.raw[0].lower() and not (word.raw.lower() in _SMALL and len(letters) < 2):
            letters.pop()
        elif word.raw.lower() not in _SMALL and word.raw[0].islower():
            return None
        at -= 1
    first = at + 1
    if letters or last - first < 1 or not words.words[first].raw[0].isupper():
        return None
    return Span(words.words[first].start, words.words[last].end)


def _kind(long: str) -> MentionKind:
    parts = [part.lower() for part in re.findall(r"[^\W\d_][\w'’-]*", long)]
    head = next((part for index, part in enumerate(parts) if index and part in _SMALL), None)
    upto = parts[: parts.index(head)] if head else parts
    for tails, kind in _KIND_TAILS:
        if upto and (upto[-1] in word_list(tails) or " ".join(upto[-2:]) in word_list(tails)):
            return kind
    return "organisation"


def _places_of(text: str, abbreviation: str) -> Iterator[Span]:
    for match in re.finditer(rf"(?<![\w-]){re.escape(abbreviation)}(?![\w-]|\.\w)", text):
        yield Span(match.start(), match.end())
