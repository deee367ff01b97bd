"""One thing that speaks for or against two events being one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that speaks for or against two events being one.

    Attributes:
        feature: what was compared ("date").
        value: how it came out, one word of the table in :mod:`relata.incidents.score` ("same day").
        tell: gives ``detail``. Most pairs are never shown to anybody: their words are made when they are asked for.
        softened: whether the texts are so alike that what speaks against one happening counts less.
    """

    feature: str
    value: str
    tell: Callable[[], str] = field(repr=False, compare=False)
    softened: bool = False

    @property
    def detail(self) -> str:
        """A sentence with the two values."""
        return self.tell()
