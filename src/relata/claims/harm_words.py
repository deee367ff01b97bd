"""Words of harm in a sentence, and tolls as they are found."""

from __future__ import annotations

from dataclasses import dataclass

from relata.claims.people import Group
from relata.language.annotated import Annotated, Sentence, Token
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
        shot: whether they were "shot" or "stabbed", and nothing says that they lived.
    """

    attribute: str
    count: Count
    group: Group | None
    first: int
    last: int
    harm: int
    update: bool = False
    shot: bool = False


@dataclass(frozen=True, slots=True)
class Harm:
    """A word of harm at tokens ``first`` to ``last`` (exclusive), with the roles that its forms allow."""

    first: int
    last: int
    attribute: str
    roles: frozenset[str]


def find_harms(annotated: Annotated, sentence: Sentence) -> list[Harm]:
    """Every word of harm in the sentence, longest match, one for each attribute that it can mean."""
    tokens = annotated.tokens[sentence.first : sentence.last]
    words = [token.lower for token in tokens]
    harms: list[Harm] = []
    table, at = tables.harms(), 0
    while at < len(words):
        if words[at] not in table.first_words:
            at += 1
            continue
        found: list[Found[HarmWord]] = [
            hit for hit in table.all_at(words, at, len(words)) if _holds_together(tokens, hit)
        ]
        if not found:
            at += 1
            continue
        longest = max(hit.last for hit in found)
        best = [hit for hit in found if hit.last == longest]
        by_attribute: dict[str, set[str]] = {}
        for hit in best:
            by_attribute.setdefault(hit.payload.attribute, set()).add(hit.payload.role)
        if longest - at > 1:
            _keep_plainest(by_attribute)
        harms.extend(
            Harm(sentence.first + at, sentence.first + longest, attribute, frozenset(roles))
            for attribute, roles in by_attribute.items()
            if attribute != "none"
        )
        at = longest
    return harms


def _keep_plainest(by_attribute: dict[str, set[str]]) -> None:
    """ "Sustained fatal injuries", "with a gunshot wound" also match wider phrases of the wounded; the finer counts."""
    told = [attribute for attribute in _FINEST_FIRST if attribute in by_attribute]
    for attribute in told[1:]:
        del by_attribute[attribute]


_FINEST_FIRST = ("killed", "shot", "wounded")
_MOST_INSIDE = 4
"""Words of a harm phrase that stand side by side; a longer match has something else inside."""


def _holds_together(tokens: tuple[Token, ...], hit: Found[HarmWord]) -> bool:
    """Whether nothing but a noun phrase stands inside a phrase that may be parted ("hacked four farmers to death")."""
    inside = tokens[hit.first + 1 : hit.last - 1]
    return len(inside) < _MOST_INSIDE - 1 or not any(
        token.pos in {"VERB", "AUX", "SCONJ"} or token.text in {",", ";", ".", ":"} for token in inside
    )
