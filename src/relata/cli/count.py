"""``relata count``: how many were killed in the incidents that meet a question."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from relata.cli import options
from relata.cli.session import opened

_What = Annotated[
    str,
    typer.Argument(
        metavar="WHAT", help="killed, wounded, missing, abducted, arrested or incidents.", show_default=False
    ),
]
_By = Annotated[
    str | None,
    typer.Option(metavar="WORD", help="A sum for each year, month, country, actor, type, status or standing."),
]


@options.filtered()
def count(
    context: typer.Context,
    what: _What,
    *,
    filters: dict[str, Any],
    by: _By = None,
    as_of: options.AsOf = None,
    known_at: options.KnownAt = None,
    json: options.Json = False,
) -> None:
    """Count the people killed, wounded … in the incidents that meet the filters.

    The answer has a best, a lowest and a highest figure, and the incidents under it. No event counts twice: an incident
    that may be one with another, that may lie outside the time asked, or that is a total beside its parts, counts in
    the highest alone. What is denied or contested is told apart. docs/rules.md has the rules.

    \b
    Examples:
      relata --db demo.db count killed --actor al-Shabaab --status claimed --country Kenya --since 2013 --until 2017
      relata --db demo.db count killed --by country
      relata --db demo.db count incidents --by year --json
    """
    with opened(context, as_of=as_of, known_at=known_at) as db:
        found = db.count(what, by=by, **filters)
    if json:
        from relata.answers.objects import answer_object  # noqa: PLC0415 - only for programs
        from relata.cli.output import put_json  # noqa: PLC0415

        put_json(answer_object(found))
        return
    from relata.cli.output import put  # noqa: PLC0415 - rich is loaded when something is to be shown
    from relata.cli.sums import answer_parts  # noqa: PLC0415

    put(*answer_parts(found))
