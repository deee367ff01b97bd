"""Through which channel a claim of responsibility was made: a call, a letter, a video, a post, and in which words.

The modes are those of the Global Terrorism Database (variable claimmode); words for each are in ``resources``.
"""

from __future__ import annotations

from typing import NamedTuple

from relata.claims.context import Context
from relata.language.annotated import Sentence, Token
from relata.model import ClaimMode, Span
from relata.tables.claim_words import phrases, words

_LISTS: tuple[tuple[ClaimMode, str], ...] = (
    ("video", "channels_video"),
    ("website", "channels_website"),
    ("e-mail", "channels_email"),
    ("call after", "channels_call"),
    ("note left", "channels_note"),
    ("letter", "channels_letter"),
    ("personal", "channels_personal"),
    ("other", "channels_other"),
)
"""The plainest channel first: "a statement on its website" is a post, "a video sent by e-mail" a video."""
_CHANNELS = tuple((mode, tuple(tuple(phrase.split()) for phrase in phrases(name))) for mode, name in _LISTS)
_BEFOREHAND = words("before_the_attack")
_OF_A_CLAIM = words("nouns_of_claiming")
_AT_SCENE = words("left_at_scene")
_NEAR = 30
"""Tokens on either side of a claim, in its sentence, in which its channel is looked for."""


class Channel(NamedTuple):
    """How a claim was made, and the words that say so."""

    mode: ClaimMode
    words: str | None


def channel_of(context: Context, span: Span) -> Channel:
    """The channel of the claim whose words stand at ``span``; "unknown" where the report does not tell.

    It stands in the sentence of the claim, or in the next one where that speaks of the claim ("The statement was
    posted on …").
    """
    annotated = context.annotated
    number = next((at for at, one in enumerate(annotated.sentences) if one.span.end > span.start), None)
    if number is None:
        return Channel("unknown", None)
    sentence = annotated.sentences[number]
    tokens = annotated.tokens
    first = next((at for at in range(sentence.first, sentence.last) if tokens[at].end > span.start), sentence.first)
    last = next((at for at in range(first, sentence.last) if tokens[at].start >= span.end), sentence.last)
    bounds = max(sentence.first, first - _NEAR), min(sentence.last, last + _NEAR)
    found = _in(context, *bounds)
    if number + 1 < len(annotated.sentences) and (found is None or found.mode == "other"):
        following = annotated.sentences[number + 1]
        if _speaks_of_it(tokens, following):
            found = _in(context, following.first, following.last) or found
    return found or Channel("unknown", None)


def _speaks_of_it(tokens: tuple[Token, ...], sentence: Sentence) -> bool:
    opening = [token.lower for token in tokens[sentence.first : min(sentence.last, sentence.first + 8)]]
    return bool(_OF_A_CLAIM & set(opening)) and bool({"the", "this", "its", "their", "his", "that"} & set(opening))


def _in(context: Context, first: int, last: int) -> Channel | None:
    tokens = context.annotated.tokens
    lower = [token.lower for token in tokens[first:last]]
    for mode, table in _CHANNELS:
        for at in range(len(lower)):
            hit = next((phrase for phrase in table if tuple(lower[at : at + len(phrase)]) == phrase), None)
            if hit is not None:
                named = Span(tokens[first + at].start, tokens[first + at + len(hit) - 1].end)
                text = " ".join(named.cut(context.annotated.text).split())
                return Channel(_refined(mode, lower), text)
    return None


def _refined(mode: ClaimMode, lower: list[str]) -> ClaimMode:
    if mode == "call after" and _BEFOREHAND & set(lower):
        return "call before"
    return "note left" if mode == "letter" and _AT_SCENE & set(lower) else mode
