"""``relata skipped``: what was refused, and why."""

from __future__ import annotations

import typer

from relata.cli import options
from relata.cli.session import opened


def skipped(
    context: typer.Context,
    *,
    as_of: options.AsOf = None,
    known_at: options.KnownAt = None,
    json: options.Json = False,
) -> None:
    """List what was refused, with the reason.

    Whatever was offered and is no report stands here: nothing is dropped in silence. A refusal
    has no date of publication: --as-of leaves all of them in.

    \b
    Example:
      relata --db demo.db skipped
    """
    with opened(context, as_of=as_of, known_at=known_at) as db:
        found = db.skipped()
        if json:
            from relata.cli.output import put_json_list  # noqa: PLC0415 - only for programs
            from relata.model import encode  # noqa: PLC0415

            put_json_list(map(encode, found))
            return
        from relata.cli.output import put  # noqa: PLC0415 - rich is loaded when something is to be shown
        from relata.cli.tables import plain_table  # noqa: PLC0415

        rows = [(one.reason, one.detail, str(one.part), one.uri) for one in found]
        if rows:
            put(plain_table(("reason", "because", "part", "file"), rows), table=True)
        put(f"{len(rows):,} skipped")
