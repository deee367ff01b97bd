"""Which sentences of a report tell one incident: learnt judgements of pairs, joined until no two groups fit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from benchmarks.muc4_features import View, bucket, kind_of
from benchmarks.muc4_mentions import RoleMention
from benchmarks.muc4_places import PlaceList, names_in
from benchmarks.muc4_weights import Table, likeliest, probability
from relata.model import DateInterval

_CUES = (
    "meanwhile",
    "another",
    "other",
    "also",
    "moreover",
    "earlier",
    "later",
    "second",
    "yesterday",
    "today",
    "hand",
)
_DEFINITE = re.compile(
    r"\b(?:THE|THIS|THAT|THESE|HIS|HER|THEIR) (?:\w+ )?(?:ATTACK|BOMBING|EXPLOSION|MURDER|KIDNAPPING|"
    r"ASSASSINATION|CRIME|INCIDENT|KILLING|MASSACRE|BLAST|ACTION)S?\b"
)
_STRONG = 0.25


@dataclass(slots=True)
class Told:
    """A sentence that tells of an incident.

    Attributes:
        number: number of the sentence.
        mentions: role mentions in it.
        type: the likeliest type of incident.
        names: places of the task's list that it names.
        days: dates that it gives.
        words: its words in capitals.
    """

    number: int
    mentions: list[RoleMention]
    type: str = "ATTACK"
    names: frozenset[str] = frozenset()
    days: frozenset[str] = frozenset()
    words: str = ""


@dataclass(slots=True)
class Group:
    """Sentences that tell one incident."""

    told: list[Told] = field(default_factory=list)

    @property
    def numbers(self) -> list[int]:
        """Numbers of the sentences."""
        return [one.number for one in self.told]

    @property
    def mentions(self) -> list[RoleMention]:
        """The role mentions of all its sentences."""
        return [mention for one in self.told for mention in one.mentions]


def telling(seen: View, mentions: Sequence[RoleMention], types: Mapping[str, Table], places: PlaceList) -> list[Told]:
    """The sentences that name a victim or a target, or another role beside a word for an act."""
    found = []
    for number, sentence in enumerate(seen.annotated.sentences):
        own = [one for one in mentions if one.sentence == number]
        struck = max((one.probability for one in own if one.role in {"Victim", "Target"}), default=0.0)
        other = max((one.probability for one in own if one.role in {"PerpInd", "PerpOrg", "Weapon"}), default=0.0)
        acts = any(seen.triggers[sentence.first : sentence.last])
        if struck < _STRONG and not (acts and other >= _STRONG):
            continue
        told = Told(number, own, words=sentence.span.cut(seen.annotated.text).upper())
        told.type = likeliest(dict(types), sentence_features(seen, told))[0] if types else "ATTACK"
        told.names = frozenset(
            one.name for one in names_in(places, seen.annotated.text, sentence.span.start, sentence.span.end)
        )
        told.days = frozenset(
            f"{claim.value.start}:{claim.value.end}"
            for claim in seen.claims[number]
            if claim.attribute == "date" and isinstance(claim.value, DateInterval) and claim.value.days <= 62
        )
        found.append(told)
    return found


def sentence_features(seen: View, told: Told) -> list[str]:
    """What tells the type of an incident, how far it went and whether the task wants it: the words of its sentence."""
    sentence = seen.annotated.sentences[told.number]
    found = []
    for n in range(sentence.first, sentence.last):
        token = seen.annotated.tokens[n]
        if token.pos != "PROPN":
            found.append(f"w:{token.lower}")
        if seen.triggers[n]:
            found.append(f"t:{seen.triggers[n]}")
            if n + 1 < sentence.last:
                found.append(f"tt:{token.lower}_{seen.annotated.tokens[n + 1].lower}")
    found += [f"e:{event.type}:{event.realis}" for event in seen.events[told.number]]
    for one in told.mentions:
        if one.probability >= _STRONG:
            found.append(f"m:{one.role}")
            if one.candidate is not None:
                found.append(f"m:{one.role}:{kind_of(seen, one.candidate)}")
    return found


def pair_features(seen: View, one: Told, other: Told, among: int) -> Iterator[str]:
    """What tells whether two sentences, the first before the second, tell the same incident."""
    yield f"types:{one.type == other.type}"
    yield "types:" + "|".join(sorted((one.type, other.type)))
    far = other.number - one.number
    yield f"far:{bucket(far)}"
    yield f"far:{bucket(far)}:{one.type == other.type}"
    sentences = seen.annotated.sentences
    yield f"paragraph:{sentences[one.number].paragraph == sentences[other.number].paragraph}"
    yield f"among:{bucket(among)}"
    for name, mine, yours in (("places", one.names, other.names), ("days", one.days, other.days)):
        yield f"{name}:{_compared(mine, yours)}"
        yield f"{name}:{_compared(mine, yours)}:{one.type == other.type}"
    for role in ("Victim", "Target", "PerpInd", "PerpOrg", "Weapon"):
        mine, yours = _strings(one, role), _strings(other, role)
        yield f"{role}:{_compared(mine, yours)}"
        heads = _compared(frozenset(s.split()[-1] for s in mine), frozenset(s.split()[-1] for s in yours))
        yield f"{role} heads:{heads}"
        if role in {"Victim", "Target"}:
            yield f"{role} heads:{heads}:{bucket(far)}"
    words = other.words.lower().split()
    for cue in _CUES:
        if cue in words[:4]:
            yield f"cue:{cue}"
        if cue in words:
            yield f"word:{cue}"
    yield f"definite:{bool(_DEFINITE.search(other.words))}"
    events = {event.type for event in seen.events[one.number]} & {event.type for event in seen.events[other.number]}
    yield f"events:{bool(events)}"


def _strings(told: Told, role: str) -> frozenset[str]:
    return frozenset(one.text for one in told.mentions if one.role == role and one.probability >= _STRONG and one.text)


def _compared(mine: frozenset[str], yours: frozenset[str]) -> str:
    if not mine and not yours:
        return "neither"
    if not mine or not yours:
        return "one"
    return "same" if mine == yours else "shared" if mine & yours else "different"


def grouped(seen: View, told: Sequence[Told], same: Table, least: float) -> list[Group]:
    """Groups of sentences: the two whose sentences fit best on average are joined, as long as they fit well enough."""
    fits = {
        (one.number, other.number): probability(same, pair_features(seen, one, other, len(told)))
        for at, one in enumerate(told)
        for other in told[at + 1 :]
    }
    groups = [Group([one]) for one in told]
    while len(groups) > 1:
        best, pair = max(
            (
                (_fit(fits, groups[a], groups[b]), (-a, -b))
                for a in range(len(groups))
                for b in range(a + 1, len(groups))
            ),
        )
        if best < least:
            break
        first, second = -pair[0], -pair[1]
        groups[first].told = sorted([*groups[first].told, *groups[second].told], key=lambda one: one.number)
        del groups[second]
    return groups


def _fit(fits: Mapping[tuple[int, int], float], one: Group, other: Group) -> float:
    pairs = [fits[min(a, b), max(a, b)] for a in one.numbers for b in other.numbers]
    return sum(pairs) / len(pairs)
