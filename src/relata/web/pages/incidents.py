"""The list of incidents, with map, timeline and facets; every filter stands in the address."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from relata.answers.asking import ask_facets
from relata.answers.search import Facet, Facets
from relata.database import Database
from relata.errors import NotFoundError
from relata.model import EVENT_TYPES, STATUSES
from relata.store.paging import ORDERS, Order
from relata.store.query import STANDINGS
from relata.web.api.cursors import read_cursor, write_cursor
from relata.web.databases import Db
from relata.web.filters import FILTERS, Chosen, ParameterError, chosen_by
from relata.web.memo import Memo
from relata.web.pages.rendering import page
from relata.words.values import country_name

router = APIRouter(include_in_schema=False)

SHOWN = 40
"""Incidents on one page of the list."""
FACETS: Mapping[str, str] = {
    "country": "country", "type": "kind of violence", "actor": "actor", "standing": "standing", "status": "status",
    "year": "year", "outlet": "outlet",
}  # fmt: skip
"""The facets in the order in which they stand, with their headings."""
FEW = 6
"""Values of a facet that are shown at once; the others unfold."""
MOST = 60
"""Values of a facet that are listed at all."""
ORDER_WORDS = {"-date": "newest first", "date": "oldest first", "-killed": "most killed first"}
USUAL_ORDER: Order = "-date"
TITLES = {"since": "from", "until": "to", "min_killed": "killed at least", "text": "words", "bbox": "part of the map"}


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter that is set: its words, and the address without it."""

    label: str
    value: str
    without: str


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a facet, and the address with it; where it is chosen, the address without it."""

    label: str
    incidents: int
    address: str
    chosen: bool


@router.get("/", name="incidents")
def incidents(request: Request, db: Db) -> Response:
    """All incidents that the filters in the address choose."""
    chosen = chosen_by(request)
    order = next((one for one in ORDERS if one == request.query_params.get("order")), USUAL_ORDER)
    content = request.app.state.databases.version(chosen.clocks)
    question = f"page {order} {chosen.address()}"
    after = None
    cursor = request.query_params.get("after")
    try:
        kinds: tuple[tuple[type, ...], ...] = ((int,),) if order == "date" else ((int,), (int,))
        after = read_cursor(cursor, content, question, *kinds)
    except ParameterError:
        cursor = None  # the data have changed since, or somebody has typed it: the list begins again
    found = db.store.incident_page(chosen.query, order=order, after=after, limit=SHOWN)
    names = _names(db, chosen)
    memo: Memo = request.app.state.memo
    facets, bars = memo.get(
        ("glance", content, chosen.query),
        lambda: (ask_facets(db.store, chosen.query), db.store.timeline(chosen.query, "month")),
    )
    kept = {} if order == USUAL_ORDER else {"order": order}
    return page(
        request,
        "incidents.html",
        db=db,
        chosen=chosen,
        incidents=list(db.store.incidents_by_id(found.items, claims=False)),
        total=db.store.count_incidents(chosen.query),
        in_all=db.store.count_incidents(),
        more=_address(chosen, {**kept, "after": write_cursor(found.next, content, question)}) if found.next else None,
        further=cursor is not None,
        chips=[
            Chip(TITLES.get(name, name), names.get(name, value), _address(chosen, {name: None, **kept}))
            for name, value in chosen.filters.items()
        ],
        facets=dict(_options(facets, chosen, kept)),
        facet_words=FACETS,
        few=FEW,
        bars=[bar._asdict() for bar in bars if bar.start],
        order=order,
        orders={one: (words, _address(chosen, {"order": one})) for one, words in ORDER_WORDS.items()},
        choices={"type": EVENT_TYPES, "standing": STANDINGS, "status": STATUSES},
        cleared=_address(chosen, {one.name: None for one in FILTERS}),
        query=chosen.address(),
        tiles=request.app.state.served.tiles,
    )


def _address(chosen: Chosen, changes: Mapping[str, Any]) -> str:
    query = chosen.address(**changes)
    return f"/?{query}" if query else "/"


def _names(db: Database, chosen: Chosen) -> dict[str, str]:
    """Codes and ids among the filters as people call them."""
    found = {}
    if "country" in chosen.filters and chosen.query.country:
        found["country"] = country_name(chosen.query.country)
    if "actor" in chosen.filters:
        with suppress(NotFoundError):  # nobody, or several: then the words as they were typed
            found["actor"] = db.actor(chosen.filters["actor"]).name
    return found


def _options(found: Facets, chosen: Chosen, kept: Mapping[str, str]) -> Iterator[tuple[str, list[Option]]]:
    """The facets of what is chosen; values that nothing has, and "not known", are left out."""
    for name in FACETS:
        rows = [row for row in found[name] if row.value is not None]
        if name == "year":
            rows.reverse()
        options = [_option(name, row, chosen, kept) for row in rows[:MOST]]
        if options:
            yield name, options


def _option(name: str, row: Facet, chosen: Chosen, kept: Mapping[str, str]) -> Option:
    value = row.value or ""
    filters = chosen.filters
    if name == "year":
        set_ = filters.get("since") == value and filters.get("until") == value
        changes: dict[str, str | None] = dict.fromkeys(("since", "until"), None if set_ else value)
    else:
        set_ = filters.get(name) in (value, row.label)
        changes = {name: None if set_ else value}
    return Option(row.label, row.incidents, _address(chosen, {**kept, **changes}), set_)
