"""Who is made the doer by plain grammar: "gunmen attacked", "killed by rebels", "a Taliban attack"."""

from __future__ import annotations

from dataclasses import replace

from relata.claims.candidates import Doer
from relata.claims.context import Context
from relata.claims.doers import (
    HEDGES,
    actor_in,
    by_phrase,
    chunk_after,
    chunk_at,
    mentions_in,
    subject,
    with_links,
)
from relata.claims.owners import POSSESSIVE, group_of_people, owner_of_deed, speaker_itself
from relata.claims.segments import Segment
from relata.claims.topics import key_of, known_again, last_group
from relata.language.annotated import Chunk
from relata.model import ActorName
from relata.tables.claim_words import phrases, words
from relata.tables.events import TriggerWord
from relata.tables.phrases import Found, PhraseTable

_LIGHT = words("light_verbs")
_BE = words("forms_of_be")
_BY_STATES = {"air strike", "drone strike", "shelling", "raid"}
"""Acts that a nationality before the noun makes a state's: "an Israeli missile strike". "A Pakistani bombing" may be
one in Pakistan."""
_TRYING = words("trying")
_BELIEVED = words("hedges") | {"said", "reported"}
_TO_BE = {"to", "members", "as", "by"}
_ONE_OR_FEW = {"a", "an", "another", "one", "two", "three", "four"}
_AGAIN = {"the", "this", "these", "those", "both"}
_BY = frozenset({"by"})
_BY_OR_FROM = frozenset({"by", "from", "for"})
"""In learners' English, which is much of the world's, "killed for rebels" and "an attack from rebels" say "by"."""
_DEEDS = words("deed_verbs")
_DEED_PHRASES = PhraseTable((phrase, phrase) for phrase in phrases("deed_phrases"))
_GROUP_WORDS = words("group_words")
_RUN_INTO = words("running_into")
_SECURITY = words("security_nouns")
_ATTACKERS = words("attackers")
_NEED_OBJECTS = {"killed", "wounded", "injured", "kidnapped", "abducted", "burned", "burnt", "destroyed", "damaged"}
_NO_OBJECTS = {"in", "on", "during", "after", "when", "while", "near", "from", "for", "with", "since", "as", "inside"}
_UNREAL = {"not", "n't", "never", "no", "without"} | words("modals") | words("plans") - {"ordered", "planned"}


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
        made = _of_trigger(context, segment, hit)
        if trigger is not None and hit.payload.strength < 3 and _of_another(context, trigger, hit):
            made = [doer for doer in made if doer.actor.kind == "armed group"]
        found.extend(made)
    for harm, active in harms.items():
        if active:
            found.extend(_of_verb(context, segment, harm, harm + 1))
        else:
            phrase = by_phrase(context.annotated, harm + 1, min(segment.last, harm + 12), _BY)
            made = _hedged_beside(context, _doer(context, phrase, harm, phrase[1]), harm) if phrase else []
            found.extend(_repelling(context, made, _those_before(context, segment, harm)))
    if trigger is None or trigger.payload.type not in _FIGHTS:
        found.extend(_of_deeds(context, segment))
    if not found:
        found.extend(_pronoun(context, segment))
    unique: dict[str, Doer] = {}
    for doer in found:
        unique.setdefault(doer.actor.key or doer.actor.text.casefold(), doer)
    return tuple(unique.values())


def _of_another(context: Context, trigger: Found[TriggerWord], hit: Found[TriggerWord]) -> bool:
    """Whether a weak noun beside a trigger of another type may name something else ("the attack", after a bombing)."""
    noun = hit.payload.form in {"noun", "nouns"} or context.annotated.tokens[hit.first].pos == "NOUN"
    return noun and hit.payload.type != trigger.payload.type


_FIGHTS = {"clash", "raid", "air strike", "drone strike"}
"""Types in which it takes more than a deed in the sentence to be the one who did it."""


def _of_deeds(context: Context, segment: Segment) -> list[Doer]:
    """Armed people whose violent deed names no type of event: "bandits waylaid", "a charge laid by rebels"."""
    tokens = context.annotated.tokens
    said = [token.lower for token in tokens[segment.first : segment.last]]
    found: list[Doer] = []
    for at in range(segment.first, segment.last):
        deed = tokens[at].lower in _DEEDS or _DEED_PHRASES.at(said, at - segment.first, len(said)) is not None
        if not deed or tokens[at].pos not in {"VERB", "ADJ"} or _is_unreal(context, segment, at):
            continue
        found.extend(
            doer
            for doer in _of_verb(context, segment, at, at + 1)
            if not is_security(doer.actor) and (doer.actor.kind != "person" or tokens[doer.first].lower in POSSESSIVE)
        )
    return found


