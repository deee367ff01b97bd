"""Numbers of people as reports give them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Count:
    """How many people, as one source puts it.

    "64" has low = high = 64; "at least 64" and "more than 64" have low 64 and no high; "up to 64" has no low and
    high 64; "about 50" has low = high = 50 and ``approx``; "dozens" has neither and keeps its words; "no
    casualties" has low = high = 0.

    Attributes:
        low: the fewest people that the words allow, or None.
        high: the most people that the words allow, or None.
        words: the words themselves.
        approx: whether the words say that the number is rough.
    """

    low: int | None
    high: int | None
    words: str
    approx: bool = False

    def __post_init__(self) -> None:
        if (self.low or 0) < 0 or (self.high or 0) < 0:
            raise ValueError(f"a count of people is not negative: {self!r}")
        if self.low is not None and self.high is not None and self.high < self.low:
            raise ValueError(f"a count's high lies below its low: {self!r}")

    @property
    def vague(self) -> bool:
        """Whether no number at all can be read from the words ("dozens", "several")."""
        return self.low is None and self.high is None


@dataclass(frozen=True, slots=True)
class Toll:
    """Low, best and high number of people, by the rule printed in docs/rules.md. Any may be None."""

    low: int | None
    best: int | None
    high: int | None

    @property
    def figure(self) -> int | None:
        """The one number to go by: the best, else the low, else the high; None where nobody gives one."""
        return next((number for number in (self.best, self.low, self.high) if number is not None), None)
