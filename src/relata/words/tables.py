"""Tables of HTML for notebooks, in which no word of a report is more than a word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from relata.words.text import one_line

LONGEST = 200
"""Characters of one cell."""


_LEFT = "text-align:left"


def html_table(heads: Sequence[str], rows: Iterable[Sequence[object]], caption: str) -> str:
    """A table.

    Args:
        heads: the names of its columns.
        rows: cells of words or numbers; None is an empty one. Words are cut where they are very long.
        caption: what stands above it.
    """
    top = "".join(f'<th scope="col" style="{_LEFT}">{cell(head)}</th>' for head in heads)
    lines = ("".join(f'<td style="{_LEFT};vertical-align:top">{cell(one)}</td>' for one in row) for row in rows)
    body = "".join(f"<tr>{line}</tr>" for line in lines)
    return f"<p>{escape(one_line(caption))}</p><table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"


def cell(value: object) -> str:
    """A value as text in HTML: on one line, hidden characters written out, marks escaped."""
    return "" if value is None else escape(one_line(str(value), LONGEST))
