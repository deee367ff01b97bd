"""Statements about who did it and whether it happened: claims of responsibility, blame, denial, silence, doubt.

Each is found by its own turn of phrase ("claimed responsibility", "blamed on", "denied involvement", "no group has
claimed", "could not be independently verified"). The grammar of plain doing ("gunmen attacked") is in ``agents``.
"""

from __future__ import annotations

from relata.claims.context import Context
from relata.claims.doers import actor_in, by_phrase, chunk_after, subject, with_links
from relata.claims.happened import confirmation, doubts
from relata.claims.segments import Segment
from relata.claims.statements import Statement
from relata.claims.topics import key_of, known_again, pronoun_actor, words_as_actor
from relata.language.annotated import Token
from relata.model import ActorName, Stance
from relata.tables.claim_words import phrases, words

_CLAIM = words("claim_verbs")
_RESPONSIBILITY = {"responsibility", "credit"}
_DENY = words("denial_verbs")
_DENIED_THINGS = words("denied_things")
_BLAME = words("blame_verbs")
_NOT_INVOLVED = phrases("not_involved")
_NOBODY = {"no", "nobody", "none", "neither", "no-one"}
_CLAIM_NOUNS = words("claimed_nouns")


def find_statements(context: Context, segment: Segment) -> tuple[Statement, ...]:
    """Every such statement in the segment, in order."""
    found: list[Statement] = []
    tokens = context.annotated.tokens
    for at in range(segment.first, segment.last):
        word = tokens[at].lower
        if word in _CLAIM:
            found.extend(_claim(context, segment, at))
        elif word.endswith("-claimed"):
            found.extend(_hyphened(context, at))
        elif word in _DENY:
            found.extend(_denial(context, segment, at))
        elif word in _BLAME:
            found.extend(_blame(context, segment, at))
        elif word in {"responsible", "behind", "attributed", "linked", "pointing", "pointed", "points"}:
            found.extend(_behind(context, segment, at))
        elif word in {"confirmed", "confirms", "confirm"}:
            found.extend(confirmation(context, segment, at))
        elif word == "no" and at + 1 < segment.last:
            found.extend(_no_claim(tokens, segment, at))
        elif word in {"fell", "fallen", "falls", "mark", "hallmark", "hallmarks", "handiwork"}:
            found.extend(_suspicion(context, segment, at))
        elif word in {"said", "say", "says", "admitted"}:
            found.extend(_nobody_said(tokens, segment, at))
        elif word in {"not", "n't", "nothing", "no"}:
            found.extend(_no_part(context, segment, at))
    found.extend(doubts(context, segment))
    return tuple(dict.fromkeys(found))


def _claim(context: Context, segment: Segment, at: int) -> list[Statement]:
    tokens = context.annotated.tokens
    ahead = [token.lower for token in tokens[at + 1 : min(segment.last, at + 6)]]
    responsibility = next((index for index, word in enumerate(ahead) if word in _RESPONSIBILITY), None)
    if _by_nobody(tokens, segment, at):
        return [_unclaimed(segment, at)] if responsibility is not None or tokens[at].lower.startswith("claim") else []
    before = [token.lower for token in tokens[max(segment.first, at - 4) : at]]
    if tokens[at].lower == "claimed" and "by" in ahead[:2]:
        return _by(context, segment, at, "claims")
    if responsibility is None:
        object_words = ahead[:5]
        takes = (
            tokens[at].lower.startswith("claim")
            and any(word in _CLAIM_NOUNS or word == "bombing" for word in object_words)
            and "that" not in object_words
            and ahead[:1] != ["to"]
        )
        if not takes:
            return []
    if "not" in before or "yet" in before:
        return [_unclaimed(segment, at)]
    doer = subject(context.annotated, at, segment.first)
    actor = actor_in(context.annotated, *doer, any_name=True) if doer else None
    actor = known_again(context, actor, doer[0]) if doer else actor
    actor = actor or pronoun_actor(context, segment, at)
    if actor is None:
        return []
    end = at + 2 + (responsibility or 0)
    return [Statement("responsible", actor[0], actor[0], "claims", doer[0] if doer else at, end)]


def _by_nobody(tokens: tuple[Token, ...], segment: Segment, at: int) -> bool:
    before = [token.lower for token in tokens[max(segment.first, at - 9) : at]]
    return any(word in _NOBODY for word in before) and not any(word in {".", ";", "but"} for word in before)


def _unclaimed(segment: Segment, at: int) -> Statement:
    return Statement("unclaimed", None, None, None, max(segment.first, at - 4), min(segment.last, at + 3))


def _no_claim(tokens: tuple[Token, ...], segment: Segment, at: int) -> list[Statement]:
    """ "There was no immediate claim of responsibility"."""
    words = [token.lower for token in tokens[at : min(segment.last, at + 6)]]
    if "claim" in words and ("responsibility" in words or "of" in words):
        return [Statement("unclaimed", None, None, None, at, min(segment.last, at + len(words)))]
    return []


def _hyphened(context: Context, at: int) -> list[Statement]:
    """ "an ISIS-claimed attack"."""
    text = context.annotated.tokens[at].text
    name = text[: -len("-claimed")]
    actor = ActorName(name, key_of(name), "armed group")
    return [Statement("responsible", actor, actor, "claims", at, at + 1)]


def _nobody_said(tokens: tuple[Token, ...], segment: Segment, at: int) -> list[Statement]:
    """ "No organisation has said it carried out the attack"."""
    ahead = {token.lower for token in tokens[at + 1 : min(segment.last, at + 7)]}
    if _by_nobody(tokens, segment, at) and ahead & {"carried", "behind", "responsible", "planted", "responsibility"}:
        return [_unclaimed(segment, at)]
    return []


