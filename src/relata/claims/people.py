"""Groups of people that a sentence counts or names: "five members of the security forces", "11", "a policeman"."""

from __future__ import annotations

from bisect import bisect_left

from relata.claims.numbers import Reading, is_year, read_count, read_number
from relata.claims.people_ages import counts_no_people, is_age_in_row
from relata.claims.people_group import ONESELF, Group
from relata.claims.people_heads import (
    MODIFIERS,
    counts_others,
    head_at,
    with_of_phrase,
)
from relata.claims.people_lists import linked_groups
from relata.language.annotated import Annotated, Mention, Sentence, Token
from relata.model import Count, Span
from relata.tables.claim_words import words

__all__ = ["Group", "people_groups"]

_POSSESSIVES = words("possessives")
_OWNERS = frozenset({"his", "her", "their", "its"})
_STATES = words("states_of_harm")
_NOT_ONE = words("not_one_person")
_ORDINALS = words("ordinals")
_HEADINGS = frozenset({"title", "heading"})


def people_groups(annotated: Annotated, sentence: Sentence) -> tuple[Group, ...]:
    """Every group in the sentence, in order, none overlapping another."""
    tokens, at = annotated.tokens, sentence.first
    groups: list[Group] = []
    while at < sentence.last:
        group = _group_at(annotated, at, sentence, groups[-1] if groups else None)
        if group is None and tokens[at].lower in PRONOUNS:
            group = _spoken_of_before(annotated, at, sentence, groups)
        if group is None:
            at += 1
            continue
        groups.append(group)
        at = group.last
    return tuple(linked_groups(tokens, groups, sentence))


def _spoken_of_before(annotated: Annotated, at: int, sentence: Sentence, groups: list[Group]) -> Group | None:
    """ "killing him", "they were shot dead": as many as those whom the pronoun stands for, and of their kind."""
    tokens = annotated.tokens
    word = tokens[at].lower
    plural = word in _MANY
    if word in _SELVES:
        if word == "self" and (at == 0 or tokens[at - 1].lower not in _BEFORE_SELF):
            return None
        return _oneself(annotated, at, groups)
    if at > sentence.first and tokens[at - 1].pos == "ADP" and word not in _SUBJECTS:
        return None
    if word == "her" and at + 1 < sentence.last and tokens[at + 1].pos in MODIFIERS:
        return None
    here = [group for group in groups if _can_be(group, plural=plural)]
    if not here:
        here = [group for group in _sentence_before(annotated, sentence) if _can_be(group, plural=plural)][:1]
    if not here:
        return None
    if word not in _SUBJECTS and len(here) > 1 and _does_it(tokens, here[-1].last, at):
        here.pop()
    meant = here[0] if word in _SUBJECTS else here[-1]
    count = Count(meant.count.low, meant.count.high, tokens[at].text, meant.count.approx)
    return Group(at, at + 1, count, meant.of or meant.count.words, meant.kind)


def _oneself(annotated: Annotated, at: int, groups: list[Group]) -> Group | None:
    """ "killing himself": who does that is the attacker, whatever he is called."""
    word = annotated.tokens[at]
    singles = [group for group in groups if group.count.low == group.count.high == 1 and not group.part]
    acting = [group for group in singles if _does_it(annotated.tokens, group.last, at)]
    who = acting[-1] if acting else singles[0] if singles else None
    if word.lower == "themselves":
        many = next((group for group in groups if (group.count.low or 0) > 1 and not group.part), None)
        return (
            Group(at, at + 1, Count(many.count.low, many.count.high, word.text), many.of, "militant") if many else None
        )
    return Group(at, at + 1, Count(1, 1, word.text), who.of if who else None, "militant")


