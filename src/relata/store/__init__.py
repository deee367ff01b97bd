"""Keeping: one SQLite file or one PostgreSQL database, append-only but for what is computed."""

from relata.store.adding import Counts, Item
from relata.store.clocks import Clocks, make_clocks
from relata.store.deciding import TakenOver
from relata.store.past import Past
from relata.store.query import IncidentQuery, make_query
from relata.store.store import Store

__all__ = ["Clocks", "Counts", "IncidentQuery", "Item", "Past", "Store", "TakenOver", "make_clocks", "make_query"]