def _suspicion(context: Context, segment: Segment, at: int) -> list[Statement]:
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


def _no_part(context: Context, segment: Segment, at: int) -> list[Statement]:
    """ "It was not involved", "his country had nothing to do with it": a denial in other words."""
    tokens = context.annotated.tokens
    ahead = " ".join(token.lower for token in tokens[at : min(segment.last, at + 5)])
    if not any(ahead.startswith(phrase) for phrase in _NOT_INVOLVED):
        return []
    doer = subject(context.annotated, at, segment.first)
    actor = known_again(context, actor_in(context.annotated, *doer), doer[0]) if doer else None
    if actor is None:
        actor = pronoun_actor(context, segment, at)
    if actor is None:
        return []
    return [Statement("responsible", actor[0], None, "denies", doer[0] if doer else at, min(segment.last, at + 6))]


def _denial(context: Context, segment: Segment, at: int) -> list[Statement]:
    tokens = context.annotated.tokens
    doer = subject(context.annotated, at, segment.first)
    if doer is None or at + 1 >= segment.last:
        return []
    ahead = {token.lower for token in tokens[at + 1 : min(segment.last, at + 6)]}
    if not ahead & _DENIED_THINGS:
        return []
    own = ahead & {
        "responsibility",
        "involvement",
        "role",
        "carrying",
        "having",
        "being",
        "part",
        "attacking",
        "targeting",
        "killing",
    }
    actor = actor_in(context.annotated, *doer)
    speaker = words_as_actor(context, *doer)
    if own and actor:
        return [Statement("responsible", actor[0], speaker, "denies", doer[0], segment.last)]
    if ahead & {"that", "any"}:
        return [Statement("happened", None, speaker, "denies", doer[0], segment.last)]
    return [Statement("responsible", actor[0], speaker, "denies", doer[0], segment.last)] if actor else []


def _blame(context: Context, segment: Segment, at: int) -> list[Statement]:
    tokens = context.annotated.tokens
    before = {token.lower for token in tokens[max(segment.first, at - 3) : at]}
    passive = before & {"was", "were", "been", "being", "is", "are"}
    following = tokens[at + 1].lower if at + 1 < segment.last else ""
    if following == "on" or (passive and following != "on" and following not in {"for", "of", "by"}):
        return _by(context, segment, at, "suspects", frozenset({"on"}))
    if passive:
        doer = subject(context.annotated, at, segment.first)
        actor = known_again(context, actor_in(context.annotated, *doer), doer[0]) if doer else None
        holder = by_phrase(context.annotated, at, min(segment.last, at + 6))
        speaker = words_as_actor(context, *holder) if holder else None
        return (
            [Statement("responsible", actor[0], speaker, "suspects", doer[0], segment.last)] if actor and doer else []
        )
    accuser = subject(context.annotated, at, segment.first)
    accused = chunk_after(context.annotated, at + 1, segment.last)
    if accused is None:
        return []
    actor = actor_in(context.annotated, accused.first, with_links(context.annotated, accused.last, segment.last))
    if actor is None:
        return []
    speaker = words_as_actor(context, *accuser) if accuser else None
    stance: Stance = "asserts" if speaker else "suspects"
    return [Statement("responsible", actor[0], speaker, stance, accuser[0] if accuser else at, segment.last)]


def _behind(context: Context, segment: Segment, at: int) -> list[Statement]:
    """ "X was behind the attack", "X is responsible for", "attributed to X", "pointing to X"."""
    tokens = context.annotated.tokens
    word = tokens[at].lower
    before = [token.lower for token in tokens[max(segment.first, at - 3) : at]]
    ahead = [token.lower for token in tokens[at + 1 : at + 4]]
    if word in {"attributed", "pointing", "pointed", "points"}:
        if "to" not in ahead[:3] and "at" not in ahead[:3]:
            return []
        speaker_tokens = subject(context.annotated, at, segment.first)
        speaker = words_as_actor(context, *speaker_tokens) if speaker_tokens and word != "attributed" else None
        made = _by(context, segment, at, "asserts", frozenset({"to", "at"}))
        return [
            Statement(
                s.kind,
                s.actor,
                speaker,
                "asserts" if speaker else s.stance,
                speaker_tokens[0] if speaker_tokens else s.first,
                s.last,
            )
            for s in made
        ]
    copular = any(be in before for be in ("was", "were", "is", "are", "been", "be", "being", "held", "stood"))
    if not copular or (word == "responsible" and "for" not in ahead[:1]) or word == "linked":
        return []
    doer = subject(context.annotated, at, segment.first)
    actor = known_again(context, actor_in(context.annotated, *doer), doer[0]) if doer else None
    if actor is None:
        actor = pronoun_actor(context, segment, at)
    if actor is None:
        return []
    hedged = actor[1] or bool(
        {"believed", "thought", "suspected", "reportedly", "allegedly", "may", "might", "could"}
        & {tok.lower for tok in tokens[max(segment.first, at - 7) : at]}
    )
    return [
        Statement(
            "responsible",
            actor[0],
            None,
            "suspects" if hedged else None,
            doer[0] if doer else at,
            min(segment.last, at + 5),
        )
    ]


def _by(
    context: Context, segment: Segment, at: int, stance: Stance, words: frozenset[str] = frozenset({"by"})
) -> list[Statement]:
    phrase = by_phrase(context.annotated, at, min(segment.last, at + 5), words)
    actor = actor_in(context.annotated, *phrase, any_name=True) if phrase else None
    if actor is None or phrase is None:
        return []
    return [
        Statement(
            "responsible",
            actor[0],
            actor[0] if stance == "claims" else None,
            stance,
            max(segment.first, at - 3),
            phrase[1],
        )
    ]
