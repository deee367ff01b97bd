"""The history of an incident out of the database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relata.model import ActorName, History, Incident

if TYPE_CHECKING:  # worker processes load this package, and never need what opens databases
    from relata.store import Store


def history_of(store: Store, incident: Incident) -> History:
    """How toll, attribution and standing of an incident moved; see :func:`relata.incidents.history.history`.

    Args:
        store: what holds the incident, up to date.
        incident: the incident.
    """
    from relata.incidents.history import history  # noqa: PLC0415 - only who asks for it needs the rules

    doers = {claim.value.text for claim in incident.claims if isinstance(claim.value, ActorName)}
    reports = {report.id: report for report in store.reports(ids=incident.reports)}
    return history(incident, store.events(incident.reports), reports, store.names(doers), store.copies())
