"""Clauses that stand between people and the verb that tells what became of them."""

from __future__ import annotations

from relata.language.annotated import Token

_PARTICIPLES = ("ed", "en", "wn", "nt", "ht", "id", "ing")
_SPEAKS = frozenset({"said", "say", "says"})


def speaks(tokens: tuple[Token, ...], at: int, last: int) -> bool:
    """Whether the word after people is a verb of speech: they speak, and what follows is of others."""
    if at + 1 >= last or tokens[at].pos != "VERB" or tokens[at].lower not in _SPEAKS:
        return False
    return tokens[at + 1].lower != "to"


def shortened_clause(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """ "soldiers backed by the coalition were killed": a participle hung on the people before a passive."""
    at = first + 1 if first < last and tokens[first].text == "," else first
    if at + 1 >= last or tokens[at].pos not in {"VERB", "ADJ"} or not tokens[at].lower.endswith(_PARTICIPLES):
        return False
    return tokens[at + 1].pos in {"ADP", "ADV", "PART"} or tokens[at].lower.endswith("ing")