def _is_unreal(context: Context, segment: Segment, at: int) -> bool:
    """Whether the verb at ``at`` tells of what was not done: "would attack", "did not fire", "failed to set off"."""
    before = [token.lower for token in context.annotated.tokens[max(segment.first, at - 4) : at]]
    return bool(_UNREAL & set(before))


def is_security(actor: ActorName) -> bool:
    """Whether an actor serves a state: a force, or plain words for police and soldiers."""
    if actor.kind in {"state force", "state"}:
        return True
    return actor.kind == "unknown" and bool(_SECURITY & set(actor.text.casefold().split()[-2:]))


def _of_trigger(context: Context, segment: Segment, hit: Found[TriggerWord]) -> list[Doer]:
    if hit.payload.type == "clash":
        return []  # both sides fight: a clash says of neither that it did it
    if hit.payload.type == "bombing" and hit.payload.phrase.split()[0] in _RUN_INTO:
        return []
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
    active = not passive and chunk_after(context.annotated, last, segment.last, reach=0) is not None
    if not passive and tokens[first].lower in _NEED_OBJECTS and not _has_object(context, segment, last):
        return _from_or_for(context, last, first)
    if not active and (
        passive or tokens[first].lower.endswith(("ed", "wn", "en", "id", "t")) or tokens[first].pos == "ADJ"
    ):
        phrase = by_phrase(context.annotated, last, limit, _BY)
        made = _doer(context, phrase, first, phrase[1]) if phrase else _from_or_for(context, last, first)
        if made or passive:
            made = _hedged_beside(context, made, first, phrase[0] - 1 if phrase else last)
            return _repelling(context, made, _those_before(context, segment, first))
    if tokens[first].lower.endswith("ing") and tokens[first].pos != "NOUN" and not _tried(context, segment, first):
        return []
    doer = subject(context.annotated, first, segment.first)
    made = _hedged_beside(context, _doer(context, doer, doer[0], last), first) if doer else []
    return _repelling(context, made, chunk_after(context.annotated, last, segment.last))


def _has_object(context: Context, segment: Segment, at: int) -> bool:
    """ "killed four", "killed and wounded four": whether those whom a verb of harm harms stand after it.

    "Ten rebels killed" and "44 members of X killed" tell of the dead.
    """
    tokens = context.annotated.tokens
    if at < segment.last and tokens[at].lower == "by":
        return True
    ends = at >= segment.last or tokens[at].pos in {"PUNCT", "SCONJ"} or tokens[at].lower in _NO_OBJECTS
    return not ends and chunk_after(context.annotated, at, segment.last, reach=4) is not None


def _tried(context: Context, segment: Segment, at: int) -> bool:
    """ "began shooting", "started to shoot": the form in "-ing" is the sentence's verb."""
    return at > segment.first and context.annotated.tokens[at - 1].lower in _TRYING


def _from_or_for(context: Context, at: int, first: int) -> list[Doer]:
    """ "kidnapped for militants of X", "fired from rebels": armed people right after the verb or noun."""
    phrase = by_phrase(context.annotated, at, at + 1, _BY_OR_FROM)
    made = _doer(context, phrase, first, phrase[1]) if phrase else []
    return [one for one in made if one.armed]


def _those_before(context: Context, segment: Segment, verb: int) -> Chunk | None:
    """The noun phrase before a passive: those to whom it is done."""
    run = subject(context.annotated, verb, segment.first)
    return chunk_at(context.annotated, run[1] - 1) if run else None


def _repelling(context: Context, made: list[Doer], harmed: Chunk | None) -> list[Doer]:
    """Marks those who serve a state and harm attackers: so an attack ends, and so nobody attacks."""
    if harmed is None:
        return made
    tokens = context.annotated.tokens[harmed.first : harmed.last]
    attackers = any(token.lower in _ATTACKERS for token in tokens) or (
        len(tokens) == 1 and tokens[0].lower in {"they", "he", "she", "who", "him", "her", "them"}
    )
    return [replace(doer, repels=attackers and is_security(doer.actor)) for doer in made]


def _hedged_beside(context: Context, made: list[Doer], verb: int, link: int | None = None) -> list[Doer]:
    """ "probably planted by", "is believed to have killed", "most likely by": the hedge stands beside verb or "by"."""
    tokens = context.annotated.tokens
    beside = {token.lower for token in tokens[max(0, verb - 4) : verb + 3]}
    if link is not None:
        beside |= {token.lower for token in tokens[max(0, link - 2) : link]}
    to_have = "reported" in beside and "to" in beside
    return [replace(doer, hedged=doer.hedged or bool(beside & HEDGES) or to_have) for doer in made]


