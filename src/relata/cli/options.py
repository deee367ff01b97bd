"""Options that several verbs share: the filters of incidents."""

from __future__ import annotations

from typing import Annotated, Any

import typer

Country = Annotated[str | None, typer.Option(metavar="NAME", help="Country, by name or ISO 3166-1 code.")]
Since = Annotated[str | None, typer.Option(metavar="DATE", help="First day: 2022-03-04, 2022-03 or 2022.")]
Until = Annotated[str | None, typer.Option(metavar="DATE", help="Last day, inclusive.")]
Actor = Annotated[str | None, typer.Option(metavar="NAME", help="Any name of somebody said to be responsible.")]
Status = Annotated[
    str | None, typer.Option(metavar="WORD", help="How they are: claimed, attributed, suspected, denied, disputed.")
]
Kind = Annotated[str | None, typer.Option("--type", metavar="TYPE", help="Kind of violence, such as 'air strike'.")]
MinKilled = Annotated[int | None, typer.Option("--min-killed", metavar="N", help="People killed, at least.")]
Standing = Annotated[str | None, typer.Option(metavar="WORD", help="confirmed, reported, contested or unconfirmed.")]
Text = Annotated[
    str | None, typer.Option(metavar="WORDS", help="Words in one of its reports; a phrase as '\"truck bomb\"'.")
]
Limit = Annotated[int | None, typer.Option(min=1, metavar="N", help="Show the first N alone.")]
Json = Annotated[bool, typer.Option("--json", help="JSON instead of a table.")]


def filters(**given: Any) -> dict[str, Any]:
    """Those filters that were given."""
    return {name: value for name, value in given.items() if value is not None}
