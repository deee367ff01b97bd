"""One account's figure: how many one holder in one report says, once parts, sums and old numbers are told apart."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from relata.incidents.sums import PEOPLE, Placed, groups, is_name, is_new, is_old, persons, place
from relata.model import OUTLET, ActorName, Claim, Count, Report
from relata.tables.vague_numbers import least_of

MANY = 5
"""Beside this many in one report a count of one is one of them."""
ONE = re.compile(r"\b(?:1|one)\b", re.IGNORECASE)


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
        general: whether it counts people as such, not one kind of them or one person.
        outdated: whether its own report calls the number an earlier one.
        updated: whether its own report says that the number has changed to it ("raising the toll to 22").
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
    outdated: bool
    updated: bool
    words: str
    claims: tuple[str, ...]


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
    told = {key: _groups_of(accounts[key], reports[key[0]].text) for key in sorted(accounts)}
    old: dict[str, set[int]] = defaultdict(set)
    for key, found in told.items():
        old[key[0]].update(_values(found, reports[key[0]].text))
    figures_ = [_figure(found, accounts[key], reports[key[0]], old[key[0]]) for key, found in told.items()]
    return _without_single_victims(_without_bounds(figures_))


def _groups_of(claims: Sequence[Claim], text: str) -> list[list[Placed]]:
    """The counts of one holder in one report, those that are added to each other together; named victims come last."""
    placed = sorted((place(claim) for claim in claims), key=lambda item: (item.start, item.end, item.claim.id))
    counts = [item for item in placed if not is_name(item.claim)]
    stated = [item for item in counts if not item.claim.part] or counts
    named = persons([item for item in placed if is_name(item.claim) and not item.claim.part])
    listed = [item for item in named if any(item.claim.span.overlaps(one.claim.span) for one in stated)]
    together = sorted([*stated, *listed], key=lambda item: (item.start, item.end, item.claim.id))
    return groups(together, text) + ([named] if named else [])


def _values(found: Sequence[Sequence[Placed]], text: str) -> Iterator[int]:
    """The numbers that the report calls earlier or withdrawn."""
    for group in found:
        if is_old(group, text):
            yield from (item.count.low for item in group if item.count.low is not None)


def _figure(found: Sequence[Sequence[Placed]], claims: Sequence[Claim], report: Report, old: set[int]) -> Figure:
    options = [_sum(group, report, old) for group in found] or [_sum([place(claims[0])], report, old)]
    fresh = [option for option in options if not option.outdated]
    newest = [option for option in fresh if option.updated] or fresh or options
    best = max(newest, key=_largest)
    exact = [option for option in newest if option.exact and option.low is not None]
    bounded = [option for option in exact if not best.exact and (option.low or 0) >= (best.low or 0)]
    return max(bounded, key=_largest) if bounded else best


def _largest(figure: Figure) -> tuple[int, bool, int]:
    known = [number for number in (figure.low, figure.high) if number is not None]
    return max(known, default=-1), figure.exact, figure.high if figure.high is not None else -1


def _sum(group: Sequence[Placed], report: Report, old: set[int]) -> Figure:
    lows = [item.count.low if not item.count.vague else least_of(item.count.words) for item in group]
    highs = [item.count.high for item in group]
    low = sum(low for low in lows if low is not None) if any(low is not None for low in lows) else None
    high = sum(high for high in highs if high is not None) if all(high is not None for high in highs) else None
    if high is not None and low is not None and high < low:
        high = None
    return Figure(
        report=report.id,
        published=report.published or "",
        holder=group[0].claim.holder,
        low=low,
        high=high,
        exact=low is not None and low == high and not any(item.count.approx for item in group),
        general=len(group) > 1 or _general(group[0]),
        outdated=low in old or is_old(group, report.text),
        updated=is_new(group, report.text),
        words=" and ".join(item.count.words for item in group),
        claims=tuple(item.claim.id for item in group),
    )


def _general(item: Placed) -> bool:
    """Whether people as such are counted: not one kind of them, and not one person described or named."""
    if item.count.low == item.count.high == 1 and (is_name(item.claim) or not ONE.search(item.count.words)):
        return False
    return item.claim.of is None or bool(set(item.claim.of.lower().split()) & PEOPLE)


def _without_bounds(found: Sequence[Figure]) -> list[Figure]:
    """Figures that another holder in the same report replaces, fills in or holds as a part are left out.

    "At least 50" in the report's own voice beside "64" does not disagree with it; "three officers" beside "12 people"
    is a part of them.
    """
    by_report: dict[str, list[Figure]] = defaultdict(list)
    for figure in found:
        by_report[figure.report].append(figure)
    kept = []
    for figure in found:
        peers = [other for other in by_report[figure.report] if other is not figure]
        replaced = figure.outdated and any(not peer.outdated for peer in peers)
        own = figure.holder.key == OUTLET  # a named holder who says "at least 38" keeps that beside another's 50
        filled = own and figure.high is None and any(p.exact and (p.low or 0) >= (figure.low or 0) for p in peers)
        part = not figure.general and any(p.general and (p.low or 0) > (figure.high or 0) for p in peers)
        one_of_them = figure.high == 1 and any((p.low or 0) >= MANY for p in peers)
        if not (replaced or filled or one_of_them or (part and figure.high is not None)):
            kept.append(figure)
    return kept


def _without_single_victims(found: Sequence[Figure]) -> list[Figure]:
    """Without those who tell of one victim only ("a nurse was killed") where others count several."""
    if not any((figure.low or 0) > 1 for figure in found):
        return list(found)
    return [figure for figure in found if figure.general or figure.high != 1]
