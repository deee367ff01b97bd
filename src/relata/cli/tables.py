"""Plain tables of words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.table import Table
from rich.text import Text

from relata.cli import style
from relata.words.text import one_line


def plain_table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    """A table whose every cell is one safe line; first and last column keep their width."""
    table = Table(box=None, pad_edge=False, header_style=style.HEADING, padding=(0, 2, 0, 0))
    for number, head in enumerate(heads):
        table.add_column(head, overflow="fold", no_wrap=number in (0, len(heads) - 1))
    for row in rows:
        table.add_row(*(Text(one_line(cell)) for cell in row))
    return table
