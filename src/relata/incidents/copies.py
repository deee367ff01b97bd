"""Wire copies: reports that reprint another one, wholly or trimmed."""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from relata.model import Report

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

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


def find_copies(reports: Iterable[Report]) -> dict[str, str]:
    """Which reports are copies, and of which one. Use it wherever accounts are counted.

    The original of a group is the earliest published (undated ones come last), then the one that an agency
    published, then the longest, then the lowest id. The order of ``reports`` does not matter; time is near linear.

    Returns:
        id of the copy → id of the original. Originals and single reports are not among the keys.

    Source: A. Broder, On the resemblance and containment of documents, 1997 (containment of shingles, sampled index).
    """
    import numpy as np  # noqa: PLC0415 - heavy, and needed by this function alone

    found = {}
    for report in reports:
        if report.id not in found and len(print_ := shingles(report.text)) >= SHORTEST:
            found[report.id] = _order(report), np.array(sorted(print_), dtype=np.uint32)
    ids = sorted(found)
    prints = [found[id_][1] for id_ in ids]
    leader = list(range(len(ids)))

    def root(at: int) -> int:
        while leader[at] != at:
            leader[at] = leader[leader[at]]
            at = leader[at]
        return at

    for one, other in _suspects(prints):
        if root(one) != root(other) and _contained(prints[one], prints[other]):
            leader[max(root(one), root(other))] = min(root(one), root(other))
    groups: dict[int, list[str]] = defaultdict(list)
    for at, id_ in enumerate(ids):
        groups[root(at)].append(id_)
    copy_of = {}
    for members in groups.values():
        original = min(members, key=lambda id_: found[id_][0])
        copy_of.update({id_: original for id_ in members if id_ != original})
    return dict(sorted(copy_of.items()))


def _order(report: Report) -> Order:
    return report.published or "9999", 0 if agency(report.outlet) else 1, -len(report.text), report.id


def _contained(one: Print, other: Print) -> bool:
    """Whether the larger print holds enough of the smaller one: as :func:`containment`, on sorted hashes."""
    import numpy as np  # noqa: PLC0415 - see above

    shared = np.intersect1d(one, other, assume_unique=True)
    return len(shared) / min(len(one), len(other)) >= CONTAINED


def _suspects(prints: Sequence[Print]) -> Iterator[tuple[int, int]]:
    """Numbers of the prints that share an indexed shingle, each pair once, in order."""
    import numpy as np  # noqa: PLC0415 - see above

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
