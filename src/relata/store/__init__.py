"""Keeping: one SQLite file or one PostgreSQL database, append-only but for what is computed."""

from relata.store.adding import Counts, Item
from relata.store.deciding import TakenOver
from relata.store.query import IncidentQuery, make_query
from relata.store.store import Store

__all__ = ["Counts", "IncidentQuery", "Item", "Store", "TakenOver", "make_query"]
