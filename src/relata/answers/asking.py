"""Questions put to a store: what they need is fetched, and handed to the pure functions that answer them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import islice

from relata.answers.counting import GROUPS, Answer, Chosen, count
from relata.answers.dossier import Dossier, make_dossier
from relata.answers.profile import NAMING
from relata.answers.search import Facets, Found, ReportHit, make_facets, pieces, rank_incidents
from relata.answers.sums import COUNTINGS
from relata.errors import QueryError
from relata.model import Incident, Realis
from relata.store import IncidentQuery, Store
from relata.store.facets import FACETS
from relata.store.questions import phrases
from relata.tables.actors import countries


def ask_dossier(store: Store, name: str) -> Dossier:
    """The dossier of the actor that has this id or name.

    Raises:
        NotFoundError: if there is none, or more than one.
    """
    actor = store.actor(name)
    incidents = list(store.incidents_by(actor.id))
    return make_dossier(
        actor,
        incidents,
        names=store.names(),
        named_in=store.claims_naming(actor.id, NAMING),
        realis=_realis(store, incidents),
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
    incidents = list(store.incidents(query, claims=False))
    asked = Chosen(
        actors=frozenset(store.actor_ids(query.actor)) if query.actor is not None else frozenset(),
        since=query.since,
        until=query.until,
        status=query.status,
        standing=query.standing,
    )
    return count(incidents, what, asked=asked, realis=_realis(store, incidents), by=by)


AMONG = 10
"""Incidents that are loaded and ranked for each one that is asked for: those of the best reports. The own words of an
incident at most double its score, so that those beyond seldom belong among the first."""

EACH = 5
"""Reports that are ranked for each incident that is loaded: the best told ones are told by several."""


def ask_search(store: Store, words: str, query: IncidentQuery, limit: int | None = None) -> Found:
    """Reports and incidents that hold the words, best first.

    Args:
        store: where they are.
        words: words that one report must hold; a phrase in quotation marks.
        query: which incidents; where it has a filter, only reports that tell of one of them are found.
        limit: how many reports, and incidents, at most; the rest is counted alone.

    Raises:
        QueryError: if there is no word.
    """
    some = None if limit is None else limit * AMONG * EACH
    ranked = store.ranked(words, query, some)
    told = store.told_in(id_ for id_, _ in ranked)
    if not query.everything:
        met = set(store.incident_ids(query))
        told = {id_: [one for one in incidents if one in met] for id_, incidents in told.items()}
    best: dict[str, tuple[str, float]] = {}
    for id_, score in ranked:
        for one in told.get(id_, ()):
            best.setdefault(one, (id_, score))
    looked_at = islice(best, None if limit is None else limit * AMONG)
    incidents = rank_incidents(phrases(words), store.incidents_by_id(looked_at), best)[:limit]
    shown = dict(ranked[:limit])
    reports = {report.id: report for report in store.reports(ids=shown)}
    snippets = store.snippets(words, sorted({*shown, *(hit.report for hit in incidents)}))
    whole = some is None or len(ranked) < some
    chosen = best if whole else store.told_of(words, query)
    return Found(
        words=words,
        reports=tuple(
            ReportHit(reports[id_], score, pieces(snippets[id_]), tuple(told.get(id_, ())))
            for id_, score in shown.items()
        ),
        incidents=tuple(replace(hit, snippet=pieces(snippets[hit.report])) for hit in incidents),
        reports_in_all=len(ranked) if whole else store.count_ranked(words, query),
        incidents_in_all=len(chosen),
        facets=_facets(store, chosen),
    )


def ask_facets(store: Store, query: IncidentQuery, only: Iterable[str] = FACETS) -> Facets:
    """Counts over the incidents that meet the query, by all facets or some."""
    return _facets(store, query, only)


def _facets(store: Store, chosen: Iterable[str] | IncidentQuery, only: Iterable[str] = FACETS) -> Facets:
    names = {entry.code: entry.name for entry in countries()}
    return make_facets(store.facets(chosen, only), {"actor": store.shown_names(), "country": names})


def _realis(store: Store, incidents: Iterable[Incident]) -> dict[str, Realis]:
    reports = sorted({report for incident in incidents for report in incident.reports})
    return {event.id: event.realis for event in store.events(reports)}
