"""Which names of an imported actor stand for it wherever they are met, which need more beside them, which never do.

Lists are written for people who know whom they mean; a report says "Ali", "the Base" or "MIR" of many. So a name is

- **dropped**, where it tells nobody apart: one word that is a given name, a place, a people, an everyday word or two
  letters; and of a person everything but a full name (see below);
- **weak**, where others may bear it: any other single word, an abbreviation, a name made of words such as "People's
  Army", or a name that the list must tell apart by a bracket. It counts only where it is written as in the list, and
  where the report also speaks of a country of the actor, or uses one of its strong names;
- **strong** otherwise.

To take somebody for a person on a list of sanctions is grave, so persons are known by full names alone: four names
are strong, three are weak, two are weak where it is the first name of the entry and neither is a common one, and
whatever consists of common given names is dropped. Offices, "Abdul", "bin" and the like are no names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from relata.model import ActorKind
from relata.tables.actor_words import words as actor_words
from relata.tables.actors import countries, state_words
from relata.tables.folding import fold_word, fold_words
from relata.tables.import_words import import_words
from relata.tables.places import places_words

LONGEST_NAME = 120
MOST_NAMES = 60
"""Names taken of one actor."""
MOST_CONTEXT = 40
"""Entries kept for the weak names of one actor."""
LONGEST_ABBREVIATION = 6
"""Letters of a word in capitals that stands alone and is taken for an abbreviation."""

Verdict = Literal["strong", "weak", "dropped"]

_BRACKETS = re.compile(r"\s{0,3}\(([^()]{0,80})\)\s{0,3}")
_ABBREVIATION = re.compile(r"[A-Z][A-Za-z0-9/.\- ]{0,10}[A-Z0-9]")
_PARTICLES = frozenset(
    {
        "al", "bin", "ibn", "ben", "bint", "abu", "abd", "abdul", "abdel", "abdal", "abdur", "ud", "ul", "ur", "din",
        "ed", "uddin", "de", "la", "the", "von", "van", "da", "dos", "jr",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Listed:
    """One actor as a list gives it.

    Attributes:
        id: the list's own id of it.
        names: as the list writes them, the one to show first.
        kind: what it is; "unknown" where the list does not say, and its names decide.
        countries: ISO 3166-1 alpha-2 codes.
        active: first and last year, or "".
        context: further words beside which its weak names count.
    """

    id: str
    names: tuple[str, ...]
    kind: ActorKind
    countries: tuple[str, ...] = ()
    active: str = ""
    context: tuple[str, ...] = ()


class Judged(NamedTuple):
    """The names of an actor, sorted out: the name to show, strong names, weak ones, and how many were dropped."""

    shown: str
    strong: tuple[str, ...]
    weak: tuple[str, ...]
    dropped: int


def judged(listed: Listed) -> Judged:
    """Sort the names of an actor; the first strong one is shown, else the first weak one."""
    verdicts: dict[str, Verdict] = {}
    for written in listed.names[:MOST_NAMES]:
        for name, apart in _parted(written):
            verdict = _verdict(name, listed)
            verdict = "weak" if apart and verdict == "strong" else verdict
            verdicts.setdefault(name, verdict)
    strong = tuple(name for name, verdict in verdicts.items() if verdict == "strong")
    weak = tuple(name for name, verdict in verdicts.items() if verdict == "weak")
    shown = next(iter((*strong, *weak)), "")
    return Judged(shown, strong, weak, len(verdicts) - len(strong) - len(weak))


def context_of(listed: Listed, strong: Iterable[str]) -> tuple[str, ...]:
    """Words of which some must stand in the report for a weak name: countries, their peoples, and longer names."""
    found = [word for code in listed.countries for word in _country_words().get(code, ())]
    return tuple(dict.fromkeys((*listed.context, *found, *strong)))[:MOST_CONTEXT]


def kind_by_name(names: Iterable[str]) -> ActorKind:
    """Whether an organisation's names are those of an armed group."""
    armed = import_words("armed")
    return "armed group" if any(armed & set(fold_words(name)) for name in names) else "organisation"


def title_cased(name: str) -> str:
    """A name in capitals as reports write it. A short word that stands alone, or has no vowel, is an abbreviation."""
    if not name.isupper() or (" " not in name and len(name) <= LONGEST_ABBREVIATION):
        return name
    return " ".join(_titled(word) for word in name.split())


