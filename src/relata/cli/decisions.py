"""``relata decisions``: what analysts decided; to list, to undo, to share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from relata.cli import options, verbs
from relata.cli.session import opened
from relata.cli.undo import undo
from relata.errors import QueryError

_Withdrawn = Annotated[bool, typer.Option("--withdrawn", help="Also those that were undone.")]
_To = Annotated[str, typer.Argument(metavar="FILE", help="The file to write.", show_default=False)]
_From = Annotated[str, typer.Argument(metavar="FILE", help="The file to read.", show_default=False)]

group = verbs.group(
    "[list] | undo ID | export FILE | import FILE",
    """List what analysts decided, and share it.

    \b
    Examples:
      relata --db demo.db decisions
      relata --db demo.db decisions --withdrawn --json
    """,
)

group.command("undo")(undo)


@group.command("list")
def list_(
    context: typer.Context,
    withdrawn: _Withdrawn = False,
    known_at: options.KnownAt = None,
    json: options.Json = False,
) -> None:
    """List decisions, in order of time (what `relata decisions` does by itself).

    Each with who, what about and why; and whether it is without effect, since a later one holds in its place, or since
    what it is about is no longer told.

    \b
    Examples:
      relata --db demo.db decisions list --withdrawn
      relata --db demo.db decisions list --known-at 2026-11-28
    """
    from relata.cli.decided import effect_object, effect_table  # noqa: PLC0415 - rich is loaded when it is needed
    from relata.cli.output import put, put_json_list  # noqa: PLC0415
    from relata.words.values import plural  # noqa: PLC0415

    with opened(context, known_at=known_at) as db:
        found = db.effects(withdrawn=withdrawn)
        if json:
            put_json_list(map(effect_object, found))
            return
        if found:
            put(effect_table(db, found), table=True)
        put(plural(len(found), "decision"))


@group.command("export")
def export(context: typer.Context, file: _To) -> None:
    """Write all decisions, those that were undone too, as one file for others.

    \b
    Examples:
      relata --db demo.db decisions export decisions.json
    """
    from relata.cli.output import put  # noqa: PLC0415 - see above
    from relata.words.values import plural  # noqa: PLC0415

    if Path(file).is_dir() or not Path(file).absolute().parent.is_dir():
        raise QueryError(f"{file} is no file that can be written; give the name of a file in a folder that is there")
    with opened(context) as db:
        db.export_decisions(file)
        put(f"{plural(len(db.decisions(withdrawn=True)), 'decision')} written to {file}")


@group.command("import")
def import_(context: typer.Context, file: _From) -> None:
    """Take over the decisions of a file: all of them or, if it is damaged, none.

    Ids, names, times and withdrawals stay as they are. What is known is passed over, so the same file can be read
    again; what was undone on either side is undone. Decisions about reports that are not here wait for them.

    \b
    Examples:
      relata --db demo.db decisions import decisions.json
    """
    from relata.cli.output import put  # noqa: PLC0415 - see above
    from relata.words.values import plural  # noqa: PLC0415

    with opened(context) as db:
        done = db.import_decisions(file)
        put(f"{plural(done.added, 'new decision')}, {done.known:,} known, {done.withdrawn:,} undone by others")
        waiting = sum(1 for one in db.effects() if one.without)
        if waiting:
            put(f"{plural(waiting, 'decision')} without effect (listed by: relata --db {db.store.address} decisions)")
