"""Statements about who did it and whether it happened: claims of responsibility, blame, denial, silence, doubt.

Each is found by its own turn of phrase ("claimed responsibility", "blamed on", "denied involvement", "no group has
claimed", "could not be independently verified"). The grammar of plain doing ("gunmen attacked") is in ``agents``.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import Literal

from relata.claims.context import Context
from relata.claims.doers import actor_in, by_phrase, chunk_after, mentions_in, subject, with_links
from relata.claims.holders import outlet_of
from relata.claims.segments import Segment
from relata.language.annotated import Mention, Token
from relata.model import ActorName, Stance
from relata.tables.claim_words import phrases, words

Kind = Literal["responsible", "unclaimed", "happened"]

_CLAIM = words("claim_verbs")
_RESPONSIBILITY = {"responsibility", "credit"}
_DENY = words("denial_verbs")
_DENIED_THINGS = words("denied_things")
_BLAME = words("blame_verbs")
_NOBODY = {"no", "nobody", "none", "neither", "no-one"}
_CLAIM_NOUNS = words("claimed_nouns")
_DOUBT = phrases("doubts")


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement about responsibility for an event, or about whether it happened.

    Attributes:
        kind: responsible, unclaimed or happened.
        actor: whom it makes responsible, or None.
        holder: who says it where the words name the speaker themselves (the claimant, the accuser), or None.
        stance: how that holder stands to it, or None where the attribution decides.
        first: first token of its words.
        last: one past the last.
        all_events: whether it speaks of every event of the report ("in both cases").
    """

    kind: Kind
    actor: ActorName | None
    holder: ActorName | None
    stance: Stance | None
    first: int
    last: int
    all_events: bool = False


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
            found.extend(_confirmation(context, segment, at))
        elif word == "no" and at + 1 < segment.last:
            found.extend(_no_claim(tokens, segment, at))
    found.extend(_doubts(context, segment))
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
    actor = actor or _pronoun_actor(context, segment, at)
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


def key_of(name: str) -> str | None:
    """The entry of the table of known actors that a name stands for, or None."""
    from relata.tables.actors import lookup  # noqa: PLC0415 - the table is read when first asked for

    known = lookup(name)
    return known.key if known else None


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
    speaker = _words_as_actor(context, *doer)
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
        speaker = _words_as_actor(context, *holder) if holder else None
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
    speaker = _words_as_actor(context, *accuser) if accuser else None
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
        speaker = _words_as_actor(context, *speaker_tokens) if speaker_tokens and word != "attributed" else None
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
        actor = _pronoun_actor(context, segment, at)
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


_GROUP_WORDS = words("group_words")


def known_again(context: Context, actor: tuple[ActorName, bool] | None, at: int) -> tuple[ActorName, bool] | None:
    """ "the group", "the militant outfit": the group named last before token ``at``; any other actor as it is."""
    if actor is None or actor[0].key or actor[0].kind != "unknown":
        return actor
    tokens = context.annotated.tokens
    words = actor[0].text.casefold().split()
    definite = tokens[at].lower in {"the", "this", "that"} or (
        at > 0 and tokens[at - 1].lower in {"the", "this", "that"}
    )
    if words and words[-1] in _GROUP_WORDS and len(words) <= 3 and definite:
        return last_group(context, tokens[at].start) or actor
    return actor


def _pronoun_actor(context: Context, segment: Segment, at: int) -> tuple[ActorName, bool] | None:
    """ "They were behind …", "The group also claimed …": the group last spoken of."""
    tokens = context.annotated.tokens
    before = [token.lower for token in tokens[max(segment.first, at - 6) : at]]
    group_words = {"group", "outfit", "organisation", "organization", "militants", "movement", "faction"}
    if not ({"it", "they"} & set(before) or group_words & set(before) or at - segment.first <= 1):
        return None
    return last_group(context, tokens[at].start)


_TOPIC_WORDS = words("topic_words")
_TOPIC_REACH = 12
"""Sentences back in which the group that a text goes on speaking of was named."""


