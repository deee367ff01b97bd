"""Counts of people in running text: digits, number words, qualifiers, vague words, none.

A reading starts at one token and says how far it reaches. What the number counts is not decided here.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from relata.language.annotated import Token
from relata.model import Count
from relata.tables.claim_words import phrases, words

UNITS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}

VAGUE = words("vague_counts")
"""Words that count without a number; they keep their words, and no number is read from them."""

_LEAST = phrases("at_least")
_MORE = phrases("more_than")
_MOST = phrases("up_to")
_ABOUT = phrases("about")
QUALIFIERS: dict[tuple[str, ...], str] = {
    tuple(phrase.split()): kind
    for kind, phrases in (("least", _LEAST), ("more", _MORE), ("most", _MOST), ("about", _ABOUT))
    for phrase in phrases
}
_LONGEST_QUALIFIER = max(len(words) for words in QUALIFIERS)
_QUALIFYING = frozenset(words[0] for words in QUALIFIERS)

_FIRST_YEAR, _LAST_YEAR = 1900, 2100

MOST_PEOPLE = 20_000_000
"""No count of people harmed in one event is larger; what reads as more is money, a distance or a mistake."""

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,8}")


class Reading(NamedTuple):
    """A count read from tokens ``first`` to ``last`` (exclusive).

    Attributes:
        article: whether it is only "a", "an" or "another": one person if a noun for a person follows, else nothing.
    """

    first: int
    last: int
    people: Count
    article: bool = False


def is_year(word: str) -> bool:
    """Whether a word is written as a year is: four digits, of the last century or of this one."""
    return len(word) == 4 and word.isdecimal() and _FIRST_YEAR <= int(word) <= _LAST_YEAR


def read_count(tokens: tuple[Token, ...], first: int, last: int) -> Reading | None:
    """The count that starts at token ``first``, qualifier included, or None.

    Args:
        tokens: all tokens of the report.
        first: where to read.
        last: index one past the last token that may be used (the sentence's end).
    """
    kind, at = _qualifier(tokens, first, last)
    if tokens[first].lower == "between":
        return _between(tokens, first, last)
    at = _past_another(tokens, at, last)
    number = read_number(tokens, at, last)
    if number is None:
        return _least_one(tokens, first, at, last) if kind == "least" else _vague_or_article(tokens, first, last, kind)
    value, end = number
    if end < last and tokens[end].lower in {"fewer", "less"}:
        return None  # "twelve fewer people died than had been thought": a difference
    high, end = _upper_end(tokens, value, end, last)
    if kind is None and end < last - 1 and tokens[end].lower == "or" and tokens[end + 1].lower == "more":
        kind, end = "least", end + 2
    words = " ".join(token.text for token in tokens[first:end])
    return Reading(first, end, _count(kind, value, high, words))


def _count(kind: str | None, value: int, high: int | None, words: str) -> Count:
    if high is not None:
        return Count(value, high, words, approx=kind == "about")
    if kind in ("least", "more"):
        return Count(value, None, words)
    if kind == "most":
        return Count(None, value, words)
    return Count(value, value, words, approx=kind == "about")


def _qualifier(tokens: tuple[Token, ...], first: int, last: int) -> tuple[str | None, int]:
    if tokens[first].lower not in _QUALIFYING:
        return None, first
    for length in range(min(_LONGEST_QUALIFIER, last - first), 0, -1):
        kind = QUALIFIERS.get(tuple(token.lower for token in tokens[first : first + length]))
        if kind:
            return kind, first + length
    return None, first


def _least_one(tokens: tuple[Token, ...], first: int, at: int, last: int) -> Reading | None:
    """ "at least a policeman": one or more."""
    if at >= last or tokens[at].lower not in {"a", "an"}:
        return None
    words = " ".join(token.text for token in tokens[first : at + 1])
    return Reading(first, at + 1, Count(1, None, words), article=True)


def _between(tokens: tuple[Token, ...], first: int, last: int) -> Reading | None:
    """ "between six and eight": both bounds."""
    low = read_number(tokens, first + 1, last)
    if low is None or low[1] >= last or tokens[low[1]].lower != "and":
        return None
    high = read_number(tokens, low[1] + 1, last)
    if high is None or high[0] < low[0]:
        return None
    words = " ".join(token.text for token in tokens[first : high[1]])
    return Reading(first, high[1], Count(low[0], high[0], words))


_OPENS_MORE = frozenset({"another", "a", "an", "the"})


def _past_another(tokens: tuple[Token, ...], at: int, last: int) -> int:
    """ "another four", "a further 12", "an additional two": past the words that only say "more"."""
    if at < last and tokens[at].lower not in _OPENS_MORE:
        return at
    words = [token.lower for token in tokens[at : min(at + 3, last)]]
    if words[:1] == ["another"] and read_number(tokens, at + 1, last):
        return at + 1
    if (
        len(words) == 3
        and words[0] in {"a", "an", "the"}
        and words[1] in {"further", "additional", "other", "estimated", "total"}
    ):
        return at + 2 if read_number(tokens, at + 2, last) else at
    return at


def _upper_end(tokens: tuple[Token, ...], low: int, end: int, last: int) -> tuple[int | None, int]:
    """ "30 to 40", "five or six", "between 30 and 40": the upper number, if this is a range."""
    if end < last and tokens[end].lower in {"to", "or", "-", "–"}:
        upper = read_number(tokens, end + 1, last)
        if upper and low < upper[0] <= low * 10:
            return upper[0], upper[1]
    return None, end


def read_number(tokens: tuple[Token, ...], first: int, last: int) -> tuple[int, int] | None:
    """A plain number at ``first``: its value and the index one past it, or None."""
    if first >= last:
        return None
    word = tokens[first].lower
    if word[0].isdigit():
        if not _DIGITS.fullmatch(word):
            return None
        value = int(word.replace(",", ""))
        if first + 1 < last and tokens[first + 1].lower in SCALES:
            return _plausible(value * SCALES[tokens[first + 1].lower], first + 2)
        return _plausible(value, first + 1)
    if word in {"a", "an"} and first + 1 < last and tokens[first + 1].lower in {"dozen", "hundred", "thousand"}:
        return {"dozen": 12, "hundred": 100, "thousand": 1000}[tokens[first + 1].lower], first + 2
    if word == "half" and [token.lower for token in tokens[first + 1 : min(first + 3, last)]] == ["a", "dozen"]:
        return 6, first + 3
    if word == "half-dozen":
        return 6, first + 1
    if word == "dozen" or word == "both":  # noqa: PLR1714 - two words with one value each
        return (12 if word == "dozen" else 2), first + 1
    return _number_words(tokens, first, last)


def _plausible(value: int, end: int) -> tuple[int, int] | None:
    return (value, end) if value <= MOST_PEOPLE else None


def _number_words(tokens: tuple[Token, ...], first: int, last: int) -> tuple[int, int] | None:
    total, current, at, seen = 0, 0, first, False
    while at < last:
        word = tokens[at].lower
        parts = word.split("-")
        if all(part in UNITS or part in TENS for part in parts):
            value = sum(UNITS.get(part) or TENS[part] for part in parts)
            if seen and current % 100 and not (current % 10 == 0 and value < 10):
                break
            current += value
        elif word in SCALES and seen:
            current = max(current, 1) * SCALES[word]
            if word != "hundred":
                total, current = total + current, 0
        elif word == "dozen" and seen:
            current *= 12
        elif (
            word == "and"
            and seen
            and (current % 100 == 0)
            and current + total >= 100
            and _is_unit(tokens, at + 1, last)
        ):
            pass
        else:
            break
        seen, at = True, at + 1
    return (total + current, at) if seen and total + current <= MOST_PEOPLE else None


def _is_unit(tokens: tuple[Token, ...], at: int, last: int) -> bool:
    return at < last and all(part in UNITS or part in TENS for part in tokens[at].lower.split("-"))


def _vague_or_article(tokens: tuple[Token, ...], first: int, last: int, kind: str | None = None) -> Reading | None:
    word = tokens[first].lower
    if kind is not None and word not in VAGUE:
        return None
    following = tokens[first + 1].lower if first + 1 < last else ""
    if word in {"a", "an"}:
        if following in {"few", "handful", "number", "couple", "score", "group"}:
            end = first + 2
            end += 1 if end < last and tokens[end].lower == "of" else 0
            if read_number(tokens, end, last):
                return None  # "a group of 20 tourists": the number counts
            count = Count(2, 2, "a couple") if following == "couple" else Count(None, None, f"{word} {following}")
            return Reading(first, end, count)
        if (
            following in {"large", "small", "undetermined", "unknown", "unspecified"}
            and first + 2 < last
            and tokens[first + 2].lower in {"number", "amount"}
        ):
            end = first + 3
            end += 1 if end < last and tokens[end].lower == "of" else 0
            return Reading(first, end, Count(None, None, f"{word} {following} number"))
        return Reading(first, first + 1, Count(1, 1, tokens[first].text), article=True)
    if word == "another":
        return Reading(first, first + 1, Count(1, 1, tokens[first].text), article=True)
    if word in VAGUE:
        end = first + 1
        if following == "of" and first + 2 < last and tokens[first + 2].lower in {"thousands", "hundreds"}:
            end = first + 3
        end += 1 if end < last and tokens[end].lower == "of" else 0
        return Reading(first, end, Count(None, None, tokens[first].lower))
    return None
