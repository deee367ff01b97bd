"""``relata report``: one report as it is kept, and what was found in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from relata.cli import options
from relata.cli.output import put_nothing
from relata.cli.session import opened
from relata.errors import NotKnownYetError

if TYPE_CHECKING:
    from relata.database import Database
    from relata.model import Report

_Id = Annotated[str, typer.Argument(metavar="ID", help="Id of the report, or its beginning.", show_default=False)]


def report(
    context: typer.Context,
    report_id: _Id,
    *,
    as_of: options.AsOf = None,
    known_at: options.KnownAt = None,
    json: options.Json = False,
) -> None:
    """Show one report as it is kept.

    Where it is from, its text, what was cut from the page, and how many claims were found in it.

    \b
    Example:
      relata --db demo.db report 23152b88
    """
    with opened(context, as_of=as_of, known_at=known_at) as db:
        try:
            found = db.report(report_id)
        except NotKnownYetError as error:
            put_nothing(error, json=json)
            return
        if json:
            from relata.cli.objects import report_objects  # noqa: PLC0415 - only for programs
            from relata.cli.output import put_json  # noqa: PLC0415
            from relata.model import encode  # noqa: PLC0415

            put_json({**next(report_objects(db, [found])), "text": found.text, "cuts": encode(found.cuts)})
        else:
            _put_report(db, found)


def _put_report(db: Database, report: Report) -> None:
    from rich.table import Table  # noqa: PLC0415 - rich is loaded when something is to be shown
    from rich.text import Text  # noqa: PLC0415

    from relata.cli import style  # noqa: PLC0415
    from relata.cli.output import put  # noqa: PLC0415
    from relata.words import values as words  # noqa: PLC0415
    from relata.words.text import one_line, safe  # noqa: PLC0415

    head = Table.grid(padding=(0, 2, 0, 0))
    head.add_column(style=style.ASIDE, no_wrap=True)
    head.add_column(overflow="fold")
    day = f"{words.published(report)} (from the {report.published_from})" if report.published_from else "not known"
    files = "; ".join(f"{uri} (article {part + 1})" if part else uri for uri, part in db.store.sightings(report.id))
    db.bring_up_to_date()  # which report is whose copy is computed
    copy = db.store.copies().get(report.id)
    rows = {
        "id": report.id,
        "outlet": report.outlet or "not known",
        "published": day,
        "byline": report.byline,
        "dateline": report.dateline,
        "relies on": ", ".join(report.relies_on),
        "reprints": copy,
        "read from": files,
        "claims": words.plural(sum(1 for _ in db.claims(report.id)), "claim"),
        "cut": "; ".join(f"{cut.reason}: “{one_line(cut.text, 60)}”" for cut in report.cuts),
    }
    for name, value in rows.items():
        if value:
            head.add_row(name, Text(one_line(value)))
    put(head, Text("\n" + safe(report.text)))
