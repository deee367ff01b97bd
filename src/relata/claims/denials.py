"""Denials: of responsibility, of any part in it, on one's own behalf or on another's."""

from __future__ import annotations

from relata.claims.context import Context
from relata.claims.doers import actor_in, by_phrase, chunk_after, subject
from relata.claims.holders import attribution_of, holder_named
from relata.claims.segments import Segment
from relata.claims.statements import Statement
from relata.claims.topics import known_again, pronoun_actor, words_as_actor
from relata.language.annotated import Chunk
from relata.model import ActorName, Span
from relata.tables.claim_words import phrases, words

_BE = words("forms_of_be")
_CLAIM_NOUNS = words("claimed_nouns")
_GROUP_WORDS = words("group_words")
_NOT_INVOLVED = phrases("not_involved")
_OWN = {"it", "they", "he", "she", "its", "their", "his", "her", "having", "being", "we"}
_BLAMED = {"responsible", "behind", "involved", "carried", "part", "hand", "role"}
_REACH = 12
"""Tokens after a verb of denial in which it says what it denies."""


def denial(context: Context, segment: Segment, at: int) -> list[Statement]:
    """ "X denied any part", "X denied that it had placed the bombs", "X rejected reports that Y had bombed a town".

    Whoever denies a part, a link or the accusation denies to be responsible; whoever denies a report or the deed itself
    denies that it happened. A denial of anything else ("denied losing fighters", "denied that it is divided") is none.
    """
    annotated, tokens = context.annotated, context.annotated.tokens
    doer = subject(annotated, at, segment.first)
    if doer is None or at + 1 >= segment.last:
        return []
    own, speaker = _denier(context, doer)
    linked = _linked(context, segment, at)
    if {token.lower for token in tokens[max(segment.first, at - 4) : at + 3]} & {"neither", "nor"}:
        if linked:
            return [Statement("responsible", linked, speaker, "doubts", doer[0], segment.last)]
        return [Statement("happened", None, speaker, "doubts", doer[0], segment.last)] if segment.triggers else []
    if linked:
        return [Statement("responsible", linked, speaker, "denies", doer[0], segment.last)]
    window = range(at + 1, min(segment.last, at + _REACH))
    that = next((index for index in window if tokens[index].lower == "that"), None)
    ahead = [token.lower for token in tokens[at + 1 : that or min(segment.last, at + 7)]]
    if that is not None and that + 1 < segment.last and not _PARTS & set(ahead):
        accused = bool(_ACCUSATIONS & set(ahead))
        return _of_clause(context, segment, that + 1, doer[0], (own, speaker), accused=accused)
    if _is_own_part(ahead):
        return [Statement("responsible", own, speaker, "denies", doer[0], segment.last)] if own else []
    armed = own is not None and own.kind == "armed group"
    if (_ACCUSATIONS & set(ahead) and own is not None and own.kind in _GROUPS) or (armed and _the_deed(ahead)):
        return [Statement("responsible", own, speaker, "denies", doer[0], segment.last)]
    if set(ahead) & _CLAIM_NOUNS or (set(ahead) & (_REPORTS | _ACCUSATIONS) and _of_violence(context, segment, at)):
        return [Statement("happened", None, speaker, "denies", doer[0], segment.last)]
    if ahead[:1] in (["it"], ["this"]) and own is not None and own.kind in _GROUPS:
        if not armed:
            return [Statement("happened", None, speaker, "denies", doer[0], segment.last)]
        return [Statement("responsible", own, speaker, "denies", doer[0], segment.last)]
    return []


_PARTS = words("denied_parts")
_ACCUSATIONS = words("accusation_nouns")
_REPORTS = words("report_nouns")
_VIOLENT = words("harming_verbs") | words("deed_verbs") | words("light_verbs")
_GROUPS = {"armed group", "state force", "state"}


