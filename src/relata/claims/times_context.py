"""What lies around an expression: the report's date, the narrative so far, and cues that speak of the future."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from relata.claims.times_words import Wording
from relata.model import DateInterval

_FUTURE = re.compile(
    r"\b(?:will|shall|going to|due to|due on|scheduled|is set to|are set to|set for|plans? to|planned for|"
    r"expected|ahead of|upcoming|deadline|begins|starts|to be held)\b|['’]ll\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:said|says|told|was|were|had|has|have|killed|reported|announced|claimed|occurred|happened|took|began|warned|"
    r"added|stated|confirmed|vowed|began|carried|attacked|struck|\w{3,20}ed)\b",
    re.IGNORECASE,
)
_AFTER_FUTURE = re.compile(
    r"[,\s]{0,3}(?:\w{1,12}\s){0,2}(?:will|is due|are due|is to|are to|is set|are set)\b", re.IGNORECASE
)
_ATTRIBUTE = re.compile(r"(?<!as )\b(?:of|the|of the)\s+$", re.IGNORECASE)
"""Before a date that names an event ("the massacre of 16 November"), whatever the verb of its clause."""
_SENTENCE = re.compile(r"[.!?][\"”’)]?\s+(?=[\"“(]?[A-Z0-9])|\n[^\S\n]*\n")
_BULLET = re.compile(r"\n[^\S\n]{0,12}(?=[•*–-])")
_OPENING = re.compile(
    r"[\s•*\-–\"“(]{0,8}(?:(?:early|late|later|back|only|again|and|then)\s){0,2}(?:in|on|during|by)?\s?(?:the\s)?",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Context:
    """The state of reading: filled as expressions are resolved in order.

    Attributes:
        text: the report's text.
        published: the report's date, or None.
        narrative: whether this is history told in order, where a month without year takes the year of what came before.
        named: full years that the text speaks of as past, ascending.
        breaks: offsets at which a new paragraph begins, ascending.
        anchor: the last resolved date, month or year outside brackets, or None.
        bc_year: the last year before the common era, or None.
        lead: the year that opened a sentence of this paragraph ("In 2017, …"), or None.
        paragraph: which paragraph is being read, counted from 0.
        anchor_paragraph: the paragraph in which ``anchor`` stands.
        sentence_year: the last full year met, and where; used within its sentence only.
    """

    text: str
    published: date | None
    narrative: bool
    named: tuple[int, ...]
    breaks: tuple[int, ...] = ()
    anchor: DateInterval | None = None
    bc_year: int | None = None
    lead: int | None = None
    paragraph: int = 0
    anchor_paragraph: int = -1
    sentence_year: tuple[int, int] | None = None


def same_sentence(text: str, first: int, second: int) -> bool:
    """Whether no sentence or paragraph ends between two offsets that lie within 600 characters."""
    return second - first <= 600 and _SENTENCE.search(text, first, second) is None


def opens_sentence(text: str, at: int) -> bool:
    """Whether the expression at ``at`` opens its sentence, but for a preposition ("In 2017, …")."""
    start = max(0, at - 60)
    window = text[start:at]
    last = max((match.end() for match in _SENTENCE.finditer(window + "A")), default=None)
    begin = max(last or 0, max((match.end() for match in _BULLET.finditer(window)), default=0))
    if begin == 0 and start > 0:
        return False
    return _OPENING.fullmatch(window[begin:]) is not None


def speaks_of_future(text: str, wording: Wording) -> bool:
    """Whether the clause speaks of something still to come: "will vote on Sunday", "on Sunday will vote"."""
    if _AFTER_FUTURE.match(text, wording.span.end, wording.span.end + 40):
        return True
    start = max(0, wording.span.start - 80)
    window = text[start : wording.span.start]
    begin = max((match.end() for match in _SENTENCE.finditer(window)), default=0)
    window = window[begin:]
    future = max((match.start() for match in _FUTURE.finditer(window)), default=-1)
    past = max((match.start() for match in _PAST.finditer(window)), default=-1)
    cue = _FUTURE.match(window, future) if future >= 0 else None
    if cue and cue[0].lower() in {"scheduled", "expected"}:
        past = -1  # "was scheduled for Sunday"
    return future > past and _ATTRIBUTE.search(window) is None


def in_brackets(text: str, at: int) -> bool:
    """Whether an offset lies inside round brackets opened at most 80 characters before it."""
    window = text[max(0, at - 80) : at]
    return window.rfind("(") > window.rfind(")")


def _alone(text: str, wording: Wording) -> bool:
    """Whether the expression has a line to itself."""
    start, end = wording.span.start, wording.span.end
    return text[max(0, start - 1) : start] in {"", "\n"} and text[end : end + 1] in {"", "\n"}


def looks_narrative(text: str, wordings: list[Wording], published: date | None) -> bool:
    """Whether a text tells history: at least eight full years, most of them two or more years before publication.

    A year alone on its line, as a heading, counts four times. Days named by weekday or as "today" are the marks of
    news; they must be few beside the full years.
    """
    full = [w.year for w in wordings if w.year and w.sort in {"day", "season"}]
    headings = [w.year for w in wordings if w.year and w.sort == "day" and _alone(text, w)]
    full += headings * 3
    marks = sum(w.sort in {"weekday", "deictic"} for w in wordings)
    if len(full) < 8 or marks * 4 > len(full):
        return False
    if published is None:
        return True
    before = sum(year <= published.year - 2 for year in full)
    return before * 10 >= len(full) * 6


def named_years(text: str, wordings: list[Wording], published: date | None) -> tuple[int, ...]:
    """Full years that the text names as past, ascending."""
    found = {
        w.year
        for w in wordings
        if w.sort in {"day", "season"}
        and w.year
        and not w.bc
        and not speaks_of_future(text, w)
        and (published is None or w.year <= published.year)
    }
    return tuple(sorted(found))
