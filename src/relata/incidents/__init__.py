"""Claims → incidents: candidates, compare, score, cluster, reconcile, corroborate, standing."""

from relata.incidents.build import build
from relata.incidents.copies import find_copies
from relata.incidents.lookup import ActorLookup

__all__ = ["ActorLookup", "build", "find_copies"]
