"""Admissions: "X admitted the attack" is X's claim of it, "X admitted the attack had failed" is none."""

from __future__ import annotations

from relata.claims.context import Context
from relata.claims.doers import actor_in, by_phrase, chunk_after, subject, with_links
from relata.claims.segments import Segment
from relata.language.annotated import Token
from relata.tables.claim_words import words

_DEEDS = words("claimed_nouns") | words("deeds_in_general")
_OWNED = words("possessive_pronouns")
_RELATIVES = {"which", "who", "that", "whose", "where"}
_CLAUSES = words("subordinators") - {"in", "by", "during", "where"}
_REACH = 8
"""Tokens after the deed in which "by …" says whose it is."""


def admits_a_deed(context: Context, segment: Segment, at: int) -> bool:
    """Whether the verb ``at`` admits a deed of one's own: "admitted the attack", "admitted to earlier outrages".

    Not "admitted the bombing in the city, in which two died, had failed", nor "admitted the attack by the rebels".
    """
    annotated, tokens = context.annotated, context.annotated.tokens
    first = at + 2 if at + 2 < segment.last and tokens[at + 1].lower == "to" else at + 1
    chunk = chunk_after(annotated, first, segment.last, reach=0)
    if not tokens[at].lower.startswith("admit") or chunk is None or tokens[chunk.head].lower not in _DEEDS:
        return False
    end = with_links(annotated, chunk.last, segment.last)
    return not _goes_on(context, segment, end) and not _of_another(context, segment, at, chunk.last)


def _goes_on(context: Context, segment: Segment, at: int) -> bool:
    """Whether a noun phrase that ends at ``at`` is the subject of a finite verb that follows what hangs on it."""
    tokens, aside = context.annotated.tokens, False
    while at < segment.last:
        token = tokens[at]
        if _is_finite(tokens, at, segment.last):
            return True
        if token.text == ",":
            if aside or not _opens_aside(tokens, at + 1, segment.last):
                return aside and _is_finite(tokens, at + 1, segment.last)
            aside, at = True, at + 1
        elif token.lower in _RELATIVES:
            at = _past_verb(tokens, at, segment.last)
        elif token.lower in _CLAUSES:
            return False
        elif token.pos in {"ADP", "ADV"}:
            at += 1
        else:
            chunk = chunk_after(context.annotated, at, segment.last, reach=0)
            if chunk is None:
                return False
            at = with_links(context.annotated, chunk.last, segment.last)
    return False


def _opens_aside(tokens: tuple[Token, ...], at: int, last: int) -> bool:
    """ "…, in which two died, …", "…, which failed, …"."""
    return at < last and (tokens[at].pos == "ADP" or tokens[at].lower in _RELATIVES)


def _is_finite(tokens: tuple[Token, ...], at: int, last: int) -> bool:
    """Whether a verb at ``at`` has a subject: no form in "-ing", and no "planned by …", "carried out by …"."""
    if at >= last or tokens[at].lower.endswith("ing"):
        return False
    by = any(token.lower == "by" for token in tokens[at + 1 : min(last, at + 3)])
    return tokens[at].pos == "AUX" or (tokens[at].pos == "VERB" and not by)


def _past_verb(tokens: tuple[Token, ...], at: int, last: int) -> int:
    """One past the verb of the relative clause that opens at ``at``."""
    verb = next((index for index in range(at, last) if tokens[index].pos in {"VERB", "AUX"}), last)
    return next((index for index in range(verb, last) if tokens[index].pos not in {"VERB", "AUX", "ADV", "PART"}), last)


def _of_another(context: Context, segment: Segment, verb: int, end: int) -> bool:
    """Whether "by …" after the deed names somebody else than the subject and its people."""
    annotated, tokens = context.annotated, context.annotated.tokens
    run = by_phrase(annotated, end, min(segment.last, end + _REACH))
    named = actor_in(annotated, *run) if run else None
    if run is None or named is None or any(token.lower in _OWNED for token in tokens[run[0] : run[1]]):
        return False
    doer = subject(annotated, verb, segment.first)
    own = actor_in(annotated, *doer, any_name=True) if doer else None
    return own is None or (named[0].text != own[0].text and (named[0].key is None or named[0].key != own[0].key))
