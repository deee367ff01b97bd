"""Whether words that name a place somewhere name one here: not a person, an organisation or an everyday word."""

from __future__ import annotations

import re
from collections.abc import Sequence

from relata.places.demonyms import find_demonyms
from relata.places.folding import fold
from relata.places.gazetteer import Candidate, gazetteer
from relata.places.scan import Word, abbreviations
from relata.places.words import place_words

_GROUP = re.compile(
    r"(?:Islamic State|ISIS|ISIL|Daesh|[Tt]aliban|Jihad)(?:['’]s)?(?:\s(?:group|of))?(?:\s?[-–—(]\s?|\s)$"
)
"""What stands before a place's name in the name of an armed group: "Islamic State – Khorasan Province"."""
_DATELINE = re.compile(r"\s{0,3}(?:[,:(–—]|-{1,2}\s)")
_CONTRACTED = re.compile(r"['’](?:ve|ll|re|m|d|t)$")
KNOWN_SIZE = 15_000
"""Inhabitants from which a name is a place without any cue beside it. Set on news with marked toponyms
(benchmarks/geo.py): half or double of it costs under a hundredth of F."""
LARGE = 300_000
"""Inhabitants from which a name is a place even beside a capitalised word that could make it a person's."""
SHOUTED_SIZE = 60_000
"""Inhabitants from which a single word in a line of capitals is a place without a cue."""
LONE = 100_000
"""Inhabitants from which a name is a place even before a capitalised word that is no body or building."""
WIDE = frozenset({"country", "admin1", "region", "group"})
INSIDE = frozenset({"in", "at", "near", "outside", "inside", "around", "across", "throughout", "downtown", "northern",
                    "southern", "eastern", "western", "central", "north", "south", "east", "west"})  # fmt: skip
