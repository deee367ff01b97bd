"""``relata export``: the database, or what some incidents rest on, for other programs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated, Any, cast

import typer

from relata.cli import options
from relata.cli.session import opened
from relata.errors import QueryError
from relata.words.text import safe, safe_json

if TYPE_CHECKING:
    from relata.export import Format

NAMES = "json, csv, xlsx, parquet, ucdp, acled, gtd, plover, geojson, ftm, ftm-statements, stix"
"""The names of the forms, for the help, which must not wait for the exports; a test compares them with the table."""


def _describe(wanted: bool) -> None:
    """Print what each form is, and end."""
    if wanted:
        from relata.export import FORMATS  # noqa: PLC0415 - other verbs must not wait for it

        width = max(map(len, FORMATS))
        for one in FORMATS.values():
            typer.echo(f"{one.name:{width}}  {one.suffix:8}  {one.sentence}")
        raise typer.Exit


_Format = Annotated[str, typer.Option("--format", "-f", metavar="NAME", help=f"The form: {NAMES}.", show_default=False)]
_Formats = Annotated[
    bool, typer.Option("--formats", callback=_describe, is_eager=True, help="Say what each form is, and end.")
]
_Where = Annotated[
    str | None,
    typer.Option("--output", "-o", metavar="FILE", help="Where to; for csv also a folder.  [default: this terminal]"),
]
_Loss = Annotated[
    str | None,
    typer.Option(
        "--loss", metavar="FILE", help="Also write what is lost, as JSON if FILE ends so; - for this terminal."
    ),
]


@options.filtered()
def export(
    context: typer.Context,
    *,
    format_: _Format,
    output: _Where = None,
    loss: _Loss = None,
    filters: dict[str, Any],
    as_of: options.AsOf = None,
    known_at: options.KnownAt = None,
    formats: _Formats = False,  # noqa: ARG001 - its callback ends the command
) -> None:
    """Export incidents in one of the forms that other programs read.

    Format json holds reports, incidents, claims and actors; docs/schema has its schema. Format csv holds one row for
    each incident; where FILE is a folder, it gets incidents.csv, claims.csv and reports.csv. Formats ucdp, acled, gtd
    and plover are those of other event data; docs/formats.md says what each carries. The same database gives the same
    bytes.

    \b
    Examples:
      relata --db demo.db export --format json -o demo.json
      relata --db demo.db export --format csv --country Kenya
      relata --db demo.db export --format ucdp -o ged.csv --loss lost.txt
    """
    with opened(context, as_of=as_of, known_at=known_at) as db:
        from relata.export import format_called, write_losses, write_whole  # noqa: PLC0415 - help must not wait for it

        form = format_called(format_)
        if loss == "-" and output is None:
            raise QueryError("the export and what it loses cannot both go to this terminal; give -o FILE")
        for file in filter(None, (output, loss)):
            if not Path(file).absolute().parent.is_dir():
                raise QueryError(f"there is no folder {Path(file).parent}; make it first, or choose another place")
        if output is not None and not form.folder and Path(output).is_dir():
            raise QueryError(
                f"{output} is a folder; give the name of a file in it, such as {output}/export{form.suffix}"
            )
        db.export(format_, _standard_output(form) if output is None else output, **filters)
        if loss is None:
            return
        losses = db.losses(format_, **filters)
        if loss == "-":
            typer.echo(safe(str(losses)), nl=False)
        else:
            write_whole(Path(loss), lambda stream: write_losses(losses, stream, as_json=loss.endswith(".json")))


def _standard_output(form: Format) -> IO[Any]:
    """Where a form goes that is given no file."""
    if not sys.stdout.isatty():
        return sys.stdout.buffer if form.binary else sys.stdout
    if form.binary:
        raise QueryError(f"{form.name} is not for reading in a terminal; give it a file: -o export{form.suffix}")
    return cast("IO[str]", _Safe(json="json" in form.media_type))


class _Safe:
    """Standard output that lets no control character of a report through to the terminal."""

    def __init__(self, *, json: bool) -> None:
        self._made_safe = safe_json if json else safe

    def write(self, text: str) -> int:
        """Write ``text``, made safe."""
        return sys.stdout.write(self._made_safe(text))
