"""``relata briefing``: what is known of some incidents, in sentences with footnotes."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from relata.cli import options
from relata.cli.session import opened
from relata.errors import QueryError

_Form = Annotated[
    str | None,
    typer.Option("--format", "-f", metavar="md|html|pdf", help="The form.  [default: by FILE, else md]"),
]
_Where = Annotated[
    str | None, typer.Option("--output", "-o", metavar="FILE", help="Where to.  [default: this terminal]")
]
_Title = Annotated[str | None, typer.Option("--title", metavar="TEXT", help="Its title.  [default: the filters]")]


@options.filtered()
def briefing(
    context: typer.Context,
    *,
    form: _Form = None,
    output: _Where = None,
    title: _Title = None,
    filters: dict[str, Any],
    limit: options.Limit = None,
    as_of: options.AsOf = None,
    known_at: options.KnownAt = None,
) -> None:
    """Write a briefing on incidents.

    Each incident in sentences with a footnote for every value: who says it, how surely, where, and in which words.
    Contested points, what was left out and the rules have sections of their own; html and pdf have a map and a plot of
    the dead. A pdf is printed by a browser of this machine (Chromium, or what RELATA_BROWSER names).

    \b
    Examples:
      relata --db demo.db briefing --country Kenya -o kenya.html
      relata --db demo.db briefing --since 2015 --until 2015 --format md
    """
    chosen = form or (Path(output).suffix.lstrip(".").lower() if output else "md") or "md"
    chosen = {"markdown": "md", "htm": "html"}.get(chosen, chosen)
    if output is not None and not Path(output).absolute().parent.is_dir():
        raise QueryError(f"there is no folder {Path(output).parent}; make it first, or choose another place")
    if output is None and chosen == "pdf":
        raise QueryError("pdf is not for reading in a terminal; give it a file: -o briefing.pdf")
    with opened(context, as_of=as_of, known_at=known_at) as db:
        db.briefing(output or sys.stdout, form=chosen, title=title, limit=limit, **filters)
