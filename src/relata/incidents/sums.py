"""Counts as they stand in the text: which are added up, which are parts of another, which are out of date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from relata.model import Claim, Count

PART = re.compile(
    r"\b(?:including|included|among (?:them|those|whom)|of (?:whom|them|which)|one of|were among)\b", re.IGNORECASE
)
AND = re.compile(r"(?:\band|,|&|\bplus|\bas well as|\balong with|\btogether with)\s*$", re.IGNORECASE)
OTHER_FATE = re.compile(
    r"\b(?:wound|injur|hurt|kill|dead|died|missing|abduct|kidnap|arrest|captur|detain)", re.IGNORECASE
)
OLD = re.compile(
    r"\b(?:(?:up|down|revised|raised|lowered|cut|reduced|increased) from|initial(?:ly)?|previous(?:ly)?|at first"
    r"|first (?:put|said|reported)|rather than|instead of"
    r"|earlier (?:toll|count|figure|number|report|estimate|put|said|reported)s?"
    r"|had (?:been )?(?:put|spoken|said|given|counted|reported|announced|estimated))\b|\bnot\s+$",
    re.IGNORECASE,
)
AMONG_THEM = re.compile(r"\s+of (?:them|whom|which)\b", re.IGNORECASE)
MORE = re.compile(
    r"^(?:another|a further|an additional|a second|a third)\b|\b(?:more|further|additional)$", re.IGNORECASE
)
SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9])|\n\s*\n")
NAME = re.compile(r"[^\W\d_a-z][\w.'’-]*(?:\s+[\w.'’-]+){0,5}$")
_NOT_NAMES_TEXT = "a an another each every he her his many no nobody none one several she some somebody the"
NOT_NAMES = frozenset(_NOT_NAMES_TEXT.split())
_PEOPLE_TEXT = (
    "people person persons dead deaths fatalities casualties victims victim wounded injured killed others lives"
)
PEOPLE = frozenset(_PEOPLE_TEXT.split())
BETWEEN = 90
"""Characters that may lie between two counts that are added."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A count and where its words stand in the text."""

    claim: Claim
    count: Count
    start: int
    end: int


def place(claim: Claim) -> Placed:
    """Where in the text the count's own words stand; the whole quote where they cannot be found in it."""
    assert isinstance(claim.value, Count)
    at = claim.quote.find(claim.value.words) if claim.value.words else -1
    if at < 0:
        return Placed(claim, claim.value, claim.span.start, claim.span.end)
    start = claim.span.start + at
    return Placed(claim, claim.value, start, start + len(claim.value.words))


def is_name(count: Count) -> bool:
    """Whether the "count" is a person named as a victim."""
    if count.low != 1 or count.high != 1 or not NAME.match(count.words):
        return False
    return count.words.split()[0].lower() not in NOT_NAMES and not any(char.isdigit() for char in count.words)


def persons(items: Sequence[Placed]) -> list[Placed]:
    """Each named person once: "Cole" is "Anna Cole", "Anna Cole" is "Anna Maria Cole", "Ben Cole" is another."""
    kept: list[Placed] = []
    for item in sorted(items, key=lambda item: (-len(item.count.words.split()), item.start)):
        name = item.count.words.casefold().split()
        if not any(_same_person(name, other.count.words.casefold().split()) for other in kept):
            kept.append(item)
    return sorted(kept, key=lambda item: item.start)


def _same_person(short: Sequence[str], long: Sequence[str]) -> bool:
    if len(short) == 1:
        return short[0] in long
    return short[-1] == long[-1] and short[0] == long[0]


def groups(items: Sequence[Placed], text: str) -> list[list[Placed]]:
    """Counts that are added up: disjoint groups named in one breath, and what "another" adds. Parts are left out."""
    found: list[list[Placed]] = []
    for item in items:
        last = found[-1][-1] if found else None
        if last is None:
            found.append([item])
            continue
        if item.start < last.end:
            if (item.start, item.end) != (last.start, last.end):
                found.append([item])
            continue
        if _is_share(item, text) and _value(item) <= _value(last):
            continue
        between = text[last.end : item.start]
        one_sentence = len(between) <= 4 * BETWEEN and not SENTENCE_END.search(between)
        if one_sentence and PART.search(between) and _value(item) <= _value(last):
            continue
        if _adds(last, item, between if one_sentence else None):
            found[-1].append(item)
        else:
            found.append([item])
    return found


def _adds(last: Placed, item: Placed, between: str | None) -> bool:
    if MORE.search(item.count.words):
        return True
    if between is None or len(between) > BETWEEN or OTHER_FATE.search(between) or PART.search(between):
        return False
    return bool(AND.search(between)) and (last.claim.of or "") != (item.claim.of or "")


def _is_share(item: Placed, text: str) -> bool:
    """Whether the words after the count say that it is taken from another ("many of them children")."""
    return AMONG_THEM.match(text, item.end, item.end + 12) is not None


def _value(item: Placed) -> int:
    return item.count.low or item.count.high or 0


def is_old(group: Sequence[Placed], text: str) -> bool:
    """Whether the words before the count say that it is an earlier or a withdrawn one ("up from 36", "not 36")."""
    before = text[max(0, group[0].start - 50) : group[0].start]
    return OLD.search(SENTENCE_END.split(before)[-1]) is not None
