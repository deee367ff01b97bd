"""Names that the gazetteer lacks and that a word for a kind of place gives away: "Nahr-e Shahi district"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from relata.places.scan import ARTICLES, Word
from relata.places.words import place_words

LONGEST = 4
"""An unlisted name has no more words than this."""
TELLING = frozenset({"village", "town", "district", "township", "sub-district", "subdistrict", "suburb", "hamlet",
                     "neighborhood", "neighbourhood", "municipality", "settlement", "commune", "province",
                     "locality", "cercle", "regency", "governorate"})  # fmt: skip
"""Words that stand beside names of places and seldom beside others ("state" and "camp" do)."""
SELDOM = frozenset({"town", "village", "subdivision", "sub-division", "department", "commune", "tehsil", "township",
                    "zone", "woreda", "parish", "hamlet", "mountains", "forest"})  # fmt: skip
"""Words that do so in capitals after "in", "at", "near" and the like."""
BEFORE_OF = frozenset({"city", "community", "locality", "area", "camp", "island", "port"})
"""Words that do so only before "of" and the name."""
TITLES = frozenset({"district", "province", "municipality", "sub-district", "regency", "governorate", "cercle"})
"""Words that do so in capitals as well, for what bears them is hardly ever anything but a place."""
_LINKS = ARTICLES | {"e", "i", "ye", "de", "del", "la", "los", "las", "do", "da"}


def unlisted_names(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """First word and one past the last of each such name, in order; lines in capitals give none."""
    for at, word in enumerate(words):
        telling = (word.lower in TELLING and not word.capital) or _title(words, at)
        if not telling and not (word.lower in BEFORE_OF and not word.capital):
            continue
        before = _back(words, at) if telling else at
        if before < at:
            yield before, at
        elif at + 2 < len(words) and words[at + 1].lower == "of" and words[at + 1].follows:
            after = _onward(words, at + 2)
            if after > at + 2:
                yield at + 2, after


def _title(words: Sequence[Word], at: int) -> bool:
    """Whether a word in capitals names a kind of unit: "District", "Local Government Area"."""
    word = words[at]
    if word.shouted or not word.follows or not word.capital:
        return False
    if word.lower in SELDOM:
        before = _back(words, at)
        lead = words[before - 1].lower if before else ""
        if lead == "the" and before > 1:
            lead = words[before - 2].lower
        return 0 < before < at and lead in LOCATIVE | {"of"}
    if word.lower == "local":
        return [after.lower for after in words[at + 1 : at + 3]] == ["government", "area"]
    return word.lower in TITLES


LOCATIVE = frozenset({"in", "at", "near", "outside", "around"})
"""Prepositions after which a name that nothing else explains is a place's."""


def names_after_prepositions(words: Sequence[Word], names: frozenset[int]) -> Iterator[tuple[int, int]]:
    """First word and one past the last of each run of names straight after "in", "at", "near" … that ends its phrase.

    Args:
        words: the words of the text.
        names: offsets at which a token starts that is tagged as a name and is nobody's known name.
    """
    for at, word in enumerate(words):
        if word.lower not in LOCATIVE or word.shouted or at + 1 >= len(words) or not words[at + 1].follows:
            continue
        last = at + 1
        if words[last].may_open and words[last].lower in ARTICLES and not words[last].capital:
            last += 1
        while last < len(words) and last - at <= LONGEST and words[last].follows and _named(words[last], names):
            last += 1
        bodiless = last == len(words) or not words[last].follows or not words[last].capital
        if last > at + 1 and bodiless and words[last - 1].capital:
            yield at + 1, last


def _named(word: Word, names: frozenset[int]) -> bool:
    return word.start in names and _part(word) and word.text != word.text.upper()


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
    while last < len(words) and last - first < LONGEST and words[last].follows:
        if _part(words[last]) or (last == first and words[last].lower in ARTICLES and words[last].capital):
            last += 1
        elif last > first and words[last].lower in _LINKS and last + 1 < len(words) and _part(words[last + 1]):
            last += 2
        else:
            break
    return last
