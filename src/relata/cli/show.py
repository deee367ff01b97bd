"""``relata show``: one incident, with who says what in which words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from relata.cli import options
from relata.cli.output import put, put_json, put_nothing
from relata.cli.session import opened
from relata.errors import NotKnownYetError

if TYPE_CHECKING:
    from relata.database import Database
    from relata.model import Incident

_Id = Annotated[str, typer.Argument(metavar="ID", help="Id of the incident, or its beginning.", show_default=False)]

_History = Annotated[
    bool, typer.Option("--history", help="How toll, attribution and standing moved, report by report.")
]


def show(
    context: typer.Context,
    incident_id: _Id,
    *,
    history: _History = False,
    as_of: options.AsOf = None,
    known_at: options.KnownAt = None,
    json: options.Json = False,
) -> None:
    """Show one incident, and who says what.

    Values come first, each with the lowest, best and highest figure, then what analysts decided about it, then every
    claim with its holder, its stance, its words *between stars* in their sentence, and the report they stand in, then
    the reports. `relata incidents` gives the ids; an id that was given once leads to its incident for good, and to
    what was known of it earlier.

    \b
    Examples:
      relata --db demo.db show 8c1a6459
      relata --db demo.db show 8c1a6459 --json
      relata --db demo.db show 8c1a6459 --history
      relata --db demo.db show 8c1a6459 --as-of 2024-12-31
    """
    with opened(context, as_of=as_of, known_at=known_at) as db:
        try:
            incident = db.incident(incident_id)
        except NotKnownYetError as error:
            put_nothing(error, json=json)
            return
        if history:
            _put_history(db, incident, json=json)
        elif json:
            _put_objects(db, incident)
        else:
            from relata.cli.sheet import sheet  # noqa: PLC0415 - rich is loaded when something is to be shown

            reports = {id_: db.report(id_) for id_ in incident.reports}
            subjects = {id_ for ruling in incident.decisions for id_ in ruling.subjects}
            put(*sheet(incident, reports, db.store.copies(), db.store.claims_by_id(sorted(subjects))))


def _put_history(db: Database, incident: Incident, *, json: bool) -> None:
    found = db.history(incident.id)
    if json:
        from relata.cli.objects import history_objects  # noqa: PLC0415 - only for programs

        put_json(history_objects(db, found))
        return
    from relata.cli.moved import moved  # noqa: PLC0415 - rich is loaded when something is to be shown

    put(*moved(incident, found, {id_: db.report(id_) for id_ in incident.reports}))


def _put_objects(db: Database, incident: Incident) -> None:
    from relata.cli.objects import incident_objects, report_objects  # noqa: PLC0415 - only for programs

    reports = list(report_objects(db, map(db.report, incident.reports)))
    put_json({"incident": next(incident_objects(db, [incident])), "reports": reports})
