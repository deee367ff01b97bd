"""The full names that a text gives, and how far two texts that share some are on the same people and places."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from relata.incidents.words import MAX_CHARS, PRIOR_REPORTS

_WORD = r"[A-Z][a-zà-öø-ÿ]+(?:[-'’][A-Z]?[a-zà-öø-ÿ]+)*"
RUN = re.compile(rf"{_WORD}(?: (?:{_WORD}|[A-Z]\.)){{1,4}}")
"""Two to five capitalised words side by side, initials among them."""
LONGEST_INITIAL = 2
COMMON_SHARE = 0.01
"""Names in more than this share of all reports (and in more than three) are of offices, outlets and towns."""


def full_names(text: str) -> frozenset[str]:
    """Every two neighbouring words of a capitalised run, lower case, initials passed over ("rahim gul")."""
    found: set[str] = set()
    for match in RUN.finditer(text[:MAX_CHARS]):
        words = [word.lower() for word in match[0].split() if len(word) > LONGEST_INITIAL]
        found.update(f"{one} {other}" for one, other in pairwise(words))
    return frozenset(found)


@dataclass(frozen=True)
class NameIndex:
    """How many reports give each full name.

    Attributes:
        reports: how many reports were counted.
        held_by: name → how many reports give it; those that one report alone gives are left out.
    """

    reports: int
    held_by: Mapping[str, int]

    @classmethod
    def of(cls, texts: Iterable[str]) -> NameIndex:
        """Count the names of all texts."""
        held_by: Counter[str] = Counter()
        count = 0
        for text in texts:
            count += 1
            held_by.update(full_names(text))
        return cls(count, {name: held for name, held in held_by.items() if held > 1})

    def shared(self, text: str) -> dict[str, float]:
        """The names of ``text`` that other reports give too and few do, each with what it says when it is shared."""
        most = max(3.0, self.reports * COMMON_SHARE)
        return {
            name: math.log((self.reports + PRIOR_REPORTS) / held)
            for name in sorted(full_names(text))
            if (held := self.held_by.get(name, 0)) and held <= most
        }
