"""Actors: the list, and what is known of one."""

from __future__ import annotations

from typing import Any, get_args

from relata.answers.asking import ask_dossier
from relata.answers.objects import dossier_object
from relata.database import Database
from relata.model.actor import ActorKind
from relata.tables.folding import folded
from relata.web.api import shapes
from relata.web.api.cursors import CURSOR, LIMIT, read_cursor, write_cursor
from relata.web.api.objects import listed
from relata.web.api.operations import Given, Group
from relata.web.filters import LONGEST, Parameter, ParameterError, choice, whole

group = Group("Actors")

NAME = Parameter("name", "Letters of one of its names, case and accents aside.", "shabaab")
KIND = choice("kind", "What it is.", get_args(ActorKind), "armed group")
WHO = Parameter("name", "Its id, or any of its names.", "", {"type": "string", "minLength": 1, "maxLength": LONGEST})
SHOWN = whole("limit", "How many of its incidents at most.", 1, 10_000, default=200, example=20)


@group.get(
    "/actors", "List actors", gives=shapes.ActorList, takes=(LIMIT, CURSOR, NAME, KIND), example="limit=1&name=shabaab"
)
def list_actors(db: Database, given: Given) -> Any:
    """Actors by name, a page at a time, with the number of incidents for which each is said to be responsible."""
    after = read_cursor(given["cursor"], given.content, given.question, (str,))
    name = given["name"]
    if name is not None and not folded(name):
        raise ParameterError({"name": f"name is {name!r}; expected at least one letter or digit"})
    page = db.store.actor_page(name=name, kind=given["kind"], after=after, limit=given["limit"])
    return {
        "actors": [
            {
                "id": one.actor.id,
                "name": one.actor.name,
                "kind": one.kind,
                "aliases": list(one.actor.aliases),
                "incidents": one.incidents,
            }
            for one in page.items
        ],
        "next": write_cursor(page.next, given.content, given.question),
    }


@group.get("/actors/{name}", "Dossier of an actor", gives=shapes.DossierObject, takes=(SHOWN,), inside=WHO)
def dossier(db: Database, given: Given) -> Any:
    """Names with their grounds, what is said of it, incidents with status, careful sums, relations."""
    found = ask_dossier(db.store, given["name"])
    deeds = [
        {**listed(deed.incident), "status": deed.status, "holders": list(deed.holders)}
        for deed in found.deeds[: given["limit"]]
    ]
    return {**dossier_object(found), "incidents": deeds, "incidents_in_all": len(found.deeds)}
