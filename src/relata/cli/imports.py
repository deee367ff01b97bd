"""What ``relata actors`` and ``relata places`` have in common: lists that are imported, listed and removed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from relata.run.imports import ImportSummary
    from relata.tables.imported import ImportKind

File = Annotated[str, typer.Argument(metavar="FILE", help="The list.", show_default=False)]
Name = Annotated[
    str | None, typer.Option(metavar="NAME", help="Name to keep it under; a list of that name is replaced.")
]
Kept = Annotated[str, typer.Argument(metavar="NAME", help="Name of the list.", show_default=False)]


def put_imports(kind: ImportKind, *, json: bool) -> None:
    """Show what was imported."""
    from relata.cli.output import put, put_json_list  # noqa: PLC0415 - rich is loaded when something is to be shown
    from relata.tables.imported import imports, imports_folder  # noqa: PLC0415

    found = [one for one in imports() if one.kind == kind]
    if json:
        put_json_list(
            {"name": one.name, "file": one.file, "entries": one.entries, "digest": one.digest} for one in found
        )
        return
    if found:
        from relata.cli.tables import plain_table  # noqa: PLC0415 - see above

        rows = [(one.name, one.file, f"{one.entries:,}", one.digest[:12]) for one in found]
        put(plain_table(("name", "imported from", kind, "hash"), rows), table=True)
    lists = f"{len(found)} lists" if len(found) != 1 else "1 list"
    put(f"{lists} of {kind} imported, in {imports_folder()}")


def put_removed(kind: ImportKind, name: str) -> None:
    """Remove a list, and say so."""
    from relata.cli.output import put  # noqa: PLC0415 - see above
    from relata.run.imports import remove  # noqa: PLC0415

    remove(kind, name)
    put(f"{name} is removed. {ANEW}")


ANEW = "Reports are read anew, with what is known now, by the next `relata read`."


def summary_lines(summary: ImportSummary, file: str) -> Iterator[str]:
    """What an import has come to, in a few lines."""
    yield f"{summary.entries:,} {summary.kind} of {file} imported as {summary.name}"
    if summary.kind == "actors":
        yield f"  {summary.strong:,} names by which they are known wherever they are met"
        yield f"  {summary.weak:,} short or common names, which count beside their country or a longer name"
        yield f"  {summary.dropped:,} names that tell nobody apart are not kept"
    for reason, number in summary.left_out:
        yield f"  {number:,} left out: {reason}"
    yield ANEW
