"""``relata actor``: the dossier of one actor."""

from __future__ import annotations

from typing import Annotated

import typer

from relata.cli import options
from relata.cli.session import opened

_Name = Annotated[str, typer.Argument(metavar="NAME", help="Any of its names, or its id.", show_default=False)]


def actor(
    context: typer.Context,
    name: _Name,
    *,
    as_of: options.AsOf = None,
    known_at: options.KnownAt = None,
    json: options.Json = False,
) -> None:
    """Show the dossier of one actor: names, profile, incidents, tolls, relations.

    Every name stands with the list entry or the claim that gives it, every value of the profile with who says so and
    in which words; values that disagree stand side by side. Tolls are sums over its incidents, no event counted twice;
    what it is denied or disputed to have done is told apart. `relata actors` lists all names.

    \b
    Examples:
      relata --db demo.db actor al-Shabaab
      relata --db demo.db actor 'Boko Haram' --json
    """
    with opened(context, as_of=as_of, known_at=known_at) as db:
        found = db.dossier(name)
        if json:
            from relata.answers.objects import dossier_object  # noqa: PLC0415 - only for programs
            from relata.cli.output import put_json  # noqa: PLC0415

            put_json(dossier_object(found))
            return
        from relata.cli.dossier import dossier_parts  # noqa: PLC0415 - rich is loaded when something is to be shown
        from relata.cli.output import put  # noqa: PLC0415

        claims = [*found.actor.claims, *(claim for row in found.related for claim in row.claims)]
        put(*dossier_parts(found, {id_: db.report(id_) for id_ in sorted({claim.report for claim in claims})}))
