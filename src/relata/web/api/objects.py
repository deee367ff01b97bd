"""Model objects in the API's shapes, with as little loaded as they need."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, cast

from relata.export.shapes import Context, incident_object, report_object
from relata.model import ActorName, Claim, Incident, Names, Report
from relata.store import Store
from relata.web.api.shapes import ListedIncident

EMPTY = Context({}, Names({}))
"""For incidents without claims: they refer to nothing."""

_LEFT_OUT = ("events", "claims", "decisions")


def listed(incident: Incident) -> ListedIncident:
    """An incident as lists show it."""
    whole = incident_object(incident, EMPTY)
    return cast("ListedIncident", {name: value for name, value in whole.items() if name not in _LEFT_OUT})


def listed_by_id(store: Store, ids: Sequence[str]) -> list[ListedIncident]:
    """The incidents with these ids as lists show them, in their order."""
    return [listed(one) for one in store.incidents_by_id(ids, claims=False)]


def context_of(store: Store, claims: Iterable[Claim], reports: Iterable[str] = ()) -> Context:
    """What these claims, and these reports, refer to."""
    found = list(claims)
    known = {*reports, *(claim.report for claim in found)}
    outlets = store.outlets(known)
    texts = {*_names_in(found), *(outlet for outlet in outlets.values() if outlet)}
    return Context(outlets, store.names(texts), store.copies(known))


def _names_in(claims: Iterable[Claim]) -> Iterator[str]:
    for claim in claims:
        for name in (claim.value, claim.holder, claim.actor):
            if isinstance(name, ActorName):
                yield name.text


def reports_listed(store: Store, reports: Sequence[Report]) -> list[Any]:
    """Reports without their texts."""
    context = Context({}, Names({}), store.copies([report.id for report in reports]))
    return [report_object(report, context) for report in reports]
