"""From a matched shape to what its words say: one small reader for each shape."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from relata.claims.times_words import MONTHS, ORDINALS, SEASONS, UNITS, WEEKDAYS, Wording, number_of
from relata.model import Span

Reader = Callable[[re.Match[str]], Wording | None]

_VAGUE = {
    "now": "PRESENT_REF",
    "current": "PRESENT_REF",
    "present": "PRESENT_REF",
    "these": "PRESENT_REF",
    "this time": "PRESENT_REF",
    "recent": "PAST_REF",
    "former": "PAST_REF",
    "past": "PAST_REF",
    "earlier": "PAST_REF",
    "ago": "PAST_REF",
    "before": "PAST_REF",
    "future": "FUTURE_REF",
    "later": "FUTURE_REF",
    "afterward": "FUTURE_REF",
    "thereafter": "FUTURE_REF",
}
_OFTEN = {
    "daily": "XXXX-XX-XX",
    "everyday": "XXXX-XX-XX",
    "nightly": "XXXX-XX-XXTNI",
    "hourly": "XXXX-XX-XXTXX",
    "weekly": "XXXX-WXX",
    "fortnightly": "P2W",
    "monthly": "XXXX-XX",
}
_SET_UNITS = {"hour": "XXXX-XX-XXTXX", "day": "XXXX-XX-XX", "night": "XXXX-XX-XXTNI", "week": "XXXX-WXX", "month": "XXXX-XX"}
_RELATIONS = {"that same": "same", "this same": "same", "the same": "same", "current": "this", "preceding": "previous", "subsequent": "following"}
_RELATIONS |= {"upcoming": "coming", "previously": "earlier", "prior": "earlier", "before": "earlier", "hence": "from now"}
_EDGES = {"latter": "late", "end": "late", "close": "late", "later": "late", "second": "late", "middle": "mid", "rest": ""}
_HOLIDAYS = {"christmas eve": (12, 24), "christmas": (12, 25), "new years eve": (12, 31), "new years day": (1, 1), "halloween": (10, 31)}


def key(words: str | None) -> str:
    """``words`` in lower case, blanks single, without points: as the tables of words have them."""
    return " ".join((words or "").upper().lower().replace("\u0307", "").replace(".", "").split())


def _span(match: re.Match[str]) -> Span:
    return Span(*match.span())


def _got(match: re.Match[str], name: str) -> str | None:
    return match.groupdict().get(name)


def _year(match: re.Match[str]) -> tuple[int | None, bool]:
    """The year that the words give, and whether it is before the common era. Two digits: 70 to 99 are 19xx."""
    if year := _got(match, "year"):
        return int(year), False
    if old := _got(match, "old"):
        return int(old), key(_got(match, "era")).startswith("b")
    short = _got(match, "short") or _got(match, "bare")
    if short is None:
        return None, False
    return (1900 if int(short) >= 70 else 2000) + int(short), False


def _bc_range(match: re.Match[str]) -> Wording | None:
    """ "499-493 BC": both years before the common era, the larger first."""
    first, last = int(match["old"]), int(match["old_end"])
    if not key(match["era"]).startswith("b") or last > first:
        return None
    tail = Wording(Span(match.start("old_end"), match.end()), "day", year=last, bc=True)
    return Wording(_span(match), "day", year=first, bc=True, end=tail, head=Span(*match.span("old")))


def _number(digits: str | None) -> int | None:
    return int(re.sub(r"\D", "", digits)) if digits else None


def _calendar(match: re.Match[str]) -> Wording | None:
    year, bc = _year(match)
    month = MONTHS.get(key(_got(match, "month")))
    day, until = _number(_got(match, "day")), _number(_got(match, "until"))
    whole = Wording(_span(match), "day", year=year, month=month, day=day, bc=bc, relation=_relation(match))
    if until is None or day is None:
        return whole
    if until <= day:
        return None
    head, tail = Span(match.start(), match.end("day")), Span(match.start("until"), match.end())
    return replace(whole, head=head, end=replace(whole, span=tail, day=until))


def _relation(match: re.Match[str]) -> str:
    word = key(_got(match, "relation"))
    return _RELATIONS.get(word, word)


def _iso(match: re.Match[str]) -> Wording | None:
    year, month, day = (int(match[name]) for name in ("year", "mm", "dd"))
    if not (1 <= month <= 12 and 1 <= day <= 31 and year):
        return None
    return Wording(_span(match), "day", year=year, month=month, day=day, clock=match["clock"])


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
            return Wording(_span(match), "day", year=year, month=first, day=middle, ambiguous=words)
    else:
        return None
    if not (1 <= month <= 12 and 1 <= day <= 31 and year >= 1000):
        return None
    return Wording(_span(match), "day", year=year, month=month, day=day)


def _century(match: re.Match[str]) -> Wording | None:
    number = _ordinal(match["ordinal"])
    if number is None:
        return None
    return Wording(_span(match), "century", number=number, bc=key(match["era"]).startswith("b"))


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
    return Wording(_span(match), "portion", year=year, number=number, unit="6M" if what == "half" else "3M")


def _decade(match: re.Match[str]) -> Wording | None:
    year, bc = _year(match)
    if _got(match, "short"):
        year = 1900 + int(match["short"])
    return Wording(_span(match), "decade", year=year, bc=bc)


def _years(match: re.Match[str]) -> Wording | None:
    """ "1990-91": a year, and the end of the range in two digits."""
    year = int(match["year"])
    end = year - year % 100 + int(match["short"])
    if end <= year:
        return None
    tail = Wording(Span(match.start("short"), match.end("short")), "day", year=end)
    head = Span(match.start(), match.start() + 4)
    return Wording(_span(match), "day", year=year, end=tail, head=head)


def _season(match: re.Match[str]) -> Wording | None:
    year, bc = _year(match)
    season = SEASONS.get(key(match["season"]))
    return Wording(_span(match), "season", year=year, season=season, bc=bc, relation=_relation(match))


def _weekday(match: re.Match[str]) -> Wording | None:
    name = key(match["weekday"])
    day = WEEKDAYS.get(name, WEEKDAYS.get(name.removesuffix("s")))
    if day is None:
        return None
    if name.endswith("days"):
        return Wording(_span(match), "set", value=f"XXXX-WXX-{day + 1}", weekday=day)
    return Wording(_span(match), "weekday", weekday=day, relation=_relation(match))


def _every(match: re.Match[str]) -> Wording | None:
    if match["weekday"]:
        day = WEEKDAYS.get(key(match["weekday"]).removesuffix("s"))
        value = "XXXX-XX-XX" if day is None else f"XXXX-WXX-{day + 1}"
    elif match["unit"]:
        number = number_of(match["number"] or "")
        letter = UNITS.get(key(match["unit"]), "D")
        value = f"P{number:g}{letter}" if number and number > 1 else _SET_UNITS.get(key(match["unit"]), "XXXX")
    else:
        value = "XXXX-XX-XXTNI" if match["part"] else "XXXX"
    return Wording(_span(match), "set", value=value)


def _per(match: re.Match[str]) -> Wording | None:
    return Wording(_span(match), "set", value=f"P1{UNITS.get(key(match['unit']), 'D')}".replace("P1H", "PT1H").replace("P1N", "P1D"))


def _shift(match: re.Match[str]) -> Wording | None:
    number = number_of(_got(match, "number") or "one")
    open_to = {"after": "after", "before": "before"}.get(key(match["relation"]), "")
    unit = UNITS.get(key(match["unit"]).replace("ies", "y"))
    if match.string[match.end() : match.end() + 1] in {",", ".", ";", ")", "", "?"}:
        open_to = ""  # "Two years before, …": counted from what was spoken of
        if key(match["relation"]) == "after":
            return Wording(_span(match), "shift", number=number, unit=unit, relation="later")
    return Wording(_span(match), "shift", number=number, unit=unit, relation=_relation(match), open=open_to)


def _duration(match: re.Match[str]) -> Wording | None:
    unit = key(match["unit"]).removesuffix("s")
    unit = "century" if unit.startswith("centur") else unit
    relation = _relation(match)
    if unit == "second" and match[0][-1:] not in "sS":
        return None
    number = number_of(_got(match, "number") or "")
    span = _span(match)
    if "body" in match.groupdict():
        span = Span(*match.span("body"))
    return Wording(span, "duration", number=number, unit=UNITS.get(unit), relation=relation)


def _unit(match: re.Match[str]) -> Wording | None:
    name = key(_got(match, "unit"))
    if name == "quarter":
        return Wording(_span(match), "vague", value="XXXX-QX")
    return Wording(_span(match), "unit", unit=UNITS.get(name or "weekend"), relation=_relation(match))


def _deictic(match: re.Match[str]) -> Wording | None:
    word = key(match["deictic"])
    number = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    return Wording(_span(match), "deictic", number=number, part="night" if word == "tonight" else None)


def _clock(match: re.Match[str]) -> Wording | None:
    hour = int(_got(match, "hour") or _got(match, "hour24") or 0)
    minute = int(_got(match, "minute") or _got(match, "minute24") or 0)
    half = key(_got(match, "half"))
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    return Wording(_span(match), "clock", clock=f"{hour:02d}:{minute:02d}")


def _part(match: re.Match[str]) -> Wording | None:
    sort = "deictic" if _relation(match) and _relation(match) in {"this", "last"} else "part"
    part = key(match["part"])
    if sort == "deictic":
        back = -1 if _relation(match) == "last" else 0
        return Wording(_span(match), "deictic", number=back, part=part)
    return Wording(_span(match), "part", part=part, relation=_relation(match))


def _edge(match: re.Match[str]) -> Wording | None:
    word = key(match["edge"])
    edge = _EDGES.get(word.split()[0], "early" if word not in {"mid", "late"} else word)
    return Wording(_span(match), "edge", edge=edge)


def _holiday(match: re.Match[str]) -> Wording | None:
    name = key(match["holiday"]).replace("'", "").replace("’", "")
    name = name.replace("new year ", "new years ").removesuffix(" day" if name.startswith("christmas") else "\0")
    part = "night" if name.endswith("night") else None
    found = _HOLIDAYS.get(name.removesuffix(" night"))
    if found is None:
        return None
    year, _ = _year(match)
    return Wording(_span(match), "day", year=year, month=found[0], day=found[1], part=part)


def _vague(match: re.Match[str]) -> Wording | None:
    words = key(match[0])
    value = next((value for word, value in _VAGUE.items() if word in words), "XXXX")
    return Wording(_span(match), "vague", value=value)


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
    "years_of": _duration,
    "day_beside": _shift,
    "years": _years,
    "century": _century,
    "portion": _portion,
    "decade": _decade,
    "season": _season,
    "season_related": _season,
    "year_season": _season,
    "weekday": _weekday,
    "weekday_related": _weekday,
    "every": _every,
    "often": lambda match: Wording(_span(match), "set", value=_OFTEN.get(key(match[0]), "XXXX")),
    "per": _per,
    "shift": _shift,
    "stretch": _duration,
    "duration": _duration,
    "lengths": _duration,
    "before_yesterday": lambda match: Wording(_span(match), "deictic", number=-2),
    "after_tomorrow": lambda match: Wording(_span(match), "deictic", number=2),
    "part_related": _part,
    "unit_related": _unit,
    "the_unit": _unit,
    "weekend": _unit,
    "deictic": _deictic,
    "holiday": _holiday,
    "clock": _clock,
    "military": _clock,
    "part": _part,
    "edge": _edge,
    "vague": _vague,
}
"""Shape name → its reader. A reader gives None where the match is no time after all."""
