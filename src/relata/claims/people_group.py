"""People counted or named by some words of a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from relata.model import Count

ONESELF = frozenset({"himself", "herself", "themselves", "self"})
"""Who is harmed by his own hand; headlines cut the pronoun short ("Man kills wife, self")."""


@dataclass(frozen=True, slots=True)
class Group:
    """People counted or named by tokens ``first`` to ``last`` (exclusive).

    Attributes:
        count: how many.
        of: the words for whom, or None ("11 were wounded").
        kind: civilian, security, official, militant, named, or None where nothing says.
        bare: whether no noun for people stands with the number.
        part: whether it is said to be among the group before it.
        joined: whether it goes on a list that the group before it began.
        loose: whether only its place beside a word of harm can show that these are people harmed.
    """

    first: int
    last: int
    count: Count
    of: str | None
    kind: str | None
    bare: bool = False
    part: bool = False
    joined: bool = False
    loose: bool = False

    @property
    def oneself(self) -> bool:
        """Whether these are people who harm themselves."""
        return self.count.words.lower() in ONESELF
