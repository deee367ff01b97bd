"""The two clocks: what had been reported by a day, and what a database held at a time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime

from relata.errors import QueryError
from relata.model.dates import is_day, is_moment
from relata.store.query import day

_DAY = re.compile(r"\d{4}(?:-\d{2}){0,2}")


@dataclass(frozen=True, slots=True)
class Clocks:
    """From when a view looks at a database. Build it with :func:`make_clocks`.

    Attributes:
        as_of: ISO date; what had been published by the end of that day, by the reports' own dates. None: everything,
            undated reports too.
        known_at: ISO 8601 in UTC, to the second; what the database held by then, inclusive. None: what it holds now.
    """

    as_of: str | None = None
    known_at: str | None = None

    def __post_init__(self) -> None:
        """Refuse what is written otherwise: clocks are compared as text, and stand in statements.

        Raises:
            QueryError: saying what is expected.
        """
        if self.as_of is not None and not is_day(self.as_of):
            raise QueryError(f"as_of is {self.as_of!r}; expected a day such as 2022-03-05")
        if self.known_at is not None and not (is_moment(self.known_at) and "." not in self.known_at):
            raise QueryError(f"known_at is {self.known_at!r}; expected a time such as 2022-03-06T10:00:00+00:00")

    def earlier(self, other: Clocks) -> Clocks:
        """Of each clock the earlier one: what a view of a view shows."""
        return Clocks(_first(self.as_of, other.as_of), _first(self.known_at, other.known_at))

    @property
    def words(self) -> str:
        """Both clocks in words: "as of 2022-03-05, known at 2022-03-06 10:00:00 UTC"; empty where neither is set."""
        parts = []
        if self.as_of:
            parts.append(f"as of {self.as_of}")
        if self.known_at:
            parts.append(f"known at {self.known_at[:19].replace('T', ' ')} UTC")
        return ", ".join(parts)


def _first(one: str | None, other: str | None) -> str | None:
    return min((value for value in (one, other) if value is not None), default=None)


def make_clocks(as_of: str | date | None = None, known_at: str | date | datetime | None = None) -> Clocks:
    """Clocks whose values have been checked.

    Args:
        as_of: a day, inclusive: 2022-03-05; a month or year is taken to its last day.
        known_at: a time such as 2026-11-28T10:00, in UTC where it gives no offset; of a day, month or year its end.

    Raises:
        QueryError: for a value that cannot be understood; the message says what is accepted.
    """
    return Clocks(day("as_of", as_of, last=True), None if known_at is None else _moment(known_at))


def _moment(value: str | date | datetime) -> str:
    """A time as databases write it: UTC, to the second."""
    if isinstance(value, datetime):
        found = value
    elif isinstance(value, date) or (isinstance(value, str) and _DAY.fullmatch(value.strip())):
        return f"{day('known_at', value, last=True)}T23:59:59+00:00"
    else:
        try:
            found = datetime.fromisoformat(value.strip())
        except (ValueError, AttributeError):
            raise QueryError(
                f"known_at is {value!r}; expected a day such as 2026-11-28, or a time such as 2026-11-28T10:00 (UTC, "
                "if no offset is given)"
            ) from None
    try:
        utc = found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except OverflowError:
        raise QueryError(f"known_at is {value!r}; in UTC it lies outside the years 1 to 9999") from None
    return utc.replace(microsecond=0).isoformat()
