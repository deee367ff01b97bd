"""What can be asked of a database: incidents, reports, claims, actors, sums and words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from relata.errors import QueryError
from relata.found import Actors, Claims, Incidents
from relata.model import Actor, Incident, Report, Skipped
from relata.run import bring_up_to_date
from relata.store import IncidentQuery, Store, make_query
from relata.store.query import country_code, day

if TYPE_CHECKING:
    from relata.answers.counting import Answer
    from relata.answers.dossier import Dossier
    from relata.answers.search import Facets, Found


class Asked:
    """The questions of a :class:`~relata.database.Database`.

    Attributes:
        store: what answers them.
    """

    store: Store

    def incidents(
        self,
        *,
        country: str | None = None,
        since: str | date | None = None,
        until: str | date | None = None,
        actor: str | None = None,
        status: str | None = None,
        type: str | None = None,  # noqa: A002 - the field's word
        min_killed: int | None = None,
        standing: str | None = None,
        text: str | None = None,
        outlet: str | None = None,
        bbox: str | Sequence[float] | None = None,
    ) -> Incidents:
        """Incidents that meet every filter given.

        Args:
            country: name or ISO 3166-1 code of the country of the place.
            since: the first day: 2022-03-04, 2022-03 or 2022. Intervals count that reach into the time asked for.
            until: the last day, inclusive.
            actor: any name of somebody said to be responsible, whatever the status; case and accents aside.
            status: how somebody (with ``actor``, that one) is said to be responsible: claimed, attributed,
                suspected, denied or disputed.
            type: kind of violence ("suicide bombing").
            min_killed: people killed at least: by the best figure, else the low one, else the high one.
            standing: confirmed, reported, contested or unconfirmed.
            text: words that one of the incident's reports holds; a phrase in quotation marks.
            outlet: the name of an outlet that tells of it, case aside.
            bbox: west, south, east and north in degrees, WGS 84; incidents whose place lies within.

        Raises:
            QueryError: for a value that cannot be understood; the message says what is accepted.
        """
        query = self.query(
            country=country,
            since=since,
            until=until,
            actor=actor,
            status=status,
            type=type,
            min_killed=min_killed,
            standing=standing,
            text=text,
            outlet=outlet,
            bbox=bbox,
        )
        bring_up_to_date(self.store)
        return Incidents(self.store, self.store.incident_ids(query))

    @staticmethod
    def query(**filters: Any) -> IncidentQuery:
        """The filters of :meth:`incidents` as one checked value; countries may be given by name.

        Raises:
            QueryError: for a filter that does not exist, or a value that cannot be understood.
        """
        unknown = sorted(set(filters) - set(IncidentQuery.__slots__))
        if unknown:
            raise QueryError(f"no filter {', '.join(unknown)}; expected any of: {', '.join(IncidentQuery.__slots__)}")
        country = filters.get("country")
        return make_query(**{**filters, "country": None if country is None else country_code(country)})

    def incident(self, id_: str) -> Incident:
        """The incident that has this id, or had it once, or whose id begins so (4 characters or more).

        Raises:
            NotFoundError: if there is none, or more than one.
        """
        bring_up_to_date(self.store)
        return self.store.incident(id_)

    def reports(
        self,
        *,
        outlet: str | None = None,
        since: str | date | None = None,
        until: str | date | None = None,
        text: str | None = None,
    ) -> Iterator[Report]:
        """Reports by publication and id, those without a date last: of one outlet, of some days, with some words."""
        first, last = day("since", since, last=False), day("until", until, last=True)
        return self.store.reports(outlet=outlet, since=first, until=last, text=text)

    def report(self, id_: str) -> Report:
        """The report whose id is ``id_`` or begins so (4 characters or more).

        Raises:
            NotFoundError: if there is none, or more than one.
        """
        return self.store.report(id_)

    def claims(self, *report_ids: str) -> Claims:
        """Claims of these reports (whole ids), or of all, in order of reading."""
        return Claims(self.store, lambda: ((None, claim) for claim in self.store.claims(report_ids or None)))

    def skipped(self) -> list[Skipped]:
        """Everything that was refused, with its reason, by file and part."""
        return list(self.store.skipped())

    def actors(self) -> Actors:
        """All actors under all their names, with what is said of them, by id."""
        bring_up_to_date(self.store)
        return Actors(self.store)

    def actor(self, name: str) -> Actor:
        """The actor that has this id or is called so, case and accents aside.

        Raises:
            NotFoundError: if nobody is, or several are; the message names them.
        """
        bring_up_to_date(self.store)
        return self.store.actor(name)

    def dossier(self, name: str) -> Dossier:
        """What is known of the actor that :meth:`actor` finds: names, profile, incidents, tolls, relations."""
        from relata.answers.asking import ask_dossier  # noqa: PLC0415 - tables, needed by few

        bring_up_to_date(self.store)
        return ask_dossier(self.store, name)

    def count(self, what: str = "killed", *, by: str | None = None, **filters: Any) -> Answer:
        """How many people were killed, wounded … in the incidents that meet the filters, no event counted twice.

        Args:
            what: one of :data:`relata.answers.sums.COUNTINGS`.
            by: also a sum for each "year", "country" …: one of :data:`relata.answers.counting.GROUPS`.
            filters: as :meth:`incidents` takes them.
        """
        from relata.answers.asking import ask_count  # noqa: PLC0415 - tables, needed by few

        query = self.query(**filters)
        bring_up_to_date(self.store)
        return ask_count(self.store, what, query, by)

    def search(self, words: str, *, limit: int | None = None, **filters: Any) -> Found:
        """Reports and incidents that hold all these words, best first; phrases in quotation marks.

        Args:
            words: the words.
            limit: how many of each at most; the rest is counted alone, which keeps a common word cheap.
            filters: as :meth:`incidents` takes them.
        """
        from relata.answers.asking import ask_search  # noqa: PLC0415 - tables, needed by few

        query = self.query(**filters)
        bring_up_to_date(self.store)
        return ask_search(self.store, words, query, limit)

    def facets(self, **filters: Any) -> Facets:
        """How many of the incidents that meet the filters have each country, type, actor, standing, year, outlet."""
        from relata.answers.asking import ask_facets  # noqa: PLC0415 - tables, needed by few

        query = self.query(**filters)
        bring_up_to_date(self.store)
        return ask_facets(self.store, query)
