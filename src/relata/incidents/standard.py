"""Standing matter: lines that come again word for word weeks later, and so are not about one happening."""

from __future__ import annotations

import re
from collections.abc import Iterable

from relata.model import Report

WEEKS_APART = 14
"""Days. News is reprinted within days; what stands the same in two reports further apart than this is page furniture,
an appeal for tips, or a paragraph of background that an outlet keeps."""
SHORTEST = 12
FORMULA = 10
"""Words in lower case from which on lines that differ in names and numbers alone are the same formula ("Get notices
whenever Ann Lee posts": a notice that every page carries, with the name of its writer)."""
SMALL = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def standing_lines(reports: Iterable[Report]) -> frozenset[str]:
    """The lines, or formulas of lines, that stand in two reports published more than WEEKS_APART days apart.

    Args:
        reports: all reports at hand; those without a date of publication say nothing.
    """
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    for report in reports:
        if report.published_on is None:
            continue
        day = report.published_on.toordinal()
        for line in set(_lines(report.text)):
            first[line] = min(day, first.get(line, day))
            last[line] = max(day, last.get(line, day))
    return frozenset(line for line, day in first.items() if last[line] - day > WEEKS_APART)


def without(text: str, standing: frozenset[str]) -> str:
    """``text`` with its standing lines blanked out; every other character keeps its offset."""
    if not standing:
        return text
    lines = text.splitlines(keepends=True)
    return "".join(re.sub(r"[^\r\n]", " ", line) if _formula(line.strip()) in standing else line for line in lines)


def _lines(text: str) -> Iterable[str]:
    return (_formula(line) for line in map(str.strip, text.splitlines()) if len(line) >= SHORTEST)


def _formula(line: str) -> str:
    """A line without its names and numbers, if it is long enough to be known by the other words; else the line."""
    small = [word for word in SMALL.findall(line) if word.islower()]
    return " ".join(small) if len(small) >= FORMULA else line
