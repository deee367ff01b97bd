"""Whose name a source is: pronouns and "the official", "the group" replaced by the words they stand for."""

from __future__ import annotations

from collections.abc import Sequence

from relata.claims.attribution_antecedents import group_back, office_back, person_back, speaker_back
from relata.claims.attribution_draft import Draft, Page, Range
from relata.claims.attribution_sorts import Sort, sort_of
from relata.claims.attribution_sources import subject_before
from relata.claims.attribution_words import words

_HE = frozenset({"he", "she", "him", "her", "his", "himself", "herself"})
_THEY = frozenset({"they", "them", "their", "both", "all", "themselves"})
_IT = frozenset({"it", "its", "itself"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_SELF = frozenset({"i", "we", "my", "our", "me", "us"})
_LOOKED_BACK = 12
"""How many earlier sources are considered: farther ones are seldom meant."""

_GROUPS = frozenset(
    {"group", "organisation", "organization", "movement", "outfit", "faction", "sect", "gang", "network"}
)
_PAPERS = frozenset({"report", "statement", "communique", "study", "document"})
_OFFICES = frozenset(
    {"president", "minister", "governor", "mayor", "judge", "ambassador", "bishop", "senator", "congressman", "party"}
)
"""Offices that only their holder is called by: "the president" is never merely the last person who spoke."""


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
    if lower in _RELATIVE:
        return _antecedent(page, draft) or written
    if lower in _SELF:
        return _enclosing(page, draft, drafts, known) or written
    if lower in _HE | _THEY | _IT:
        return _pronoun(page, draft, drafts, known, lower) or written
    return _owned(page, draft, drafts, known) or _pointed_at(page, draft, drafts, known) or written


def _antecedent(page: Page, draft: Draft) -> str:
    """The words before a relative pronoun: "Ali Karim, a doctor, who said"."""
    assert draft.source is not None
    at = draft.source[0]
    before = page.chunk_at(at - 1) or page.chunk_at(at - 2)
    if before is None:
        return ""
    closed = page.tokens[at - 1].text == ","  # else the clause hangs on the last noun: "the victims of men who"
    phrase = subject_before(page, before.last, page.annotated.sentences[draft.sentence].first) if closed else None
    return page.words(phrase or (before.first, before.last))


def _pronoun(page: Page, draft: Draft, drafts: Sequence[Draft], known: Sequence[str], lower: str) -> str:
    """Whom "he", "they" or "it" stands for; "" if nobody fits."""
    assert draft.source is not None
    if lower in _THEY:
        return speaker_back(page, draft, drafts, known, lambda sort: sort in {"many", "body"}) or _earlier(known, "")
    wanted: Sort = "person" if lower in _HE else "body"
    found = speaker_back(page, draft, drafts, known, lambda sort: sort == wanted)
    found = found or _earlier([name for name in known[-_LOOKED_BACK:] if sort_of(page, name) == wanted], "")
    if found:
        return found
    return (
        person_back(page, draft.source[0]) if wanted == "person" else group_back(page, draft.sentence, draft.source[0])
    )


def _earlier(known: Sequence[str], default: str) -> str:
    return next((name for name in known[-_LOOKED_BACK:][::-1] if name), default)


def _enclosing(page: Page, draft: Draft, drafts: Sequence[Draft], known: Sequence[str]) -> str:
    """Who speaks the quotation that "I" or "we" stands in."""
    span = page.span(draft.cue)
    for other, name in zip(drafts, known, strict=False):
        if other is not draft and name and any(part.contains(span) for part in other.content):
            return name
    return ""


def _owned(page: Page, draft: Draft, drafts: Sequence[Draft], known: Sequence[str]) -> str:
    """ "Its spokesman", "a spokesman for the group" with the name of whom it speaks for."""
    assert draft.source is not None
    first, last = draft.source
    opening = page.tokens[first].lower
    if opening == "its" and 1 < last - first <= 6:
        whose = _pronoun(page, draft, drafts, known, "it")
        return f"{whose.partition(',')[0]}'s {page.words((first + 1, last))}" if whose else ""
    ending = [page.tokens[at].lower for at in range(max(first, last - 3), last)]
    if len(ending) == 3 and ending[0] in {"for", "of"} and ending[1] in {"the", "this", "that"} and last - first <= 9:
        whose = group_back(page, draft.sentence, first) if ending[2] in _GROUPS else ""
        return f"{page.words((first, last - 2))} {whose}" if whose else ""
    return ""


def _pointed_at(page: Page, draft: Draft, drafts: Sequence[Draft], known: Sequence[str]) -> str:
    """What "the group", "the same official" stands for; "" if the phrase names its speaker itself."""
    assert draft.source is not None
    tokens = page.tokens
    first, last = draft.source
    opening = [tokens[at].lower for at in range(first, last - 1)]
    noun = tokens[last - 1].lower
    if noun in _GROUPS and _points(page, (first, last)):
        body = speaker_back(page, draft, drafts, known, lambda sort: sort == "body")
        return group_back(page, draft.sentence, first) or body
    if opening not in (["the"], ["this"], ["that"], ["the", "same"]) and (
        opening or noun not in {"spokesman", "spokeswoman"}
    ):
        return ""
    table = words()
    if noun not in table.pointing and noun not in table.pointing_same:
        return ""
    earlier = [name for name in known[-_LOOKED_BACK:] if name][::-1]
    same = next((name for name in earlier if noun in name.lower().split() and len(name.split()) > last - first), "")
    if same or noun in table.pointing_same:
        return same
    if noun in _OFFICES:
        return office_back(page, noun, first)
    if noun in {"source", "sources"}:
        return speaker_back(page, draft, drafts, known, lambda sort: sort != "thing")
    wanted = sort_of(page, noun)
    if noun in _PAPERS:
        return next((name for name in earlier if sort_of(page, name) == "body"), "")
    return speaker_back(page, draft, drafts, known, lambda sort: sort == wanted)


def _points(page: Page, phrase: Range) -> bool:
    """Whether "the rebel group" names nobody: a definite article, small words and no name."""
    first, last = phrase
    if page.tokens[first].lower not in {"the", "this", "that"} or last - first > 4:
        return False
    return all(page.tokens[at].text.islower() or page.shouts for at in range(first + 1, last)) and not any(
        page.tokens[at].pos == "PROPN" for at in range(first + 1, last - 1)
    )
