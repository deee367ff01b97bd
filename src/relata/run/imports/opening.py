"""Opening what a user wants imported: plain, gzip or zip, and never more of it than the settings allow."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from relata.errors import ReadingError
from relata.settings import number

LONGEST_LINE = 1_000_000
"""Bytes of a line; a longer one is no line of any list that is read here."""


def whole(path: Path) -> bytes:
    """The bytes of a list that must be in memory as a whole, unpacked where it is packed with gzip.

    Raises:
        ReadingError: if it is not there, cannot be unpacked, or is larger than RELATA_MAX_FILE_BYTES.
    """
    most = number("max_file_bytes")
    with opened(path) as stream:
        data = stream.read(most + 1)
    if len(data) > most:
        raise ReadingError(f"{path} holds more than {most:,} bytes (RELATA_MAX_FILE_BYTES)")
    return data


@contextmanager
def opened(path: Path) -> Iterator[IO[bytes]]:
    """The bytes of a list as a stream, unpacked on the way.

    Of a zip archive, the one text in it that is named like the archive, else the only one ("AF.zip" holds "AF.txt"
    beside a readme).

    Raises:
        ReadingError: if it is not there, is a folder, or cannot be unpacked.
    """
    try:
        if not path.is_file():
            raise ReadingError(f"{path} does not exist, or is no file")
        with path.open("rb") as raw:
            magic = raw.read(4)
            raw.seek(0)
            if magic[:2] == b"\x1f\x8b":
                with gzip.open(raw) as stream:
                    yield stream  # type: ignore[misc] # a GzipFile reads bytes as any other
            elif magic == b"PK\x03\x04":
                with zipfile.ZipFile(raw) as archive, archive.open(_member(archive, path)) as stream:
                    yield stream
            else:
                yield raw
    except (OSError, EOFError, zlib.error, zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise ReadingError(f"{path} cannot be read: {error}") from error


def lines_of(stream: IO[bytes]) -> Iterator[str]:
    """The lines of a stream in UTF-8; broken bytes are replaced, a mark of byte order is taken off.

    Raises:
        ReadingError: if a line is longer than any list has.
    """
    buffered = io.BufferedReader(stream, 1 << 20) if isinstance(stream, io.RawIOBase) else stream
    first = True
    while line := buffered.readline(LONGEST_LINE):
        if len(line) == LONGEST_LINE and not line.endswith(b"\n"):
            raise ReadingError(f"the file has a line of more than {LONGEST_LINE:,} bytes; that is no list known here")
        yield line.decode("utf-8-sig" if first else "utf-8", "replace").rstrip("\r\n")
        first = False


def _member(archive: zipfile.ZipFile, path: Path) -> zipfile.ZipInfo:
    texts = [one for one in archive.infolist() if one.filename.lower().endswith(".txt") and "/" not in one.filename]
    named = [one for one in texts if one.filename.lower() == f"{path.stem.lower()}.txt"]
    rest = named or [one for one in texts if "readme" not in one.filename.lower()]
    if len(rest) != 1:
        raise ReadingError(f"{path} should hold one table (.txt), and holds {len(rest)}; unpack it, and name the file")
    return rest[0]
