"""Page furniture told from the article: lines by their words, strips by what opens them, menus by their shape.

A line is cut alone where its own words say that it is furniture: a share link, a call to read another article. A strip
is cut from its opening line on, up to where an article plainly resumes. Running text that continues the article is
never cut: a strip that opens in the middle of a page ends where prose stands again that is no teaser.
"""

from __future__ import annotations

import re

from relata.reading.shape import (
    Piece,
    folded,
    is_body,
    is_heading,
    is_sentence,
    is_solid,
    words,
)
from relata.reading.strips import opener_of, without_strips
from relata.tables.reading import Phrase, furniture_lines, furniture_openers, labels, menu_words, teasers

_AGENCY_CODE = re.compile(
    r"(?:[A-Z]{2,8}\d{6,}(?:ID)?\d*|[a-z]{2,4}/[a-z]{2,4}(?:/[a-z]{2,4})?|"
    r"[A-Z]{2,4}/[A-Z]{2,4}(?:/[A-Z]{2,4}){0,2}|\(?ENDS?\)?|-{0,2}\s?30\s?-{0,2})"
)
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S{3,300}|(?:twitter|facebook|instagram)\.com/\S{1,80}|\(?\d{3}\)?[ -.]\d{3}[-.]\d{4}|"
    r"\S{1,60}@\S{1,60}\.\w{2,10}|@\w{2,30}|pic\.twitter\.com/\w+|#\w{2,40}(?:\s#\w{2,40}){0,12}"
)
_TEASER = re.compile(r"([^:|–—>»\-]{3,40}?)\s?(?:[:|–—>»]|-\s)\s{0,2}(.*)")
_CONTACT = re.compile(
    r"(?:.{0,160}\b(?:staff writer|reporter|correspondent|editor|journalist|freelancer|columnist)"
    r"\b.{0,80}?)?(?:(?:you can )?(?:contact|reach|e-?mail|follow|call|write to|tips to)\b|can be reached)"
    r".{0,160}?(?:@|\d{3}[-. ]\d{4}|\bon (?:twitter|facebook|x)\b).{0,120}",
    re.IGNORECASE,
)
_CREDIT_END = re.compile(
    r"(?:photo|getty|images?|afp|reuters|ap|epa|staff|facebook|courtesy|file|handout)\b[^.]{0,50}\W{0,3}$",
    re.IGNORECASE,
)
_BREADCRUMB = re.compile(r"[^>»|/]{2,40}(?:\s?[>»|/]\s?[^>»|/]{1,60}){1,10}")


def without_furniture(pieces: list[Piece]) -> list[Piece]:
    """The same paragraphs in the same order, those that are furniture marked with the reason."""
    marked = [_line(piece) for piece in pieces]
    if pieces and is_heading(pieces[0].text) and words(pieces[0].text) >= 5 and marked[0].reason == "page controls":
        marked[0] = pieces[0]  # a page's own headline may say "Watch:" or "Video:" too
    marked = _teasers(marked)
    marked = _menus(without_strips(marked))
    bare = [_bare_opener(p) for p in marked]
    return marked if any(p.reason is None and is_sentence(p.text) for p in bare) else bare


def _bare_opener(piece: Piece) -> Piece:
    """On a page without prose, a line that would open a strip is furniture by itself."""
    opener = opener_of(piece) if piece.reason is None else None
    return piece.cut(opener.reason) if opener is not None and opener.how != "weak" else piece


def _line(piece: Piece) -> Piece:
    """A paragraph marked where its own words say that it is furniture."""
    text = piece.text
    if len(text) > 600:
        return piece
    if not any(c.isalpha() for c in text) and (len(text) <= 4 or not any(c.isdigit() for c in text)):
        return piece.cut("stray marks")
    if _AGENCY_CODE.fullmatch(text):
        return piece.cut("agency tail")
    if _ADDRESS.fullmatch(text):
        return piece.cut("link")
    line = folded(text)
    phrase = furniture_lines().match(line)
    if phrase is None and len(text) <= 360 and _is_contact(text):
        return piece.cut("about the author")
    if phrase is None or (phrase.how == "prefix" and _reads_on(text, phrase)):
        return piece
    return piece.cut(phrase.reason)


def _is_contact(text: str) -> bool:
    """Whether a line only says how to reach its writer. Calls for witnesses name the police, and are the article's."""
    return (
        _CONTACT.fullmatch(text) is not None
        and re.search(r"police|sheriff|stoppers|detective|information|anyone|witness", text, re.IGNORECASE) is None
    )


def _reads_on(text: str, phrase: Phrase) -> bool:
    """Whether a line that begins with a phrase of furniture is a paragraph of the article after all."""
    if phrase.reason == "photo credit":
        return is_solid(text) and _CREDIT_END.search(text[-80:]) is None and not phrase.text.endswith("# of")
    return phrase.reason == "page controls" and is_solid(text)


def _teasers(pieces: list[Piece]) -> list[Piece]:
    """Calls to read another article, with its headline on the same line or on the next."""
    result = list(pieces)
    for at, piece in enumerate(pieces):
        if (
            piece.reason is not None
            or len(piece.text) > 300
            or (at == 0 and is_heading(piece.text) and words(piece.text) >= 5)
        ):
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
    """Whether "Watch.

    …" and its like are calls: single common words are so only before a headline, not before a sentence.
    """
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
