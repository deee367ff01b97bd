"""Page furniture told from the article: lines by their words, strips by what opens them, menus by their shape.

Two kinds of cut. A line is cut alone where its own words say that it is furniture (a share link, a call to read another article).
A strip is cut from its opening line on, up to where an article plainly resumes. The rule of caution: running text that continues
the article is never cut, so a strip that opens in the middle of a page ends where whole paragraphs follow each other again.
"""

from __future__ import annotations

import re

from relata.reading.dateline import find_dateline
from relata.reading.shape import Piece, content_words, folded, is_body, is_heading, is_solid, words
from relata.tables.reading import Phrase, furniture_lines, furniture_openers, labels, menu_words, teasers

_AGENCY_CODE = re.compile(
    r"(?:[A-Z]{2,8}\d{6,}(?:ID)?\d*|[a-z]{2,4}/[a-z]{2,4}(?:/[a-z]{2,4})?|[A-Z]{2,4}/[A-Z]{2,4}(?:/[A-Z]{2,4}){0,2}|\(?ENDS?\)?|-{0,2}\s?30\s?-{0,2})"
)
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S{3,300}|\S{1,60}@\S{1,60}\.\w{2,10}|@\w{2,30}|pic\.twitter\.com/\w+|#\w{2,40}(?:\s#\w{2,40}){0,12}"
)
_TEASER = re.compile(r"([^:|–—>»\-]{3,40}?)\s?(?:[:|–—>»]|-\s)\s{0,2}(.*)")
_BREADCRUMB = re.compile(r"[^>»|/]{2,40}(?:\s?[>»|/]\s?[^>»|/]{1,60}){1,10}")


def without_furniture(pieces: list[Piece]) -> list[Piece]:
    """The same paragraphs in the same order, those that are furniture marked with the reason."""
    marked = [_line(piece) for piece in pieces]
    marked = _teasers(marked)
    marked = _strips(marked)
    return _menus(marked)


def _line(piece: Piece) -> Piece:
    """A paragraph marked where its own words say that it is furniture."""
    text = piece.text
    if len(text) > 600:
        return piece
    if not any(c.isalnum() for c in text):
        return piece.cut("stray marks")
    if _AGENCY_CODE.fullmatch(text):
        return piece.cut("agency tail")
    if _ADDRESS.fullmatch(text):
        return piece.cut("link")
    line = folded(text)
    phrase = furniture_lines().match(line)
    if phrase is None or (phrase.how == "prefix" and _reads_on(text, phrase)):
        return piece
    return piece.cut(phrase.reason)


def _reads_on(text: str, phrase: Phrase) -> bool:
    """Whether a line that begins like furniture is a paragraph of the article after all: long, and several sentences."""
    return words(text) > phrase.words


def _teasers(pieces: list[Piece]) -> list[Piece]:
    """Calls to read another article, with its headline on the same line or on the next."""
    result = list(pieces)
    for at, piece in enumerate(pieces):
        if piece.reason is not None or len(piece.text) > 300:
            continue
        line = folded(piece.text)
        match = _TEASER.fullmatch(piece.text)
        if match is not None and folded(match[1]) in teasers() and not is_solid(match[2]):
            if _is_call(match[1], match[2]):
                result[at] = piece.cut("teaser")
                if not match[2].strip():
                    _cut_next(result, at)
        elif line in teasers() and piece.text.endswith((":", ">", "»", "→")):
            result[at] = piece.cut("teaser")
            _cut_next(result, at)
        elif (
            line in teasers() and line not in labels() and furniture_openers().match(line) is None and words(line) >= 2
        ):
            result[at] = piece.cut("teaser")
    return result


def _is_call(call: str, rest: str) -> bool:
    """Whether "Watch: …" and its like are calls: single common words are so only before a headline, not before a sentence."""
    return " " in call.strip() or call.isupper() or not is_body(rest)


def _cut_next(pieces: list[Piece], at: int) -> None:
    """Cut the headline that a call on its own line announces."""
    if (
        at + 1 < len(pieces)
        and pieces[at + 1].reason is None
        and is_heading(pieces[at + 1].text)
        and not is_body(pieces[at + 1].text)
    ):
        pieces[at + 1] = pieces[at + 1].cut("teaser")


