"""Tolls given as numbers rather than as people: "12 deaths", "the toll rose to 88", "no casualties"."""

from __future__ import annotations

from relata.claims.harm_words import Harm, TollFound
from relata.claims.numbers import Reading, is_year, read_count
from relata.claims.people_ages import counts_no_people
from relata.language.annotated import Annotated, Sentence
from relata.model import Count
from relata.tables.claim_words import words

_TOLL_VERB = words("toll_verbs")
_NOT_PEOPLE = words("no_people_after")
_OWNERS = frozenset({"his", "her", "whose"})
_FINDING = words("finding_bodies")
_BRINGING = words("bringing_tolls")
_REACH = 16
"""Tokens from the name of a toll to its figure, at most ("the death toll from the bombing of the ferry rose to")."""
_TOLL_NAMES = {
    "dead": "killed",
    "deaths": "killed",
    "killed": "killed",
    "fatalities": "killed",
    "wounded": "wounded",
    "injured": "wounded",
    "hurt": "wounded",
    "missing": "missing",
}


def by_number(annotated: Annotated, sentence: Sentence, harms: list[Harm]) -> list[TollFound]:
    """ "12 deaths", "claimed 12 lives", "the death toll rose to 88"."""
    found: list[TollFound] = []
    tokens = annotated.tokens
    for harm in harms:
        if "noun" in harm.roles and harm.attribute in {"killed", "wounded", "arrested", "casualties", "abducted"}:
            found.extend(_number_before(annotated, sentence, harm) or _body_found(annotated, sentence, harm))
        if "object verb" in harm.roles:
            reading = read_count(tokens, harm.last, sentence.last)
            if (
                reading
                and not reading.article
                and reading.last < sentence.last
                and tokens[reading.last].lower in {"lives", "life"}
            ):
                found.append(TollFound("killed", reading.people, None, harm.first, reading.last + 1, harm.first))
    return found


def _number_before(annotated: Annotated, sentence: Sentence, harm: Harm) -> list[TollFound]:
    for first in range(max(sentence.first, harm.first - 5), harm.first):
        reading = read_count(annotated.tokens, first, sentence.last)
        if (
            reading
            and reading.last <= harm.first
            and not reading.article
            and not _is_day(annotated, reading, sentence)
            and _only_adjectives(annotated, reading.last, harm.first)
        ):
            if harm.attribute != "casualties":
                return [TollFound(harm.attribute, reading.people, None, reading.first, harm.last, harm.first)]
            most = Count(None, reading.people.high or reading.people.low, _cut(annotated, reading.first, reading.last))
            return [
                TollFound(attribute, most, None, reading.first, harm.last, harm.first)
                for attribute in ("killed", "wounded")
            ]
    return []


def _is_day(annotated: Annotated, reading: Reading, sentence: Sentence) -> bool:
    """ "the 2014 killings", "the May 3 murder": a year or a day before the word of harm."""
    return is_year(annotated.tokens[reading.first].text) or counts_no_people(annotated.tokens, reading, sentence.last)


def _body_found(annotated: Annotated, sentence: Sentence, harm: Harm) -> list[TollFound]:
    """ "his body was found by a road": one person told of before is dead."""
    tokens = annotated.tokens
    if tokens[harm.first].lower not in {"body", "corpse"} or harm.first == sentence.first:
        return []
    owner = next(
        (
            at
            for at in range(harm.first - 1, max(sentence.first, harm.first - 4) - 1, -1)
            if tokens[at].lower in _OWNERS
        ),
        None,
    )
    ahead = {token.lower for token in tokens[harm.last : harm.last + 6]}
    if owner is None or not ahead & _FINDING:
        return []
    words = _cut(annotated, owner, harm.last)
    return [TollFound(harm.attribute, Count(1, 1, words), None, owner, harm.last, harm.first)]


def _only_adjectives(annotated: Annotated, first: int, last: int) -> bool:
    return all(token.pos in {"ADJ", "ADV"} for token in annotated.tokens[first:last])


def stated(annotated: Annotated, sentence: Sentence) -> list[TollFound]:
    """Figures given for a toll by name: "the death toll rose to 88", "the number of dead was put at 119".

    Also "police put the injured at 220", "the dead numbered 28", "that of the wounded at 288".
    """
    tokens, found = annotated.tokens, _brought_to(annotated, sentence)
    at = sentence.first
    while at < sentence.last:
        attribute = _named_toll(annotated, sentence, at)
        figure = _figure_after(annotated, sentence, at + 1) if attribute else None
        if attribute and figure:
            start = at - 1 if tokens[at].lower == "toll" and at > sentence.first else at
            found.append(TollFound(attribute, figure.people, None, start, figure.last, at, update=True))
            at = figure.last
        else:
            at += 1
    return found


def _brought_to(annotated: Annotated, sentence: Sentence) -> list[TollFound]:
    """ "bringing to four the number of people killed", "which brought to 30 the death toll": the number comes first."""
    tokens, found = annotated.tokens, []
    for at in range(sentence.first, sentence.last - 3):
        if tokens[at].lower not in _BRINGING or tokens[at + 1].lower != "to":
            continue
        reading = read_count(tokens, at + 2, sentence.last)
        if reading is None or reading.article or reading.last >= sentence.last or tokens[reading.last].lower != "the":
            continue
        window = range(reading.last + 1, min(sentence.last, reading.last + 7))
        named = next((index for index in window if _named_toll(annotated, sentence, index)), None)
        attribute = _named_toll(annotated, sentence, named) if named is not None else None
        if named is not None and attribute is not None:
            found.append(TollFound(attribute, reading.people, None, at, named + 1, named, update=True))
    return found


def _named_toll(annotated: Annotated, sentence: Sentence, at: int) -> str | None:
    """Which toll the word at ``at`` names, if it is used as a noun for the people counted."""
    tokens = annotated.tokens
    word = tokens[at].lower
    if word != "toll" and word not in _TOLL_NAMES:
        return None
    before = [token.lower for token in tokens[max(sentence.first, at - 3) : at]]
    if word == "toll":
        return "wounded" if before[-1:] in (["injury"], ["casualty"]) else "killed"
    counted = "number" in before and before[-1:] != ["number"] and tokens[at].pos in {"VERB", "ADJ"}
    named = (
        (counted and "of" in before)
        or before[-1:] in (["the"], ["of"])
        or (before[-1:] == ["number"])
        or before[-2:] == ["of", "the"]
    )
    return _TOLL_NAMES[word] if named else None


def _figure_after(annotated: Annotated, sentence: Sentence, first: int) -> Reading | None:
    """The number that a verb or "at", "to", "number" leads to, within the same clause."""
    tokens = annotated.tokens
    for at in range(first, min(sentence.last - 1, first + _REACH)):
        word = tokens[at].lower
        if word in {",", ";", ":"} and at > first + 1 and tokens[at + 1].lower != "at":
            return None  # but "put the toll far higher, at 91" goes on
        if word not in _TOLL_VERB:
            continue
        reading = read_count(tokens, at + 1, sentence.last)
        if reading and not reading.article and not reading.people.vague:
            following = tokens[reading.last].lower if reading.last < sentence.last else ""
            return None if following in _NOT_PEOPLE else reading
    return None


def _cut(annotated: Annotated, first: int, last: int) -> str:
    tokens = annotated.tokens
    return " ".join(annotated.text[tokens[first].start : tokens[last - 1].end].split())
