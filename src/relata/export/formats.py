"""The forms in which a database can be exported: one table, from which the library, the command line and the page take.

A form is added by a line in :data:`FORMATS` and a function that writes it. Nothing is loaded before it is used.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pkgutil import resolve_name
from typing import Any, Protocol

from relata.errors import QueryError
from relata.export.losses.facets import EVERYTHING, Facet, every
from relata.store import IncidentQuery, Store


class Writer(Protocol):
    """What writes a form. The same database gives the same bytes, whatever the machine and the time."""

    def __call__(self, store: Store, target: Any, query: IncidentQuery | None = None, /) -> None:
        """Write the incidents that ``query`` chooses, and what they rest on.

        Args:
            store: whence; a view of the past (:class:`relata.store.Past`) has the same calls.
            target: a stream, open for text with newline "" or, where the form is binary, for bytes; of a writer of
                folders a path.
            query: which incidents; all of them when it is None.
        """


@dataclass(frozen=True, slots=True)
class Format:
    """One form.

    Attributes:
        name: what ``--format`` takes.
        suffix: of a file in it, with its dot.
        media_type: what HTTP calls it.
        sentence: what it is and for whom, for help and page; one line, no full stop at its end.
        writer: where the function that writes it stands, "module:function"; see :class:`Writer`.
        binary: whether its stream takes bytes.
        folder: where the function stands that writes it as several files of one folder, or "" where it is one file.
        keeps: what of an incident it can carry, and how many at most (None: any number); what is not named is lost.
        remarks: where a function stands that says of one incident what else is lost, or written otherwise than it is
            meant (``function(incident) -> Iterable[str]``), or "".
    """

    name: str
    suffix: str
    media_type: str
    sentence: str
    writer: str
    binary: bool = False
    folder: str = ""
    keeps: Mapping[Facet, int | None] = field(default_factory=dict)
    remarks: str = ""

    def write(self, store: Store, stream: Any, query: IncidentQuery | None = None) -> None:
        """Write to a stream; see :class:`Writer`."""
        resolve_name(self.writer)(store, stream, query)

    def write_folder(self, store: Store, folder: Any, query: IncidentQuery | None = None) -> None:
        """Write several files into ``folder``, a path; it is made if need be."""
        resolve_name(self.folder)(store, folder, query)


TABLE: tuple[Facet, ...] = (
    "date", "date interval", "place", "precision of place", "toll range", "wounded", "doers", "status", "targets",
    "victims", "weapons", "standing", "independence", "reports",
)  # fmt: skip
"""What a row for each incident carries."""

GRAPH: Mapping[Facet, int | None] = {
    name: most
    for name, most in EVERYTHING.items()
    if name not in ("year left open", "precision of place", "ways of claiming", "independence", "decisions")
}
"""What entities and links carry: tolls and claims in words, all else as values and links."""

FORMATS: dict[str, Format] = {
    one.name: one
    for one in (
        Format(
            "json",
            ".json",
            "application/json",
            "All that Relata holds: reports, incidents, claims and actors, by docs/schema/export.schema.json",
            "relata.export.to_json:write_json",
            keeps=EVERYTHING,
        ),
        Format(
            "csv",
            ".csv",
            "text/csv",
            "One row for each incident; into a folder also tables of claims and of reports",
            "relata.export.to_csv:write_csv",
            folder="relata.export.to_csv:write_csv_folder",
            keeps={
                **every("date", "date interval", "place", "precision of place", "killed", "toll range", "wounded"),
                **every("doers", "status", "targets", "victims", "weapons"),
                **every("standing", "independence", "reports"),
            },
        ),
        Format(
            "xlsx",
            ".xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "A workbook with sheets of incidents, claims and reports, and one that explains their columns",
            "relata.export.to_xlsx:write_xlsx",
            binary=True,
            keeps={
                name: most
                for name, most in EVERYTHING.items()
                if name not in ("year left open", "missing", "abducted", "arrested", "decisions")
            },
        ),
        Format(
            "parquet",
            ".parquet",
            "application/vnd.apache.parquet",
            "A table of incidents with typed columns for pandas, polars, DuckDB and Spark; into a folder also claims "
            "and reports",
            "relata.export.to_parquet:write_parquet",
            binary=True,
            folder="relata.export.to_parquet:write_parquet_folder",
            keeps=dict.fromkeys((*TABLE, "year left open", "missing", "abducted", "arrested", "killed")),
        ),
        Format(
            "ucdp",
            ".csv",
            "text/csv",
            "The 49 columns of the UCDP Georeferenced Event Dataset (GED)",
            "relata.export.ucdp:write_ucdp",
            keeps={
                **every("date", "date interval", "place", "precision of place", "killed", "attackers killed"),
                **every("holders", "reports"),
                "toll range": 1,
                "doers": 1,
            },
            remarks="relata.export.ucdp:remarks",
        ),
        Format(
            "acled",
            ".csv",
            "text/csv",
            "The 31 columns of ACLED",
            "relata.export.acled:write_acled",
            keeps=every("date", "place", "precision of place", "killed", "doers"),
            remarks="relata.export.acled:remarks",
        ),
        Format(
            "gtd",
            ".csv",
            "text/csv",
            "The 135 columns of the Global Terrorism Database, with claims of responsibility",
            "relata.export.gtd:write_gtd",
            keeps={
                **every(
                    "date", "date interval", "place", "precision of place", "killed", "attackers killed", "wounded"
                ),
                **every("abducted", "weapons", "competing claims", "ways of claiming"),
                "doers": 3,
                "status": 3,
                "targets": 3,
                "reports": 3,
            },
            remarks="relata.export.gtd:remarks",
        ),
        Format(
            "plover",
            ".jsonl",
            "application/x-ndjson",
            "Records by the fields of PLOVER, one on a line",
            "relata.export.plover:write_plover",
            keeps={
                **every("date", "date interval", "place", "precision of place", "killed", "toll range", "wounded"),
                **every("missing", "abducted", "arrested", "doers", "status", "reports"),
            },
            remarks="relata.export.plover:remarks",
        ),
        Format(
            "geojson",
            ".geojson",
            "application/geo+json",
            "One feature for each incident, for maps (RFC 7946)",
            "relata.export.to_geojson:write_geojson",
            keeps=dict.fromkeys((*TABLE, "year left open", "missing", "abducted", "arrested", "killed")),
        ),
        Format(
            "ftm",
            ".ftm.jsonl",
            "application/x-ndjson",
            "Entities and links of FollowTheMoney, one on a line, for Aleph and OpenSanctions' tools",
            "relata.export.ftm:write_ftm",
            keeps=GRAPH,
        ),
        Format(
            "ftm-statements",
            ".statements.jsonl",
            "application/x-ndjson",
            "The same as statements of FollowTheMoney: each value with the claim or report that it is from",
            "relata.export.ftm:write_ftm_statements",
            keeps=GRAPH,
        ),
        Format(
            "stix",
            ".json",
            "application/stix+json;version=2.1",
            "A bundle of STIX 2.1: incidents, actors, places, reports, and claims as notes and opinions",
            "relata.export.stix:write_stix",
            keeps={name: most for name, most in EVERYTHING.items() if name not in ("decisions", "precision of place")},
        ),
    )
}
"""Every form, by name, in the order in which they are shown."""


def format_called(name: str) -> Format:
    """The form of a name.

    Raises:
        QueryError: if there is none; the message names those that there are.
    """
    if name not in FORMATS:
        raise QueryError(f"format is {name!r}; expected one of: {', '.join(sorted(FORMATS))}")
    return FORMATS[name]
