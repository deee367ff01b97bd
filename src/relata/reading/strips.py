"""Strips of other articles, comment threads and feet of pages: cut from their opening line to where prose resumes."""

from __future__ import annotations

import re

from relata.reading.dateline import find_dateline
from relata.reading.shape import (
    BODY_WORDS,
    Piece,
    content_words,
    folded,
    is_body,
    is_heading,
    is_sentence,
    is_solid,
    words,
)
from relata.tables.reading import Phrase, furniture_openers

_CARD_DATE = re.compile(
    r"(?:last )?(?:updated|published|posted)?:? ?(?:\w{3,9} #(?:st|nd|rd|th)?,? #|#(?:st|nd|rd|th)? \w{3,9},? "
    r"#|#[-/.]#[-/.]#|# (?:hours?|days?|minutes?|mins?|weeks?|months?) ago|#[hd] ago|#:# ?(?:am|pm)?)"
)


def without_strips(pieces: list[Piece]) -> list[Piece]:
    """Strips of other articles, comments and page feet, cut from their opening line to where the article resumes."""
    result = list(pieces)
    prose = [words(p.text) if p.reason is None and is_sentence(p.text) else 0 for p in pieces]
    seen, whole, at = 0, sum(prose), 0
    while at < len(result):
        piece = result[at]
        opener = opener_of(piece) if seen else None
        if (
            opener is not None
            and _strip_follows(result, at, opener)
            and not (opener.final and seen < min(FEWEST_BEFORE_COMMENTS, 0.3 * whole))
        ):
            end = _resumes(result, at, final=opener.final)
            for inner in range(at, end):
                if inner == at or result[inner].reason is None:
                    result[inner] = result[inner].cut(opener.reason)
            seen += sum(prose[at:end])
            at = end
            continue
        seen += prose[at]
        at += 1
    return result


NEAR = 120
"""Paragraphs before a strip with which prose after it is compared.

Bounded, so that a page of strips costs no more than its length.
"""
FEWEST_BEFORE_COMMENTS = 60
"""Words of prose before which the word "comments" opens no comment thread.

A count of comments often stands under the headline.
"""


def opener_of(piece: Piece) -> Phrase | None:
    """The phrase with which a line opens a strip, or None."""
    return furniture_openers().match(folded(piece.text)) if len(piece.text) <= 200 else None


def _strip_follows(pieces: list[Piece], at: int, opener: Phrase) -> bool:
    """Whether a line opens a strip.

    A common word does so only where no running text follows it at once: it may be a heading.
    """
    if opener.how != "weak":
        return True
    following = [p for p in pieces[at + 1 : at + 4] if p.reason is None]
    if not following:
        return True
    if is_body(following[0].text):
        return False
    return opener.final or all(not is_solid(p.text) for p in following[:2])


def _resumes(pieces: list[Piece], at: int, *, final: bool) -> int:
    """The index of the paragraph where an article goes on after a strip that opens at ``at``, or the end of the page.

    Prose straight after the opening line or after a bare list of headlines is the article's. Prose under a headline
    of the strip
    is that article's teaser, unless more prose follows it, or it speaks of the same things as the page so far.
    """
    before = content_words(" ".join(p.text for p in pieces[max(0, at - NEAR) : at] if p.reason is None))
    heads: list[int] = []
    keys: set[str] = set()
    cards = False
    for now in range(at + 1, len(pieces)):
        text = pieces[now].text
        if pieces[now].reason is not None:
            continue
        inner = opener_of(pieces[now])
        if inner is not None and inner.how != "weak":
            final = final or inner.final
            heads.clear()
            continue
        if not is_sentence(text):
            key = folded(text)
            cards = (
                cards
                or key in keys
                or _CARD_DATE.fullmatch(key) is not None
                or (bool(heads) and not is_heading(text) and words(text) >= BODY_WORDS)
            )
            keys.add(key)
            if is_heading(text):
                heads.append(now)
            continue
        headed = bool(heads) and _next_to(pieces, heads[-1], now)
        if (is_solid(text) and find_dateline(text) is not None) or (not final and not headed):
            return heads[-1] if headed and words(pieces[heads[-1]].text) >= 4 else now
        if final:
            continue
        start = _goes_on(pieces, now, heads, before, cards=cards)
        if start is not None:
            return start
        cards = True
        heads.clear()
    return len(pieces)


def _next_to(pieces: list[Piece], head: int, now: int) -> bool:
    """Whether nothing that is kept stands between a headline and the paragraph at ``now``."""
    return all(p.reason is not None for p in pieces[head + 1 : now])


def _goes_on(pieces: list[Piece], now: int, heads: list[int], before: set[str], *, cards: bool) -> int | None:
    """Where the article resumes, if the paragraph at ``now`` under a strip's headline is the article's; else None."""
    text = pieces[now].text
    mine = content_words(text)
    shared = len(mine & before) / max(1, len(mine))
    after = next((p.text for p in pieces[now + 1 :] if p.reason is None), "")
    if len(heads) >= 2 and not cards:
        return now
    if is_sentence(after) and ((is_solid(text) and is_solid(after)) or shared >= 0.3):
        return heads[-1] if words(pieces[heads[-1]].text) >= 4 and shared < 0.3 else now
    return now if shared >= 0.5 else None
