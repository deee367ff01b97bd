"""Tables of typed columns for Arrow, DuckDB, Spark, pandas and polars: Apache Parquet.

Days are dates, numbers of people whole numbers, several names a list; nothing is joined into one text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from pathlib import Path
from typing import IO, Any

import pyarrow as pa
import pyarrow.parquet as pq

from relata.export.arrow import CLAIMS, INCIDENTS, REPORTS, claim_rows, incident_rows, report_rows, table_of
from relata.export.selection import Selection, select
from relata.store import IncidentQuery, Store

GROUP_ROWS = 10_000
"""Rows held in memory and written together."""

Rows = Callable[[Store, Selection], Iterable[Mapping[str, Any]]]


def write_parquet(store: Store, stream: IO[bytes], query: IncidentQuery | None = None) -> None:
    """Write the table of incidents.

    Args:
        store: whence.
        stream: where to, open for bytes.
        query: which incidents; all when it is None.
    """
    _write(stream, INCIDENTS, incident_rows(store, select(store, query)))


def write_parquet_folder(store: Store, folder: Path, query: IncidentQuery | None = None) -> None:
    """Write incidents.parquet, claims.parquet and reports.parquet into ``folder``, made if need be."""
    folder.mkdir(parents=True, exist_ok=True)
    chosen = select(store, query)
    tables: dict[str, tuple[pa.Schema, Rows]] = {
        "incidents": (INCIDENTS, incident_rows),
        "claims": (CLAIMS, claim_rows),
        "reports": (REPORTS, report_rows),
    }
    for name, (schema, rows) in tables.items():
        with (folder / f"{name}.parquet").open("wb") as stream:
            _write(stream, schema, rows(store, chosen))


def _write(stream: IO[bytes], schema: pa.Schema, rows: Iterable[Mapping[str, Any]]) -> None:
    waiting = iter(rows)
    with pq.ParquetWriter(stream, schema, compression="zstd") as writer:
        while group := list(islice(waiting, GROUP_ROWS)):
            writer.write_table(table_of(group, schema))
