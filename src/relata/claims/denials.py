"""Denials: of responsibility, of any part in it, on one's own behalf or on another's."""

from __future__ import annotations

from relata.claims.context import Context
from relata.claims.doers import actor_in, chunk_after, subject
from relata.claims.segments import Segment
from relata.claims.statements import Statement
from relata.claims.topics import known_again, pronoun_actor, words_as_actor
from relata.language.annotated import Chunk
from relata.model import ActorName
from relata.tables.claim_words import phrases, words

_DENIED_THINGS = words("denied_things")
_CLAIM_NOUNS = words("claimed_nouns")
_GROUP_WORDS = words("group_words")
_NOT_INVOLVED = phrases("not_involved")
_OWN = {"it", "they", "he", "she", "its", "their", "his", "her", "having", "being", "we"}
_REACH = 12
"""Tokens after a verb of denial in which it says what it denies."""


def denial(context: Context, segment: Segment, at: int) -> list[Statement]:
    """ "X denied any part", "X denied that it had placed the bombs", "X rejected any suggestion that Y had"."""
    annotated, tokens = context.annotated, context.annotated.tokens
    doer = subject(annotated, at, segment.first)
    if doer is None or at + 1 >= segment.last:
        return []
    named = known_again(context, actor_in(annotated, *doer, any_name=True), doer[0])
    speaker = words_as_actor(context, *doer)
    if named and not speaker.key and " " not in speaker.text and named[0].key:
        speaker = named[0]
    window = range(at + 1, min(segment.last, at + _REACH))
    that = next((index for index in window if tokens[index].lower == "that"), None)
    if that is not None and that + 1 < segment.last:
        return _of_clause(context, segment, that + 1, doer[0], (named[0] if named else None, speaker))
    ahead = {token.lower for token in tokens[at + 1 : min(segment.last, at + 6)]}
    if named and ahead & (_DENIED_THINGS | _CLAIM_NOUNS):
        return [Statement("responsible", named[0], speaker, "denies", doer[0], segment.last)]
    if ahead & _CLAIM_NOUNS:
        return [Statement("happened", None, speaker, "denies", doer[0], segment.last)]
    return []


def _of_clause(
    context: Context, segment: Segment, first: int, start: int, who: tuple[ActorName | None, ActorName]
) -> list[Statement]:
    """What "denied that …" denies: the denier's own deed, another's, or that it happened."""
    tokens = context.annotated.tokens
    own, speaker = who
    if tokens[first].lower in _OWN:
        if own is None:
            return []
        return [Statement("responsible", own, speaker, "denies", start, segment.last)]
    chunk = chunk_after(context.annotated, first, segment.last, reach=1)
    if own is not None and chunk is not None and _is_own(context, chunk, own):
        return [Statement("responsible", own, speaker, "denies", start, segment.last)]
    other = actor_in(context.annotated, chunk.first, chunk.last, any_name=False) if chunk else None
    if other and not segment.triggers:
        return [Statement("responsible", other[0], speaker, "denies", start, segment.last)]
    if segment.triggers:
        return [Statement("happened", None, speaker, "denies", start, segment.last)]
    return []


def _is_own(context: Context, chunk: Chunk, own: ActorName) -> bool:
    """Whether the doer of the denied clause is the denier: its name again, "the group", "its fighters"."""
    words = [token.lower for token in context.annotated.tokens[chunk.first : chunk.last]]
    return words[0] in _OWN or words[-1] in _GROUP_WORDS or own.text.casefold() in " ".join(words)


def no_part(context: Context, segment: Segment, at: int) -> list[Statement]:
    """ "It was not involved", "his country had nothing to do with it": a denial in other words."""
    tokens = context.annotated.tokens
    ahead = " ".join(token.lower for token in tokens[at : min(segment.last, at + 5)])
    if not any(ahead.startswith(phrase) for phrase in _NOT_INVOLVED):
        return []
    doer = subject(context.annotated, at, segment.first)
    actor = known_again(context, actor_in(context.annotated, *doer), doer[0]) if doer else None
    actor = actor or pronoun_actor(context, segment, at)
    if actor is None:
        return []
    return [Statement("responsible", actor[0], None, "denies", doer[0] if doer else at, min(segment.last, at + 6))]