"""Words before a name that persons' names seldom have."""
STREETS = frozenset({"street", "avenue", "road", "boulevard", "hotel"})
"""Words that make a label of the name before them even in a line of capitals."""
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
        self._upper_tails = frozenset(
            at
            for at, word in enumerate(words)
            if word.capital and not word.shouted and not gazetteer().exact(fold(word.text))
        )
        self.wide_starts: frozenset[int] = frozenset()
        self._peoples = {people.span.start for people in find_demonyms(text) if " " in people.word}
        self.lower_case = frozenset(word.text for word in words if not word.capital)

    def barred(self, first: int, last: int, places: Sequence[Candidate]) -> bool:
        """Whether the words are a person's name, a label or an everyday word, whatever else the text says."""
        word = self.words[first]
        if word.start in self._peoples or self._compound(last):
            return True
        if self._plain_word(first, last, places):
            return True
        if self._person(first, last, places):
            self.persons.add(self.words[last - 1].lower)
            return True
        if self._label(first, last) or self.of_group(first):
            return True
        return last - first == 1 and word.lower in self._known.demonyms and places[0].kind != "country"

    def of_group(self, first: int) -> bool:
        """Whether the name ends that of an armed group: "Islamic State – Khorasan Province"."""
        start = self.words[first].start
        return bool(_GROUP.search(self.text[max(0, start - 30) : start]))

    def cue(self, first: int, last: int) -> bool:
        """Whether the words beside allow a place: any locative word before, or what :meth:`strong_cue` asks."""
        before = self._before(first)
        if before and before.lower in self._known.locative and not self._opens(before):
            return True
        return self.strong_cue(first, last)

    def strong_cue(self, first: int, last: int) -> bool:
        """Whether the words beside show that a place is meant: "in X", "X province", "town of X", "X, Texas"."""
        before, after = self._before(first), self._after(last)
        if before and before.lower in INSIDE and not self._opens(before):
            return True
        if after and (after.lower in self._known.units or after.lower in self._known.facilities):
            return True
        if after and f"{after.lower} {self._lower_at(last + 1)}" in self._known.units:
            return True
        if before and before.lower == "of" and first >= 2 and self.words[first - 2].lower in self._known.units:
            return True
        return self.comma_place(last)

    def comma_place(self, last: int) -> bool:
        """Whether a comma and the name of a country, unit or large city follow, as in "Paris, Texas"."""
        if last not in self.wide_starts or last >= len(self.words):
            return False
        return self.text[self.words[last - 1].end : self.words[last].start] in (", ", ",\n")

    def _lower_at(self, at: int) -> str:
        return self.words[at].lower if at < len(self.words) and self.words[at].follows else ""

    def _before(self, first: int) -> Word | None:
        return self.words[first - 1] if first and self.words[first].follows else None

    def _after(self, last: int) -> Word | None:
        return self.words[last] if last < len(self.words) and self.words[last].follows else None

    def _opens(self, word: Word) -> bool:
        """Whether the word is capitalised for its own sake ("North Adams"), not for its place in the sentence."""
        return word.capital and not word.opens_sentence and not word.shouted

    def _compound(self, last: int) -> bool:
        """Whether the words open a compound that is no place: "Wal-Mart", "US-24", "U.S. 54"."""
        end = self.words[last - 1].end
        if self.text[end : end + 1] == "-":
            if self.text[end + 1 : end + 2].isdigit():
                return True
            return last in self._upper_tails
        return (
            self.text[end : end + 1] == " "
            and self.text[end + 1 : end + 2].isdigit()
            and "." in self.words[last - 1].text
        )

    def _plain_word(self, first: int, last: int, places: Sequence[Candidate]) -> bool:
        word = self.words[first]
        pointed = word.text.endswith(".") and word.lower in abbreviations()
        if not pointed and fold(self.text[word.start : self.words[last - 1].end]) in self._known.never:
            return True
        if self._mere_direction(first, last):
            return True
        if last - first > 1:
            shut = self.words[last - 1]
            return not shut.capital and all(place.kind == "city" for place in places)
        if len(word.text) < 2 or _CONTRACTED.search(word.lower):
            return True
        written_short = "." in word.text or (word.text.isupper() and not word.shouted)
        if word.lower in abbreviations() and not word.shouted and places[0].other_name:
            return not word.text.endswith(".")
        if len(word.lower) <= 3 and places[0].kind in ("country", "admin1") and places[0].other_name:
            return not written_short
        if word.text.isupper() and not word.shouted and len(word.text) <= 4 and "." not in word.text:
            if word.opens_sentence and _DATELINE.match(self.text, word.end):
                return False
            return places[0].kind not in ("country", "region", "group", "admin1")
        if word.lower not in self._known.blocked and not (word.text.lower() in self.lower_case and not word.shouted):
            return False
        if places[0].kind == "country":
            return False
        before = self._before(first)
        shown = before is not None and before.lower in NEVER_ALONE and word.capital and not word.shouted
        return not (shown and (places[0].population >= LARGE or self.comma_place(last)))

    def _mere_direction(self, first: int, last: int) -> bool:
        """Whether the words only point ("South Kashmir", "the North-East"), with no word for a unit after them."""
        after = self._after(last)
        if after and after.lower in self._known.units:
            return False
        return all(word.lower in self._known.directions for word in self.words[first:last])

    def _person(self, first: int, last: int, places: Sequence[Candidate]) -> bool:
        """Whether the word before shows a person: a title, an initial, a given name."""
        before = self._before(first)
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
        return False

    def _pointed(self, first: int) -> bool:
        return self.words[first - 1].capital and self.text[self.words[first - 1].end : self.words[first].start] == ". "

    def _place_word(self, word: Word) -> bool:
        known = self._known
        return word.lower in known.locative or word.lower in known.units or word.lower in known.directions

    def _given_name(self, first: int, last: int, places: Sequence[Candidate]) -> bool:
        """Whether the word after shows a person: a verb of speech, or a surname after a given name."""
        after = self._after(last)
        if after is None or last - first > 1:
            return False
        known, word, before = self._known, self.words[first], self._before(first)
        located = before is not None and before.lower in known.locative
        if after.lower in known.speech and not located:
            return places[0].kind not in WIDE and places[0].population < LARGE
        if word.lower in known.given and after.capital and not after.shouted and not self._thing(after):
            return not (located and places[0].kind in WIDE)
        return False

    def _thing(self, word: Word) -> bool:
        """Whether a word is one for what a place has: units, bodies, buildings."""
        known = self._known
        return word.lower in known.units or word.lower in known.organisations or word.lower in known.facilities

    def _stray(self, first: int) -> bool:
        """Whether a capitalised word stands before that makes the name part of a longer one ("Rhonda Moore")."""
        before = self._before(first)
        if before is None or not self._opens(before) or self._place_word(before) or self._thing(before):
            return False
        return before.lower not in self._known.demonyms and before.text != before.text.upper()

    def learn(self, names: Sequence[tuple[int, int, str]]) -> None:
        """Note which of the text's names are shown to be places, and which are ends of persons' names."""
        self.cued.update(key for first, last, key in names if self.strong_cue(first, last))
        for first, last, _ in names:
            if last - first == 1 and self._stray(first) and not self.strong_cue(first, last):
                self.persons.add(self.words[last - 1].lower)

    def _label(self, first: int, last: int) -> bool:
        after = self._after(last)
        known = self._known
        if after and after.lower in STREETS and after.shouted:
            return True
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
        person = self.words[last - 1].lower in self.persons
        shown = self.strong_cue(first, last) if person else self.cue(first, last)
        size = max(place.population for place in places)
        wide = places[0].kind in WIDE or places[0].kind == "site"
        if person and not shown and not wide and key not in self.cued:
            return False
        if key not in self.cued and self._given_name(first, last, places):
            self.persons.add(word.lower)
            return False
        if wide or (last - first > 1 and self.words[last - 1].lower in self._known.units):
            return True
        if last - first > 1 and word.lower in self._known.directions and not word.shouted:
            return True  # "North Waziristan": nobody is called so
        if word.shouted and last - first == 1:
            own = max((place.population for place in places if not place.other_name), default=0)
            plain = own >= SHOUTED_SIZE and word.lower not in self._known.given
            return plain or (self.strong_cue(first, last) and size >= 1000)
        if self._stray(first) and not shown and size < LARGE:
            return False
        after = self._after(last)
        lone = after is not None and after.capital and not after.shouted and not self._thing(after)
        if lone and not shown and key not in self.cued and size < LONE:
            return False
        return shown or key in self.cued or size >= KNOWN_SIZE
