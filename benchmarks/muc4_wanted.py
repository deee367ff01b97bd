"""What tells whether the task wants a filler or an incident: both witnesses' numbers and the shape of the report.

No words stand among these features: what words say comes in as one number, from tables of their own
(``training/muc4_marked.py`` makes the weights).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from benchmarks.muc4_entities import Entity
from benchmarks.muc4_features import View, bucket, kind_of
from benchmarks.muc4_groups import Group
from benchmarks.muc4_marked import incidents_of
from benchmarks.muc4_places import COUNTRIES_OF_INTEREST
from benchmarks.muc4_weights import steps
from benchmarks.muc4_where import dates
from benchmarks.muc4_words import SOLDIERLY
from relata.language.marks import belongs
from relata.model import DateInterval

if TYPE_CHECKING:
    from benchmarks.muc4_drafts import Draft

FILLED = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
"""Roles whose entities fill slots of their own."""
_FEW = (-3, -2, -1, 0, 1, 2)


def member_features(
    seen: View, entity: Entity, group: Group, groups: Sequence[Group], rivals: Sequence[Entity]
) -> Iterator[str]:
    """What tells whether an entity belongs to an incident."""
    inside = set(group.numbers)
    far = min(abs(one.sentence - number) for one in entity.mentions for number in inside)
    first = entity.mentions[0].candidate
    place = "in" if far == 0 else "near" if far == 1 else "far"
    yield from steps("p", entity.probability)
    yield from steps(f"p {place}", entity.probability, _FEW)
    yield f"place:{place}"
    yield f"place:{place}:{bucket(len(groups))}"
    yield f"mentions:{bucket(len(entity.mentions))}"
    yield f"kind:{kind_of(seen, first) if first else '-'}"
    better = sum(one.probability > entity.probability for one in rivals)
    yield f"rank:{bucket(better)}"
    yield f"rank:{bucket(better)}:{place}"
    yield f"type:{group.told[0].type}"
    elsewhere = [
        one.probability
        for other in groups
        if other is not group
        for one in other.mentions
        if one.role == entity.role and one.text == entity.text
    ]
    yield f"elsewhere:{bool(elsewhere)}:{place}"
    yield f"linked:{_linked(seen, entity, inside)}:{place}"


def _linked(seen: View, entity: Entity, inside: set[int]) -> str:
    """Whether the words of events to which an entity's mentions belong stand in the incident's sentences."""
    marks = seen.annotated.marks
    events = marks.of("trigger") if marks else ()
    if marks is None or not events:
        return "none"
    spans = [seen.annotated.sentences[number] for number in sorted(inside)]
    found = [belongs(marks.scores, one.candidate.first, events) for one in entity.mentions if one.candidate]
    return str(any(one is not None and any(s.first <= one.first < s.last for s in spans) for one in found))


def keep_features(seen: View, made: Draft, groups: Sequence[Group], country: str, wanted: float) -> Iterator[str]:
    """What tells whether the task wants an incident; ``wanted`` is what its words alone say."""
    kind = made.slots[4][0]
    told = incidents_of(seen.annotated.marks)
    yield from steps("words", wanted)
    yield from steps("relevant", told["relevant"])
    yield from steps("of kind", told.get(kind.split()[0], 0.0), _FEW)
    yield from steps("here", _here(seen, made.group), _FEW)
    yield from steps("relevance", seen.relevance, _FEW)
    yield f"kind:{kind}"
    yield f"stage:{made.slots[5][0]}"
    yield f"category:{made.slots.get(8, ['none'])[0]}"
    yield f"interest:{country in COUNTRIES_OF_INTEREST}"
    yield f"among:{bucket(len(groups))}"
    yield f"order:{bucket(groups.index(made.group))}"
    yield f"sentences:{bucket(len(made.group.told))}"
    for role in FILLED:
        yield from steps(role, max((one.probability for one in made.entities[role]), default=0.0), _FEW)
        yield f"many:{role}:{bucket(len(made.entities[role]))}"
    struck = max((one.probability for role in ("Victim", "Target") for one in made.entities[role]), default=0.0)
    yield from steps("struck", struck)
    yield from _sort_of(made)
    yield from _beside(made, groups, struck)
    yield from _times(seen, made)


def _here(seen: View, group: Group) -> float:
    """How likely the marker finds an incident in the stretches of text that hold the group's sentences."""
    marks = seen.annotated.marks
    if marks is None:
        return 0.0
    firsts = [seen.annotated.sentences[number].first for number in group.numbers]
    found = [
        1 / (1 + math.exp(-float(one[0])))
        for first, last, one in marks.scores.window
        if any(first <= at < last for at in firsts)
    ]
    return max(found, default=0.0)


def _sort_of(made: Draft) -> Iterator[str]:
    kinds = {line.split(":")[0] for line in made.slots.get(20, [])}
    things = {line.split(":")[0] for line in made.slots.get(13, [])}
    yield f"soldiers only:{bool(kinds) and kinds <= SOLDIERLY and not things - {'LAW ENFORCEMENT FACILITY'}}"
    for name in sorted(kinds | things):
        yield f"has:{name}"


def _beside(made: Draft, groups: Sequence[Group], struck: float) -> Iterator[str]:
    """How the incident stands beside the report's others."""
    others = [other for other in groups if other is not made.group]
    rivals = [
        max((m.probability for m in other.mentions if m.role in {"Victim", "Target"}), default=0.0) for other in others
    ]
    yield f"best of all:{all(struck >= one for one in rivals)}"
    yield f"twins:{bucket(sum(other.told[0].type == made.group.told[0].type for other in others))}"


def _times(seen: View, made: Draft) -> Iterator[str]:
    published = seen.annotated.report.published_on
    found = [claim.value for claim in dates(seen, made.group) if isinstance(claim.value, DateInterval)]
    yield f"age:{_age((published - found[0].end).days if published and found else None)}"
    marks = seen.annotated.marks
    if marks is not None:
        real = [
            marks.said("realis", one.first).get("actual", 0.0)
            for number in made.group.numbers
            for one in marks.among(
                "trigger", seen.annotated.sentences[number].first, seen.annotated.sentences[number].last
            )
        ]
        yield from steps("actual", max(real, default=0.0), _FEW)


def _age(days: int | None) -> str:
    """How long before its report something happened, coarsely; recent is within two months (section 1.0)."""
    if days is None:
        return "none"
    return "future" if days < 0 else "new" if days <= 10 else "month" if days <= 62 else "old"
