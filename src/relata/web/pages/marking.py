"""The text of a report in paragraphs, with the claims that each stretch of words gives, and what was cut in between."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from relata.model import Claim, Cut

_BETWEEN = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words with the same claims over all of it.

    Attributes:
        text: the words.
        claims: the claims that rest on them, the one with the fewest words first.
        opens: those of them that begin here, whose anchors the piece carries.
    """

    text: str
    claims: tuple[Claim, ...] = ()
    opens: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or, where ``cut`` is one, something that was cut before the next."""

    pieces: tuple[Piece, ...] = ()
    cut: Cut | None = None


def marked(text: str, claims: Sequence[Claim], cuts: Sequence[Cut]) -> list[Paragraph]:
    """The paragraphs of a text. What was cut stands before the paragraph that it stood before, or in.

    Args:
        text: the report's text.
        claims: its claims.
        cuts: what was taken out of it.
    """
    found: list[Paragraph] = []
    left = sorted(cuts, key=lambda cut: cut.at)
    for start, end in _paragraphs(text):
        while left and left[0].at <= start:
            found.append(Paragraph(cut=left.pop(0)))
        found.append(Paragraph(tuple(_pieces(text, start, end, claims))))
    found += [Paragraph(cut=cut) for cut in left]
    return found


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for blank in _BETWEEN.finditer(text):
        if text[at : blank.start()].strip():
            yield at, blank.start()
        at = blank.end()
    if text[at:].strip():
        yield at, len(text)


def _pieces(text: str, start: int, end: int, claims: Sequence[Claim]) -> Iterator[Piece]:
    """A paragraph cut wherever a claim begins or ends."""
    here = [claim for claim in claims if claim.span.start < end and claim.span.end > start]
    bounds = {start, end}
    for claim in here:
        bounds |= {max(start, claim.span.start), min(end, claim.span.end)}
    edges = sorted(bounds)
    for left, right in pairwise(edges):
        over = [claim for claim in here if claim.span.start <= left and claim.span.end >= right]
        over.sort(key=lambda claim: claim.span.end - claim.span.start)
        yield Piece(text[left:right], tuple(over), tuple(claim for claim in over if claim.span.start == left))
