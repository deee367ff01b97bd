"""Words for the people and things of a country: "Afghan", "Filipinos", "South Sudanese"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from relata.model import Span
from relata.places.words import place_words

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")


@dataclass(frozen=True, slots=True)
class Demonym:
    """A demonym in a text.

    Attributes:
        span: where it stands.
        word: the words as written.
        country: ISO 3166-1 alpha-2 code.
    """

    span: Span
    word: str
    country: str


def country_of_demonym(word: str) -> str | None:
    """ISO 3166-1 alpha-2 code of the country whose people ``word`` names, in any case, or None."""
    lower = " ".join(word.lower().split())
    known = place_words().demonyms
    return known.get(lower) or (known.get(lower[:-2]) if lower.endswith(("'s", "’s")) else None)


def find_demonyms(text: str) -> tuple[Demonym, ...]:
    """Every demonym in running English text, two-word ones first ("South Korean"), in order of the text."""
    known = place_words().demonyms
    found: list[Demonym] = []
    last: re.Match[str] | None = None
    for match in _WORD.finditer(text):
        word = match[0]
        if not word[0].isupper():
            last = None
            continue
        pair = f"{last[0]} {word}".lower() if last and text[last.end() : match.start()].isspace() else ""
        if pair in known and last:
            if found and found[-1].span.start == last.start():
                found.pop()
            found.append(Demonym(Span(last.start(), match.end()), text[last.start() : match.end()], known[pair]))
        elif word.lower() in known:
            found.append(Demonym(Span(match.start(), match.end()), word, known[word.lower()]))
        last = match
    return tuple(found)
