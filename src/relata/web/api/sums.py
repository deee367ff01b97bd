"""Sums, search, and what a database holds as a whole."""

from __future__ import annotations

from typing import Any

from relata.answers.asking import ask_count, ask_search
from relata.answers.counting import GROUPS
from relata.answers.objects import answer_object, facets_object, found_object
from relata.answers.search import make_facets
from relata.answers.sums import COUNTINGS
from relata.database import Database
from relata.export.to_json import clocks
from relata.store import Past
from relata.store.query import make_query
from relata.tables.actors import countries
from relata.web.api import shapes
from relata.web.api.charts import bars_object
from relata.web.api.objects import listed, listed_by_id
from relata.web.api.operations import Given, Group
from relata.web.filters import Parameter, ParameterError, choice, whole

group = Group("Sums and search")

WHAT = choice("what", "What is counted.", COUNTINGS, "killed", "killed")
BY = choice("by", "Also a sum for each of these.", GROUPS, "country")
WORDS = Parameter("q", 'Words that one report must hold; a phrase as "truck bomb".', "university", required=True)
MOST_HITS = whole("limit", "How many reports, and incidents, at most.", 1, 100, default=20, example=2)

TOP = 25
"""Actors that an overview names."""


@group.get(
    "/count",
    "Count people or incidents",
    gives=shapes.CountedObject,
    takes=(WHAT, BY),
    filtered=True,
    example="what=killed&by=country",
)
def count(db: Database, given: Given) -> Any:
    """The careful sum over the incidents that meet the filters, no event counted twice; docs/rules.md has the rules."""
    found = answer_object(ask_count(db.store, given["what"], given.chosen.query, given["by"]))
    return {name: value for name, value in found.items() if name != "incidents"}


@group.get(
    "/search",
    "Search reports and incidents",
    gives=shapes.SearchObject,
    takes=(WORDS, MOST_HITS),
    filtered=True,
    example="q=university&limit=1",
)
def search(db: Database, given: Given) -> Any:
    """Reports and incidents that hold all the words of `q`, best first, with counts by facet."""
    words = given["q"]
    if words is None or not any(char.isalnum() for char in words):
        raise ParameterError({"q": f"q is {words!r}; expected at least one word"})
    found = ask_search(db.store, words, given.chosen.query, given["limit"])
    whole = found_object(found)
    for row, hit in zip(whole["incidents"], found.incidents, strict=True):
        row.update(listed(hit.incident))
    return whole


@group.get("/overview", "What the database holds", gives=shapes.OverviewObject)
def overview(db: Database, _: Given) -> Any:
    """Incidents and dead by month and country, actors, standings, what is contested, and what was skipped and why."""
    store = db.store
    contested = make_query(standing="contested")
    worst = store.incident_page(contested, order="-killed", limit=10)
    names = {entry.code: entry.name for entry in countries()}
    facets = facets_object(
        make_facets(store.facets(only=("actor", "standing")), {"actor": store.shown_names(), "country": names})
    )
    rows = store.count()
    kept = ("reports", "claims", "actors", "incidents", "decisions", "files")
    skipped = store.skipped_by_reason()
    return {
        "counts": {**{name: rows[name] for name in kept}, "skipped": sum(skipped.values())},
        "clocks": clocks(store) if isinstance(store, Past) else None,
        **_renamed(bars_object(store.timeline(by="month"))),
        "countries": [
            {"value": one.value, "label": names.get(one.value or "", one.value or "not known"),
             "incidents": one.incidents, "killed": one.killed}
            for one in store.by_country()
        ],
        "actors": [row for row in facets["actor"] if row["value"] is not None][:TOP],
        "standings": facets["standing"],
        "contested": listed_by_id(store, worst.items),
        "skipped": skipped,
    }  # fmt: skip


def _renamed(found: dict[str, Any]) -> dict[str, Any]:
    return {"months": found["bars"], "vague": found["vague"]}