def is_passive(context: Context, segment: Segment, verb: int) -> bool:
    """Whether a form of "be" stands before the verb, with at most adverbs between."""
    tokens, at = context.annotated.tokens, verb - 1
    while at >= segment.first and (
        tokens[at].pos == "ADV" or tokens[at].lower in {"been", "being", "also", "reportedly", "all"}
    ):
        at -= 1
    if at > segment.first and tokens[at].lower in {"and", "or"} and not _has_object(context, segment, verb + 1):
        before = next(
            (back for back in range(at - 1, max(segment.first, at - 5), -1) if tokens[back].pos == "VERB"), None
        )
        return before is not None and is_passive(context, segment, before)
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
    phrase = by_phrase(annotated, hit.last, min(segment.last, hit.last + 14), _BY)
    if phrase and tokens[hit.last].lower != "said":
        found.extend(_hedged_beside(context, _doer(context, phrase, hit.first, phrase[1]), hit.first, phrase[0] - 1))
    elif hit.last < segment.last:
        found.extend(_from_or_for(context, hit.last, hit.first))
    for at in range(max(segment.first, start - 4), start):
        if tokens[at].lower in _LIGHT and not any(
            token.lower in _BE for token in tokens[max(segment.first, at - 3) : at]
        ):
            doer = subject(annotated, at, segment.first)
            found.extend(_doer(context, doer, doer[0], hit.last) if doer else [])
    for at in range(hit.last, min(segment.last, hit.last + 14)):
        if tokens[at].lower in _LIGHT:
            named_by = by_phrase(annotated, at, min(segment.last, at + 10), _BY)
            made = _doer(context, named_by, hit.first, named_by[1]) if named_by else []
            found.extend(made or _from_or_for(context, at + 1, hit.first))
    owned = None if found or phrase else owner_of_deed(context, hit)
    return [*found, Doer(owned[0], False, owned[1], hit.last)] if owned else found


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
    own = speaker_itself(context, run) or group_of_people(context, run)
    if own:
        return [Doer(own, False, min(first, run[0]), max(last, run[1]))]
    believed = _believed(context, run)
    head = actor_in(context.annotated, *run)
    if believed and head and (head[0].kind != "armed group" or head[0].key == believed[0].key):
        return [Doer(believed[0], True, min(first, run[0]), max(last, believed[1]))]
    named = known_again(context, head, run[0]) or _of_a_people(context, run)
    if named is None:
        return []
    again = named[0].key is None and named[0].kind == "unknown" and context.annotated.tokens[run[0]].lower in _AGAIN
    return [Doer(named[0], named[1], min(first, run[0]), max(last, run[1]), again)]


def _believed(context: Context, run: tuple[int, int]) -> tuple[ActorName, int] | None:
    """ "Gunmen believed to be of X", "two bombers, alleged members of X,": X, and one past the words that say so."""
    tokens = context.annotated.tokens
    for at in range(run[0] + 1, min(len(tokens) - 2, max(run[1], run[0] + 1) + 2)):
        beside = tokens[at + 1].lower in _TO_BE or tokens[at - 1].text == "," or at >= run[1]
        if tokens[at].lower not in _BELIEVED or not beside or (at >= run[1] and tokens[at - 1].text != ","):
            continue
        chunk = chunk_after(context.annotated, at + 1, len(tokens), reach=3)
        if chunk is None:
            return None
        end = with_links(context.annotated, chunk.last, min(len(tokens), chunk.last + 8))
        named = actor_in(context.annotated, chunk.first, end, any_name=True)
        return (named[0], end) if named and named[0].kind != "person" else None
    return None


def _of_a_people(context: Context, run: tuple[int, int]) -> tuple[ActorName, bool] | None:
    """ "A Palestinian stabbed …", "two Chechens opened fire": somebody known by his people alone."""
    annotated, tokens = context.annotated, context.annotated.tokens
    chunk = chunk_at(annotated, run[0])
    if chunk is None or chunk.last != run[1] or tokens[run[0]].lower not in _ONE_OR_FEW or run[1] - run[0] > 3:
        return None
    named = mentions_in(annotated, *run, {"nationality"})
    if not named or named[-1].span.end < tokens[run[1] - 1].end:
        return None
    return ActorName(" ".join(annotated.text[tokens[run[0] + 1].start : tokens[run[1] - 1].end].split())), False


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
        doer = subject(annotated, hit.first, segment.first)
        words = {token.lower for token in tokens[doer[0] : doer[1]]} if doer else set()
        if doer and (words & _GROUP_WORDS or words in ({"it"}, {"they"})):
            return _carried(context, segment, hit, doer[0])
    return []


def _carried(context: Context, segment: Segment, hit: Found[TriggerWord], pronoun: int | None = None) -> list[Doer]:
    first = max(segment.first, hit.first - 2) if pronoun is None else pronoun
    group = last_group(context, context.annotated.tokens[hit.first if pronoun is None else pronoun].start)
    return [Doer(group[0], False, first, hit.last)] if group else []
