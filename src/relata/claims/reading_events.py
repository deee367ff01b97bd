"""Segments to candidates: the event that each segment tells of, with all that it says."""

from __future__ import annotations

from dataclasses import replace

from relata.claims.agents import find_doers
from relata.claims.candidates import Candidate, Doer
from relata.claims.context import Context, Located, Timed, event_places
from relata.claims.doers import mentions_in
from relata.claims.fights import fought_against
from relata.claims.harm_words import TollFound
from relata.claims.marked_doers import judged_doers
from relata.claims.marked_tolls import judged_tolls
from relata.claims.realis import is_background, realis_of, refers_back
from relata.claims.segments import Segment
from relata.claims.targets import find_targets, find_weapons, refine_type
from relata.claims.timing import times_of
from relata.claims.tolls import find_tolls
from relata.model import EventType
from relata.tables.claim_words import words
from relata.tables.events import TriggerWord
from relata.tables.phrases import Found

_OTHER = words("other_event")
_INDEFINITE = {"a", "an", "another", "one", "two", "three"}
_DEFINITE = words("definite")
_MISHAP = words("mishaps")
"""Deaths in a sentence with one of these and no word of violence are no incident of ours."""
_RUIN = {"collapse", "collapsed", "fire", "blaze", "crash", "crashed"}
"""Mishaps that a blast brings about: what they cost may belong to the attack told of before."""
_TAKING_PLACE = words("taking_place")
_DEEDS = words("deeds_of_weapons")
_FIGURATIVE = words("figurative_verbs")
_ALL_OF_THEM = {"two", "both", "three", "four", "twin"}
_BESIDES = {"abduction", "hostage-taking", "arson"}
"""What attackers do besides attacking."""
_NAMING = {"noun", "nouns"}
_REAL_THINGS = words("real_things")


def candidates(context: Context, found: tuple[Segment, ...]) -> list[Candidate | None]:
    """One candidate a segment, None for a segment that tells of no event, in the order of ``found``."""
    tolls_of: dict[int, tuple[TollFound, ...]] = {}
    made: list[Candidate | None] = []
    for segment in found:
        if segment.sentence not in tolls_of:
            sentence = context.annotated.sentences[segment.sentence]
            found_tolls = find_tolls(context.annotated, sentence)
            tolls_of[segment.sentence] = judged_tolls(context.annotated, sentence, found_tolls)
        tolls = tuple(toll for toll in tolls_of[segment.sentence] if segment.first <= toll.harm < segment.last)
        made.append(_candidate(context, segment, tolls))
    return _with_carried(context, made)


def _with_carried(context: Context, made: list[Candidate | None]) -> list[Candidate | None]:
    """Candidates with the time that opens their sentence: "In 2016, it attacked A; bombed B; …" dates them all."""
    published = context.annotated.report.published_on
    opening: tuple[int, tuple[Timed, ...]] = (-1, ())
    carried: list[Candidate | None] = []
    for candidate in made:
        dated = candidate
        if candidate is not None and candidate.segment.opens and candidate.trigger:
            start = context.annotated.tokens[candidate.trigger.first].start
            times = tuple(timed for timed in candidate.times if timed.span.start < start)
            opening = (candidate.segment.sentence, times)
        elif candidate is not None and not candidate.times and opening[0] == candidate.segment.sentence:
            recalled = candidate.realis == "actual" and is_background(opening[1], published)
            dated = replace(candidate, times=opening[1], realis="background" if recalled else candidate.realis)
        carried.append(dated)
    return carried


