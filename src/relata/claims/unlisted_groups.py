"""Groups that no table lists, known by the words around their names: "the X group", "X militants", "members of X"."""

from __future__ import annotations

from bisect import bisect_left

from relata.language.annotated import Annotated, Token
from relata.model import ActorName, Span
from relata.places import gazetteer
from relata.tables import events as tables
from relata.tables.claim_words import words

_GROUP_NOUNS = words("group_words") | words("group_nouns")
_NO_NAMES = words("months") | words("not_doers") | words("not_group_names")
_OF = {"of", "from", "to", "with"}
_QUOTES = {'"', "“", "”", "'", "‘", "’", "«", "»", "``", "''"}
_OPENING = {".", "?", "!", ":", ")", "-", "--", "–", "—"}
"""After these a word has its capital for opening a sentence; dashes and brackets end datelines."""
_LONGEST_NAME = 8
"""Tokens of a name, at most."""
_TOWN = 50_000
"""A name that a town of more people bears is read as the town ("Bilbao militants")."""
_NOT_GROUPS = {"nationality", "place", "person", "media", "facility", "state", "state force", "organisation"}


def group_named(annotated: Annotated, first: int, last: int) -> ActorName | None:
    """The group that tokens ``first`` to ``last`` name beside a noun for armed people, or None.

    In a text all in capitals nothing tells a name from other words, so nothing is found there.
    """
    tokens = annotated.tokens
    if last - first < 2 or all(not token.text.isalpha() or token.text.isupper() for token in tokens[first:last]):
        return None
    for at in range(last - 1, first, -1):
        if _is_group_noun(tokens[at].lower):
            run = _before(tokens, first, at)
            if run and _is_name(annotated, *run):
                return _actor(annotated, *run)
    for at in range(first, last - 2):
        if tokens[at].lower in _OF and _is_group_noun(tokens[at - 1].lower if at else ""):
            run = _after(tokens, at + 1, last)
            if run and _is_name(annotated, *run):
                return _actor(annotated, *run)
    return None


def _is_group_noun(word: str) -> bool:
    if word in _GROUP_NOUNS:
        return True
    found = tables.people().at([word], 0, 1)
    return found is not None and found.payload == "militant"


def _before(tokens: tuple[Token, ...], first: int, at: int) -> tuple[int, int] | None:
    """The capitalised words that stand right before token ``at``, quotation marks left out."""
    last = at
    while last > first and tokens[last - 1].text in _QUOTES:
        last -= 1
    start = last
    while start > first and last - start < _LONGEST_NAME:
        joins = tokens[start - 1].lower in {"of", "the", "for", "de", "la"} and start - 1 > first
        if not (tokens[start - 1].text[0].isupper() or (joins and start < last)):
            break
        start -= 1
    while start < last and (tokens[start].pos == "DET" or tokens[start].lower in {"of", "the", "for"}):
        start += 1
    return (start, last) if start < last else None


def _after(tokens: tuple[Token, ...], at: int, last: int) -> tuple[int, int] | None:
    """The capitalised words that begin within a few tokens of ``at``: "the banned X", "the militant group X"."""
    start = at
    while start < last and start - at < 4 and not tokens[start].text[0].isupper():
        start += 1
    end = start
    while end < last and end - start < _LONGEST_NAME:
        joins = tokens[end].lower in {"of", "the", "for", "de", "la"} and end + 1 < last and end > start
        if not (tokens[end].text[0].isupper() or (joins and tokens[end + 1].text[0].isupper())):
            break
        end += 1
    return (start, end) if end > start else None


def _is_name(annotated: Annotated, first: int, last: int) -> bool:
    """Whether capitalised words can be a group's name: no people, place or known body, no word of a sentence."""
    tokens = annotated.tokens
    if any(token.lower in _NO_NAMES or _is_group_noun(token.lower) for token in tokens[first:last]):
        return False
    if (
        first
        and last - first == 1
        and tokens[first].pos not in {"PROPN", "NOUN", "X"}
        and "-" not in tokens[first].text
    ):
        return False
    opens = first == 0 or tokens[first - 1].text in _OPENING
    if opens and last - first == 1 and tokens[first].pos != "PROPN":
        return False
    span = Span(tokens[first].start, tokens[last - 1].end)
    index = bisect_left(annotated.mentions, span.start, key=lambda mention: mention.span.start)
    for mention in annotated.mentions[index:]:
        if mention.span.start >= span.end:
            break
        whole = mention.span.end >= span.end or mention.kind == "nationality"
        if mention.kind in _NOT_GROUPS and whole and mention.kind != "person":
            return False
    found = gazetteer().lookup(span.cut(annotated.text))
    return not any(one.kind in {"country", "admin1", "region"} or one.population > _TOWN for one in found)


def _actor(annotated: Annotated, first: int, last: int) -> ActorName:
    tokens = annotated.tokens
    name = " ".join(Span(tokens[first].start, tokens[last - 1].end).cut(annotated.text).split())
    from relata.tables.actors import lookup  # noqa: PLC0415 - the table is read when first asked for

    known = lookup(name)
    return ActorName(name, known.key if known else None, known.kind if known else "armed group")
