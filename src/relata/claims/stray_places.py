"""Places that a report names only in appearance: quarters that share the name of a town far away, and persons.

"A home in the Austin neighborhood" of Chicago is not in Texas: a quarter is known by its city, which lies close to it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from relata.model import Place
from relata.places import distance_km

if TYPE_CHECKING:
    from relata.claims.context import Located

QUARTER_KM = 60.0
"""A quarter lies no farther than this from another place that the report names, if it is the place of that name."""
_QUARTER = re.compile(r"\s(?:neighbou?rhood|section of|community area)\b")
_LED = re.compile(r"\b(?:in|at|near|outside|from|around|of|to)\s+(?:the\s+)?$", re.IGNORECASE)
_TOWNS = frozenset({"site", "city"})


def without_strays(text: str, located: Sequence[Located], persons: Sequence[str]) -> tuple[Located, ...]:
    """The places of a report without quarters read as towns far away, and without words of persons' names.

    Args:
        text: the report's text.
        located: its places, in order.
        persons: the names of persons in it.
    """
    strayed = {one.span.cut(text) for one in located if _is_quarter(text, one) and _far(one, located)}
    parts = {word for name in persons if " " in name for word in name.split()}
    return tuple(one for one in located if one.span.cut(text) not in strayed and not _of_person(text, one, parts))


def _is_quarter(text: str, one: Located) -> bool:
    """ "the Austin neighborhood" is one; "a Baghdad neighborhood" is a part of Baghdad."""
    the = text[max(0, one.span.start - 4) : one.span.start].lower() == "the "
    return the and _QUARTER.match(text, one.span.end) is not None


def _far(quarter: Located, located: Sequence[Located]) -> bool:
    """Whether it is a town, and no other town of the report lies close to it."""
    place = quarter.place
    if place.precision not in _TOWNS:
        return False
    return not any(_close(place, one.place) for one in located if one.place.name != place.name)


def _close(place: Place, other: Place) -> bool:
    apart = distance_km(place, other)
    return other.precision in _TOWNS and apart is not None and apart <= QUARTER_KM


def _of_person(text: str, one: Located, parts: set[str]) -> bool:
    """Whether a town has the name of a person of the report, and no word of place stands before it."""
    if one.place.precision not in _TOWNS | {"district"} or one.span.cut(text) not in parts:
        return False
    return _LED.search(text[max(0, one.span.start - 12) : one.span.start]) is None