def codes_of(names: Iterable[str], *, codes: bool = False) -> tuple[str, ...]:
    """ISO 3166-1 codes of countries by name, or also by code; what is no country's name is passed over."""
    found = []
    for name in names:
        plain = _BRACKETS.sub(" ", name).strip()
        given = codes and plain.upper() in _country_words()
        code = plain.upper() if given else state_words().get(fold_words(plain)) if len(plain) > 2 else None
        if code:
            found.append(code)
    return tuple(dict.fromkeys(found))


def _titled(word: str) -> str:
    bare = word.strip(".,")
    if word.startswith("("):
        return word
    if len(bare) <= LONGEST_ABBREVIATION and bare.isalpha() and not re.search("[AEIOUY]", bare):
        return word
    return re.sub(
        r"[^\W\d_]+(?:['’‘ʼ][^\W\d_]+)*",
        lambda part: part.group().capitalize() if len(part.group()) > 1 else part.group(),
        word,
    )


def _parted(written: str) -> list[tuple[str, bool]]:
    """The name without its bracket, and the abbreviation in it; whether the bracket is what tells it from others."""
    name = " ".join(written.split())
    inside = [part.strip() for part in _BRACKETS.findall(name)]
    abbreviations = [part for part in inside if _ABBREVIATION.fullmatch(part) and " " not in part and part.isupper()]
    plain = _BRACKETS.sub(" ", name).strip(" ,-–")
    apart = any(part not in abbreviations or _is_country(part) for part in inside)
    return [(plain, apart), *((part, True) for part in abbreviations if not _is_country(part))]


def _is_country(word: str) -> bool:
    return fold_words(word) in state_words() or word in _country_words()


def _verdict(name: str, listed: Listed) -> Verdict:
    form = fold_words(name)
    if not form or len(name) > LONGEST_NAME or not _is_latin(name) or form in state_words():
        return "dropped"
    if listed.kind == "person":
        if re.search(r"\d", name):
            return "dropped"
        return _of_person(form, first=name == _parted(listed.names[0])[0][0])
    if len(form) == 1:
        return "dropped" if len(form[0]) < 3 or form[0] in _everyday() else "weak"
    everyday = import_words("generic") | _PARTICLES
    return "weak" if all(word in everyday or len(word) == 1 for word in form) else "strong"


def _of_person(form: tuple[str, ...], *, first: bool) -> Verdict:
    names = [word for word in form if word not in _no_names() and len(word) > 1]
    common = _given_names() & set(names)
    if len(names) > 2:
        telling = len(common) < len(names)
        return ("strong" if len(names) > 3 else "weak") if telling else "dropped"
    return "weak" if len(names) == 2 and first and not common else "dropped"


def _is_latin(name: str) -> bool:
    letters = [char for char in name if char.isalpha()]
    return bool(letters) and all(
        ord(char) < 0x250 or 0x1E00 <= ord(char) < 0x1F00 or char in "ʻʼʿʾ" for char in letters
    )


@cache
def _no_names() -> frozenset[str]:
    """Folded particles, offices and titles of honour."""
    listed = [*actor_words("titles"), *actor_words("honorifics")]
    return _PARTICLES | {fold_word(word.rstrip(".")) for word in listed if " " not in word}


@cache
def _given_names() -> frozenset[str]:
    listed = [*actor_words("given_names"), *places_words()["given_names"], *places_words()["person_names"]]
    return frozenset(fold_word(word) for word in listed if " " not in word)


@cache
def _everyday() -> frozenset[str]:
    """Folded words that by themselves name no organisation."""
    known = places_words()
    lists = ["common", "never", "titles", "organisations", "facilities", "calendar", "locative", "speech"]
    found = [word for name in lists for word in known.get(name, ())]
    found += [*known["demonyms"], *actor_words("titles"), *actor_words("honorifics")]
    single = {fold_word(word) for word in found if " " not in word}
    return frozenset(single | _given_names() | import_words("generic"))


@cache
def _country_words() -> Mapping[str, tuple[str, ...]]:
    """Names and adjectives of each country, by its code."""
    return {
        country.code: tuple(dict.fromkeys((country.name, *country.names, *country.adjectives)))
        for country in countries()
    }