def _strips(pieces: list[Piece]) -> list[Piece]:
    """Strips of other articles, comments and page feet, cut from their opening line to where the article resumes."""
    result = list(pieces)
    at = 0
    begun = False
    while at < len(result):
        piece = result[at]
        opener = furniture_openers().match(folded(piece.text)) if len(piece.text) <= 200 else None
        if begun and opener is not None and (opener.how != "weak" or _strip_follows(result, at, opener)):
            end = _resumes(result, at, final=opener.final)
            for inner in range(at, end):
                if result[inner].reason is None or inner > at:
                    result[inner] = result[inner].cut(opener.reason)
            at = end
            continue
        begun = begun or (piece.reason is None and is_body(piece.text))
        at += 1
    return result


def _strip_follows(pieces: list[Piece], at: int, opener: Phrase) -> bool:
    """Whether a common word that stands alone opens a strip: no running text follows it at once, and it is not a heading."""
    following = [p for p in pieces[at + 1 : at + 4] if p.reason is None]
    if not following:
        return True
    if is_body(following[0].text):
        return False
    if opener.final:
        return True
    return all(not is_solid(p.text) for p in following[:2])


def _resumes(pieces: list[Piece], at: int, *, final: bool) -> int:
    """Where an article goes on after a strip that opens at ``at``: the index of its first paragraph, or the end of the page."""
    before = content_words(" ".join(p.text for p in pieces[:at] if p.reason is None))
    headings = pairs = 0
    for now in range(at + 1, len(pieces)):
        text = pieces[now].text
        if pieces[now].reason is not None:
            continue
        after = next((p.text for p in pieces[now + 1 :] if p.reason is None), None)
        headed = now > at + 1 and is_heading(pieces[now - 1].text) and not is_body(pieces[now - 1].text)
        start = now - 1 if headed and words(pieces[now - 1].text) >= 4 and pieces[now - 1].reason is None else now
        if is_solid(text) and find_dateline(text) is not None:
            return start
        if final:
            continue
        if not is_solid(text):
            headings += is_heading(text)
            pairs += headed and not is_heading(text)
            continue
        if after is not None and is_solid(after):
            return start
        if _goes_on(text, before, headed=headed, pairs=pairs, headings=headings):
            return now
        pairs += headed
    return len(pieces)


def _goes_on(text: str, before: set[str], *, headed: bool, pairs: int, headings: int) -> bool:
    """Whether a lone paragraph after a strip continues the article: it speaks of the same things, and no teaser has that shape."""
    mine = content_words(text)
    shared = len(mine & before) / max(1, len(mine))
    if headed and (pairs or headings == 1):
        return shared >= 0.6
    return shared >= 0.35


def _menus(pieces: list[Piece]) -> list[Piece]:
    """Menus at the head and at the foot of the page, and section names above the headline."""
    result = list(pieces)
    body = [n for n, p in enumerate(pieces) if p.reason is None and (is_body(p.text) or words(p.text) > 18)]
    first, last = (body[0], body[-1]) if body else (len(pieces), -1)
    _cut_menu(result, range(first))
    _cut_menu(result, range(last + 1, len(pieces)))
    for at in range(min(first, 12) if body else 0):
        piece = result[at]
        if piece.reason is None and (folded(piece.text) in labels() or _is_breadcrumb(piece.text)):
            result[at] = piece.cut("navigation")
    for at in range(last + 1, len(pieces) if body else 0):
        piece = result[at]
        if piece.reason is None and (folded(piece.text) in menu_words()):
            result[at] = piece.cut("navigation")
    return result


def _cut_menu(pieces: list[Piece], stretch: range) -> None:
    """Cut runs of four or more short lines of which a third are entries of menus."""
    run: list[int] = []
    for at in [*stretch, -1]:
        if at >= 0 and (
            pieces[at].reason is not None or (words(pieces[at].text) <= 4 and not pieces[at].text.endswith((".", ":")))
        ):
            run.append(at)
            continue
        open_lines = [n for n in run if pieces[n].reason is None]
        known = sum(folded(pieces[n].text) in menu_words() for n in open_lines)
        if len(open_lines) >= 4 and known * 3 >= len(open_lines):
            for n in open_lines:
                pieces[n] = pieces[n].cut("navigation")
        run = []


def _is_breadcrumb(text: str) -> bool:
    """Whether a line is the trail of sections above a headline ("Home > World > Asia")."""
    if len(text) > 160 or _BREADCRUMB.fullmatch(text) is None:
        return False
    entries = [folded(part) for part in re.split(r"[>»|/]", text)]
    known = sum(e in menu_words() or e in labels() for e in entries)
    return known >= 2 or (known == 1 and len(entries) == 2 and all(len(e.split()) <= 3 for e in entries))
