"""``relata export``: the database, or what some incidents rest on, for other programs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import IO, Annotated, Any, cast

import typer

from relata.cli import options
from relata.cli.session import opened
from relata.errors import QueryError
from relata.words.text import safe, safe_json

_Format = Annotated[str, typer.Option("--format", "-f", metavar="json|csv", help="The form.", show_default=False)]
_Where = Annotated[
    str | None,
    typer.Option("--output", "-o", metavar="FILE", help="Where to; for csv also a folder.  [default: this terminal]"),
]


@options.filtered()
def export(
    context: typer.Context,
    *,
    format_: _Format,
    output: _Where = None,
    filters: dict[str, Any],
    as_of: options.AsOf = None,
    known_at: options.KnownAt = None,
) -> None:
    """Export incidents as JSON or CSV.

    Format json holds reports, incidents, claims and actors; docs/schema has its schema. Format csv holds one row for
    each incident; where FILE is a folder, it gets incidents.csv, claims.csv and reports.csv. The same database gives
    the same bytes.

    \b
    Examples:
      relata --db demo.db export --format json -o demo.json
      relata --db demo.db export --format csv --country Kenya
    """
    with opened(context, as_of=as_of, known_at=known_at) as db:
        if output is not None:
            if not Path(output).absolute().parent.is_dir():
                raise QueryError(f"there is no folder {Path(output).parent}; make it first, or choose another place")
            if format_ == "json" and Path(output).is_dir():
                raise QueryError(f"{output} is a folder; give the name of a file in it, such as {output}/export.json")
            db.export(format_, output, **filters)
        elif sys.stdout.isatty():
            db.export(format_, cast("IO[str]", _Safe(json=format_ == "json")), **filters)
        else:
            db.export(format_, sys.stdout, **filters)


class _Safe:
    """Standard output that lets no control character of a report through to the terminal."""

    def __init__(self, *, json: bool) -> None:
        self._made_safe = safe_json if json else safe

    def write(self, text: str) -> int:
        """Write ``text``, made safe."""
        return sys.stdout.write(self._made_safe(text))
