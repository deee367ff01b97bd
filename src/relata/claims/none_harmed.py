"""Tolls of nobody: "no casualties", "nobody was hurt", "only material damage", "the driver escaped unhurt"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from relata.claims.harm_words import TollFound
from relata.claims.people import Group
from relata.language.annotated import Annotated, Sentence, Token
from relata.model import Count
from relata.tables.claim_words import words

_BOTH = ("killed", "wounded")
_NOUNS = {
    "casualties": _BOTH,
    "casualty": _BOTH,
    "injuries": ("wounded",),
    "injury": ("wounded",),
    "injured": ("wounded",),
    "wounded": ("wounded",),
    "deaths": ("killed",),
    "death": ("killed",),
    "dead": ("killed",),
    "fatalities": ("killed",),
    "fatality": ("killed",),
    "victims": _BOTH,
}
_STATES = {
    "killed": "killed",
    "died": "killed",
    "dead": "killed",
    "hurt": "wounded",
    "injured": "wounded",
    "wounded": "wounded",
    "harmed": "wounded",
}
_HURTING = {"hurting", "hurt", "injuring", "injured", "wounding", "wounded", "harming", "killing", "killed"}
_NOT = frozenset({"not", "n't", "n’t", "never"})
_UNHARMED = words("unharmed")
_NO_WORD_OF = words("no_word_of")
_SILENT = words("silent_verbs")
_BRINGING = words("bringing_about")
_DAMAGE = frozenset({"damage", "damages", "losses"})
_OPENING = frozenset({*_NOUNS, *_STATES, *_UNHARMED, "no", "nobody", "no-one", "none", "only"})
"""Words at which one of the searches begins."""
_FAR = 8
"""Words between a denial and the noun that it denies, at most ("did not result in any reported casualties")."""


def none_harmed(annotated: Annotated, sentence: Sentence) -> tuple[TollFound, ...]:
    """Every statement in the sentence that nobody was killed or wounded, or that somebody was not."""
    found: list[TollFound] = []
    for at in range(sentence.first, sentence.last):
        if annotated.tokens[at].lower not in _OPENING:
            continue
        found.extend(_denied_noun(annotated, sentence, at))
        found.extend(_nobody(annotated, sentence, at))
        found.extend(_by_phrase(annotated, sentence, at))
        found.extend(_not_left(annotated, sentence, at))
    return tuple(found)


def _none(annotated: Annotated, attribute: str, first: int, last: int, harm: int) -> TollFound:
    tokens = annotated.tokens
    words = " ".join(annotated.text[tokens[first].start : tokens[last - 1].end].split())
    return TollFound(attribute, Count(0, 0, words), None, first, last, harm)


def _denied_noun(annotated: Annotated, sentence: Sentence, at: int) -> Iterator[TollFound]:
    """ "no casualties", "without causing any injuries", "did not leave victims"."""
    attributes = _NOUNS.get(annotated.tokens[at].lower)
    if not attributes:
        return
    opener = _denial_before(annotated.tokens, sentence, at)
    if opener is not None:
        for attribute in attributes:
            yield _none(annotated, attribute, opener, at + 1, at)


def _denial_before(tokens: tuple[Token, ...], sentence: Sentence, at: int) -> int | None:
    """Index of the "no", "without" or "not" that denies the noun at ``at``, or None."""
    start = max(sentence.first, at - _FAR)
    for back in range(at - 1, start - 1, -1):
        word = tokens[back].lower
        between = [token.lower for token in tokens[back + 1 : at]]
        if tokens[back].text in {".", ";", ":"}:
            return None
        if word == "no":
            near = len(between) <= 4 and not _NO_WORD_OF & set(between)
            return back if near and (tokens[at].pos != "ADJ" or not between) else None
        if word == "without":
            return back
        if word in _NOT:
            silent = _SILENT & set(between)
            brought = _BRINGING & set(between) and tokens[at].pos != "VERB"
            return back if brought and not silent and (len(between) <= 4 or "any" in between) else None
        if tokens[back].pos == "NUM":
            return None
    return None


def _nobody(annotated: Annotated, sentence: Sentence, at: int) -> Iterator[TollFound]:
    """ "nobody was hurt", "no one was killed or injured", "no soldiers were killed", "hurting no one"."""
    tokens = annotated.tokens
    word = tokens[at].lower
    pair = word == "no" and at + 1 < sentence.last and tokens[at + 1].lower in _ANYBODY
    if word not in {"nobody", "no-one", "none"} and not pair:
        return
    last = at + 2 if pair else at + 1
    before = tokens[at - 1].lower if at > sentence.first else ""
    if before in _HURTING and word != "none":
        attributes = (
            ("killed",) if before.startswith("kill") else _BOTH if before in {"hurting", "hurt"} else ("wounded",)
        )
        for attribute in attributes:
            yield _none(annotated, attribute, at - 1, last, at - 1)
        return
    seen: set[str] = set()
    for end in range(last, min(sentence.last, last + 7)):
        if tokens[end].text in {",", ";", "."} or tokens[end].lower in {"but", "when", "after", "while"}:
            break
        state = _STATES.get(tokens[end].lower)
        if state and state not in seen:
            seen.add(state)
            yield _none(annotated, state, at, end + 1, end)


_ANYBODY = frozenset(
    {
        "one",
        "people",
        "person",
        "civilians",
        "civilian",
        "soldiers",
        "soldier",
        "officers",
        "passengers",
        "policemen",
        "residents",
        "students",
        "worshippers",
        "troops",
        "others",
    }
)


def _by_phrase(annotated: Annotated, sentence: Sentence, at: int) -> Iterator[TollFound]:
    """ "escaped unhurt", "no loss of life", "caused only material damage"."""
    tokens = annotated.tokens
    word = tokens[at].lower
    if word in _UNHARMED:
        none = _none(annotated, "wounded", at, at + 1, at)
        yield replace(none, group=Group(at, at + 1, none.count, None, None, bare=True, part=True))
    ahead = [token.lower for token in tokens[at : min(at + 5, sentence.last)]]
    if word == "no" and ahead[1:3] in (["loss", "of"], ["losses", "of"]) and ahead[3:4] in (["life"], ["lives"]):
        yield _none(annotated, "killed", at, at + 4, at + 3)
    if word == "only" and (
        {"material", "property", "minor", "structural"} & set(ahead[1:4]) and _DAMAGE & set(ahead[1:5])
    ):
        end = at + next(index for index, one in enumerate(ahead) if one in _DAMAGE) + 1
        for attribute in _BOTH:
            yield _none(annotated, attribute, at, end, end - 1)


def _not_left(annotated: Annotated, sentence: Sentence, at: int) -> Iterator[TollFound]:
    """ "did not leave people injured": nobody is left in that state."""
    tokens = annotated.tokens
    attribute = _STATES.get(tokens[at].lower)
    if not attribute:
        return
    start = max(sentence.first, at - 6)
    before = [token.lower for token in tokens[start:at]]
    left = next((index for index, word in enumerate(before) if word in {"leave", "left"}), None)
    denial = next((index for index, word in enumerate(before[:left]) if word in _NOT), None) if left else None
    if denial is not None and not any(tokens[start + index].pos == "NUM" for index in range(denial, len(before))):
        yield _none(annotated, attribute, start + denial, at + 1, at)
