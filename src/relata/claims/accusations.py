"""Others say who did it: blame, suspicion, "behind the attack", "responsible for", "pointing to"."""

from __future__ import annotations

import itertools
from dataclasses import replace

from relata.claims.accused_of import DEED_NOUNS, told_of_a_deed
from relata.claims.context import Context
from relata.claims.doers import HEDGES, actor_in, by_phrase, chunk_after, chunk_at, subject, with_links
from relata.claims.segments import Segment
from relata.claims.statements import Statement
from relata.claims.topics import known_again, meant_by_pronoun, pronoun_actor, pronoun_at, words_as_actor
from relata.model import ActorName, Stance
from relata.tables.claim_words import words

_BE = words("forms_of_be")
_HOLDING, _FINDING, _THINKING = words("holding_responsible"), words("findings_of_guilt"), words("thinking_verbs")
_NAMING = {"called", "named", "calling", "calls", "as"}


def blame(context: Context, segment: Segment, at: int) -> list[Statement]:
    """ "X blamed Y", "Y was accused of it", "blamed on Y", "X suspects Y", at the verb ``at``."""
    tokens = context.annotated.tokens
    following = tokens[at + 1].lower if at + 1 < segment.last else ""
    before = {token.lower for token in tokens[max(segment.first, at - 4) : at]}
    if before & _NOT or (following == "on" and tokens[at].lower.startswith("suspect")):
        return []
    within = chunk_at(context.annotated, at)
    if within is not None and at < within.last - 1 and tokens[at].lower.endswith("ed"):
        return []  # "dozens of its suspected members": describes, and accuses nobody
    if within is not None and tokens[at].lower in _LISTED and tokens[within.first].pos == "DET":
        return []  # "the suspect fetched a rifle": a noun
    passive = bool(before & _BE) or (tokens[at].lower.endswith("ed") and following in _LINKS)
    if following == "on":
        return _blamed_on(context, segment, at, passive=passive)
    if passive:
        return _accused_of(context, segment, at)
    onto = _link_after(context, segment, at, frozenset({"on"}))
    if onto is not None and tokens[at].lower.startswith("blam"):
        return _blamed_on(context, segment, onto - 1, passive=False, verb=at)
    if (tokens[at].lower in _LISTED and following == "") or not told_of_a_deed(context, segment, at):
        return []
    doer = subject(context.annotated, at, segment.first)
    pronoun = doer is not None and pronoun_at(context, doer) is not None
    speaker = words_as_actor(context, *doer) if doer and not pronoun else None
    hedged = tokens[at].lower.startswith("suspect") or (speaker is None and not pronoun)
    start = doer[0] if doer else at
    stance: Stance = "suspects" if hedged else "asserts"
    return [
        Statement("responsible", accused, speaker, stance, start, segment.last)
        for accused in _all_accused(context, segment, at)
    ]


_NOT = {"not", "n't", "never", "no", "nobody"}
_LINKS = {"of", "for", "in", "over", "by", "with", "to"}
_LISTED = {"suspect", "suspects"}


def _blamed_on(
    context: Context, segment: Segment, at: int, *, passive: bool, verb: int | None = None
) -> list[Statement]:
    """ "The attack was blamed on X", "police blamed the blast on X": suspicion, or the accuser's word."""
    doer = None if passive else subject(context.annotated, at if verb is None else verb, segment.first)
    speaker = words_as_actor(context, *doer) if doer and pronoun_at(context, doer) is None else None
    deed = speaker is not None and speaker.text.split()[-1].lower() in DEED_NOUNS
    speaker = None if deed else speaker
    found = by(context, segment, at, "asserts" if speaker else "suspects", frozenset({"on"}))
    return [replace(one, holder=speaker, first=doer[0] if doer else one.first) for one in found]


