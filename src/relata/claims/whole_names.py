"""Whether a name of a known actor is one where it stands, or a part of another word or of another group's name."""

from __future__ import annotations

from bisect import bisect_left

from relata.language.annotated import Mention, Token
from relata.tables.actors import by_key
from relata.tables.claim_words import words

_DONE_BY = words("done_by")


def is_whole(tokens: tuple[Token, ...], mention: Mention) -> bool:
    """Whether a mention is a name of its own: not "ISIS" in "pro-ISIS", nor "Hizbul" in "Hizbul Ahrar".

    A short form that begins its group's full name, before another capitalised word than the full name has, is the
    name of another group.
    """
    first = bisect_left(tokens, mention.span.start + 1, key=lambda token: token.end)
    last = bisect_left(tokens, mention.span.end, key=lambda token: token.end)
    if first >= len(tokens) or last >= len(tokens):
        return True
    if tokens[first].start < mention.span.start and tokens[first].text[0] not in "'\"“‘([":
        return False
    rest = tokens[last].text[mention.span.end - tokens[last].start :]
    if rest[:1] in {"-", "‐", "‑"}:
        return rest[1:].lower() in _DONE_BY
    following = tokens[last + 1] if last + 1 < len(tokens) else None
    known = by_key(mention.key) if mention.key else None
    if known is None or following is None or following.pos != "PROPN" or not following.text[0].isupper():
        return True
    full, own = known.name.casefold().split(), mention.text.casefold().split()
    return not (len(own) < len(full) and full[: len(own)] == own and full[len(own)] != following.lower)
