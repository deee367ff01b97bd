"""Base noun phrases, read off the parts of speech."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from relata.language.annotated import Chunk, Sentence, Token
from relata.language.tokens import word_set
from relata.model import Span

_OPENERS = (
    ("at", "least"),
    ("at", "most"),
    ("more", "than"),
    ("less", "than"),
    ("fewer", "than"),
    ("up", "to"),
    ("as", "many", "as"),
    ("as", "few", "as"),
    ("close", "to"),
    ("no", "fewer", "than"),
    ("no", "less", "than"),
    ("not", "less", "than"),
)
_OPENING = frozenset(opener[0] for opener in _OPENERS)
_ABOUT = word_set("about around nearly almost over some approximately roughly under only just exactly another")
_DAYS = word_set("monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow tonight")
_HOURS = frozenset({"night", "morning", "afternoon", "evening", "noon", "dawn", "midnight", "attack", "attacks"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_INSIDE = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "SYM"})
_POSSESSIVES = word_set("my your his her its our their whose")


def chunks(tokens: Sequence[Token], sentences: Sequence[Sentence]) -> Iterator[Chunk]:
    """The base noun phrases of every sentence, in order; they never overlap.

    A phrase is an optional opener ("at least", "about"), an optional determiner or possessive, then adjectives, numbers
    and nouns; a possessor stays inside ("the governor's house": head "house"). A pronoun is a phrase by itself.
    The head is the last noun, or the last number or adjective where there is no noun ("at least 64", "the wounded").
    """
    for sentence in sentences:
        at = sentence.first
        while at < sentence.last:
            chunk = _chunk_at(tokens, at, sentence.last)
            if chunk:
                yield chunk
                at = chunk.last
            else:
                at += 1


def _chunk_at(tokens: Sequence[Token], first: int, limit: int) -> Chunk | None:
    at = _after_opener(tokens, first, limit)
    opened = at > first
    determined = False
    while at < limit and _is_determiner(tokens[at]):
        at += 1
        determined = True
    body = at
    head = -1
    while at < limit:
        token = tokens[at]
        if token.pos in _INSIDE:
            if at > body and _breaks(tokens[at - 1], token, head >= 0):
                break
            if token.pos in _NOUNS:
                head = at
            at += 1
        elif _is_modifier(tokens, at, limit, body=body, determined=determined) or (
            head == at - 1 and _is_possessive_mark(token) and _noun_follows(tokens, at + 1, limit)
        ):
            at += 1
        else:
            break
    if opened and not any(tokens[index].pos == "NUM" for index in range(body, at)):
        return _chunk_at(tokens, body, limit) if body == first else None
    if head >= 0:
        if tokens[first].lower == "that" and tokens[head].lower.endswith("s") and head > first + 1:
            first += 1  # "said that Russian reports": a conjunction, whatever the tagger says
        return _made(tokens, first, head + 1, head)
    if at > body and (determined or opened or tokens[at - 1].pos == "NUM"):
        return _made(tokens, first, at, at - 1)
    if tokens[first].pos == "PRON" and tokens[first].lower not in _POSSESSIVES:
        return _made(tokens, first, first + 1, first)
    return None


def _breaks(before: Token, token: Token, has_head: bool) -> bool:
    """Whether a day or hour and a name only stand side by side ("killed two people Monday", "Monday Ali Khan said")."""
    if token.lower in _DAYS:
        return has_head
    return (before.lower in _DAYS and token.lower not in _HOURS) or (before.lower in _HOURS and token.pos == "PROPN")


def _made(tokens: Sequence[Token], first: int, last: int, head: int) -> Chunk:
    return Chunk(Span(tokens[first].start, tokens[last - 1].end), first, last, head)


def _after_opener(tokens: Sequence[Token], first: int, limit: int) -> int:
    """Index after words that open a count ("at least", "about"), or ``first``."""
    lower = tokens[first].lower
    for opener in _OPENERS if lower in _OPENING else ():
        last = first + len(opener)
        if (
            opener[0] == lower
            and last < limit
            and all(tokens[first + i].lower == word for i, word in enumerate(opener))
        ):
            return last
    if lower in _ABOUT and first + 1 < limit and tokens[first + 1].pos == "NUM":
        return first + 1
    return first


def _is_determiner(token: Token) -> bool:
    return token.pos == "DET" or (token.pos == "PRON" and token.lower in _POSSESSIVES)


def _is_possessive_mark(token: Token) -> bool:
    return token.pos == "PART" and token.lower[0] in "'’ʼ"


def _noun_follows(tokens: Sequence[Token], at: int, limit: int) -> bool:
    return at < limit and (tokens[at].pos in _INSIDE or tokens[at].pos == "VERB")


def _is_modifier(tokens: Sequence[Token], at: int, limit: int, *, body: int, determined: bool) -> bool:
    """Whether a token that is no noun may stand before one ("very", "burnt", "and" between adjectives)."""
    token = tokens[at]
    if at + 1 >= limit:
        return False
    following = tokens[at + 1].pos
    if token.pos == "ADV":
        return determined and at == body and following in {"ADJ", "NUM", "VERB"}
    if token.pos == "VERB":
        participle = token.lower.endswith(("ed", "ing", "en"))
        before = at > body and tokens[at - 1].pos in {"ADJ", "NUM"}
        return participle and (before or (determined and at == body)) and following in _INSIDE
    if token.pos == "CCONJ":
        return at > body and tokens[at - 1].pos == "ADJ" and following == "ADJ"
    return False
