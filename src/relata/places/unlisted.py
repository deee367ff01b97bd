"""Names that the gazetteer lacks and that a word for a kind of place gives away: "Nahr-e Shahi district"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from relata.places.scan import ARTICLES, Word
from relata.places.words import place_words

LONGEST = 4
"""An unlisted name has no more words than this."""
TELLING = frozenset({"village", "town", "district", "township", "sub-district", "subdistrict", "suburb", "hamlet",
                     "neighborhood", "neighbourhood", "municipality", "settlement", "commune", "province"})  # fmt: skip
"""Words that stand beside names of places and seldom beside others ("state" and "camp" do)."""
_LINKS = ARTICLES | {"e", "i", "ye", "de", "del", "la", "los", "las", "do", "da"}


def unlisted_names(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """First word and one past the last of each such name, in order; lines in capitals give none."""
    for at, word in enumerate(words):
        if word.lower not in TELLING or word.capital:
            continue
        before = _back(words, at)
        if before < at:
            yield before, at
        elif at + 2 < len(words) and words[at + 1].lower == "of" and words[at + 1].follows:
            after = _onward(words, at + 2)
            if after > at + 2:
                yield at + 2, after


def _part(word: Word) -> bool:
    known = place_words()
    if not word.capital or word.shouted or word.lower in known.demonyms or len(word.text) < 2:
        return False
    return word.lower not in known.blocked and word.lower not in known.locative and word.lower not in DETERMINERS


DETERMINERS = frozenset({"the", "a", "an", "this", "that", "his", "her", "its", "their", "one", "each", "every", "some",
                         "another", "any", "no", "our", "my", "whose", "which", "and", "or", "but", "when", "as",
                         "two", "three", "four", "five", "several", "many", "most", "both", "all"})  # fmt: skip
"""Words that stand in capitals only because they open the sentence."""


def _back(words: Sequence[Word], at: int) -> int:
    """Where the capitalised words that end before ``at`` start."""
    first = at
    while first > 0 and at - first < LONGEST and words[first].follows:
        if _part(words[first - 1]):
            first -= 1
        elif words[first - 1].lower in _LINKS and first - 1 > 0 and first < at and words[first - 1].follows:
            if not _part(words[first - 2]):
                break
            first -= 2
        else:
            break
    return first


def _onward(words: Sequence[Word], first: int) -> int:
    """One past the capitalised words that start at ``first``."""
    last = first
    while last < len(words) and last - first < LONGEST and words[last].follows and _part(words[last]):
        last += 1
    return last
