"""``relata reports``: what was read."""

from __future__ import annotations

from itertools import islice
from typing import Annotated

import typer

from relata.cli import options
from relata.cli.session import opened

_Outlet = Annotated[str | None, typer.Option(metavar="NAME", help="Who published it.")]
_Since = Annotated[str | None, typer.Option(metavar="DATE", help="First day of publication.")]
_Until = Annotated[str | None, typer.Option(metavar="DATE", help="Last day, inclusive.")]
_Text = Annotated[str | None, typer.Option(metavar="WORDS", help="Words in it; a phrase in quotation marks.")]


def reports(
    context: typer.Context,
    *,
    outlet: _Outlet = None,
    since: _Since = None,
    until: _Until = None,
    text: _Text = None,
    as_of: options.AsOf = None,
    known_at: options.KnownAt = None,
    limit: options.Limit = None,
    json: options.Json = False,
) -> None:
    """List what was read, by day of publication.

    \b
    Examples:
      relata --db demo.db reports --outlet 'Northgate Wire'
      relata --db demo.db reports --text school --json
    """
    with opened(context, as_of=as_of, known_at=known_at) as db:
        found = islice(db.reports(outlet=outlet, since=since, until=until, text=text), limit)
        if json:
            from relata.cli.objects import report_objects  # noqa: PLC0415 - only for programs
            from relata.cli.output import put_json_list  # noqa: PLC0415

            put_json_list(report_objects(db, found))
            return
        from relata.cli import style  # noqa: PLC0415 - rich is loaded when something is to be shown
        from relata.cli.output import put  # noqa: PLC0415
        from relata.cli.tables import plain_table  # noqa: PLC0415
        from relata.words.values import plural  # noqa: PLC0415

        rows = [
            (
                (one.published or "–")[:10],
                one.outlet or "–",
                one.title or "–",
                _file(one.uri, one.part),
                style.short_id(one.id),
            )
            for one in found
        ]
        if rows:
            put(plain_table(("published", "outlet", "title", "file", "id"), rows), table=True)
        put(plural(len(rows), "report"))


def _file(uri: str, part: int) -> str:
    name = uri.rstrip("/").rpartition("/")[2] or uri
    return f"{name} ({part + 1})" if part else name
