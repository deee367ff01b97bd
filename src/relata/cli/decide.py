"""``relata decide``: what an analyst finds, with name and reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer
from typer.core import TyperGroup

from relata.cli import options, verbs
from relata.cli.session import opened

if TYPE_CHECKING:
    from relata.database import Database
    from relata.model import Decision

_Ids = Annotated[
    list[str],
    typer.Argument(metavar="ID ID…", help="Incidents, events, or claims that are about them.", show_default=False),
]
_Claim = Annotated[str, typer.Argument(metavar="CLAIM", help="Id of the claim.", show_default=False)]
_Incident = Annotated[str, typer.Argument(metavar="ID", help="Id of the incident.", show_default=False)]
_Subject = Annotated[str, typer.Argument(metavar="ID", help="Id of the incident, or of a claim.", show_default=False)]
_Attribute = Annotated[
    str,
    typer.Argument(
        metavar="WHAT",
        help="killed, wounded, missing, abducted, arrested, type, date, place, responsible, target, victim, weapon.",
        show_default=False,
    ),
]
_Value = Annotated[str, typer.Argument(metavar="VALUE", help="The value.", show_default=False)]

group = verbs.group(
    "same | different | reject | correct | confirm",
    """Decide what reports leave open: name, time and reason are kept.

    Every later run respects what is decided; `relata undo` takes it back, and `relata decisions` lists it. Ids, or
    their beginnings, are those that `relata incidents` and `relata show` print.

    \b
    Examples:
      relata --db demo.db decide correct 8c1a6459 killed "21 (19-21)" --by "A. Analyst" --reason "hospital lists"
      relata --db demo.db decide confirm 8c1a6459 --by "A. Analyst" --reason "seen on the film of the day"
    """,
    TyperGroup,
)


@group.command("same")
def same(
    context: typer.Context, ids: _Ids, *, reason: options.Reason, by: options.By = None, json: options.Json = False
) -> None:
    """Say that incidents are one.

    They are joined, whatever their scores; each of their ids leads to the one that they are now.

    \b
    Examples:
      relata --db demo.db decide same 8c1a6459 01a2f2c1 --by "A. Analyst" --reason "one blast, two spellings"
    """
    _decide(context, "same", ids, by, reason, json=json)


@group.command("different")
def different(
    context: typer.Context, ids: _Ids, *, reason: options.Reason, by: options.By = None, json: options.Json = False
) -> None:
    """Say that incidents, or two tellings within one, are not one.

    To part an incident, name a claim of each side: claims stand with their ids in `relata show`.

    \b
    Examples:
      relata --db demo.db decide different 8c1a6459 01a2f2c1 --by "A. Analyst" --reason "two markets"
    """
    _decide(context, "different", ids, by, reason, json=json)


@group.command("reject")
def reject(
    context: typer.Context, claim: _Claim, *, reason: options.Reason, by: options.By = None, json: options.Json = False
) -> None:
    """Say that a claim is wrong: misread by Relata, or withdrawn by its source. It counts for nothing then.

    \b
    Examples:
      relata --db demo.db decide reject b36cca7d --by "A. Analyst" --reason "it counts the wounded"
    """
    _decide(context, "reject", [claim], by, reason, json=json)


@group.command("correct")
def correct(
    context: typer.Context,
    incident: _Incident,
    attribute: _Attribute,
    value: _Value,
    *,
    reason: options.Reason,
    by: options.By = None,
    json: options.Json = False,
) -> None:
    """Set a value of an incident. The claims stay, and what they give is shown beside it.

    Values are written as they are listed: 64, "64 (60-70)", 60+, unknown; 2022-03-04, 2022-03; "Peshawar, Pakistan",
    with a point for what is not known "Kocha, PK 34.01 71.58"; "Boko Haram (suspected); ISWAP", nobody.

    \b
    Examples:
      relata --db demo.db decide correct 8c1a6459 killed 21 --by "A. Analyst" --reason "hospital lists"
      relata --db demo.db decide correct 8c1a6459 responsible nobody --by "A. Analyst" --reason "nobody said so"
    """
    _decide(context, "correct", [incident], by, reason, attribute=attribute, value=value, json=json)


@group.command("confirm")
def confirm(
    context: typer.Context,
    subject: _Subject,
    *,
    reason: options.Reason,
    by: options.By = None,
    json: options.Json = False,
) -> None:
    """Vouch for an incident, or for a claim: it stands as confirmed then, with the name.

    \b
    Examples:
      relata --db demo.db decide confirm 8c1a6459 --by "A. Analyst" --reason "seen on the film of the day"
    """
    _decide(context, "confirm", [subject], by, reason, json=json)


def _decide(
    context: typer.Context,
    kind: str,
    subjects: list[str],
    by: str | None,
    reason: str,
    *,
    json: bool,
    attribute: str | None = None,
    value: str | None = None,
) -> None:
    name = options.analyst(by)
    with opened(context) as db:
        put_decided(db, db.decide(kind, subjects, name, reason, attribute=attribute, value=value), json=json)


def put_decided(db: Database, made: Decision, *, json: bool) -> None:
    """Show a decision, and what has come of it."""
    from relata.cli.decided import effect_lines, effect_object  # noqa: PLC0415 - rich is loaded when it is needed
    from relata.cli.output import put, put_json  # noqa: PLC0415

    effect = next(one for one in db.effects(withdrawn=True) if one.decision.id == made.id)
    if json:
        put_json(effect_object(effect))
    else:
        put(*effect_lines(db, effect))
