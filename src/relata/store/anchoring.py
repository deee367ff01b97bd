"""Where the subjects of a decision stand, so that they are found again when their ids have changed.

The first migration that needs this runs on tables of its time: what is read here are columns that were there from the
beginning, each by its name.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select

from relata.model import Anchor, Span
from relata.model.decision import said
from relata.store import rows, schema

MOST_SPANS = 24
"""Claims of an event whose places are kept."""


def anchors_of(connection: Connection, subjects: Iterable[str]) -> tuple[Anchor, ...]:
    """Where events and claims stand, as their newest extraction has them; those that are not there are left out."""
    found = (_event(connection, subject) or _claim(connection, subject) for subject in subjects)
    return tuple(anchor for anchor in found if anchor is not None)


def _event(connection: Connection, id_: str) -> Anchor | None:
    table, claims = schema.events, schema.claims
    row = connection.execute(
        select(table.c.extraction, table.c.report, table.c.start, table.c.end)
        .where(table.c.id == id_)
        .order_by(table.c.extraction.desc())
        .limit(1)
    ).first()
    if row is None:
        return None
    spans = connection.execute(
        select(claims.c.start, claims.c.end)
        .where(claims.c.event == id_, claims.c.extraction == row.extraction)
        .distinct()
        .order_by(claims.c.start, claims.c.end)
    )
    kept = tuple(Span(span.start, span.end) for span in list(spans)[:MOST_SPANS])
    return Anchor(id_, row.report, Span(row.start, row.end), spans=kept)


def _claim(connection: Connection, id_: str) -> Anchor | None:
    table = schema.claims
    row = connection.execute(
        select(table.c.report, table.c.attribute, table.c.value, table.c.stance, table.c.start, table.c.end)
        .where(table.c.id == id_)
        .order_by(table.c.extraction.desc())
        .limit(1)
    ).first()
    if row is None:
        return None
    value = said(rows.claim_value(row.value))
    return Anchor(id_, row.report, Span(row.start, row.end), row.attribute, value, row.stance)
