"""One account's figure: how many one holder in one report says, once parts, sums and old numbers are told apart."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from relata.model import ActorName, Claim, Count, Report
from relata.tables.vague_numbers import least_of

PART = re.compile(
    r"\b(?:including|included|among (?:them|those|whom)|of (?:whom|them|which)|one of|were among)\b", re.IGNORECASE
)
AND = re.compile(r"(?:\band|,|&|\bplus|\bas well as|\balong with|\btogether with)\s*$", re.IGNORECASE)
OTHER_FATE = re.compile(
    r"\b(?:wound|injur|hurt|kill|dead|died|missing|abduct|kidnap|arrest|captur|detain)", re.IGNORECASE
)
OLD = re.compile(
    r"\b(?:up from|down from|revised from|initial(?:ly)?|previous(?:ly)?|at first|first (?:put|said|reported)"
    r"|earlier (?:toll|count|figure|number|report|estimate|put|said|reported)s?)\b",
    re.IGNORECASE,
)
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
class Figure:
    """How many, as one holder in one report has it.

    Attributes:
        report: id of the report.
        published: its publication date as text, "" where unknown, so that it sorts as the oldest.
        holder: who says it.
        low: the fewest; for vague words the convention's number; None for "up to".
        high: the most; None where the words leave it open.
        exact: whether it is one number and not said to be rough.
        general: whether it counts people as such and not one kind of them.
        words: the words it is made of.
        claims: ids of its claims.
    """

    report: str
    published: str
    holder: ActorName
    low: int | None
    high: int | None
    exact: bool
    general: bool
    words: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Placed:
    """A count and where its words stand in the text."""

    claim: Claim
    count: Count
    start: int
    end: int


def figures(claims: Iterable[Claim], reports: Mapping[str, Report]) -> list[Figure]:
    """One figure for every holder in every report, in order of report and holder.

    Args:
        claims: counts of one kind (all killed, or all wounded …) that count: not denied, doubted or rejected.
        reports: by id.
    """
    accounts: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if isinstance(claim.value, Count):
            key = claim.report, claim.holder.key or "", claim.holder.text.casefold()
            accounts[key].append(claim)
    found = [_figure(accounts[key], reports[key[0]]) for key in sorted(accounts)]
    return _without_bounds(found)


def _figure(claims: Sequence[Claim], report: Report) -> Figure:
    placed = sorted((_place(claim) for claim in claims), key=lambda item: (item.start, item.end, item.claim.id))
    persons = _persons([item for item in placed if _is_name(item.count) and not item.claim.part])
    counts = [item for item in placed if not _is_name(item.count)]
    stated = [item for item in counts if not item.claim.part] or counts
    options = [_sum(group, report) for group in _groups(stated, report.text)]
    fresh = [
        option
        for option, group in zip(options, _groups(stated, report.text), strict=True)
        if not _old(group, report.text)
    ]
    if persons:
        words = ", ".join(item.count.words for item in persons)
        ids = tuple(item.claim.id for item in persons)
        options.append(
            _make(report, persons[0].claim, len(persons), len(persons), words=words, ids=ids, exact=True, general=True)
        )
        fresh.append(options[-1])
    best = max(fresh or options, key=_largest)
    exact = [option for option in fresh if option.exact and option.low is not None]
    bounded = [option for option in exact if not best.exact and (option.low or 0) >= (best.low or 0)]
    return max(bounded, key=_largest) if bounded else best


def _largest(figure: Figure) -> tuple[int, bool, int]:
    known = [number for number in (figure.low, figure.high) if number is not None]
    return max(known, default=-1), figure.exact, figure.high if figure.high is not None else -1


def _place(claim: Claim) -> _Placed:
    """Where in the text the count's own words stand; the whole quote where they cannot be found in it."""
    assert isinstance(claim.value, Count)
    at = claim.quote.find(claim.value.words) if claim.value.words else -1
    if at < 0:
        return _Placed(claim, claim.value, claim.span.start, claim.span.end)
    start = claim.span.start + at
    return _Placed(claim, claim.value, start, start + len(claim.value.words))


