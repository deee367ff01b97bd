"""A list of actors into the folder of imports: what kind of list, whom it names, and how surely by which name."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from relata.errors import ReadingError
from relata.run.imports.ftm import ftm_actors
from relata.run.imports.keeping import list_name, written
from relata.run.imports.names import Listed, context_of, judged
from relata.run.imports.opening import lines_of, opened, whole
from relata.run.imports.ucdp import is_ucdp, ucdp_actors
from relata.run.imports.unsc import unsc_actors
from relata.tables.imported import FORMAT

MOST_ACTORS = 100_000
"""Actors in one list; every process loads them all."""


class ImportSummary(NamedTuple):
    """What an import has come to.

    Attributes:
        kind: actors or places.
        name: under which the list is kept.
        entries: how many actors or places were taken.
        strong: names that stand for one of them wherever they are met.
        weak: names that count only where the report speaks of its country, or uses one of its strong names.
        dropped: names that tell nobody apart, and are not kept.
        left_out: entries that were not taken, by reason, most first.
    """

    kind: str
    name: str
    entries: int
    strong: int = 0
    weak: int = 0
    dropped: int = 0
    left_out: tuple[tuple[str, int], ...] = ()


def import_actors(path: str | Path, name: str | None = None) -> ImportSummary:
    """Import a list of actors: known by name from then on, beside those of the package, whenever reports are read.

    A former import of the same name is replaced.

    Args:
        path: the actor list of UCDP (CSV), the consolidated list of the UN Security Council (XML), or entities of
            FollowTheMoney (JSON lines); each also packed with gzip.
        name: under which it is kept; by default ucdp, unsc, or the file's own name for FollowTheMoney.

    Raises:
        ReadingError: if the file is not there, is no such list, or is too large.
        QueryError: if the name cannot be one.
    """
    path = Path(path)
    own_name, found = _recognised(path)
    kept = list_name(name or own_name)
    taken = _Taken()
    rows = [json.dumps(row, ensure_ascii=False, sort_keys=True) for row in taken.rows(found, kept)]
    if not rows:
        raise ReadingError(f"{path} names no actors that can be imported")
    digest = hashlib.sha256("\n".join(rows).encode("utf-8", "surrogatepass")).hexdigest()
    head = {"format": FORMAT, "file": path.name, "entries": len(rows), "digest": digest}
    with written("actors", kept) as aside, gzip.GzipFile(aside, "wb", mtime=0) as packed:
        for line in (json.dumps(head), *rows):
            packed.write(f"{line}\n".encode("utf-8", "replace"))
    left_out = tuple(sorted(taken.left_out.items(), key=lambda row: (-row[1], row[0])))
    return ImportSummary("actors", kept, len(rows), taken.strong, taken.weak, taken.dropped, left_out)


def _recognised(path: Path) -> tuple[str, Iterator[Listed | str]]:
    """The name that the list has by itself, and its entries."""
    with opened(path) as stream:
        head = stream.read(4000).lstrip(b"\xef\xbb\xbf \r\n\t")
    if head.startswith(b"{"):
        stem = re.sub(r"(?:\.(?:jsonl|ndjson|ftm|json)){1,2}$", "", path.name.removesuffix(".gz"))
        return stem or "ftm", _ftm(path)
    if head.startswith(b"<"):
        return "unsc", unsc_actors(whole(path))
    if is_ucdp(head.decode("utf-8", "replace").splitlines()[0] if head else ""):
        return "ucdp", ucdp_actors(whole(path).decode("utf-8-sig", "replace"))
    raise ReadingError(
        f"{path} is no list known here; expected the actor list of UCDP (CSV), the consolidated list of the UN "
        "Security Council (XML), or FollowTheMoney entities (JSON lines)"
    )


def _ftm(path: Path) -> Iterator[Listed | str]:
    with opened(path) as stream:
        yield from ftm_actors(lines_of(stream))


class _Taken:
    """Entries as they are kept, counted on the way."""

    def __init__(self) -> None:
        self.strong = self.weak = self.dropped = 0
        self.left_out: Counter[str] = Counter()

    def rows(self, found: Iterator[Listed | str], source: str) -> Iterator[dict[str, Any]]:
        """The entries that have a name to be known by, each id once, in the order of the list."""
        seen: set[str] = set()
        for listed in found:
            if isinstance(listed, str):
                self.left_out[listed] += 1
                continue
            names = judged(listed)
            context = context_of(listed, names.strong)
            self.dropped += names.dropped
            if listed.id in seen or not (names.strong or (names.weak and context)):
                self.left_out[
                    "entries named twice" if listed.id in seen else "entries without a name that tells them apart"
                ] += 1
                continue
            seen.add(listed.id)
            if len(seen) > MOST_ACTORS:
                raise ReadingError(f"the list names more than {MOST_ACTORS:,} actors; cut it to those you need")
            weak = names.weak if context else ()
            self.strong += len(names.strong)
            self.weak += len(weak)
            yield {
                "key": f"{source}-{re.sub(r'[^a-z0-9]+', '-', listed.id.partition(':')[2].lower()).strip('-')}",
                "name": names.shown,
                "kind": listed.kind,
                "strong": list(names.strong),
                "weak": [[one, [words for words in context if words.lower() not in one.lower()]] for one in weak],
                "countries": list(listed.countries),
                "active": listed.active,
                "ids": [listed.id],
            }
