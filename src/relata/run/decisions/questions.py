"""What an analyst should look at, from what the database holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relata.run.recompute import bring_up_to_date, held

if TYPE_CHECKING:
    from relata.incidents import Question
    from relata.store import Store


def questions(store: Store) -> list[Question]:
    """Possible duplicates and doubtful joins, those first where what was computed is likeliest to be wrong.

    All events are compared for it, which takes about as long as computing the incidents.
    """
    from relata.incidents import lay, review  # noqa: PLC0415 - only this step compares events

    bring_up_to_date(store)
    found = held(store)
    basis = lay(found.reports, found.events, found.claims, found.decisions, found.resolution, found.copies)
    return review(basis, store.incidents())
