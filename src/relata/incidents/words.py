"""What two texts share: rare words, names and ages, weighted by how few reports hold them."""

from __future__ import annotations

import math
import re
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

WORD = re.compile(r"[^\W\d_](?:[^\W_]|['’-](?=[^\W_]))*|\d+")
"""A word with its inner hyphens and apostrophes, or a run of digits. Linear: no two ways to read one character."""
SHORTEST = 3
LONGEST = 40
MAX_CHARS = 24_000
"""How much of a report is compared; news says who, where and when long before that."""
COMMON_SHARE = 0.05
"""Words in more than this share of all reports (and in more than three) tell nothing apart."""
PRIOR_REPORTS = 50
"""Added to the number of reports, so that among five reports no word counts as rare beyond doubt."""
_DATE_WORDS_TEXT = """
    january february march april may june july august september october november december jan feb mar apr jun jul aug
    sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun
    today yesterday
"""
DATE_WORDS = frozenset(_DATE_WORDS_TEXT.split())
"""Left out: dates are compared as dates."""
NAME_FACTOR = 1.5
"""A word never written small anywhere in the collection is most likely a name: it counts this much more. Measured on
3,916 news reports of 2,255 incidents (benchmark gva): at equal overlap names part incidents better than other words."""


def tokens(text: str) -> frozenset[str]:
    """The words and numbers of ``text`` as written, shortest and longest left out, each once."""
    return frozenset(word for word in set(WORD.findall(text[:MAX_CHARS])) if _telling(word))


def _telling(word: str) -> bool:
    """Whether the word may tell reports apart: no short or endless word, no single digit, no year."""
    if word.isdigit():
        return 2 <= len(word) <= LONGEST and not (len(word) == 4 and word[:2] in ("19", "20"))
    return SHORTEST <= len(word) <= LONGEST


@dataclass(frozen=True)
class Lexicon:
    """How common each word is among the reports at hand.

    Attributes:
        reports: how many reports were counted.
        held_by: lower-cased word → how many reports hold it.
        written_small: the words that stand somewhere in lower case.
    """

    reports: int
    held_by: Mapping[str, int]
    written_small: frozenset[str]

    @classmethod
    def of(cls, texts: Iterable[str]) -> Lexicon:
        """Count the words of all texts."""
        held_by: Counter[str] = Counter()
        small: set[str] = set()
        count = 0
        for text in texts:
            found = tokens(text)
            count += 1
            held_by.update({word.lower() for word in found})
            shouted = (
                sum(word.isupper() for word in found) > len(found) / 2
            )  # printed in capitals: no names can be seen
            small.update(word.lower() for word in found if shouted or word[0].islower())
        return cls(count, held_by, frozenset(small))

    @cached_property
    def _weights(self) -> dict[str, float]:
        """Weights of the words met so far."""
        return {}

    @cached_property
    def common_from(self) -> float:
        """From how many reports on a word is common."""
        return max(3.0, self.reports * COMMON_SHARE)

    @cached_property
    def plain_factor(self) -> float:
        """What words that are no names count: little until enough reports were seen to know which of them are rare."""
        return self.reports / (self.reports + PRIOR_REPORTS)

    def weight(self, word: str) -> float:
        """How much a shared ``word`` (lower case) says: 0 for a common one, more the fewer reports hold it."""
        held = self.held_by.get(word, 1)
        if held > self.common_from or word in DATE_WORDS:
            return 0.0
        rarity = math.log((self.reports + PRIOR_REPORTS) / held)
        return rarity * (self.plain_factor if self._plain(word) else NAME_FACTOR)

    def _plain(self, word: str) -> bool:
        """Whether the word is no name: written small somewhere, or a number too short to be of one house or road."""
        return word in self.written_small or (word.isdigit() and len(word) <= SHORTEST)

    def vector(self, text: str) -> dict[str, float]:
        """The words of ``text`` that tell something, weighted, scaled to length 1; empty where there is none."""
        weights = self.weights(text)
        norm = math.sqrt(sum(weight * weight for weight in weights.values()))
        return {word: weight / norm for word, weight in weights.items()} if norm else {}

    def weights(self, text: str) -> dict[str, float]:
        """The words of ``text`` that tell something, each with its weight."""
        known = self._weights
        weights = {}
        for word in sorted({sys.intern(word.lower()) for word in tokens(text)}):  # one string for all vectors
            weight = known.get(word)
            if weight is None:
                weight = known[word] = self.weight(word)
            if weight > 0:
                weights[word] = weight
        return weights


def likeness(one: Mapping[str, float], other: Mapping[str, float], without: frozenset[str] = frozenset()) -> float:
    """The cosine of two vectors.

    Args:
        one: a vector of length 1.
        other: a vector of length 1.
        without: words that count for nothing though both hold them.
    """
    # Summed in order of size: the same sum whichever comes first.
    return sum(sorted(product for product, _ in _shared(one, other, without)))


def most_telling(
    one: Mapping[str, float], other: Mapping[str, float], without: frozenset[str] = frozenset(), most: int = 4
) -> list[str]:
    """The words shared by two vectors that say most, strongest first, at most ``most``; otherwise as likeness."""
    ranked = sorted(_shared(one, other, without), key=lambda item: (-item[0], item[1]))
    return [word for _, word in ranked[:most]]


def _shared(one: Mapping[str, float], other: Mapping[str, float], without: frozenset[str]) -> list[tuple[float, str]]:
    small, large = (one, other) if len(one) <= len(other) else (other, one)
    return [(small[word] * large[word], word) for word in small.keys() & large.keys() if word not in without]
