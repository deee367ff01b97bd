"""Paragraphs, lines and bullets: the pieces of a report's layout that no sentence crosses."""

from __future__ import annotations

import re
from typing import NamedTuple

from relata.language.annotated import SentenceKind

_BLANK = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_BULLET = re.compile(r"[^\S\n]*(?:[•‣◦▪●■◆►➢–—*·][^\S\n]+|-[^\S\n]+|•)")
_NUMBERED = re.compile(r"[^\S\n]*(?:\(?\d{1,2}[.)]|\([a-z]\))[^\S\n]+")

UNWRAPPED_WIDTH = 120
"""Lines longer than this many characters are not wrapped by hand: each newline among them ends a paragraph."""


WRAPPED_AT_LEAST = 40
"""Lines shorter than this many characters are not wrapped either: they are a byline, a date, a menu."""


class Block(NamedTuple):
    """A stretch of text that holds one or more whole sentences.

    Attributes:
        start: first character (inclusive), white space and bullet mark left out.
        end: one past the last character, white space left out.
        paragraph: number of its paragraph, from 0.
        kind: "title", "bullet", or "body" (headings are told apart later, by their words).
    """

    start: int
    end: int
    paragraph: int
    kind: SentenceKind


def blocks(text: str, title: str | None) -> list[Block]:
    """The blocks of ``text`` in order; blank stretches are left out.

    Paragraphs are parted by blank lines. Inside one, a newline is a space where a line was wrapped at a margin, and a
    border where the line ends early, where lines are not wrapped at all, and before bullets and numbers.

    Args:
        text: the report's stored text.
        title: the report's headline; where it opens the text it becomes a block of its own.
    """
    found: list[Block] = []
    start = _title_end(text, title)
    if start:
        found.append(Block(*_trim(text, 0, start), 0, "title"))
    paragraph = 0
    at = start
    while at < len(text):
        gap = _BLANK.search(text, at)
        end = gap.start() if gap else len(text)
        pieces = _paragraph(text, at, end, paragraph)
        if pieces:
            found.extend(pieces)
        if pieces or (start and at == start):
            paragraph += 1
        at = gap.end() if gap else len(text)
    return found


def _title_end(text: str, title: str | None) -> int:
    """One past the headline where it opens the text on lines of its own, else 0."""
    words = (title or "").split()
    if not words:
        return 0
    at = 0
    for word in words:
        while at < len(text) and text[at].isspace():
            at += 1
        if not text.startswith(word, at):
            return 0
        at += len(word)
    rest = text[at : at + 200].lstrip(" \t\r\xa0")
    return at if not rest or rest[0] == "\n" else 0


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _paragraph(text: str, start: int, end: int, number: int) -> list[Block]:
    """The blocks of one paragraph."""
    lines = _lines(text, start, end)
    width = max((last - first for first, last in lines), default=0)
    found: list[Block] = []
    for index, (first, last) in enumerate(lines):
        bullet = _BULLET.match(text, first, last)
        if bullet:
            found.append(Block(*_trim(text, bullet.end(), last), number, "bullet"))
        elif found and not _NUMBERED.match(text, first, last) and _continues(text, lines, index, width):
            found[-1] = found[-1]._replace(end=last)
        else:
            kind: SentenceKind = "bullet" if _NUMBERED.match(text, first, last) and len(lines) > 1 else "body"
            found.append(Block(first, last, number, kind))
    return [block for block in found if block.start < block.end]


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Offsets of the lines that hold something, trimmed."""
    found = []
    at = start
    while at < end:
        newline = text.find("\n", at, end)
        stop = newline if newline >= 0 else end
        first, last = _trim(text, at, stop)
        if first < last:
            found.append((first, last))
        at = stop + 1
    return found


def _continues(text: str, lines: list[tuple[int, int]], index: int, width: int) -> bool:
    """Whether the line goes on with what the line before it began."""
    (before, before_end), (first, last) = lines[index - 1], lines[index]
    if text[first].islower():
        return True
    if not WRAPPED_AT_LEAST <= width <= UNWRAPPED_WIDTH:
        return False
    space = text.find(" ", first, last)
    word = (space if space >= 0 else last) - first
    return before_end - before + 1 + word > width - 6
