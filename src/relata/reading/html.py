"""HTML pages: the article by trafilatura, headline, outlet, author and day of publication from the page's own metadata.

A page that would cost too much, by size or by nesting, is read by a plain scan of its tags instead.
"""

from __future__ import annotations

import html as entities
import re
from dataclasses import replace

from relata.model import Report, Skipped
from relata.reading.page import Known, read_page
from relata.reading.pagemeta import PageMeta, page_meta
from relata.reading.repair import repaired

LARGEST = 2_000_000
"""Characters of a page up to which it is parsed; news pages hold 50,000 to 500,000."""
DEEPEST = 200
"""Nesting up to which a page is parsed; news pages stay under 60. The parser itself refuses more than 256."""
MOST_TAGS = 60_000
"""Tags up to which a page is parsed: the time of the parser and of the extraction grows with them."""

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,14})")
_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "p",
        "li",
        "dt",
        "dd",
        "option",
        "tr",
        "td",
        "th",
    ]
)
_BLOCK = frozenset(
    [
        "p",
        "div",
        "br",
        "li",
        "ul",
        "ol",
        "table",
        "tr",
        "td",
        "th",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "section",
        "article",
        "header",
        "footer",
        "nav",
        "aside",
        "main",
        "blockquote",
        "pre",
        "figure",
        "figcaption",
        "form",
        "title",
        "body",
        "head",
        "html",
        "dl",
        "dt",
        "dd",
    ]
)
_HIDDEN = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "iframe",
        "head",
        "nav",
        "footer",
        "aside",
        "form",
        "button",
        "select",
    ]
)


def read_html(page: str, uri: str, known: Known | None = None, first_part: int = 0) -> list[Report | Skipped]:
    """Reports of an HTML page; what is known from outside wins over what the page says of itself."""
    known = known or Known()
    page = page.replace("\x00", "")
    if _is_costly(page):
        return read_page(scanned(page), uri, known, first_part)
    text, meta = _extracted(repaired(page))
    if not text.strip():
        text = scanned(page)
    if not text.strip():
        return [Skipped(uri, first_part, "no article", "a page without text")]
    dated = known.published is None and meta.published is not None
    merged = replace(
        known,
        outlet=known.outlet or meta.outlet,
        title=known.title or meta.title,
        byline=known.byline or meta.byline,
        published=meta.published if dated else known.published,
        published_from="metadata" if dated else known.published_from,
        split=known.split and known.title is None,
    )
    return read_page(text, uri, merged, first_part)


def scanned(page: str) -> str:
    """The text of a page by a scan of its tags.

    Blocks on lines of their own, scripts and styles dropped. Linear in the page.
    """
    rows: list[str] = []
    hidden: str | None = None
    at = 0
    while True:
        opened = page.find("<", at)
        chunk = page[at:] if opened < 0 else page[at:opened]
        if hidden is None:
            rows.append(chunk)
        if opened < 0:
            break
        match = _TAG.match(page, opened)
        if match is None:
            at = opened + 1
            if page.startswith("<!--", opened):
                end = page.find("-->", opened)
                at = len(page) if end < 0 else end + 3
            continue
        closed = page.find(">", opened)
        at = len(page) if closed < 0 else closed + 1
        name = match[2].lower()
        if hidden is None and not match[1] and name in _HIDDEN:
            hidden = name
        elif hidden == name and match[1]:
            hidden = None
        elif hidden is None and name in _BLOCK:
            rows.append("\n\n")
    return entities.unescape("".join(rows))


def _is_costly(page: str) -> bool:
    """Whether a page is too large, too deep or too full of tags for the parser."""
    if len(page) > LARGEST:
        return True
    depth = deepest = tags = 0
    for match in _TAG.finditer(page):
        tags += 1
        if tags > MOST_TAGS:
            return True
        if match[2].lower() in _VOID:
            continue
        depth += -1 if match[1] else 1
        depth = max(depth, 0)
        deepest = max(deepest, depth)
    return deepest > DEEPEST


def _extracted(page: str) -> tuple[str, PageMeta]:
    """The article's text and the page's metadata; both empty where the parser cannot read it."""
    from lxml.etree import LxmlError, ParserError  # noqa: PLC0415  # heavy
    from trafilatura import bare_extraction  # noqa: PLC0415  # heavy
    from trafilatura.utils import load_html  # noqa: PLC0415

    try:
        tree = load_html(page)
        if tree is None:
            return "", PageMeta()
        meta = page_meta(tree)
        document = bare_extraction(tree, include_comments=False, include_tables=True, with_metadata=False)
    except (
        LxmlError,
        ParserError,
        ValueError,
        RecursionError,
        AttributeError,
        TypeError,
        KeyError,
        IndexError,
        AssertionError,
    ):
        return "", PageMeta()  # third-party code on broken pages: the plain scan takes over
    text = getattr(document, "text", None) if document is not None else None
    return (re.sub(r"\n+", "\n\n", text) if text else ""), meta
