"""Whose name a source is: pronouns and "the official", "the group" replaced by the words they stand for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from relata.claims.attribution_draft import Draft, Page, Range
from relata.claims.attribution_words import words
from relata.model import Span

_HE = frozenset({"he", "she", "him", "her", "his", "himself", "herself"})
_THEY = frozenset({"they", "them", "their", "both", "all"})
_IT = frozenset({"it", "its", "itself"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_SELF = frozenset({"i", "we", "my", "our", "me", "us"})
_PLURALS = frozenset({"police", "taliban", "people", "authorities", "men", "women"})
_HANGING = re.compile(r",| (?:of|in|for|from|at) ")
_LOOKED_BACK = 12
"""How many earlier sources are considered: farther ones are seldom meant."""


def names(page: Page, drafts: Sequence[Draft]) -> list[str]:
    """The source of each attribution in words that name it, "" where it has none.

    Args:
        page: the report.
        drafts: attributions in order of the text.
    """
    found: list[str] = []
    for draft in drafts:
        found.append(_name(page, draft, drafts, found) if draft.source else "")
    return found


def _name(page: Page, draft: Draft, drafts: Sequence[Draft], known: Sequence[str]) -> str:
    assert draft.source is not None
    written = page.words(draft.source)
    lower = written.lower()
    earlier = [name for name in known[-_LOOKED_BACK:] if name][::-1]
    if lower in _RELATIVE:
        before = page.chunk_at(draft.source[0] - 1) or page.chunk_at(draft.source[0] - 2)
        return page.words((before.first, before.last)) if before else written
    if lower in _SELF:
        return _enclosing(page, draft, drafts, known) or written
    if lower in _HE:
        return (
            next((name for name in earlier if _is_person(name)), "") or _last_person(page, draft.source[0]) or written
        )
    if lower in _THEY:
        return next((name for name in earlier if _is_many(name)), "") or (earlier[0] if earlier else written)
    if lower in _IT:
        return (
            next((name for name in earlier if not _is_person(name)), "") or _last_body(page, draft.source[0]) or written
        )
    return _pointed_at(page, draft.source, earlier) or written


def _enclosing(page: Page, draft: Draft, drafts: Sequence[Draft], known: Sequence[str]) -> str:
    """Who speaks the quotation that "I" or "we" stands in."""
    span = page.span(draft.cue)
    for other, name in zip(drafts, known, strict=False):
        if other is not draft and name and any(part.contains(span) for part in other.content):
            return name
    return ""


def _pointed_at(page: Page, source: Range, earlier: Sequence[str]) -> str:
    """What "the group", "the same official" stands for; "" if the phrase names its speaker itself."""
    tokens = page.tokens
    first, last = source
    opening = [tokens[at].lower for at in range(first, last - 1)]
    noun = tokens[last - 1].lower
    if opening not in (["the"], ["this"], ["that"], ["the", "same"]) and (
        opening or noun not in {"spokesman", "spokeswoman"}
    ):
        return ""
    table = words()
    if noun not in table.pointing and noun not in table.pointing_same:
        return ""
    same = next((name for name in earlier if noun in name.lower().split() and len(name.split()) > last - first), "")
    if same or noun in table.pointing_same:
        return same
    if noun in {"source", "sources", "official", "officials", "report", "statement"} or not _is_body(noun):
        return next((name for name in earlier if _is_body(name) == _is_body(noun)), "") or (
            earlier[0] if earlier else ""
        )
    return _last_body(page, first) or (earlier[0] if earlier else "")


def _is_body(name: str) -> bool:
    return any(word.strip(".,'’").lower() in words().bodies for word in name.split())


def _is_person(name: str) -> bool:
    head = name.partition(",")[0]
    medium = any(word.strip(".,'’").lower() in words().media or word.lower() == "outlet" for word in name.split())
    return not _is_body(head) and not _is_many(head) and not medium


def _is_many(name: str) -> bool:
    """Whether a name stands for several: "residents", "police", "the Taliban", "A and B"."""
    head = _HANGING.split(name, maxsplit=1)[0].split()
    last = head[-1] if head else ""
    if " and " in name or last.lower() in _PLURALS:
        return True
    return (
        (last.islower() or name.isupper())
        and last.lower().endswith("s")
        and not last.lower().endswith(("ss", "us", "is", "'s", "’s"))
    )


def _last_person(page: Page, before: int) -> str:
    """The nearest earlier name of two or more words, in the four sentences before."""
    chunk = _back(page, before, person=True)
    return page.text[chunk.start : chunk.end] if chunk else ""


def _last_body(page: Page, before: int) -> str:
    """The nearest earlier subject that is a name and no person's."""
    chunk = _back(page, before, person=False)
    return page.text[chunk.start : chunk.end] if chunk else ""


def _back(page: Page, before: int, *, person: bool) -> Span | None:
    for number in range(page.chunk_of[before] - 1 if page.chunk_of[before] >= 0 else -1, -1, -1):
        chunk = page.chunks[number]
        if before - chunk.last > 160:
            return None
        proper = sum(page.tokens[at].pos == "PROPN" for at in range(chunk.first, chunk.last))
        body = any(page.tokens[at].lower in words().bodies for at in range(chunk.first, chunk.last))
        follows = chunk.last < len(page.tokens) and page.tokens[chunk.last].pos in {"VERB", "AUX", "PUNCT"}
        if person and proper >= 2 and not body:
            return chunk.span
        if not person and proper and follows and (body or page.is_finite(chunk.last)):
            return chunk.span
    return None