def _accused_of(context: Context, segment: Segment, at: int) -> list[Statement]:
    """ "Y was accused of the murder", "Y, blamed for the attack", "Y is suspected": no word on whether Y did it."""
    if not told_of_a_deed(context, segment, at):
        return []
    tokens = context.annotated.tokens
    doer = subject(context.annotated, at, segment.first)
    if doer is None or tokens[doer[0]].lower in _NOBODY | {"no"}:
        return []
    if pronoun_at(context, doer) in {"it", "they"}:
        actor = meant_by_pronoun(context, doer[0])
    else:
        actor = known_again(context, actor_in(context.annotated, *doer, any_name=True), doer[0])
    holder = by_phrase(context.annotated, at + 1, min(segment.last, at + 6))
    speaker = words_as_actor(context, *holder) if holder else None
    if actor is None or actor[0].text.split()[-1].lower() in DEED_NOUNS:
        return []
    return [Statement("responsible", actor[0], speaker, "suspects", doer[0], min(segment.last, at + 12))]


def _link_after(context: Context, segment: Segment, at: int, links: frozenset[str]) -> int | None:
    """Where "on" follows the object of the verb ``at`` ("blamed the attack on"), or None."""
    tokens = context.annotated.tokens
    for index in range(at + 1, min(segment.last, at + 8)):
        if tokens[index].lower in links:
            return index
        if tokens[index].pos == "VERB" or tokens[index].text in {",", ";", "."}:
            return None
    return None


def _all_accused(context: Context, segment: Segment, at: int) -> list[ActorName]:
    """Everyone in the list after "blame" ("blamed A, B and C for it")."""
    tokens = context.annotated.tokens
    found: list[ActorName] = []
    while True:
        accused = _accused(context, segment, at)
        chunk = chunk_after(context.annotated, at + 1, segment.last)
        if accused is None or chunk is None:
            return found
        found.append(accused)
        end = with_links(context.annotated, chunk.last, segment.last)
        if end < segment.last and tokens[end].text in {"(", "["}:
            end = next((index + 1 for index in range(end, segment.last) if tokens[index].text in {")", "]"}), end)
        if end >= segment.last or tokens[end].lower not in {",", "and"}:
            return found
        at = end if tokens[end].lower == "and" or tokens[min(end + 1, segment.last - 1)].lower != "and" else end + 1
        if len(found) >= _MOST_ACCUSED:
            return found


_MOST_ACCUSED = 6
"""Members of a list of accused that are looked at."""


def charged(context: Context, segment: Segment, at: int) -> list[Statement]:
    """ "A man was charged with the murder", "a jury indicted X": what a court or the police hold against somebody."""
    tokens = context.annotated.tokens
    before = {token.lower for token in tokens[max(segment.first, at - 4) : at]}
    if before & _NOT or not before & _BE or at + 1 >= segment.last:
        return []
    link = tokens[at + 1].lower in {"with", "for", "in", "over", "of", "on"} or "with" in {
        token.lower for token in tokens[at + 1 : at + 6]
    }
    return _accused_of(context, segment, at) if link else []


def identity(context: Context, segment: Segment, at: int) -> list[Statement]:
    """ "The attacker was identified as X", "the suspected gunman is X": who the attacker of a report is."""
    tokens = context.annotated.tokens
    window = range(at + 1, min(segment.last, at + 7))
    link = next((i for i in window if tokens[i].lower in {"as", "is", "was"} and tokens[i + 1 :][:1]), None)
    if link is None or any(token.text in {",", ";"} for token in tokens[at:link]):
        return []
    chunk = chunk_after(context.annotated, link + 1, segment.last, reach=0)
    named = actor_in(context.annotated, chunk.first, chunk.last) if chunk else None
    if named is None or chunk is None or named[0].kind != "person":
        return []
    hedged = bool({token.lower for token in tokens[max(segment.first, at - 3) : at]} & HEDGES)
    return [Statement("responsible", named[0], None, "suspects" if hedged else None, at, chunk.last)]


def believed(context: Context, segment: Segment, at: int) -> list[Statement]:
    """ "The bombers are believed to be from X", "X are presumed to have done it"."""
    tokens = context.annotated.tokens
    before = {token.lower for token in tokens[max(segment.first, at - 3) : at]}
    ahead = [token.lower for token in tokens[at + 1 : min(segment.last, at + 7)]]
    if not before & _BE or before & _NOT or ahead[:2] != ["to", "be"] or at + 4 >= segment.last:
        return []
    doer = subject(context.annotated, at, segment.first)
    if doer is None or not {token.lower for token in tokens[doer[0] : doer[1]]} & _ATTACKERS:
        return []
    chunk = chunk_after(context.annotated, at + 3, segment.last, reach=3)
    if chunk is None:
        return []
    end = with_links(context.annotated, chunk.last, segment.last)
    named = actor_in(context.annotated, chunk.first, end, any_name=True)
    return [Statement("responsible", named[0], None, "suspects", doer[0], end)] if named else []


