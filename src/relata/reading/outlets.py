"""Names of media: who published a report, whose material its credits name."""

from __future__ import annotations

import re

from relata.reading.shape import folded
from relata.tables.reading import media, media_by_domain, word_set

MOST = 8
"""Most sources listed for a report."""
LONGEST = 6_000
"""Characters of a paragraph that are searched."""

_CREDITS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        (
            r"^\(?(?:with|additional)?\s?(?:inputs?|reporting|information|reports?)\s(?:from|by)"
            r"\s(?P<names>.{2,120}?)(?:\s(?:was|were|is)\s(?:included|used).{0,40})?\)?\.?$"
        ),
        r"^\(?(?:source|via|agency|sources|agencies):\s?(?P<names>.{2,80}?)\)?\.?$",
        r"^(?P<names>.{2,80}?)\s(?:also\s)?contributed\s(?:to\sthis\s(?:report|story|article)|reporting).{0,40}$",
        (
            r"^(?:this\s(?:article|story|report)\s(?:was\s|is\s|has\sbeen\s)?)?(?:first|originally)\s(?:published|"
            r"appeared)\s(?:by|in|on|at)\s(?P<names>.{2,60}?)\.?$"
        ),
        r"^\(?(?P<names>agencies|reuters|afp|ap|apa?/afp|pti|ani|ians|app|inp|online|xinhua|tass|dpa|upi|efe)\)?$",
    )
)
_CONTRIBUTED = re.compile(r"[A-Z].{2,160}\bcontributed\s(?:to\sthis\s(?:report|story|article)|reporting).{0,40}")


def outlet_of_address(uri: str) -> str | None:
    """The outlet that owns a web address, where it is a known one. An archive's copy counts as the page it holds."""
    uri = re.sub(r"^https?://web\.archive\.org/web/\d{4,14}[a-z_]{0,4}/", "", uri[:2000])
    match = re.match(r"https?://(?:www\d?\.|m\.|amp\.)?([\w.\-]{4,100})(?::\d{1,5})?(?:/|$)", uri)
    if match is None:
        return None
    domain = match[1].lower()
    known = media_by_domain()
    while domain:
        if domain in known:
            return known[domain].name
        domain = domain.partition(".")[2]
    return None


def is_medium(name: str) -> bool:
    """Whether a name is a known medium's, or reads as one ("Kabul Now Daily", "Khyber News")."""
    bare = name.removeprefix("the ").removeprefix("The ")
    if name in media() or bare in media():
        return True
    parts = bare.split()
    return (
        len(parts) >= 2
        and parts[-1].lower().removesuffix(".") in word_set("media")
        and parts[0].lower() not in word_set("vague")
    )


def same_medium(a: str, b: str) -> bool:
    """Whether two names are forms of one medium's name."""
    known = media()
    first, second = known.get(a), known.get(b)
    if first is not None and second is not None:
        return first.name == second.name
    fa, fb = folded(a).removeprefix("the "), folded(b).removeprefix("the ")
    return fa == fb or f" {fa} " in f" {fb} " or f" {fb} " in f" {fa} "


def distinct(names: list[str], outlet: str | None) -> tuple[str, ...]:
    """Names in order, each medium once, the outlet itself not at all."""
    kept: list[str] = []
    for name in names:
        if (outlet is None or not same_medium(name, outlet)) and not any(same_medium(name, other) for other in kept):
            kept.append(name)
        if len(kept) >= MOST:
            break
    return tuple(kept)


def credit_names(line: str) -> tuple[str, ...] | None:
    """Media in a line that only says whose material the report uses, or None where it is no such credit."""
    if len(line) > 200:
        return None
    for form in _CREDITS:
        match = form.fullmatch(line.strip(" -—–*"))
        if match is not None:
            names = names_in(match["names"])
            if names and all(is_source(n) for n in names):
                return names
    return () if _CONTRIBUTED.fullmatch(line.strip(" -—–*")) is not None else None


def names_in(names: str) -> tuple[str, ...]:
    """Names in a list of them ("AFP, Reuters and the BBC"), at most six."""
    parts = re.split(r",\s?(?:and\s)?|\sand\s|/|;\s?|\s&\s", names.strip(" ."))
    return tuple(re.sub(r"^the\s", "", p.strip(), flags=re.IGNORECASE) for p in parts if p.strip())[:6]


def is_source(name: str) -> bool:
    """Whether a name in a credit is a medium's, or stands for agencies that are not named."""
    return (
        folded(name)
        in (
            "agencies",
            "agency",
            "news agencies",
            "wire services",
            "wires",
            "agency reports",
            "wire reports",
            "news agency",
        )
        or is_medium(name)
        or name.upper() in media()
    )
