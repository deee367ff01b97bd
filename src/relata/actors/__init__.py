"""Names to actors: which written names stand for one actor, each join with its reason, none of them final."""

from relata.actors.match import Likeness, alike
from relata.actors.resolve import Join, Resolution, resolve

__all__ = ["Join", "Likeness", "Resolution", "alike", "resolve"]
