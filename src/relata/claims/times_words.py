"""The words of time: months, weekdays, numbers, parts of the day; and what an expression says before it is resolved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from relata.model import Span


def _listed(lines: str) -> tuple[str, ...]:
    return tuple(lines.split())


MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january",
            "feb february",
            "mar march",
            "apr april",
            "may",
            "jun june",
            "jul july",
            "aug august",
            "sep sept september",
            "oct october",
            "nov november",
            "dec december",
        ),
        start=1,
    )
    for name in names.split()
}
"""Month name or abbreviation, lower case and without its point → 1 to 12."""

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "mon monday",
            "tue tues tuesday",
            "wed weds wednesday",
            "thu thur thurs thursday",
            "fri friday",
            "sat saturday",
            "sun sunday",
        )
    )
    for name in names.split()
}
"""Weekday name or abbreviation → 0 (Monday) to 6, as ``date.weekday`` counts."""
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
"""Season → its TIMEX3 code. Northern seasons by the calendar: see ``times_calendar.season``."""

PARTS = {
    "morning": "MO",
    "mornings": "MO",
    "dawn": "MO",
    "daybreak": "MO",
    "sunrise": "MO",
    "pre-dawn": "MO",
    "predawn": "MO",
    "early hours": "MO",
    "small hours": "MO",
    "noon": "MI",
    "midday": "MI",
    "afternoon": "AF",
    "afternoons": "AF",
    "evening": "EV",
    "evenings": "EV",
    "dusk": "EV",
    "sunset": "EV",
    "nightfall": "EV",
    "night": "NI",
    "nights": "NI",
    "night-time": "NI",
    "nighttime": "NI",
    "midnight": "NI",
    "overnight": "NI",
    "daytime": "DT",
    "daylight": "DT",
}
"""Part of the day → its TIMEX3 code. Source: TimeML 1.2.1, TIMEX3 values."""

UNITS = {
    "second": "S",
    "minute": "m",
    "hour": "H",
    "day": "D",
    "night": "N",
    "week": "W",
    "fortnight": "F",
    "month": "M",
    "year": "Y",
    "decade": "E",
    "century": "C",
    "weekend": "K",
}
"""Unit → one letter of our own (m are minutes, N nights, F fortnights, E decades, C centuries, K weekends)."""
UNIT_NAMES = {letter: name for name, letter in UNITS.items()}
UNKNOWN_VALUES = {
    "D": "XXXX-XX-XX",
    "N": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "M": "XXXX-XX",
    "Y": "XXXX",
    "E": "XXX",
    "C": "XX",
    "K": "XXXX-WXX-WE",
}
"""Letter of a unit → the TIMEX3 value of one that nothing settles."""

_SMALL = _listed(
    """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen
    """
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
NUMBERS: dict[str, float] = {
    **{word: number for number, word in enumerate(_SMALL)},
    **{word: (number + 2) * 10 for number, word in enumerate(_TENS)},
    "a": 1,
    "an": 1,
    "couple": 2,
    "dozen": 12,
    "hundred": 100,
    "half": 0.5,
}
UNCOUNTED = frozenset({"few", "several", "some", "many", "recent", "coming"})
"""Words in the place of a number that give none."""

_ORDINALS = _listed(
    """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
    sixteenth seventeenth eighteenth nineteenth twentieth
    """
)
ORDINALS = {**{word: number for number, word in enumerate(_ORDINALS, start=1)}, "twenty-first": 21}

Sort = Literal[
    "day",  # some of year, month, day; a plain year has only year
    "weekday",
    "deictic",  # today, yesterday, tomorrow, tonight
    "unit",  # last week, that year, the following month
    "shift",  # two days ago, a month earlier
    "duration",
    "set",
    "vague",
    "part",  # a part of the day, still to be joined to a day
    "clock",
    "edge",  # early, late, mid: nothing by itself
    "season",
    "decade",
    "century",
    "portion",  # quarter or half of a year
]


@dataclass(frozen=True, slots=True)
class Wording:
    """What the words of one expression say, before report date and narrative settle the rest.

    Attributes:
        span: where the words stand.
        sort: which family they belong to; decides how the other fields are read.
        year: four digits as meant (BC years positive, with ``bc``), or None.
        month: 1 to 12, or None.
        day: day of the month, or None.
        bc: whether the year is before the common era.
        weekday: 0 (Monday) to 6, or None.
        season: TIMEX3 code, or None.
        number: how many units; None where the words do not count ("several").
        unit: letter of :data:`UNITS`, or None.
        relation: "last", "this", "next", "that", "following", "previous", "ago", "earlier", "later", "past", "coming",
            "every", or "" where nothing is said.
        edge: "early", "mid", "late", or "".
        part: word for the part of the day, or None.
        clock: "HH:MM", or None.
        value: the finished value of a set or vague expression.
        end: the other end of a range; this wording is then its beginning.
        head: where the beginning of a range stands, apart from its end.
        ambiguous: a reading that the words leave open, said in a sentence; the date is then not known.
        feast: days after Easter Sunday for a feast that moves with it, or None; month and day then only say about when.
        open: "before" or "after" where a following event is named that we do not resolve ("two days after the raid").
    """

    span: Span
    sort: Sort
    year: int | None = None
    month: int | None = None
    day: int | None = None
    bc: bool = False
    weekday: int | None = None
    season: str | None = None
    number: float | None = None
    unit: str | None = None
    relation: str = ""
    edge: str = ""
    part: str | None = None
    clock: str | None = None
    value: str = ""
    end: Wording | None = None
    head: Span | None = None
    ambiguous: str = ""
    open: str = ""
    feast: int | None = None


def number_of(words: str) -> float | None:
    """The number that ``words`` write ("3", "thirty-one", "a couple of", "two and a half"), or None if they give none.

    Numbers of at most four words are read: more does not occur before a unit of time.
    """
    total: float = 0
    seen = False
    for word in words.lower().replace("-", " ").split()[:6]:
        if word in UNCOUNTED:
            return None
        plain = word.replace(",", "")
        if plain.replace(".", "", 1).isdecimal() and plain[0] != ".":
            total, seen = total + float(plain[:9]), True
        elif word in {"hundred", "dozen"}:
            total, seen = max(total, 1) * NUMBERS[word], True
        elif word in NUMBERS and not (word in {"a", "an"} and seen):
            total, seen = total + NUMBERS[word], True
    return total if seen else None
