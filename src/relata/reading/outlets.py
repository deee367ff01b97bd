"""Who published a report, and whom it says it takes its account from."""

from __future__ import annotations

import re
from itertools import islice

from relata.reading.shape import folded, is_upper
from relata.tables.reading import media, media_by_domain

MOST = 8
"""Most sources listed for a report."""
LONGEST = 6_000
"""Characters of a paragraph that are searched."""

_WORD = r"[A-Z][\w&.'’/\-]{0,30}"
_NAME = rf"(?:[Tt]he\s)?{_WORD}(?:\s(?:of\s|for\s|and\s|the\s|to\s|on\s)?{_WORD}){{0,5}}"
_MEDIA_NOUN = r"(?:media outlet|media organi[sz]ation|news agency|news outlet|news site|news website|news channel|newspaper|daily|broadcaster|television channel|TV channel|television station|TV station|radio station|website|monitoring group|monitor|magazine|newswire)"
_MEDIA_WORDS = frozenset(
    "news times post tv press agency herald tribune gazette journal daily radio television broadcasting broadcaster chronicle observer mail mirror "
    "standard telegraph sun star guardian independent inquirer express media online network channel magazine report weekly review globe monitor today".split()
)
_INSTITUTION = frozenset(
    "department ministry office council commission committee watch international mission group institute center centre observatory network agency nations "
    "bureau pentagon organization organisation union university federation association un unama us u.s. u.n. eu nato bank court treasury congress senate foundation "
    "project database index board authority inspectorate sigar icrc unicef ohchr unhcr ocha hrw".split()
)
_CUES = tuple(
    re.compile(form)
    for form in (
        rf"(?P<name>{_NAME}),?\s(?:has\s|had\s|also\s|first\s|later\s|earlier\s|previously\s){{0,2}}(?:reported|reports)\b",
        rf"(?P<name>{_NAME}),\s(?:an?|the)\s(?P<sure>(?:[\w\-]+\s){{0,4}}?{_MEDIA_NOUN})\b[^,.]{{0,60}},\s(?:has\s|also\s)?(?:reported|said|quoted|cited)\b",
        rf"[Aa]ccording\sto\s(?:an?\s|the\s)?(?P<name>{_NAME})(?P<report>(?:['’]s)?\s(?:(?:[a-z]+\s){{0,2}}report|news\sagency|newspaper|news))?",
        rf"(?:told|to|with)\s(?P<name>{_NAME})(?P<told>\b)",
        rf"[Rr]eports?\s(?:by|from|in)\s(?P<name>{_NAME})",
        rf"(?P<name>{_NAME})\s(?:quoted|cited|quotes|cites)\b",
        rf"(?:quoted|cited|carried|published|seen|reported)\s(?:by|in)\s(?P<name>{_NAME})",
        rf"(?P<inst>{_NAME})['’]s?\s(?:(?:latest|annual|new|recent|own|final|interim|monthly|quarterly|yearly)\s){{0,2}}(?:report|assessment|survey)\b",
    )
)
_NAME_BEFORE = (0, 1, 5, 7)
"""Cues whose name stands before them: of a run of capitalised words its end counts, otherwise its beginning."""
_TOLD_BEFORE = re.compile(
    r"(?:\btold|\binterview\swith|\bspeaking\sto|\bspoke\sto|\bstatement\sto)\s(?:the\s)?$", re.IGNORECASE
)
_CREDITS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"^\(?(?:with|additional)?\s?(?:inputs?|reporting|information|reports?)\s(?:from|by)\s(?P<names>.{2,120}?)(?:\s(?:was|were|is)\s(?:included|used).{0,40})?\)?\.?$",
        r"^\(?(?:source|via|agency|sources|agencies):\s?(?P<names>.{2,80}?)\)?\.?$",
        r"^(?P<names>.{2,80}?)\s(?:also\s)?contributed\s(?:to\sthis\s(?:report|story|article)|reporting).{0,40}$",
        r"^(?:this\s(?:article|story|report)\s(?:was\s|is\s|has\sbeen\s)?)?(?:first|originally)\s(?:published|appeared)\s(?:by|in|on|at)\s(?P<names>.{2,60}?)\.?$",
        r"^\(?(?P<names>agencies|reuters|afp|ap|apa?/afp|pti|ani|ians|app|inp|online|xinhua|tass|dpa|upi|efe)\)?$",
    )
)
_CONTRIBUTED = re.compile(r"[A-Z].{2,160}\bcontributed\s(?:to\sthis\s(?:report|story|article)|reporting).{0,40}")
_CREDIT_TAIL = re.compile(
    r"\((?P<whole>(?:[Ww]ith\s)?(?:inputs?|additional reporting|reporting)\s(?:from|by)\s(?P<names>[^()]{2,80}))\)\.?$"
)


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
    return len(parts) >= 2 and parts[-1].lower().removesuffix(".") in _MEDIA_WORDS and parts[0].lower() not in _VAGUE


