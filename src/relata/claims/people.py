"""Groups of people that a sentence counts or names: "five members of the security forces", "11", "a policeman"."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from relata.claims.numbers import Reading, read_count
from relata.language.annotated import Annotated, Mention, Sentence, Token
from relata.model import Count, Span
from relata.tables import events as tables
from relata.tables.claim_words import phrases, words

_MODIFIERS = {"ADJ", "NOUN", "PROPN", "ADV", "NUM", "X"}
_MOST_WORDS = 8
"""Words between a number and the noun it counts: "Three off-duty Afghan Local Police officers" has five."""

_PART_OPENERS = {"including", "among", "included", "includes"}
_JOINERS = words("list_joiners")
_POSSESSIVES = words("possessives")
_NO_PEOPLE_AFTER = words("no_people_after")
_MONTHS = words("months")


THINGS = words("things")
"""Nouns that can follow a number beside words of harm and are no people."""


@dataclass(frozen=True, slots=True)
class Group:
    """People counted or named by tokens ``first`` to ``last`` (exclusive).

    Attributes:
        count: how many.
        of: the words for whom, or None ("11 were wounded").
        kind: civilian, security, official, militant, named, or None where nothing says.
        bare: whether no noun for people stands with the number.
        part: whether it is said to be among the group before it.
        joined: whether it goes on a list that the group before it began.
    """

    first: int
    last: int
    count: Count
    of: str | None
    kind: str | None
    bare: bool = False
    part: bool = False
    joined: bool = False


def people_groups(annotated: Annotated, sentence: Sentence) -> tuple[Group, ...]:
    """Every group in the sentence, in order, none overlapping another."""
    tokens, groups, at = annotated.tokens, [], sentence.first
    while at < sentence.last:
        group = _group_at(annotated, at, sentence.last)
        if group is None:
            at += 1
            continue
        groups.append(group)
        at = group.last
    return tuple(_linked(tokens, groups))


_DOERS = phrases("person_endings")
"""Endings of singular nouns for people that no list holds ("a footballer", "an accountant", "a guide")."""


def _group_at(annotated: Annotated, at: int, last: int) -> Group | None:
    tokens = annotated.tokens
    named = _person_at(annotated, at)
    if named:
        return Group(at, _token_after(tokens, named.span.end, at), Count(1, 1, named.text), None, "named")
    reading = read_count(tokens, at, last)
    if reading is None:
        return _definite(annotated, at, last)
    if reading.people.vague and tokens[at].lower == "some" and reading.last == at + 1:
        reading = Reading(at, at + 1, Count(None, None, "some"))
    nobody = at > 0 and tokens[at - 1].lower == "no" and tokens[at].lower == "one"
    if nobody or _is_date_or_measure(tokens, reading, last):
        return None
    return _counted(annotated, reading, last)


def _counted(annotated: Annotated, reading: Reading, last: int) -> Group | None:
    tokens = annotated.tokens
    first, end = reading.last, reading.last
    if end < last and tokens[end].lower == "of" and not reading.people.vague:
        return _of_them(annotated, reading, last)
    head, kind = _head(annotated, end, last)
    words = _words(annotated, reading.first, reading.last).removesuffix(" of").removesuffix(" OF")
    count = Count(reading.people.low, reading.people.high, words, reading.people.approx)
    if head is None:
        nothing_follows = end >= last or tokens[end].pos not in _MODIFIERS or tokens[end].lower in _OPENING_WORDS
        if reading.article and tokens[reading.first].lower != "another":
            return None
        if not nothing_follows or _bare_is_no_count(tokens, reading):
            return None
        return Group(reading.first, reading.last, count, None, None, bare=True)
    end = _with_of_phrase(annotated, head, last)
    return Group(reading.first, end, count, _words(annotated, first, end), kind)


_OPENING_WORDS = words("states_of_harm")


def _of_them(annotated: Annotated, reading: Reading, last: int) -> Group | None:
    """ "two of them", "three of the soldiers": a part of people named before."""
    tokens = annotated.tokens
    at = reading.last + 1
    if at < last and tokens[at].lower in {"them", "whom"}:
        return Group(reading.first, at + 1, reading.people, None, None, bare=True, part=True)
    if at < last and tokens[at].lower in {"those", "the", "his", "her", "their", "these"}:
        if at + 1 < last and tokens[at + 1].lower in _OPENING_WORDS:
            return Group(reading.first, at + 2, reading.people, _words(annotated, at + 1, at + 2), None, part=True)
        head, kind = _head(annotated, at + 1, last)
        if head is not None:
            return Group(reading.first, head, reading.people, _words(annotated, at + 1, head), kind, part=True)
        return Group(reading.first, at + 1, reading.people, None, None, bare=True, part=True)
    return None


def _bare_is_no_count(tokens: tuple[Token, ...], reading: Reading) -> bool:
    """A bare vague word, a year, or an ordinary "one" is no count of people."""
    value = reading.people.low or reading.people.high
    single = reading.last == reading.first + 1
    if reading.people.vague:
        return tokens[reading.first].lower in {"some", "few"}
    return single and value is not None and 1900 <= value <= 2100 and tokens[reading.first].text.isdigit()


def _head(annotated: Annotated, first: int, last: int) -> tuple[int | None, str | None]:
    """Index one past the noun for people that ends the phrase from ``first``, and its kind."""
    tokens, words = (
        annotated.tokens,
        tuple(token.lower for token in annotated.tokens[first : min(last, first + _MOST_WORDS)]),
    )
    at, head, kind, table = 0, None, None, tables.people()
    while at < len(words):
        found = table.at(words, at, len(words))
        if found:
            head, kind, at = first + found.last, found.payload, found.last
            continue
        token = tokens[first + at]
        nation = _mention_of(annotated, token, {"nationality", "armed group", "state force"})
        if nation and (token.lower.endswith(("s", "i", "ese", "ish", "taliban", "shabaab", "haram", "ch"))):
            end = first + at + 1
            while end < last and tokens[end].start < nation.span.end:
                end += 1
            head, kind, at = end, "militant" if nation.kind == "armed group" else kind or "civilian", end - first
            continue
        if token.pos not in _MODIFIERS or token.lower in _OPENING_WORDS:
            break
        at += 1
    end = first + at
    if at and (head is None or head < end):
        noun = tokens[end - 1]
        if noun.pos not in {"NOUN", "PROPN"} and head is not None:
            return head, kind
        if noun.pos != "NOUN" or any(token.lower in THINGS for token in tokens[first:end]):
            return None, None  # "two police cars": the noun for people is no head
        if head is None and not noun.lower.endswith(("s", "en", "ple")) and not noun.lower.endswith(_DOERS):
            return None, None
        return end, kind or "civilian"
    return head, kind


def _with_of_phrase(annotated: Annotated, head: int, last: int) -> int:
    """The phrase with its "of …": "members of the security forces", "soldiers of the 57th battalion"."""
    tokens = annotated.tokens
    if head >= last or tokens[head].lower not in {"of", "from"}:
        return head
    if tokens[head].lower == "from" and tokens[head - 1].lower not in {
        "members",
        "member",
        "soldiers",
        "troops",
        "men",
        "fighters",
    }:
        return head
    at = head + 1
    while (
        at < last
        and at < head + _MOST_WORDS
        and tokens[at].pos in _MODIFIERS | {"DET", "PRON"}
        and tokens[at].lower not in _OPENING_WORDS
    ):
        at += 1
    return at if at > head + 1 else head


def _definite(annotated: Annotated, at: int, last: int) -> Group | None:
    """ "the officer", "his wife": one person who was spoken of before."""
    tokens = annotated.tokens
    if tokens[at].lower not in _POSSESSIVES or at + 1 >= last:
        return None
    head, kind = _head(annotated, at + 1, last)
    if (
        head is None
        or tokens[head - 1].lower in _NOT_ONE
        or (tokens[head - 1].lower.endswith("s") and not tokens[head - 1].lower.endswith("ss"))
    ):
        return None
    return Group(at, head, Count(1, 1, _words(annotated, at, head)), _words(annotated, at + 1, head), kind)


_NOT_ONE = words("not_one_person")


def _is_date_or_measure(tokens: tuple[Token, ...], reading: Reading, last: int) -> bool:
    before = tokens[reading.first - 1].lower if reading.first else ""
    after = tokens[reading.last].lower if reading.last < last else ""
    before_is_cut = before in _MONTHS or before in {
        "$",
        "£",
        "€",
        "rs",
        "no.",
        "street",
        "route",
        "highway",
        "article",
        "page",
        "aged",
        "age",
    }
    return before_is_cut or after in _NO_PEOPLE_AFTER or (after == "," and _is_age(tokens, reading))


def _is_age(tokens: tuple[Token, ...], reading: Reading) -> bool:
    """ "Ali Khan, 34, was killed": a number between commas after a name."""
    before = tokens[reading.first - 1] if reading.first else None
    return before is not None and before.text == "," and reading.first >= 2 and tokens[reading.first - 2].pos == "PROPN"


def _person_at(annotated: Annotated, at: int) -> Mention | None:
    start = annotated.tokens[at].start
    index = bisect_left(annotated.mentions, start, key=lambda mention: mention.span.start)
    while index < len(annotated.mentions) and annotated.mentions[index].span.start == start:
        if annotated.mentions[index].kind == "person":
            return annotated.mentions[index]
        index += 1
    return None


def _mention_of(annotated: Annotated, token: Token, kinds: set[str]) -> Mention | None:
    index = bisect_left(annotated.mentions, token.end, key=lambda mention: mention.span.start) - 1
    for mention in annotated.mentions[max(0, index - 2) : index + 1]:
        if mention.kind in kinds and mention.span.start <= token.start and token.end <= mention.span.end:
            return mention
    return None


def _token_after(tokens: tuple[Token, ...], offset: int, at: int) -> int:
    while at < len(tokens) and tokens[at].start < offset:
        at += 1
    return at


def _words(annotated: Annotated, first: int, last: int) -> str:
    tokens = annotated.tokens
    return " ".join(Span(tokens[first].start, tokens[last - 1].end).cut(annotated.text).split()) if last > first else ""


_ARTICLES = {"a", "an", "the"}


def _without_appositions(tokens: tuple[Token, ...], groups: list[Group]) -> list[Group]:
    """ "Ali Khan, a senior officer, …" and "the commander, Ali Khan, …" are one person each: the named is kept."""
    kept: list[Group] = []
    for group in groups:
        before = kept[-1] if kept else None
        if before is not None and [token.text for token in tokens[before.last : group.first]] in ([","], []):
            kinds = (before.kind, group.kind)
            if kinds[0] == "named" and group.kind != "named" and tokens[group.first].lower in _ARTICLES:
                continue
            if kinds[1] == "named" and before.kind != "named" and tokens[before.first].lower in _ARTICLES:
                kept.pop()
        kept.append(group)
    return kept


def _linked(tokens: tuple[Token, ...], groups: list[Group]) -> list[Group]:
    """Groups with their places in lists: joined to the one before, or a part of it."""
    linked: list[Group] = []
    for group in _without_appositions(tokens, groups):
        before = linked[-1] if linked else None
        between = [token.lower for token in tokens[before.last : group.first]] if before else ["."]
        opener = any(word in _PART_OPENERS for word in between) and len(between) <= 4
        joined = bool(before) and len(between) <= 4 and all(word in _JOINERS for word in between)
        in_part = joined and before is not None and before.part and "," not in between
        linked.append(
            Group(
                group.first,
                group.last,
                group.count,
                group.of,
                group.kind,
                group.bare,
                part=group.part or opener or in_part,
                joined=joined or opener,
            )
        )
    return linked
