"""The JSON export, written bit by bit: memory does not grow with the number of incidents."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from typing import IO, Any

from relata.export.contract import SCHEMA_VERSION, ClocksObject, Generator
from relata.export.selection import Selection, select
from relata.export.shapes import actor_profile, incident_object, report_object
from relata.model import Maker
from relata.store import IncidentQuery, Past, Store


def write_json(store: Store, stream: IO[str], query: IncidentQuery | None = None) -> None:
    """Write incidents, and the reports and actors they rest on, as one JSON object.

    The same database gives the same bytes: reports and incidents by date and id, actors by id, one space of
    indentation, UTF-8, coordinates of five digits.

    Args:
        store: whence.
        stream: where to, open for text: UTF-8, lines ended by a line feed alone.
        query: which incidents; all, and all reports and actors too, when it is None or empty.
    """
    chosen = select(store, query)
    for piece in pieces(store, chosen):
        stream.write(piece)


def pieces(store: Store, chosen: Selection) -> Iterator[str]:
    """The text of the export, piece by piece."""
    yield f'{{\n "schema_version": {SCHEMA_VERSION},\n "generator": {_text(generator(store.makers()), 1)}'
    if isinstance(store, Past):
        yield f',\n "clocks": {_text(clocks(store), 1)}'
    context = chosen.context
    yield from _array("reports", (report_object(report, context) for report in chosen.reports(store)))
    yield from _array("incidents", (incident_object(incident, context) for incident in chosen.incidents(store)))
    yield from _array("actors", (actor_profile(actor, context) for actor in chosen.actors(store)))
    yield "\n}\n"


def clocks(view: Past) -> ClocksObject:
    """From when an export of the past looks."""
    found = view.clocks
    undated = view.undated() if found.as_of else 0
    return {"as_of": found.as_of, "known_at": found.known_at, "undated": undated}


def generator(makers: Iterable[Maker]) -> Generator:
    """What wrote the export."""
    found = tuple(makers)
    models = sorted({maker.model for maker in found if maker.model})
    return {
        "name": "relata",
        "version": version("relata"),
        "model": "+".join(models) or None,
        "extractors": [{"name": maker.extractor, "version": maker.version, "model": maker.model} for maker in found],
    }


def _array(name: str, items: Iterable[Any]) -> Iterator[str]:
    yield f',\n "{name}": ['
    first = True
    for item in items:
        yield ("\n  " if first else ",\n  ") + _text(item, 2)
        first = False
    yield "]" if first else "\n ]"


def _text(item: Any, depth: int) -> str:
    # Line breaks within strings are escaped, so every one that is left is indentation.
    return json.dumps(item, ensure_ascii=False, indent=1, allow_nan=False).replace("\n", "\n" + " " * depth)
