"""Where output goes: rich in a terminal, plain text in a pipe, JSON for programs."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from relata.words.text import safe_json

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

PAGE = 100
"""Columns of running text where the output is no terminal and COLUMNS says nothing."""

UNBROKEN = 10_000
"""Columns of a table in a pipe: as many as it needs, so that one row is one line."""

NARROW = 140
"""Columns below which a table of incidents takes two lines for each."""


def console(*, error: bool = False) -> Console:
    """A console for what was asked for (stdout), or for how it goes (stderr).

    Colour and bold appear in a terminal alone, and never where NO_COLOR is set (https://no-color.org).
    """
    from rich.console import Console  # noqa: PLC0415 - help must not wait for it

    return Console(
        stderr=error,
        markup=False,
        emoji=False,
        highlight=False,
        color_system=None if os.environ.get("NO_COLOR") else "auto",
    )


def put(*parts: RenderableType, table: bool = False) -> None:
    """Print, fitted to the terminal; in a pipe as plain text without blanks at the ends of lines.

    Args:
        parts: texts and tables, one under the other.
        table: whether rows should stay on one line in a pipe, however long.
    """
    out = console()
    if out.is_terminal:
        for part in parts:
            out.print(part)
        return
    if "COLUMNS" not in os.environ:
        out.width = UNBROKEN if table else PAGE
    with out.capture() as captured:
        for part in parts:
            out.print(part)
    sys.stdout.write("".join(f"{line.rstrip()}\n" for line in captured.get().splitlines()))


def put_nothing(because: Exception, *, json: bool) -> None:
    """Print that something is not there, which is no error: a line, or JSON's null."""
    if json:
        put_json(None)
    else:
        put(str(because))


def narrow() -> bool:
    """Whether a table of incidents must take two lines for each."""
    out = console()
    return out.width < NARROW and (out.is_terminal or "COLUMNS" in os.environ)


def put_json(value: Any) -> None:
    """Print one JSON value."""
    sys.stdout.write(safe_json(json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False)) + "\n")


def put_json_list(values: Iterable[Any]) -> None:
    """Print a JSON list, item by item: memory does not grow with its length."""
    opening = "["
    for value in values:
        text = json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False)
        sys.stdout.write(f"{opening}\n{safe_json(text)}")
        opening = ","
    sys.stdout.write("[]\n" if opening == "[" else "\n]\n")
