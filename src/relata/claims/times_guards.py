"""False friends: "may" the verb, the Sun newspaper, ages, "killed 2016 people", and their like."""

from __future__ import annotations

import re
from dataclasses import replace

from relata.claims.times_beside import (
    ABBREVIATED,
    BEFORE_MONTHS,
    BEFORE_PARTS,
    BEFORE_SEASONS,
    CLOCK_AFTER,
    CLOCK_BEFORE,
    COUNTED,
    COUNTING,
    DAYS_OF_NAME,
    FEASTS,
    MODAL_AFTER,
    NAMED_FOR_DAYS,
    PAPERS,
)
from relata.claims.times_words import Wording
from relata.model import Span

_WORD_BEFORE = re.compile(r"([\w'’]+)[\s\"“”‘(\[]{0,12}$")
_WORD_AFTER = re.compile(r"[\s\"“”’)\]]{0,12}(-?[\w'’-]{1,30})")
_INSIDE = re.compile(r"(?:[.,:/+=]|(?<!mid)(?<=[^\W\d_])[-–])$", re.IGNORECASE)
"""What joins figures to something before them: "1,850", "F-2016", "12:1990". "1990-1995" and "mid-1990" are years."""
_ADDRESS = re.compile(
    r"(?:-| )block\b|(?: (?:[NSEW]\.?|North|South|East|West|[A-Z][\w'’.-]{1,20})){1,4} "
    r"(?:St|Ave|Rd|Dr|Blvd|Ln|Ct|Pl|Street|Avenue|Road|Drive|Boulevard|Lane|Court|Place|Terrace|Highway|Parkway)\b"
)
"""What makes a number before it that of a house: "the 1500 block", "2013 Carrie St."."""
_NEXT_WORD = re.compile(r"\s{1,12}([\w'’]{1,30})")


def before(text: str, at: int) -> str:
    """The word that stands before an offset in the same clause, lower case, or ""."""
    found = _WORD_BEFORE.search(text[max(0, at - 40) : at])
    return found[1].lower() if found else ""


def after(text: str, at: int) -> str:
    """The word that follows an offset in the same clause as it is written, or ""."""
    found = _WORD_AFTER.match(text, at, at + 48)
    return found[1] if found else ""


def next_word(text: str, at: int) -> str:
    """The word that follows with nothing but blanks between, lower case, or ""."""
    found = _NEXT_WORD.match(text, at, at + 48)
    return found[1].lower() if found else ""


def checked(text: str, shape: str, wording: Wording) -> Wording | None:
    """``wording`` where it is a time in its place (sometimes read otherwise: "AT 1930" is a clock), else None."""
    check = _CHECKS.get(shape)
    return check(text, shape, wording) if check else wording


def _month(text: str, shape: str, wording: Wording) -> Wording | None:
    words = wording.span.cut(text)
    name = (
        re.sub(r"[\W\d_]+", " ", words).split()[0] if shape in {"mdy", "month", "my"} else words.split()[-1].strip(".")
    )
    low = name.lower()
    following = after(text, wording.span.end).lower()
    if shape in {"dmy", "mdy", "my"}:
        lower_verb = re.search(r"\b(?:may|march|mar)\b", words) is not None
        if lower_verb or (low == "may" and shape == "dmy" and following in MODAL_AFTER):
            return None
        if not wording.year and next_word(text, wording.span.end) in NAMED_FOR_DAYS:
            return None  # a street, a brigade, a movement called by its day
        return _counted_year(text, wording)
    if name.islower() and low in {"may", "march", "august"}:
        return None
    preceding = before(text, wording.span.start)
    if shape == "month_related":
        return None if low in {"may", "march"} and name.islower() else wording
    if low in ABBREVIATED and not (words.endswith(".") and preceding in BEFORE_MONTHS):
        return None
    if preceding in BEFORE_MONTHS and not (low == "may" and following in MODAL_AFTER):
        verb = name.isupper() and low in {"may", "march"} and preceding in {"and", "or", "to"}
        return None if verb else wording
    if low in {"may", "march"}:
        return None
    return None if following[:1] and after(text, wording.span.end)[:1].isupper() and not name.isupper() else wording


def _counted_year(text: str, wording: Wording) -> Wording | None:
    """In "March 4 2000 people" the figures after the day are a count."""
    if wording.year and wording.day and next_word(text, wording.span.end) in COUNTED:
        tail = re.search(r"[\s,]+\d{4}$", wording.span.cut(text))
        if tail and "," not in tail[0]:
            return replace(wording, year=None, span=Span(wording.span.start, wording.span.start + tail.start()))
    return wording


def _year(text: str, _shape: str, wording: Wording) -> Wording | None:
    start, end = wording.span.start, wording.span.end
    digits = wording.span.cut(text)
    preceding, following = before(text, start), next_word(text, end)
    is_hour = int(digits[:2]) < 24 and int(digits[2:4]) < 60
    upper = text[max(0, start - 4) : start].strip().isupper()
    by_hour = following in {"gmt", "hours", "utc", "hrs"} or (preceding in {"at", "approximately", "between"} and upper)
    if is_hour and by_hour:
        return Wording(wording.span, "clock", clock=f"{digits[:2]}:{digits[2:4]}")
    rough = preceding in {"about", "around", "approximately", "some"}
    if _ADDRESS.match(text, end):
        return None
    if following in COUNTED or (preceding in COUNTING and not rough) or (rough and following.endswith("s")):
        return None
    if text[end : end + 1] in {"%", "°"} or _INSIDE.search(text, max(0, start - 4), start):
        return None
    century_like = 1400 <= int(digits[:4]) <= 2099
    return wording if century_like or preceding in {"in", "since", "year", "until", "by", "of"} else None


