"""Words of harm in a sentence, and tolls as they are found."""

from __future__ import annotations

from dataclasses import dataclass

from relata.claims.people import Group
from relata.language.annotated import Annotated, Sentence
from relata.model import Count
from relata.tables import events as tables
from relata.tables.events import HarmWord
from relata.tables.phrases import Found


@dataclass(frozen=True, slots=True)
class TollFound:
    """A toll in a sentence: tokens ``first`` to ``last`` (exclusive) carry it.

    Attributes:
        attribute: killed, wounded, missing, abducted or arrested.
        count: how many.
        group: the people, or None where only a number stands ("the death toll rose to 88").
        harm: index of the word of harm.
        update: whether the words say that an earlier number has changed ("rose to 88").
    """

    attribute: str
    count: Count
    group: Group | None
    first: int
    last: int
    harm: int
    update: bool = False


@dataclass(frozen=True, slots=True)
class Harm:
    """A word of harm at tokens ``first`` to ``last`` (exclusive), with the roles that its forms allow."""

    first: int
    last: int
    attribute: str
    roles: frozenset[str]


def find_harms(annotated: Annotated, sentence: Sentence) -> list[Harm]:
    """Every word of harm in the sentence, longest match, one for each attribute that it can mean."""
    words = [token.lower for token in annotated.tokens[sentence.first : sentence.last]]
    harms: list[Harm] = []
    table, at = tables.harms(), 0
    while at < len(words):
        found: list[Found[HarmWord]] = table.all_at(words, at, len(words))
        if not found:
            at += 1
            continue
        longest = found[0].last
        best = [hit for hit in found if hit.last == longest]
        by_attribute: dict[str, set[str]] = {}
        for hit in best:
            by_attribute.setdefault(hit.payload.attribute, set()).add(hit.payload.role)
        harms.extend(
            Harm(sentence.first + at, sentence.first + longest, attribute, frozenset(roles))
            for attribute, roles in by_attribute.items()
        )
        at = longest
    return harms
