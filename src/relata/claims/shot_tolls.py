"""People told to be shot: who of them lived, as the rest of the report tells.

"Four people were shot" says nothing of who died. Where the report counts the dead of the same event, those are taken
off, unless the words set the shot apart from the dead ("four others were shot"). So is one who is named among the dead.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from relata.claims.candidates import Happening
from relata.claims.context import Context
from relata.claims.harm_words import TollFound
from relata.model import Count
from relata.tables.claim_words import words

_ACCIDENTS = words("accidents_with_weapons")
_CHILDREN = words("children")
_CHILD_AGE = re.compile(r"\d-(?:year|month)-old|1[0-2]-year-old")
_SET_APART = {"another", "other", "others", "second", "third", "fourth", "more", "additional", "further"}


def survivors(shot: TollFound, happening: Happening) -> TollFound | None:
    """The toll of those shot who were wounded; None where the report tells of all of them as dead.

    Args:
        shot: people wounded, or "shot" and "stabbed" and taken as wounded so far.
        happening: all that the report tells of the event.
    """
    number = shot.count.low
    if number is None or shot.count.high != number or (shot.group and _apart(shot)):
        return shot
    tolls = [toll for candidate in happening.candidates for toll in candidate.tolls]
    dead = [toll for toll in tolls if toll.attribute == "killed" and (toll.count.low or 0) > 0 and not _by_self(toll)]
    if not dead or any(toll.count.high != toll.count.low for toll in dead):
        return shot
    if number == 1 and _named_among(shot, dead):
        return None
    if not shot.shot:
        return shot
    if number == 1:
        return None if all(toll.count.low == 1 for toll in dead) else shot
    most = max(toll.count.low or 0 for toll in dead)
    hurt = max((toll.count.low or 0 for toll in _wounded(tolls)), default=0)
    if number in {most, most + hurt}:
        return None
    if hurt or number < most:
        return shot
    left = number - most
    return replace(shot, count=Count(left, left, shot.count.words, shot.count.approx))


def _apart(shot: TollFound) -> bool:
    said = f"{shot.count.words} {shot.group.of or ''}" if shot.group else shot.count.words
    return bool(_SET_APART & set(said.lower().split()))


def _by_self(toll: TollFound) -> bool:
    return toll.group is not None and toll.group.oneself


def _wounded(tolls: Iterable[TollFound]) -> list[TollFound]:
    return [toll for toll in tolls if toll.attribute == "wounded" and not toll.shot]


def _named_among(shot: TollFound, dead: Iterable[TollFound]) -> bool:
    """Whether the person shot is named among the dead, by the last name at least."""
    if shot.group is None or shot.group.kind != "named":
        return False
    name = shot.count.words.split()[-1].casefold()
    return any(
        toll.group is not None and toll.group.kind == "named" and name == toll.count.words.split()[-1].casefold()
        for toll in dead
    )


def by_mishap(context: Context, toll: TollFound, happening: Happening) -> bool:
    """Whether who harmed himself is a victim of an accident and no attacker: a child with a gun, "accidentally"."""
    if not _by_self(toll):
        return False
    tokens = context.annotated.tokens
    told = {
        token.lower
        for candidate in happening.candidates
        for token in tokens[candidate.segment.first : candidate.segment.last]
    }
    if told & _ACCIDENTS:
        return True
    who = (toll.group.of or "").lower().split() if toll.group else []
    return toll.attribute == "wounded" and any(word in _CHILDREN or _CHILD_AGE.match(word) for word in who)
