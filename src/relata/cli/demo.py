"""``relata demo``: the demonstration corpus, read and shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from relata.cli.session import opened

if TYPE_CHECKING:
    from relata.database import Database

DEMO_DB = "demo.db"


def demo(context: typer.Context) -> None:
    """Read the demonstration reports, list incidents.

    The reports are written for Relata: invented outlets on documented events of four continents, with early and
    final tolls, claims, denials, reprints and page furniture. They are read into demo.db in this folder, unless --db
    names another database; RELATA_DB is left alone.

    \b
    Example:
      relata demo
    """
    from relata.cli.incidents import put_incidents  # noqa: PLC0415 - rich is loaded when something is to be shown
    from relata.cli.output import put  # noqa: PLC0415
    from relata.cli.read import read_with_bar, summary_lines  # noqa: PLC0415
    from relata.demo import reports_folder  # noqa: PLC0415

    with opened(context, make=True, instead=DEMO_DB) as db:
        summary = read_with_bar(db, reports_folder())
        found = db.incidents()
        put_incidents(found, len(found))
        put("", *summary_lines(summary, db.store.address), "")
        put(*_next(context.obj.db or DEMO_DB, _telling(db)))


def _telling(db: Database) -> str:
    """The id of the incident with most independent accounts, which shows best what Relata is for."""
    from relata.cli.style import short_id  # noqa: PLC0415 - see above

    best = max(
        db.incidents(), key=lambda one: (one.corroboration.origins, one.corroboration.reports, one.id), default=None
    )
    return short_id(best.id) if best else "ID"


def _next(where: str, id_: str) -> tuple[str, ...]:
    steps = {
        f"relata --db {where} show {id_}": "one incident: who says what, in which words",
        f"relata --db {where} incidents --standing contested": "where reports disagree",
        f"relata --db {where} export --format csv": "a table for a spreadsheet",
        "relata read your-reports/": "your own reports, into relata.db",
        f"relata --db {where} serve": "all of it as a page, in your browser",
    }
    width = max(map(len, steps))
    return ("Try next:", *(f"  {command:{width}}  {what}" for command, what in steps.items()))
