"""Names that no place in the countries spoken of bears: where the place must lie all the same."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from relata.model import Place, PlacePrecision, Span
from relata.places.gazetteer import Candidate
from relata.places.toponyms import Toponym
from relata.places.votes import HEARD
from relata.places.words import place_words

CLEAR = 2.0
"""From so many names of a country, or a caller's hint, a text clearly speaks of it."""
SMALL = 50_000
"""Inhabitants below which a place in a country that the text does not speak of is not believed."""
TINY = 50_000
"""Inhabitants below which that holds as soon as the text speaks of any other country once."""
TINY_DISTRICT = 150_000
"""The same for a district, whose people live in many places."""
LEAST, AHEAD = 0.6, 1.2
"""A place that the gazetteer lacks is put in the country spoken of from this voice on, if it is so many times the
next."""
BESIDE = 0.6
"""A country spoken of less than this share of the most spoken of is named beside it only."""
LARGE = 300_000
"""Inhabitants from which an alternative name is believed in a country named beside."""
_ENDS = re.compile(r"[.!?][\"'”’)]{0,2}\s|\n\s*\n")
_BESIDE = re.compile(
    r"(?:border(?:s|ing)?|frontier)(?:\s(?:with|between|to|of))?\s(?:the\s)?$|\b(?:from|against|by)\s(?:the\s)?$"
)
"""Words before the name of a country that is not the one where the things told of happened."""


class Anchors:
    """The places of a text that are sure, by where they stand, and the countries that it speaks of."""

    def __init__(self, text: str, sure: Sequence[tuple[Span, Candidate]], speaking: Mapping[str, float]) -> None:
        self.text = text
        self.speaking = speaking
        self._sure = [
            (span, place)
            for span, place in sure
            if place.country
            and not self.astray(place)
            and not _BESIDE.search(text[max(0, span.start - 30) : span.start])
        ]

    def astray(self, chosen: Candidate) -> bool:
        """Whether a small place lies in a country that the text does not speak of, while it speaks of another."""
        if chosen.kind not in ("city", "admin2"):
            return False
        most = max(self.speaking.values(), default=0.0)
        if self.speaks_of(chosen.country):
            doubtful = chosen.other_name and chosen.population < LARGE
            return doubtful and most >= CLEAR and self.speaking[chosen.country] < most * BESIDE
        if chosen.other_name and chosen.population < LARGE and most >= LEAST:
            return True
        if most >= CLEAR:
            return chosen.population < SMALL or chosen.other_name
        return most >= 1.0 and chosen.population < (TINY_DISTRICT if chosen.kind == "admin2" else TINY)

    def speaks_of(self, country: str) -> bool:
        """Whether the text speaks of the country at all."""
        return self.speaking.get(country, 0.0) >= HEARD

    def country_at(self, span: Span) -> str | None:
        """The country in which a name at ``span`` must lie.

        That of the nearest sure place in its sentence, a later one before an earlier one; else the one that the text
        speaks of most; None where two are spoken of alike, or none.
        """
        later = [row for row in self._sure if row[0].start >= span.end and self._one_sentence(span.end, row[0].start)]
        if later:
            return later[0][1].country
        earlier = [row for row in self._sure if row[0].end <= span.start and self._one_sentence(row[0].end, span.start)]
        if earlier:
            return earlier[-1][1].country
        ordered = sorted(self.speaking.items(), key=lambda row: (-row[1], row[0]))
        if not ordered or ordered[0][1] < LEAST or (len(ordered) > 1 and ordered[1][1] * AHEAD > ordered[0][1]):
            return None
        return ordered[0][0]

    def _one_sentence(self, start: int, end: int) -> bool:
        return end - start < 400 and not _ENDS.search(self.text, start, end)


def unlisted_place(toponym: Toponym, country: str) -> Place:
    """A place known by its name and country alone, as exact as the word for its kind says; a settlement without one."""
    kinds = place_words().units.get(toponym.kind or "", frozenset())
    precision: PlacePrecision = "city"
    if kinds and "city" not in kinds:
        precision = "admin1" if kinds == {"admin1"} else "district"
    return Place(name=toponym.name, admin1=None, country=country, lat=None, lon=None, precision=precision)
