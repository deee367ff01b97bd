"""Others say who did it: blame, suspicion, "behind the attack", "responsible for", "pointing to"."""

from __future__ import annotations

import itertools

from relata.claims.context import Context
from relata.claims.doers import HEDGES, actor_in, by_phrase, chunk_after, subject, with_links
from relata.claims.segments import Segment
from relata.claims.statements import Statement
from relata.claims.topics import known_again, pronoun_actor, words_as_actor
from relata.model import ActorName, Stance
from relata.tables.claim_words import words

_BE = words("forms_of_be")
_NAMING = {"called", "named", "calling", "calls", "as"}


def blame(context: Context, segment: Segment, at: int) -> list[Statement]:
    """ "X blamed Y", "Y was accused of", "blamed on Y", "X suspects Y", at the verb ``at``."""
    tokens = context.annotated.tokens
    before = {token.lower for token in tokens[max(segment.first, at - 3) : at]}
    passive = bool(before & _BE)
    following = tokens[at + 1].lower if at + 1 < segment.last else ""
    if following == "on":
        return by(context, segment, at, "suspects", frozenset({"on"}))
    doer = subject(context.annotated, at, segment.first)
    if passive:
        actor = known_again(context, actor_in(context.annotated, *doer), doer[0]) if doer else None
        holder = by_phrase(context.annotated, at, min(segment.last, at + 6))
        speaker = words_as_actor(context, *holder) if holder else None
        if actor is None or doer is None:
            return []
        return [Statement("responsible", actor[0], speaker, "suspects", doer[0], segment.last)]
    accused = _accused(context, segment, at)
    if accused is None:
        return []
    pronoun = doer is not None and tokens[doer[0]].pos == "PRON"
    speaker = words_as_actor(context, *doer) if doer and not pronoun else None
    hedged = tokens[at].lower.startswith("suspect") or (speaker is None and not pronoun)
    return [
        Statement(
            "responsible", accused, speaker, "suspects" if hedged else "asserts", doer[0] if doer else at, segment.last
        )
    ]


def _accused(context: Context, segment: Segment, at: int) -> ActorName | None:
    if at + 1 >= segment.last or context.annotated.tokens[at + 1].pos == "ADP":
        return None  # "stands accused in Lyon" accuses nobody named Lyon
    chunk = chunk_after(context.annotated, at + 1, segment.last)
    if chunk is None:
        return None
    end = with_links(context.annotated, chunk.last, segment.last)
    actor = actor_in(context.annotated, chunk.first, end, any_name=True)
    if actor is None or actor[0].key:
        return actor[0] if actor else None
    return _named_beside(context, segment, end) or actor[0]


def _named_beside(context: Context, segment: Segment, at: int) -> ActorName | None:
    """ "a little-known local group, National Front", "a group that calls itself X": the name after the description."""
    tokens = context.annotated.tokens
    limit = min(segment.last, at + 4)
    marks = [index for index in range(at, limit) if tokens[index].text == "," or tokens[index].lower in _NAMING]
    if not marks:
        return None
    start = marks[-1] + 1
    if start < segment.last and tokens[start].lower in {"itself", "themselves"}:
        start += 1
    chunk = chunk_after(context.annotated, start, segment.last, reach=0)
    if chunk is None or not tokens[chunk.last - 1].text[0].isupper():
        return None
    named = actor_in(context.annotated, chunk.first, chunk.last, any_name=True)
    return named[0] if named else None


def behind(context: Context, segment: Segment, at: int) -> list[Statement]:
    """ "X was behind the attack", "X is responsible for", "attributed to X", "India holds X responsible"."""
    tokens = context.annotated.tokens
    word = tokens[at].lower
    before = [token.lower for token in tokens[max(segment.first, at - 3) : at]]
    if word in {"attributed", "pointing", "pointed", "points"}:
        return _pointed(context, segment, at)
    if word == "responsible" and not _BE & set(before):
        return _held(context, segment, at)
    copular = bool(_BE & set(before))
    following = tokens[at + 1].lower if at + 1 < segment.last else ""
    if not copular or (word == "responsible" and following != "for") or word == "linked" or "not" in before:
        return []
    return _of_subject(context, segment, at)


def _of_subject(context: Context, segment: Segment, at: int) -> list[Statement]:
    tokens = context.annotated.tokens
    doer = subject(context.annotated, at, segment.first)
    actor = known_again(context, actor_in(context.annotated, *doer), doer[0]) if doer else None
    actor = actor or pronoun_actor(context, segment, at)
    if actor is None or _nobody_said_so(context, segment, at):
        return []
    near = {token.lower for token in tokens[max(segment.first, at - 7) : at]}
    hedged = actor[1] or bool(near & (HEDGES | {"may", "might", "could"}))
    stance: Stance | None = "suspects" if hedged else None
    return [Statement("responsible", actor[0], None, stance, doer[0] if doer else at, min(segment.last, at + 5))]


