"""A page's text to reports.

Furniture cut, articles parted, headline, dates and sources read, language and limits checked.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from relata.model import Cut, PublishedFrom, Report, Skipped, make_report
from relata.reading.english import other_language
from relata.reading.furniture import without_furniture
from relata.reading.head import Article, around
from relata.reading.outlets import distinct, is_medium, outlet_of_address
from relata.reading.paragraphs import paragraphs
from relata.reading.parts import split_articles
from relata.reading.pubdates import date_in_address
from relata.reading.repair import repaired
from relata.reading.shape import Piece
from relata.reading.sources import relied_on
from relata.settings import number

PAGE_TO_ARTICLE = 4
"""A page may hold this many times the longest article: several articles, and furniture."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known about a page from outside its text.

    Attributes:
        outlet: who published it.
        title: its headline.
        byline: who wrote it.
        published: ISO date or date-time.
        published_from: where that was found.
        split: whether several articles in the text are told apart.
    """

    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    published_from: PublishedFrom | None = None
    split: bool = True


def read_page(text: str, uri: str, known: Known, first_part: int = 0) -> list[Report | Skipped]:
    """The reports of one page of text.

    Args:
        text: the page, decoded.
        uri: where it was read from.
        known: what is known from outside.
        first_part: number of the first article.
    """
    longest = number("max_article_chars")
    if len(text) > PAGE_TO_ARTICLE * longest:
        if not text.strip():
            return [Skipped(uri, first_part, "empty", "nothing but white space")]
        return [
            Skipped(
                uri,
                first_part,
                "too long",
                f"{len(text):,} characters; pages up to {PAGE_TO_ARTICLE * longest:,} are read "
                f"(RELATA_MAX_ARTICLE_CHARS)",
            )
        ]
    pieces = paragraphs(repaired(text))
    if not pieces:
        return [Skipped(uri, first_part, "empty", "nothing but white space")]
    marked = without_furniture(pieces)
    if not any(p.reason is None for p in marked):
        return [Skipped(uri, first_part, "no article", f"nothing but {_listed(marked)}")]
    groups = split_articles(marked) if known.split else [marked]
    found: list[Report | Skipped] = []
    for number_in_page, group in enumerate(groups):
        own = known if number_in_page == 0 else replace(known, title=None, byline=None)
        found.append(_report(around(group, own.title), uri, first_part + number_in_page, own, longest))
    return found


def _listed(pieces: list[Piece]) -> str:
    """The reasons of furniture, each once."""
    return ", ".join(dict.fromkeys(p.reason for p in pieces if p.reason is not None))


def _report(article: Article, uri: str, part: int, known: Known, longest: int) -> Report | Skipped:
    text, cuts = _assembled(article.pieces)
    if not any(c.isalpha() for c in text):
        return Skipped(uri, part, "no article", "no words in it" if not cuts else "nothing but page furniture")
    if len(text) > longest:
        return Skipped(
            uri,
            part,
            "too long",
            f"{len(text):,} characters; articles up to {longest:,} are kept (RELATA_MAX_ARTICLE_CHARS)",
        )
    language = other_language(text)
    if language is not None:
        return Skipped(uri, part, "not English", f"{language}, not English")
    line = article.dateline
    outlet = known.outlet or article.outlet or outlet_of_address(uri)
    opening: list[str] = []
    if line is not None and line.agency is not None:
        names = [line.agency] if is_medium(line.agency) else line.agency.split("/")
        if outlet is None:
            outlet = names.pop(0)
        opening.extend(names)
    if line is not None and line.source is not None:
        opening.append(line.source)
    published, published_from = _published(article, known, uri)
    body = [p.text for p in article.pieces if p.reason is None]
    return make_report(
        uri=uri,
        text=text,
        part=part,
        outlet=outlet,
        title=article.title,
        byline=known.byline or article.byline,
        dateline=(line.text or None) if line is not None else None,
        published=published,
        published_from=published_from,
        cuts=cuts,
        relies_on=distinct([*opening, *relied_on(body, outlet), *article.sources], outlet),
    )


def _published(article: Article, known: Known, uri: str) -> tuple[str | None, PublishedFrom | None]:
    """The day of publication by the best evidence: a field or the page's metadata, its text, its address."""
    if known.published is not None:
        return known.published, known.published_from
    if article.published is not None:
        return article.published, "text"
    address = date_in_address(uri)
    return (address, "url") if address is not None else (None, None)


def _assembled(pieces: list[Piece]) -> tuple[str, tuple[Cut, ...]]:
    """The stored text, and what was cut with the offsets before which it stood.

    Neighbours with one reason are one cut.
    """
    kept: list[str] = []
    cuts: list[tuple[list[str], str, int]] = []
    length = 0
    for piece in pieces:
        if piece.reason is None:
            length += len(piece.text) + (2 if kept else 0)
            kept.append(piece.text)
        elif cuts and cuts[-1][1] == piece.reason and cuts[-1][2] == len(kept):
            cuts[-1][0].append(piece.text)
        else:
            cuts.append(([piece.text], piece.reason, len(kept)))
    starts = [0]
    for text in kept:
        starts.append(starts[-1] + len(text) + 2)
    text = "\n\n".join(kept)
    return text, tuple(Cut("\n\n".join(rows), reason, min(starts[number], len(text))) for rows, reason, number in cuts)
