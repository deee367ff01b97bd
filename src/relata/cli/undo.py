"""``relata undo``: a decision is taken back."""

from __future__ import annotations

from typing import Annotated

import typer

from relata.cli import options
from relata.cli.decide import put_decided
from relata.cli.session import opened
from relata.settings import setting

_Id = Annotated[str, typer.Argument(metavar="ID", help="Id of the decision, or its beginning.", show_default=False)]


def undo(context: typer.Context, decision_id: _Id, by: options.By = None, json: options.Json = False) -> None:
    """Undo a decision. Its row stays, with the time.

    \b
    Example:
      relata --db demo.db undo 5d0c1f2a
    """
    with opened(context) as db:
        put_decided(db, db.undo(decision_id, by=by or setting("analyst") or None), json=json)
