"""Statements about who did it and whether it happened: claims of responsibility, blame, denial, silence, doubt.

Each is found by its own turn of phrase ("claimed responsibility", "blamed on", "denied involvement", "no group has
claimed", "could not be independently verified"). The grammar of plain doing ("gunmen attacked") is in ``agents``.
"""

from __future__ import annotations

from relata.claims.accusations import (
    behind,
    believed,
    blame,
    by,
    carried_it_out,
    charged,
    hand_in,
    identity,
    named_beside,
    suspicion,
)
from relata.claims.admissions import admits_a_deed
from relata.claims.context import Context
from relata.claims.denials import denial, falsehood, no_knowledge, no_part
from relata.claims.doers import actor_in, chunk_after, chunk_at, subject
from relata.claims.happened import confirmation, doubts
from relata.claims.segments import Segment
from relata.claims.statements import Statement
from relata.claims.topics import key_of, known_again, pronoun_actor, words_as_actor
from relata.language.annotated import Token
from relata.model import ActorName
from relata.tables.claim_words import words

_CLAIM = words("claim_verbs")
_RESPONSIBILITY = {"responsibility", "credit"}
_NOBODY = {"no", "nobody", "none", "neither", "no-one"}
_CLAIM_NOUNS = words("claimed_nouns")
_GROUP_WORDS = words("group_words")
_CLAIMED_OTHERWISE = words("claimed_otherwise")
_FINDERS = (
    (words("blame_verbs"), blame),
    (words("denial_verbs"), denial),
    (words("untrue"), falsehood),
    (frozenset({"knowledge", "evidence"}), no_knowledge),
    (words("charging_verbs"), charged),
    (words("hedges"), believed),
    (words("attackers"), identity),
    (frozenset({"responsible", "behind", "attributed", "linked", "pointing", "pointed", "points"}), behind),
    (frozenset({"confirmed", "confirms", "confirm"}), confirmation),
    (frozenset({"fell", "fallen", "falls", "mark", "hallmark", "hallmarks", "handiwork"}), suspicion),
    (frozenset({"hand", "part", "involved"}), hand_in),
    (frozenset({"carried", "carry", "carries", "done", "did"}), carried_it_out),
    (frozenset({"not", "n't", "nothing", "no"}), no_part),
)
"""Words that open a search, and the search; a word can open several."""
_OPENED = {
    word: tuple(finder for opening, finder in _FINDERS if word in opening)
    for word in frozenset().union(*(opening for opening, _ in _FINDERS))
}
"""The searches that a word opens, in order."""


def find_statements(context: Context, segment: Segment) -> tuple[Statement, ...]:
    """Every such statement in the segment, in order."""
    found: list[Statement] = []
    tokens = context.annotated.tokens
    for at in range(segment.first, segment.last):
        word = tokens[at].lower
        for finder in _OPENED.get(word, ()):
            found.extend(finder(context, segment, at))
        if word in _CLAIM and not _is_noun(tokens, at):
            found.extend(_claim(context, segment, at))
        elif word.endswith("-claimed"):
            found.extend(_hyphened(context, at))
        elif word == "no" and at + 1 < segment.last:
            found.extend(_no_claim(tokens, segment, at))
        elif word in {"said", "say", "says", "admitted"}:
            found.extend(_nobody_said(tokens, segment, at))
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
        return by(context, segment, at, "claims")
    if responsibility is None and not (_takes_a_deed(context, segment, at) or admits_a_deed(context, segment, at)):
        return []
    if {"usually", "often", "always", "normally", "typically", "rarely", "seldom"} & set(before):
        return []  # a habit
    if "not" in before or "yet" in before:
        return [_unclaimed(segment, at)]
    doer = subject(context.annotated, at, segment.first)
    actor = _in_the_name_of(context, segment, at) or _of_claimant(context, segment, at, doer)
    if actor is None:
        return []
    holder = actor if actor.key or doer is None else words_as_actor(context, *doer)
    holder = actor if actor.text in holder.text else holder
    end = at + 2 + (responsibility or 0)
    return [Statement("responsible", actor, holder, "claims", doer[0] if doer else at, end)]


