"""What somebody is accused of: the violence that a report tells of, or something else."""

from __future__ import annotations

from bisect import bisect_right

from relata.claims.context import Context
from relata.claims.doers import ACTOR_KINDS
from relata.claims.segments import Segment
from relata.language.annotated import Token
from relata.tables.claim_words import words


def told_of_a_deed(context: Context, segment: Segment, at: int) -> bool:
    """Whether what somebody is accused of, after the verb ``at``, is the violence that a report tells of.

    "Accused of training fighters" is no charge of an attack; "accused" alone is one where the sentence names no other.
    """
    tokens = context.annotated.tokens
    end = next((index for index in range(at + 1, segment.last) if _gives_reason(tokens, index)), segment.last)
    window = range(at + 1, min(end, at + 12))
    link = next((i for i in window if tokens[i].lower in _OF_WHAT and not _in_name(context, i)), None)
    if link is None or _in_aside(context, segment, at, link):
        return True
    ahead = [token.lower for token in tokens[link + 1 : min(segment.last, link + 14)]]
    named = any(link < hit.first for hit in segment.triggers)
    return named or bool(DEED_NOUNS & set(ahead)) or bool(_DEEDS & set(ahead[:4])) or ahead[:1] in (["it"], ["this"])


def _in_name(context: Context, at: int) -> bool:
    """Whether a word stands inside the name of an actor: the "in" of "Islamic State in the Greater Sahara"."""
    offset, mentions = context.annotated.tokens[at].start, context.annotated.mentions
    index = bisect_right(mentions, offset, key=lambda mention: mention.span.start) - 1
    return index >= 0 and mentions[index].kind in ACTOR_KINDS and offset < mentions[index].span.end


def _gives_reason(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a sentence goes on to say why somebody is suspected, and no longer of what."""
    if tokens[at].lower == "as":
        return at + 1 < len(tokens) and tokens[at + 1].pos == "PRON"
    return tokens[at].lower in _REASONS


_REASONS = {"because", "since", "although", "though"}


def _in_aside(context: Context, segment: Segment, at: int, link: int) -> bool:
    """Whether the link stands in what describes the accused ("suspect X, a network of militants across the region")."""
    tokens = context.annotated.tokens
    comma = next((index for index in range(at + 1, link) if tokens[index].text == ","), None)
    if comma is None or tokens[comma + 1].lower not in {"a", "an", "the", "who", "which", "whose"}:
        return False
    closes = next((index for index in range(comma + 1, segment.last) if tokens[index].text == ","), segment.last)
    return closes > link and not (closes + 1 < segment.last and tokens[closes + 1].lower in _OF_WHAT)


_OF_WHAT = {"of", "for", "in", "over", "with", "to"}
_DEEDS = words("deed_verbs") | words("light_verbs") | words("harming_verbs")
DEED_NOUNS = words("claimed_nouns") | words("crimes")
"""Nouns for what somebody is accused of: "the attack", "murder"."""
