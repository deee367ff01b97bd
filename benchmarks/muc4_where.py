"""INCIDENT: DATE and INCIDENT: LOCATION of a group of sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from benchmarks.muc4_features import View, bucket
from benchmarks.muc4_groups import Group
from benchmarks.muc4_places import CODES, Found, PlaceList, location, names_in
from benchmarks.muc4_places import kind_of as kind_of_place
from benchmarks.muc4_weights import Table, probability
from benchmarks.muc4_words import word_set
from relata.model import Claim, DateInterval, Place

_TIMES = word_set(
    "today yesterday tonight night morning afternoon evening dawn noon midnight week weeks month months year years ago "
    "last past day days monday tuesday wednesday thursday friday saturday sunday weekend recently recent january "
    "february march april may june july august september october november december hours when earlier"
)
_GIVEN = 2
_REACH = 12
_LONGEST = 62
_BEFORE = re.compile(
    r"\b(?:IN|AT|NEAR|OF|OUTSIDE|AROUND|FROM|,)\s(?:THE |NORTHERN |SOUTHERN |EASTERN |WESTERN |DOWNTOWN |CENTRAL )?$"
)
_STEMS = {
    "EL SALVADOR": r"SALVADOR(?:AN)?S?\b",
    "GUATEMALA": r"GUATEMALAN?S?\b",
    "HONDURAS": r"HONDURA[NS]S?\b",
    "ARGENTINA": r"ARGENTIN[AE]N?S?\b",
    "BOLIVIA": r"BOLIVIAN?S?\b",
    "CHILE": r"CHILEAN?S?\b",
    "COLOMBIA": r"COLOMBIAN?S?\b",
    "ECUADOR": r"ECUADOR(?:I?AN)?S?\b",
    "PERU": r"PERU(?:VIAN)?S?\b",
}


def day(when: date) -> str:
    """A day as "04 FEB 90"."""
    return when.strftime("%d %b %y").upper()


def dates(seen: View, group: Group) -> list[Claim]:
    """The claims of date in a group's sentences, in order; none vague or longer than two months."""
    return [
        claim
        for number in group.numbers
        for claim in seen.claims[number]
        if claim.attribute == "date"
        and isinstance(claim.value, DateInterval)
        and claim.value.year_known
        and claim.value.days <= _LONGEST
    ]


def date_forms(seen: View, group: Group) -> dict[str, str]:
    """The ways to write the date of a group, way → filler.

    They are: on or before the article's day, that day, the one before, the night between, what its first dates say.
    """
    published, forms = seen.annotated.report.published_on, dict[str, str]()
    if published:
        eve = published - timedelta(days=1)
        forms = {
            "by": f"- {day(published)}",
            "that day": day(published),
            "the day before": day(eve),
            "the night": f"{day(eve)} - {day(published)}",
        }
    given = [filler for claim in dates(seen, group) if (filler := _filler(claim.value)) not in forms.values()]
    for number, filler in enumerate(dict.fromkeys(given)):
        if number < _GIVEN:
            forms[f"given {number}"] = filler
    return forms


def _filler(value: object) -> str:
    if not isinstance(value, DateInterval):
        return "-"
    return day(value.start) if value.start == value.end else f"{day(value.start)} - {day(value.end)}"


def date_features(seen: View, group: Group) -> Iterator[str]:
    """What tells which way to write the date: dates that the sentences give, words for time and what is beside."""
    published = seen.annotated.report.published_on
    claims = dates(seen, group)
    yield f"dates:{min(len(claims), 3)}"
    for number, claim in enumerate(claims):
        if isinstance(claim.value, DateInterval) and published:
            back = (published - claim.value.end).days
            sort = f"{back if back <= 2 else 'week' if back <= 7 else 'more'}:{min(claim.value.days, 3)}"
            yield f"date:{sort}"
            yield f"date {min(number, 2)}:{sort}"
        for word in claim.quote.lower().split():
            yield f"said:{word}"
            yield f"said {min(number, 2)}:{word}"
    for at, number in enumerate(group.numbers):
        sentence = seen.annotated.sentences[number]
        words = [token.lower for token in seen.annotated.tokens[sentence.first : sentence.last]]
        for n, word in enumerate(words):
            if word in _TIMES:
                yield f"time:{word}"
                yield f"time {min(at, 1)}:{word}"
                yield f"time:{words[n - 1] if n else '^'}_{word}"
                yield f"time:{word}_{words[n + 1] if n + 1 < len(words) else '$'}"
                near = [seen.triggers[sentence.first + m] for m in range(max(0, n - 5), min(len(words), n + 6))]
                yield from (f"time:{word}:{name}" for name in {name for name in near if name})
    yield f"first:{bucket(group.numbers[0])}"
    yield f"many:{bucket(len(group.numbers))}"


