"""Options that several verbs share: the filters of incidents."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from typing import Annotated, Any, get_type_hints

import typer

from relata.errors import QueryError
from relata.settings import setting

Country = Annotated[str | None, typer.Option(metavar="NAME", help="Country, by name or ISO 3166-1 code.")]
Since = Annotated[str | None, typer.Option(metavar="DATE", help="First day: 2022-03-04, 2022-03 or 2022.")]
Until = Annotated[str | None, typer.Option(metavar="DATE", help="Last day, inclusive.")]
Actor = Annotated[str | None, typer.Option(metavar="NAME", help="Any name of somebody said to be responsible.")]
Status = Annotated[
    str | None, typer.Option(metavar="WORD", help="How they are: claimed, attributed, disputed, suspected, denied.")
]
Kind = Annotated[str | None, typer.Option("--type", metavar="TYPE", help="Kind of violence, such as 'air strike'.")]
MinKilled = Annotated[int | None, typer.Option("--min-killed", metavar="N", help="People killed, at least.")]
Standing = Annotated[str | None, typer.Option(metavar="WORD", help="confirmed, reported, contested or unconfirmed.")]
Text = Annotated[
    str | None, typer.Option(metavar="WORDS", help="Words in one of its reports; a phrase as '\"truck bomb\"'.")
]
Outlet = Annotated[str | None, typer.Option(metavar="NAME", help="An outlet that tells of it.")]
Box = Annotated[
    str | None, typer.Option("--bbox", metavar="W,S,E,N", help="Within these degrees, such as 60.5,23.5,77.9,37.1.")
]
AsOf = Annotated[
    str | None, typer.Option(metavar="DATE", help="As it had been reported by then; undated reports are left out.")
]
KnownAt = Annotated[
    str | None,
    typer.Option(metavar="TIME", help="As this database had it then: 2026-11-28, or 2026-11-28T10:00 (UTC)."),
]
Limit = Annotated[int | None, typer.Option(min=1, metavar="N", help="Show the first N alone.")]
Json = Annotated[bool, typer.Option("--json", help="JSON instead of a table.")]

By = Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who decides.  [default: RELATA_ANALYST]")]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why, in a sentence.", show_default=False)]


def analyst(by: str | None) -> str:
    """The name that stands under a decision.

    Raises:
        QueryError: if nothing gives one.
    """
    name = (by or setting("analyst")).strip()
    if not name:
        raise QueryError("a decision has the name of who made it: give --by NAME, or set RELATA_ANALYST")
    return name


FILTERS: dict[str, Any] = {
    "country": Country,
    "since": Since,
    "until": Until,
    "actor": Actor,
    "status": Status,
    "type": Kind,
    "min_killed": MinKilled,
    "standing": Standing,
    "text": Text,
    "outlet": Outlet,
    "bbox": Box,
}
"""The options that choose incidents, by the names of the filters of :meth:`relata.database.Database.incidents`."""


def filtered(*left_out: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a verb the options that choose incidents, in the place of its parameter ``filters``.

    The verb gets those that were given, by name.

    Args:
        left_out: filters that the verb does not take.
    """

    def wrap(verb: Callable[..., None]) -> Callable[..., None]:
        names = [name for name in FILTERS if name not in left_out]

        @functools.wraps(verb)
        def run(*args: Any, **given: Any) -> None:
            chosen = {name: value for name in names if (value := given.pop(name)) is not None}
            verb(*args, filters=chosen, **given)

        own, hints = inspect.signature(verb), get_type_hints(verb, include_extras=True)
        parameters: list[inspect.Parameter] = []
        for one in own.parameters.values():
            if one.name == "filters":
                parameters += [one.replace(name=name, default=None, annotation=FILTERS[name]) for name in names]
            else:
                parameters.append(one.replace(annotation=hints[one.name]))
        run.__dict__["__signature__"] = own.replace(parameters=parameters)
        run.__annotations__ = {one.name: one.annotation for one in parameters}
        return run

    return wrap
