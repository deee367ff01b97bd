"""The dateline that opens a wire story.

Place, sometimes day and agency ("KABUL (AFP) –", "BOGOTA, 4 FEB 90 (ACAN-EFE) -- [TEXT]").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from relata.reading.outlets import is_medium
from relata.reading.pubdates import find_date
from relata.reading.shape import ends_sentence, is_upper, words
from relata.tables.reading import media, word_set

REACH = 400
"""Characters at the head of a paragraph in which a dateline is looked for."""
LEAD_WORDS = 16
"""Words from which a paragraph that does not end as a sentence can still be a lead after a colon."""
_PLACE = r"[A-Z][A-Z.'’\-]{1,24}(?:\s[A-Z][A-Z.'’\-]{0,24}){0,3}"
_MIXED = r"[A-Z][\w.'’\-]{1,24}(?:\s(?:[A-Z][\w.'’\-]{0,24}|of|de|al|el|la|and)){0,4}"
_DAY = r"(?:\d{1,2}\s?[A-Za-z]{3,9}\.?(?:,?\s\d{2,4})?|[A-Za-z]{3,9}\.?\s\d{1,2}(?:,?\s\d{2,4})?|NO DATE)"
_PAREN = r"\((?P<paren>[^()]{2,60})\)"
_CAPITALS = re.compile(
    rf"(?P<place>{_PLACE}(?:\s?\([A-Z][A-Z .'\-]{{1,30}}\))?(?:\s?[,/]\s?(?:{_PLACE}|{_MIXED})){{0,2}}?)"
    rf"(?:\s?[,:]?\s?\(?(?P<day>{_DAY})\)?)?(?:,?\s?{_PAREN})?"
    r"(?:,?\s/?(?P<slash>[A-Z]{2,12})/)?\s?(?P<mark>:|--|[–—]|-\s)\s{0,2}"
)
_NAMED = re.compile(
    rf"(?P<place>{_MIXED}(?:\s?[,/]\s?{_MIXED}){{0,2}})(?:,\s?(?P<day>{_DAY}))?,?\s?{_PAREN}\s?(?P<mark>:|--|"
    rf"[–—]|-\s)\s{{0,2}}"
)
_REPRINT = re.compile(
    r"(?:date\s)?(?P<date>\d{4}-\d\d-\d\d)?\s?\((?P<by>[A-Z][\w .&'’]{1,40}?)"
    r"\s?[-–—/|]\s?(?P<of>[A-Z0-9][\w .&'’/\-]{1,50})\)\s?(?:[-–—:]{1,2}\s)?"
)
_AGENCY_FIRST = re.compile(rf"{_PAREN}\s?(?:--|[–—]|-\s)\s{{0,2}}")
_MARKERS = re.compile(r"(?:\[[^\[\]]{1,220}\]\s{0,2}){0,9}?\[TEXT\]\s{0,2}")


@dataclass(frozen=True, slots=True)
class Dateline:
    """What opens a wire story.

    Attributes:
        text: the dateline as written, without the mark that ends it; empty where there is only an agency line.
        end: where the story's own words begin in the paragraph.
        agency: who is named in it as the source or distributor, or None.
        source: whom the agency reprints ("(MENAFN- Live Mint)"), or None.
        published: ISO date printed in it, or None where it has no year.
        apart: whether it is no part of the story's prose and is cut (telex markers, reprint lines).
    """

    text: str
    end: int
    agency: str | None = None
    source: str | None = None
    published: str | None = None
    apart: bool = False


def find_dateline(paragraph: str) -> Dateline | None:
    """The dateline at the head of a paragraph, or None."""
    head = paragraph[:REACH]
    reprint = _reprint(head)
    if reprint is not None:
        return reprint
    for form in (_CAPITALS, _NAMED):
        match = form.match(head)
        if match is not None and len(head) > match.end():
            line = _checked(match, head, paragraph)
            if line is not None:
                return line
    match = _AGENCY_FIRST.match(head)
    if match is not None and len(head) > match.end():
        agency, published = _parenthesis(match["paren"])
        if agency is not None and (agency in media() or published is not None):
            return Dateline(head[: match.end("paren") + 1], match.end(), agency, None, published)
    return None


def _reprint(head: str) -> Dateline | None:
    """The line of a distributor that names whose story it prints, with or without the day."""
    match = _REPRINT.match(head)
    if match is None or len(head) <= match.end() or not (match["date"] or match["by"] in media()):
        return None
    found = find_date(match["date"]) if match["date"] else None
    return Dateline("", match.end(), match["by"].strip(), match["of"].strip(), found.iso if found else None, apart=True)


def _checked(match: re.Match[str], head: str, paragraph: str) -> Dateline | None:
    """The dateline that a match is, where it is one after all."""
    parts = match.groupdict()
    place, day, paren = parts["place"], parts.get("day"), parts.get("paren") or parts.get("slash")
    inner = re.fullmatch(r".+\((?P<name>[^()]+)\)", place)
    if inner is not None and paren is None and (inner["name"] in media() or day is None):
        paren = inner["name"]  # "TESSIT (AFP)"; but in "LIMA (PERU), 4 FEB 90" it is the country
    if set(re.findall(r"[A-Z]+", place.split(",")[0].upper())) & word_set("no_place") and (
        not paren or _parenthesis(paren)[0] is None
    ):
        return None
    agency, published = _parenthesis(paren) if paren else (None, None)
    if match.re is _NAMED and agency is None and published is None and day is None:
        return None
    if (
        match["mark"] == ":"
        and not paren
        and day is None
        and (
            place.endswith(("ED", "ING", "PD", "STORY", "COVERAGE"))
            or not (ends_sentence(paragraph) or words(paragraph) >= LEAD_WORDS)
        )
    ):
        return None  # "CAPTURED: Suspect in …" is a headline
    telex = is_upper(paragraph)
    if telex and day is None and agency is None:
        return None  # in a text printed in capitals any words before a dash would pass
    if (
        match.re is _CAPITALS
        and match["mark"] == "- "
        and day is None
        and agency is None
        and "," not in place
        and len(place.split()) > 2
    ):
        return None
    if day is not None and published is None:
        found = find_date(day, telex=telex or day.isupper())
        published = found.iso if found is not None else None
    end = match.end()
    markers = _MARKERS.match(paragraph, end, end + 1200)
    text = head[: match.start("mark")].rstrip(" ,")
    return Dateline(text, markers.end() if markers else end, agency, None, published, apart=markers is not None)


def _parenthesis(inside: str) -> tuple[str | None, str | None]:
    """Agency and date that stand in parentheses ("AFP", "UrduPoint / Pakistan Point News - 5th March, 2022")."""
    found = find_date(inside, telex=True)
    rest = inside if found is None else (inside[: found.start] + inside[found.end :])
    rest = rest.strip(" ,;-–—/|")
    published = found.iso if found is not None else None
    if not rest:
        return None, published
    names = [part.strip() for part in re.split(r"\s[-–—/|]\s|,\s", rest)]
    known = next((n for n in names if n in media()), None)
    if known is not None:
        return known, published
    return (names[0] if _is_agency(names[0]) else None), published


def _is_agency(name: str) -> bool:
    """Whether an unknown name in a dateline is an outlet's.

    Call letters, a site, a medium's words; not a person, not a country.
    """
    if len(name) > 40 or not name[0].isalnum():
        return False
    letters = name.split()
    return (
        is_medium(name)
        or any(len(w) >= 2 and w[:2].isupper() and w[0].isalpha() for w in letters)
        or (len(letters) == 1 and "." in name)
    )
