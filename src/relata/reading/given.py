"""One page in memory: its bytes by kind, or text with what its reader already knows about it."""

from __future__ import annotations

from typing import NamedTuple

from relata.model import Report, Skipped
from relata.reading.decode import decoded
from relata.reading.kinds import Kind, kind_of
from relata.reading.page import Known, read_page
from relata.reading.pubdates import parse_given


class Given(NamedTuple):
    """What a caller knows about an article; a field that is None is looked for in the article itself.

    Attributes:
        outlet: who published it.
        title: its headline; it will open the stored text.
        byline: who wrote it.
        published: when, in any common form ("2014-01-31", "January 31, 2014", seconds since 1970).
    """

    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    published: str | float | None = None


def read_text(
    text: str,
    *,
    uri: str,
    outlet: str | None = None,
    title: str | None = None,
    byline: str | None = None,
    published: str | float | None = None,
    split: bool | None = None,
) -> list[Report | Skipped]:
    """Reports from text that is already at hand; what is given is kept, the rest is looked for in the text.

    Args:
        text: plain text of a page.
        uri: where it comes from; an address or path.
        outlet: who published it.
        title: its headline.
        byline: who wrote it.
        published: when, in any common form.
        split: whether several articles in it are told apart; by default where no headline is given.
    """
    return read_page(text, uri, known_of(Given(outlet, title, byline, published), split))


def read_bytes(data: bytes, uri: str) -> list[Report | Skipped]:
    """Reports from the bytes of one file, by its name and content. At least one report or refusal comes back.

    Args:
        data: the whole file.
        uri: its path or address; the suffix tells the kind, and HTML is also known by its content.
    """
    from relata.reading.records import read_records, unpacked  # noqa: PLC0415  # records read pages; pages do not need records

    kind = kind_of(uri, data[:4096])
    if kind.packed:
        plain = unpacked(data, uri)
        if isinstance(plain, Skipped):
            return [plain]
        data, kind = plain, kind_of(uri.removesuffix(".gz").removesuffix(".GZ"), plain[:4096])
    if kind.form is None:
        return [
            Skipped(
                uri,
                0,
                "unsupported",
                f"{kind.suffix or 'this kind of file'} is not read; text, HTML and JSON Lines are",
            )
        ]
    if kind.form == "records":
        return list(read_records(data, uri))
    return read_plain(data, uri, kind)


def read_plain(data: bytes, uri: str, kind: Kind) -> list[Report | Skipped]:
    """Reports from a text or HTML page."""
    if not data.strip(b" \t\r\n\f\x00"):
        return [Skipped(uri, 0, "empty", "no bytes in it" if not data else "nothing but white space")]
    text = decoded(data)
    if text is None:
        return [Skipped(uri, 0, "binary", "no text in any encoding that is read")]
    if kind.form == "html":
        from relata.reading.html import read_html  # noqa: PLC0415  # loads trafilatura

        return read_html(text, uri)
    return read_page(text, uri, Known())


def known_of(given: Given, split: bool | None = None) -> Known:
    """What is given, in the form that pages are read with."""
    published = parse_given(given.published)
    return Known(
        outlet=_even(given.outlet),
        title=_even(given.title),
        byline=_even(given.byline),
        published=published,
        published_from="given" if published is not None else None,
        split=given.title is None if split is None else split,
    )


def _even(field: str | None) -> str | None:
    """A field with even white space, None where it is empty."""
    from relata.reading.repair import repaired  # noqa: PLC0415

    return " ".join(repaired(field[:2000]).split()) or None if field is not None else None
