"""The words around place names, as sets ready for use."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from relata.tables.places import places_words


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Lower-case words by what they do to a name beside them; see resources/places/words.yml.

    Attributes:
        units: word for a kind of unit → kinds of candidate that it admits ("province" → admin1).
        directions: word → (north, east), each -1, 0 or 1.
        locative: words before a name that make it a place.
        titles: words before a name that make it a person.
        speech: words after a name that make it a person.
        organisations: words after a place's name that leave it a place ("Peshawar police").
        label_heads: words after a place's name that make it a label ("Washington Post").
        label_openers: words before "of" and a name that make it a label ("Bank of America").
        facilities: words after a city's name for a thing that stands there ("Kabul airport").
        blocked: words that are never a place by themselves, though a town bears them.
        never: words and names among them that no cue makes a place.
        given: given names and names of persons that are also towns.
        demonyms: demonym → country code.
        telling: words and pairs of words that are used in one country alone → country code.
        abroad: words after a demonym for people and things that are met in other countries.
        expeditionary: codes of states whose forces fight in other countries.
        wide_groups: keys of armed groups that act in too many countries to show one.
    """

    units: dict[str, frozenset[str]]
    directions: dict[str, tuple[int, int]]
    locative: frozenset[str]
    titles: frozenset[str]
    speech: frozenset[str]
    organisations: frozenset[str]
    label_heads: frozenset[str]
    label_openers: frozenset[str]
    facilities: frozenset[str]
    blocked: frozenset[str]
    never: frozenset[str]
    given: frozenset[str]
    demonyms: dict[str, str]
    telling: dict[str, str]
    abroad: frozenset[str]
    expeditionary: frozenset[str]
    wide_groups: frozenset[str]


@cache
def place_words() -> PlaceWords:
    """The words, loaded at the first call."""
    words: dict[str, Any] = places_words()
    units: dict[str, frozenset[str]] = {}
    for kind, names in words["units"].items():
        for name in names:
            units[name] = frozenset(kind.split("_or_"))
    return PlaceWords(
        units=units,
        directions={word: (north, east) for word, (north, east) in words["directions"].items()},
        locative=frozenset(words["locative"]),
        titles=frozenset(words["titles"]),
        speech=frozenset(words["speech"]),
        organisations=frozenset(words["organisations"]),
        label_heads=frozenset(words["label_heads"]),
        label_openers=frozenset(words["label_openers"]),
        facilities=frozenset(words["facilities"]),
        blocked=frozenset(
            word
            for group in ("never", "calendar", "common", "titles", "organisations", "label_heads", "facilities")
            for word in words[group]
        )
        | units.keys()
        | words["directions"].keys(),
        never=frozenset(words["never"]),
        given=frozenset(words["given_names"]) | frozenset(words["person_names"]),
        demonyms=words["demonyms"],
        telling=words["telling"],
        abroad=frozenset(words["people_abroad"]),
        expeditionary=frozenset(words["expeditionary_states"]),
        wide_groups=frozenset(words["groups_without_country"]),
    )
