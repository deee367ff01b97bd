"""Dates as news gives them: an interval of days, with how precise it is meant to be."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Literal

DatePrecision = Literal["day", "week", "month", "year", "range"]


@dataclass(frozen=True, slots=True, order=True)
class DateInterval:
    """The days on which something can have happened, both ends inclusive.

    Attributes:
        start: first day that is possible.
        end: last day that is possible (inclusive), never before ``start``.
        precision: what the words name: one day, a week, a month, a year, or a stretch of their own.
        years: empty where the year is known. Where a report gives day and month but no year, the years it can
            be, ascending; ``start`` and ``end`` are then written in the first of them, and nothing may be
            concluded from that year alone.
    """

    start: date
    end: date
    precision: DatePrecision = "day"
    years: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"an interval ends before it starts: {self.start} to {self.end}")

    @classmethod
    def on(cls, day: date) -> DateInterval:
        """One day."""
        return cls(day, day, "day")

    @classmethod
    def in_month(cls, year: int, month: int) -> DateInterval:
        """One calendar month."""
        return cls(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), "month")

    @classmethod
    def in_year(cls, year: int) -> DateInterval:
        """One calendar year."""
        return cls(date(year, 1, 1), date(year, 12, 31), "year")

    @classmethod
    def between(cls, start: date, end: date) -> DateInterval:
        """A stretch of days; a single day where both ends are the same."""
        return cls(start, end, "day" if start == end else "range")

    @property
    def days(self) -> int:
        """How many days the interval holds, both ends counted."""
        return (self.end - self.start).days + 1

    @property
    def year_known(self) -> bool:
        """Whether the words, or the report's own date, settle the year."""
        return not self.years

    def readings(self) -> tuple[DateInterval, ...]:
        """The intervals that this one can stand for: itself, or one for each year that is possible."""
        if self.year_known:
            return (self,)
        return tuple(self._moved(year) for year in self.years)

    def _moved(self, year: int) -> DateInterval:
        shift = year - self.start.year
        return replace(self, start=_in_year(self.start, shift), end=_in_year(self.end, shift), years=())

    def meets(self, other: DateInterval, slack: int = 0) -> bool:
        """Whether some reading of both shares a day, allowing ``slack`` days between them."""
        if not (slack or self.years or other.years):  # by far the commonest case
            return self.start <= other.end and other.start <= self.end
        gap = timedelta(days=slack)
        return any(a.start <= b.end + gap and b.start <= a.end + gap for a in self.readings() for b in other.readings())


def _in_year(day: date, shift: int) -> date:
    """The same day of another year; 29 February becomes the 28th where it must."""
    try:
        return day.replace(year=day.year + shift)
    except ValueError:
        return day.replace(year=day.year + shift, day=28)


def is_day(words: object) -> bool:
    """Whether something is a day written as 2022-03-04, and not in any other form of ISO 8601."""
    try:
        return isinstance(words, str) and date.fromisoformat(words).isoformat() == words
    except ValueError:
        return False


def is_moment(words: object) -> bool:
    """Whether something is a time in UTC written as 2022-03-04T10:00:00+00:00. As text, such times are in order."""
    try:
        return (
            isinstance(words, str) and words.endswith("+00:00") and datetime.fromisoformat(words).isoformat() == words
        )
    except ValueError:
        return False
