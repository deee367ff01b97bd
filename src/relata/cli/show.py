"""``relata show``: one incident, with who says what in which words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from relata.cli import options
from relata.cli.session import opened

if TYPE_CHECKING:
    from relata.database import Database
    from relata.model import Incident

_Id = Annotated[str, typer.Argument(metavar="ID", help="Id of the incident, or its beginning.", show_default=False)]


def show(context: typer.Context, incident_id: _Id, json: options.Json = False) -> None:
    """Show one incident, and who says what.

    Values come first, each with the lowest, best and highest figure, then what analysts decided about it, then every
    claim with its holder, its stance, its words *between stars* in their sentence, and the report they stand in, then
    the reports. `relata incidents` gives the ids; an id that was given once leads to its incident for good.

    \b
    Examples:
      relata --db demo.db show 8c1a6459
      relata --db demo.db show 8c1a6459 --json
    """
    with opened(context) as db:
        incident = db.incident(incident_id)
        if json:
            _put_objects(db, incident)
        else:
            from relata.cli.output import put  # noqa: PLC0415 - rich is loaded when something is to be shown
            from relata.cli.sheet import sheet  # noqa: PLC0415

            reports = {id_: db.report(id_) for id_ in incident.reports}
            subjects = {id_ for ruling in incident.decisions for id_ in ruling.subjects}
            put(*sheet(incident, reports, db.store.copies(), db.store.claims_by_id(sorted(subjects))))


def _put_objects(db: Database, incident: Incident) -> None:
    from relata.cli.objects import incident_objects, report_objects  # noqa: PLC0415 - only for programs
    from relata.cli.output import put_json  # noqa: PLC0415

    reports = list(report_objects(db, map(db.report, incident.reports)))
    put_json({"incident": next(incident_objects(db, [incident])), "reports": reports})
