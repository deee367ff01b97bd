"""Numbers that count no people: ages, days, years, measures."""

from __future__ import annotations

import re
from itertools import pairwise

from relata.claims.numbers import UNITS, Reading
from relata.language.annotated import Token
from relata.tables.claim_words import words

_NO_PEOPLE_AFTER = words("no_people_after")
_NO_PEOPLE_BEFORE = words("no_people_before")
_MONTHS = words("months")
_AGES = frozenset({"aged", "age", "ages"})
_OLDEST = 110
"""No age in years is higher."""
_ROW = 6
"""Words before an age among which another one stands that is told beside it."""
_BETWEEN_AGES = frozenset({"and", "or", "to", "of", "from", "between", ",", ":", "-", "–"})
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
"""What follows a surname and is written like a word or a number of its own."""
_NOUNS = frozenset({"PROPN", "NOUN"})
_CLOSING = frozenset({",", ")", ".", ";", "and", "—", "–", "--", ""})
"""What follows an age set after a name: the end of the words about that person."""
_YEARS_OLD = re.compile(r"-?year(?:s|-olds?|$)")


def counts_no_people(tokens: tuple[Token, ...], reading: Reading, last: int) -> bool:
    """Whether a number is a day, a measure or an age, so that it counts nobody."""
    before = tokens[reading.first - 1].lower.rstrip(".") if reading.first else ""
    after = tokens[reading.last].lower if reading.last < last else ""
    cut = before in _MONTHS or before in _NO_PEOPLE_BEFORE
    return cut or after in _NO_PEOPLE_AFTER or _is_age(tokens, reading, last)


def _is_age(tokens: tuple[Token, ...], reading: Reading, last: int) -> bool:
    at = reading.first
    value = reading.people.low
    if reading.article or value is None or value >= _OLDEST:
        return False
    following = [token.lower for token in tokens[reading.last : min(reading.last + 2, last)]]
    if _is_years(following) or (tokens[at].text.isdigit() and following[:1] in (["'s"], ["’s"])):
        return True
    return _after_ages(tokens, at) or _after_person(tokens, reading, following[0] if following else "")


def _is_years(following: list[str]) -> bool:
    """ "three -year-old", "16- year-old": an age that the writer or the page has cut in two."""
    if following[:1] == ["-"]:
        following = following[1:]
    return bool(following) and _YEARS_OLD.match(following[0]) is not None


def _after_ages(tokens: tuple[Token, ...], at: int) -> bool:
    """ "aged 19", "ages 19 and 26", "between the ages of 11 and 25"."""
    for back in range(at - 1, max(-1, at - 7), -1):
        word = tokens[back]
        if word.lower in _AGES:
            return True
        if word.lower not in _BETWEEN_AGES and word.pos != "NUM":
            return False
    return False


def _listed_age(tokens: tuple[Token, ...], at: int) -> bool:
    """ "his sons, 10 and 12, died": whether the number at ``at`` is an age set after the people."""
    return at > 1 and tokens[at].text.isdigit() and tokens[at - 1].text == "," and tokens[at - 2].pos in _NOUNS


def _after_person(tokens: tuple[Token, ...], reading: Reading, after: str) -> bool:
    """ "Ali Khan, 34, was killed", "Ali and Bo Khan, both 16, were": a number between commas after a person."""
    at = reading.first
    if at < 2 or reading.last != at + 1:
        return False
    if tokens[at - 1].lower in {"both", "each"} and tokens[at - 2].text in {",", "—", "–", "-"}:
        return True
    if tokens[at].text.isdigit() and tokens[at - 1].lower == "and" and _listed_age(tokens, at - 2):
        return True
    if tokens[at - 1].text != "," or after not in _CLOSING:
        return False
    person = tokens[at - 2]
    if tokens[at].text.isdigit():
        return person.pos in _NOUNS or person.lower in _SUFFIXES or person.lower in UNITS or person.text.istitle()
    return person.pos == "PROPN" and after == ","


def is_age_in_row(tokens: tuple[Token, ...], reading: Reading) -> bool:
    """ "two men, one 17 and the other 21": how old each is. "One wounded and the other 21 unhurt" counts others."""
    at = reading.last - 1
    if at == 0 or not tokens[at].text.isdigit() or not 0 < (reading.people.low or 0) < _OLDEST:
        return False
    if tokens[at - 1].lower == "one":
        return True
    before = [token.lower for token in tokens[max(0, at - _ROW) : at]]
    return before[-1] == "other" and any(one == "one" and other.isdigit() for one, other in pairwise(before))
