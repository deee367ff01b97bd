"""How far reading has come, and what it has changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from relata.model import Maker, Skipped
from relata.run.tasks import File

if TYPE_CHECKING:  # worker processes load this module, and never need what opens databases
    from relata.store import Counts, Item, Store


@dataclass(frozen=True, slots=True)
class Progress:
    """How far reading has come. Everything up to here is safe in the database.

    Attributes:
        done: files dealt with.
        total: files in all.
        uri: the file dealt with last.
        counts: what it has added.
    """

    done: int
    total: int
    uri: str
    counts: Counts


@dataclass(frozen=True, slots=True)
class ReadSummary:
    """What reading has changed.

    Attributes:
        files: files that were offered.
        unchanged: files among them that had been read before and have the same bytes; they were passed over.
        reports: reports that were new.
        known: reports met again, in changed files or under other names.
        events: events that were new.
        claims: claims that were new.
        skipped: how many articles, lines and files were refused, by reason, sorted.
        dropped: how much the extractor was told of and could not find in the reports' texts; it was left out.
        incidents: incidents in the database afterwards; None until they are computed.
    """

    files: int = 0
    unchanged: int = 0
    reports: int = 0
    known: int = 0
    events: int = 0
    claims: int = 0
    skipped: tuple[tuple[str, int], ...] = ()
    dropped: int = 0
    incidents: int | None = None


class Tally:
    """What has been read so far, and who is told about it."""

    def __init__(self, store: Store, maker: Maker, total: int, progress: Callable[[Progress], None] | None) -> None:
        from relata.store import Counts  # noqa: PLC0415 - see above

        self._store = store
        self._maker = maker
        self._total = total
        self._progress = progress
        self._done = self._unchanged = 0
        self._nothing = self._counts = Counts()
        self._reasons: Counter[str] = Counter()
        self._dropped = 0

    def passes_over(self, file: File) -> bool:
        """Whether the file was read before and has not changed; if so, it is done."""
        if file.digest is None or not self._store.file_known(file.uri, file.digest, self._maker):
            return False
        self._unchanged += 1
        self._told(file.uri, self._nothing)
        return True

    def add(self, file: File, items: Iterable[Item]) -> None:
        """Store a file."""
        counted = self._counting(items)
        counts = self._store.add_file(file.uri, counted, digest=file.digest, maker=self._maker)
        self._counts += counts
        self._told(file.uri, counts)

    def _counting(self, items: Iterable[Item]) -> Iterator[Item]:
        for item in items:
            if isinstance(item, Skipped):
                self._reasons[item.reason] += 1
            else:
                self._dropped += item[1].dropped
            yield item

    def _told(self, uri: str, counts: Counts) -> None:
        self._done += 1
        if self._progress:
            self._progress(Progress(self._done, self._total, uri, counts))

    def summary(self) -> ReadSummary:
        """What has changed."""
        return ReadSummary(
            files=self._total,
            unchanged=self._unchanged,
            reports=self._counts.reports,
            known=self._counts.known,
            events=self._counts.events,
            claims=self._counts.claims,
            skipped=tuple(sorted(self._reasons.items())),
            dropped=self._dropped,
        )
