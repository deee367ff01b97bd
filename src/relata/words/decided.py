"""Decisions in words: what was decided, and when."""

from __future__ import annotations

from relata.model import DateInterval, Decision, DecisionValue, Doer, Place, Ruling, Toll
from relata.words import values as words
from relata.words.text import one_line

VERDICTS = {
    "same": "one incident",
    "different": "not one incident",
    "reject": "wrong claim",
    "confirm": "vouched for",
}
"""What each kind of decision says."""


def value_in_words(value: DecisionValue) -> str:
    """A value that an analyst set, or one that was replaced, as it is listed."""
    if value is None:
        return "unknown"
    if isinstance(value, Toll):
        return words.toll_in_short(value)
    if isinstance(value, DateInterval):
        return words.long_date(value)
    if isinstance(value, Place):
        return words.long_place(value)
    if isinstance(value, str):
        return one_line(value)
    named = [f"{one.name} ({one.status})" if isinstance(one, Doer) else one for one in value]
    return one_line("; ".join(named)) or "nobody"


def verdict(one: Decision | Ruling) -> str:
    """What was decided, in a few words."""
    if one.kind == "correct":
        return f"{one.attribute} is {value_in_words(one.value)}"
    return VERDICTS[one.kind]


def day_of(moment: str) -> str:
    """The day and minute of a moment, in UTC."""
    return moment[:16].replace("T", " ")
