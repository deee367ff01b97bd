"""The sheet of one actor."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from relata.answers.dossier import Dossier, Tally
from relata.cli import style
from relata.cli.claims import claim_table
from relata.cli.sums import left_out_lines, total_text
from relata.model import STATUSES, Claim, Report
from relata.words import values as words
from relata.words.text import one_line

MOST = 12
"""Words of a tally that are shown; the rest is in the JSON."""

Part = Text | Table | Padding


def dossier_parts(dossier: Dossier, reports: Mapping[str, Report]) -> Iterator[Part]:
    """All parts of the sheet, from top to bottom.

    Args:
        dossier: what to show.
        reports: the reports of its claims, by id.
    """
    yield from _head(dossier)
    yield from _names(dossier, reports)
    for slot in dossier.profile:
        aside = " · reports disagree" if slot.disagreement else ""
        yield Text.assemble(
            (f"\n{slot.attribute.replace('_', ' ')}", style.HEADING), (aside, style.STANDING["contested"])
        )
        claims = [claim for said in slot.values for claim in said.claims]
        yield Padding(claim_table(claims, reports), (0, 0, 0, 2))
    yield from _related(dossier)
    yield from _incidents(dossier)


def _head(dossier: Dossier) -> Iterator[Text]:
    actor, listed = dossier.actor, dossier.listed
    yield Text.assemble((one_line(actor.name), "bold"), f" · {actor.kind}", (f" · id {actor.id}", style.ASIDE))
    if listed is None:
        yield Text("in no list of actors", style.ASIDE)
        return
    facts = [f"listed by {one_line(listed.source)}"]
    facts += [f"active {listed.active}"] if listed.active else []
    facts += [", ".join(map(words.country_name, listed.countries))] if listed.countries else []
    facts += [f"part of {listed.parent[1]}"] if listed.parent else []
    facts += [", ".join(listed.ids)] if listed.ids else []
    yield Text(one_line(" · ".join(facts)))
    if listed.branches:
        yield Text(one_line("branches, actors apart: " + "; ".join(name for _, name in listed.branches)))


def _names(dossier: Dossier, reports: Mapping[str, Report]) -> Iterator[Part]:
    yield Text("\nnames", style.HEADING)
    table = _grid()
    for name in (name for name in dossier.names if name.ground != "listed"):
        because = Text(one_line(name.because))
        if name.claims:
            because.append(f" · {_where(name.claims, reports)}", style.ASIDE)
        table.add_row(Text(one_line(name.text)), because)
    yield Padding(table, (0, 0, 0, 2))
    others = [f"{name.text} ({name.source})" for name in dossier.names if name.ground == "listed"]
    if others:
        yield Padding(Text(one_line(f"listed, in no report here: {'; '.join(others)}")), (0, 0, 0, 2))


def _where(claims: Sequence[Claim], reports: Mapping[str, Report]) -> str:
    """The claims that give a name: the first with its report, and how many more."""
    first = claims[0]
    report = reports.get(first.report)
    source = words.source_of(report) if report else f"report {style.short_id(first.report)}"
    more = f" and {words.plural(len(claims) - 1, 'more report', 'more reports')}" if len(claims) > 1 else ""
    return f"claim {style.short_id(first.id)} in {source}{more}"


def _related(dossier: Dossier) -> Iterator[Part]:
    if not dossier.related:
        return
    yield Text("\nrelated", style.HEADING)
    table = _grid()
    for row in dossier.related:
        said = Text(one_line(row.actor.name))
        said.append(f" · {words.plural(len(row.claims), 'claim')} · id {row.actor.id}", style.ASIDE)
        table.add_row(row.relation.replace("_", " "), said)
    yield Padding(table, (0, 0, 0, 2))


def _incidents(dossier: Dossier) -> Iterator[Part]:
    yield Text("\nincidents", style.HEADING)
    if not dossier.deeds:
        yield Text("  none: nobody says that it did one")
        return
    statuses = [status for status in STATUSES if any(row.statuses[status] for row in dossier.years)]
    years = _grid(len(statuses) + 1)
    years.add_row(Text("year", style.ASIDE), *(Text(status, style.ASIDE) for status in statuses))
    for year in dossier.years:
        numbers = (str(year.statuses[status] or words.NOTHING) for status in statuses)
        years.add_row(year.year or "not known", *numbers)
    yield Padding(years, (0, 0, 1, 2))
    sums = _grid()
    for what, answer in dossier.tolls.items():
        if what != "incidents":
            sums.add_row(what, total_text(answer.total))
    for slot in ("targets", "victims", "weapons"):
        tallies: tuple[Tally, ...] = getattr(dossier, slot)
        if tallies:
            sums.add_row(slot, Text(_tallies(tallies)))
    if dossier.countries:
        named = tuple(Tally(words.country_name(one.name), one.incidents) for one in dossier.countries)
        sums.add_row("countries", Text(_tallies(named)))
    for answer in dossier.tolls.values():
        if answer.what == "killed":
            for line in left_out_lines(answer):
                sums.add_row("", line)
    yield Padding(sums, (0, 0, 1, 2))
    yield Padding(_deeds(dossier), (0, 0, 0, 2))


def _tallies(tallies: Sequence[Tally]) -> str:
    shown = "; ".join(f"{one_line(one.name, 40)} {one.incidents}" for one in tallies[:MOST])
    return shown + (f"; {len(tallies) - MOST} more" if len(tallies) > MOST else "")


def _deeds(dossier: Dossier) -> Table:
    table = _grid(4)
    for deed in dossier.deeds:
        incident = deed.incident
        holders = one_line(", ".join(deed.holders[:3])) + (" …" if len(deed.holders) > 3 else "")
        table.add_row(
            words.short_date(incident.date),
            Text(one_line(incident.title or incident.type)),
            Text(f"{deed.status}, says {holders}" if holders else deed.status),
            Text(style.short_id(incident.id), style.ASIDE),
        )
    return table


def _grid(columns: int = 2) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    for number in range(columns):
        table.add_column(overflow="fold", no_wrap=number == 0)
    return table
