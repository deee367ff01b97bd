"""Files that appear only when they are whole."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any


def write_whole(path: Path, write: Callable[[IO[Any]], None], *, binary: bool = False) -> None:
    """Write a file beside its place and put it there when it is whole.

    Args:
        path: the file.
        write: what writes it, to a stream open for text (UTF-8, line ends as they are given) or for bytes.
        binary: whether the stream takes bytes.
    """
    aside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with aside.open("wb") if binary else aside.open("w", encoding="utf-8", newline="") as stream:
            write(stream)
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