def _is_noun(tokens: tuple[Token, ...], at: int) -> bool:
    """ "None of these claims could be verified", "its claim that": words, and nobody claims."""
    before = tokens[at - 1].lower if at else ""
    return tokens[at].lower in {"claim", "claims"} and (
        tokens[at].pos == "NOUN" or before in {"the", "these", "those", "this", "that", "its", "their", "his", "such"}
    )


def _takes_a_deed(context: Context, segment: Segment, at: int) -> bool:
    """ "claimed the attack", "claimed overnight that bombing"; not "claims innocence after …"."""
    tokens = context.annotated.tokens
    ahead = [token.lower for token in tokens[at + 1 : min(segment.last, at + 6)]]
    if not tokens[at].lower.startswith("claim") or ahead[:1] == ["to"]:
        return False
    if ahead[:1] == ["that"] and not (len(ahead) > 1 and ahead[1] in _CLAIM_NOUNS):
        return False
    deed = next((index for index, word in enumerate(ahead) if word in _CLAIM_NOUNS), None)
    if deed is None or _CLAIMED_OTHERWISE & set(ahead[:deed]):
        return False
    chunk = chunk_at(context.annotated, at + 1 + deed)
    between = tokens[at + 1 : chunk.first if chunk else at + 1 + deed]
    return not any(token.pos in {"VERB", "AUX"} for token in between)


def _of_claimant(context: Context, segment: Segment, at: int, doer: tuple[int, int] | None) -> ActorName | None:
    actor = actor_in(context.annotated, *doer, any_name=True) if doer else None
    actor = known_again(context, actor, doer[0]) if doer else actor
    if actor and doer and not actor[0].key and actor[0].text.split()[-1].casefold() in _GROUP_WORDS:
        named = named_beside(context, doer, at)
        actor = (named, actor[1]) if named else actor
    actor = actor or pronoun_actor(context, segment, at)
    return actor[0] if actor else None


def _in_the_name_of(context: Context, segment: Segment, at: int) -> ActorName | None:
    """ "a caller who spoke in the name of X claimed", "a letter signed by X", "a faction calling itself X"."""
    tokens = context.annotated.tokens
    for back in range(at - 1, segment.first, -1):
        two = (tokens[back - 1].lower, tokens[back].lower)
        if two in {("name", "of"), ("signed", "by"), ("calling", "itself"), ("behalf", "of"), ("calls", "itself")}:
            chunk = chunk_after(context.annotated, back + 1, segment.last)
            named = actor_in(context.annotated, chunk.first, chunk.last, any_name=True) if chunk else None
            return named[0] if named else None
    return None


def _by_nobody(tokens: tuple[Token, ...], segment: Segment, at: int) -> bool:
    before = [token.lower for token in tokens[max(segment.first, at - 9) : at]]
    return any(word in _NOBODY for word in before) and not any(word in {".", ";", "but"} for word in before)


def _unclaimed(segment: Segment, at: int) -> Statement:
    return Statement("unclaimed", None, None, None, max(segment.first, at - 4), min(segment.last, at + 3))


def _no_claim(tokens: tuple[Token, ...], segment: Segment, at: int) -> list[Statement]:
    """ "There was no immediate claim of responsibility"."""
    ahead = [token.lower for token in tokens[at : min(segment.last, at + 6)]]
    if "claim" in ahead and ("responsibility" in ahead or "of" in ahead):
        return [Statement("unclaimed", None, None, None, at, min(segment.last, at + len(ahead)))]
    return []


def _nobody_said(tokens: tuple[Token, ...], segment: Segment, at: int) -> list[Statement]:
    """ "No organisation has said it carried out the attack"."""
    ahead = {token.lower for token in tokens[at + 1 : min(segment.last, at + 7)]}
    if _by_nobody(tokens, segment, at) and ahead & {"carried", "behind", "responsible", "planted", "responsibility"}:
        return [_unclaimed(segment, at)]
    return []


def _hyphened(context: Context, at: int) -> list[Statement]:
    """ "an ISIS-claimed attack"."""
    name = context.annotated.tokens[at].text[: -len("-claimed")]
    actor = ActorName(name, key_of(name), "armed group")
    return [Statement("responsible", actor, actor, "claims", at, at + 1)]
