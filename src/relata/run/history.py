"""The history of an incident out of the database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from relata.model import ActorName, ActorRef, History, Incident, content_id

if TYPE_CHECKING:  # worker processes load this package, and never need what opens databases
    from relata.store import Store


@dataclass(frozen=True, slots=True)
class _AsResolved:
    """Who is who, as it was found when incidents were computed.

    Attributes:
        names: the actor that each name stands for, by report and name; report "" for what holds in all others.
        actors: by id.
    """

    names: Mapping[tuple[str, ActorName], str]
    actors: Mapping[str, ActorRef]

    def ref(self, report_id: str, name: ActorName) -> ActorRef:
        """The actor that ``name``, as written in report ``report_id``, stands for."""
        id_ = self.names.get((report_id, name)) or self.names.get(("", name))
        known = self.actors.get(id_ or "")
        return known or ActorRef(id_ or name.key or content_id("actor", name.text), name.text)


def history_of(store: Store, incident: Incident) -> History:
    """How toll, attribution and standing of an incident moved; see :func:`relata.incidents.history.history`.

    Args:
        store: what holds the incident, up to date.
        incident: the incident.
    """
    from relata.incidents.history import history  # noqa: PLC0415 - only who asks for it needs the rules

    doers = {claim.value.text for claim in incident.claims if isinstance(claim.value, ActorName)}
    names = store.names(doers)
    reports = {report.id: report for report in store.reports(ids=incident.reports)}
    resolution = _AsResolved(names, store.actor_refs(names.values()))
    return history(incident, store.events(incident.reports), reports, resolution, store.copies())
