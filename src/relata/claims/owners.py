"""Whose people and whose deeds: "its fighters", "the group's raid", "Its worst attack, a car bomb"."""

from __future__ import annotations

from relata.claims.context import Context
from relata.claims.doers import actor_in, chunk_at, chunk_before
from relata.claims.holders import attribution_of
from relata.claims.topics import known_again, last_group
from relata.model import ActorName, Span
from relata.tables.claim_words import words
from relata.tables.events import TriggerWord
from relata.tables.phrases import Found

_SELF = {"it", "they", "he", "she", "its", "their", "his", "her", "we", "our"}
_POSSESSIVE = {"its", "their", "his", "her", "our"}
_OF_A_GROUP = {"its", "their"}
_MARKS = {"'s", "’s", "'", "’"}
_FIGHTERS = words("fighters_of_somebody")
_SERVING = words("security_nouns")
_DEEDS = words("claimed_nouns") | words("deeds_in_general")
_DONE_TO_SOMEBODY = {"killing", "assassination", "abduction", "hostage-taking", "clash"}
"""Labels of events whose nouns name with a possessive to whom it was done ("the minister's murder")."""


def speaker_itself(context: Context, run: tuple[int, int]) -> ActorName | None:
    """Whom "it had carried out", "its fighters had killed" mean in the mouth of a group or a person: the speaker."""
    tokens = context.annotated.tokens
    if tokens[run[0]].lower not in _SELF or not _are_own(context, run):
        return None
    attribution = attribution_of(context, Span(tokens[run[0]].start, tokens[run[1] - 1].end))
    if attribution is None or attribution.source is None:
        return None
    first = next((at for at, token in enumerate(tokens) if token.start >= attribution.source.start), 0)
    last = next((at for at, token in enumerate(tokens) if token.start >= attribution.source.end), len(tokens))
    named = known_again(context, actor_in(context.annotated, first, last), first)
    return named[0] if named and (named[0].key or named[0].kind == "person") else None


def _are_own(context: Context, run: tuple[int, int]) -> bool:
    """Whether the words are a pronoun alone, or somebody's fighters: not "their rescuers"."""
    tokens = context.annotated.tokens
    return tokens[run[0]].lower not in _POSSESSIVE or any(
        token.lower in _FIGHTERS for token in tokens[run[0] + 1 : run[1]]
    )


def group_of_people(context: Context, run: tuple[int, int]) -> ActorName | None:
    """The group whose people do it, where the report itself says "its fighters shot dead": the one spoken of."""
    tokens = context.annotated.tokens
    if tokens[run[0]].lower not in _OF_A_GROUP or not any(
        token.lower in _FIGHTERS - _SERVING for token in tokens[run[0] + 1 : run[1]]
    ):
        return None
    group = last_group(context, tokens[run[0]].start)
    return group[0] if group else None


def owner_of_deed(context: Context, hit: Found[TriggerWord]) -> tuple[ActorName, int] | None:
    """Whose deed the noun of violence ``hit`` is called, and where the words begin that say so; else None.

    The owner stands before the noun ("the group's raid", "its attack on the base") or before a noun for deeds that it
    explains ("Its bloodiest act, a car bomb in the market"). Plurals ("its attacks on pipelines") tell of habits.
    """
    annotated, tokens = context.annotated, context.annotated.tokens
    if hit.payload.label in _DONE_TO_SOMEBODY or hit.payload.form != "noun":
        return None
    chunk = chunk_at(annotated, hit.first)
    if chunk is None:
        return None
    owner = _owner(context, chunk.first, hit.first)
    if owner is None and chunk.first > 1 and tokens[chunk.first - 1].text == ",":
        before = chunk_before(annotated, chunk.first - 1, 0)
        if before is not None and before.last == chunk.first - 1 and tokens[before.head].lower in _DEEDS:
            owner = _owner(context, before.first, before.head)
            return (owner, before.first) if owner else None
    return (owner, chunk.first) if owner else None


def _owner(context: Context, first: int, last: int) -> ActorName | None:
    """Who is the possessor among tokens ``first`` to ``last`` of a noun phrase: an armed group, or armed people."""
    tokens = context.annotated.tokens
    if tokens[first].lower == "its":
        group = speaker_itself(context, (first, first + 1)) or last_group(context, tokens[first].start)
        return group if isinstance(group, ActorName) or group is None else group[0]
    mark = next((at for at in range(first + 1, last) if tokens[at].lower in _MARKS), None)
    if mark is None:
        return None
    named = known_again(context, actor_in(context.annotated, first, mark), first)
    return named[0] if named and named[0].kind in {"armed group", "unknown"} else None
