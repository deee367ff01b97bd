"""What one worker does: read files, find claims in reports. Nothing that one report brings about stops the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from relata.errors import ExtractorError, NoAnswerError
from relata.model import Report, Skipped
from relata.run.extractors import Extractor, extractor_named
from relata.run.limits import OutOfTimeError, limited
from relata.settings import number

if TYPE_CHECKING:  # worker processes load this module, and never need what opens databases
    from relata.store import Item

LONGEST_DETAIL = 300
"""Characters kept of an error's message."""


@dataclass(frozen=True, slots=True)
class File:
    """A file to be read.

    Attributes:
        path: where it lies.
        uri: its path as the user gave it.
        size: its length in bytes; 0 where it cannot be opened.
        digest: hash of its bytes, or None where it cannot be opened.
    """

    path: str
    uri: str
    size: int
    digest: str | None


def read_items(file: File) -> Iterator[Report | Skipped]:
    """The reports and refusals in one file; a failure of the reader itself is a refusal too."""
    from relata.reading import read_file  # noqa: PLC0415 - what reads pages takes time to load

    seconds = number("report_seconds")
    try:
        stream = iter(read_file(file.path, file.uri))
        while True:
            with limited(seconds):
                item = next(stream, None)
            if item is None:
                return
            yield item
    except OutOfTimeError:
        yield Skipped(file.uri, 0, "failed", f"reading was given up after {seconds} s")
    except OSError as error:
        yield Skipped(file.uri, 0, "unreadable", _told(error))
    except Exception as error:  # noqa: BLE001 - a bug met on one file must not lose the others; it is counted and listed
        yield Skipped(file.uri, 0, "failed", f"reading failed: {_told(error)}")


def extract_item(item: Report | Skipped, extractor: Extractor) -> Item:
    """A report with what was found in it; a failure of the extractor is a refusal, and so is one that takes forever."""
    if isinstance(item, Skipped):
        return item
    seconds = number("report_seconds")
    patience = getattr(extractor, "patience", None)
    try:
        seconds += patience(item) if seconds and patience else 0
        with limited(seconds):
            return item, extractor.extract(item)
    except NoAnswerError as error:
        return Skipped(item.uri, item.part, "no answer", _short(str(error)))
    except ExtractorError:
        raise  # no report can be done: what was read is kept, and the rest is for the next run
    except OutOfTimeError:
        detail = f"extractor {extractor.name} was given up after {seconds} s"
        return Skipped(item.uri, item.part, "failed", detail)
    except Exception as error:  # noqa: BLE001 - see above
        return Skipped(item.uri, item.part, "failed", f"extractor {extractor.name} failed: {_told(error)}")


def read_batch(files: Sequence[File], extractor: str) -> list[list[Item]]:
    """What stands in each of some small files."""
    chosen = extractor_named(extractor)
    return [[extract_item(item, chosen) for item in read_items(file)] for file in files]


def extract_batch(items: Sequence[Report | Skipped], extractor: str) -> list[Item]:
    """What is found in some reports of a large file."""
    chosen = extractor_named(extractor)
    return [extract_item(item, chosen) for item in items]


def _short(words: str) -> str:
    return " ".join(words.split())[:LONGEST_DETAIL]


def _told(error: Exception) -> str:
    words = _short(str(error))
    return f"{type(error).__name__}: {words}" if words else type(error).__name__
