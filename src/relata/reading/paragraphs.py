"""From text to paragraphs: lines joined where they were broken for width, white space made even."""

from __future__ import annotations

from itertools import pairwise

from relata.reading.shape import Piece, ends_sentence, is_bullet

NARROWEST, WIDEST = 45, 110
"""Widths, in characters, between which lines are broken for width: typewriters, telex and mail wrap at 60 to 80."""


def paragraphs(text: str) -> list[Piece]:
    r"""The paragraphs of a page.

    A line is a paragraph, unless the page was broken into lines of one width: then lines are joined up to a blank
    line or an
    indented one.

    Args:
        text: repaired text; lines end with ``\\n``.
    """
    blocks = _blocks(text)
    join = _is_wrapped(blocks)
    pieces: list[Piece] = []
    for block in blocks:
        rows = _joined(block) if join else _mended(block)
        for number, row in enumerate(rows):
            even = " ".join(row.split())
            if even:
                pieces.append(Piece(even, number == 0))
    return pieces


def _blocks(text: str) -> list[list[str]]:
    """Lines grouped between blank lines."""
    blocks: list[list[str]] = []
    block: list[str] = []
    for line in text.split("\n"):
        if line.strip():
            block.append(line)
        elif block:
            blocks.append(block)
            block = []
    if block:
        blocks.append(block)
    return blocks


def _is_wrapped(blocks: list[list[str]]) -> bool:
    """Whether the page was broken into lines of one width."""
    inner = [(len(line.strip()), ends_sentence(line.strip())) for block in blocks for line in block[:-1]]
    if len(inner) < 3:
        return False
    wide = sum(NARROWEST <= width <= WIDEST for width, _ in inner)
    closed = sum(ends for _, ends in inner)
    return wide >= 0.75 * len(inner) and closed <= 0.4 * len(inner)


def _joined(block: list[str]) -> list[str]:
    """Paragraphs of a block of wrapped lines: a new one where a line is indented, or is an item of a list."""
    rows: list[list[str]] = []
    margin = min(len(line) - len(line.lstrip()) for line in block)
    for line in block:
        indent = len(line) - len(line.lstrip()) - margin
        if not rows or (2 <= indent <= 12 and len(rows[-1]) > 0) or is_bullet(line.strip()):
            rows.append([line])
        else:
            rows[-1].append(line)
    return [" ".join(row) for row in rows]


def _mended(block: list[str]) -> list[str]:
    """Lines of a block, joined only where one plainly runs on: no stop, and the next begins in lower case."""
    rows = [block[0]]
    for before, line in pairwise(block):
        bare, above = line.strip(), before.strip()
        runs_on = (
            bare[:1].islower()
            and not is_bullet(bare)
            and len(above) >= NARROWEST
            and not above.endswith((".", "!", "?", ":", "…"))
        )
        if runs_on:
            rows[-1] = f"{rows[-1]} {bare}"
        else:
            rows.append(line)
    return rows