def _the_deed(ahead: list[str]) -> bool:
    """ "Denied the attack", "denied that bombing": an armed group that denies a known deed denies its own."""
    return ahead[:1] in (["the"], ["that"], ["this"], ["these"], ["those"]) and bool(_CLAIM_NOUNS & set(ahead[1:4]))


def _linked(context: Context, segment: Segment, at: int) -> ActorName | None:
    """Who is linked to the deed by what is denied: "that the murder had any link with X", "any link of X"."""
    tokens = context.annotated.tokens
    noun = next(
        (index for index in range(at + 1, min(segment.last, at + _REACH)) if tokens[index].lower in _CONNECTIONS), None
    )
    if noun is None or noun + 2 >= segment.last:
        return None
    deed = bool(_CLAIM_NOUNS & {token.lower for token in tokens[at + 1 : noun]})
    following = tokens[noun + 1].lower
    if not (following == "of" or (deed and following in {"with", "to"})):
        return None
    chunk = chunk_after(context.annotated, noun + 2, segment.last, reach=1)
    named = actor_in(context.annotated, chunk.first, chunk.last, any_name=True) if chunk else None
    return named[0] if named else None


_CONNECTIONS = {"connection", "link", "links", "involvement", "participation", "ties"}


def _of_violence(context: Context, segment: Segment, at: int) -> bool:
    """Whether what stands after ``at`` tells of violence, or nothing stands there that could tell of anything else."""
    tokens = context.annotated.tokens
    ahead = {token.lower for token in tokens[at + 1 : min(segment.last, at + 20)]}
    return any(hit.first > at for hit in segment.triggers) or bool(_VIOLENT & ahead)


def _denier(context: Context, doer: tuple[int, int]) -> tuple[ActorName | None, ActorName]:
    """Who denies, as an actor that can have done it and as a speaker: "he" is the speaker that he stands for."""
    named = known_again(context, actor_in(context.annotated, *doer, any_name=True), doer[0])
    speaker = words_as_actor(context, *doer)
    if context.annotated.tokens[doer[0]].pos == "PRON" or (named and named[0].text.casefold() in _OWN):
        known = speaker.text.casefold() not in _OWN
        return (speaker if known else None), speaker
    if named and not speaker.key and " " not in speaker.text and named[0].key:
        speaker = named[0]
    return (named[0] if named else None), speaker


def _is_own_part(ahead: list[str]) -> bool:
    """ "any involvement", "having carried out the attack", "being behind it": a part of one's own."""
    if _PARTS & set(ahead):
        return True
    doing = ahead[:1] in (["having"], ["being"])
    return (ahead[:1] and ahead[0].endswith("ing") and ahead[0] in _VIOLENT - {"having", "being"}) or (
        doing and bool(_VIOLENT & set(ahead[1:5]))
    )


def _of_clause(
    context: Context,
    segment: Segment,
    first: int,
    start: int,
    who: tuple[ActorName | None, ActorName],
    *,
    accused: bool,
) -> list[Statement]:
    """What "denied that …" denies: the denier's own deed, another's, or that it happened.

    ``accused``: whether it is an accusation that is denied, which leaves the deed itself standing.
    """
    tokens = context.annotated.tokens
    own, speaker = who
    said = [token.lower for token in tokens[first : min(segment.last, first + 12)]]
    part = bool(_PARTS & set(said)) or "to do with" in " ".join(said) or bool({"behind", "responsible"} & set(said))
    violent = part or bool(_VIOLENT & set(said)) or any(hit.first >= first for hit in segment.triggers)
    if not violent:
        return []
    chunk = chunk_after(context.annotated, first, segment.last, reach=1)
    mine = said[0] in _OWN or (own is not None and chunk is not None and _is_own(context, chunk, own))
    theirs = said[0] in {"this", "that", "it"} and bool({"them", "him", "us", "themselves"} & set(said))
    if mine or theirs:
        return [Statement("responsible", own, speaker, "denies", start, segment.last)] if own else []
    other = actor_in(context.annotated, chunk.first, chunk.last, any_name=part) if chunk else None
    if other and part:
        return [Statement("responsible", other[0], speaker, "denies", start, segment.last)]
    phrase = by_phrase(context.annotated, first, segment.last)
    doer = actor_in(context.annotated, *phrase) if phrase else None
    if doer is not None:
        denied = [Statement("responsible", doer[0], speaker, "denies", start, segment.last)]
        return denied if accused else [*denied, Statement("happened", None, speaker, "denies", start, segment.last)]
    if accused and other:
        return [Statement("responsible", other[0], speaker, "denies", start, segment.last)]
    return [Statement("happened", None, speaker, "denies", start, segment.last)]