def _is_name(count: Count) -> bool:
    """Whether the "count" is a person named as a victim."""
    if count.low != 1 or count.high != 1 or not NAME.match(count.words):
        return False
    return count.words.split()[0].lower() not in NOT_NAMES and not any(char.isdigit() for char in count.words)


def _persons(items: Sequence[_Placed]) -> list[_Placed]:
    """Each named person once: "Cole" is "Anna Cole", "Anna Cole" is "Anna Maria Cole", "Ben Cole" is another."""
    kept: list[_Placed] = []
    for item in sorted(items, key=lambda item: (-len(item.count.words.split()), item.start)):
        name = item.count.words.casefold().split()
        if not any(_same_person(name, other.count.words.casefold().split()) for other in kept):
            kept.append(item)
    return sorted(kept, key=lambda item: item.start)


def _same_person(short: Sequence[str], long: Sequence[str]) -> bool:
    if len(short) == 1:
        return short[0] in long
    return short[-1] == long[-1] and short[0] == long[0]


def _groups(items: Sequence[_Placed], text: str) -> list[list[_Placed]]:
    """Counts that are added up: disjoint groups named in one breath, and what "another" adds. Parts are left out."""
    groups: list[list[_Placed]] = []
    for item in items:
        last = groups[-1][-1] if groups else None
        if last is None:
            groups.append([item])
            continue
        if item.start < last.end:
            if (item.start, item.end) != (last.start, last.end):
                groups.append([item])
            continue
        between = text[last.end : item.start]
        one_sentence = len(between) <= 4 * BETWEEN and not SENTENCE_END.search(between)
        if one_sentence and PART.search(between) and _value(item) <= _value(last):
            continue
        if _adds(last, item, between if one_sentence else None):
            groups[-1].append(item)
        else:
            groups.append([item])
    return groups


def _adds(last: _Placed, item: _Placed, between: str | None) -> bool:
    if MORE.search(item.count.words):
        return True
    if between is None or len(between) > BETWEEN or OTHER_FATE.search(between) or PART.search(between):
        return False
    return bool(AND.search(between)) and (last.claim.of or "") != (item.claim.of or "")


def _value(item: _Placed) -> int:
    return item.count.low or item.count.high or 0


def _old(group: Sequence[_Placed], text: str) -> bool:
    """Whether the words before the count say that it is an earlier one."""
    before = text[max(0, group[0].start - 50) : group[0].start]
    return OLD.search(SENTENCE_END.split(before)[-1]) is not None


def _sum(group: Sequence[_Placed], report: Report) -> Figure:
    lows = [item.count.low if not item.count.vague else least_of(item.count.words) for item in group]
    highs = [item.count.high for item in group]
    low = sum(low for low in lows if low is not None) if any(low is not None for low in lows) else None
    high = sum(high for high in highs if high is not None) if all(high is not None for high in highs) else None
    if high is not None and low is not None and high < low:
        high = None
    words = " and ".join(item.count.words for item in group)
    exact = low is not None and low == high and not any(item.count.approx for item in group)
    general = len(group) > 1 or _general(group[0].claim.of)
    ids = tuple(item.claim.id for item in group)
    return _make(report, group[0].claim, low, high, words=words, ids=ids, exact=exact, general=general)


def _general(of: str | None) -> bool:
    return of is None or bool(set(of.lower().split()) & PEOPLE)


def _make(
    report: Report,
    claim: Claim,
    low: int | None,
    high: int | None,
    *,
    words: str,
    ids: tuple[str, ...],
    exact: bool,
    general: bool,
) -> Figure:
    return Figure(report.id, report.published or "", claim.holder, low, high, exact, general, words, ids)


def _without_bounds(found: Sequence[Figure]) -> list[Figure]:
    """Figures of one report that another holder in it fills in or holds as a part are left out.

    "At least 50" beside "64" does not disagree with it; "three officers" beside "12 people" is a part of them.
    """
    kept = []
    for figure in found:
        peers = [other for other in found if other.report == figure.report and other is not figure]
        filled = figure.high is None and any(p.exact and (p.low or 0) >= (figure.low or 0) for p in peers)
        part = not figure.general and any(p.general and (p.low or 0) > (figure.high or 0) for p in peers)
        if not (filled or (part and figure.high is not None)):
            kept.append(figure)
    return kept
