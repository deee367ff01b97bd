"""Who is who: the actor that each written name stands for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from relata.model.claim import ActorName
from relata.model.ids import content_id
from relata.model.incident import ActorRef


@dataclass(frozen=True, slots=True)
class Names:
    """Which actor each written name stands for, as it was found when incidents were computed.

    Attributes:
        ids: id by report and name; report "" for what holds in all reports but those with an entry of their own.
        actors: these actors, by id.
    """

    ids: Mapping[tuple[str, ActorName], str]
    actors: Mapping[str, ActorRef] = field(default_factory=dict)

    def id_of(self, report_id: str, name: ActorName) -> str:
        """Id of the actor that ``name``, as written in report ``report_id``, stands for.

        Where nothing says it, the name's own key, else a hash of its words.
        """
        known = self.ids.get((report_id, name)) or self.ids.get(("", name))
        return known or name.key or content_id("actor", name.text)

    def ref(self, report_id: str, name: ActorName) -> ActorRef:
        """The actor that :meth:`id_of` gives; under the name as written where nothing else is known of it."""
        id_ = self.id_of(report_id, name)
        return self.actors.get(id_) or ActorRef(id_, name.text)
