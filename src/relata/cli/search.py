"""``relata search``: reports and incidents that hold some words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from relata.cli import options
from relata.cli.session import opened

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from relata.answers.search import Facets, Found, Piece

SHOWN = 10
"""Reports, and incidents, that are shown where no limit is given."""
FACETS_SHOWN = 6
"""Values of a facet that are shown."""

_Words = Annotated[
    list[str],
    typer.Argument(metavar="WORDS", help="Words in one report; a phrase as '\"truck bomb\"'.", show_default=False),
]
_Limit = Annotated[
    int | None,
    typer.Option(min=1, metavar="N", help=f"Show the best N of each: {SHOWN}, in JSON all.", show_default=False),
]


@options.filtered("text")
def search(
    context: typer.Context,
    words: _Words,
    *,
    filters: dict[str, Any],
    limit: _Limit = None,
    as_of: options.AsOf = None,
    known_at: options.KnownAt = None,
    json: options.Json = False,
) -> None:
    """Search reports and incidents by words, best first.

    Incidents are those told in a report that holds all the words, by their stems; filters narrow them, and the reports
    with them. The words stand between stars where they were found. Below stands how many of the incidents have each
    country, type, actor, standing, status, year and outlet.

    \b
    Examples:
      relata --db demo.db search university
      relata --db demo.db search '"truck bomb"' --country Somalia --json
    """
    with opened(context, as_of=as_of, known_at=known_at) as db:
        found = db.search(" ".join(words), limit=limit if json else limit or SHOWN, **filters)
    if json:
        from relata.answers.objects import found_object  # noqa: PLC0415 - only for programs
        from relata.cli.output import put_json  # noqa: PLC0415

        put_json(found_object(found))
        return
    from relata.cli.output import put  # noqa: PLC0415 - rich is loaded when something is to be shown

    put(*(_parts(found) if found.reports else ["no report holds this"]))


def _parts(found: Found) -> Iterator[Any]:
    from rich.padding import Padding  # noqa: PLC0415 - see above
    from rich.text import Text  # noqa: PLC0415

    from relata.cli import style  # noqa: PLC0415
    from relata.words.values import plural  # noqa: PLC0415

    yield Text("incidents", style.HEADING)
    yield Padding(_incidents(found), (0, 0, 0, 2))
    yield Text("\nreports", style.HEADING)
    yield Padding(_reports(found), (0, 0, 0, 2))
    yield Text("\ncounts", style.HEADING)
    yield Padding(facet_table(found.facets), (0, 0, 0, 2))
    yield Text(f"\n{plural(found.incidents_in_all, 'incident')}, {plural(found.reports_in_all, 'report')}")


def _incidents(found: Found) -> Table:
    from rich.text import Text  # noqa: PLC0415 - see above

    from relata.cli import style  # noqa: PLC0415
    from relata.words import values as words  # noqa: PLC0415
    from relata.words.text import one_line  # noqa: PLC0415

    table = _grid(3)
    for hit in found.incidents:
        one = hit.incident
        title = Text(one_line(one.title or one.type)).append(f" · {one.standing}", style.STANDING[one.standing])
        table.add_row(words.short_date(one.date), title, Text(style.short_id(one.id), style.ASIDE))
    return table


def _reports(found: Found) -> Table:
    from rich.text import Text  # noqa: PLC0415 - see above

    from relata.cli import style  # noqa: PLC0415
    from relata.words import values as words  # noqa: PLC0415
    from relata.words.text import one_line  # noqa: PLC0415

    table = _grid(3)
    for hit in found.reports:
        lines = Text(one_line(hit.report.title or "no title"), "bold").append("\n", "")
        lines.append_text(snippet_text(hit.snippet)).append(f"\n{words.source_of(hit.report)}", style.ASIDE)
        table.add_row((hit.report.published or "–")[:10], lines, Text(style.short_id(hit.report.id), style.ASIDE))
    return table


def snippet_text(pieces: Iterable[Piece]) -> Text:
    """A snippet with its hits between stars."""
    from rich.text import Text  # noqa: PLC0415 - see above

    from relata.cli import style  # noqa: PLC0415
    from relata.words.text import one_side  # noqa: PLC0415

    text = Text()
    for piece in pieces:
        shown = one_side(piece.text)
        text.append(f"*{shown}*" if piece.hit else shown, style.QUOTE if piece.hit else style.ASIDE)
    return text


def facet_table(facets: Facets) -> Table:
    """Each facet in a line: its values with the number of incidents, the most frequent first."""
    from rich.text import Text  # noqa: PLC0415 - see above

    from relata.words.text import one_line  # noqa: PLC0415

    table = _grid(2)
    for name, values in facets.items():
        shown = "; ".join(f"{one_line(one.label, 40)} {one.incidents:,}" for one in values[:FACETS_SHOWN])
        more = f"; {len(values) - FACETS_SHOWN} more" if len(values) > FACETS_SHOWN else ""
        table.add_row(name, Text(shown + more))
    return table


def _grid(columns: int) -> Table:
    from rich.table import Table  # noqa: PLC0415 - see above

    table = Table.grid(padding=(0, 2, 0, 0))
    for number in range(columns):
        table.add_column(overflow="fold", no_wrap=number != 1)
    return table