_VAGUE = frozenset(
    "local state social foreign international russian afghan pakistani indian israeli syrian several some many other the this that a an mainstream western".split()
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
    """Media in a line that only says whose material or work the report uses, or None where the line is no such credit."""
    if len(line) > 200:
        return None
    for form in _CREDITS:
        match = form.fullmatch(line.strip(" -—–*"))
        if match is not None:
            names = _split(match["names"])
            if names and all(_is_source(n) for n in names):
                return names
    return () if _CONTRIBUTED.fullmatch(line.strip(" -—–*")) is not None else None


def relied_on(paragraphs: list[str], outlet: str | None) -> tuple[str, ...]:
    """Media and named reports from which a report says it takes its account, in order of mention, as written.

    Names are taken only after or before words that say so ("X reported", "according to a X report", "told X"); the outlet
    itself does not count.
    """
    telex = is_upper(" ".join(islice((p for p in paragraphs if p), 6)))
    return distinct([name for paragraph in paragraphs for name in _mentions(paragraph[:LONGEST], telex=telex)], outlet)


def _mentions(text: str, *, telex: bool) -> list[str]:
    found: list[tuple[int, str]] = []
    for number, cue in enumerate(_CUES):
        for match in cue.finditer(text):
            name = _named(match, number, text, telex=telex)
            if name is not None:
                found.append((match.start(), name))
    tail = _CREDIT_TAIL.search(text[-200:])
    if tail is not None:
        found.extend((len(text), n) for n in _split(tail["names"]) if _is_source(n))
    return [name for _, name in sorted(found, key=lambda f: f[0])]


def _named(match: re.Match[str], number: int, text: str, *, telex: bool) -> str | None:
    """The source that a cue names, or None where the name is no medium's and no institution's."""
    parts = match.groupdict()
    raw = parts.get("name") or parts.get("inst") or ""
    raw = re.split(r"(?<=[a-z]{3})\.\s", raw)[-1 if number in _NAME_BEFORE else 0]
    name = re.sub(r"^(?:The|the)\s|['’]s?$", "", raw).strip(" .,")
    if number == 3 and not _TOLD_BEFORE.search(text[max(0, match.start("name") - 30) : match.start("name")]):
        return None
    if telex:
        return _known_tail(name)
    if parts.get("sure"):
        return name
    if parts.get("inst") is not None:
        return name if _is_institution(name) else None
    if is_medium(raw) or is_medium(name):
        return name
    known = _known_tail(name) if number in _NAME_BEFORE else _known_head(name)
    if known is not None:
        return known
    report = parts.get("report")
    return name if report and _is_institution(name) else None


def _known_tail(name: str) -> str | None:
    """The longest known medium at the end of a run of capitalised words."""
    parts = name.split()
    return next((" ".join(parts[n:]) for n in range(len(parts)) if " ".join(parts[n:]) in media()), None)


def _known_head(name: str) -> str | None:
    """The longest known medium at the beginning of a run of capitalised words ("BBC Monday")."""
    parts = name.split()
    return next((" ".join(parts[:n]) for n in range(len(parts), 0, -1) if " ".join(parts[:n]) in media()), None)


def _is_institution(name: str) -> bool:
    parts = name.lower().split()
    return bool(parts) and (parts[-1].strip(".") in _INSTITUTION or parts[-1] in _INSTITUTION or is_medium(name))


def _split(names: str) -> tuple[str, ...]:
    parts = re.split(r",\s?(?:and\s)?|\sand\s|/|;\s?|\s&\s", names.strip(" ."))
    return tuple(re.sub(r"^the\s", "", p.strip(), flags=re.IGNORECASE) for p in parts if p.strip())[:6]


def _is_source(name: str) -> bool:
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
