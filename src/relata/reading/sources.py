"""Media and named reports from which a report says it takes its account."""

from __future__ import annotations

import re
from itertools import islice

from relata.reading.outlets import distinct, is_medium, is_source, names_in
from relata.reading.shape import is_upper
from relata.tables.reading import media, word_set

LONGEST = 6_000
"""Characters of a paragraph that are searched."""

_WORD = r"[A-Z][\w&.'’/\-]{0,30}"
_NAME = rf"(?:[Tt]he\s)?{_WORD}(?:\s(?:of\s|for\s|and\s|the\s|to\s|on\s)?{_WORD}){{0,5}}"
_MEDIA_NOUN = (
    r"(?:media outlet|media organi[sz]ation|news agency|news outlet|news site|news website|news channel|"
    r"newspaper|daily|broadcaster|television channel|TV channel|television station|TV station|radio station|"
    r"website|monitoring group|monitor|magazine|newswire)"
)
_CUES = tuple(
    re.compile(form)
    for form in (
        (
            rf"(?P<name>{_NAME}),?\s(?:has\s|had\s|also\s|first\s|later\s|earlier\s|"
            rf"previously\s){{0,2}}(?:reported|reports)\b"
        ),
        (
            rf"(?P<name>{_NAME}),\s(?:an?|the)\s(?P<sure>(?:[\w\-]+\s){{0,4}}?{_MEDIA_NOUN})"
            rf"\b[^,.]{{0,60}},\s(?:has\s|also\s)?(?:reported|said|quoted|cited)\b"
        ),
        (
            rf"[Aa]ccording\sto\s(?:an?\s|the\s)?(?P<name>{_NAME})"
            rf"(?P<report>(?:['’]s)?\s(?:(?:[a-z]+\s){{0,2}}report|news\sagency|newspaper|news))?"
        ),
        rf"(?:told|to|with)\s(?P<name>{_NAME})(?P<told>\b)",
        rf"[Rr]eports?\s(?:by|from|in)\s(?P<name>{_NAME})",
        rf"(?P<name>{_NAME})\s(?:quoted|cited|quotes|cites)\b",
        rf"(?:quoted|cited|carried|published|seen|reported)\s(?:by|in)\s(?P<name>{_NAME})",
        (
            rf"(?P<inst>{_NAME})['’]s?\s(?:(?:latest|annual|new|recent|own|final|interim|monthly|quarterly|yearly)"
            rf"\s){{0,2}}(?:report|assessment|survey)\b"
        ),
    )
)
_NAME_BEFORE = (0, 1, 5, 7)
"""Cues whose name stands before them: of a run of capitalised words its end counts, otherwise its beginning."""
_TOLD_BEFORE = re.compile(
    r"(?:\btold|\binterview\swith|\bspeaking\sto|\bspoke\sto|\bstatement\sto)\s(?:the\s)?$", re.IGNORECASE
)
_CREDIT_TAIL = re.compile(
    r"\((?P<whole>(?:[Ww]ith\s)?(?:inputs?|additional reporting|reporting)\s(?:from|by)\s(?P<names>[^()]{2,80}))\)\.?$"
)


def relied_on(paragraphs: list[str], outlet: str | None) -> tuple[str, ...]:
    """Media and named reports from which a report says it takes its account, in order of mention, as written.

    Names are taken only after or before words that say so ("X reported", "according to a X report", "told X"); the
    outlet
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
        found.extend((len(text), n) for n in names_in(tail["names"]) if is_source(n))
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
    return bool(parts) and (
        parts[-1].strip(".") in word_set("institution") or parts[-1] in word_set("institution") or is_medium(name)
    )
