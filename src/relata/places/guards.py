"""Whether words that name a place somewhere name one here: not a person, an organisation or an everyday word."""

from __future__ import annotations

import re
from collections.abc import Sequence

from relata.places.folding import fold
from relata.places.gazetteer import Candidate
from relata.places.scan import Word
from relata.places.words import place_words

_CONTRACTED = re.compile(r"['’](?:ve|ll|re|m|d|t)$")
KNOWN_SIZE = 15_000
"""Inhabitants from which a name is a place without any cue beside it. Set on news with marked toponyms
(benchmarks/geo.py): half or double of it costs under a hundredth of F."""
LARGE = 300_000
"""Inhabitants from which a name is a place even beside a capitalised word that could make it a person's."""
WIDE = frozenset({"country", "admin1", "region", "group"})
NEVER_ALONE = frozenset({"in", "at", "near", "from", "outside", "around", "to"})
"""Prepositions that show a place even where the word is an everyday one."""


class Guard:
    """Judges spans of words of one text; remembers which names the text gives to persons and to places."""

    def __init__(self, text: str, words: Sequence[Word]) -> None:
        self.text = text
        self.words = words
        self.persons: set[str] = set()
        self.cued: set[str] = set()
        self._known = place_words()
        self.lower_case = frozenset(word.text for word in words if not word.capital)

    def barred(self, first: int, last: int, places: Sequence[Candidate]) -> bool:
        """Whether the words are a person's name, a label or an everyday word, whatever else the text says."""
        word = self.words[first]
        if self._plain_word(first, last, places):
            return True
        if self._person(first, last, places):
            self.persons.add(self.words[last - 1].lower)
            return True
        if self._label(first, last):
            return True
        return last - first == 1 and word.lower in self._known.demonyms and places[0].kind != "country"

    def cue(self, first: int, last: int) -> bool:
        """Whether the words beside show that a place is meant."""
        before, after = self._before(first), self._after(last)
        if before and before.lower in self._known.locative and not self._opens(before):
            return True
        if after and (after.lower in self._known.units or after.lower in self._known.facilities):
            return True
        if before and before.lower == "of" and first >= 2 and self.words[first - 2].lower in self._known.units:
            return True
        return self.comma_place(last)

    def comma_place(self, last: int) -> bool:
        """Whether a comma and another capitalised word follow, as in "Paris, Texas"."""
        if last >= len(self.words) or not self.words[last].capital:
            return False
        return self.text[self.words[last - 1].end : self.words[last].start] in (", ", ",\n")

    def _before(self, first: int) -> Word | None:
        return self.words[first - 1] if first and self.words[first].follows else None

    def _after(self, last: int) -> Word | None:
        return self.words[last] if last < len(self.words) and self.words[last].follows else None

    def _opens(self, word: Word) -> bool:
        """Whether the word is capitalised for its own sake ("North Adams"), not for its place in the sentence."""
        return word.capital and not word.opens_sentence and not word.shouted

    def _plain_word(self, first: int, last: int, places: Sequence[Candidate]) -> bool:
        word = self.words[first]
        if fold(self.text[word.start : self.words[last - 1].end]) in self._known.never:
            return True
        if last - first > 1:
            shut = self.words[last - 1]
            return not shut.capital and all(place.kind == "city" for place in places)
        if len(word.text) < 2 or _CONTRACTED.search(word.lower):
            return True
        written_short = "." in word.text or (word.text.isupper() and not word.shouted)
        if len(word.lower) <= 4 and places[0].kind in ("country", "admin1") and places[0].other_name:
            return not (written_short or word.text.endswith(".") or len(word.lower) == 4)
        if word.text.isupper() and not word.shouted and len(word.text) <= 4 and "." not in word.text:
            return places[0].kind not in ("country", "region", "group", "admin1")
        if word.lower not in self._known.blocked and not (word.text.lower() in self.lower_case and not word.shouted):
            return False
        if places[0].kind == "country":
            return False
        before = self._before(first)
        shown = before is not None and before.lower in NEVER_ALONE and word.capital and not word.shouted
        return not (shown and (places[0].population >= LARGE or self.comma_place(last)))

    def _person(self, first: int, last: int, places: Sequence[Candidate]) -> bool:
        before, after = self._before(first), self._after(last)
        wide = places[0].kind in WIDE
        initial = first > 0 and len(self.words[first - 1].lower) == 1 and self.words[first - 1].capital
        if initial and self.text[self.words[first - 1].end : self.words[first].start] in (". ", " "):
            return not wide
        if before and before.capital and before.lower in self._known.titles and not before.shouted:
            return not wide or last - first == 1
        if first and self.words[first - 1].lower in self._known.titles and self._pointed(first):
            return True
        if before and before.capital and before.lower in self._known.given and not self._place_word(before):
            return not wide
        return self._person_by_next(first, last, places, after)

    def _pointed(self, first: int) -> bool:
        return self.words[first - 1].capital and self.text[self.words[first - 1].end : self.words[first].start] == ". "

    def _place_word(self, word: Word) -> bool:
        known = self._known
        return word.lower in known.locative or word.lower in known.units or word.lower in known.directions

    def _person_by_next(self, first: int, last: int, places: Sequence[Candidate], after: Word | None) -> bool:
        if after is None or last - first > 1:
            return False
        known, word, before = self._known, self.words[first], self._before(first)
        located = before is not None and before.lower in known.locative
        if after.lower in known.speech and not located:
            return places[0].kind not in WIDE and places[0].population < LARGE
        own = after.lower in known.units or after.lower in known.organisations or after.lower in known.facilities
        if word.lower in known.given and after.capital and not after.shouted and not own:
            return not (located and places[0].kind in WIDE)
        return False

    def _label(self, first: int, last: int) -> bool:
        after = self._after(last)
        known = self._known
        if after and after.lower in known.label_heads and after.capital and not after.shouted:
            return after.lower not in known.organisations
        before = self._before(first)
        if before and before.lower == "of" and first >= 2:
            opener = self.words[first - 2]
            return opener.capital and opener.lower in known.label_openers and not opener.shouted
        return False

    def stands(self, first: int, last: int, places: Sequence[Candidate], key: str) -> bool:
        """Whether an unbarred name is taken: it is known, large, or shown to be a place here or elsewhere."""
        word = self.words[first]
        shown = self.cue(first, last)
        if self.words[last - 1].lower in self.persons and not shown:
            return False
        size = max(place.population for place in places)
        if places[0].kind in WIDE or places[0].kind == "site":
            return True
        if word.shouted and last - first == 1:
            return size >= KNOWN_SIZE * 4 or (shown and size >= 1000)
        before, after = self._before(first), self._after(last)
        stray = before and self._opens(before) and not self._place_word(before) and before.lower not in self._known.demonyms
        if stray and not shown and size < LARGE:
            return False
        lone_next = after and after.capital and not after.shouted and after.lower not in self._known.organisations
        if lone_next and not shown and size < LARGE and after and after.lower not in self._known.units:
            return False
        return shown or key in self.cued or size >= KNOWN_SIZE
