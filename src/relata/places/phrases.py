"""One phrase to one place: for values that are a place's words alone."""

from __future__ import annotations

from collections.abc import Sequence

from relata.model import Place, Span
from relata.places.folding import fold
from relata.places.gazetteer import gazetteer
from relata.places.resolution import resolve
from relata.places.toponyms import Toponym, toponym_at
from relata.places.words import place_words


def place_for(phrase: str, *, text_countries: Sequence[str] = ()) -> Place | None:
    """The place that a phrase names ("Achin district of Nangarhar province", "Paris, Texas"), or None.

    Args:
        phrase: words that name one place, finest first or with "of" and "in"; at most 300 characters are read.
        text_countries: ISO 3166-1 alpha-2 codes, or names, of countries that are likely.
    """
    text = " ".join(phrase[:300].split())
    parts = _parts(text)
    if not parts:
        return None
    codes = [code for code in map(_code, text_countries) if code]
    places = [answer.place for answer in resolve(parts, text=text, countries_hint=codes) if answer.place]
    return next((place for place in places if place.lat is not None), places[0] if places else None)


def _code(country: str) -> str:
    if len(country) == 2 and country.isupper():
        return country
    return next((place.country for place in gazetteer().lookup(country) if place.kind == "country"), "")


def _parts(text: str) -> list[Toponym]:
    """The names in the phrase: its stretches between commas and "of"/"in", each without direction and kind."""
    found = []
    at = 0
    for piece in text.replace(" in ", " ,, ").replace(" of ", " ,, ").split(","):
        span = _stripped(text, at, at + len(piece))
        if span:
            found.append(toponym_at(text, span))
        at += len(piece) + 1
    return found


def _stripped(text: str, start: int, end: int) -> Span | None:
    known = place_words()
    words = [(start + at, word) for at, word in _words(text[start:end])]
    if all(word in known.units or word in known.directions or word in ("the", "a") for _, word in words):
        return None  # "the eastern province" of "the eastern province of Nangarhar"
    while (
        words
        and not gazetteer().exact(fold(text[words[0][0] : end]))
        and (len(words) > 1 and (words[0][1].lower() in known.directions or words[0][1].lower() == "the"))
    ):
        if len(words) > 2 and gazetteer().exact(fold(" ".join(word for _, word in words[:-1]))):
            break  # "West Bengal state": the direction belongs to the name
        words = words[1:]
    while len(words) > 1 and (words[-1][1].lower() in known.units or words[-1][1].lower() in known.facilities):
        whole = text[words[0][0] : words[-1][0] + len(words[-1][1])]
        if gazetteer().exact(fold(whole)):
            break
        words = words[:-1]
    if not words or (len(words) == 1 and words[0][1].lower() in (*known.units, *known.locative, "the", "a")):
        return None
    return Span(words[0][0], words[-1][0] + len(words[-1][1]))


def _words(text: str) -> list[tuple[int, str]]:
    found = []
    at = 0
    for word in text.split(" "):
        if word.strip():
            found.append((at, word))
        at += len(word) + 1
    return found
