"""Actors: groups, forces, governments, outlets and people under all their written names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from relata.model.claim import Claim

ActorKind = Literal["armed group", "state", "state force", "media", "person", "organisation", "civilians", "unknown"]
ACTOR_KINDS: tuple[ActorKind, ...] = get_args(ActorKind)


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor and what reports say of it.

    Attributes:
        id: key of the table of known actors, or a hash of the name.
        name: the name to show.
        kind: what it is.
        aliases: every written form met, sorted; each has a claim with attribute "alias".
        claims: claims about it (aliases among them), in order of report and place in the text.
    """

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...]
    claims: tuple[Claim, ...]
