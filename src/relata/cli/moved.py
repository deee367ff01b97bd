"""How an incident moved, report by report, for a person to read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from relata.cli import style
from relata.cli.claims import quote_text
from relata.cli.sheet import Part, head, plain_because
from relata.model import Change, History, Incident, Report, Step, Toll
from relata.words import values as words
from relata.words.text import one_line

CLAIMS_SHOWN = 3
"""Claims of one report shown for one change; the rest is counted."""

LEFT_ASIDE = ("correct", "confirm")
"""Decisions that a history does not know: its last step is the incident as it would be without them."""


def moved(incident: Incident, history: History, reports: Mapping[str, Report]) -> Iterator[Part]:
    """The incident as it stands, and every report with what it changed; what analysts set is in the first alone.

    Args:
        incident: as it stands now.
        history: how it came to be so.
        reports: its reports, by id.
    """
    yield from head(incident)
    if any(ruling.in_effect and ruling.kind in LEFT_ASIDE for ruling in incident.decisions):
        yield Text("values that analysts set or vouch for are left aside: the steps are what reports give", style.ASIDE)
    for step in history.steps:
        report = reports[step.report]
        yield Text()
        yield Text(f"{words.published(report)} · {one_line(step.outlet or 'outlet not named')}", style.HEADING)
        yield Padding(Text(_what(step), style.ASIDE), (0, 0, 0, 2))
        yield Padding(_changes(step, report), (0, 0, 0, 2))


def _what(step: Step) -> str:
    return one_line(f"{step.title or 'no title'} · report {style.short_id(step.report)}")


def _changes(step: Step, report: Report) -> Table | Text:
    if not step.changes:
        return Text("moves nothing" if step.incident else "denies only: no incident yet")
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style=style.ASIDE, no_wrap=True)
    table.add_column(overflow="fold")
    for change in step.changes:
        table.add_row(change.what, _change(change, report))
    return table


def _change(change: Change, report: Report) -> Text:
    text = Text(f"{one_line(change.actor.name)}: " if change.actor else "")
    text.append(f"{_value(change.before)} → ").append(_value(change.after), style.NUMBER)
    for claim in change.claims[:CLAIMS_SHOWN]:
        text.append(f"\n{words.holder_of(claim, report)}")
        text.append(f" {claim.stance}", style.STANCE[claim.stance]).append(" ")
        text.append_text(quote_text(claim, report)).append(f" · claim {style.short_id(claim.id)}", style.ASIDE)
    more = len(change.claims) - CLAIMS_SHOWN
    if more > 0:
        text.append(f"\nand {words.plural(more, 'more claim')}", style.ASIDE)
    if change.because:
        text.append(f"\n{plain_because(change.because)}")
    return text


def _value(value: Toll | str | None) -> str:
    return value if isinstance(value, str) else words.toll_in_short(value)
