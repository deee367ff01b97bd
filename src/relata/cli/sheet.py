"""The sheet of one incident: for somebody who must show the evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from relata.cli import style
from relata.cli.claims import claim_table
from relata.cli.decided import rulings_table, set_by
from relata.model import Claim, Incident, Place, Report, Toll
from relata.words import values as words
from relata.words.text import one_line

TOLLS = ("killed", "wounded", "missing", "abducted", "arrested")
ORDER = ("happened", *TOLLS, "responsible", "unclaimed", "date", "place", "type", "target", "victim", "weapon")
"""Attributes in the order in which a reader asks for them."""

_ID = re.compile(r"\b[0-9a-f]{16}\b")

Part = Text | Table | Padding


def sheet(
    incident: Incident,
    reports: Mapping[str, Report],
    copies: Mapping[str, str],
    decided_on: Mapping[str, Claim] | None = None,
) -> Iterator[Part]:
    """All parts of the sheet, from top to bottom.

    Args:
        incident: what to show.
        reports: its reports, by id, in order.
        copies: id of each report that reprints another one, and of that one.
        decided_on: the claims that decisions are about, by id.
    """
    yield from head(incident)
    yield Padding(_values(incident), (1, 0))
    if incident.decisions:
        yield Text("Decisions", style.HEADING)
        yield Padding(rulings_table(incident, decided_on or {}), (0, 0, 1, 2))
    yield Text("Who says what", style.HEADING)
    yield from _claims(incident.claims, reports)
    yield Text("\nReports", style.HEADING)
    yield _reports(reports, copies)


def head(incident: Incident) -> Iterator[Text]:
    """The incident in a line, how it stands, and why."""
    yield Text(one_line(incident.title or incident.type), "bold")
    legs = incident.corroboration
    standing = Text.assemble(
        (incident.standing, style.STANDING[incident.standing]),
        f" · {words.plural(legs.reports, 'report')}, {words.plural(legs.origins, 'independent account')}",
        (f" · id {incident.id}", style.ASIDE),
    )
    yield standing
    yield Text(plain_because(incident.standing_because))


def plain_because(sentence: str) -> str:
    """Why an incident stands as it does, ids shortened."""
    return _ID.sub(lambda found: style.short_id(found[0]), one_line(sentence))


def _values(incident: Incident) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style=style.ASIDE, no_wrap=True)
    table.add_column(overflow="fold")
    rows = list(_rows(incident))
    last = {attribute: at for at, (_, attribute, _) in enumerate(rows)}
    for at, (label, attribute, value) in enumerate(rows):
        note = set_by(incident, attribute) if at == last[attribute] else None
        table.add_row(label, value if note is None else Text("\n").join([value, note]))
    return table


def _rows(incident: Incident) -> Iterator[tuple[str, str, Text]]:
    """Label, attribute and value of each line."""
    yield "date", "date", Text(words.long_date(incident.date))
    yield "place", "place", _place(incident.place)
    yield "type", "type", Text(incident.type)
    for name in TOLLS:
        toll: Toll | None = getattr(incident, name)
        if toll is not None or name in ("killed", "wounded") or set_by(incident, name) is not None:
            yield name, name, _toll(toll)
    for row in incident.responsible:
        holders = one_line(", ".join(row.holders[:4])) + (" …" if len(row.holders) > 4 else "")
        said = f", says {holders}" if holders else ""
        yield "responsible", "responsible", Text(f"{one_line(row.actor.name)}: {row.status}{said}")
    if not incident.responsible:
        yield "responsible", "responsible", Text("nobody is named")
    for name in ("targets", "victims", "weapons"):
        if getattr(incident, name) or set_by(incident, name[:-1]) is not None:
            yield name, name[:-1], Text(one_line("; ".join(getattr(incident, name))) or "none")


def _toll(toll: Toll | None) -> Text:
    if toll is None:
        return Text("nobody says")
    low, best, high = (
        words.NOTHING if number is None else f"{number:,}" for number in (toll.low, toll.best, toll.high)
    )
    return Text.assemble(
        (f"{best:<7}", style.NUMBER), f" lowest {low}, highest {'open' if toll.high is None else high}"
    )


def _place(place: Place | None) -> Text:
    if place is None:
        return Text(words.NOTHING)
    where = f", {place.lat:.3f} {place.lon:.3f}" if place.lat is not None and place.lon is not None else ""
    return Text(f"{words.long_place(place)} ({place.precision}{where})")


def _claims(claims: Iterable[Claim], reports: Mapping[str, Report]) -> Iterator[Part]:
    by_attribute: dict[str, list[Claim]] = {}
    for claim in claims:
        by_attribute.setdefault(claim.attribute, []).append(claim)
    rest = sorted(set(by_attribute) - set(ORDER))
    for attribute in (*ORDER, *rest):
        if attribute in by_attribute:
            yield Text(f"\n{attribute}", style.HEADING)
            yield Padding(claim_table(by_attribute[attribute], reports), (0, 0, 0, 2))


def _reports(reports: Mapping[str, Report], copies: Mapping[str, str]) -> Padding:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, style=style.ASIDE)
    table.add_column(overflow="fold")
    for id_, report in reports.items():
        lines = [one_line(report.title or "no title"), words.source_of(report)]
        if report.relies_on:
            lines.append(f"relies on {one_line(', '.join(report.relies_on))}")
        if id_ in copies:
            lines.append(f"reprints {style.short_id(copies[id_])}")
        table.add_row(style.short_id(id_), Text("\n".join(lines)))
    return Padding(table, (0, 0, 0, 2))
