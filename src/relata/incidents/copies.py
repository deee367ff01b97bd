"""Wire copies: reports that reprint another one, wholly or trimmed."""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from relata.model import Report

SHINGLE = 5
"""Words in one shingle. Source: A. Broder, On the resemblance and containment of documents, 1997."""
SAMPLE = 8
"""One shingle in this many (those whose hash it divides) stands in the index that finds pairs."""
SMALL = 400
"""Texts with fewer shingles than this are indexed whole."""
SHORTEST = 20
"""Shingles below which a text is too short to be called a copy."""
CONTAINED = 0.6
"""Share of the shorter text's shingles that the longer one must hold. Two outlets that write for themselves share a
few quotes, well under a fifth; a trimmed or retouched wire story keeps most of its runs of five words."""
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


def find_copies(reports: Sequence[Report]) -> dict[str, str]:
    """Which reports are copies, and of which one. Use it wherever accounts are counted.

    The original of a group is the earliest published (undated ones come last), then the one that an agency
    published, then the longest, then the lowest id. The order of ``reports`` does not matter; time is near linear.

    Returns:
        id of the copy → id of the original. Originals and single reports are not among the keys.

    Source: A. Broder, On the resemblance and containment of documents, 1997 (containment of shingles, sampled index).
    """
    unique = {report.id: report for report in reports}
    prints = {id_: print_ for id_ in sorted(unique) if len(print_ := shingles(unique[id_].text)) >= SHORTEST}
    leader = {id_: id_ for id_ in prints}

    def root(id_: str) -> str:
        while leader[id_] != id_:
            leader[id_] = leader[leader[id_]]
            id_ = leader[id_]
        return id_

    for one, other in _suspects(prints):
        if root(one) != root(other) and containment(prints[one], prints[other]) >= CONTAINED:
            leader[max(root(one), root(other))] = min(root(one), root(other))
    groups: dict[str, list[str]] = defaultdict(list)
    for id_ in prints:
        groups[root(id_)].append(id_)
    copy_of = {}
    for members in groups.values():
        original = min(members, key=lambda id_: _order(unique[id_]))
        copy_of.update({id_: original for id_ in members if id_ != original})
    return dict(sorted(copy_of.items()))


def _order(report: Report) -> Order:
    return report.published or "9999", 0 if agency(report.outlet) else 1, -len(report.text), report.id


def _suspects(prints: dict[str, frozenset[int]]) -> Iterator[tuple[str, str]]:
    """Pairs that share an indexed shingle, each once, in order."""
    holders: dict[int, list[str]] = defaultdict(list)
    for id_, print_ in prints.items():
        for shingle in print_:
            if len(print_) < SMALL or shingle % SAMPLE == 0:
                holders[shingle].append(id_)
    pairs: set[tuple[str, str]] = set()
    for ids in holders.values():
        if len(ids) <= CROWDED:
            pairs.update(combinations(ids, 2))
        else:
            pairs.update((ids[0], other) for other in ids[1:])
    yield from sorted(pairs)
