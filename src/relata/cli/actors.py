"""``relata actors``: who is named, under which names, and what is said of them; and lists of actors to know."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from relata.cli import imports, options, verbs
from relata.cli.session import opened

if TYPE_CHECKING:
    from relata.database import Database
    from relata.model import Actor

_Name = Annotated[str | None, typer.Argument(metavar="[NAME]", help="Words of any of its names.", show_default=False)]


group = verbs.group(
    "[NAME] | import FILE | imports | remove NAME",
    """List actors, or show those of one name.

    Without a NAME, all actors under all their names; with one, what is said of those who bear it. Lists of actors
    can be imported: they are then known by name when reports are read.

    \b
    Examples:
      relata --db demo.db actors
      relata --db demo.db actors Shabaab
      relata actors import ucdp-actor-221.csv
    """,
)


@group.command("list")
def actors(
    context: typer.Context,
    name: _Name = None,
    *,
    as_of: options.AsOf = None,
    known_at: options.KnownAt = None,
    json: options.Json = False,
) -> None:
    """List actors, or show those of one name (what `relata actors` does by itself).

    \b
    Examples:
      relata --db demo.db actors list Shabaab
    """
    with opened(context, as_of=as_of, known_at=known_at) as db:
        found = [actor for actor in db.actors() if name is None or _bears(actor, name)]
        if json:
            from relata.cli.output import put_json_list  # noqa: PLC0415 - only for programs
            from relata.model import encode  # noqa: PLC0415

            put_json_list(map(encode, found))
        elif name is None:
            _put_list(found)
        else:
            _put_profiles(db, found, name)


@group.command("import")
def import_(file: imports.File, name: imports.Name = None) -> None:
    """Import a list of actors: known by name from then on, beside those that come with Relata.

    FILE is the actor list of UCDP (CSV), the consolidated list of the UN Security Council (XML), or entities of
    FollowTheMoney (JSON lines), also packed with gzip. Relata's own entries win; a known actor gets further names.
    Short and common names count only beside their country or a longer name, and persons by full names alone.

    \b
    Examples:
      relata actors import ucdp-actor-221.csv
      relata actors import entities.ftm.json --name my-list
    """
    from relata.cli.output import put  # noqa: PLC0415 - rich is loaded when something is to be shown
    from relata.run.imports import import_actors  # noqa: PLC0415 - tables are loaded when they are needed

    put(*imports.summary_lines(import_actors(file, name), file))


@group.command("imports")
def imported(json: options.Json = False) -> None:
    """List what was imported.

    \b
    Examples:
      relata actors imports
    """
    imports.put_imports("actors", json=json)


@group.command("remove")
def remove(name: imports.Kept) -> None:
    """Remove a list that was imported.

    \b
    Examples:
      relata actors remove ucdp
    """
    imports.put_removed("actors", name)


def _bears(actor: Actor, name: str) -> bool:
    from relata.tables.folding import folded  # noqa: PLC0415 - only where a name is asked for

    wanted = f" {folded(name)} "
    return any(wanted in f" {folded(one)} " for one in (actor.name, *actor.aliases))


def _put_list(found: Sequence[Actor]) -> None:
    from relata.cli.output import put  # noqa: PLC0415 - rich is loaded when something is to be shown
    from relata.cli.tables import plain_table  # noqa: PLC0415
    from relata.words.values import plural  # noqa: PLC0415

    rows = [(actor.name, actor.kind, "; ".join(_others(actor)), str(len(actor.claims))) for actor in found]
    if rows:
        put(plain_table(("name", "kind", "also written", "claims"), rows), table=True)
    put(plural(len(rows), "actor"))


def _put_profiles(db: Database, found: Sequence[Actor], name: str) -> None:
    from rich.padding import Padding  # noqa: PLC0415 - see above
    from rich.text import Text  # noqa: PLC0415

    from relata.cli import style  # noqa: PLC0415
    from relata.cli.claims import claim_table  # noqa: PLC0415
    from relata.cli.output import put  # noqa: PLC0415
    from relata.words.text import one_line  # noqa: PLC0415

    if not found:
        put(f"nobody is called {one_line(name)}; `relata actors` lists all names")
    for actor in found:
        put(Text.assemble((one_line(actor.name), "bold"), f" · {actor.kind}", (f" · id {actor.id}", style.ASIDE)))
        others = _others(actor)
        if others:
            put(Text(f"also written {one_line('; '.join(others))}"))
        said = [claim for claim in actor.claims if claim.attribute != "alias"]
        reports = {claim.report: db.report(claim.report) for claim in said}
        for attribute in sorted({claim.attribute for claim in said}):
            alike = [claim for claim in said if claim.attribute == attribute]
            put(
                Text(f"\n{attribute.replace('_', ' ')}", style.HEADING),
                Padding(claim_table(alike, reports), (0, 0, 0, 2)),
            )
        put("")


def _others(actor: Actor) -> list[str]:
    return [alias for alias in actor.aliases if alias != actor.name]
