"""The folder of imports: names of lists, writing whole files, listing and removing."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from relata.errors import NotFoundError, QueryError, ReadingError
from relata.tables.imported import SUFFIXES, ImportKind, forget, import_files, imports_folder

_NAME = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?")


def list_name(name: str) -> str:
    """The name under which a list is kept: small letters, digits and dashes.

    Raises:
        QueryError: if nothing of that is in it.
    """
    plain = re.sub(r"[^a-z0-9]+", "-", name.lower())[:40].strip("-")
    if not _NAME.fullmatch(plain):
        raise QueryError(f"name is {name!r}; expected letters, digits and dashes, such as ucdp or my-list")
    return plain


@contextmanager
def written(kind: ImportKind, name: str) -> Iterator[Path]:
    """Where to write a list; it takes the place of a former one of that name when all is well, and leaves it if not.

    Raises:
        ReadingError: if the folder cannot be written to.
    """
    folder = imports_folder() / kind
    aside = folder / f".{name}.{os.getpid()}.part"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        try:
            yield aside
            aside.replace(folder / f"{name}{SUFFIXES[kind]}")
        finally:
            aside.unlink(missing_ok=True)
    except OSError as error:
        raise ReadingError(f"cannot write to {folder} (RELATA_IMPORTS): {error.strerror or error}") from error
    forget()


def remove(kind: ImportKind, name: str) -> None:
    """Do away with a list. Reports are then read anew without it.

    Raises:
        NotFoundError: if there is none of that name; the message lists those that are there.
    """
    there = {path.name.removesuffix(SUFFIXES[kind]): path for path in import_files(kind)}
    if name not in there:
        known = f"there is {', '.join(there)}" if there else "nothing was imported"
        raise NotFoundError(f"no import of {kind} is called {name!r}; {known}")
    there[name].unlink(missing_ok=True)
    forget()