def _candidate(context: Context, segment: Segment, tolls: tuple[TollFound, ...]) -> Candidate | None:
    trigger = _main_trigger(segment, tolls)
    if trigger is not None and trigger.payload.strength == 1 and not _at_work(context, segment, tolls):
        trigger = None
    if trigger is not None and trigger.payload.phrase in _FIGURATIVE and not _in_earnest(context, segment, tolls):
        trigger = None
    if trigger is None:
        return _outcome_only(context, segment, tolls)
    before = [token.lower for token in context.annotated.tokens[max(segment.first, trigger.first - 7) : trigger.first]]
    times = times_of(context, segment, trigger, tolls) if "anniversary" not in before[-4:] else ()
    if not tolls and not times and _only_compared(before, trigger):
        return None
    known = refers_back(before, trigger)
    places = event_places(context, segment.first, segment.last)
    if known:
        places = tuple(one for one in places if not _in_another_clause(context, segment, trigger, one))
    kind, specific = refine_type(context, segment, trigger, tolls)
    words = [token.lower for token in context.annotated.tokens[segment.first : segment.last]]
    near = before[-4:]
    verb = trigger.payload.form not in {"noun", "nouns"}
    return Candidate(
        segment=segment,
        trigger=trigger,
        type=kind,
        specific=specific,
        realis=realis_of(context, segment, trigger, times, tolls),
        tolls=tolls,
        doers=_doers_of(context, segment, trigger, tolls),
        times=times,
        places=places,
        targets=find_targets(context, segment, trigger, tolls),
        weapons=find_weapons(context, segment),
        indefinite=verb
        or any(word in _INDEFINITE for word in near[-3:])
        or not any(word in _DEFINITE for word in near),
        other=_set_apart(context, segment, trigger, tolls)
        or words[:1] in (["separately"], ["meanwhile"], ["elsewhere"]),
        many=trigger.payload.form == "nouns",
        summed=trigger.payload.form == "nouns" and known and bool(_ALL_OF_THEM & set(near)),
        aside=not verb and _is_aside(context, segment, trigger),
        tells_more=not verb
        and any(word in _DEFINITE for word in near)
        and (_takes_place(context, segment, trigger) or not places),
    )


def _set_apart(context: Context, segment: Segment, trigger: Found[TriggerWord], tolls: tuple[TollFound, ...]) -> bool:
    """Whether a word just before the event sets it apart ("another shooting").

    "Six other people were shot" sets apart people, who were shot in the same event.
    """
    people = [range(toll.group.first, toll.group.last) for toll in tolls if toll.group]
    verb = trigger.payload.form not in _NAMING
    return any(
        context.annotated.tokens[at].lower in _OTHER and not (verb and any(at in those for those in people))
        for at in range(max(segment.first, trigger.first - 4), trigger.first)
    )


def _is_aside(context: Context, segment: Segment, trigger: Found[TriggerWord]) -> bool:
    """Whether the noun comes in by the way, after a verb that tells of something else."""
    own = {hit.first for hit in segment.triggers}
    return any(
        context.annotated.tokens[at].pos == "VERB" and at not in own for at in range(segment.first, trigger.first)
    )


def _only_compared(before: list[str], trigger: Found[TriggerWord]) -> bool:
    """ "The second such attack", "no abduction was reported": words that tell of no event of their own."""
    if trigger.payload.form not in _NAMING:
        return False
    return "such" in before[-2:] or "no" in before[-2:]


def _in_another_clause(context: Context, segment: Segment, trigger: Found[TriggerWord], place: Located) -> bool:
    """Whether a verb parts a place from an event known already ("rang a newspaper in London to claim the attacks").

    A place that opens the sentence, before any verb, may be where the rest plays.
    """
    tokens = context.annotated.tokens
    if place.span.start >= tokens[trigger.first].start:
        return False
    at = next(at for at in range(segment.first, segment.last) if tokens[at].end > place.span.start)
    opens = not any(token.pos == "VERB" for token in tokens[segment.first : at])
    return not opens and any(token.pos == "VERB" for token in tokens[at : trigger.first])


def _doers_of(
    context: Context, segment: Segment, trigger: Found[TriggerWord] | None, tolls: tuple[TollFound, ...]
) -> tuple[Doer, ...]:
    found = find_doers(context, segment, trigger, _done_by_somebody(tolls))
    if trigger is not None and not found:
        found = fought_against(context, segment, trigger, tolls)
    named = trigger.first if trigger is not None else None
    return judged_doers(context.annotated, segment.first, segment.last, named, found)


