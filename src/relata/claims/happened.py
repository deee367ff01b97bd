"""Whether it happened at all: doubts and confirmations."""

from __future__ import annotations

import re

from relata.claims.context import Context
from relata.claims.doers import subject
from relata.claims.holders import outlet_of
from relata.claims.segments import Segment
from relata.claims.statements import Statement
from relata.claims.topics import words_as_actor
from relata.tables.claim_words import phrases, words

_CLAIM_NOUNS = words("claimed_nouns")
_DOUBT = phrases("doubts")
_OF_ALL = phrases("doubts_of_all")
"""Words that carry a doubt to every event of the report: "none of these reports could be verified"."""


def confirmation(context: Context, segment: Segment, at: int) -> list[Statement]:
    """Somebody confirms the event or its toll, at the verb ``at``."""
    tokens = context.annotated.tokens
    before = {token.lower for token in tokens[max(segment.first, at - 4) : at]}
    if before & {"not", "n't", "no", "nor", "cannot", "to", "yet", "have"} or at + 2 >= segment.last:
        return []
    ahead = {token.lower for token in tokens[at + 1 : at + 5]}
    if not ahead & (_CLAIM_NOUNS | {"death", "deaths", "toll", "fatalities", "casualties"}):
        return []
    doer = subject(context.annotated, at, segment.first)
    speaker = words_as_actor(context, *doer) if doer else None
    return [Statement("happened", None, speaker, "confirms", doer[0] if doer else at, min(segment.last, at + 6))]


def doubts(context: Context, segment: Segment) -> list[Statement]:
    """Nobody could confirm or verify it."""
    tokens = context.annotated.tokens
    start, end = tokens[segment.first].start, tokens[segment.last - 1].end
    words = " ".join(context.annotated.text[start:end].lower().split())
    if not any(phrase in words for phrase in _DOUBT) and not _NONE_VERIFIED.search(words):
        return []
    own = outlet_of(context) if context.annotated.sentences[segment.sentence].kind == "title" else None
    both = any(phrase in words for phrase in _OF_ALL)
    figures = _FIGURE.search(words) is not None
    return [
        Statement(
            "happened",
            None,
            own,
            "doubts",
            segment.first,
            segment.last,
            all_events=both and not figures,
            of_figures=figures,
        )
    ]


_NONE_VERIFIED = re.compile(
    r"\b(?:none|neither|no)\b[^.;]{1,60}\b(?:could|can|has|have) (?:be |been )?(?:\w{4,15}ly )?"
    r"(?:verified|confirmed|corroborated|substantiated)\b"
)
""" "None of these claims could be independently verified"."""
_FIGURE = re.compile(
    r"\b(?:the|that|those|these|this|any|either|neither|both|his|her|its|their|a|such) (?:\w{3,12} )?"
    r"(?:figures?|tolls?|numbers?|counts?|tally)\b"
)
