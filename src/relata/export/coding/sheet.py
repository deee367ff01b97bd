"""Writing a table with the columns of another data set."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from typing import IO

from relata.export.to_csv import safe

Cell = str | int | float | None


def write_table(stream: IO[str], columns: Mapping[str, str], rows: Iterable[Mapping[str, Cell]]) -> None:
    """Write a line of names and a line for each row, UTF-8, cells quoted where they must be.

    Every row is one line: breaks and tabs within a cell become blanks, since statistics packages read line by line.
    Words that a spreadsheet would take for a formula get an apostrophe in front (:func:`relata.export.to_csv.safe`);
    numbers, negative codes such as -9 among them, stay numbers.

    Raises:
        ValueError: if a row has other columns.
    """
    writer = csv.DictWriter(stream, list(columns), lineterminator="\n", extrasaction="raise")
    writer.writeheader()
    for row in rows:
        if len(row) != len(columns):
            raise ValueError(f"a row lacks {', '.join(sorted(set(columns) - set(row)))}")
        writer.writerow(
            {name: safe(" ".join(cell.split()) if isinstance(cell, str) else cell) for name, cell in row.items()}
        )


def numbered(
    prefix: str, values: Iterable[Mapping[str, Cell]], most: int, empty: Mapping[str, Cell]
) -> Iterator[tuple[str, Cell]]:
    """Cells of groups of columns that come several times, with the number of the group in their names."""
    rows = [*values][:most]
    for number in range(1, most + 1):
        row = rows[number - 1] if number <= len(rows) else empty
        for name, cell in row.items():
            yield f"{prefix}{name}".replace("#", str(number)), cell
