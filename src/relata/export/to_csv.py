"""Tables for spreadsheets: incidents, and with a folder also claims and reports."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any

from relata.export.frame import COLUMNS, SEPARATOR, Cell, incident_row
from relata.export.selection import Selection, select
from relata.export.shapes import claim_object, report_object
from relata.store import IncidentQuery, Store

CLAIM_COLUMNS: dict[str, str] = {
    "incident": "Id of the incident; empty for a claim about an actor.",
    "actor": "Id of the actor that a profile's claim is about; empty for a claim about an incident.",
    "id": "Id of the claim.",
    "report": "Id of the report.",
    "attribute": "What it speaks of.",
    "value": "The value in words: a number's own words, an ISO interval, a name.",
    "low": "The fewest people that the words allow.",
    "high": "The most people that the words allow.",
    "of": "Whom a count counts.",
    "side": "attacker: they belong to the side that attacked.",
    "mode": "How responsibility was claimed, by GTD's claim modes.",
    "channel": "The words that name the way in which it was claimed.",
    "holder": "Who says it.",
    "via": "Through whom the outlet has it, nearest first.",
    "stance": "asserts, claims, suspects, denies, doubts or confirms.",
    "start": "Offset of the first character in the report's text.",
    "end": "Offset behind the last character.",
    "quote": "The words.",
}
"""The columns of claims.csv."""

REPORT_COLUMNS: dict[str, str] = {
    "id": "Id of the report.",
    "path": "Where it was read from first.",
    "part": "0 for the first or only article in its file.",
    "outlet": "Who published it.",
    "title": "Its headline.",
    "byline": "Its author line.",
    "dateline": "Place and agency that open the text.",
    "published": "ISO date or date-time.",
    "published_from": "Where the date was found: text, metadata, url, feed or given.",
    "relies_on": "Whom the report itself says it takes its account from.",
    "copy_of": "Id of the report that this one reprints.",
}
"""The columns of reports.csv."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a spreadsheet takes for the beginning of a formula; the last four are = + - @ in full width."""


def write_csv(store: Store, stream: IO[str], query: IncidentQuery | None = None) -> None:
    """Write one row for each incident.

    Args:
        store: whence.
        stream: where to, open for text with newline "".
        query: which incidents; all of them when it is None.
    """
    _write(stream, COLUMNS, (incident_row(item) for item in store.incidents(query or IncidentQuery())))


def write_csv_folder(store: Store, folder: Path, query: IncidentQuery | None = None) -> None:
    """Write incidents.csv, claims.csv and reports.csv into ``folder``, which is made if need be."""
    folder.mkdir(parents=True, exist_ok=True)
    chosen = select(store, query)
    tables: tuple[tuple[str, Mapping[str, str], Iterable[Mapping[str, Any]]], ...] = (
        ("incidents.csv", COLUMNS, (incident_row(item) for item in chosen.incidents(store))),
        ("claims.csv", CLAIM_COLUMNS, claim_rows(store, chosen)),
        ("reports.csv", REPORT_COLUMNS, report_rows(store, chosen)),
    )
    for name, columns, rows in tables:
        with (folder / name).open("w", encoding="utf-8", newline="") as stream:
            _write(stream, columns, rows)


def safe(cell: Any) -> Any:
    """``cell`` as a spreadsheet may read it: words that it would take for a formula get an apostrophe in front.

    Numbers stay as they are: "-3" as a number is no formula. A carriage return becomes a line feed: it alone
    would not be quoted, and the rest of the cell would be the next row to many readers. Source: OWASP, CSV Injection.
    """
    if not isinstance(cell, str):
        return cell
    return ("'" if cell.startswith(_FORMULA) else "") + cell.replace("\r\n", "\n").replace("\r", "\n")


def lines(columns: Mapping[str, str], rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """A table line by line, as it is written and as it is sent: the heads, then every row, its words made safe."""
    line = io.StringIO()
    writer = csv.writer(line, lineterminator="\n")

    def written(cells: Iterable[Any]) -> str:
        line.seek(0)
        line.truncate()
        writer.writerow(cells)
        return line.getvalue()

    yield written(columns)
    for row in rows:
        yield written(safe(row.get(name)) for name in columns)


def _write(stream: IO[str], columns: Mapping[str, str], rows: Iterable[Mapping[str, Any]]) -> None:
    stream.writelines(lines(columns, rows))


def report_rows(store: Store, chosen: Selection) -> Iterable[Mapping[str, Any]]:
    """The reports, with the columns of :data:`REPORT_COLUMNS`."""
    for report in chosen.reports(store):
        row = report_object(report, chosen.context)
        yield {**row, "relies_on": SEPARATOR.join(row["relies_on"])}


def claim_rows(store: Store, chosen: Selection) -> Iterable[Mapping[str, Any]]:
    """The claims about incidents, then those about actors, with the columns of :data:`CLAIM_COLUMNS`."""
    for incident in chosen.incidents(store):
        for claim in incident.claims:
            yield {"incident": incident.id, **_flat(claim_object(claim, chosen.context))}
    for actor in chosen.actors(store):
        for claim in actor.claims:
            if claim.report in chosen.context.outlets:
                yield {"actor": actor.id, **_flat(claim_object(claim, chosen.context))}


def _flat(claim: Mapping[str, Any]) -> dict[str, Cell]:
    value = claim["value"]
    flat = {**claim, "holder": claim["holder"]["name"], "via": SEPARATOR.join(claim["via"])}
    if isinstance(value, dict):
        flat |= {"value": _words(value), "low": value.get("low"), "high": value.get("high")}
    return flat


def _words(value: Mapping[str, Any]) -> str:
    if "words" in value:
        return str(value["words"])
    if "name" in value:
        return str(value["name"])
    return f"{value['start']}/{value['end']}" if "start" in value else json.dumps(value)
