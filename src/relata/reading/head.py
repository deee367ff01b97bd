"""What stands around the prose of an article: headline, byline, publication line, credits."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from relata.reading.dateline import Dateline, find_dateline
from relata.reading.metaline import byline_in, medium_beside, printed_dates, residue_of, split_byline
from relata.reading.outlets import credit_names, is_medium
from relata.reading.pubdates import find_date
from relata.reading.shape import HEADING_WORDS, Piece, broken_off, ends_sentence, folded, is_body, is_heading, words

ZONE = 16
"""Paragraphs at the head of a page in which headline, byline and publication line are looked for."""
_INLINE = re.compile(
    r"(?P<title>\S.{8,220}?)\s+(?P<meta>(?:Posted|Published|Updated|Last updated|POSTED|PUBLISHED|UPDATED)"
    r"(?:\son)?:?\s.{6,140})"
)
_SITE = re.compile(r"\b[\w-]{2,40}\.(?:com|org|net|tv|info|co\.\w\w|com\.\w\w)\b|\bNews, Weather\b", re.IGNORECASE)
_REPORTING = re.compile(
    r"\(?(?:Additional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting) by (?P<names>[A-Z][^;.()]{2,100})(?:[;,.].{0,300})?\)?"
)
_PUBLISHED_IN = re.compile(
    r"\(?(?:This (?:article|story|report) was )?(?:[Ff]irst |[Oo]riginally )?[Pp]ublished in (?:the "
    r")?(?P<outlet>[A-Z][^,]{1,60}?),?\s(?:on\s)?(?P<date>(?:\w{3,9}\s\d|\d).{4,40})"
)
_PUBLISHED_ON = re.compile(
    r"\(?(?:(?:This (?:article|story|report) )?(?:was )?(?:[Ff]irst |[Oo]riginally )?[Pp]ublished|First "
    r"published|Posted|Date|Publication date|Date published)(?:\son)?\s?:?\s.{6,60}"
)
_CREDITED = re.compile(
    r"(?:…|\.\.\.|[—–-])\s?\.?\s?(?P<verb>reports?|writes)"
    r"\s(?P<name>[A-Z][\w.&'’\-]{0,24}(?:\s[A-Z][\w.&'’\-]{0,24}){0,4})\.?$"
)


@dataclass(frozen=True, slots=True)
class Article:
    """The paragraphs of one article and what the page says about it.

    Attributes:
        pieces: its paragraphs, furniture marked, the headline first where there is one.
        title: the headline, or None.
        byline: who wrote it, or None.
        outlet: who published it as far as the text says, or None.
        published: ISO date printed around the article, or None.
        dateline: how the story opens, or None.
        sources: whose material the credits name.
    """

    pieces: list[Piece]
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published: str | None = None
    dateline: Dateline | None = None
    sources: tuple[str, ...] = ()


@dataclass(slots=True)
class _Found:
    """What lines around the article said; the strongest evidence for the date wins."""

    dates: dict[str, str] = field(default_factory=dict)
    byline: str | None = None
    outlet: str | None = None
    sources: list[str] = field(default_factory=list)

    def signed(self, names: str | None) -> None:
        """Note who signed the article, and the medium behind the names."""
        if names is not None:
            person, medium = split_byline(names)
            self.byline = self.byline or person
            self.outlet = self.outlet or medium

    def date(self, kind: str, iso: str | None) -> None:
        if iso is not None:
            self.dates.setdefault(kind, iso)

    @property
    def published(self) -> str | None:
        return next((self.dates[k] for k in ("head", "dateline", "foot", "updated") if k in self.dates), None)


def around(pieces: list[Piece], title: str | None = None) -> Article:
    """Headline, byline, dates and credits of one article; all their lines but the headline are marked as furniture.

    Args:
        pieces: paragraphs of one article, furniture marked.
        title: the headline where it is known from elsewhere (a field, a page's metadata).
    """
    found = _Found()
    pieces = _masthead(_opened(pieces), found)
    pieces = _head(pieces, found)
    pieces = _foot(pieces, found)
    pieces, headline = _headline(pieces, title)
    pieces, headline = _without_site(pieces, headline, found)
    pieces, dateline = _lead(pieces, headline, found)
    return Article(pieces, headline, found.byline, found.outlet, found.published, dateline, tuple(found.sources))


def _opened(pieces: list[Piece]) -> list[Piece]:
    """Headlines that run on into their publication line, parted ("… killed Posted: Friday, January 31, 2014")."""
    for at, piece in enumerate(pieces[:6]):
        if piece.reason is None and len(piece.text) <= 360:
            match = _INLINE.fullmatch(piece.text)
            if match is not None and printed_dates(match["meta"]) is not None:
                return [*pieces[:at], Piece(match["title"], piece.gap), Piece(match["meta"], False), *pieces[at + 1 :]]
    return pieces


def _masthead(pieces: list[Piece], found: _Found) -> list[Piece]:
    """Mark the name of the newspaper that opens a page, and its motto, where a date line follows within a few lines.

    "SAHEL OBSERVER / Our paper, your voice / 6 June 2021 / headline": the first line reads as a medium's name and the
    date line shows that a masthead, not an article about a medium, opens the page.
    """
    kept = [n for n, p in enumerate(pieces) if p.reason is None][:_MASTHEAD_LINES]
    if len(kept) < 2 or not _reads_as_masthead(pieces[kept[0]].text):
        return pieces
    dated = next((n for n in kept[1:] if len(pieces[n].text) <= 200 and printed_dates(pieces[n].text)), None)
    if dated is None:
        return pieces
    name = pieces[kept[0]].text.strip()
    found.outlet = found.outlet or _capitalised(name)
    result = list(pieces)
    between = [n for n in kept[1:] if n < dated]
    result[kept[0]] = pieces[kept[0]].cut("outlet name")
    if any(is_heading(pieces[n].text) and words(pieces[n].text) >= _HEADLINE_WORDS for n in between):
        return result  # the headline itself stands between the name and the date
    for n in between:
        if not is_body(pieces[n].text):
            result[n] = pieces[n].cut("motto")
    return result


_MASTHEAD_LINES = 5
_HEADLINE_WORDS = 6


def _capitalised(line: str) -> str:
    """A name set in capitals as it is written in prose ("THE HARBOUR COURIER": "The Harbour Courier")."""
    for mark in (" - ", " — ", " | "):
        line = line.partition(mark)[0].strip()
    return " ".join(word.capitalize() for word in line.split()) if line.isupper() else line


def _reads_as_masthead(line: str) -> bool:
    """Whether a line is short, in capitals or capitalised, and reads as the name of a medium."""
    name = _capitalised(line)
    if words(name) > _HEADLINE_WORDS or ends_sentence(name) or len(name) > 60:
        return False
    return is_medium(name)


def _head(pieces: list[Piece], found: _Found) -> list[Piece]:
    """Mark bylines and publication lines that stand before the prose, or after its first two paragraphs."""
    result = list(pieces)
    bodies = [n for n, p in enumerate(pieces) if p.reason is None and is_body(p.text)]
    limit = bodies[2] if len(bodies) > 2 else (bodies[-1] if bodies else 0)
    seen = 0
    for at, piece in enumerate(pieces):
        if at >= limit or seen >= ZONE:
            break
        if piece.reason is not None:
            continue
        seen += 1
        credit = _CREDITED.search(piece.text[-120:]) if words(piece.text) > 6 else None
        if credit is not None:
            if is_medium(credit["name"]):
                found.outlet = found.outlet or credit["name"]
            elif found.byline is None:
                found.byline = credit["name"]
        if len(piece.text) > 200:
            continue
        dates = printed_dates(piece.text)
        if dates is not None:
            for kind, iso in dates.items():
                found.date(kind, iso)
            found.outlet = found.outlet or medium_beside(piece.text)
            found.signed(byline_in(residue_of(piece.text)))
            result[at] = piece.cut("publication line")
            continue
        byline = byline_in(piece.text)
        if byline is not None:
            found.signed(byline)
            result[at] = piece.cut("byline")
    return result


def _foot(pieces: list[Piece], found: _Found) -> list[Piece]:
    """Mark publication lines and credits that stand after the prose."""
    result = list(pieces)
    for at, piece in enumerate(pieces):
        if piece.reason is not None or len(piece.text) > 260:
            continue
        match = _PUBLISHED_IN.fullmatch(piece.text)
        date = find_date(match["date"]) if match is not None else None
        if match is not None and date is not None:
            found.outlet = found.outlet or match["outlet"].strip()
            found.date("foot", date.iso)
            result[at] = piece.cut("publication line")
            continue
        names = credit_names(piece.text)
        if names is not None:
            found.sources.extend(names)
            result[at] = piece.cut("credit line")
            continue
        reporting = _REPORTING.fullmatch(piece.text)
        if reporting is not None:
            found.byline = found.byline or reporting["names"].strip()
            result[at] = piece.cut("credit line")
            continue
        if _PUBLISHED_ON.fullmatch(piece.text) is not None and not is_body(piece.text):
            date = find_date(piece.text)
            if date is not None and not re.search(r"[A-Za-z]{3}", residue_of(piece.text)):
                found.date("foot", date.iso)
                result[at] = piece.cut("publication line")
    return result


def _headline(pieces: list[Piece], title: str | None) -> tuple[list[Piece], str | None]:
    """The headline, put first; where it is given and does not stand in the text, it is put before it."""
    kept = [n for n, p in enumerate(pieces) if p.reason is None]
    first_body = next((n for n in kept if is_body(pieces[n].text) or words(pieces[n].text) > HEADING_WORDS), None)
    zone = [n for n in kept if first_body is None or n < first_body][:ZONE]
    if title is not None:
        title = " ".join(title.split())
        same = next((n for n in kept[:ZONE] if _same_title(pieces[n].text, title)), None)
        if same is None:
            return [Piece(title, True), *pieces], title
        return _moved(pieces, same), pieces[same].text
    if first_body is None:
        if len(kept) < 2 or not is_heading(pieces[kept[0]].text) or not ends_sentence(pieces[kept[1]].text):
            return pieces, None
        return _moved(pieces, kept[0]), pieces[kept[0]].text
    heads = [
        n
        for n in zone
        if is_heading(pieces[n].text) and find_dateline(pieces[n].text) is None and not broken_off(pieces[n].text)
    ]
    choice = next((n for n in heads if words(pieces[n].text) >= 4), heads[0] if heads else None)
    if choice is None or words(pieces[choice].text) < 2:
        return pieces, None
    return _moved(pieces, choice), pieces[choice].text


def _without_site(pieces: list[Piece], headline: str | None, found: _Found) -> tuple[list[Piece], str | None]:
    """The headline parted from the name of the site that pages put after it in their window's title."""
    if headline is None:
        return pieces, None
    for mark in (" | ", " - ", " – ", " :: ", " » "):
        head, at, tail = headline.rpartition(mark)
        known = is_medium(tail.strip()) and "," not in tail and "|" not in tail
        if at and words(head) >= 3 and (known or _SITE.search(tail) is not None):
            if known:
                found.outlet = found.outlet or tail.strip()
            return [
                Piece(head.strip(), True),
                Piece(f"{mark.strip()} {tail}", False, "outlet name"),
                *pieces[1:],
            ], head.strip()
    return pieces, headline


def _moved(pieces: list[Piece], at: int) -> list[Piece]:
    """The paragraph at ``at`` first; the same words once more near the head are a repetition and cut."""
    rest = [*pieces[:at], *pieces[at + 1 :]]
    key = folded(pieces[at].text)
    for n, piece in enumerate(rest[: ZONE + 4]):
        if piece.reason is None and len(piece.text) < 300 and folded(piece.text) == key:
            rest[n] = piece.cut("repeated headline")
    return [replace(pieces[at], gap=True), *rest]


def _same_title(line: str, title: str) -> bool:
    a, b = folded(line), folded(title)
    return bool(a) and (a == b or (len(a) > 20 and (b.startswith((a + " - ", a + " | ")))))


def _lead(pieces: list[Piece], headline: str | None, found: _Found) -> tuple[list[Piece], Dateline | None]:
    """The dateline of the first paragraphs; telex markers and reprint lines are parted from the prose and cut."""
    kept = [n for n, p in enumerate(pieces) if p.reason is None]
    start = 1 if headline is not None and kept else 0
    for at in kept[start : start + 4]:
        line = find_dateline(pieces[at].text)
        if line is None:
            continue
        found.date("dateline", line.published)
        if line.apart:
            piece = pieces[at]
            pieces = [
                *pieces[:at],
                Piece(piece.text[: line.end].strip(), piece.gap, "dateline"),
                Piece(piece.text[line.end :], False),
                *pieces[at + 1 :],
            ]
        return pieces, line
    return pieces, None
