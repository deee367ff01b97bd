"""Whether people who were harmed belong to those who attacked."""

from __future__ import annotations

from collections.abc import Iterable

from relata.tables.actors import lookup
from relata.tables.claim_words import words

_ATTACKERS = words("attackers")
_EITHER_SIDE = words("fighters_of_either_side")
_PLAIN = words("hedges") | {
    "other",
    "armed",
    "unidentified",
    "unknown",
    "of",
    "from",
    "the",
    "masked",
    "male",
    "female",
}


def are_fighters(of: str) -> bool:
    """Whether the noun is one for fighters that both sides of a war have ("tribal fighters", "rebels")."""
    return bool(set(_told(of)) & _EITHER_SIDE)


def of_another_side(of: str, names: Iterable[str]) -> bool:
    """Whether these are fighters, and not those of the group that attacked.

    Args:
        of: the words for the people ("Russian fighters").
        names: who attacked, as written.
    """
    told = _told(of)
    others = set(told) - _EITHER_SIDE - _PLAIN
    if not set(told) & _EITHER_SIDE or not others:
        return False
    named = {word for name in names for word in _told(name)} - _EITHER_SIDE - _PLAIN - _ATTACKERS
    if not named and lookup(" ".join(word for word in of.split() if word.casefold() not in _PLAIN | _EITHER_SIDE)):
        return False  # "militants" may be of any group that has a name
    return not named & others


def _told(words_: str) -> list[str]:
    return words_.casefold().replace("-", " ").replace("’s", "").replace("'s", "").split()
