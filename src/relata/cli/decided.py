"""Decisions in words: what was decided, about what, by whom, and what has come of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from rich.table import Table
from rich.text import Text

from relata.cli import style
from relata.cli.tables import plain_table
from relata.database import Database
from relata.model import (
    Claim,
    Decision,
    Incident,
    Ruling,
    encode,
)
from relata.run.decisions import Effect
from relata.words import values as words
from relata.words.decided import day_of, value_in_words, verdict
from relata.words.text import one_line

LONGEST = 90
"""Characters of a title, a quote or a reason in one cell."""


def effect_object(effect: Effect) -> dict[str, Any]:
    """A decision for programs, with what it does now."""
    return {
        "id": effect.decision.id,
        **encode(effect.decision),
        "incidents": list(effect.incidents),
        "without_effect": effect.without or None,
    }


def effect_lines(db: Database, effect: Effect) -> Iterator[Text]:
    """A decision that was just made or undone, and the incidents that it touches now."""
    made = effect.decision
    head = "undone" if made.withdrawn_at else "decided"
    name = made.withdrawn_by if made.withdrawn_at else made.by
    who = f", by {one_line(name)}" if name else ""
    yield Text.assemble((f"{head}: {verdict(made)}", "bold"), who, (f" · decision {made.id}", style.ASIDE))
    touched = effect.incidents or _touched(db, made)
    for incident in db.store.incidents_by_id(touched):
        yield Text(f"  {one_line(incident.title)} · {incident.standing} · id {style.short_id(incident.id)}")
    if effect.without and not made.withdrawn_at:
        yield Text(f"  without effect: {effect.without}")
    if not made.withdrawn_at:
        yield Text(f"to take it back: relata --db {db.store.address} undo {style.short_id(made.id)}", style.ASIDE)


def _touched(db: Database, made: Decision) -> Sequence[str]:
    """The incidents that hold the subjects of a decision that was undone."""
    claims = db.store.claims_by_id(made.subjects)
    events = [claims[id_].event if id_ in claims else id_ for id_ in made.subjects]
    return sorted(set(db.store.incidents_of(event for event in events if event).values()))


def effect_table(db: Database, found: Iterable[Effect]) -> Table:
    """Decisions, one in a row."""
    effects = list(found)
    claims = db.store.claims_by_id({id_ for one in effects for id_ in one.decision.subjects})
    held = db.store.incidents_by_id(sorted({id_ for one in effects for id_ in one.incidents}))
    titles = {incident.id: f"{one_line(incident.title)} [{style.short_id(incident.id)}]" for incident in held}
    heads = ("when", "by", "decision", "about", "reason", "state", "id")
    return plain_table(heads, (_row(one, claims, titles) for one in effects))


def _row(one: Effect, claims: Mapping[str, Claim], titles: Mapping[str, str]) -> tuple[str, ...]:
    made = one.decision
    state = f"without effect: {one.without}" if one.without else "in effect"
    if made.withdrawn_at:
        state = f"undone {day_of(made.withdrawn_at)}" + (f" by {made.withdrawn_by}" if made.withdrawn_by else "")
    return (
        day_of(made.at),
        one_line(made.by, LONGEST),
        verdict(made),
        _about(one, claims, titles),
        one_line(made.reason, LONGEST),
        state,
        style.short_id(made.id),
    )


def _about(one: Effect, claims: Mapping[str, Claim], titles: Mapping[str, str]) -> str:
    quoted = [
        f"{claim.attribute} “{one_line(claim.quote, LONGEST)}”"
        for id_ in one.decision.subjects
        if (claim := claims.get(id_)) is not None
    ]
    if quoted:
        return "; ".join(quoted)
    known = [titles[id_] for id_ in one.incidents]
    return "; ".join(known) or ", ".join(f"event {style.short_id(id_)}" for id_ in one.decision.subjects)


def set_by(incident: Incident, slot: str) -> Text | None:
    """Who set a value of an incident, why, and what it replaced; None where nobody did."""
    for ruling in incident.decisions:
        if ruling.kind == "correct" and ruling.in_effect and ruling.attribute == slot:
            before = value_in_words(ruling.replaced)
            text = Text(f"set by {one_line(ruling.by)}: {one_line(ruling.reason)}; the claims give {before}")
            text.stylize(style.ASIDE)
            return text
    return None


def rulings_table(incident: Incident, claims: Mapping[str, Claim]) -> Table:
    """The decisions about an incident, for its sheet.

    Args:
        incident: the incident.
        claims: the claims that they are about, by id.
    """
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, style=style.ASIDE)
    table.add_column(overflow="fold")
    for ruling in incident.decisions:
        lines = [_heading(ruling, claims), one_line(f"{ruling.by}, {day_of(ruling.at)} UTC: {ruling.reason}")]
        if ruling.kind == "correct" and ruling.in_effect:
            lines.append(f"the claims give {value_in_words(ruling.replaced)}")
        if not ruling.in_effect:
            lines.append("without effect: a later decision, or one that goes before it, holds in its place")
        table.add_row(style.short_id(ruling.id), Text("\n".join(lines)))
    return table


def _heading(ruling: Ruling, claims: Mapping[str, Claim]) -> str:
    claim = claims.get(ruling.subjects[0]) if ruling.subjects else None
    if claim is not None:
        held = f"{claim.attribute} {words.value_of(claim)}, “{one_line(claim.quote, LONGEST)}”"
        return f"{held}: {verdict(ruling)} (claim {style.short_id(claim.id)})"
    if ruling.kind in ("same", "different"):
        return f"events {', '.join(map(style.short_id, ruling.subjects))}: {verdict(ruling)}"
    return verdict(ruling)
