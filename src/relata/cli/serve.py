"""``relata serve``: the page and the API, for a browser and for programs."""

from __future__ import annotations

from typing import Annotated

import typer

from relata.cli.output import put
from relata.cli.session import Session, opened
from relata.settings import setting

_Host = Annotated[
    str, typer.Option("--host", metavar="ADDRESS", help="Where to listen; beyond this machine with --token.")
]
_Port = Annotated[int, typer.Option("--port", metavar="N", min=0, max=65535, help="The port; 0 for any that is free.")]
_Edit = Annotated[bool, typer.Option("--edit", help="Let decisions be made on the page.")]
_Token = Annotated[
    str | None,
    typer.Option("--token", metavar="WORD", help="What others must know to get in.  [default: RELATA_TOKEN]"),
]
_Tiles = Annotated[
    str | None,
    typer.Option("--tiles", metavar="URL", help="Map tiles to lay under incidents: https://…/{z}/{x}/{y}.png"),
]
_Name = Annotated[
    list[str] | None, typer.Option("--name", metavar="NAME", help="A name of this server behind a proxy.")
]


def serve(
    context: typer.Context,
    *,
    host: _Host = "127.0.0.1",
    port: _Port = 8000,
    edit: _Edit = False,
    token: _Token = None,
    tiles: _Tiles = None,
    name: _Name = None,
) -> None:
    """Show the database as a page in the browser, with an API under /api/v1.

    Nothing is fetched from elsewhere, and nothing can be changed without --edit. By default this machine alone can
    reach it.

    \b
    Examples:
      relata --db demo.db serve
      relata --db demo.db serve --edit --port 8080
    """
    from relata.web.served import Served  # noqa: PLC0415 - help must not wait for it

    session: Session = context.obj
    served = Served(
        session.where,
        host,
        port,
        edit,
        token or setting("token") or None,
        tiles,
        frozenset(one.casefold() for one in name or ()),
        setting("analyst"),
    )
    with opened(context) as db:
        db.bring_up_to_date()
    from relata.web.server import run  # noqa: PLC0415 - see above

    run(served, put)