def last_group(context: Context, offset: int) -> tuple[ActorName, bool] | None:
    """The armed group that "it" or "the group" at ``offset`` stands for, or None.

    The subject of an earlier sentence counts before a name that merely stood nearer: a text that goes on with "the
    group", "its fighters", "they" keeps speaking of the group that was its subject.
    """
    found = _topic(context, offset)
    if found:
        return found
    for mention in reversed(context.annotated.mentions):
        if mention.span.start < offset and mention.kind == "armed group":
            return _as_actor(mention)
    return None


def _topic(context: Context, offset: int) -> tuple[ActorName, bool] | None:
    annotated = context.annotated
    number = next((index for index, one in enumerate(annotated.sentences) if one.span.end > offset), 0)
    own = annotated.sentences[number]
    within = mentions_in(annotated, own.first, max(own.first, _token_at(context, offset)), {"armed group"})
    if within:
        return _as_actor(within[0])
    for sentence in reversed(annotated.sentences[max(0, number - _TOPIC_REACH) : number]):
        verb = next(
            (at for at in range(sentence.first, sentence.last) if annotated.tokens[at].pos == "VERB"), sentence.last
        )
        end = sentence.last if sentence.kind in {"heading", "title"} else verb
        named = mentions_in(annotated, sentence.first, end, {"armed group"})
        if named:
            return _as_actor(named[0])
        words = {token.lower for token in annotated.tokens[sentence.first : verb]}
        if not words & _TOPIC_WORDS:
            return None
    return None


def _token_at(context: Context, offset: int) -> int:
    return bisect_left(context.annotated.tokens, offset, key=lambda token: token.start)


def _as_actor(mention: Mention) -> tuple[ActorName, bool]:
    return ActorName(" ".join(mention.text.split()), mention.key, "armed group"), False


def _confirmation(context: Context, segment: Segment, at: int) -> list[Statement]:
    tokens = context.annotated.tokens
    before = {token.lower for token in tokens[max(segment.first, at - 4) : at]}
    if before & {"not", "n't", "no", "nor", "cannot", "to", "yet", "have"} or at + 2 >= segment.last:
        return []
    ahead = {token.lower for token in tokens[at + 1 : at + 5]}
    if not ahead & (_CLAIM_NOUNS | {"death", "deaths", "toll", "fatalities", "casualties"}):
        return []
    doer = subject(context.annotated, at, segment.first)
    speaker = _words_as_actor(context, *doer) if doer else None
    return [Statement("happened", None, speaker, "confirms", doer[0] if doer else at, min(segment.last, at + 6))]


def _doubts(context: Context, segment: Segment) -> list[Statement]:
    tokens = context.annotated.tokens
    start, end = tokens[segment.first].start, tokens[segment.last - 1].end
    words = " ".join(context.annotated.text[start:end].lower().split())
    if not any(phrase in words for phrase in _DOUBT):
        return []
    own = outlet_of(context) if context.annotated.sentences[segment.sentence].kind == "title" else None
    both = any(
        phrase in words
        for phrase in (
            "both",
            "these",
            "the claims",
            "accounts",
            "reports",
            "their claims",
            "cases",
            "group's claims",
            "destroy",
        )
    )
    return [Statement("happened", None, own, "doubts", segment.first, segment.last, all_events=both)]


def _words_as_actor(context: Context, first: int, last: int) -> ActorName:
    """A speaker in the words of the report, known where they name a known actor and nothing more."""
    tokens = context.annotated.tokens
    while first < last - 1 and tokens[first].pos in {"DET", "PUNCT", "CCONJ", "SCONJ", "ADP"}:
        first += 1
    text = " ".join(context.annotated.text[tokens[first].start : tokens[last - 1].end].split())
    named = actor_in(context.annotated, first, last)
    if named and len(named[0].text) + 4 >= len(text):
        return named[0]
    return ActorName(text, None, "unknown")