def _nobody_said_so(context: Context, segment: Segment, at: int) -> bool:
    """ "Nobody has said that the rebels were behind it"."""
    before = [token.lower for token in context.annotated.tokens[segment.first : at]]
    return any(word in _NOBODY for word in before) or ("no", "one") in set(itertools.pairwise(before))


_NOBODY = {"nobody", "none", "neither", "no-one"}


def _pointed(context: Context, segment: Segment, at: int) -> list[Statement]:
    """ "attributed to X", "investigators pointed to X"."""
    tokens = context.annotated.tokens
    ahead = [token.lower for token in tokens[at + 1 : at + 4]]
    if "to" not in ahead and "at" not in ahead:
        return []
    speaker = subject(context.annotated, at, segment.first) if tokens[at].lower != "attributed" else None
    holder = words_as_actor(context, *speaker) if speaker else None
    return [
        Statement(one.kind, one.actor, holder, "asserts", speaker[0] if speaker else one.first, one.last)
        for one in by(context, segment, at, "asserts", frozenset({"to", "at"}))
    ]


def _held(context: Context, segment: Segment, at: int) -> list[Statement]:
    """ "India holds the group responsible": the holder before the verb, the accused between."""
    tokens = context.annotated.tokens
    verb = next((back for back in range(at - 1, max(segment.first, at - 9), -1) if tokens[back].lower in _HOLD), None)
    if verb is None:
        return []
    accused = _accused(context, segment, verb)
    holder = subject(context.annotated, verb, segment.first)
    if accused is None:
        return []
    speaker = words_as_actor(context, *holder) if holder else None
    return [Statement("responsible", accused, speaker, "asserts", holder[0] if holder else verb, at + 1)]


_HOLD = {"hold", "holds", "held", "holding"}


def hand_in(context: Context, segment: Segment, at: int) -> list[Statement]:
    """ "al-Qaeda had a hand in the bombings", "X took part in the attack"."""
    tokens = context.annotated.tokens
    verb = next((back for back in range(at - 1, max(segment.first, at - 4), -1) if tokens[back].lower in _HAVING), None)
    following = tokens[at + 1].lower if at + 1 < segment.last else ""
    if verb is None or following != "in" or tokens[at - 1].lower in {"no", "any"}:
        return []
    return _of_subject(context, segment, verb)


_HAVING = {"had", "has", "have", "took", "take", "taken", "played", "playing"}


def carried_it_out(context: Context, segment: Segment, at: int) -> list[Statement]:
    """ "the government says the group carried it out": a doer whose deed is only a pronoun."""
    ahead = [token.lower for token in context.annotated.tokens[at + 1 : at + 3]]
    if ahead[:1] not in (["it"], ["them"], ["this"]) or (
        ahead[1:] != ["out"] and context.annotated.tokens[at].lower != "done"
    ):
        return []
    return _of_subject(context, segment, at)


def by(
    context: Context, segment: Segment, at: int, stance: Stance, links: frozenset[str] = frozenset({"by"})
) -> list[Statement]:
    """Who is named after "by" (or another of ``links``) within a few tokens of ``at``."""
    phrase = by_phrase(context.annotated, at, min(segment.last, at + 5), links)
    actor = actor_in(context.annotated, *phrase, any_name=True) if phrase else None
    if actor is None or phrase is None:
        return []
    name = actor[0] if actor[0].key else _named_beside(context, segment, phrase[1]) or actor[0]
    holder = name if stance == "claims" else None
    return [Statement("responsible", name, holder, stance, max(segment.first, at - 3), phrase[1])]


def suspicion(context: Context, segment: Segment, at: int) -> list[Statement]:
    """ "Suspicion fell on X", "the hallmarks of X", "the handiwork of X"."""
    tokens = context.annotated.tokens
    fell = tokens[at].lower.startswith("f")
    before = {token.lower for token in tokens[max(segment.first, at - 5) : at]}
    if fell and not before & {"suspicion", "suspicions", "blame"}:
        return []
    link = frozenset({"on", "upon"}) if fell else frozenset({"of"})
    phrase = by_phrase(context.annotated, at, min(segment.last, at + 9), link)
    actor = actor_in(context.annotated, *phrase, any_name=True) if phrase else None
    if actor is None or phrase is None:
        return []
    return [Statement("responsible", actor[0], None, "suspects", max(segment.first, at - 3), phrase[1])]
