"""Finding the phrases of a table in a run of tokens: longest match first, linear in the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

Payload = TypeVar("Payload")

GAP = "…"
"""In a phrase: up to ``MAX_GAP`` tokens may stand here ("blew … up")."""
MAX_GAP = 6


class Found(NamedTuple, Generic[Payload]):
    """A phrase met: tokens ``first`` (inclusive) to ``last`` (exclusive), and what the table says of it."""

    first: int
    last: int
    payload: Payload


class PhraseTable(Generic[Payload]):
    """Phrases of lower-case words, each with a payload.

    Attributes:
        first_words: words with which some phrase begins.
    """

    def __init__(self, rows: Iterable[tuple[str, Payload]]) -> None:
        self._by_word: dict[str, list[tuple[tuple[str, ...], Payload]]] = {}
        for phrase, payload in rows:
            words = tuple(phrase.split())
            self._by_word.setdefault(words[0], []).append((words, payload))
        for entries in self._by_word.values():
            entries.sort(key=lambda entry: (-len(entry[0]), entry[0]))
        self.first_words = frozenset(self._by_word)

    def at(self, words: Sequence[str], index: int, last: int) -> Found[Payload] | None:
        """The longest phrase that starts at ``index`` and ends before ``last``, or None."""
        for phrase, payload in self._by_word.get(words[index], ()):
            end = _match(phrase, words, index, last)
            if end:
                return Found(index, end, payload)
        return None

    def all_at(self, words: Sequence[str], index: int, last: int) -> list[Found[Payload]]:
        """Every phrase that starts at ``index``, longest first; several when a phrase has several payloads."""
        found = []
        for phrase, payload in self._by_word.get(words[index], ()):
            end = _match(phrase, words, index, last)
            if end:
                found.append(Found(index, end, payload))
        return found


def _match(phrase: tuple[str, ...], words: Sequence[str], index: int, last: int) -> int:
    """Index one past the match, or 0 (a match never ends at 0)."""
    at = index
    for position, word in enumerate(phrase):
        if word == GAP:
            rest = phrase[position + 1 :]
            for skip in range(1, MAX_GAP + 1):
                end = _match(rest, words, at + skip, last) if at + skip < last else 0
                if end:
                    return end
            return 0
        if at >= last or words[at] != word:
            return 0
        at += 1
    return at
