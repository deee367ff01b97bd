"""What a query has found: incidents, claims, actors, one after the other; as tables, and shown in a notebook."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, overload

from relata.model import Actor, Claim, Incident
from relata.store import Store
from relata.words.tables import html_table
from relata.words.values import (
    holder_of,
    plural,
    responsible_in_short,
    short_date,
    short_place,
    toll_in_short,
    value_of,
)

if TYPE_CHECKING:
    import polars as pl
    from pandas import DataFrame

SHOWN = 20
"""Rows shown of a table in a notebook."""


class Incidents(Sequence[Incident]):
    """Incidents that meet a query, by date and id; those without a date last.

    The list is fixed when the query is made; each incident is fetched when it is asked for. Where incidents have been
    computed anew meanwhile, asking for one that is gone raises NotFoundError.
    """

    def __init__(self, store: Store, ids: Sequence[str]) -> None:
        self._store = store
        self._ids = tuple(ids)

    @property
    def ids(self) -> tuple[str, ...]:
        """Their ids."""
        return self._ids

    def __len__(self) -> int:
        return len(self._ids)

    def __iter__(self) -> Iterator[Incident]:
        return self._store.incidents_by_id(self._ids)

    @overload
    def __getitem__(self, index: int) -> Incident: ...
    @overload
    def __getitem__(self, index: slice) -> Incidents: ...
    def __getitem__(self, index: int | slice) -> Incident | Incidents:
        if isinstance(index, slice):
            return Incidents(self._store, self._ids[index])
        return next(self._store.incidents_by_id([self._ids[index]]))

    def __repr__(self) -> str:
        some = ", ".join(self._ids[:3])
        return f"<{len(self)} incidents: {some}{', …' if len(self) > 3 else ''}>"

    def claims(self) -> Claims:
        """What is claimed about them, incident by incident."""
        return Claims(self._store, lambda: ((one.id, claim) for one in self for claim in one.claims))

    def to_frame(self) -> DataFrame:
        """One row for each incident, with the columns of :data:`relata.export.COLUMNS`, for pandas.

        Numbers of people are nullable whole numbers (Int64), dates are datetime64; several names in one cell are
        parted by "; ".
        """
        from relata.export import incident_frame  # noqa: PLC0415 - loads pandas

        return incident_frame(self)

    def to_pandas(self) -> DataFrame:
        """The same as :meth:`to_frame`."""
        return self.to_frame()

    def to_polars(self) -> pl.DataFrame:
        """One row for each incident with the columns of the Parquet export: dates, numbers, lists of names.

        Raises:
            ImportError: where polars is not installed (``pip install 'relata[polars]'``).
        """
        from relata.export import arrow  # noqa: PLC0415 - loads pyarrow

        return _polars(arrow.table_of(map(arrow.incident_values, self), arrow.INCIDENTS))

    def _repr_html_(self) -> str:
        rows = (
            (
                short_date(one.date),
                short_place(one.place),
                one.type,
                toll_in_short(one.killed),
                toll_in_short(one.wounded),
                responsible_in_short(one),
                one.standing,
                f"{one.corroboration.reports}/{one.corroboration.origins}",
                one.id[:8],
            )
            for one in self[:SHOWN]
        )
        heads = ("date", "place", "type", "killed", "wounded", "responsible", "standing", "reports", "id")
        return html_table(heads, rows, _shown(plural(len(self), "incident"), len(self)))


class Claims(Iterable[Claim]):
    """Claims, fetched each time when they are gone through."""

    def __init__(self, store: Store, pairs: Callable[[], Iterator[tuple[str | None, Claim]]]) -> None:
        """Claims of a store.

        Args:
            store: what holds their reports.
            pairs: gives each claim with the id of the incident that it is known to be about, or None.
        """
        self._store = store
        self._pairs = pairs

    def __iter__(self) -> Iterator[Claim]:
        return (claim for _, claim in self._pairs())

    def __repr__(self) -> str:
        return "<claims>"

    def to_pandas(self) -> DataFrame:
        """One row for each claim: its value in words, and as number, days, point or actor where it is one."""
        import pandas as pd  # noqa: PLC0415 - slow to load
        import pyarrow as pa  # noqa: PLC0415

        kinds = {pa.int64(): pd.Int64Dtype(), pa.int32(): pd.Int32Dtype(), pa.bool_(): pd.BooleanDtype()}
        frame: DataFrame = self._table().to_pandas(types_mapper=kinds.get)
        return frame

    def to_polars(self) -> pl.DataFrame:
        """The same for polars.

        Raises:
            ImportError: where polars is not installed (``pip install 'relata[polars]'``).
        """
        return _polars(self._table())

    def _table(self) -> Any:
        from relata.export import arrow  # noqa: PLC0415 - loads pyarrow
        from relata.export.shapes import Context  # noqa: PLC0415

        context = Context(self._store.outlets(), self._store.names())
        rows = ({**arrow.claim_values(claim, context), "incident": about} for about, claim in self._pairs())
        return arrow.table_of(rows, arrow.CLAIMS)

    def _repr_html_(self) -> str:
        some = list(islice(self._pairs(), SHOWN + 1))
        reports = {one.id: one for one in self._store.reports(ids=frozenset(claim.report for _, claim in some))}
        rows = (
            (
                claim.attribute,
                value_of(claim),
                holder_of(claim, reports.get(claim.report)),
                claim.stance,
                f"“{claim.quote}”",
                reports[claim.report].published if claim.report in reports else None,
                claim.id[:8],
            )
            for _, claim in some[:SHOWN]
        )
        heads = ("attribute", "value", "who", "stance", "words", "published", "id")
        caption = f"the first {SHOWN} claims" if len(some) > SHOWN else plural(len(some), "claim")
        return html_table(heads, rows, caption)


class Actors(Iterable[Actor]):
    """Actors under all their names, by id, fetched each time when they are gone through."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __iter__(self) -> Iterator[Actor]:
        return self._store.actors()

    def __repr__(self) -> str:
        return "<actors>"

    def to_pandas(self) -> DataFrame:
        """One row for each actor: id, name, kind, other names, and how many claims there are about it."""
        frame: DataFrame = self._table().to_pandas()
        return frame

    def to_polars(self) -> pl.DataFrame:
        """The same for polars.

        Raises:
            ImportError: where polars is not installed (``pip install 'relata[polars]'``).
        """
        return _polars(self._table())

    def _table(self) -> Any:
        from relata.export import arrow  # noqa: PLC0415 - loads pyarrow

        return arrow.table_of(map(arrow.actor_values, self), arrow.ACTORS)

    def _repr_html_(self) -> str:
        found = list(self)
        rows = (
            (one.name, one.kind, "; ".join(name for name in one.aliases if name != one.name), len(one.claims), one.id)
            for one in found[:SHOWN]
        )
        caption = _shown(plural(len(found), "actor"), len(found))
        return html_table(("name", "kind", "also written", "claims", "id"), rows, caption)


def _shown(words: str, number: int) -> str:
    return f"{words}, the first {SHOWN}" if number > SHOWN else words


def _polars(table: Any) -> pl.DataFrame:
    try:
        import polars as pl  # noqa: PLC0415 - optional
    except ImportError:
        raise ImportError("polars is not installed: pip install 'relata[polars]'") from None
    frame = pl.from_arrow(table)
    assert isinstance(frame, pl.DataFrame)
    return frame
