"""What a query has found: incidents, one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, overload

from relata.model import Incident
from relata.store import Store

if TYPE_CHECKING:
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

    def to_frame(self) -> DataFrame:
        """One row for each incident, with the columns of :data:`relata.export.COLUMNS`.

        Numbers of people are nullable whole numbers (Int64), dates are datetime64; several names in one cell are
        parted by "; ".
        """
        from relata.export import incident_frame  # noqa: PLC0415 - loads pandas

        return incident_frame(self)

    def _repr_html_(self) -> str:
        html: Any = self[:SHOWN].to_frame()[["title", "killed_best", "wounded_best", "responsible", "standing"]]
        return f"<p>{len(self)} incidents</p>{html.to_html(index=False)}"
