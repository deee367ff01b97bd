"""Wire copies: reports that reprint another one, whole, trimmed, updated or rewritten."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from relata.incidents.standard import standing_lines, without
from relata.model import Report

Print = NDArray[np.uint32]
"""The hashes of a text's shingles, each once, sorted: four bytes each, where a set takes a hundred."""

SHINGLE = 5
"""Words in one shingle. Source: A. Broder, On the resemblance and containment of documents, 1997."""
SAMPLE = 8
"""One shingle in this many (those whose hash it divides) stands in the index that finds pairs."""
SMALL = 400
"""Texts with fewer shingles than this are indexed whole."""
SHORTEST = 20
"""Shingles below which a text is too short to be called a copy."""
CONTAINED = 0.2
"""Share of the shorter text's shingles that the longer one must hold. Nine in ten pairs of reports by outlets that
write for themselves share less than 0.14 (quotes, charges, names of streets); of texts rewritten throughout, every
adjective and verb of speech changed and a third of other matter added, ninety-nine in a hundred share more than 0.18
(measured on news of shootings: ``benchmarks copies``)."""
LASTING = 30
"""Days after which nobody reprints a report."""
OWN = 0.3
"""Share of a text that is left at least when its standing lines are taken away, if these are no telling of its own."""
CROWDED = 24
"""A shingle in more reports than this is compared with the first of them only, so that a crowd costs linear time."""
WORD = re.compile(r"\w+")
_AGENCIES_TEXT = """
    aap afp agence-france-presse ana ani ansa anadolu aa ap associated-press apa bernama cnw dpa efe ians interfax
    irna itar-tass kyodo kyodo-news mena nan pajhwok press-trust-of-india pti reuters ria-novosti sana tass
    the-associated-press thomson-reuters united-press-international upi xinhua xinhua-news-agency yonhap
    """
AGENCIES = frozenset(_AGENCIES_TEXT.split())
"""Names under which news agencies sign, folded as :func:`agency` folds them."""
Order = tuple[str, int, int, str]


def agency(name: str | None) -> bool:
    """Whether ``name`` is that of a news agency."""
    return "-".join(WORD.findall((name or "").lower())) in AGENCIES


def shingles(text: str) -> frozenset[int]:
    """Hashes of every run of five words, case and marks ignored. Empty for fewer than five words."""
    words = [word.encode("utf-8", "surrogatepass") for word in WORD.findall(text.lower())]
    return frozenset(zlib.crc32(b" ".join(words[at : at + SHINGLE])) for at in range(len(words) - SHINGLE + 1))


def containment(one: frozenset[int], other: frozenset[int]) -> float:
    """The share of the smaller set that the larger one holds; 0 where one is empty."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0


def find_copies(reports: Iterable[Report]) -> dict[str, str]:
    """Which reports are copies, and of which one. Use it wherever accounts are counted.

    Returns:
        id of the copy → id of the report at the root of its tree, see :func:`find_parents`. Originals and single
        reports are not among the keys.
    """
    parents = find_parents(reports)
    return {id_: _root(id_, parents) for id_ in parents}


def _root(id_: str, parents: Mapping[str, str]) -> str:
    while id_ in parents:
        id_ = parents[id_]
    return id_


def find_parents(reports: Iterable[Report]) -> dict[str, str]:
    """Which report was made from which: reprinted, trimmed, retitled, updated or largely rewritten.

    A report has one parent at most: the one with which it shares the largest part of the shorter text, among those
    that come before it. The earliest published comes first (undated ones last), then what an agency published, then
    the longest, then the lowest id. Standing lines (:func:`~relata.incidents.standard.standing_lines`: notices of a
    site, a line about the outlet) are nobody's telling and are not compared. The order of ``reports`` does not
    matter; time is near linear.

    Returns:
        id of the report → id of its parent, in the order of ids.

    Source: A. Broder, On the resemblance and containment of documents, 1997 (containment of shingles, sampled index).
    """
    known = {report.id: report for report in reports}
    standing = standing_lines(known[id_] for id_ in sorted(known))
    prints = {id_: print_ for id_ in sorted(known) if len(print_ := _print(known[id_], standing)) >= SHORTEST}
    ids = list(prints)
    best: dict[str, tuple[float, Order]] = {}
    for pair in _suspects(list(prints.values())):
        one, other = (known[ids[at]] for at in pair)
        if _apart(one, other):
            continue
        share = _shared(prints[one.id], prints[other.id])
        if share < CONTAINED:
            continue
        parent, child = sorted((one, other), key=_order)
        rank = (-share, _order(parent))
        best[child.id] = min(best.get(child.id, rank), rank)
    return {child: order[-1] for child, (_, order) in sorted(best.items())}


def _print(report: Report, standing: frozenset[str]) -> Print:
    """The hashes of a report's runs of words, standing lines left out.

    A report that is nearly all standing lines is one that was printed again weeks later, and is taken whole.
    """
    whole = shingles(report.text)
    own = shingles(without(report.text, standing)) if standing else whole
    return np.array(sorted(own if len(own) >= OWN * len(whole) else whole), dtype=np.uint32)


def _apart(one: Report, other: Report) -> bool:
    """Whether both are dated, and too far apart for one to reprint the other."""
    first, second = one.published_on, other.published_on
    return first is not None and second is not None and abs((first - second).days) > LASTING


def _order(report: Report) -> Order:
    return report.published or "9999", 0 if agency(report.outlet) else 1, -len(report.text), report.id


def _shared(one: Print, other: Print) -> float:
    """The share of the smaller print that the larger one holds: as :func:`containment`, on sorted hashes."""
    smaller = min(len(one), len(other))
    return len(np.intersect1d(one, other, assume_unique=True)) / smaller if smaller >= SHORTEST else 0.0


def _suspects(prints: Sequence[Print]) -> Iterator[tuple[int, int]]:
    """Numbers of the prints that share an indexed shingle, each pair once, in order."""
    if not prints:
        return
    indexed = [print_ if len(print_) < SMALL else print_[print_ % SAMPLE == 0] for print_ in prints]
    hashes = np.concatenate(indexed)
    holders = np.repeat(np.arange(len(prints), dtype=np.uint32), [len(print_) for print_ in indexed])
    order = np.argsort(hashes, kind="stable")  # stable: the holders of one shingle stay in order
    hashes, holders = hashes[order], holders[order]
    starts = np.flatnonzero(np.concatenate(([True], hashes[1:] != hashes[:-1])))
    ends = np.append(starts[1:], len(hashes))
    shared = ends - starts > 1
    pairs: set[tuple[int, int]] = set()
    for start, end in zip(starts[shared].tolist(), ends[shared].tolist(), strict=True):
        own = holders[start:end].tolist()
        if len(own) <= CROWDED:
            pairs.update(combinations(own, 2))
        else:
            pairs.update((own[0], other) for other in own[1:])
    yield from sorted(pairs)
