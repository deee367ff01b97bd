"""What an HTML page says of itself in its head.

Headline, outlet, author, day of publication. Nothing is guessed from its text.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any

from relata.reading.outlets import is_medium
from relata.reading.pubdates import parse_given

_DATES = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date_published",
    "pubdate", "publishdate", "publish-date", "publish_date", "published_time", "parsely-pub-date", "sailthru.date",
    "dc.date.issued", "dc.date", "dcterms.created", "dcterms.date", "citation_date", "citation_publication_date",
    "date", "article.published", "published-date", "publication_date", "rnews:datepublished",
)  # fmt: skip
_TITLES = ("og:title", "twitter:title", "headline", "dc.title", "parsely-title")
_OUTLETS = ("og:site_name", "application-name", "dc.publisher", "twitter:app:name:iphone", "publisher")
_AUTHORS = ("author", "article:author", "parsely-author", "dc.creator", "byl", "sailthru.author")
_ARTICLE_TYPES = (
    "article",
    "newsarticle",
    "reportagenewsarticle",
    "analysisnewsarticle",
    "blogposting",
    "webpage",
    "report",
    "liveblogposting",
    "opinionnewsarticle",
)


@dataclass(frozen=True, slots=True)
class PageMeta:
    """Metadata of a page; a field is None where the page does not say."""

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None


def page_meta(tree: Any) -> PageMeta:
    """Metadata from JSON-LD, then from meta elements, then from marked elements of the page.

    Args:
        tree: root of the page as an lxml element.
    """
    metas: dict[str, str] = {}
    for element in tree.iter("meta"):
        key = element.get("property") or element.get("name") or element.get("itemprop")
        value = (element.get("content") or "").strip()
        if key and value and len(value) < 1000:
            metas.setdefault(key.strip().lower(), value)
    meta = _linked(tree)
    published = (
        meta.published
        or next((p for n in _DATES if n in metas and (p := parse_given(metas[n])) is not None), None)
        or _marked_time(tree)
    )
    outlet = meta.outlet or next(
        (metas[n] for n in _OUTLETS if n in metas and not metas[n].startswith("@") and "://" not in metas[n]), None
    )
    author = meta.byline or next(
        (metas[n] for n in _AUTHORS if n in metas and "://" not in metas[n] and not metas[n].startswith("@")), None
    )
    title = (
        _heading(tree)
        or meta.title
        or next((metas[n] for n in _TITLES if n in metas), None)
        or _text_of(tree.find(".//title"))
    )
    return PageMeta(_without_outlet(title, outlet), outlet, author, published)


def _linked(tree: Any) -> PageMeta:
    """Metadata of the article in the page's JSON-LD."""
    found = PageMeta()
    for element in tree.iter("script"):
        if (element.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            data = json.loads((element.text or "")[:500_000])
        except (ValueError, RecursionError):
            continue
        for item in _articles(data):
            found = replace(
                found,
                title=found.title or _name(item.get("headline")),
                outlet=found.outlet or _name(item.get("publisher")),
                byline=found.byline or _name(item.get("author")),
                published=found.published or parse_given(item.get("datePublished")),
            )
    return found


def _articles(data: Any) -> list[dict[str, Any]]:
    """Items of JSON-LD that are articles: the value itself, members of a list, of ``@graph``."""
    queue, found = [data], []
    for _ in range(200):
        if not queue:
            break
        item = queue.pop(0)
        if isinstance(item, list):
            queue.extend(item[:50])
        elif isinstance(item, dict):
            kinds = item.get("@type")
            names = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(k, str) and k.lower() in _ARTICLE_TYPES for k in names):
                found.append(item)
            queue.extend(
                item[k] for k in ("@graph", "mainEntity", "mainEntityOfPage") if isinstance(item.get(k), (list, dict))
            )
    return sorted(found, key=lambda item: str(item.get("@type")).lower() == "webpage")


def _name(value: Any) -> str | None:
    if isinstance(value, str):
        return " ".join(value.split())[:300] or None
    if isinstance(value, dict):
        return _name(value.get("name"))
    if isinstance(value, list):
        return ", ".join(n for n in (_name(v) for v in value[:8] if not isinstance(v, list)) if n) or None
    return None


def _marked_time(tree: Any) -> str | None:
    """The time element that the page marks as the day of publication, or the only one of the page."""
    times = [t for t in tree.iter("time") if t.get("datetime")]
    for element in times:
        marks = f"{element.get('itemprop') or ''} {element.get('class') or ''}".lower()
        if element.get("pubdate") is not None or "published" in marks:
            return parse_given(element.get("datetime"))
    days = {parse_given(t.get("datetime")) for t in times}
    return days.pop() if len(days) == 1 else None


def _heading(tree: Any) -> str | None:
    """The page's one first-level heading."""
    headings = [text for text in (_text_of(h) for h in tree.iter("h1")) if text]
    return headings[0] if len(set(headings)) == 1 and len(headings[0].split()) >= 3 else None


def _text_of(element: Any) -> str | None:
    if element is None:
        return None
    return " ".join(" ".join(element.itertext()).split())[:400] or None


def _without_outlet(title: str | None, outlet: str | None) -> str | None:
    """The headline without the name of the site at its end."""
    if title is None:
        return None
    for mark in (" | ", " - ", " – ", " — ", " :: ", " » "):
        head, found, tail = title.rpartition(mark)
        if (
            found
            and len(head.split()) >= 3
            and (is_medium(tail.strip()) or (outlet is not None and tail.strip().casefold() == outlet.casefold()))
        ):
            return head.strip()
    return title.strip() or None
