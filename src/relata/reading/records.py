"""JSON Lines: one article a line, with the field names that feeds and scrapers use."""

from __future__ import annotations

import gzip
import io
import json
import zlib
from collections.abc import Iterator
from typing import Any

from relata.model import Report, Skipped
from relata.reading.given import Given, known_of
from relata.reading.page import read_page
from relata.settings import number

TEXT_FIELDS = ("text", "body", "content", "article")
TITLE_FIELDS = ("title", "headline")
DATE_FIELDS = ("published", "date", "datetime", "published_at")
OUTLET_FIELDS = ("outlet", "source", "publisher", "site")
URI_FIELDS = ("uri", "url", "link")
BYLINE_FIELDS = ("byline", "author", "authors")
LINE_TO_ARTICLE = 16
"""A line may hold this many times the longest article, in bytes.

Escapes take six bytes a character, and a page's HTML comes on top.
"""
CHUNK = 1 << 20


def unpacked(data: bytes, uri: str) -> bytes | Skipped:
    """The content of a gzip file, or the reason why it is not read. Never more than the largest file is held."""
    largest = number("max_file_bytes")
    plain = bytearray()
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as packed:
            while chunk := packed.read(CHUNK):
                plain += chunk
                if len(plain) > largest:
                    return Skipped(
                        uri, 0, "too large", f"more than {largest:,} bytes when unpacked (RELATA_MAX_FILE_BYTES)"
                    )
    except (OSError, EOFError, zlib.error) as error:
        return Skipped(uri, 0, "malformed", f"the gzip file is broken: {error}")
    return bytes(plain)


def read_records(data: bytes, uri: str) -> Iterator[Report | Skipped]:
    """Reports from JSON Lines, in order. Parts count what the file gives: reports and refusals.

    A record that carries its own address is known by that address, and its parts count from 0.
    """
    part = 0
    for line_number, line in enumerate(io.BytesIO(data), start=1):
        if not line.strip(b" \t\r\n\x00\xef\xbb\xbf"):
            continue
        for found in _record(line, line_number, uri, part):
            yield found
            part += found.uri == uri
    if part == 0 and not data.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        yield Skipped(uri, 0, "empty", "no lines in it")


def _record(line: bytes, line_number: int, uri: str, part: int) -> list[Report | Skipped]:
    where = f"line {line_number}"
    longest = LINE_TO_ARTICLE * number("max_article_chars")
    if len(line) > longest:
        return [
            Skipped(
                uri,
                part,
                "too long",
                f"{where} has {len(line):,} bytes; up to {longest:,} are read (RELATA_MAX_ARTICLE_CHARS)",
            )
        ]
    try:
        row: Any = json.loads(line.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError) as error:
        return [Skipped(uri, part, "malformed", f"{where} is no JSON: {str(error)[:120]}")]
    if not isinstance(row, dict):
        return [Skipped(uri, part, "malformed", f"{where} is a {type(row).__name__}; expected an object with a text")]
    text, html = _field(row, TEXT_FIELDS), _field(row, ("html",))
    address = _field(row, URI_FIELDS)
    own, start = (address, 0) if address is not None else (uri, part)
    if text is None and html is None:
        return [Skipped(own, start, "empty", f"{where} has no text; expected one of {', '.join(TEXT_FIELDS)}, html")]
    date = next(
        (row[f] for f in DATE_FIELDS if isinstance(row.get(f), (str, int, float)) and row[f] not in ("", 0)), None
    )
    known = known_of(Given(_field(row, OUTLET_FIELDS), _field(row, TITLE_FIELDS), _field(row, BYLINE_FIELDS), date))
    if text is not None:
        return read_page(text, own, known, start)
    from relata.reading.html import read_html  # noqa: PLC0415  # loads trafilatura

    return read_html(html or "", own, known, start)


def _field(row: dict[str, Any], names: tuple[str, ...]) -> str | None:
    """The first of the fields that holds words; lists are joined, objects give their ``name`` or ``title``."""
    for name in names:
        value = _words(row.get(name))
        if value is not None:
            return value
    return None


def _words(value: Any) -> str | None:
    if isinstance(value, str):
        return value if value.strip() else None
    if isinstance(value, dict):
        return _words(value.get("name") or value.get("title"))
    if isinstance(value, list):
        return ", ".join(w for w in (_words(v) for v in value[:20] if not isinstance(v, list)) if w is not None) or None
    return None