_ATTACKERS = words("attackers")


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


def named_beside(context: Context, doer: tuple[int, int], verb: int) -> ActorName | None:
    """The name that stands between a description and its verb: "a group unheard of, the Red Column, claimed it"."""
    tokens = context.annotated.tokens
    commas = [at for at in range(doer[0], verb) if tokens[at].text == ","]
    for opens, closes in itertools.pairwise(commas):
        named = actor_in(context.annotated, opens + 1, closes, any_name=True)
        if named and named[0].text[:1].isupper() and not any(tokens[at].pos == "VERB" for at in range(opens, closes)):
            return named[0]
    return None


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
    if word == "linked":
        return (
            _accused_of(context, segment, at)
            if copular and following in {"to", "with"} and not _NOT & set(before)
            else []
        )
    if not copular or (word == "responsible" and following != "for") or "not" in before:
        return []
    if before[-2:] == ["to", "be"]:
        held = _held_to_be(context, segment, at)
        if held:
            return held
    suspected = next(
        (back for back in range(at - 1, max(segment.first, at - 5), -1) if tokens[back].lower in HEDGES), at
    )
    return _of_subject(context, segment, at, suspected)


def _held_to_be(context: Context, segment: Segment, at: int) -> list[Statement]:
    """ "The court held X to be behind the bombing": the holder before the verb, the accused after it."""
    tokens = context.annotated.tokens
    verb = next((back for back in range(at - 3, max(segment.first, at - 12), -1) if tokens[back].pos == "VERB"), None)
    if verb is None or tokens[verb].lower not in _HOLDING | _FINDING | _THINKING or tokens[verb - 1].lower in _BE:
        return []
    chunk = chunk_after(context.annotated, verb + 1, at, reach=0)
    accused = actor_in(context.annotated, chunk.first, chunk.last, any_name=True) if chunk else None
    speaker = subject(context.annotated, verb, segment.first)
    if accused is None or speaker is None:
        return []
    stance: Stance = "asserts" if tokens[verb].lower in _HOLDING | _FINDING else "suspects"
    holder = words_as_actor(context, *speaker)
    return [Statement("responsible", accused[0], holder, stance, speaker[0], min(segment.last, at + 5))]


def _of_subject(context: Context, segment: Segment, at: int, verb: int | None = None) -> list[Statement]:
    """Who the subject is of which a sentence says so; ``verb``: the hedge before it ("is suspected to be behind")."""
    tokens = context.annotated.tokens
    doer = subject(context.annotated, at if verb is None else verb, segment.first)
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
    passive = bool({token.lower for token in tokens[max(segment.first, at - 3) : at]} & _BE)
    speaker = subject(context.annotated, at, segment.first) if not passive else None
    sign = speaker is not None and tokens[speaker[1] - 1].lower in _SIGNS
    holder = words_as_actor(context, *speaker) if speaker and not sign else None
    stance: Stance = "suspects" if passive or sign else "asserts"
    return [
        Statement(one.kind, one.actor, holder, stance, speaker[0] if speaker else one.first, one.last)
        for one in by(context, segment, at, "asserts", frozenset({"to", "at"}))
    ]


_SIGNS = words("signs")


def _held(context: Context, segment: Segment, at: int) -> list[Statement]:
    """ "India holds the group responsible": the holder before the verb, the accused between."""
    tokens = context.annotated.tokens
    verb = next(
        (back for back in range(at - 1, max(segment.first, at - 9), -1) if tokens[back].lower in _HOLDING), None
    )
    if verb is None:
        return []
    accused = _accused(context, segment, verb)
    holder = subject(context.annotated, verb, segment.first)
    if accused is None:
        return []
    speaker = words_as_actor(context, *holder) if holder else None
    return [Statement("responsible", accused, speaker, "asserts", holder[0] if holder else verb, at + 1)]


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
    phrase = by_phrase(context.annotated, at + 1, min(segment.last, at + 5), links)
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
