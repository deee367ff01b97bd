"""Files, folders and globs, read one after the other in a fixed order."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from relata.errors import ReadingError
from relata.model import Report, Skipped
from relata.reading.given import read_bytes
from relata.reading.kinds import kind_of
from relata.reading.records import read_records
from relata.settings import number


def find_files(paths: Iterable[str | Path]) -> list[tuple[Path, str]]:
    """The files that ``paths`` name, each once, with the uri that its reports will carry.

    Folders are walked whole, names in order of their code points; hidden files and folders within them are passed
    over, and links
    to folders are not followed. Files named outright come whatever they are called.

    Args:
        paths: files, folders and globs (``reports/*.txt``, ``**`` for any depth).

    Returns:
        Pairs of path and uri: the path as the user gave it, with forward slashes.

    Raises:
        ReadingError: if a path does not exist, or a glob matches nothing.
    """
    found: dict[str, Path] = {}
    for given in paths:
        path = Path(given)
        for file in _files(path):
            found.setdefault(file.as_posix(), file)
    return [(path, uri) for uri, path in found.items()]


def read_paths(paths: Iterable[str | Path]) -> Iterator[Report | Skipped]:
    """Reports of files, folders and globs, one after the other; never all in memory.

    Raises:
        ReadingError: if a path does not exist, or a glob matches nothing. Raised before anything is read.
    """
    files = find_files(paths)
    return (found for path, uri in files for found in read_file(path, uri))


def read_file(path: str | Path, uri: str | None = None) -> Iterator[Report | Skipped]:
    """Reports of one file. At least one report or refusal comes; nothing is raised for a file that cannot be read.

    Args:
        path: the file.
        uri: what its reports carry as their uri; by default the path as given.
    """
    path = Path(path)
    uri = path.as_posix() if uri is None else uri
    data = _content(path, uri)
    if isinstance(data, Skipped):
        yield data
    elif kind_of(uri, b"").form == "records" and not uri.lower().endswith(".gz"):
        yield from read_records(data, uri)
    else:
        yield from read_bytes(data, uri)


def _content(path: Path, uri: str) -> bytes | Skipped:
    """The bytes of a file, or the reason why they are not read."""
    largest = number("max_file_bytes")
    try:
        if not path.is_file():
            return Skipped(uri, 0, "unreadable", "no regular file")
        size = path.stat().st_size
        if kind_of(uri, b"").form is None:
            return b""  # its kind is not read, whatever is in it
        if size > largest:
            return Skipped(
                uri, 0, "too large", f"{size:,} bytes; files up to {largest:,} are read (RELATA_MAX_FILE_BYTES)"
            )
        with path.open("rb") as file:
            return file.read(largest + 1)[:largest]
    except (OSError, ValueError) as error:
        return Skipped(uri, 0, "unreadable", f"{type(error).__name__}: {getattr(error, 'strerror', None) or error}")


def _files(path: Path) -> list[Path]:
    try:
        if path.is_dir():
            return _walked(path)
        if path.exists() or path.is_symlink():
            return [path]
    except (OSError, ValueError) as error:
        raise ReadingError(f"{str(path)[:200]!r} cannot be read: {error}") from None
    if not glob.has_magic(str(path)):
        raise ReadingError(f"{path.as_posix()!r} does not exist; give a file, a folder or a glob")
    matches = sorted(Path(match) for match in glob.glob(str(path), recursive=True))  # noqa: PTH207  # takes absolute patterns too
    if not matches:
        raise ReadingError(f"{path.as_posix()!r} matches no file")
    return [file for match in matches for file in (_walked(match) if match.is_dir() else [match])]


def _walked(folder: Path) -> list[Path]:
    """Files of a folder at any depth, in order of their paths."""
    files: list[Path] = []
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        files.extend(Path(here) / name for name in names if not name.startswith("."))
    return sorted(files, key=lambda file: file.parts)
