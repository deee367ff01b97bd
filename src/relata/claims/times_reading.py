"""From a matched shape to what its words say: dates by the calendar, and the list of all readers."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from relata.claims.times_reading_relative import (
    got,
    key,
    read_clock,
    read_deictic,
    read_duration,
    read_edge,
    read_every,
    read_often,
    read_part,
    read_per,
    read_shift,
    read_unit,
    read_vague,
    read_weekday,
    relation_of,
    span_of,
)
from relata.claims.times_words import MONTHS, ORDINALS, SEASONS, Wording
from relata.model import Span

Reader = Callable[[re.Match[str]], Wording | None]

_HOLIDAYS = {
    "christmas eve": (12, 24),
    "christmas": (12, 25),
    "new years eve": (12, 31),
    "new years day": (1, 1),
    "halloween": (10, 31),
}


_MOVABLE = {
    "palm sunday": -7,
    "maundy thursday": -3,
    "good friday": -2,
    "easter saturday": -1,
    "easter": 0,
    "easter sunday": 0,
    "easter monday": 1,
}
"""Days after Easter Sunday."""


def _year(match: re.Match[str]) -> tuple[int | None, bool]:
    """The year that the words give, and whether it is before the common era. Two digits: 70 to 99 are 19xx."""
    if year := got(match, "year"):
        return int(year), False
    if old := got(match, "old"):
        return int(old), key(got(match, "era")).startswith("b")
    short = got(match, "short") or got(match, "bare")
    if short is None:
        return None, False
    return (1900 if int(short) >= 70 else 2000) + int(short), False


def _bc_range(match: re.Match[str]) -> Wording | None:
    """Read "499-493 BC": both years before the common era, the larger first."""
    first, last = int(match["old"]), int(match["old_end"])
    if not key(match["era"]).startswith("b") or last > first:
        return None
    tail = Wording(Span(match.start("old_end"), match.end()), "day", year=last, bc=True)
    return Wording(span_of(match), "day", year=first, bc=True, end=tail, head=Span(*match.span("old")))


def _number(digits: str | None) -> int | None:
    return int(re.sub(r"\D", "", digits)) if digits else None


def _calendar(match: re.Match[str]) -> Wording | None:
    year, bc = _year(match)
    month = MONTHS.get(key(got(match, "month")))
    day, until = _number(got(match, "day")), _number(got(match, "until"))
    whole = Wording(span_of(match), "day", year=year, month=month, day=day, bc=bc, relation=relation_of(match))
    if until is None or day is None:
        return whole
    if until <= day:
        return None
    head, tail = Span(match.start(), match.end("day")), Span(match.start("until"), match.end())
    return replace(whole, head=head, end=replace(whole, span=tail, day=until))


def _iso(match: re.Match[str]) -> Wording | None:
    year, month, day = (int(match[name]) for name in ("year", "mm", "dd"))
    if not (1 <= month <= 12 and 1 <= day <= 31 and year):
        return None
    return Wording(span_of(match), "day", year=year, month=month, day=day, clock=match["clock"])


def _numeric(match: re.Match[str]) -> Wording | None:
    """Dates in figures alone: the order is taken only where the figures leave one reading."""
    first, middle, last = (int(match[name]) for name in ("first", "middle", "last"))
    if len(match["first"]) == 4:
        year, month, day = first, middle, last
    elif len(match["last"]) in {2, 4} and len(match["first"]) <= 2:
        year = last if len(match["last"]) == 4 else last + (1900 if last >= 70 else 2000)
        if match["mark"] == "." and len(match["last"]) == 2:
            return None  # a version or a sum of money as often as a date
        day, month = (first, middle) if middle <= 12 else (middle, first)
        if first <= 12 and middle <= 12 and first != middle and match["mark"] == "/":
            words = f"{first}/{middle} can be day and month or month and day"
            return Wording(span_of(match), "day", year=year, month=first, day=middle, ambiguous=words)
    else:
        return None
    if not (1 <= month <= 12 and 1 <= day <= 31 and year >= 1000):
        return None
    return Wording(span_of(match), "day", year=year, month=month, day=day)


def _century(match: re.Match[str]) -> Wording | None:
    number = _ordinal(match["ordinal"])
    if number is None:
        return None
    return Wording(span_of(match), "century", number=number, bc=key(match["era"]).startswith("b"))


def _ordinal(words: str) -> int | None:
    return ORDINALS.get(key(words)) or (_number(words) if words[:1].isdecimal() else None)


def _portion(match: re.Match[str]) -> Wording | None:
    year, _ = _year(match)
    ordinal, what = key(match["ordinal"]), key(match["portion"])
    if ordinal[0] == "q" and not what:
        what, number = "quarter", int(ordinal[1])
    elif what:
        late = {"last", "final", "latter"}
        number = (2 if what == "half" else 4) if ordinal in late else ORDINALS[ordinal]
    else:
        return None
    if what == "half" and number > 2:
        return None
    return Wording(span_of(match), "portion", year=year, number=number, unit="6M" if what == "half" else "3M")


def _decade(match: re.Match[str]) -> Wording | None:
    year, bc = _year(match)
    if got(match, "short"):
        year = 1900 + int(match["short"])
    return Wording(span_of(match), "decade", year=year, bc=bc)


def _years(match: re.Match[str]) -> Wording | None:
    """Read "1990-91": a year, and the end of the range in two digits."""
    year = int(match["year"])
    end = year - year % 100 + int(match["short"])
    if end <= year:
        return None
    tail = Wording(Span(match.start("short"), match.end("short")), "day", year=end)
    head = Span(match.start(), match.start() + 4)
    return Wording(span_of(match), "day", year=year, end=tail, head=head)


def _season(match: re.Match[str]) -> Wording | None:
    year, bc = _year(match)
    season = SEASONS.get(key(match["season"]))
    return Wording(span_of(match), "season", year=year, season=season, bc=bc, relation=relation_of(match))


def _holiday(match: re.Match[str]) -> Wording | None:
    name = key(match["holiday"]).replace("'", "").replace("’", "")
    name = name.replace("new year ", "new years ").removesuffix(" day" if name.startswith("christmas") else "\0")
    part = "night" if name.endswith("night") else None
    year, _ = _year(match)
    feast = _MOVABLE.get(name.removesuffix(" day"))
    if feast is not None:
        return Wording(span_of(match), "day", year=year, month=4, day=1, feast=feast)
    found = _HOLIDAYS.get(name.removesuffix(" night"))
    if found is None:
        return None
    return Wording(span_of(match), "day", year=year, month=found[0], day=found[1], part=part)


READERS: dict[str, Reader] = {
    "iso": _iso,
    "numeric": _numeric,
    "dmy": _calendar,
    "mdy": _calendar,
    "my": _calendar,
    "month": _calendar,
    "month_related": _calendar,
    "year": _calendar,
    "bc": _calendar,
    "bc_range": _bc_range,
    "years_of": read_duration,
    "day_beside": read_shift,
    "years": _years,
    "century": _century,
    "portion": _portion,
    "decade": _decade,
    "season": _season,
    "season_related": _season,
    "year_season": _season,
    "weekday": read_weekday,
    "weekday_related": read_weekday,
    "every": read_every,
    "often": read_often,
    "per": read_per,
    "shift": read_shift,
    "stretch": read_duration,
    "duration": read_duration,
    "lengths": read_duration,
    "before_yesterday": lambda match: Wording(span_of(match), "deictic", number=-2),
    "after_tomorrow": lambda match: Wording(span_of(match), "deictic", number=2),
    "part_related": read_part,
    "unit_related": read_unit,
    "the_unit": read_unit,
    "weekend": read_unit,
    "deictic": read_deictic,
    "holiday": _holiday,
    "clock": read_clock,
    "military": read_clock,
    "part": read_part,
    "edge": read_edge,
    "vague": read_vague,
}
"""Shape name → its reader. A reader gives None where the match is no time after all."""
