"""The calendar under the words: intervals of days and TIMEX3 values. Pure functions, no context."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from relata.claims.times_words import PARTS, Wording
from relata.model import DateInterval

_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_EDGE_DAYS = {"early": (1, 10), "mid": (10, 20), "late": (20, 31)}
_EDGE_MONTHS = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}


def month_interval(year: int, month: int, edge: str = "") -> DateInterval:
    """A month, or the tenth days of it that "early" (1-10), "mid" (10-20) and "late" (20 to the end) mean.

    The thirds are our convention; newspapers do not define theirs.
    """
    whole = DateInterval.in_month(year, month)
    if edge not in _EDGE_DAYS:
        return whole
    first, last = _EDGE_DAYS[edge]
    return DateInterval(date(year, month, first), date(year, month, min(last, whole.end.day)), "range")


def year_interval(year: int, edge: str = "") -> DateInterval:
    """A year, or the third of it (January to April, May to August, September to December) that the words mean."""
    if edge not in _EDGE_MONTHS:
        return DateInterval.in_year(year)
    first, last = _EDGE_MONTHS[edge]
    return DateInterval(date(year, first, 1), DateInterval.in_month(year, last).end, "range")


def season(year: int, code: str) -> DateInterval:
    """A season of the northern hemisphere in whole months; winter begins in December of ``year``."""
    first = _SEASON_MONTHS[code]
    start = date(year, first, 1)
    last_year, last = (year, first + 2) if first < 12 else (year + 1, 2)
    return DateInterval(start, DateInterval.in_month(last_year, last).end, "range")


def years(first: int, count: int) -> DateInterval:
    """``count`` whole years from ``first`` on."""
    return DateInterval(date(first, 1, 1), date(first + count - 1, 12, 31), "year" if count == 1 else "range")


def week(day: date) -> DateInterval:
    """The week, Monday to Sunday, that holds ``day``."""
    monday = day - timedelta(days=day.weekday())
    return DateInterval(monday, monday + timedelta(days=6), "week")


def month_shifted(day: date, months: int) -> tuple[int, int]:
    """Year and month that lie ``months`` after the month of ``day``."""
    total = day.year * 12 + day.month - 1 + months
    return total // 12, total % 12 + 1


def valid_day(year: int, month: int, day: int) -> bool:
    """Whether that day exists."""
    return 1 <= year <= 9998 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


def easter_sunday(year: int) -> date:
    """Easter Sunday of the Gregorian calendar.

    Source: the anonymous algorithm published in Nature, 20 April 1876, as given by J. Meeus, Astronomical Algorithms.
    """
    century, rest = divmod(year, 100)
    golden = year % 19
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    correction = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * correction + 114, 31)
    return date(year, month, day + 1)


def dated(wording: Wording, year: int) -> DateInterval | None:
    """The days that a wording with its year names, or None where there is no such day."""
    if not 1 <= year <= 9998 or wording.bc:
        return None
    if wording.feast is not None:
        return DateInterval.on(easter_sunday(year) + timedelta(days=wording.feast))
    if wording.season:
        return season(year, wording.season)
    if wording.month is None:
        return year_interval(year, wording.edge)
    if wording.day is None:
        return month_interval(year, wording.month, wording.edge)
    if not valid_day(year, wording.month, wording.day):
        return None
    return DateInterval.on(date(year, wording.month, wording.day))


def value_of(wording: Wording, year: int | None) -> str:
    """The TIMEX3 value of a dated wording; X stands for every digit that is not known."""
    digits = "XXXX" if year is None else f"{year:04d}"
    if wording.feast is not None:
        return (easter_sunday(year) + timedelta(days=wording.feast)).isoformat() if year else f"{digits}-XX-XX"
    text = f"BC{digits}" if wording.bc else digits
    if wording.season:
        text += f"-{wording.season}"
    if wording.month is not None:
        text += f"-{wording.month:02d}"
    if wording.day is not None:
        text += f"-{wording.day:02d}{within_day(wording)}"
    return text


def day_value(day: date, wording: Wording | None = None) -> str:
    """The TIMEX3 value of one day, with the part of the day or the clock that ``wording`` gives."""
    return day.isoformat() + (within_day(wording) if wording else "")


def within_day(wording: Wording) -> str:
    """The letter T and the clock or the code of the part of the day, or ""."""
    if wording.clock:
        hour, _, minute = wording.clock.partition(":")
        later = PARTS.get(wording.part or "") in {"AF", "EV"} or (wording.part == "night" and int(hour) >= 6)
        return f"T{int(hour) + 12}:{minute}" if later and 1 <= int(hour) < 12 else f"T{wording.clock}"
    if wording.part:
        return f"T{PARTS.get(' '.join(wording.part.split()), 'XX')}"
    return ""


def value_of_interval(interval: DateInterval) -> str:
    """The TIMEX3 value of an interval by its precision; a range takes the value of its first day."""
    first = interval.start
    if interval.precision == "week":
        iso = first.isocalendar()
        return f"{iso.year:04d}-W{iso.week:02d}"
    if interval.precision == "month":
        return f"{first.year:04d}-{first.month:02d}"
    if interval.precision == "year":
        return f"{first.year:04d}"
    return first.isoformat()
