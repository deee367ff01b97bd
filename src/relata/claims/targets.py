"""What was attacked and with what: targets, weapons, and the type of event that the words around a trigger give."""

from __future__ import annotations

from relata.claims.context import Context
from relata.claims.doers import chunk_after, mentions_in, with_links
from relata.claims.harm_words import TollFound
from relata.claims.people import Group
from relata.claims.scenes import is_tending
from relata.claims.segments import Segment
from relata.language.annotated import Chunk
from relata.model import EventType, Span
from relata.tables import events as tables
from relata.tables.claim_words import words as word_list
from relata.tables.events import TriggerWord
from relata.tables.phrases import Found

_ON = word_list("target_prepositions")
_MOST_TARGETS = 3
MOST_ASSASSINATED = 3
"""People killed in one assassination, those beside the one meant among them; more are the dead of an attack."""
_NO_TARGET = word_list("no_targets") | word_list("body_parts")
_MERE_SCENES = word_list("mere_scenes")
_AIR_WORDS = word_list("aircraft_words")
_SHELL_WORDS = word_list("shelling_words")
_GUNS = word_list("gun_words")
_BOMB_WORDS = word_list("bomb_words")


_MEASURES = word_list("measures")


def find_targets(
    context: Context, segment: Segment, trigger: Found[TriggerWord] | None, tolls: tuple[TollFound, ...]
) -> tuple[tuple[str, Span], ...]:
    """Objects and institutions that were attacked, in the words of the report, nearest first."""
    if trigger is None:
        return ()
    annotated, tokens = context.annotated, context.annotated.tokens
    people = [toll.group for toll in tolls if toll.group]
    found: list[tuple[str, Span]] = []
    direct = chunk_after(annotated, trigger.last, segment.last, reach=1)
    object_of = trigger.payload.form not in {"noun", "nouns"} and direct is not None
    if object_of and direct and not _is_people(direct, people) and not _is_place_or_time(context, direct):
        found.append(_words(context, direct, segment.last))
    for at in range(trigger.last, min(segment.last, trigger.last + 12)):
        if tokens[at].lower in _ON:
            chunk = chunk_after(annotated, at + 1, segment.last, reach=0)
            if chunk is None or _is_people(chunk, people) or _is_place_or_time(context, chunk):
                continue
            if tokens[chunk.head].lower not in _MERE_SCENES:
                found.append(_words(context, chunk, segment.last))
    facilities = mentions_in(annotated, segment.first, segment.last, {"facility"})
    found.extend(
        (" ".join(mention.text.split()), mention.span)
        for mention in facilities
        if not is_tending(annotated.text, mention.span)
    )
    kept: dict[str, tuple[str, Span]] = {}
    for words, span in found:
        if words and words.lower().split()[-1] not in _NO_TARGET and words.lower() not in _NO_TARGET:
            kept.setdefault(words.casefold(), (words, span))
    return tuple(kept.values())[:_MOST_TARGETS]


def _is_people(chunk: Chunk, groups: list[Group]) -> bool:
    return any(group.first < chunk.last and chunk.first < group.last for group in groups)


def _is_place_or_time(context: Context, chunk: Chunk) -> bool:
    """Whether the phrase is nothing but a place name, a time or a measure."""
    tokens = context.annotated.tokens
    head = tokens[chunk.head]
    if head.lower in _MEASURES or head.pos in {"NUM", "PRON"}:
        return True
    named = any(located.span.start <= head.start and head.end <= located.span.end for located in context.places)
    timed = any(when.span.start <= head.start and head.end <= when.span.end for when in context.times)
    return named or timed


def _words(context: Context, chunk: Chunk, last: int) -> tuple[str, Span]:
    tokens = context.annotated.tokens
    first = chunk.first
    while first < chunk.last - 1 and tokens[first].pos in {"DET", "PRON"}:
        first += 1
    end = (
        with_links(context.annotated, chunk.last, last)
        if tokens[chunk.head].lower
        in {"members", "headquarters", "ministry", "convoy", "house", "home", "group", "offices", "office"}
        else chunk.last
    )
    span = Span(tokens[first].start, tokens[end - 1].end)
    return " ".join(span.cut(context.annotated.text).split()), span


def find_weapons(context: Context, segment: Segment) -> tuple[tuple[str, Span], ...]:
    """Weapons that the segment names, as written."""
    words = [token.lower for token in context.annotated.tokens[segment.first : segment.last]]
    found: dict[str, Span] = {}
    table, at = tables.weapons(), 0
    while at < len(words):
        hit = table.at(words, at, len(words))
        if hit is None:
            at += 1
            continue
        first, last = segment.first + hit.first, segment.first + hit.last
        span = Span(context.annotated.tokens[first].start, context.annotated.tokens[last - 1].end)
        found.setdefault(" ".join(words[hit.first : hit.last]), span)
        at = hit.last
    return tuple(found.items())


def refine_type(
    context: Context, segment: Segment, trigger: Found[TriggerWord], tolls: tuple[TollFound, ...]
) -> tuple[EventType, bool]:
    """The type of event, and whether it is more than a guess.

    What the trigger says is made finer by weapons and people in its sentence.
    """
    kind: EventType = trigger.payload.type
    words = {token.lower for token in context.annotated.tokens[segment.first : segment.last]}
    if trigger.payload.label in {"attack", "operation"}:
        return _of_plain_attack(trigger.payload, words)
    if (
        kind == "bombing"
        and words & {"suicide"}
        and words & {"bomber", "bombers", "vest", "attack", "attacks", "bombing", "bombings", "blast", "bomb"}
    ):
        return "suicide bombing", True
    if (
        kind == "bombing"
        and trigger.payload.phrase.split()[0] in {"bomb", "bombs", "bombed", "bombing"}
        and words & _AIR_WORDS
    ):
        return "air strike", True
    if kind == "bombing" and words & _GUNS and trigger.payload.phrase.split()[-1] == "off" and not words & _BOMB_WORDS:
        return "armed assault", True  # "the gun went off"
    if kind == "air strike" and words & {"drone", "drones"}:
        return "drone strike", True
    if kind == "armed assault" and _one_official(tolls):
        return "assassination", True
    if trigger.payload.label == "killing":
        return ("assassination", True) if not _many(tolls) else ("armed assault", True)
    return kind, True


def _of_plain_attack(word: TriggerWord, words: set[str]) -> tuple[EventType, bool]:
    """ "attack" says only that there was violence; what else stands in the sentence says of what kind."""
    if words & {"suicide"}:
        return "suicide bombing", True
    if words & {"drone", "drones"}:
        return "drone strike", True
    if words & _AIR_WORDS and words & {"attack", "attacks", "attacked", "strike", "strikes", "struck", "hit"}:
        return "air strike", True
    if words & _SHELL_WORDS and not words & {"rocket-propelled"}:
        return "shelling", True
    if words & _BOMB_WORDS:
        return "bombing", True
    return word.type, False


def _one_official(tolls: tuple[TollFound, ...]) -> bool:
    """Whether exactly one person was harmed, and held an office or bears a name."""
    harmed = [toll for toll in tolls if toll.attribute in {"killed", "wounded"} and toll.group and not toll.group.part]
    return (
        len(harmed) == 1
        and harmed[0].count.high == 1
        and harmed[0].group is not None
        and harmed[0].group.kind in {"official", "named"}
    )


def _many(tolls: tuple[TollFound, ...]) -> bool:
    return sum((toll.count.low or 0) for toll in tolls if toll.attribute == "killed") > MOST_ASSASSINATED
