"""Groups of people in lists: which go on a list, which are a part of another, which describe a person anew."""

from __future__ import annotations

from dataclasses import replace

from relata.claims.numbers import read_number
from relata.claims.people_group import Group
from relata.claims.people_heads import AGED, past_brackets
from relata.language.annotated import Sentence, Token
from relata.tables.claim_words import words

_PART_OPENERS = words("part_openers")
_JOINERS = words("list_joiners")
_AGES = frozenset({"aged", "age", "ages"})
_ARTICLES = {"a", "an", "the"}
_KNOWN = _ARTICLES | {"his", "her", "their", "its"}


def _without_appositions(tokens: tuple[Token, ...], groups: list[Group], sentence: Sentence) -> list[tuple[Group, int]]:
    """Each person once, with the token up to which the words about that person reach.

    "Ali Khan, a senior officer, …" and "the commander, Ali Khan, …" are one person each: the named is kept. So is "a
    man, an activist of the league, was killed".
    """
    kept: list[tuple[Group, int]] = []
    for index, group in enumerate(groups):
        before = kept[-1][0] if kept else None
        between = tokens[kept[-1][1] : group.first] if kept else ()
        titled = group.kind == "named" and len(between) <= 2 and all(token.pos == "PROPN" for token in between)
        if before is not None and (titled or [token.text for token in between] == [","] or not between):
            article = tokens[group.first].lower in _ARTICLES
            if before.kind == "named" and group.kind != "named" and (article or tokens[group.first].lower == "both"):
                kept[-1] = before, group.last
                continue
            if group.kind == "named" and before.kind != "named" and tokens[before.first].lower in _ARTICLES:
                group = replace(group, first=kept.pop()[0].first)  # noqa: PLW2901 - with the office before the name
            elif _renames(tokens, before, group, groups[index + 1 :], sentence):
                kept[-1] = before, group.last
                continue
        kept.append((group, group.last))
    return kept


def _renames(
    tokens: tuple[Token, ...], before: Group, group: Group, following: list[Group], sentence: Sentence
) -> bool:
    """Whether one person is only described a second time: "a man, an activist, was killed"."""
    if not (before.count.low == before.count.high == group.count.low == group.count.high == 1):
        return False
    if tokens[before.first].lower not in _KNOWN or tokens[group.first].lower not in _ARTICLES:
        return False
    end = group.last
    if end >= sentence.last or tokens[end].text != ",":
        return False
    listed = end + 1 < sentence.last and tokens[end + 1].lower in _JOINERS
    return not listed and not any(other.first in {end + 1, end + 2} for other in following)


def linked_groups(tokens: tuple[Token, ...], groups: list[Group], sentence: Sentence) -> list[Group]:
    """Groups with their places in lists: joined to the one before, or a part of it."""
    linked: list[Group] = []
    end = sentence.first
    for group, reach in _without_appositions(tokens, groups, sentence):
        before = linked[-1] if linked else None
        between = _plain_between(tokens, end, group.first) if before else ["."]
        opener = any(word in _PART_OPENERS for word in (between if len(between) <= 4 else between[-2:]))
        joined = bool(before) and 0 < len(between) <= 4 and all(word in _JOINERS for word in between)
        joined = (
            joined and between != ["as"] and (between[-1:] != ["with"] or between[-2:-1] in (["along"], ["together"]))
        )
        if group.count.vague and group.of == group.count.words and before is not None and (joined or opener):
            if joined and "and" in between and before.last == end and before.kind != "named":
                linked[-1] = _widened(before, group, tokens)
                end = reach
            continue
        joined = joined and not (before is not None and before.loose and {"and", "&", "or"}.isdisjoint(between))
        in_part = joined and before is not None and before.part and (between == [","] or "," not in between)
        near = opener and len(between) <= 4
        linked.append(replace(group, part=group.part or opener or in_part, joined=joined or near))
        end = reach
    return _names_of_a_count(tokens, linked)


def _widened(group: Group, also: Group, tokens: tuple[Token, ...]) -> Group:
    """ "17 soldiers and civilians": one number for both."""
    between = " ".join(token.text for token in tokens[group.last : also.first])
    return replace(group, last=also.last, of=f"{group.of} {between} {also.of}" if group.of else also.of)


def _names_of_a_count(tokens: tuple[Token, ...], groups: list[Group]) -> list[Group]:
    """ "Two soldiers, Ali Khan and Bo Lee, were killed": those named are the two."""
    found = list(groups)
    for index, group in enumerate(groups):
        number = group.count.high or 0
        names = groups[index + 1 : index + 1 + number]
        if number < 2 or len(names) != number or any(one.kind != "named" or not one.joined for one in names):
            continue
        if all(token.text == "," for token in tokens[group.last : names[0].first]):
            for at in range(index + 1, index + 1 + number):
                found[at] = replace(groups[at], part=True)
    return found


def _plain_between(tokens: tuple[Token, ...], first: int, last: int) -> list[str]:
    """The words between two groups without what brackets hold and without ages."""
    words: list[str] = []
    at = first
    while at < last:
        end = past_brackets(tokens, at, last)
        if end > at:
            at = end
        elif (
            tokens[at].lower in _AGES
            or (tokens[at].text.isdigit() and words[-1:] == [","])
            or (tokens[at - 1].lower in _AGES and read_number(tokens, at, last))
        ):
            at += 1
        else:
            word = "," if tokens[at].text == ";" else tokens[at].lower
            if not AGED.fullmatch(word) and (word != "," or words[-1:] != [","]):
                words.append(word)
            at += 1
    return words
