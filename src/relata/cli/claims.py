"""A table of claims: value, who says it and how, the words in their sentence, and where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rich.table import Table
from rich.text import Text

from relata.cli import style
from relata.model import Claim, Report
from relata.words import values as words
from relata.words.text import in_context

VALUE_COLUMNS = 16
"""Columns of the value, at most."""


def claim_table(claims: Iterable[Claim], reports: Mapping[str, Report]) -> Table:
    """A table of claims of one attribute, in the order given; claims of one value stand together."""
    by_value: dict[str, list[Claim]] = {}
    for claim in claims:
        by_value.setdefault(words.value_of(claim), []).append(claim)
    table = Table.grid(padding=(0, 2, 0, 0))
    width = min(VALUE_COLUMNS, max((len(value) for value in by_value), default=0))
    table.add_column(overflow="fold", width=max(width, 1))
    table.add_column(overflow="fold")
    for value, alike in by_value.items():
        for number, claim in enumerate(alike):
            shown = Text("" if number else value, style.NUMBER)
            table.add_row(shown, claim_text(claim, reports.get(claim.report)))
    return table


def claim_text(claim: Claim, report: Report | None) -> Text:
    """One claim in three lines: who says it and how, the words, the source."""
    text = Text(words.holder_of(claim, report))
    text.append(f" {claim.stance}", style.STANCE[claim.stance])
    text.append("\n")
    text.append_text(quote_text(claim, report))
    source = words.source_of(report) if report else f"report {style.short_id(claim.report)}"
    text.append(f"\n{source} · claim {style.short_id(claim.id)}", style.ASIDE)
    return text


def quote_text(claim: Claim, report: Report | None) -> Text:
    """The words between stars, in the rest of their sentence."""
    if report is None:
        return Text.assemble("“", (f"*{claim.quote}*", style.QUOTE), "”")
    before, quote, behind = in_context(report.text, claim.span.start, claim.span.end)
    return Text.assemble("“", (before, style.ASIDE), (f"*{quote}*", style.QUOTE), (behind, style.ASIDE), "”")
