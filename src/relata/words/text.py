"""Words of reports, and of files' names, made fit for a terminal."""

from __future__ import annotations

import re
import unicodedata

_KEPT = frozenset("\n\u200c\u200d")
"""Line breaks, and the joiners that Persian and Indian scripts need."""

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Categories of characters that move the cursor, colour, ring, reorder or hide, and show nothing themselves."""


def safe(words: str) -> str:
    r"""``words`` with every character that could play tricks on a terminal written out (``\x1b``, ``\u202e``).

    Escape sequences could repaint the screen, bidirectional controls make a name read as another one. Tabs become
    blanks. Source: Unicode Standard Annex 9; Boucher and Anderson, "Trojan Source" (2021).
    """
    if words.isascii() and words.isprintable():
        return words
    return "".join(char if char in _KEPT else _shown(char) for char in words)


def _shown(char: str) -> str:
    if char == "\t":
        return " "
    if unicodedata.category(char) not in _HIDDEN:
        return char
    number = ord(char)
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def safe_json(text: str) -> str:
    r"""JSON whose strings hold no character that could play tricks on a terminal; it means the same.

    JSON itself escapes control characters below U+0020 within strings; the others are escaped here, as JSON does it
    (``\u202e``).
    """
    if text.isascii() and "\x7f" not in text:
        return text
    return "".join(char if char in _KEPT or char in "\t\r" else _escaped(char) for char in text)


def _escaped(char: str) -> str:
    if unicodedata.category(char) not in _HIDDEN:
        return char
    units = char.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))


def one_line(words: str, most: int | None = None) -> str:
    """``words`` safe and on one line; cut at a word behind ``most`` characters, with an ellipsis."""
    line = " ".join(safe(words).split())
    if most is None or len(line) <= most:
        return line
    return line[:most].rsplit(" ", 1)[0] + " …"


def in_context(text: str, start: int, end: int, most: int = 160) -> tuple[str, str, str]:
    """A quote with the rest of its sentence: what stands before it, the quote, what stands behind it.

    Args:
        text: the report's text.
        start: where the quote begins.
        end: where it ends.
        most: characters shown on either side; what is left out is an ellipsis.
    """
    before = text[max(0, start - most) : start]
    behind = text[end : end + most]
    opening = max((found.end() for found in _BREAK.finditer(before)), default=-1)
    closing = _BREAK.search(behind)
    left = before[opening:] if opening >= 0 else ("… " + before.partition(" ")[2] if start > most else before)
    right = behind[: closing.start()] if closing else behind
    if text[start:end].rstrip('"”’').endswith((".", "!", "?")):
        right = ""
    elif not closing and end + most < len(text):
        right = behind.rpartition(" ")[0] + " …"
    return one_side(left).lstrip(), one_side(text[start:end]), one_side(right).rstrip()


def one_side(words: str) -> str:
    """``words`` safe, each stretch of white space one blank; blanks at the ends stay."""
    return re.sub(r"\s+", " ", safe(words))


_BREAK = re.compile(r"\n|(?<=[.!?])\s+(?=[A-Z\"“‘])|(?<=[.!?][\"”’])\s+")
"""Where a sentence ends, roughly: enough to show a quote in it."""
