"""Who is made the doer by plain grammar: "gunmen attacked", "killed by rebels", "a Taliban attack"."""

from __future__ import annotations

from dataclasses import replace

from relata.claims.candidates import Doer
from relata.claims.context import Context
from relata.claims.doers import HEDGES, actor_in, by_phrase, chunk_at, chunk_before, mentions_in, subject
from relata.claims.holders import attribution_of
from relata.claims.segments import Segment
from relata.claims.topics import key_of, known_again, last_group
from relata.model import ActorName, Span
from relata.tables.claim_words import words
from relata.tables.events import TriggerWord
from relata.tables.phrases import Found

_LIGHT = words("light_verbs")
_BE = words("forms_of_be")
_BY_STATES = {"air strike", "drone strike", "shelling", "raid"}
"""Acts that a nationality before the noun makes a state's: "an Israeli missile strike". "A Pakistani bombing" may be
one in Pakistan."""
_SELF = {"it", "they", "he", "she", "its", "their", "his", "her", "we", "our"}
_AGAIN = {"the", "this", "these", "those", "both"}
_BY = frozenset({"by"})


def find_doers(
    context: Context, segment: Segment, trigger: Found[TriggerWord] | None, harms: dict[int, bool]
) -> tuple[Doer, ...]:
    """Whom the segment's grammar makes the doer of the event: best evidence first, nobody twice.

    Args:
        context: the report.
        segment: the stretch of the sentence.
        trigger: the word that names the event.
        harms: indices of words of harm ("killed"), which have doers too: subjects where the people counted are their
            object (True), "by …" alone where these are their subject (False).
    """
    found: list[Doer] = []
    for hit in segment.triggers:
        if trigger is not None and hit.payload.type != trigger.payload.type and hit.payload.strength < 3:
            continue
        found.extend(_of_trigger(context, segment, hit))
    for harm, active in harms.items():
        if active:
            found.extend(_of_verb(context, segment, harm, harm + 1))
        else:
            phrase = by_phrase(context.annotated, harm + 1, min(segment.last, harm + 12), _BY)
            found.extend(_doer(context, phrase, harm, phrase[1]) if phrase else [])
    if not found:
        found.extend(_pronoun(context, segment))
    unique: dict[str, Doer] = {}
    for doer in found:
        unique.setdefault(doer.actor.key or doer.actor.text.casefold(), doer)
    return tuple(unique.values())


def _of_trigger(context: Context, segment: Segment, hit: Found[TriggerWord]) -> list[Doer]:
    if hit.payload.type == "clash":
        return []  # both sides fight: a clash says of neither that it did it
    if hit.payload.form in {"noun", "nouns"} or context.annotated.tokens[hit.first].pos in {"ADP", "DET", "NOUN"}:
        return _of_noun(context, segment, hit)
    if hit.payload.type == "bombing" and hit.payload.phrase.split()[0] in {
        "exploded",
        "explodes",
        "went",
        "goes",
        "detonated",
        "exploding",
        "explode",
    }:
        doers = _of_verb(context, segment, hit.first, hit.last)
        return [doer for doer in doers if doer.actor.kind != "unknown" or "bomber" in doer.actor.text.lower()]
    return _of_verb(context, segment, hit.first, hit.last)


def _of_verb(context: Context, segment: Segment, first: int, last: int) -> list[Doer]:
    tokens = context.annotated.tokens
    passive = is_passive(context, segment, first)
    limit = min(segment.last, last + 14)
    if passive or tokens[first].lower.endswith("ed") or tokens[first].pos == "ADJ":
        phrase = by_phrase(context.annotated, last, limit, _BY)
        made = _doer(context, phrase, first, phrase[1]) if phrase else []
        if made or passive:
            return _hedged_beside(context, made, first)
    if tokens[first].lower.endswith("ing") and tokens[first].pos != "NOUN":
        return []
    doer = subject(context.annotated, first, segment.first)
    return _hedged_beside(context, _doer(context, doer, doer[0], last), first) if doer else []


def _hedged_beside(context: Context, made: list[Doer], verb: int) -> list[Doer]:
    """ "probably planted by", "is believed to have killed": the hedge stands beside the verb."""
    tokens = context.annotated.tokens
    beside = {token.lower for token in tokens[max(0, verb - 4) : verb + 3]}
    to_have = "reported" in beside and "to" in beside
    return [replace(doer, hedged=doer.hedged or bool(beside & HEDGES) or to_have) for doer in made]


def is_passive(context: Context, segment: Segment, verb: int) -> bool:
    """Whether a form of "be" stands before the verb, with at most adverbs between."""
    tokens, at = context.annotated.tokens, verb - 1
    while at >= segment.first and (
        tokens[at].pos == "ADV" or tokens[at].lower in {"been", "being", "also", "reportedly", "all"}
    ):
        at -= 1
    return at >= segment.first and tokens[at].lower in _BE and not tokens[verb].lower.endswith("ing")


