"""What the text names: actors, people, organisations, facilities, weapons and more; the one public call for mentions.

Places and times are found elsewhere (``relata.places``, ``relata.claims.times``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from relata.language.annotated import Mention, Sentence, Token
from relata.language.entities_abbreviations import introduced
from relata.language.entities_known import known_mentions
from relata.language.entities_organisations import organisations
from relata.language.entities_persons import persons
from relata.language.entities_things import things
from relata.language.entities_words import NameWords
from relata.model import Report

_LONGER_WINS = frozenset({"organisation", "state", "media"})
"""A longer organisation is preferred to a known name of these kinds inside it ("UN Human Rights Council")."""


def find_mentions(report: Report, tokens: Sequence[Token], sentences: Sequence[Sentence]) -> tuple[Mention, ...]:
    """Everything that the report names, in order; mentions do not overlap.

    Known actors come first, by their longest name; then what the report itself introduces ("the National Resistance
    Front of Afghanistan (NRF)"), organisations, persons, and things. Text in capitals is read like any other.

    Args:
        report: the report.
        tokens: its tokens, with parts of speech.
        sentences: its sentences.
    """
    text = report.text
    words = NameWords(text, sentences)
    known = list(known_mentions(words))
    groups = list(organisations(text, tokens, sentences))
    groups = [group for group in groups if not _is_inside_known(group, known)]
    abbreviations = introduced(words, [*known, *groups])
    taken = _Taken()
    for mention in abbreviations:
        taken.add(mention)
    for mention in groups:
        if any(
            found.kind in _LONGER_WINS and mention.span.contains(found.span) and len(mention.span) > len(found.span)
            for found in known
        ):
            taken.add(mention)
    for mention in known:
        taken.add(mention)
    for mention in groups:
        taken.add(mention)
    for mention in persons(text, tokens, sentences, taken.all()):
        taken.add(mention)
    for mention in things(text, tokens, sentences):
        taken.add(mention)
    return tuple(sorted(taken.all(), key=lambda mention: mention.span))


def _is_inside_known(mention: Mention, known: Iterable[Mention]) -> bool:
    return any(found.span.contains(mention.span) for found in known)


class _Taken:
    """Mentions that do not overlap: who comes first stays. Looked up by block of characters, so adding is cheap."""

    _BLOCK = 64

    def __init__(self) -> None:
        self._by_block: dict[int, list[Mention]] = {}
        self._all: list[Mention] = []

    def add(self, mention: Mention) -> None:
        """Keep the mention unless it overlaps one that is kept already."""
        if any(other.span.overlaps(mention.span) for other in self._near(mention)):
            return
        self._all.append(mention)
        for block in range(mention.span.start // self._BLOCK, mention.span.end // self._BLOCK + 1):
            self._by_block.setdefault(block, []).append(mention)

    def all(self) -> list[Mention]:
        """The mentions kept, in the order in which they came."""
        return list(self._all)

    def _near(self, mention: Mention) -> Iterator[Mention]:
        for block in range(mention.span.start // self._BLOCK, mention.span.end // self._BLOCK + 1):
            yield from self._by_block.get(block, ())
