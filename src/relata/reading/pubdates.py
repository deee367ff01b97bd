"""Days and times of publication as pages print them. Dates of events are read by ``relata.claims``, never here."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?\s{1,2})?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_CLOCK = (
    r"(?:[T ]{1,2}(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d{1,9})?)?\s?(?P<zone>Z|UTC|GMT|"
    r"[+-]\d\d:?\d\d)?)?"
)
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?<!\d){_YEAR}[-/.](?P<number>\d\d?)[-/.](?P<day>\d\d?)(?!\d){_CLOCK}",
        rf"\b{_WEEKDAY}{_MONTH}\s{{0,2}}(?P<day>\d\d?)(?:st|nd|rd|th)?,?\s{{1,2}}{_YEAR}",
        rf"(?<![\d:]){_WEEKDAY}(?P<day>\d\d?)(?:st|nd|rd|th)?(?:\s{{1,2}}of)?[\s-]{{1,2}}{_MONTH},?[\s-]{{1,2}}{_YEAR}",
        rf"(?<!\d)(?P<day>\d\d?)[/.](?P<number>\d\d?)[/.]{_YEAR}",
    )
)
_TELEX = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?<!\d)(?P<day>\d\d?)\s{{0,2}}{_MONTH}\s{{0,2}}(?P<year>\d\d)(?!\d)",
        rf"\b{_MONTH}\s{{0,2}}(?P<day>\d\d?),?\s{{1,2}}(?P<year>\d\d)(?!\d)",
    )
)
TELEX_PIVOT = 70
"""Two-digit years from here on are 19xx, those below 20xx: telex with such years ended in the 1990s."""


class Printed(NamedTuple):
    """A date as printed: ISO form, and where it stands in the line (half-open)."""

    iso: str
    start: int
    end: int


def find_date(line: str, *, telex: bool = False) -> Printed | None:
    """The first full date in a line: day, month and year, and the time where an offset is given.

    Args:
        line: at most a few hundred characters.
        telex: whether a year of two digits counts ("4 FEB 90").
    """
    found: list[Printed] = []
    for form in (*_FORMS, *_TELEX) if telex else _FORMS:
        for match in form.finditer(line[:400]):
            iso = _iso(match.groupdict())
            if iso is not None:
                found.append(Printed(iso, match.start(), match.end()))
                break
    return min(found, key=lambda d: (d.start, -d.end), default=None)


def parse_given(value: object) -> str | None:
    """The ISO form of a publication date given as a field: text, or seconds or milliseconds since 1970.

    Returns:
        A date, or a date-time with offset; None where the field cannot be understood.
    """
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, (int, float)):
        return _from_epoch(float(value))
    text = str(value).strip()[:100]
    if text.isdigit() and len(text) in (10, 13):
        return _from_epoch(float(text))
    if re.fullmatch(r"(?:19|20)\d{6}", text):
        text = f"{text[:4]}-{text[4:6]}-{text[6:]}"
    found = find_date(text)
    return found.iso if found is not None else None


def date_in_address(uri: str) -> str | None:
    """The day written in an address or file name, or None ("/2022/03/12/", "2022-03-12_kabul.txt", "kabul-20220312").

    Of a local path only the file name counts, and the three folders above it: a folder of a run may carry any date.
    """
    web = "://" in uri[:12]
    path = re.sub(r"^https?://web\.archive\.org/web/\d{4,14}[a-z_]{0,4}/", "", uri[:2000])
    path = path.split("?", 1)[0].split("#", 1)[0]
    if not web:
        path = "/".join(path.replace("\\", "/").split("/")[-4:])
        folders, _, name = path.rpartition("/")
        path = f"{folders}/{name}" if re.fullmatch(r"(?:.*/)?(?:19|20)\d\d/\d\d?/\d\d?", folders) else name
    for form in (
        r"(?<!\d)((?:19|20)\d\d)([-_/.])(\d\d?)\2(\d\d?)(?!\d)",
        r"(?<!\d)((?:19|20)\d\d)()(\d\d)(\d\d)(?!\d)",
        r"/((?:19|20)\d\d)(/)([a-z]{3})/(\d\d?)/",
    ):
        for match in re.finditer(form, path.lower()):
            month = match[3] if match[3].isdigit() else str(_MONTHS.index(match[3]) + 1) if match[3] in _MONTHS else "0"
            iso = _day(int(match[1]), int(month), int(match[4]))
            if iso is not None:
                return iso
    return None


def _iso(parts: dict[str, str | None]) -> str | None:
    year, day = int(parts["year"] or 0), int(parts["day"] or 0)
    if year < 100:
        year += 1900 if year >= TELEX_PIVOT else 2000
    if parts.get("month"):
        month = _MONTHS.index((parts["month"] or "")[:3].lower()) + 1
    else:
        month = int(parts["number"] or 0)
        if (
            parts.get("hour") is None and "second" not in parts
        ):  # 13/03/2022 can be read one way only, 12/03/2022 in two
            if day <= 12 and month <= 12 and day != month:
                return None
            if month > 12:
                day, month = month, day
    iso = _day(year, month, day)
    if iso is None or parts.get("hour") is None or not parts.get("zone"):
        return iso
    zone = parts["zone"] or "Z"
    offset = "+00:00" if zone.upper() in ("Z", "UTC", "GMT") else zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"
    try:
        return datetime.fromisoformat(
            f"{iso}T{parts['hour']}:{parts['minute']}:{parts['second'] or '00'}{offset}"
        ).isoformat()
    except ValueError:
        return iso


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _from_epoch(value: float) -> str | None:
    seconds = value / 1000 if value > 1e11 else value
    if not 1e8 <= seconds <= 4.1e9:
        return None
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(seconds))).isoformat()