def _does_it(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """ "a policeman shot him": the subject of the verb is not whom the pronoun stands for."""
    between = tokens[first:last]
    return (
        len(between) <= 2
        and bool(between)
        and between[-1].pos == "VERB"
        and not any(token.pos in {"SCONJ", "ADP"} for token in between)
    )


def _can_be(group: Group, *, plural: bool) -> bool:
    one = group.count.low == group.count.high == 1
    return not group.part and not group.loose and (not one if plural else one) and group.kind is not None


def _sentence_before(annotated: Annotated, sentence: Sentence) -> list[Group]:
    """Groups of the sentence before, without its own pronouns."""
    index = bisect_left(annotated.sentences, sentence.first, key=lambda one: one.first) - 1
    if index < 0:
        return []
    before = annotated.sentences[index]
    groups: list[Group] = []
    at = before.first
    while at < before.last:
        group = _group_at(annotated, at, before, groups[-1] if groups else None)
        groups.extend([group] if group else [])
        at = group.last if group else at + 1
    return groups


_SUBJECTS = frozenset({"he", "she", "they"})
_MANY = frozenset({"they", "them"})
_SELVES = ONESELF
_BEFORE_SELF = frozenset({",", "and", "&", "then"})
PRONOUNS = _SUBJECTS | _SELVES | {"him", "her", "them"}
"""Words for people spoken of before."""


def _group_at(annotated: Annotated, at: int, sentence: Sentence, before: Group | None) -> Group | None:
    tokens, last = annotated.tokens, sentence.last
    named = _person_at(annotated, at)
    if named:
        return Group(at, _token_after(tokens, named.span.end, at), Count(1, 1, named.text), None, "named")
    reading = read_count(tokens, at, last)
    if reading is None:
        return (
            _definite(annotated, at, last)
            or _one_of_a_row(annotated, at, last, before)
            or _bare_noun(annotated, at, sentence, before)
        )
    if reading.people.vague and tokens[at].lower == "some" and reading.last == at + 1:
        reading = Reading(at, at + 1, Count(None, None, "some"))
    nobody = at > 0 and tokens[at - 1].lower == "no" and tokens[at].lower == "one"
    outcome = at > 0 and tokens[at - 1].lower == "as" and [one.lower for one in tokens[at : at + 2]] == ["a", "result"]
    if nobody or outcome or counts_no_people(tokens, reading, last) or _one_of_a_number(tokens, at):
        return None
    if reading.article and _ordinal_alone(tokens, at + 1, last):
        return Group(at, at + 2, Count(1, 1, _words(annotated, at, at + 2)), None, None, bare=True, loose=True)
    return _counted(annotated, reading, last)


def _one_of_a_number(tokens: tuple[Token, ...], at: int) -> bool:
    """ "the youngest of the three is in critical condition": the number is not how many are."""
    before = tokens[max(0, at - 3) : at]
    return [token.lower for token in before[1:]] == ["of", "the"] and before[0].lower.endswith("est")


def _counted(annotated: Annotated, reading: Reading, last: int, start: int | None = None) -> Group | None:
    tokens = annotated.tokens
    begin = reading.first if start is None else start
    first, end = reading.last, reading.last
    if end < last and tokens[end].lower == "of" and not reading.people.vague:
        return _of_them(annotated, reading, last)
    head = head_at(annotated, end, last)
    words = _words(annotated, reading.first, reading.last).removesuffix(" of").removesuffix(" OF")
    count = Count(reading.people.low, reading.people.high, words, reading.people.approx)
    if head is None:
        nothing_follows = end >= last or tokens[end].pos not in MODIFIERS or tokens[end].lower in _STATES
        if reading.article and tokens[reading.first].lower != "another":
            return None
        if not (nothing_follows or _adverbs_then_state(tokens, end, last)) or _bare_is_no_count(tokens, reading):
            return None
        return Group(begin, reading.last, count, None, None, bare=True)
    if not head.sure and not reading.article:
        return None
    if reading.article and not head.known and counts_others(annotated, head.last, last):
        return None
    end = with_of_phrase(annotated, head.last, last)
    return Group(begin, end, count, _words(annotated, first, end), head.kind, loose=not head.sure)


def _adverbs_then_state(tokens: tuple[Token, ...], at: int, last: int) -> bool:
    """ "two seriously injured": nothing stands between a number and what befell them but how badly."""
    while at < last and tokens[at].pos == "ADV":
        at += 1
    return at < last and tokens[at].lower in _STATES


def _of_them(annotated: Annotated, reading: Reading, last: int) -> Group | None:
    """ "two of them", "three of the soldiers": a part of people named before; "three of his guards" need be none."""
    tokens = annotated.tokens
    at = reading.last + 1
    if at < last and tokens[at].lower in {"them", "whom", "which"}:
        return Group(reading.first, at + 1, reading.people, None, None, bare=True, part=True)
    if at < last and tokens[at].lower in {"those", "the", "his", "her", "their", "its", "these"}:
        part = tokens[at].lower not in _OWNERS
        whole = read_number(tokens, at + 1, last)
        if whole is not None and part:
            head = head_at(annotated, whole[1], last)
            end = head.last if head is not None and head.sure else whole[1]
            of = _words(annotated, whole[1], end) or None
            kind = head.kind if head is not None and head.sure else None
            return Group(reading.first, end, reading.people, of, kind, bare=of is None, part=True)
        if at + 1 < last and tokens[at + 1].lower in _STATES:
            return Group(reading.first, at + 2, reading.people, _words(annotated, at + 1, at + 2), None, part=True)
        head = head_at(annotated, at + 1, last)
        if head is not None:
            of = _words(annotated, at + 1, head.last)
            return Group(reading.first, head.last, reading.people, of, head.kind, part=part)
        return Group(reading.first, at + 1, reading.people, None, None, bare=True, part=True)
    return None


def _bare_is_no_count(tokens: tuple[Token, ...], reading: Reading) -> bool:
    """A bare vague word, a year, or an ordinary "one" is no count of people."""
    single = reading.last == reading.first + 1
    if is_age_in_row(tokens, reading):
        return True
    if reading.people.vague:
        return tokens[reading.first].lower in {"some", "few"} or reading.people.words.lower().endswith("group")
    return single and is_year(tokens[reading.first].text)


def _definite(annotated: Annotated, at: int, last: int) -> Group | None:
    """ "the officer", "his wife": one person who was spoken of before; "his three children", "the other"."""
    tokens = annotated.tokens
    if at + 1 < last and tokens[at].lower == "other" and tokens[at + 1].lower in _STATES and _goes_on(tokens, at, last):
        return Group(at, at + 1, Count(1, 1, tokens[at].text), None, None, bare=True, loose=True)
    if tokens[at].lower not in _POSSESSIVES or at + 1 >= last:
        return None
    reading = read_count(tokens, at + 1, last)
    if reading is not None and not reading.article and not reading.people.vague:
        group = _counted(annotated, reading, last, start=at) if tokens[at].lower in _OWNERS else None
        return group if group is not None and not group.bare else None
    if tokens[at + 1].lower == "other" and (at + 2 >= last or tokens[at + 2].pos not in MODIFIERS):
        return Group(at, at + 2, Count(1, 1, _words(annotated, at, at + 2)), None, None, bare=True, loose=True)
    head = head_at(annotated, at + 1, last)
    if head is None or _is_plural(tokens[head.last - 1].lower):
        return None
    if not head.known and (tokens[at].lower == "that" or counts_others(annotated, head.last, last)):
        return None
    if head.known and tokens[at].lower in _OWNERS:
        head = head._replace(last=_past_name(annotated, head.last, last))
    end = head.last if head.sure else with_of_phrase(annotated, head.last, last)
    words = _words(annotated, at, end)
    return Group(at, end, Count(1, 1, words), _words(annotated, at + 1, end), head.kind, loose=not head.sure)


def _goes_on(tokens: tuple[Token, ...], at: int, last: int) -> bool:
    """ "a farmer was killed and other injured": "other" without a noun goes on a list of people, one by one."""
    noun = at + 2 < last and tokens[at + 2].pos in MODIFIERS - {"ADV"}
    return at > 0 and tokens[at - 1].lower == "and" and not noun


def _past_name(annotated: Annotated, at: int, last: int) -> int:
    """Index one past the name that says who somebody's relative or guard is ("her brother Bo Lee")."""
    while at < last and annotated.tokens[at].pos == "PROPN":
        at += 1
    return at


def _is_plural(word: str) -> bool:
    return word in _NOT_ONE or (word.endswith("s") and not word.endswith("ss"))


def _ordinal_alone(tokens: tuple[Token, ...], at: int, last: int) -> bool:
    """ "a fifth seriously injured": one more, with no noun."""
    return (
        at < last
        and tokens[at].lower in _ORDINALS
        and (at + 1 >= last or tokens[at + 1].pos not in MODIFIERS - {"ADV"} or tokens[at + 1].lower in _STATES)
    )


def _one_of_a_row(annotated: Annotated, at: int, last: int, before: Group | None) -> Group | None:
    """ "five officers and as many civilians": the same number again."""
    tokens = annotated.tokens
    pair = [token.lower for token in tokens[at : min(at + 3, last)]]
    if before is None or pair[:2] != ["as", "many"] or pair[2:] == ["as"]:
        return None
    head = head_at(annotated, at + 2, last)
    if head is None or not head.sure:
        return None
    count = Count(before.count.low, before.count.high, _words(annotated, at, at + 2), before.count.approx)
    return Group(at, head.last, count, _words(annotated, at + 2, head.last), head.kind)


def _bare_noun(annotated: Annotated, at: int, sentence: Sentence, before: Group | None) -> Group | None:
    """People without number or article: "Man killed in bar" over a story, "a child and woman", "killing civilians"."""
    tokens = annotated.tokens
    opener = tokens[at - 1] if at > sentence.first else None
    if tokens[at].pos not in MODIFIERS - {"ADV", "NUM"} or tokens[at].lower in _NO_OPENERS | _STATES:
        return None
    if opener is not None and _inside_phrase(opener):
        return None
    head = head_at(annotated, at, sentence.last)
    if head is None or not head.known or any(read_number(tokens, one, head.last) for one in range(at, head.last)):
        return None
    words = _words(annotated, at, head.last)
    noun = tokens[head.last - 1].lower
    if _is_plural(noun):
        vague = Count(None, None, words)
        return Group(at, head.last, vague, words, head.kind, loose=True)
    listed = (
        opener is not None
        and opener.lower in {"and", "&"}
        and before is not None
        and before.last == at - 1
        and before.count.low == before.count.high == 1
        and before.kind != "named"
        and not _singular_verb(tokens, head.last, sentence.last)
    )
    if listed or (sentence.kind in _HEADINGS and tokens[head.last - 1].pos in {"NOUN", "PROPN"}):
        return Group(at, head.last, Count(1, 1, words), words, head.kind)
    return None


_NO_OPENERS = frozenset({"other", "others", "such", "same", "last", "next", "more", "most"})


def _inside_phrase(opener: Token) -> bool:
    """Whether a phrase cannot begin after this word, for it belongs to one already."""
    return opener.pos in MODIFIERS - {"ADV"} or opener.pos in {"DET", "PART", "PRON"} or opener.text in {"-", "(", "["}


def _singular_verb(tokens: tuple[Token, ...], at: int, last: int) -> bool:
    """ "a tribal elder and chief of a committee was killed": one person with two offices."""
    return any(token.lower in {"was", "is", "has"} for token in tokens[at : min(at + 8, last)])


def _person_at(annotated: Annotated, at: int) -> Mention | None:
    start = annotated.tokens[at].start
    index = bisect_left(annotated.mentions, start, key=lambda mention: mention.span.start)
    while index < len(annotated.mentions) and annotated.mentions[index].span.start == start:
        if annotated.mentions[index].kind == "person":
            return annotated.mentions[index]
        index += 1
    return None


def _token_after(tokens: tuple[Token, ...], offset: int, at: int) -> int:
    while at < len(tokens) and tokens[at].start < offset:
        at += 1
    return at


def _words(annotated: Annotated, first: int, last: int) -> str:
    tokens = annotated.tokens
    return " ".join(Span(tokens[first].start, tokens[last - 1].end).cut(annotated.text).split()) if last > first else ""
