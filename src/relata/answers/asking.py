"""Questions put to a store: what they need is fetched, and handed to the pure functions that answer them."""

from __future__ import annotations

from relata.answers.counting import GROUPS, Answer, Asked, Known, count
from relata.answers.dossier import Dossier, make_dossier
from relata.answers.doubles import decided
from relata.answers.profile import NAMING, Who
from relata.answers.sums import COUNTINGS
from relata.errors import QueryError
from relata.model import Incident
from relata.store import IncidentQuery, Store


def ask_dossier(store: Store, name: str) -> Dossier:
    """The dossier of the actor that has this id or name.

    Raises:
        NotFoundError: if there is none, or more than one.
    """
    actor = store.actor(name)
    incidents = list(store.incidents_of(actor.id))
    return make_dossier(
        actor,
        incidents,
        who=Who(store.names(), store.shown_names()),
        named_in=store.claims_naming(actor.id, NAMING),
        known=_known(store, incidents),
    )


def ask_count(store: Store, what: str, query: IncidentQuery, by: str | None = None) -> Answer:
    """How many, over the incidents that meet the query.

    Args:
        store: where they are.
        what: see :data:`relata.answers.sums.COUNTINGS`.
        query: which incidents.
        by: see :data:`relata.answers.counting.GROUPS`, or None.

    Raises:
        QueryError: for something else to count or to go by.
    """
    if what not in COUNTINGS:
        raise QueryError(f"cannot count {what!r}; expected one of: {', '.join(COUNTINGS)}")
    if by is not None and by not in GROUPS:
        raise QueryError(f"by is {by!r}; expected one of: {', '.join(GROUPS)}")
    incidents = list(store.incidents(query))
    asked = Asked(
        actors=frozenset(store.actor_ids(query.actor)) if query.actor is not None else frozenset(),
        since=query.since,
        until=query.until,
        status=query.status,
        standing=query.standing,
    )
    return count(incidents, what, asked=asked, known=_known(store, incidents), by=by)


def _known(store: Store, incidents: list[Incident]) -> Known:
    reports = sorted({report for incident in incidents for report in incident.reports})
    realis = {event.id: event.realis for event in store.events(reports)}
    return Known(realis, decided(store.decisions()))
