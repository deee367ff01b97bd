"""What an import has come to."""

from __future__ import annotations

from typing import NamedTuple


class ImportSummary(NamedTuple):
    """What an import has come to.

    Attributes:
        kind: actors or places.
        name: under which the list is kept.
        entries: how many actors or places were taken.
        strong: names that stand for one of them wherever they are met.
        weak: names that count only where the report speaks of its country, or uses one of its strong names.
        dropped: names that tell nobody apart, and are not kept.
        left_out: entries that were not taken, by reason, most first.
    """

    kind: str
    name: str
    entries: int
    strong: int = 0
    weak: int = 0
    dropped: int = 0
    left_out: tuple[tuple[str, int], ...] = ()
