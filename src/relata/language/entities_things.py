"""Things: facilities, weapons, vehicles, peoples, sums of money and quantities."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from relata.language.annotated import Mention, MentionKind, Sentence, Token
from relata.language.tokens import word_set
from relata.model import Span
from relata.tables.actor_words import phrases
from relata.tables.actor_words import words as word_list
from relata.tables.actors import countries, state_words
from relata.tables.events import weapons
from relata.tables.folding import fold_word
from relata.tables.phrases import Found

_SCALE = r"(?:million|billion|trillion|thousand|crore|lakh)"
_CURRENCIES = (
    r"(?:dollars|euros|pounds|rupees|pesos|dinars|afghanis|rubles|roubles|yuan|yen|rials|lira|shekels|francs"
    r"|shillings|naira)"
)
_MONEY = re.compile(
    rf"(?:(?:US|AU|NZ|HK|A|C)?[$£€¥₹]|(?:USD|EUR|GBP|Rs\.?|Tk\.?)\s?)\d[\d,.]{{0,15}}\d?(?:\s?(?:{_SCALE}|bn|m|k)\b)?"
    rf"|(?<![\d,.])\d[\d,.]{{0,15}}\s(?:{_SCALE}\s)?(?:U\.?S\.?\s)?{_CURRENCIES}\b",
)
_UNITS = word_set(
    "km kilometre kilometres kilometer kilometers metre metres meter meters mile miles foot feet inch inches "
    "hectare hectares acre acres ton tons tonne tonnes kg kilogram kilograms kilo kilos gram grams pound pounds "
    "litre litres liter liters barrel barrels percent per gallon gallons mm cm caliber-rounds rounds"
)
_MONTHS = word_set(
    "january february march april may june july august september october november december jan feb mar apr jun "
    "jul aug sep sept oct nov dec jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec."
)
_TIME_UNITS = word_set(
    "second seconds minute minutes hour hours day days week weeks month months year years decade decades century "
    "centuries am pm a.m. p.m. o'clock year-old"
)
_NUMBER_WORDS = word_set(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion one"
)
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\d+(?:\.\d+)?(?:km|m|kg|mm|cm|ft|mi)")
_FACILITY_MODIFIERS = 4
_AFTER_PART_OF_COUNTRY = frozenset({"arabia", "emirates", "republic", "sea", "ocean", "gulf", "league", "peninsula"})
"""Words that make a people's adjective part of a place's name."""


def things(text: str, tokens: Sequence[Token], sentences: Sequence[Sentence]) -> Iterator[Mention]:
    """Mentions of things, first those that other kinds must not break up (money), each kind in order of the text."""
    for match in _MONEY.finditer(text):
        yield _made(text, match.start(), match.end(), "money")
    lowers = [token.lower for token in tokens]
    nouns = phrases("facilities", "vehicles", "platforms", "weapons_more", plurals=True)
    arms = weapons()
    for sentence in sentences:
        at = sentence.first
        while at < sentence.last:
            if lowers[at] not in nouns.first_words and lowers[at] not in arms.first_words:
                if _may_be_small(tokens[at]):
                    yield from _small(text, tokens, sentence, at)
                at += 1
                continue
            noun = nouns.at(lowers, at, sentence.last)
            arm = arms.at(lowers, at, sentence.last)
            if arm and (noun is None or arm.last >= noun.last or noun.payload == "weapons_more"):
                last = max(arm.last, noun.last if noun else 0)
                yield _made(text, tokens[at].start, tokens[last - 1].end, "weapon")
                at = last
            elif noun and not _is_verb(tokens, noun.first, noun.last):
                yield _thing(text, tokens, sentence, noun)
                at = noun.last
            else:
                if _may_be_small(tokens[at]):
                    yield from _small(text, tokens, sentence, at)
                at += 1


def _is_verb(tokens: Sequence[Token], first: int, last: int) -> bool:
    return last - first == 1 and tokens[first].pos == "VERB"


def _thing(text: str, tokens: Sequence[Token], sentence: Sentence, noun: Found[str]) -> Mention:
    first, last, family = noun
    if family == "weapons_more":
        return _made(text, tokens[first].start, tokens[last - 1].end, "weapon")
    if family != "facilities":
        return _made(text, tokens[first].start, tokens[last - 1].end, "vehicle")
    start = first
    while start > sentence.first and first - start < _FACILITY_MODIFIERS and _is_part_of_name(tokens[start - 1]):
        start -= 1
    return _made(text, tokens[start].start, tokens[last - 1].end, "facility")


def _is_part_of_name(token: Token) -> bool:
    return token.text[:1].isupper() and token.pos in {"PROPN", "ADJ"} and token.lower not in {"the", "a", "an"}


def _may_be_small(token: Token) -> bool:
    """Whether the token can begin a people's name or a quantity; most tokens cannot."""
    opening = token.text[:1]
    return opening.isupper() or opening.isdecimal() or token.lower in _NUMBER_WORDS


def _small(text: str, tokens: Sequence[Token], sentence: Sentence, at: int) -> Iterator[Mention]:
    """A people or a quantity at this token."""
    token = tokens[at]
    stem = token.lower.removesuffix("s")
    known = (fold_word(token.text),) in state_words() or (fold_word(stem),) in state_words()
    if at + 1 < sentence.last and tokens[at + 1].lower in _AFTER_PART_OF_COUNTRY:
        return
    if token.text[:1].isupper() and (known or token.lower in word_list("peoples") or stem in word_list("peoples")):
        if token.pos in {"ADJ", "NOUN", "PROPN"} and fold_word(token.text) not in _country_names():
            yield _made(text, token.start, token.end, "nationality")
    elif _is_quantity(tokens, sentence, at):
        last = at + 1
        while last < sentence.last and (tokens[last].lower in _NUMBER_WORDS or tokens[last].lower in _UNITS):
            last += 1
        if at == sentence.first or tokens[at - 1].lower not in _NUMBER_WORDS:
            yield _made(text, token.start, tokens[last - 1].end, "quantity")


@cache
def _country_names() -> frozenset[str]:
    """Bare names of countries, folded: they are places."""
    return frozenset(fold_word(name) for country in countries() for name in (country.name, *country.names))


def _is_quantity(tokens: Sequence[Token], sentence: Sentence, at: int) -> bool:
    token = tokens[at]
    if token.lower not in _NUMBER_WORDS and not _NUMBER.fullmatch(token.text):
        return False
    if token.lower == "one" or (token.text.isdigit() and len(token.text) == 4 and token.text[:2] in {"18", "19", "20"}):
        return False
    before = tokens[at - 1].lower if at > sentence.first else ""
    after = tokens[at + 1].lower if at + 1 < sentence.last else ""
    return not (before in _MONTHS or after in _MONTHS or after in _TIME_UNITS)


def _made(text: str, start: int, end: int, kind: MentionKind) -> Mention:
    return Mention(Span(start, end), text[start:end], kind)