def _weekday(text: str, _shape: str, wording: Wording) -> Wording | None:
    words = wording.span.cut(text)
    name = words.split()[-1].strip(".")
    following = after(text, wording.span.end)
    if before(text, wording.span.start) in DAYS_OF_NAME:
        return None
    if len(name) <= 5 and not name.lower().endswith("day"):  # an abbreviation
        dated = re.match(
            r"[.,]?\s{1,4}(?:\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))",
            text[wording.span.end - 1 : wording.span.end + 12],
            re.IGNORECASE,
        )
        if not name[0].isupper() or not (dated or words.endswith(".") or before(text, wording.span.start) == "on"):
            return None
        return wording if dated or before(text, wording.span.start) == "on" else None
    return None if following.lower() in PAPERS and following[0].isupper() else wording


def _season(text: str, _shape: str, wording: Wording) -> Wording | None:
    words = wording.span.cut(text)
    if wording.year or wording.relation:
        return wording
    preceding = before(text, wording.span.start)
    following = after(text, wording.span.end)
    if words.lower() in {"spring", "fall"} and (
        preceding not in BEFORE_SEASONS or following.lower() in {"of", "in", "from", "to"}
    ):
        return None
    return (
        None
        if preceding in {"arab", "prague"} or following.lower() in {"camp", "school", "olympics", "palace"}
        else wording
    )


def _duration(text: str, _shape: str, wording: Wording) -> Wording | None:
    following = after(text, wording.span.end).lower()
    rest = text[wording.span.end : wording.span.end + 12].lower()
    if re.match(r"[-\s]{1,2}olds?\b|\s+of\s+age\b", rest) or before(text, wording.span.start) in {"aged", "age"}:
        return None
    lead = text[max(0, wording.span.start - 1) : wording.span.start]
    return None if lead in {"-", "."} or (following == "old") else wording


def _shift(text: str, shape: str, wording: Wording) -> Wording | None:
    """A length in "for two months after joining"; else as any count of units."""
    if (
        wording.open
        and shape == "shift"
        and before(text, wording.span.start) in {"for", "lasted", "about", "nearly", "almost", "over"}
    ):
        words = wording.span.cut(text)
        end = wording.span.start + re.sub(r"\W*\w+$", "", words).__len__()
        return Wording(Span(wording.span.start, end), "duration", number=wording.number, unit=wording.unit)
    return _duration(text, shape, wording)


def _unit(text: str, _shape: str, wording: Wording) -> Wording | None:
    """In "over the past week", "for the next year": lengths counted from where one stands, not calendar units."""
    counted = wording.relation in {"last", "past", "next", "coming"} and wording.unit in {"D", "W", "M", "Y", "E", "C"}
    preceding = before(text, wording.span.start)
    the = wording.span.cut(text).lower().startswith("the ")
    if counted and (
        wording.relation == "past" or (the and preceding in {"over", "for", "within", "during", "throughout"})
    ):
        return replace(wording, sort="duration", number=1)
    return wording


def _often(text: str, _shape: str, wording: Wording) -> Wording | None:
    words, following = wording.span.cut(text), after(text, wording.span.end)
    name = words[0].isupper() and following[:1].isupper() and not words.isupper()
    return None if name or words.lower() == "annual" else wording


def _holiday(text: str, _shape: str, wording: Wording) -> Wording | None:
    return None if next_word(text, wording.span.end) in FEASTS else wording


def _part(text: str, _shape: str, wording: Wording) -> Wording | None:
    """Names are written large: "Sunset Drive", Dawn the newspaper. "Dawn" can be either at an opening."""
    words = wording.span.cut(text)
    if not words[0].isupper() or words.isupper():
        return wording
    if after(text, wording.span.end)[:1].isupper():
        return None
    opening = text[max(0, wording.span.start - 2) : wording.span.start].strip() in {"", "."}
    preceding = before(text, wording.span.start)
    return wording if words.lower() != "dawn" or (opening and preceding in {"in", "the", ""}) else None


def stands_alone(text: str, wording: Wording) -> bool:
    """Whether an edge, a part of the day or a clock that joined no day is a time by itself."""
    if wording.sort == "edge":
        return False
    preceding = before(text, wording.span.start)
    if wording.sort == "unit" and not wording.relation and not wording.edge and wording.unit != "K":
        return preceding in {"during", "throughout", "of", "in", "within", "earlier", "later"}
    if wording.sort == "part":
        words = wording.span.cut(text).lower()
        return (
            preceding in BEFORE_PARTS
            or words.startswith("the ")
            or words in {"overnight", "midnight"}
            or bool(wording.relation)
        )
    if wording.sort == "clock":
        words = wording.span.cut(text).lower()
        sure = "m" in words or "clock" in words or "h" in words
        figures = ":" in words and preceding in CLOCK_BEFORE
        upper = text[max(0, wording.span.start - 5) : wording.span.start].strip().isupper()
        zone = after(text, wording.span.end).lower() in CLOCK_AFTER
        counted = next_word(text, wording.span.end) in COUNTED - {"hours", "local", "gmt"}
        return sure or figures or zone or (preceding in CLOCK_BEFORE and upper and not counted)
    return True


_CHECKS = {
    "dmy": _month,
    "mdy": _month,
    "my": _month,
    "month": _month,
    "month_related": _month,
    "year": _year,
    "weekday": _weekday,
    "season": _season,
    "season_related": _season,
    "duration": _duration,
    "shift": _shift,
    "unit_related": _unit,
    "often": _often,
    "part": _part,
    "holiday": _holiday,
}
