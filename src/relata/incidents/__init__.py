"""Claims → incidents: candidates, compare, score, cluster, reconcile, corroborate, standing; decisions of analysts."""

from relata.incidents.basis import Basis, lay
from relata.incidents.build import build
from relata.incidents.copies import find_copies
from relata.incidents.lookup import ActorLookup
from relata.incidents.questions import Question, Side, review
from relata.incidents.subjects import Settled, rejected, settle

__all__ = [
    "ActorLookup",
    "Basis",
    "Question",
    "Settled",
    "Side",
    "build",
    "find_copies",
    "lay",
    "rejected",
    "review",
    "settle",
]
