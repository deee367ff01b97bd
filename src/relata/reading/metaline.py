"""Lines that say who wrote an article and when it was published, and nothing else."""

from __future__ import annotations

import re

from relata.reading.outlets import is_medium
from relata.reading.pubdates import find_date
from relata.reading.shape import ends_sentence

_CLOCK = re.compile(
    r"\b\d{1,2}[:.]\d\d(?:[:.]\d\d)?\s?(?:[ap]\.?m\b\.?)?|\b\d{1,2}\s?[ap]\.?m\b\.?|\b(?:GMT|UTC|IST|PKT|PST|"
    r"EST|EDT|PDT|CST|CDT|MST|MDT|CET|CEST|BST|EAT|WAT|SAST|AFT|MSK|ET|PT|hrs|hours|local time)"
    r"\b(?:\s?[+-]\s?\d{1,2}(?::?\d\d)?)?",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\b(?:first\s)?(?:published|posted|updated|modified|uploaded|created|issued|release[d]?|date|last|on|at|"
    r"time|publication|reported|edited)\b|\b\d{1,3}[\s-](?:min|mins|minute|minutes)(?:\sread)?\b|\b(?:mon|"
    r"tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"(?:last\s)?(?:updated|modified|edited)[^A-Za-z\d]{0,3}(?:on\s|at\s)?[^A-Za-z\d]{0,3}$", re.IGNORECASE
)
_LABELLED = re.compile(r"(?:published|posted|updated|modified|publication date|release date|dated?)\b", re.IGNORECASE)
_MASTHEAD_WORDS = 4
_EDITION = {"special", "edition", "final", "late", "evening", "morning", "city", "early", "of", "the", "de", "es"}
"""Words of a newspaper's date line beside a place name."""
_PARTED = re.compile(r"\s{0,3}[|•·–—\-]\s{1,3}")
_BETWEEN = re.compile(r"\s?(?:-|–|—|to)\s?")
_BYLINE = re.compile(
    r"(?:by|written by|reported by|report by|story by|words by|author)\s?:?\s{1,2}(?P<names>\S.{1,120})", re.IGNORECASE
)
_PERSON = re.compile(
    r"(?:[A-Z][\w.'’\-]{0,24}|[Aa]nd|&|de|al|el|van|der|bin|in|for|of|the|,|\|)"
    r"(?:[,\s]{1,3}(?:[A-Z][\w.'’\-]{0,24}|[Aa]nd|&|de|al|el|van|der|bin|in|for|of|the|\|)){0,12}"
)
_STAFF = re.compile(
    r"(?P<names>[A-Z][\w.'’\-]{1,20}(?:\s[A-Z][\w.'’\-]{0,20}){1,3}),?\s(?:[-|,]\s)?(?:Staff (?:Writer|"
    r"Reporter)|Correspondent|Special Correspondent|Reporter|Associated Press|Senior Editor|Editor)"
)


def is_meta(line: str) -> bool:
    """Whether a line between two articles is a byline or a date of publication and nothing else."""
    return len(line) <= 160 and (printed_dates(line) is not None or byline_in(line) is not None)


def residue_of(line: str) -> str:
    """A line without dates, times and their labels."""
    rest = line[:260]
    for _ in range(3):
        found = find_date(rest)
        if found is None:
            break
        rest = f"{rest[: found.start]} | {rest[found.end :]}"
    rest = _LABEL.sub(" ", _CLOCK.sub(" ", rest))
    return re.sub(r"(?:\s*[|•·:,()\-–—/]\s*)+", " | ", rest).strip(" |")


def _is_masthead_date(line: str, end: int, left: list[str]) -> bool:
    """ "Nairobi, Saturday, 8 August 1998", "Special edition, 16 August 1998": a place or an edition, then the date."""
    if line[end:].strip(" .") or "," not in line[:end] or len(left) > _MASTHEAD_WORDS:
        return False
    return all(word[0].isupper() or word.lower() in _EDITION for word in left)


def medium_beside(line: str) -> str | None:
    """The medium that a line names beside a date, parted by a mark ("5 Feb 2020 - Sahel Dispatch")."""
    date = find_date(line)
    if date is None or (not _PARTED.search(line[: date.start]) and not _PARTED.match(line[date.end :])):
        return None
    name = residue_of(line)
    return name if "|" not in name and is_medium(name) else None


def printed_dates(line: str) -> dict[str, str] | None:
    """Dates of a line that prints when a page was published ("head") or "updated" and hardly anything else.

    Else None.
    """
    first = find_date(line)
    if first is None or len(line) > 200:
        return None
    residue = residue_of(line)
    left = residue.replace("|", " ").split()
    marked = bool(_LABELLED.match(line.strip(" (["))) or any(mark in line for mark in ("|", "•", "·"))
    bare = (
        not any(w.isalpha() for w in left)
        or _is_masthead_date(line, first.end, left)
        or medium_beside(line) is not None
    )
    if not bare and not (marked and len(left) <= 9 and not ends_sentence(residue)) and byline_in(residue) is None:
        return None
    dates: dict[str, str] = {}
    offset, rest = 0, line
    while first is not None:
        kind = "updated" if _UPDATED.search(line[: offset + first.start]) else "head"
        dates.setdefault(kind, first.iso)
        offset += first.end
        rest = line[offset:]
        first = find_date(rest)
        if first is not None and not marked and _BETWEEN.fullmatch(rest[: first.start]):
            return None  # a stretch of days: somebody's years of life, an exhibition
    return dates


def split_byline(names: str) -> tuple[str, str | None]:
    """Names of a byline without the medium that closes them, and that medium ("Ayla Demir, Bosphorus Courier")."""
    person, _, last = names.rpartition(", ")
    return (person, last) if person and is_medium(last) else (names, None)


def byline_in(line: str) -> str | None:
    """The names in a line that only says who wrote the article, or None."""
    line = line.strip(" |")
    if not line or len(line) > 160 or (ends_sentence(line) and not line.endswith((" Jr.", " Sr."))):
        return None
    match = _BYLINE.fullmatch(line)
    if match is not None:
        names = match["names"].strip(" |,")
        return (
            names.partition(" | ")[0]
            if _PERSON.fullmatch(names.replace(" | ", ", ")) and any(c.isupper() for c in names)
            else None
        )
    staff = _STAFF.fullmatch(line)
    return staff["names"] if staff is not None else None
