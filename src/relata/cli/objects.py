"""Model objects as JSON for programs, in the shape of the export (docs/schema)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from relata.database import Database
from relata.export.history import history_object
from relata.export.shapes import Context, incident_object, report_object
from relata.model import History, Incident, Report


def incident_objects(db: Database, incidents: Iterable[Incident]) -> Iterator[Mapping[str, Any]]:
    """Incidents with their claims, as in the export."""
    context = _context(db)
    return (incident_object(incident, context) for incident in incidents)


def report_objects(db: Database, reports: Iterable[Report]) -> Iterator[Mapping[str, Any]]:
    """Reports without their texts, as in the export."""
    context = _context(db)
    return (report_object(report, context) for report in reports)


def history_objects(db: Database, history: History) -> dict[str, Any]:
    """The history of an incident, its claims as in the export."""
    return history_object(history, _context(db))


def _context(db: Database) -> Context:
    db.bring_up_to_date()  # who is who, and which report is whose copy, is computed
    store = db.store
    return Context(outlets=store.outlets(), names=store.names(), copies=store.copies())
