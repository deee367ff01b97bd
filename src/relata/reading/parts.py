"""Several articles in one file, told apart.

A heading parts two articles where what follows it opens a story: a dateline, a byline or a date, actors introduced
anew in full.
A section heading inside an article is followed by prose that goes on. The evidence is added up; see :func:`_evidence`.
"""

from __future__ import annotations

import re

from relata.reading.dateline import find_dateline
from relata.reading.metaline import is_meta
from relata.reading.shape import Piece, content_words, folded, is_body, is_heading, is_sentence, words

ENOUGH = 4
"""Evidence from which a heading opens another article.

Measured on the pages of the Gun Violence Archive corpus: 14 of 3,916 pages are parted, three of them rightly (they hold
several stories); of 400 pairs of such pages joined with their headlines 44% are parted, at 5 a third.
"""
FEWEST_WORDS = 5
"""Fewest words of a headline that opens another article: section headings are mostly shorter."""
NEAR = 60
"""Paragraphs before a heading with which what follows it is compared."""
LEAD_WORDS = 16
"""Fewest words of the paragraph that opens a story."""

_ANEW = re.compile(
    r"[\"“]?(?:A|An|At least|More than|Up to|Nearly|Dozens of|Scores of|Hundreds of|Two|Three|Four|Five|Six|"
    r"Seven|Eight|Nine|Ten|"
    r"Eleven|Twelve|\d[\d,]*)\s(?!of\s(?:the|them|these|those|his|her|their)\b)"
)
_DAY = re.compile(r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|last night)\b")
_QUESTION = re.compile(r"(?:How|What|Why|Who|When|Where)\b")
_GOES_ON = re.compile(
    r"[\"“]?(?:It|He|She|They|This|These|Those|But|And|However|Meanwhile|His|Her|Their|Its|Another|Also|Such|"
    r"Then|There|That|Both|Other|Moreover|Furthermore|In addition|So|Still|Yet|For example|We|I)\s"
)
_INTRODUCED = re.compile(
    r"[A-Z][\w’'\-]{1,24}(?:\s(?:of|and|for|the|de|al|[A-Z][\w’'\-]{1,24})){1,7}\s?\([A-Z][A-Za-z\-]{1,8}\)"
)
_HEADLINE_VERB = re.compile(
    r"\b(?:says?|kills?|killed|attacks?|attacked|claims?|vows?|denies|deny|hits?|urges?|calls?|warns?|"
    r"condemns?|dies|dead|die|injured|wounded|arrested|arrests?|seeks?|rejects?|accuses?|"
    r"launch(?:es)?|captures?|seizes?|strikes?|struck|bombs?|fires?|shoots?|shot|frees?|releases?|orders?|"
    r"holds?|meets?|wins?|loses?|leaves?|faces?|plans?|wants?|asks?|tells?|gets?|takes?|"
    r"makes?|sees?|shows?|finds?|found|charged|sentenced|jailed|blames?|backs?|begins?|ends?|opens?|closes?|"
    r"joins?|rises?|falls?|threatens?|demands?|dares?|pledges?|mourns?|foils?|targets?|"
    r"targeted|rescued?|abducted|kidnapped|ambush(?:ed)?|clash(?:es)?|is|are|was|were|to|resists?|returns?|"
    r"rejoins?|raids?|detains?|confirms?|hails?|slams?|issues?|sends?|puts?|sets?)\b",
    re.IGNORECASE,
)


def split_articles(pieces: list[Piece]) -> list[list[Piece]]:
    """The articles of a page, each with its own furniture; a page with one article gives one list.

    Args:
        pieces: paragraphs of the page, furniture marked.
    """
    starts = [0]
    bodies = 0
    for at in range(1, len(pieces)):
        above = pieces[at - 1]
        bodies += above.reason is None and is_body(above.text)
        if bodies >= 2 and _opens_article(pieces, starts[-1], at):
            starts.append(at)
            bodies = 0
    ends = [*starts[1:], len(pieces)]
    return [pieces[start:end] for start, end in zip(starts, ends, strict=True)]


def _opens_article(pieces: list[Piece], start: int, at: int) -> bool:
    """Whether the paragraph at ``at`` is the headline of another article than the one that began at ``start``."""
    piece = pieces[at]
    if piece.reason is not None or not piece.gap or piece.text.endswith("?") or not is_heading(piece.text):
        return False
    quoted = piece.text[0] in "\"“‘'" and piece.text[-1] in "\"”’'"
    if words(piece.text) < FEWEST_WORDS or is_body(piece.text) or quoted or is_meta(piece.text):
        return False
    before = [p.text for p in pieces[max(start, at - NEAR) : at] if p.reason is None]
    if not before or not _closed(before[-1]):
        return False
    lead = _lead_after(pieces, at)
    return lead is not None and _evidence(pieces, at, lead, before) >= ENOUGH


def _closed(text: str) -> bool:
    """Whether a paragraph can be an article's last: prose that ends, and announces nothing."""
    return is_body(text) or is_sentence(text)


def _lead_after(pieces: list[Piece], at: int) -> int | None:
    """The index of the paragraph that opens the story under a headline; bylines and dates may stand between."""
    for now in range(at + 1, min(at + 7, len(pieces))):
        text = pieces[now].text
        if pieces[now].reason is not None or is_meta(text) or folded(text) == folded(pieces[at].text):
            continue
        if words(text) < LEAD_WORDS or not is_body(text):
            return None
        more = [p.text for p in pieces[now + 1 : now + 8] if p.reason is None]
        if more and is_meta(more[0]):
            return None  # the caption of a film or picture, with its day
        return now if words(text) >= 40 or any(is_body(t) for t in more) else None
    return None


def _evidence(pieces: list[Piece], at: int, lead: int, before: list[str]) -> int:
    """Points for and against another article at ``at``."""
    heading, text = pieces[at].text, pieces[lead].text
    points = 0
    if find_dateline(text) is not None:
        points += 3
    if any(is_meta(p.text) for p in pieces[at + 1 : lead]) or (at and is_meta(pieces[at - 1].text)):
        points += 3
    if at and pieces[at - 1].reason in ("stray marks", "copyright", "credit line", "publication line"):
        points += 2
    elif at and pieces[at - 1].reason is not None:
        points += 1
    points += 2 * (_ANEW.match(text) is not None)
    points -= 2 * (_GOES_ON.match(text) is not None)
    points += _INTRODUCED.search(text[:400]) is not None
    points += -2 if _QUESTION.match(heading) else int(_HEADLINE_VERB.search(heading) is not None)
    title_words = content_words(heading)
    own = content_words(text)
    restated = len(title_words & own) / max(1, len(title_words))
    points += (restated >= 0.5) + (restated >= 0.6 and len(title_words) >= 4)
    points += _DAY.search(text[:400]) is not None
    shared = len(own & content_words(" ".join(before)[-12_000:])) / max(1, len(own))
    points += (shared <= 0.25) - (shared >= 0.5)
    return points
