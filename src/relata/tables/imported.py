"""What users have imported: lists of actors and places in one folder, beside the tables that come with the package.

The folder holds ``actors/NAME.jsonl.gz`` and ``places/NAME.sqlite``, one file for each source, written whole or not at
all by ``relata.run.imports``. Every process looks into it when it first needs a table, so that the library, the command
line and worker processes know the same; a process that runs on while another imports keeps what it has.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import sqlite3
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple, TypeVar

from relata.errors import ResourceError
from relata.settings import setting

ImportKind = Literal["actors", "places"]

SUFFIXES: dict[ImportKind, str] = {"actors": ".jsonl.gz", "places": ".sqlite"}
"""How the names of the files end."""

FORMAT = 1
"""Of the files; one of another number was written by another Relata, and must be imported anew."""

Given = TypeVar("Given")


class Imported(NamedTuple):
    """One list that was imported.

    Attributes:
        kind: actors or places.
        name: of the source ("ucdp"); a further import under the same name takes its place.
        file: name of the file it was imported from.
        entries: how many it holds.
        digest: hash of the entries.
        path: where it is kept.
    """

    kind: ImportKind
    name: str
    file: str
    entries: int
    digest: str
    path: Path


_caches: list[Callable[[], None]] = []


def renewed(function: Callable[[], Given]) -> Callable[[], Given]:
    """A function whose result is kept, until something is imported or removed in this process."""
    kept = cache(function)
    _caches.append(kept.cache_clear)
    return kept


def cleared(clear: Callable[[], None]) -> None:
    """Have ``clear`` called when something is imported or removed: for caches of functions that take values."""
    _caches.append(clear)


def forget() -> None:
    """Let everything be loaded anew that imports have a part in."""
    for clear in _caches:
        clear()


def imports_folder() -> Path:
    """The folder: that of RELATA_IMPORTS, else relata/imports among the user's data.

    Source: XDG Base Directory Specification, XDG_DATA_HOME.
    """
    home = os.environ.get("XDG_DATA_HOME", "")
    if not os.environ.get("RELATA_IMPORTS") and home.startswith("/"):
        return Path(home) / "relata" / "imports"
    return Path(setting("imports")).expanduser()


@renewed
def imports() -> tuple[Imported, ...]:
    """Everything imported, by kind and name.

    Raises:
        ResourceError: if a file there is damaged, or of another Relata.
    """
    return tuple(_described(kind, path) for kind in SUFFIXES for path in import_files(kind))


def import_files(kind: ImportKind) -> tuple[Path, ...]:
    """The files of one kind, by name; () where there is no folder."""
    try:
        found = [path for path in (imports_folder() / kind).iterdir() if path.name.endswith(SUFFIXES[kind])]
    except OSError:
        return ()
    return tuple(sorted(path for path in found if not path.name.startswith(".")))


def imports_hash() -> str:
    """A text that changes when what is imported changes; "" where nothing is."""
    found = imports()
    if not found:
        return ""
    return hashlib.sha256("\n".join(f"{one.kind} {one.name} {one.digest}" for one in found).encode()).hexdigest()


def actor_rows(path: Path) -> Iterator[dict[str, Any]]:
    """The entries of one file of actors, in its order, behind its first line.

    Raises:
        ResourceError: if it is damaged.
    """
    try:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            next(lines)
            for line in lines:
                yield json.loads(line)
    except (OSError, EOFError, StopIteration, zlib.error, ValueError) as error:
        raise damaged("actors", path, error) from error


def _described(kind: ImportKind, path: Path) -> Imported:
    try:
        about = _head_of_actors(path) if kind == "actors" else _head_of_places(path)
        name = path.name.removesuffix(SUFFIXES[kind])
        found = Imported(kind, name, str(about["file"]), int(about["entries"]), str(about["digest"]), path)
        if about["format"] == FORMAT:
            return found
        error: Exception = ValueError(f"format {about['format']}, expected {FORMAT}")
    except (OSError, EOFError, zlib.error, sqlite3.Error, ValueError, KeyError, TypeError) as met:
        error = met
    raise damaged(kind, path, error)


def _head_of_actors(path: Path) -> dict[str, Any]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        head: dict[str, Any] = json.loads(lines.readline())
        return head


def _head_of_places(path: Path) -> dict[str, Any]:
    with closing(open_places(path)) as table:
        head: dict[str, Any] = json.loads(table.execute("SELECT value FROM about").fetchone()[0])
        return head


def open_places(path: Path) -> sqlite3.Connection:
    """A file of places, for reading; it is never changed once it is there."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)


def damaged(kind: ImportKind, path: Path, error: Exception) -> ResourceError:
    """What is raised where a file that was imported cannot be read."""
    name = path.name.removesuffix(SUFFIXES[kind])
    return ResourceError(
        f"{path} cannot be read ({error}); import it anew, or do without it: relata {kind} remove {name}"
    )
