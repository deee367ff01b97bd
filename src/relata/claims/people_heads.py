"""Noun phrases for people: where a phrase ends, and what kind of people its head names."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from relata.claims.numbers import read_number
from relata.language.annotated import Annotated, Mention, Token
from relata.tables import events as tables
from relata.tables.claim_words import phrases, words

MODIFIERS = frozenset({"ADJ", "NOUN", "PROPN", "ADV", "NUM", "X"})
"""Parts of speech that may stand before the head of a noun phrase."""

MOST_WORDS = 9
"""Words between a number and the end of the phrase it counts, bracketed ones apart."""

MOST_BRACKETED = 8
"""Words inside a pair of brackets that are passed over ("a Border Security Force (BSF) officer")."""

THINGS = words("things") | words("body_parts")
"""Nouns that can follow a number beside words of harm and are no people."""

_STATES = words("states_of_harm")
_DESCRIBING = words("people_participles")
_ABSTRACT = phrases("abstract_endings")
_DOERS = phrases("person_endings")
"""Endings of singular nouns for people that no list holds ("a footballer", "an accountant", "a guide")."""
AGED = re.compile(r"\d{1,3}-(?:year|month|week|day)-olds?")
"""An age as one word, alone ("two 16-year-olds") or before a name."""
_MEMBERS = words("members")
_DEMONYM = ("s", "i", "ese", "ish", "taliban", "shabaab", "haram", "ch")


class Head(NamedTuple):
    """The end of a noun phrase for people.

    Attributes:
        last: index one past the head.
        kind: civilian, security, official or militant.
        sure: whether the head is a known noun for people or a plural; else only its place beside a word of harm
            can show that it is a person ("a cadre was killed").
        known: whether a list holds the noun.
    """

    last: int
    kind: str
    sure: bool
    known: bool = False


def past_brackets(tokens: tuple[Token, ...], at: int, last: int) -> int:
    """Index one past the bracket that opens at ``at``; ``at`` where none opens or it does not close soon."""
    if at >= last or tokens[at].text not in {"(", "["}:
        return at
    for end in range(at + 1, min(last, at + MOST_BRACKETED + 2)):
        if tokens[end].text in {")", "]"}:
            return end + 1
    return at


def head_at(annotated: Annotated, first: int, last: int) -> Head | None:
    """The noun phrase for people that begins at token ``first`` (after its number or article), or None."""
    tokens = annotated.tokens
    limit = min(last, first + MOST_WORDS)
    lower = tuple(token.lower for token in tokens[first : min(last, first + 2 * MOST_WORDS)])
    head: int | None = None
    kind: str | None = None
    table, at = tables.people(), first
    while at < limit:
        found = table.at(lower, at - first, len(lower))
        if found:
            head, kind, at = first + found.last, found.payload, first + found.last
            continue
        named = _name_end(annotated, at, last)
        if named > at + 1 and _noun_follows(tokens, named, last) and _people_ahead(tokens, named, min(last, named + 3)):
            at = named
            continue
        nation = _nation_end(annotated, at, last)
        if nation:
            head, at = nation[0], nation[0]
            kind = "militant" if nation[1] == "armed group" else kind or "civilian"
            continue
        if AGED.fullmatch(tokens[at].lower) and not _noun_follows(tokens, at + 1, last):
            return Head(at + 1, "civilian", sure=True, known=True)
        step = _step(tokens, first, at, last, head is not None)
        if step == at:
            break
        at = step
    return _ended(tokens, first, at, head, kind)


def _nation_end(annotated: Annotated, at: int, last: int) -> tuple[int, str] | None:
    """Index one past the name of a nation or group that stands for its people ("three Afghans", "five Taliban")."""
    tokens = annotated.tokens
    nation = mention_of(annotated, tokens[at], {"nationality", "armed group", "state force"})
    if nation is None:
        return None
    end = at + 1
    while end < last and tokens[end].start < nation.span.end:
        end += 1
    alone = nation.kind == "nationality" and end == at + 1 and tokens[at].lower.endswith("an")
    return (end, nation.kind) if alone or tokens[end - 1].lower.endswith(_DEMONYM) else None


def _name_end(annotated: Annotated, at: int, last: int) -> int:
    """Index one past the name of a body or place that opens at ``at`` ("three Republic of Congo soldiers")."""
    tokens = annotated.tokens
    name = mention_of(annotated, tokens[at], _BODIES)
    if name is None or name.span.start != tokens[at].start:
        return at
    end = at + 1
    while end < last and tokens[end].start < name.span.end:
        end += 1
    return end


_BODIES = {"armed group", "state force", "organisation", "nationality", "place", "state", "facility"}


def _step(tokens: tuple[Token, ...], first: int, at: int, last: int, headed: bool) -> int:
    """Index past one more word of the phrase, or ``at`` where the phrase ends."""
    token = tokens[at]
    if token.lower in _STATES:
        return at
    if token.pos in MODIFIERS:
        return at + 1
    if at == first:
        return at + 1 if token.lower in _DESCRIBING and at + 1 < last else at
    end = past_brackets(tokens, at, last)
    if end > at:
        return end if _noun_follows(tokens, end, last) else at
    following = tokens[at + 1] if at + 1 < last else None
    if headed or following is None:
        return at
    if token.pos == "PART" and token.lower[0] in "'’" and following.pos in MODIFIERS:
        return at + 1 if following.lower not in THINGS else at
    if token.pos == "VERB" and token.lower.endswith("ed") and following.pos in MODIFIERS:
        return at + 1 if following.pos not in {"ADV", "NUM"} else at
    if token.lower == "of" and tokens[at - 1].pos == "PROPN" and following.pos == "PROPN":
        return at + 1 if _people_ahead(tokens, at + 2, min(last, at + 4)) else at
    listed = token.lower in {"and", "&"} and following.pos == "NOUN"
    return at + 1 if listed and _people_ahead(tokens, at + 2, min(last, at + 3)) else at


def _people_ahead(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    table = tables.people()
    lower = [token.lower for token in tokens[first:last]]
    return any(table.at(lower, index, len(lower)) for index in range(len(lower)))


def _noun_follows(tokens: tuple[Token, ...], at: int, last: int) -> bool:
    return at < last and tokens[at].pos in {"NOUN", "PROPN", "ADJ"} and tokens[at].lower not in _STATES


def _ended(tokens: tuple[Token, ...], first: int, end: int, head: int | None, kind: str | None) -> Head | None:
    """The head, once the words of the phrase are known."""
    while end > first and tokens[end - 1].pos not in {"NOUN", "PROPN"} and end != head:
        end -= 1
    if end == first:
        return None
    if head is not None and head >= end:
        return Head(head, kind or "civilian", sure=True, known=True)
    noun = tokens[end - 1]
    if head is not None and noun.pos == "PROPN":
        return Head(head, kind or "civilian", sure=True, known=True)  # "two soldiers Monday", "police chief Ali Khan"
    if noun.lower in THINGS:
        return None  # "two police cars": the noun for people is no head
    if noun.pos == "NOUN" and noun.lower.endswith(("s", "en", "ple")) and not noun.lower.endswith("ss"):
        return Head(end, kind or "civilian", sure=True)
    if noun.pos == "NOUN" and (head is not None or noun.lower.endswith(_DOERS)) and not noun.lower.endswith(_ABSTRACT):
        return Head(end, kind or "civilian", sure=True)
    if noun.lower.endswith(_ABSTRACT):
        return None
    return Head(end, kind or "civilian", sure=False)


def with_of_phrase(annotated: Annotated, head: int, last: int) -> int:
    """The phrase with its "of …": "members of the security forces", "soldiers of the 57th battalion"."""
    tokens = annotated.tokens
    if head >= last or tokens[head].lower not in {"of", "from"}:
        return head
    if tokens[head].lower == "from" and tokens[head - 1].lower not in _MEMBERS:
        return head
    at = head + 1
    while (
        at < last
        and at < head + MOST_WORDS
        and tokens[at].lower not in _STATES
        and (
            tokens[at].pos in MODIFIERS | {"DET", "PRON"}
            or (at > head + 1 and tokens[at].lower in {"'s", "’s", "'", "’"})
            or (tokens[at].pos == "VERB" and "-" in tokens[at].text)
        )
        and tokens[at].lower not in _RELATIVES
    ):
        at += 1
    while tokens[at - 1].pos == "DET":
        at -= 1
    return at if at > head + 1 else head


_RELATIVES = frozenset({"who", "whom", "whose", "which", "that"})


def counts_others(annotated: Annotated, head: int, last: int) -> bool:
    """Whether an "of" and a number follow: "a list of 57 people" is not one person."""
    tokens = annotated.tokens
    at = head
    if at < last and tokens[at].lower in {"of", "with", "carrying", "including"}:
        return any(read_number(tokens, ahead, last) is not None for ahead in range(at + 1, min(at + 4, last)))
    return False


def mention_of(annotated: Annotated, token: Token, kinds: set[str]) -> Mention | None:
    """The mention of one of ``kinds`` in which a token stands, or None."""
    index = bisect_left(annotated.mentions, token.end, key=lambda mention: mention.span.start) - 1
    for mention in annotated.mentions[max(0, index - 2) : index + 1]:
        if mention.kind in kinds and mention.span.start <= token.start and token.end <= mention.span.end:
            return mention
    return None
