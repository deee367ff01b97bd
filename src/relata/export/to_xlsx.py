"""A workbook of Excel for people who look at tables: about, incidents, claims and reports.

Text stays text: what a spreadsheet would take for a formula is a cell of text with Excel's own mark for that
(quotePrefix), so that its words are unchanged and editing it does not make it run. Characters that XML cannot hold
become U+FFFD.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from relata.export.frame import COLUMNS, incident_row
from relata.export.selection import select
from relata.export.to_csv import CLAIM_COLUMNS, REPORT_COLUMNS, claim_rows, report_rows, safe
from relata.export.to_json import clocks, generator
from relata.store import IncidentQuery, Past, Store

ROWS = 1_048_576
"""Rows of a sheet, the heading among them. Source: Excel specifications and limits."""

LONGEST = 32_767
"""Characters of a cell. Source: Excel specifications and limits."""

WHOLE = 2**53
"""Numbers are kept as 64-bit floats: beyond this they are written as text."""

LONG_AGO = datetime(1980, 1, 1)  # noqa: DTZ001 - the first time that a ZIP archive can hold, and it has no zone
"""The time that the workbook gives for itself: the same database gives the same bytes."""

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_DAYS = frozenset({"date_start", "date_end"})
_WIDE = {"title": 48, "quote": 60, "standing_because": 60, "value": 24, "responsible": 30, "path": 30}


def write_xlsx(store: Store, stream: IO[bytes], query: IncidentQuery | None = None) -> None:
    """Write a workbook.

    Args:
        store: whence.
        stream: where to, open for bytes.
        query: which incidents, and what they rest on; all when it is None.
    """
    chosen = select(store, query)
    book = Workbook(write_only=True)
    book.properties.creator = "Relata"
    book.properties.created = LONG_AGO
    _fill(book, "about", {"what": "", "value": ""}, _about(store))
    _fill(book, "incidents", COLUMNS, map(incident_row, chosen.incidents(store)))
    _fill(book, "claims", CLAIM_COLUMNS, claim_rows(store, chosen))
    _fill(book, "reports", REPORT_COLUMNS, report_rows(store, chosen))
    with tempfile.TemporaryFile() as aside:
        book.save(aside)
        _timeless(aside, stream)


def text_of(words: str) -> str:
    """``words`` as a cell can hold them: no character that XML forbids, not too long, not read as Excel's escapes."""
    kept = _NOT_XML.sub("\ufffd", words)
    kept = _ESCAPE.sub("_x005F_", kept)  # _x000D_ would be read as a carriage return
    return kept if len(kept) <= LONGEST else kept[: LONGEST - 2] + " …"


def _fill(
    book: Workbook, name: str, columns: Mapping[str, str], rows: Iterable[Mapping[str, Any]], number: int = 1
) -> None:
    """A sheet; where it is full, the rows that are left go to another one."""
    sheet: WriteOnlyWorksheet = book.create_sheet(name if number == 1 else f"{name} {number}")
    sheet.freeze_panes = "A2"
    for at, column in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(at)].width = _WIDE.get(column, 14)
    sheet.append([_heading(sheet, column) for column in columns])
    waiting = iter(rows)
    for at, row in enumerate(waiting, 2):
        sheet.append([_cell(sheet, column, row.get(column)) for column in columns])
        if at == ROWS:
            _fill(book, name, columns, waiting, number + 1)


def _heading(sheet: WriteOnlyWorksheet, words: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, words)
    cell.font = Font(bold=True)
    return cell


def _cell(sheet: WriteOnlyWorksheet, column: str, value: Any) -> Any:
    if value is None or value == "":
        return None
    if isinstance(value, int | float) and abs(value) <= WHOLE:
        return value
    if column in _DAYS and date.fromisoformat(value).year >= 1900:
        return date.fromisoformat(value)
    words = text_of(str(value))
    cell = WriteOnlyCell(sheet, words)
    cell.data_type = "s"  # openpyxl takes "=1+1" for a formula
    if safe(words).startswith("'"):
        cell.quotePrefix = True
    return cell


def _about(store: Store) -> Iterator[dict[str, Any]]:
    made = generator(store.makers())
    yield {"what": "written by", "value": f"{made['name']} {made['version']}"}
    yield {"what": "model", "value": made["model"]}
    for maker in made["extractors"]:
        yield {"what": "extractor", "value": f"{maker['name']} {maker['version']}"}
    if isinstance(store, Past):
        for what, value in clocks(store).items():
            yield {"what": what, "value": value}
    for sheet, columns in (("incidents", COLUMNS), ("claims", CLAIM_COLUMNS), ("reports", REPORT_COLUMNS)):
        yield {}
        yield {"what": f"sheet {sheet}"}
        for name, sentence in columns.items():
            yield {"what": name, "value": sentence}


def _timeless(written: IO[bytes], stream: IO[bytes]) -> None:
    """Copy a workbook with one time for all of its parts: openpyxl writes the time of now."""
    with ZipFile(written) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for entry in old.infolist():
            part = ZipInfo(entry.filename, LONG_AGO.timetuple()[:6])
            part.compress_type = ZIP_DEFLATED
            if entry.filename == "docProps/core.xml":
                new.writestr(part, _MODIFIED.sub(rb"\g<1>1980-01-01T00:00:00Z\g<2>", old.read(entry)))
                continue
            with old.open(entry) as source, new.open(part, "w") as target:
                while chunk := source.read(1 << 20):
                    target.write(chunk)


_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")