def when(seen: View, group: Group, ways: Mapping[str, Table]) -> str:
    """The date as the task writes it, in the likeliest of the ways that the text allows."""
    forms = date_forms(seen, group)
    features = set(date_features(seen, group))
    scored = [(probability(table, features), way) for way, table in ways.items() if way in forms]
    return forms[max(scored)[1]] if scored else next(iter(forms.values()), "-")


def home(seen: View, places: PlaceList) -> str:
    """The country of interest that the report speaks of most, by names of countries, their people and places."""
    text = seen.annotated.text.upper() + " " + (seen.annotated.report.dateline or "").upper() * 2
    votes = {country: 2.0 * len(re.findall(rf"\b{stem}", text)) for country, stem in _STEMS.items()}
    for found in names_in(places, text, 0, len(text)):
        owners = [country for country in places.kinds[found.name] if country in votes]
        for country in owners:
            votes[country] += 1 / len(owners)
    best = max(sorted(votes), key=lambda country: votes[country])
    return best if votes[best] else ""


def named(seen: View, group: Group, places: PlaceList) -> list[tuple[Found, int]]:
    """Names of the task's list in a group's sentences and those beside them, with the number of the sentence."""
    found = []
    inside = set(group.numbers)
    wide = sorted({number + step for number in inside for step in (-1, 0, 1)})
    for number in wide:
        if 0 <= number < len(seen.annotated.sentences):
            span = seen.annotated.sentences[number].span
            found += [(one, number) for one in names_in(places, seen.annotated.text, span.start, span.end)]
    return found


def place_features(
    seen: View, group: Group, found: Found, number: int, places: PlaceList, country: str
) -> Iterator[str]:
    """What tells whether an incident happened at a place that the text names."""
    text, sentence = seen.annotated.text, seen.annotated.sentences[number]
    inside = number in set(group.numbers)
    before = text[max(0, found.start - 24) : found.start].upper().split()
    after = text[found.end : found.end + 24].upper().split()
    kind = kind_of_place(places, country, found, text) or "elsewhere"
    yield f"kind:{kind}"
    yield f"inside:{inside}"
    yield f"before:{before[-1] if before else '^'}"
    yield f"before:{' '.join(before[-2:])}"
    yield f"before:{before[-1] if before else '^'}:{kind}:{inside}"
    yield f"after:{after[0].rstrip('.,') if after else '$'}"
    if number in group.numbers:
        yield f"order:{min(group.numbers.index(number), 2)}"
    claims = [one for one in seen.claims[number] if one.attribute == "place"]
    claimed = any(one.span.start <= found.end + 1 and found.start <= one.span.end + 1 for one in claims)
    yield f"claimed:{claimed}:{inside}"
    dateline = (seen.annotated.report.dateline or "").upper()
    yield f"dateline:{found.name in dateline}:{inside}"
    at = next(
        (n for n in range(sentence.first, sentence.last) if seen.annotated.tokens[n].end > found.start), sentence.first
    )
    near = next(
        (
            n
            for step in range(1, _REACH)
            for n in (at - step, at + step)
            if sentence.first <= n < sentence.last and seen.triggers[n]
        ),
        None,
    )
    yield f"trigger:{'none' if near is None else bucket(abs(near - at))}:{near is not None and near < at}"
    yield f"times:{bucket(text.upper().count(found.name))}"
    yield f"name:{found.name.count(' ')}"
    for mention in seen.annotated.mentions:
        if mention.span.start <= found.start and found.end <= mention.span.end:
            yield f"mention:{mention.kind}"


def where(seen: View, group: Group, places: PlaceList, country: str, table: Table, least: float) -> tuple[str, str]:
    """Country and location of a group: of the places that it names, those where it likely happened."""
    text = seen.annotated.text
    claims = [claim for number in group.numbers for claim in seen.claims[number] if claim.attribute == "place"]
    names = named(seen, group, places)
    inside = set(group.numbers)
    near = [one for one, number in names if number in inside and _placing(text, one)]
    country = _country(claims, near, places, country)
    scored = [
        (probability(table, place_features(seen, group, one, number, places, country)), -at, one)
        for at, (one, number) in enumerate(names)
    ]
    likely = [one for p, _, one in sorted(scored, key=lambda s: (-s[0], -s[1])) if p >= least]
    return country, location(places, country, likely, text)


def _placing(text: str, found: Found) -> bool:
    return bool(_BEFORE.search(text[max(0, found.start - 20) : found.start].upper()))


def _country(claims: Sequence[Claim], near: Iterable[Found], places: PlaceList, default: str) -> str:
    """The country said outright, else the default where a name lies in it, else what the names allow."""
    said = [
        CODES.get(claim.value.country or "", "?")
        for claim in claims
        if isinstance(claim.value, Place) and claim.value.precision == "country"
    ]
    if said and default not in said:
        return said[0]
    owners = [set(places.kinds[one.name]) - {""} for one in near]
    if default and (any(default in own for own in owners) or not any(owners)):
        return default
    return next((next(iter(own)) for own in owners if len(own) == 1), default)
