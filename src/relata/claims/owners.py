"""Whose people and whose deeds: "its fighters", "the group's raid", "Its worst attack, a car bomb"."""

from __future__ import annotations

from bisect import bisect_left

from relata.claims.context import Context
from relata.claims.doers import actor_in, chunk_at, chunk_before, subject
from relata.claims.holders import attribution_of
from relata.claims.topics import known_again, last_group, sentence_at
from relata.language.annotated import Sentence
from relata.model import ActorName, Span
from relata.tables.claim_words import words
from relata.tables.events import TriggerWord
from relata.tables.phrases import Found

_SELF = {"it", "they", "he", "she", "its", "their", "his", "her", "we", "our"}
POSSESSIVE = words("possessive_pronouns")
_STANDS_FOR_A_GROUP = {"it", "they", "its", "their"}
_OF_A_GROUP = {"its", "their"}
_MARKS = {"'s", "’s", "'", "’"}
_FIGHTERS = words("fighters_of_somebody")
_SERVING = words("security_nouns")
_DEEDS = words("claimed_nouns") | words("deeds_in_general")
_DONE_TO_THE_OWNER = words("done_to_the_owner")
_UNDERGOING = words("undergoing")


def speaker_itself(context: Context, run: tuple[int, int]) -> ActorName | None:
    """Whom "it had carried out", "its fighters had killed" mean in the mouth of a group or a person: the speaker."""
    tokens = context.annotated.tokens
    if tokens[run[0]].lower not in _SELF or not _are_own(context, run):
        return None
    attribution = attribution_of(context, Span(tokens[run[0]].start, tokens[run[1] - 1].end))
    if attribution is None or attribution.source is None:
        return None
    first = bisect_left(tokens, attribution.source.start, key=lambda token: token.start)
    last = bisect_left(tokens, attribution.source.end, key=lambda token: token.start)
    named = known_again(context, actor_in(context.annotated, first, last), first)
    return named[0] if named and (named[0].key or named[0].kind == "person") else None


def _are_own(context: Context, run: tuple[int, int]) -> bool:
    """Whether the words are a pronoun alone, or somebody's fighters: not "their rescuers"."""
    tokens = context.annotated.tokens
    return tokens[run[0]].lower not in POSSESSIVE or any(
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
    if hit.payload.label in _DONE_TO_THE_OWNER or hit.payload.form != "noun":
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
        return _group_meant(context, first)
    mark = next((at for at in range(first + 1, last) if tokens[at].lower in _MARKS), None)
    if mark is None:
        return None
    named = known_again(context, actor_in(context.annotated, first, mark), first)
    return named[0] if named and named[0].kind in {"armed group", "unknown"} else None


def _group_meant(context: Context, at: int) -> ActorName | None:
    """The armed group that the "its" at token ``at`` stands for.

    It is the subject of the clause ("the group began its raid"), or the group spoken of where a pronoun is the subject
    or the words with "its" are; but a country or a town that mourns its worst attack did not do it.
    """
    tokens = context.annotated.tokens
    sentence = sentence_at(context, tokens[at].start)
    verb = next((back for back in range(at - 1, sentence.first - 1, -1) if tokens[back].pos == "VERB"), None)
    if verb is None:
        doer = _opening(context, sentence, at)
    elif tokens[verb].lower in _UNDERGOING:
        return None
    else:
        doer = subject(context.annotated, verb, sentence.first)
        if doer is None:
            return None
    if doer is None or tokens[doer[0]].lower in _STANDS_FOR_A_GROUP:
        group = last_group(context, tokens[at].start)
        return group[0] if group else None
    named = known_again(context, actor_in(context.annotated, *doer), doer[0])
    return named[0] if named and named[0].kind == "armed group" else None


def _opening(context: Context, sentence: Sentence, last: int) -> tuple[int, int] | None:
    """The first noun phrase of a sentence before token ``last`` that hangs on no preposition, or None."""
    tokens = context.annotated.tokens
    index = bisect_left(context.annotated.chunks, sentence.first, key=lambda chunk: chunk.first)
    for chunk in context.annotated.chunks[index:]:
        if chunk.last > last:
            return None
        if chunk.first == sentence.first or tokens[chunk.first - 1].pos != "ADP":
            return chunk.first, chunk.last
    return None
