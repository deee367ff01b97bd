"""What the forms for maps, tables and graphs hold, for ``docs/formats.md``; the tables are those of the code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from relata.export.ftm.things import ORGANIZERS, SCHEMATA
from relata.export.stix.claims import OPINIONS
from relata.export.stix.objects import CLASSES, CONFIDENCE_OF_STANDING, CONFIDENCE_OF_STATUS

TABLES = """
## xlsx

Four sheets: `about` says what wrote the workbook and what each column means, `incidents`, `claims` and `reports` have
the columns of the CSV folder. Numbers are numbers and days are days (from 1900 on, as Excel has them). Text is text:
words that begin like a formula carry Excel's own mark for text (the quote prefix), so that they are unchanged and do
not run when somebody edits them. Characters that XML forbids become U+FFFD, a cell is cut at 32,767 characters, and a
sheet with more than 1,048,576 rows goes on in `claims 2`.

## parquet

Typed columns: days are dates, people 64-bit whole numbers, names lists, those responsible a list of structures with
id, name, status and holders. A file holds incidents; a folder (`-o tables/`) also claims, whose value stands in words
and as number, days, point or actor, and reports. Where a year is not known the days are null, and `date_years` lists
the years it can be. Days have Parquet's DATE type, compression is Zstandard.

```python
import polars as pl

deadly = pl.scan_parquet("tables/incidents.parquet").filter(pl.col("killed_low") >= 10)
```

## geojson

A FeatureCollection (RFC 7946), a feature for each incident with its id. Its geometry is the point of the place's name,
or null where none is known. Properties are flat, for desktop and web maps: the columns of `incidents.csv`, `where_prec`
(UCDP's precision of place, which says how much ground the point stands for), missing, abducted and arrested, and the
`years` that a day without a year can be of. Members beside `features` say what wrote it and from when it looks.
"""
FTM = """
## ftm and ftm-statements

Entities of FollowTheMoney 4, one JSON object on a line; `ftm-statements` holds the same as statements, a line for each
value. Ids are `relata-incident-…`, `relata-report-…` and so on, the same in every export; links point to nothing that
is missing.

{what}

{schemata}

No entity has `topics`: whether a group is a criminal or terrorist one is not for Relata to say. FollowTheMoney has no
field for tolls, stances or precision, hence the notes and summaries.

A statement's `origin` is the claim or report that gives the value first (`claim 3f2a…`), or `computed` where rules
give it from several; `original_value` is the words of that claim, `first_seen` and `last_seen` are when the reports
that say so came out. They are lines of JSON and not CSV, so that no spreadsheet takes a quotation for a formula.
"""
STIX = """
## stix

One bundle of STIX 2.1 without custom objects or properties: what STIX has no field for stands in two extensions
(`extension-definition` objects of the bundle). Ids are UUIDs of version 5, the same in every bundle. `created` and
`modified` are when the first and the last report came out.

{what}

{classes}

{confidence}

{opinions}

Confidence follows the Admiralty scale of STIX 2.1, appendix A (90 confirmed, 70 probably true, 50 possibly true, 30
doubtful, 10 improbable). It is a translation of status and standing, not a measurement.
"""


FTM_ROWS = (
    (
        "incident",
        (
            "`Event`: name, dates as far as they are known, location, country, `keywords` (type, standing, weapons), "
            "`summary` (why it stands so), `notes` (tolls), `proof` (its reports)"
        ),
    ),
    ("place", "`Address` with latitude and longitude; every place that a claim names is a `locationMentioned`"),
    ("report", "`Article` without its text"),
    ("actor", "see below, with every written form as `alias`"),
    (
        "who is said to be responsible",
        (
            "`UnknownLink` from actor to event with its status as `role`, denied and disputed ones too; "
            f"{' and '.join(sorted(ORGANIZERS))} ones are also `organizer`"
        ),
    ),
    (
        "claim",
        (
            "`Documentation` from report to event or actor: attribute and stance as `role`, value and holder as "
            "`summary`, the words as `description`"
        ),
    ),
    ("name in a report", "`Mention`, resolved to its actor"),
    ("parent, leader, rival, ally, member", "`UnknownLink` between actors"),
)
STIX_ROWS = (
    ("incident", "`incident`, with kind, date, place, tolls, responsibility and standing in an extension"),
    ("place", "`location`, tied by `located-at`; none where neither country nor point is known"),
    ("armed group", "`threat-actor`; every other actor is an `identity` (see below)"),
    ("report", "`report`; one without a date is a `note`, for STIX wants a date and none is invented"),
    (
        "who is said to be responsible",
        "`relationship` `attributed-to` with a confidence; where all deny it, `related-to`",
    ),
    ("claim", "`note` with the words, its holder as author, and attribute, value and stance in an extension"),
    ("denial, doubt, confirmation", "`opinion` on the relationship or incident"),
)


def sections() -> Iterator[str]:
    """The sections on xlsx, parquet, geojson, ftm and stix."""
    yield TABLES
    schemata = _rows("kind of actor", "schema", ((kind, f"`{schema}`") for kind, schema in SCHEMATA.items()))
    yield FTM.format(what=_rows("what", "as", FTM_ROWS), schemata=schemata)
    confidence = [
        *((f"standing {name}", value) for name, value in CONFIDENCE_OF_STANDING.items()),
        *((f"responsibility {name}", value) for name, value in CONFIDENCE_OF_STATUS.items()),
    ]
    yield STIX.format(
        what=_rows("what", "as", STIX_ROWS),
        classes=_rows("kind of actor", "identity_class", CLASSES.items()),
        confidence=_rows("what", "confidence", confidence),
        opinions=_rows("stance", "opinion", OPINIONS.items()),
    )


def _rows(first: str, second: str, rows: Iterable[tuple[object, object]]) -> str:
    lines = [f"| {one} | {other} |" for one, other in rows]
    return "\n".join([f"| {first} | {second} |", "|---|---|", *lines])
