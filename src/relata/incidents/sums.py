"""Counts as they stand in the text: which are added up, which are parts of another, which are out of date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
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
CHANGED = re.compile(
    r"\b(?:rais|bring|brought|tak|took|push|lift|lower|cut|reduc|revis|increase|increasing|rose|ris|climb|grew|grow|jump|fell|fall|drop)"
    r"\w*\b[^;]{0,80}\bto\s+$",
    re.IGNORECASE,
)
TOLL = re.compile(
    r"\b(?:toll|number|count|tally|figure|dead|deaths|fatalities|killed|wounded|injured)\b", re.IGNORECASE
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
JOINED = re.compile(r"\b(?:and|plus|as well as|along with|together with)\b|&", re.IGNORECASE)
ALSO = re.compile(r"\b(?:also|too|as well)\b", re.IGNORECASE)
OWN_FATES = {
    "killed": re.compile(r"\b(?:kill|dead|died|shot dead|slain|murder|gunned down)\w*", re.IGNORECASE),
    "wounded": re.compile(r"\b(?:wound|injur|hurt)\w*", re.IGNORECASE),
    "missing": re.compile(r"\b(?:missing)\w*", re.IGNORECASE),
    "abducted": re.compile(r"\b(?:abduct|kidnap|captur)\w*", re.IGNORECASE),
    "arrested": re.compile(r"\b(?:arrest|detain|captur)\w*", re.IGNORECASE),
}
FARTHEST = 500
"""Characters between a count and one that "also" adds to it."""
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
    """Where in the text the count's own words stand; the whole quote where they cannot be found in it.

    A quote that begins with them tells of the people before the word of harm ("two soldiers and two drivers were
    killed"); else they are the last in it ("killed two soldiers and two drivers").
    """
    assert isinstance(claim.value, Count)
    found = list(_words_in(claim.value.words, claim.quote))
    if not found:
        return Placed(claim, claim.value, claim.span.start, claim.span.end)
    whom = (claim.of or "").split()[:1]
    beside = [one for one in found if whom and claim.quote[one.end() :].split()[:1] == whom]
    chosen = found[0] if found[0].start() == 0 else (beside or found)[-1]
    return Placed(claim, claim.value, claim.span.start + chosen.start(), claim.span.start + chosen.end())


def _words_in(words: str, quote: str) -> Iterator[re.Match[str]]:
    """Every place where the words of a count stand in a quote as words of their own."""
    parts = [re.escape(part) for part in words.split()]
    return re.finditer(r"(?<!\w)" + r"\s+".join(parts) + r"(?!\w)", quote) if parts else iter(())


def is_name(claim: Claim) -> bool:
    """Whether the "count" is a person named as a victim; "Springfield Teen" in a headline only describes one."""
    count = claim.value
    if not isinstance(count, Count) or claim.of is not None:
        return False
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
        listed = _of_one_list(last, item, between)
        if one_sentence and not listed and PART.search(between) and _value(item) <= _value(last):
            continue
        if listed or _adds(last, item, between if one_sentence else None) or _besides(last, item, text):
            found[-1].append(item)
        else:
            found.append([item])
    return [_without_repeats(group) for group in found]


def _of_one_list(last: Placed, item: Placed, between: str) -> bool:
    """Whether one word of harm is said of both ("killing three men, among them a boy, and two women").

    Parts are marked as such and never come here. Persons named after a number are the people counted, unless "and"
    leads over to them.
    """
    own = OWN_FATES[item.claim.attribute].sub(" ", between)
    if not last.claim.span.overlaps(item.claim.span) or OTHER_FATE.search(own):
        return False
    if is_name(item.claim) != is_name(last.claim):
        return JOINED.search(between) is not None
    return True


def _adds(last: Placed, item: Placed, between: str | None) -> bool:
    if MORE.search(item.count.words):
        return True
    if between is None or len(between) > BETWEEN or PART.search(between):
        return False
    if OTHER_FATE.search(OWN_FATES[item.claim.attribute].sub(" ", between)):
        return False
    return bool(AND.search(between)) and (last.claim.of or "") != (item.claim.of or "")


def _besides(last: Placed, item: Placed, text: str) -> bool:
    """Whether the sentence says that these are told in addition ("two drivers were also killed")."""
    if item.start - last.end > FARTHEST or item.claim.report != last.claim.report:
        return False
    own = text[item.end : max(item.end, item.claim.span.end)]
    before = text[max(0, item.claim.span.start - len("also ")) : item.claim.span.start]
    told = ALSO.search(own) or ALSO.search(before)
    return bool(told) and (last.claim.of or "").lower() != (item.claim.of or "").lower()


def _without_repeats(group: list[Placed]) -> list[Placed]:
    """ "12 people, eight soldiers and four women": a number that those after it make up is counted once."""
    rest = sum(_value(item) for item in group[1:])
    return group[:1] if len(group) > 2 and rest == _value(group[0]) else group


def _is_share(item: Placed, text: str) -> bool:
    """Whether the words after the count say that it is taken from another ("many of them children")."""
    return AMONG_THEM.match(text, item.end, item.end + 12) is not None


def _value(item: Placed) -> int:
    return item.count.low or item.count.high or 0


def is_new(group: Sequence[Placed], text: str) -> bool:
    """Whether the words around say that it takes the place of an earlier one ("raising the toll to 22")."""
    before = SENTENCE_END.split(text[max(0, group[0].start - 120) : group[0].start])[-1]
    changed = CHANGED.search(before)
    return changed is not None and TOLL.search(before[changed.start() :] + text[group[0].end :][:60]) is not None


def is_old(group: Sequence[Placed], text: str) -> bool:
    """Whether the words before the count say that it is an earlier or a withdrawn one ("up from 36", "not 36")."""
    before = text[max(0, group[0].start - 50) : group[0].start]
    return OLD.search(SENTENCE_END.split(before)[-1]) is not None