def falsehood(context: Context, segment: Segment, at: int) -> list[Statement]:
    """ "The reports are false", "it is untrue that", "the accusation is groundless"."""
    tokens = context.annotated.tokens
    before = [token.lower for token in tokens[max(segment.first, at - 25) : at]]
    if not _BE & set(before[-3:]) or "not" in before[-2:] or not before:
        return []
    if not (_REPORTS | _ACCUSATIONS | {"it"}) & set(before) or not segment.triggers:
        return []
    return [Statement("happened", None, None, "denies", max(segment.first, at - 25), min(segment.last, at + 3))]


def no_knowledge(context: Context, segment: Segment, at: int) -> list[Statement]:
    """ "The army said it had no knowledge of an attack", "no evidence that the group was behind it": a doubt."""
    tokens = context.annotated.tokens
    before = [token.lower for token in tokens[max(segment.first, at - 3) : at]]
    if "no" not in before or not any(hit.first > at for hit in segment.triggers):
        return []
    ahead = [token.lower for token in tokens[at + 1 : min(segment.last, at + 14)]]
    if ahead[:1] == ["that"] and _BLAMED & set(ahead):
        chunk = chunk_after(context.annotated, at + 2, segment.last, reach=1)
        actor = actor_in(context.annotated, chunk.first, chunk.last, any_name=True) if chunk else None
        actor = known_again(context, actor, chunk.first) if chunk else None
        if actor:
            return [Statement("responsible", actor[0], None, "doubts", max(segment.first, at - 3), segment.last)]
    return [Statement("happened", None, None, "doubts", max(segment.first, at - 3), segment.last)]


def _is_own(context: Context, chunk: Chunk, own: ActorName) -> bool:
    """Whether the doer of the denied clause is the denier: its name again, "the group", "its fighters"."""
    words = [token.lower for token in context.annotated.tokens[chunk.first : chunk.last]]
    return words[0] in _OWN or words[-1] in _GROUP_WORDS or own.text.casefold() in " ".join(words)


def _speaker_of_it(context: Context, doer: tuple[int, int]) -> tuple[ActorName, bool] | None:
    """ "It was not involved", in somebody's mouth: the speaker."""
    tokens = context.annotated.tokens
    if tokens[doer[0]].lower not in {"it", "they", "he", "she", "we", "i"}:
        return None
    span = Span(tokens[doer[0]].start, tokens[doer[1] - 1].end)
    said = attribution_of(context, span)
    return (holder_named(context, said), False) if said and said.source is not None and said.source_text else None


def no_part(context: Context, segment: Segment, at: int) -> list[Statement]:
    """ "It was not involved", "his country had nothing to do with it": a denial in other words."""
    tokens = context.annotated.tokens
    ahead = " ".join(token.lower for token in tokens[at : min(segment.last, at + 5)])
    if not any(ahead.startswith(phrase) for phrase in _NOT_INVOLVED):
        return []
    doer = subject(context.annotated, at, segment.first)
    actor = known_again(context, actor_in(context.annotated, *doer), doer[0]) if doer else None
    actor = actor or (_speaker_of_it(context, doer) if doer else None) or pronoun_actor(context, segment, at)
    if actor is None:
        return []
    return [Statement("responsible", actor[0], None, "denies", doer[0] if doer else at, min(segment.last, at + 6))]
