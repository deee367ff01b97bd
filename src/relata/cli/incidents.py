"""``relata incidents``: the list of incidents."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import typer

from relata.cli import options
from relata.cli.session import opened

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from relata.found import Incidents
    from relata.model import Incident


@options.filtered()
def incidents(
    context: typer.Context,
    *,
    filters: dict[str, Any],
    as_of: options.AsOf = None,
    known_at: options.KnownAt = None,
    limit: options.Limit = None,
    json: options.Json = False,
) -> None:
    """List incidents, by date.

    Killed and wounded are the best figure, with the lowest and highest in brackets. Reports are counted, and behind
    the stroke the accounts among them that do not derive from one another.

    \b
    Examples:
      relata --db demo.db incidents --country Kenya --since 2013
      relata --db demo.db incidents --standing contested --json
    """
    with opened(context, as_of=as_of, known_at=known_at) as db:
        found = db.incidents(**filters)
        shown = found[:limit] if limit else found
        if json:
            from relata.cli.objects import incident_objects  # noqa: PLC0415 - only for programs
            from relata.cli.output import put_json_list  # noqa: PLC0415

            put_json_list(incident_objects(db, shown))
        else:
            put_incidents(shown, len(found))


def put_incidents(shown: Incidents, total: int) -> None:
    """Print a table of incidents, and how many there are."""
    from relata.cli.output import narrow, put  # noqa: PLC0415 - rich is loaded when something is to be shown
    from relata.words.values import plural  # noqa: PLC0415

    rows = list(shown)
    closing = f"{len(rows)} of {plural(total, 'incident')}" if len(rows) < total else plural(total, "incident")
    if rows:
        put(incident_table(rows, two_lines=narrow()), closing, table=True)
    else:
        put("no incident meets this")


def incident_table(rows: Sequence[Incident], *, two_lines: bool) -> Table:
    """A table of incidents.

    Args:
        rows: the incidents.
        two_lines: whether each may take two lines, for terminals that are not wide.
    """
    from rich.table import Table  # noqa: PLC0415 - see above
    from rich.text import Text  # noqa: PLC0415

    from relata.cli import style  # noqa: PLC0415
    from relata.words import values as words  # noqa: PLC0415

    table = Table(box=None, pad_edge=False, header_style=style.HEADING, padding=(0, 2, 0, 0))
    names = ("date", "place", "type", "killed", "wounded", "responsible", "standing", "reports", "id")
    heads = ("date\nid", "place\ntype", "killed", "wounded", "responsible", "standing\nreports") if two_lines else names
    for head in heads:
        table.add_column(head, overflow="fold", no_wrap=head not in ("place", "place\ntype", "responsible"))
    for row in rows:
        place, type_ = Text(words.short_place(row.place)), Text(row.type)
        killed, wounded = Text(words.toll_in_short(row.killed), style.NUMBER), Text(words.toll_in_short(row.wounded))
        day, id_ = Text(words.short_date(row.date)), Text(style.short_id(row.id), style.ASIDE)
        who = Text(words.responsible_in_short(row))
        standing = Text(row.standing, style.STANDING[row.standing])
        legs = Text(f"{row.corroboration.reports}/{row.corroboration.origins}")
        if two_lines:
            table.add_row(_over(day, id_), _over(place, type_), killed, wounded, who, _over(standing, legs))
        else:
            table.add_row(day, place, type_, killed, wounded, who, standing, legs, id_)
    return table


def _over(upper: Text, lower: Text) -> Text:
    return upper.append("\n").append_text(lower)
