"""What this stage asks of the one that knows actors."""

from __future__ import annotations

from typing import Protocol

from relata.model import ActorName, ActorRef


class ActorLookup(Protocol):
    """Which actor a name written in a report stands for. Pass what ``relata.actors.resolve`` gives, or any like it."""

    def ref(self, report_id: str, name: ActorName) -> ActorRef:
        """The actor that ``name``, as written in report ``report_id``, stands for."""
        ...