def _of_noun(context: Context, segment: Segment, hit: Found[TriggerWord]) -> list[Doer]:
    annotated, tokens = context.annotated, context.annotated.tokens
    found: list[Doer] = []
    if hit.payload.phrase.endswith(("bomber", "bombers")):
        found.extend(_doer(context, (_chunk_start(context, hit.first), hit.last), hit.first, hit.last))
    start = _chunk_start(context, hit.first)
    if start < hit.first:
        kinds = {"armed group", "state force", "state"} | ({"nationality"} if hit.payload.type in _BY_STATES else set())
        named = mentions_in(annotated, start, hit.first, kinds)
        state = _state_before(context, start, hit) if hit.payload.type in _BY_STATES else None
        if named and named[0].kind == "nationality":
            actor = ActorName(named[0].text, named[0].key, "state")
            found.append(Doer(actor, False, start, hit.last))
        elif not named and state:
            found.append(Doer(state, False, start, hit.last))
        elif named:
            found.extend(_doer(context, (start, hit.first), start, hit.last))
    phrase = by_phrase(annotated, hit.last, min(segment.last, hit.last + 10), _BY)
    if phrase and tokens[hit.last].lower != "said":
        found.extend(_doer(context, phrase, hit.first, phrase[1]))
    for at in range(max(segment.first, start - 4), start):
        if tokens[at].lower in _LIGHT and not any(
            token.lower in _BE for token in tokens[max(segment.first, at - 3) : at]
        ):
            doer = subject(annotated, at, segment.first)
            found.extend(_doer(context, doer, doer[0], hit.last) if doer else [])
    for at in range(hit.last, min(segment.last, hit.last + 14)):
        if tokens[at].lower in _LIGHT:
            phrase = by_phrase(annotated, at, min(segment.last, at + 10), _BY)
            found.extend(_doer(context, phrase, hit.first, phrase[1]) if phrase else [])
    return found


def _state_before(context: Context, start: int, hit: Found[TriggerWord]) -> ActorName | None:
    """ "a U.S. drone strike": the country named inside the noun phrase."""
    tokens = context.annotated.tokens
    for located in context.places:
        if tokens[start].start <= located.span.start and located.span.end <= tokens[hit.first].start:
            name = located.span.cut(context.annotated.text)
            return ActorName(name, key_of(name), "state") if located.place.precision == "country" else None
    return None


def _chunk_start(context: Context, at: int) -> int:
    chunk = chunk_at(context.annotated, at)
    return chunk.first if chunk else at


def _doer(context: Context, run: tuple[int, int] | None, first: int, last: int) -> list[Doer]:
    if run is None:
        return []
    own = _speaker_itself(context, run)
    if own:
        return [Doer(own, False, min(first, run[0]), max(last, run[1]))]
    named = known_again(context, actor_in(context.annotated, *run), run[0])
    if named is None:
        return []
    again = named[0].key is None and named[0].kind == "unknown" and context.annotated.tokens[run[0]].lower in _AGAIN
    return [Doer(named[0], named[1], min(first, run[0]), max(last, run[1]), again)]


def _speaker_itself(context: Context, run: tuple[int, int]) -> ActorName | None:
    """ "it had carried out", "its fighters had killed", in the mouth of a group or a person: the speaker."""
    tokens = context.annotated.tokens
    if tokens[run[0]].lower not in _SELF:
        return None
    attribution = attribution_of(context, Span(tokens[run[0]].start, tokens[run[1] - 1].end))
    if attribution is None or attribution.source is None:
        return None
    first = next((at for at, token in enumerate(tokens) if token.start >= attribution.source.start), 0)
    last = next((at for at, token in enumerate(tokens) if token.start >= attribution.source.end), len(tokens))
    named = known_again(context, actor_in(context.annotated, first, last), first)
    return named[0] if named and (named[0].key or named[0].kind == "person") else None


def _pronoun(context: Context, segment: Segment) -> list[Doer]:
    """ "It bombed a mosque", "the group attacked …": the group last named."""
    annotated, tokens = context.annotated, context.annotated.tokens
    for hit in segment.triggers:
        if hit.payload.form in {"noun", "nouns"}:
            continue
        at = hit.first
        while at > segment.first and tokens[at - 1].pos in {"ADV", "AUX"}:
            at -= 1
        if is_passive(context, segment, hit.first):
            continue
        if at == segment.first and not segment.opens:
            return _carried(context, segment, hit)
        if at > segment.first and tokens[at - 1].lower in {"and", ","} and not segment.opens:
            return _carried(context, segment, hit)
        before = chunk_before(annotated, at, segment.first)
        words = {token.lower for token in tokens[before.first : before.last]} if before and before.last == at else set()
        if words & {"group", "outfit", "organization", "organisation", "movement", "faction"} or tokens[
            at - 1
        ].lower in {"it", "they"}:
            return _carried(context, segment, hit)
    return []


def _carried(context: Context, segment: Segment, hit: Found[TriggerWord]) -> list[Doer]:
    group = last_group(context, context.annotated.tokens[hit.first].start)
    if group is None:
        return []
    return [Doer(group[0], False, max(segment.first, hit.first - 2), hit.last)]
