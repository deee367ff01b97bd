"""From a matched shape to what its words say: weekdays, units, amounts, hours, and words that name no day."""

from __future__ import annotations

import re

from relata.claims.times_words import UNITS, WEEKDAYS, Wording, number_of
from relata.model import Span

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
_SET_UNITS = {
    "hour": "XXXX-XX-XXTXX",
    "day": "XXXX-XX-XX",
    "night": "XXXX-XX-XXTNI",
    "week": "XXXX-WXX",
    "month": "XXXX-XX",
}
_RELATIONS = {
    "that same": "same",
    "this same": "same",
    "the same": "same",
    "current": "this",
    "preceding": "previous",
    "subsequent": "following",
}
_RELATIONS |= {
    "upcoming": "coming",
    "previously": "earlier",
    "prior": "earlier",
    "before": "earlier",
    "hence": "from now",
}
_EDGES = {
    "latter": "late",
    "end": "late",
    "close": "late",
    "later": "late",
    "second": "late",
    "middle": "mid",
    "rest": "",
}


def key(words: str | None) -> str:
    """``words`` in lower case, blanks single, without points: as the tables of words have them."""
    return " ".join((words or "").upper().lower().replace("\u0307", "").replace(".", "").split())


def span_of(match: re.Match[str]) -> Span:
    """Where the match stands."""
    return Span(*match.span())


def got(match: re.Match[str], name: str) -> str | None:
    """A group of the match, or None where the shape has no such group."""
    return match.groupdict().get(name)


def relation_of(match: re.Match[str]) -> str:
    """How the words relate to a day ("last", "following", "earlier"), or ""."""
    word = key(got(match, "relation"))
    return _RELATIONS.get(word, word)


def read_weekday(match: re.Match[str]) -> Wording | None:
    """Weekdays; in the plural they repeat."""
    name = key(match["weekday"])
    day = WEEKDAYS.get(name, WEEKDAYS.get(name.removesuffix("s")))
    if day is None:
        return None
    if name.endswith("days"):
        return Wording(span_of(match), "set", value=f"XXXX-WXX-{day + 1}", weekday=day)
    return Wording(span_of(match), "weekday", weekday=day, relation=relation_of(match))


def read_every(match: re.Match[str]) -> Wording | None:
    """Read "every Friday", "each year"."""
    if match["weekday"]:
        day = WEEKDAYS.get(key(match["weekday"]).removesuffix("s"))
        value = "XXXX-XX-XX" if day is None else f"XXXX-WXX-{day + 1}"
    elif match["unit"]:
        number = number_of(match["number"] or "")
        letter = UNITS.get(key(match["unit"]), "D")
        value = f"P{number:g}{letter}" if number and number > 1 else _SET_UNITS.get(key(match["unit"]), "XXXX")
    else:
        value = "XXXX-XX-XXTNI" if match["part"] else "XXXX"
    return Wording(span_of(match), "set", value=value)


def read_per(match: re.Match[str]) -> Wording | None:
    """Read "per month", "twice a week"."""
    return Wording(
        span_of(match),
        "set",
        value=f"P1{UNITS.get(key(match['unit']), 'D')}".replace("P1H", "PT1H").replace("P1N", "P1D"),
    )


def read_shift(match: re.Match[str]) -> Wording | None:
    """Read "two days ago", "a month earlier", "two days after"."""
    number = number_of(got(match, "number") or "one")
    open_to = {"after": "after", "before": "before"}.get(key(match["relation"]), "")
    unit = UNITS.get(key(match["unit"]).replace("ies", "y"))
    if match.string[match.end() : match.end() + 1] in {",", ".", ";", ")", "", "?"}:
        open_to = ""  # "Two years before, …": counted from what was spoken of
        if key(match["relation"]) == "after":
            return Wording(span_of(match), "shift", number=number, unit=unit, relation="later")
    return Wording(span_of(match), "shift", number=number, unit=unit, relation=relation_of(match), open=open_to)


def read_duration(match: re.Match[str]) -> Wording | None:
    """Read "three days", "the past three days", "for weeks"."""
    unit = key(match["unit"]).removesuffix("s")
    unit = "century" if unit.startswith("centur") else unit
    relation = relation_of(match)
    if unit == "second" and match[0][-1:] not in "sS":
        return None
    number = number_of(got(match, "number") or "")
    span = span_of(match)
    if "body" in match.groupdict():
        span = Span(*match.span("body"))
    return Wording(span, "duration", number=number, unit=UNITS.get(unit), relation=relation)


def read_unit(match: re.Match[str]) -> Wording | None:
    """Read "last week", "that year", "the weekend"."""
    name = key(got(match, "unit"))
    if name == "quarter":
        return Wording(span_of(match), "vague", value="XXXX-QX")
    return Wording(span_of(match), "unit", unit=UNITS.get(name or "weekend"), relation=relation_of(match))


def read_deictic(match: re.Match[str]) -> Wording | None:
    """Read "today", "yesterday", "tomorrow", "tonight"."""
    word = key(match["deictic"])
    number = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    return Wording(span_of(match), "deictic", number=number, part="night" if word == "tonight" else None)


def read_clock(match: re.Match[str]) -> Wording | None:
    """Hours in figures."""
    hour = int(got(match, "hour") or got(match, "hour24") or 0)
    minute = int(got(match, "minute") or got(match, "minute24") or 0)
    half = key(got(match, "half"))
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    return Wording(span_of(match), "clock", clock=f"{hour:02d}:{minute:02d}")


def read_part(match: re.Match[str]) -> Wording | None:
    """Parts of the day, alone or as in "this morning" and "last night"."""
    sort = "deictic" if relation_of(match) and relation_of(match) in {"this", "last"} else "part"
    part = key(match["part"])
    if sort == "deictic":
        back = -1 if relation_of(match) == "last" else 0
        return Wording(span_of(match), "deictic", number=back, part=part)
    return Wording(span_of(match), "part", part=part, relation=relation_of(match))


def read_edge(match: re.Match[str]) -> Wording | None:
    """Read "early", "mid", "the end"."""
    word = key(match["edge"])
    edge = _EDGES.get(word.split()[0], "early" if word not in {"mid", "late"} else word)
    return Wording(span_of(match), "edge", edge=edge)


def read_vague(match: re.Match[str]) -> Wording | None:
    """Words that name no day: "now", "recently"."""
    words = key(match[0])
    value = next((value for word, value in _VAGUE.items() if word in words), "XXXX")
    return Wording(span_of(match), "vague", value=value)


def read_often(match: re.Match[str]) -> Wording | None:
    """Read "daily", "weekly", "annually"."""
    return Wording(span_of(match), "set", value=_OFTEN.get(key(match[0]), "XXXX"))
