"""Which of the places in a stretch of text are the scene of what it tells, by the words around each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from relata.model import PlaceNaming, Span
from relata.places import country_of_demonym
from relata.places.containment import lies_by
from relata.tables.claim_words import words

if TYPE_CHECKING:
    from relata.claims.context import Located

SCENE, NAMED, DISTANT, NONE = 3, 2, 1, 0
"""How surely a place is the scene: said to be, named without a word of place, only come from or gone to, or not."""
_DESCRIBING = words("place_descriptions") | {
    "same", "main", "a", "an", "largest", "biggest", "second", "border", "camp", "tribal", "rebel-held", "war-torn",
    "suburban", "rural", "urban", "seaport", "besieged", "flashpoint", "troubled", "neighbourhood", "commune",
}  # fmt: skip
_AT = frozenset({"in", "at", "near", "outside", "inside", "around", "across", "within", "along", "off", "on", "between",
                 "throughout", "into", "through", "over", "beside", "onto", "hit", "rocked", "struck", "shook",
                 "hits", "strikes", "rocks", "shakes", "attacked", "attacking", "targeted", "targeting", "shelled",
                 "shelling", "bombed", "bombing", "raided", "raiding", "stormed", "storming", "overran",
                 "besieged"})  # fmt: skip
_CLOSE = {"close", "entrance", "next", "adjacent", "near"}
"""Before "to" and a place: near it."""
_DISTANT = frozenset({"from", "to", "toward", "towards", "of", "for", "against", "by", "with", "via"})
_PARTS_OF = frozenset({"outskirts", "centre", "center", "heart", "middle", "edge", "suburb", "suburbs", "part", "parts",
                       "area", "areas", "vicinity", "streets", "side", "capital", "city", "town", "village", "district",
                       "province", "region", "state", "county", "municipality", "department", "neighbourhood",
                       "neighborhood", "port", "north", "south", "east", "west", "northeast", "northwest", "southeast",
                       "southwest", "north-east", "north-west", "south-east", "south-west", "outside", "community",
                       "commune", "governorate", "canton", "sub-district", "subdistrict", "township", "island",
                       "corner", "quarter", "settlement", "prefecture", "locality", "hamlet", "villages", "towns",
                       "cities", "districts", "provinces", "regions", "states", "station", "headquarters", "airport",
                       "market", "barracks", "base", "hospital", "prison", "mosque", "church"})  # fmt: skip
"""Before "of" and a place: the place is where, whatever word leads to them ("on the outskirts of Mosul")."""
_STAYING = frozenset({"based", "headquartered", "born", "raised", "living", "lives", "lived", "active", "operating",
                      "operates", "operate", "rooted", "educated", "exiled", "resident", "residing"})  # fmt: skip
"""Before "in" and a place: somebody is at home there, nothing happened."""
_TOPICS = frozenset({"hub", "hubs", "haven", "havens", "sanctuary", "sanctuaries", "roots", "ties", "links", "presence",
                     "talks", "election", "elections", "interests", "policy", "role", "influence", "network",
                     "networks", "government", "mission", "factions", "branch"})  # fmt: skip
"""Before "in" and a place: what lies there is spoken of, not what happened."""
_MOVED = frozenset({"flew", "flown", "taken", "transferred", "evacuated", "airlifted", "rushed", "moved", "brought",
                    "transported", "returned", "deported", "extradited", "sent", "travelled", "traveled",
                    "fled", "escaped"})  # fmt: skip
"""Before "to" and a place: somebody was carried or went there afterwards."""
_AIMED = {"toward", "towards"}
_FIRED = frozenset({"fired", "launched", "lobbed", "rockets", "rocket", "missiles", "missile", "shells", "mortars",
                    "projectiles"})  # fmt: skip
"""Before "towards" and a place: that is where it struck."""
_MADE = re.compile(
    r"-(?:based|born|backed|led|linked|trained|style|bound|aligned|allied|affiliated|funded|made|sponsored)\b"
)
_SIDE = re.compile(
    r"['’]s\s(?:[\w-]+\s)?(?:[Ss]ide|[Nn]eighbou?rhoods?|[Dd]owntown|[Ss]uburbs?|[Oo]utskirts|[Cc]ent(?:er|re))\b"
)
"""After a town of which a part is the scene: "on Detroit's west side"."""
_STREET = re.compile(
    r"(?:\s[A-Z][\w'’.-]+){0,2}\s(?:Street|Avenue|Road|Boulevard|Drive|Lane|Court|Terrace|Parkway|St|Ave|Rd|Blvd|Dr|Ln)\b"
)
"""After the first word of the name of a street."""
_BLOCK = re.compile(r"\bblock of (?:(?:[NSEW]\.?|[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est) )?$")
"""Before the name of a street, though it says so nowhere else: "the 1200 block of Patton"."""
_CLINIC = re.compile(r"(?:['’]s)?(?:\s[A-Z][\w'’.-]+){0,3}\s(?:[Hh]ospital|Medical|Trauma|Infirmary|Clinic)\b")
_CARING = re.compile(r"\b(?:hospitals?|clinic|infirmary|(?:medical|trauma) cent(?:er|re)|care unit)$", re.IGNORECASE)
"""The name of a place where the hurt are cared for."""
_TENDED = re.compile(
    r"\b(?:airlifted|arrived|brought|died|driven|flown|hospitali[sz]ed|listed|pronounced|rushed|taken|transferred|"
    r"transported|treated|went|walked)\b[^.;]{0,90}$"
)
"""Before a hospital where the hurt were cared for: it is not where it happened."""
_TENDING = 110
_BODY = re.compile(
    r"(?:['’]s)?\s(?:[Ss]tate\s|[Pp]rovincial\s|[Rr]egional\s|[Cc]ity\s|[Ff]ederal\s)?(?:[Gg]overnment|[Gg]overnor|"
    r"[Aa]uthorities|[Oo]fficials?|[Pp]resident|[Mm]inister|[Mm]inistry|[Pp]arliament|[Ss]pokesm[ae]n|"
    r"[Pp]olice chief)\b"
)
"""After a place: its rulers speak or act, whether or not it is the scene."""
_CHAIN = re.compile(r"(?:['’]s?)?[\s,]{0,6}(?:and|or|in|of)?\s{0,4}")
"""Between two places of which the second shares the part of the first ("Somalia's Gedo", "in Kabul and Herat")."""
_REACH = 90
"""Characters before a place that are looked at."""


def scene(text: str, places: Sequence[Located], triggers: Sequence[int]) -> tuple[Located, ...]:
    """The places that are the scene, out of those that one stretch of text names.

    Those said to be the scene by "in", "at", "near" and the like, or by their own name beside the word for what
    happened ("the Nairobi blast"), come first; without any, those named at all; without any, what people came from.
    A country without a word of place is a doer or a topic, and beside a finer place of another country it adds nothing.

    Args:
        text: the report's text.
        places: the places of the stretch, in order.
        triggers: where the nouns that name violence start in the text.
    """
    levels = _levels(text, places, triggers)
    best = max(levels, default=NONE)
    if best == NONE:
        return ()
    chosen = [place for place, level in zip(places, levels, strict=True) if level == best]
    chosen = [located for located in chosen if located.place.country] or chosen
    if best < SCENE:
        chosen = [located for located in chosen if located.place.precision != "country"]
    fine = {located.place.country for located in chosen if located.place.precision != "country"}
    kept = [one for one in chosen if one.place.precision != "country" or one.place.country in fine or not fine]
    kept = [
        one
        for number, one in enumerate(kept)
        if not number
        or kept[number - 1].place.lat is None
        or one.place.precision != kept[number - 1].place.precision
        or not lies_by(text, kept[number - 1].span.end, one.span.start)
    ]
    return tuple(_with_naming(text, one) for one in kept)


_DESCRIBED = r"\s(?:(?!(?:in|at|on|from|to|and|with|near)\b)[^\s.,;:()]+\s){0,4}?$"
_NEAR = re.compile(
    r"\b(?:near|outside|around|beside|off|(?:close|adjacent|next) to|not far from|"
    r"(?:outskirts|suburbs?|vicinity|edge) of|(?:km|kms|kilomet(?:er|re)s?|miles?)(?:\s[^\s.,;:()]+){0,3}\s(?:of|from))"
    + _DESCRIBED,
    re.IGNORECASE,
)
"""Words before a place when something happened in its neighbourhood."""
_ROAD = re.compile(
    r"\b(?:road|highway|route|railway|line)\s(?:from|between|to|linking|connecting)\s(?:\S+\s(?:to|and)\s)?$",
    re.IGNORECASE,
)
"""Words before the ends of a road on which something happened."""
_LINE = re.compile(
    r"\b(?:between|(?:road|highway|route|railway|border|frontier)\s(?:from|between|to|with|linking|connecting))"
    + _DESCRIBED,
    re.IGNORECASE,
)
"""Words before a place when something happened on the way there, or on the line between it and another."""


def _with_naming(text: str, located: Located) -> Located:
    """The place with how the words put the event there."""
    before = text[max(0, located.span.start - _REACH) : located.span.start]
    naming: PlaceNaming | None = "between" if _LINE.search(before) else "near" if _NEAR.search(before) else None
    return replace(located, place=replace(located.place, naming=naming)) if naming else located


def _levels(text: str, places: Sequence[Located], triggers: Sequence[int]) -> list[int]:
    levels: list[int] = []
    for number, located in enumerate(places):
        level = _level(text, located, triggers)
        if number and level < SCENE and not _MADE.match(text, located.span.end):
            level = max(level, levels[-1]) if _chained(text, places[number - 1], located) else level
        levels.append(level)
    return levels


def _level(text: str, located: Located, triggers: Sequence[int]) -> int:
    """How surely the words around one place make it the scene."""
    start, end = located.span.start, located.span.end
    if _MADE.match(text, end) or _STREET.match(text, end) or _BLOCK.search(text[max(0, start - _REACH) : start]):
        return NONE
    if _CLINIC.match(text, end) and _is_tended(text, start):
        return NONE
    if _SIDE.match(text, end):
        return SCENE
    if any(0 < trigger - end <= _BESIDE and not _PARTED.search(text[end:trigger]) for trigger in triggers):
        return SCENE
    before = [word.lower().strip("(\"'“‘") for word in text[max(0, start - _REACH) : start].split()]
    lead = _lead(before)
    if _ROAD.search(text[max(0, start - _REACH) : start]):
        return SCENE
    if lead in _AT:
        word = before[-1].strip(".,'\"’”)") if before else ""
        return NONE if word in _STAYING else DISTANT if word in _TOPICS else SCENE
    if lead in _DISTANT:
        if lead in {"to", *_AIMED} and any(word in _MOVED for word in before[-8:]):
            return NONE
        return SCENE if lead in _AIMED and any(word in _FIRED for word in before[-8:]) else DISTANT
    return DISTANT if _BODY.match(text, end) else NAMED


def is_tending(text: str, place: Span) -> bool:
    """Whether a place is a hospital where the hurt were cared for."""
    return _CARING.search(place.cut(text)) is not None and _is_tended(text, place.start)


def _is_tended(text: str, start: int) -> bool:
    return _TENDED.search(text[max(0, start - _TENDING) : start]) is not None


_BESIDE = 24
"""Characters between a place's name and the word for what happened there ("the Mumbai train bombings")."""
_PARTED = re.compile(
    r"[,.;:()\"“”\n]|\s\S+\s\S+\s|"
    r"\b(?:and|was|were|in|on|the|a|an|that|which|has|had|to|by|have|is|are)\b"
)
"""Between the two: more than one name phrase."""


def _lead(before: list[str]) -> str:
    """The word that leads to a place, past words that only describe it; what remains before it stays in ``before``."""
    while before:
        word = before.pop()
        if word in _DESCRIBING or country_of_demonym(word):
            continue
        if word == "to" and before and before[-1] in _CLOSE:
            return "near"
        if word == "of" and before and before[-1] in _PARTS_OF:
            before.pop()
            while len(before) > 1 and before[-1] not in _AT | _DISTANT and before[-2] in _AT | {"the", "a", "an"}:
                before.pop()  # "in the mountainous regions of": a word that only describes the part
            if before and before[-1] in {"km", "kilometers", "kilometres", "miles", "kms", "metres", "meters"}:
                return "near"
            continue
        return word
    return ""


def _chained(text: str, one: Located, other: Located) -> bool:
    """Whether the words between two places give them one part in the sentence."""
    between = text[one.span.end : other.span.start]
    if len(between) > _BESIDE * 2:
        return False
    kept = "".join(word for word in re.split(r"(\s)", between) if word.lower() not in _DESCRIBING)
    return _CHAIN.fullmatch(kept) is not None
