"""The shape of a line of a page: how it is compared, whether it reads as running text or as a heading."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from relata.tables.reading import word_set

BODY_WORDS = 12
"""Words from which a line that ends as a sentence counts as running text: headlines rarely end with a stop."""
SOLID_WORDS = 25
"""Words from which such a line is surely an article's own: teasers in strips are shorter, or broken off."""
HEADING_WORDS = 24
"""Most words of a headline."""

_DIGITS = re.compile(r"\d+")
_EDGES = re.compile(r"^[^\w#©]+|[^\w#©]+$")
_CAPTION = re.compile(
    r"[.!?]\s?\([^()]{2,80}\)$|\((?:photo|source|file|image|picture|courtesy)\b[^()]{0,80}\)$", re.IGNORECASE
)
_CLOSERS = "\"'”’»)]*"
_OPENERS = "\"'“‘«([¿¡*"
_BULLETS = ("•", "·", "●", "▪", "■", "◦", "‣", "–  ", "* ", "- ", "— ", "– ", "o ", "► ", "▶")


@dataclass(frozen=True, slots=True)
class Piece:
    """One paragraph of a page, or a part of one.

    Attributes:
        text: its words, runs of white space as one space.
        gap: whether a blank line stands before it.
        reason: why it is furniture, or None where it belongs to the article.
    """

    text: str
    gap: bool
    reason: str | None = None

    def cut(self, reason: str) -> Piece:
        """The same paragraph, as furniture."""
        return replace(self, reason=reason)


def folded(line: str) -> str:
    """The form in which a line is compared with phrases of furniture.

    Lower case, straight apostrophes, runs of digits as ``#``, marks at both ends dropped. Long lines are never
    furniture by
    their words, so only the first 400 characters are looked at.
    """
    plain = _DIGITS.sub("#", line[:400].casefold().replace("’", "'"))
    return _EDGES.sub("", " ".join(plain.split()))


def words(line: str) -> int:
    """How many words a line holds."""
    return len(line.split())


def broken_off(line: str) -> bool:
    """Whether a line ends with dots, as the beginning of another article does in a teaser."""
    return line.rstrip(_CLOSERS + " ").endswith(("…", "..."))


def ends_sentence(line: str) -> bool:
    """Whether a line ends as a sentence does; dots that break it off do not count."""
    return line.rstrip(_CLOSERS + " ").endswith((".", "!", "?")) and not broken_off(line)


def is_bullet(line: str) -> bool:
    """Whether a line is an item of a list."""
    return line.startswith(_BULLETS)


def is_body(line: str) -> bool:
    """Whether a line reads as running text."""
    count = words(line)
    return count >= 40 or (count >= BODY_WORDS and ends_sentence(line))


def is_sentence(line: str) -> bool:
    """Whether a line is at least one whole sentence of prose, however short."""
    return words(line) >= 6 and ends_sentence(line) and not is_bullet(line) and line[:1] not in "+>"


def is_solid(line: str) -> bool:
    """Whether a line is running text too long and whole for a teaser."""
    return ends_sentence(line) and words(line) >= SOLID_WORDS


def is_heading(line: str) -> bool:
    """Whether a line can be a headline or a section heading.

    Short, no final stop, begins with a capital or a figure.
    """
    bare = line.lstrip(_OPENERS + " ")
    if not bare or len(line) > 220 or not (bare[0].isupper() or bare[0].isdigit()) or is_bullet(line):
        return False
    if line.endswith((":", ",", ";", "…", "...")) or (
        line.endswith(".") and not line.endswith(("U.S.", "U.N.", "U.K."))
    ):
        return False
    return words(line) <= HEADING_WORDS and _CAPTION.search(line) is None and any(c.isalpha() for c in line)


def is_upper(text: str) -> bool:
    """Whether a text is printed in capitals, as telex was."""
    letters = sum(map(str.isalpha, text[:2000]))
    return letters >= 20 and sum(map(str.isupper, text[:2000])) > 0.9 * letters


def content_words(text: str) -> set[str]:
    """The words of a text that carry its subject, cut to their first six letters so that forms of one word agree."""
    common = word_set("common")
    return {w[:6] for w in re.findall(r"[^\W\d_]{4,}", text[:20_000].casefold()) if w not in common}