def _in_earnest(context: Context, segment: Segment, tolls: tuple[TollFound, ...]) -> bool:
    """Whether a verb that news also uses in figures of speech ("prices exploded") stands beside what it really does."""
    tokens = context.annotated.tokens[segment.first : segment.last]
    if tolls or find_weapons(context, segment) or any(token.lower in _REAL_THINGS for token in tokens):
        return True
    return bool(mentions_in(context.annotated, segment.first, segment.last, {"armed group", "state force"}))


def _at_work(context: Context, segment: Segment, tolls: tuple[TollFound, ...]) -> bool:
    """Whether a weapon that stands for the act did anything: it harmed, or is told with a deed.

    "The film Bomb opens" has a bomb and no bombing.
    """
    if tolls:
        return True
    tokens = context.annotated.tokens[segment.first : segment.last]
    return any(token.lower in _DEEDS for token in tokens)


def _takes_place(context: Context, segment: Segment, trigger: Found[TriggerWord]) -> bool:
    """ "the attack took place", "the killings occurred": the verb after the noun says that it happened."""
    following = context.annotated.tokens[trigger.last : min(segment.last, trigger.last + 3)]
    return any(token.lower in _TAKING_PLACE for token in following)


def _done_by_somebody(tolls: tuple[TollFound, ...]) -> dict[int, bool]:
    """Words of harm that somebody does to the people counted: index → whether the people are their object."""
    return {
        toll.harm: toll.group.first > toll.harm
        for toll in tolls
        if toll.group and toll.attribute not in {"missing", "arrested"}
    }


def _outcome_only(context: Context, segment: Segment, tolls: tuple[TollFound, ...]) -> Candidate | None:
    """ "Three soldiers were killed": an outcome, of the event spoken of or of one that is not named otherwise."""
    if not tolls:
        return None
    words = {token.lower for token in context.annotated.tokens[segment.first : segment.last]}
    mishap = words & _MISHAP
    if mishap - _RUIN:
        return None
    times = times_of(context, segment, None, tolls)
    doers = _doers_of(context, segment, None, tolls)
    kind = _type_of_outcome(tolls)
    return Candidate(
        segment=segment,
        trigger=None,
        type=kind,
        specific=kind == "abduction",
        realis=realis_of(context, segment, None, times, tolls),
        tolls=tolls,
        doers=doers,
        times=times,
        places=event_places(context, segment.first, segment.last),
        weapons=find_weapons(context, segment),
        other=bool(words & {"separately", "elsewhere"}),
        ruin=bool(mishap),
    )


def _type_of_outcome(tolls: tuple[TollFound, ...]) -> EventType:
    if all(toll.attribute == "abducted" for toll in tolls):
        return "abduction"
    killed = [toll for toll in tolls if toll.attribute == "killed" and toll.group]
    if len(killed) == 1 and killed[0].group and killed[0].group.kind in {"official", "named"}:
        return "assassination"
    return "armed assault"


def _main_trigger(segment: Segment, tolls: tuple[TollFound, ...]) -> Found[TriggerWord] | None:
    """The word that says most plainly what happened: the strongest, then the first.

    Who attacks or kills, and in doing so takes people along or burns houses, has attacked: "killed two villagers and
    kidnapped three" is told as a killing, without a word for the kind of violence.
    """
    named = [hit for hit in segment.triggers if hit.payload.strength > 0]
    if not named:
        return None
    best = min(
        named, key=lambda hit: (-hit.payload.strength, hit.payload.type == "arson" and len(named) > 1, hit.first)
    )
    if best.payload.type not in _BESIDES or best.payload.form in _NAMING:
        return best
    plain = [hit for hit in named if hit.payload.label == "attack" and hit.payload.form not in _NAMING]
    if plain:
        return plain[0]
    deaths = [toll.harm for toll in tolls if toll.attribute == "killed" and toll.count.high != 0]
    if not deaths or min(deaths) > best.first:
        return best
    return next((hit for hit in named if hit.payload.type not in _BESIDES), None)
