"""Sums over incidents in words."""

from __future__ import annotations

from collections.abc import Iterator

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from relata.answers.counting import HIGH_ALONE, LEFT_OUT, Answer, Entry
from relata.answers.sums import Total, figure
from relata.cli import style
from relata.words import values as words
from relata.words.text import one_line
from relata.words.values import plural

_WHY = {
    "perhaps the same": "may be one with another of these and count in the highest alone",
    "perhaps another time": "may lie outside the time asked for and count in the highest alone",
    "aggregate": "told of as totals beside others and count in the highest alone",
    "disputed": "of which it is disputed whether the doer asked for did it",
    "denied": "of which it is denied that the doer asked for did it",
    "contested": "of which somebody denies that they happened",
}


def total_text(total: Total) -> Text:
    """A sum of people: 610, lowest 279, highest open (764 known), 7 incidents, 1 without a number."""
    high = f"open ({total.high_known:,} known)" if total.high is None else f"{total.high:,}"
    text = Text.assemble((f"{total.best:,}", style.NUMBER), f" · lowest {total.low:,}, highest {high}")
    text.append(f" · {plural(total.incidents, 'incident')}")
    if total.silent:
        text.append(f", {total.silent:,} without a number")
    return text


def incidents_text(total: Total) -> Text:
    """A sum of incidents: 5 incidents, up to 7."""
    text = Text(plural(total.best, "incident"), style.NUMBER)
    return text.append(f", up to {total.high_known:,}", "") if total.high_known > total.best else text


def _text(answer: Answer, total: Total) -> Text:
    return incidents_text(total) if answer.what == "incidents" else total_text(total)


def left_out_lines(answer: Answer) -> Iterator[Text]:
    """What is told apart from a sum, and what counts in its highest alone, a line for each."""
    for part in HIGH_ALONE:
        number = sum(entry.part == part for entry in answer.entries)
        if number:
            yield Text(f"{plural(number, 'incident')} {_WHY[part]}", style.ASIDE)
    for row in answer.apart:
        total = row.total
        figures = (
            f": {total.best:,} {answer.what}" if answer.what != "incidents" and total.incidents > total.silent else ""
        )
        yield Text(f"not counted: {plural(total.incidents, 'incident')} {_WHY[str(row.name)]}{figures}", style.ASIDE)


def answer_parts(answer: Answer) -> Iterator[Text | Padding]:
    """A whole answer: the sum, what is told apart, the rows, the incidents under it."""
    if not answer.entries:
        yield Text("no incident meets this")
        return
    opening = "" if answer.what == "incidents" else f"{answer.what}: "
    yield Text.assemble(opening, _text(answer, answer.total))
    yield from left_out_lines(answer)
    if answer.rows:
        yield Text(f"\nby {answer.by}", style.HEADING)
        yield Padding(_rows(answer), (0, 0, 0, 2))
    yield Text("\nincidents", style.HEADING)
    yield Padding(_entries(answer), (0, 0, 0, 2))


def _rows(answer: Answer) -> Table:
    table = _table(2)
    for row in answer.rows:
        name = row.name if row.name is not None else "none named" if answer.by == "actor" else "not known"
        shown = words.country_name(name) if answer.by == "country" and row.name else one_line(name)
        table.add_row(shown, _text(answer, row.total))
    return table


def _entries(answer: Answer) -> Table:
    table = _table(4)
    for entry in answer.entries:
        incident = entry.incident
        toll = words.toll_in_short(figure(incident, answer.what)) if answer.what != "incidents" else incident.type
        title = Text(one_line(incident.title or incident.type))
        if entry.part != "counted":
            title.append(f"\n{_note(entry)}", style.ASIDE)
        id_ = Text(style.short_id(incident.id), style.ASIDE)
        table.add_row(words.short_date(incident.date), Text(toll, style.NUMBER), title, id_)
    return table


def _note(entry: Entry) -> str:
    """How an incident counts that does not count like the others."""
    if entry.of:
        return f"perhaps the same as {style.short_id(entry.of)}: in the highest alone"
    return f"{entry.part}: not counted" if entry.part in LEFT_OUT else f"{entry.part}: in the highest alone"


def _table(columns: int) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    for number in range(columns):
        table.add_column(overflow="fold", no_wrap=number in (0, columns - 1) and columns > 2)
    return table
