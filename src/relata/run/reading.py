"""Files into the database: read, searched for claims and stored, one file at a time and in order."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, islice
from pathlib import Path
from typing import TYPE_CHECKING

from relata.model import Report, Skipped, content_id
from relata.run.extractors import RULES, Extractor, extractor_named, maker_of
from relata.run.tally import Progress, ReadSummary, Tally
from relata.run.tasks import File, extract_batch, extract_item, read_batch, read_items
from relata.run.workers import Workers
from relata.settings import number

if TYPE_CHECKING:  # worker processes load this module, and never need what opens databases
    from relata.store import Item, Store

SMALL_INPUT = 200_000
"""Bytes below which one process reads all: starting more (a second or so) would take longer than they save."""

LARGE_FILE = 1_000_000
"""Bytes from which a file's reports are shared out among processes, rather than files."""

MANY_REPORTS = 50_000
"""Likewise for a file of one report a line. A page of this size is one report, and is better read in a worker."""

BATCH_BYTES = 100_000
"""Bytes of small files handed to a process at once."""

BATCH_FILES = 16
"""Small files handed to a process at once, at most."""

BATCH_REPORTS = 16
"""Reports of a large file handed to a process at once. At the end of a file some processes wait for the last."""


def read(
    store: Store,
    paths: Iterable[str | Path],
    *,
    extractor: str | Extractor | None = None,
    workers: int | None = None,
    progress: Callable[[Progress], None] | None = None,
) -> ReadSummary:
    """Read files into ``store``. What was read before and has not changed is passed over.

    Each file is one transaction: an interruption, however rude, leaves whole files only, and reading the same
    paths again goes on from there.

    Args:
        store: where to.
        paths: files, folders and patterns, as :func:`relata.reading.find_files` takes them.
        extractor: what finds claims: a name, or an object (which then works in this process alone).
        workers: processes; by default one for each core, and one for small inputs.
        progress: called after each file.

    Raises:
        ReadingError: if a path does not exist or matches nothing.
        QueryError: if there is no extractor of that name.
        DatabaseError: if the database fails.
    """
    from relata.reading import find_files  # noqa: PLC0415 - what reads pages takes time to load

    number("report_seconds")  # a word in its place is told of before anything starts
    found = find_files(paths)
    given = extractor or RULES
    chosen = extractor_named(given) if isinstance(given, str) else given
    tally = Tally(store, maker_of(chosen), len(found), progress)
    fresh = (file for file in (_looked_at(path, uri) for path, uri in found) if not tally.passes_over(file))
    count = _processes(found, workers) if isinstance(given, str) else 1
    if count > 1:
        with Workers(count) as crew:
            for file, items in _shared_out(crew, fresh, str(given)):
                tally.add(file, items)
    else:
        for file in fresh:
            tally.add(file, (extract_item(item, chosen) for item in read_items(file)))
    return tally.summary()


def read_given(
    store: Store,
    text: str,
    *,
    uri: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
    extractor: str | Extractor | None = None,
) -> ReadSummary:
    """Read one text that is at hand; what is given with it is kept, the rest is looked for in it.

    Args:
        store: where to.
        text: the article.
        uri: the name under which it is kept; by default "text:" and a hash of it.
        outlet: who published it.
        published: when, in any common form.
        extractor: as for :func:`read`.
    """
    from relata.reading import read_text  # noqa: PLC0415 - see above

    given = extractor or RULES
    chosen = extractor_named(given) if isinstance(given, str) else given
    name = uri or f"text:{content_id('text', text)}"
    tally = Tally(store, maker_of(chosen), 1, None)
    found = read_text(text, uri=name, outlet=outlet, published=published)
    tally.add(File(name, name, len(text), None), (extract_item(item, chosen) for item in found))
    return tally.summary()


def _looked_at(path: Path, uri: str) -> File:
    """A file's size and the hash of its bytes; neither for what will not be read: no ordinary file, too large, shut."""
    try:
        size = path.stat().st_size if path.is_file() else None
        if size is None or size > number("max_file_bytes"):
            return File(str(path), uri, 0, None)
        with path.open("rb") as stream:
            return File(str(path), uri, size, hashlib.file_digest(stream, "sha256").hexdigest())
    except (OSError, ValueError):
        return File(str(path), uri, 0, None)


def _processes(found: Sequence[tuple[Path, str]], wanted: int | None) -> int:
    if wanted is not None:
        return max(1, wanted)
    size = 0
    for path, _ in found:
        try:
            size += path.stat().st_size
        except (OSError, ValueError):
            continue
        if size >= SMALL_INPUT:
            return os.cpu_count() or 1
    return 1


def _shared_out(crew: Workers, fresh: Iterable[File], extractor: str) -> Iterator[tuple[File, Iterable[Item]]]:
    """Each file with what stands in it, in order: small files by the batch, large ones by their reports."""
    for large, files in groupby(fresh, key=_is_large):
        if large:
            for file in files:
                yield file, _large(crew, file, extractor)
        else:
            batches = _batched(files)
            for batch, found in crew.each(read_batch, batches, _died_reading, extractor):
                yield from zip(batch, found, strict=True)


def _is_large(file: File) -> bool:
    return file.size >= (MANY_REPORTS if file.path.lower().endswith((".jsonl", ".ndjson")) else LARGE_FILE)


def _batched(files: Iterable[File]) -> Iterator[list[File]]:
    batch: list[File] = []
    size = 0
    for file in files:
        batch.append(file)
        size += file.size
        if size >= BATCH_BYTES or len(batch) == BATCH_FILES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _large(crew: Workers, file: File, extractor: str) -> Iterator[Item]:
    stream = read_items(file)
    batches = iter(lambda: list(islice(stream, BATCH_REPORTS)), [])
    for _, found in crew.each(extract_batch, batches, _died_extracting, extractor):
        yield from found


def _died_reading(file: File) -> list[Item]:
    return [Skipped(file.uri, 0, "failed", "the process that read it ended unexpectedly")]


def _died_extracting(item: Report | Skipped) -> Item:
    return Skipped(item.uri, item.part, "failed", "the process that searched it for claims ended unexpectedly")
