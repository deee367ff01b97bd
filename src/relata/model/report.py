"""A report: one article as one outlet published it; and what was refused instead."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from relata.model.ids import content_id

PublishedFrom = Literal["text", "metadata", "url", "feed", "given"]

SkipReason = Literal[
    "unreadable",  # the file could not be opened or read
    "too large",  # beyond the limit in settings
    "empty",  # nothing in it
    "binary",  # not text in any encoding we know
    "unsupported",  # a kind of file that Relata does not read
    "malformed",  # a container (JSON line, page) that is broken
    "no article",  # a page with nothing but furniture
    "not English",  # another language
    "too long",  # a line or article beyond the limits
    "no answer",  # the server that an extractor asks gave none; the next run asks again
    "failed",  # a bug of ours, or of an extractor, met on this report alone
]


@dataclass(frozen=True, slots=True)
class Cut:
    """Page furniture taken out of a report's text.

    Attributes:
        text: the words that were cut, as they stood.
        reason: what they are: "teaser", "related links", "comment form", "navigation", "agency tail", …
        at: the offset in the stored text before which they stood.
    """

    text: str
    reason: str
    at: int


@dataclass(frozen=True, slots=True)
class Report:
    """One article as one outlet published it, furniture removed.

    Attributes:
        id: hash of the content (outlet, title, publication date, text): the same article read twice, or from
            another folder, has the same id. Build reports with :func:`make_report`.
        uri: where it was read from: a path as the user gave it, or an address.
        part: 0 for the first or only article in its file, 1 for the second, …
        outlet: who published it, or None.
        title: its headline, or None. Where there is one it also opens ``text``.
        byline: its author line, or None.
        dateline: place (and agency) that open the text ("WASHINGTON", "KABUL (AFP)"), or None.
        published: ISO 8601 date or date-time with offset, or None.
        published_from: where ``published`` was found; None when it is None.
        text: the stored text. Paragraphs are parted by blank lines. All offsets refer to it.
        cuts: what was removed, in order.
        relies_on: whom the report itself says it takes its account from ("RFE/RL").
    """

    id: str
    uri: str
    part: int
    outlet: str | None
    title: str | None
    byline: str | None
    dateline: str | None
    published: str | None
    published_from: PublishedFrom | None
    text: str
    cuts: tuple[Cut, ...] = ()
    relies_on: tuple[str, ...] = ()

    @property
    def published_on(self) -> date | None:
        """The day of publication in the outlet's own time zone, or None."""
        return date.fromisoformat(self.published[:10]) if self.published else None


def make_report(
    *,
    uri: str,
    text: str,
    part: int = 0,
    outlet: str | None = None,
    title: str | None = None,
    byline: str | None = None,
    dateline: str | None = None,
    published: str | None = None,
    published_from: PublishedFrom | None = None,
    cuts: tuple[Cut, ...] = (),
    relies_on: tuple[str, ...] = (),
) -> Report:
    """A report with its id computed from its content. Where the file lies is no part of the content."""
    return Report(
        id=content_id("report", outlet, title, published, text),
        uri=uri,
        part=part,
        outlet=outlet,
        title=title,
        byline=byline,
        dateline=dateline,
        published=published,
        published_from=published_from if published else None,
        text=text,
        cuts=cuts,
        relies_on=relies_on,
    )


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was offered and is not a report, with the reason. Never a silent loss.

    Attributes:
        uri: where it was read from.
        part: which article, line or record of the file, counted from 0.
        reason: one of a closed list.
        detail: a sentence for people, with the values that matter ("Spanish, not English").
    """

    uri: str
    part: int
    reason: SkipReason
    detail: str

    @property
    def id(self) -> str:
        """A stable id of this refusal."""
        return content_id("skipped", self.uri, self.part, self.reason, self.detail)
