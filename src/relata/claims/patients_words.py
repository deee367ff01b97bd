"""The words around a word of harm: where its verb starts, and what between it and the people does not count."""

from __future__ import annotations

from relata.claims.numbers import read_number
from relata.claims.people_heads import past_brackets
from relata.language.annotated import Sentence, Token
from relata.tables.claim_words import words

BE = words("passive_auxiliaries")
BETWEEN = words("between_auxiliary")
PERFECT = frozenset({"has", "have", "had", "having", "'ve", "to"})
NOT = frozenset({"not", "n't", "n’t", "never", "neither", "nor"})
CLAUSES = frozenset({"when", "while", "after", "where", "as", "because", "whereas", "although"})
_PART_OPENERS = words("part_openers")
_LONGEST_ASIDE = 16
"""Words of "including … ," between people and what befell them."""
_PARTICIPLES = ("ed", "en", "wn", "nt", "ht", "id", "ing")


def in_brackets(tokens: tuple[Token, ...], sentence: Sentence) -> frozenset[int]:
    """The tokens that stand inside brackets."""
    aside: set[int] = set()
    at = sentence.first
    while at < sentence.last:
        end = past_brackets(tokens, at, sentence.last)
        aside.update(range(at, end))
        at = max(end, at + 1)
    return frozenset(aside)


def reads(tokens: tuple[Token, ...], at: int, words: tuple[str, ...]) -> bool:
    """Whether these words stand at token ``at``."""
    return tuple(token.lower for token in tokens[at : at + len(words)]) == words


def verb_start(tokens: tuple[Token, ...], at: int, first: int) -> int:
    """Index of the first word of the verb that ends at ``at``: its auxiliaries and adverbs."""
    start = at
    while start > first and start > at - 7:
        before = tokens[start - 1]
        if not (
            before.lower in BE or before.lower in BETWEEN or before.lower in PERFECT or before.lower in NOT
        ) and not (before.pos == "ADV" and before.lower not in CLAUSES and not read_number(tokens, start - 1, start)):
            break
        start -= 1
    return start


def before_age(tokens: tuple[Token, ...], at: int, first: int) -> int:
    """Index before an age between commas that ends at ``at`` ("Man, 34, killed"), or ``at``."""
    aged = at - 3 >= first and tokens[at - 1].text == "," and tokens[at - 3].text == ","
    return at - 3 if aged and tokens[at - 2].text.isdigit() else at


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


def before_included(tokens: tuple[Token, ...], at: int, first: int) -> int:
    """Index before members told between commas ("12 officers, including a commander, injured"), or ``at``."""
    if at - 1 <= first or tokens[at - 1].text != ",":
        return at
    for comma in range(at - 2, max(first, at - _LONGEST_ASIDE) - 1, -1):
        if tokens[comma].pos in {"VERB", "AUX"} and tokens[comma].lower not in _PART_OPENERS:
            return at
        if tokens[comma].text == "," and tokens[comma + 1].lower in _PART_OPENERS:
            return comma
    return at


def opens_own_clause(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Whether what stands between harm and people tells of another act ("hurt in a fight during which two …")."""
    between = tokens[first:last]
    return any(
        token.lower in CLAUSES
        or (token.lower in {"which", "that"} and between[number - 1].lower not in {"of", "among"})
        for number, token in enumerate(between)
    )
