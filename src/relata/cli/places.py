"""``relata places``: what the gazetteer knows of a name; and lists of places for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from relata.cli import imports, options, verbs

if TYPE_CHECKING:
    from relata.places.gazetteer import Candidate

_Name = Annotated[str, typer.Argument(metavar="NAME", help="Name of a place.", show_default=False)]

group = verbs.group(
    "NAME | import FILE | imports | remove NAME",
    """Find the places of a name, and import more of them.

    Relata knows towns and districts by itself; villages of a country come from a dump of GeoNames.

    \b
    Examples:
      relata places Achin
      relata places import AF.zip
    """,
    verbs.VerbsOrName,
)


@group.command("find")
def find(name: _Name, json: options.Json = False) -> None:
    """Find the places of a name, largest first (what `relata places NAME` does by itself).

    \b
    Examples:
      relata places find Achin
    """
    from relata.places.gazetteer import gazetteer  # noqa: PLC0415 - a large table, loaded when it is asked

    found = gazetteer().lookup(name)
    if json:
        from dataclasses import asdict  # noqa: PLC0415 - only for programs

        from relata.cli.output import put_json_list  # noqa: PLC0415

        put_json_list({**asdict(place), **_point(place)} for place in found)
        return
    from relata.cli.output import put  # noqa: PLC0415 - rich is loaded when something is to be shown
    from relata.cli.tables import plain_table  # noqa: PLC0415
    from relata.words.text import one_line  # noqa: PLC0415
    from relata.words.values import plural  # noqa: PLC0415

    if found:
        put(plain_table(("name", "kind", "in", "country", "point", "people", "id"), map(_row, found)), table=True)
    put(f"{plural(len(found), 'place')} called {one_line(name)}")


@group.command("import")
def import_(file: imports.File, name: imports.Name = None) -> None:
    """Import places: found by name from then on, beside those that come with Relata.

    FILE is a dump of GeoNames, of one country or of all (AF.zip, allCountries.zip; also .txt and .gz), from
    https://download.geonames.org/export/dump/. Towns, villages and units are taken, and lakes, islands, airfields
    and the like under names of several words. What Relata knows already stays as it is.

    \b
    Examples:
      relata places import AF.zip
      relata places import allCountries.zip --name world
    """
    from relata.cli.output import put  # noqa: PLC0415 - rich is loaded when something is to be shown
    from relata.run.imports import import_places  # noqa: PLC0415 - tables are loaded when they are needed

    put(*imports.summary_lines(import_places(file, name), file))


@group.command("imports")
def imported(json: options.Json = False) -> None:
    """List what was imported.

    \b
    Examples:
      relata places imports
    """
    imports.put_imports("places", json=json)


@group.command("remove")
def remove(name: imports.Kept) -> None:
    """Remove a list that was imported.

    \b
    Examples:
      relata places remove af
    """
    imports.put_removed("places", name)


def _row(place: Candidate) -> tuple[str, ...]:
    kind = "district" if place.kind == "admin2" else "first-level unit" if place.kind == "admin1" else place.kind
    units = [unit for unit in (place.admin2, place.admin1) if unit and unit != place.name]
    point = _point(place)
    where = f"{point['lat']:.3f}, {point['lon']:.3f}" if point["lat"] is not None and point["lon"] is not None else ""
    people = f"{place.population:,}" if place.population else ""
    return (place.name, kind, ", ".join(units), place.country, where, people, place.id)


def _point(place: Candidate) -> dict[str, float | None]:
    """Its own point; of a place known by name alone there is none."""
    return {"lat": place.lat, "lon": place.lon} if place.located else {"lat": None, "lon": None}
