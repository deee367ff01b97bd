"""From groups of sentences to response templates: which entities belong to an incident, and all slots of each.

Every choice is a learnt decision (see ``muc4_weights``) over the features that this module gives; formats follow the
task's template-doc-part1, section 7.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from benchmarks.muc4_entities import (
    Entity,
    entities_of,
    entity_features,
    give_titles,
    nation_of,
    number_of,
)
from benchmarks.muc4_features import View, bucket, kind_of
from benchmarks.muc4_format import quoted
from benchmarks.muc4_groups import Group, sentence_features
from benchmarks.muc4_mentions import RoleMention
from benchmarks.muc4_places import PlaceList
from benchmarks.muc4_wanted import FILLED, keep_features, member_features
from benchmarks.muc4_weights import Table, likeliest, probability
from benchmarks.muc4_where import home, when, where
from benchmarks.muc4_words import category

Decisions = Mapping[str, Mapping[str, Table]]
_SURE = 0.5


@dataclass(slots=True)
class Draft:
    """A template before it is judged.

    Attributes:
        group: the sentences that tell it.
        slots: its slots, formatted.
        entities: role → the entities taken for it.
        features: what tells whether the task wants it.
        keep: how likely the task wants it.
    """

    group: Group
    slots: dict[int, list[str]] = field(default_factory=dict)
    entities: dict[str, list[Entity]] = field(default_factory=dict)
    features: list[str] = field(default_factory=list)
    keep: float = 0.0


def offers(group: Group, mentions: Sequence[RoleMention], role: str) -> list[Entity]:
    """The entities of a role that a group may take: its own, then those of other sentences, none named twice."""
    own = entities_of(group.mentions, role)
    inside = set(group.numbers)
    for other in entities_of([one for one in mentions if one.sentence not in inside], role):
        words = set(other.text.split())
        if not any(words <= set(one.text.split()) or set(one.text.split()) <= words for one in own):
            own.append(other)
    return own


def group_features(seen: View, group: Group) -> list[str]:
    """What tells type, stage and category of an incident: the words of its sentences and the kinds of its mentions."""
    found: dict[str, None] = {}
    for told in group.told:
        found |= dict.fromkeys(sentence_features(seen, told))
        found[f"type:{told.type}"] = None
    found[f"first:{group.told[0].type}"] = None
    found[f"told:{bucket(len(group.told))}"] = None
    return list(found)


def draft(
    seen: View, group: Group, groups: Sequence[Group], mentions: Sequence[RoleMention],
    decisions: Decisions, bars: Mapping[str, float], places: PlaceList,
) -> Draft:  # fmt: skip
    """The template of a group, all slots filled."""
    made = Draft(group)
    for role in FILLED:
        offered = offers(group, mentions, role)
        scored = [
            (probability(decisions["member"][role], member_features(seen, one, group, groups, offered)), number, one)
            for number, one in enumerate(offered)
        ]
        made.entities[role] = [
            one for likely, _, one in sorted(scored, key=lambda s: (-s[0], s[1])) if likely >= bars[role]
        ]
    features = group_features(seen, group)
    country, place = where(seen, group, places, home(seen, places), decisions["place"]["here"], bars["place"])
    kind, _ = likeliest(dict(decisions["type"]), features)
    made.slots = {
        2: [when(seen, group, decisions["date"])],
        3: [place],
        4: [kind],
        5: [likeliest(dict(decisions["stage"]), features)[0]],
    }
    _weapons(made, decisions, bars, features)
    _doers(seen, made, decisions, features)
    if kind != "KIDNAPPING":
        _things(seen, made, decisions, bars, country)
    _people(seen, made, decisions, bars, mentions, country)
    made.slots = {slot: lines for slot, lines in made.slots.items() if lines}
    wanted = probability(decisions["wanted"]["wanted"], features)
    made.features = list(keep_features(seen, made, groups, country, wanted))
    return made


def _weapons(made: Draft, decisions: Decisions, bars: Mapping[str, float], features: Sequence[str]) -> None:
    if made.slots[4][0] in {"KIDNAPPING", "ARSON"}:
        return
    weapons = made.entities["Weapon"]
    made.slots[6] = [quoted(one.text) for one in weapons]
    kinds = [(category(one.text, "instruments"), one) for one in weapons]
    made.slots[7] = [f"{kind}: {quoted(one.text)}" for kind, one in kinds if kind]
    if not weapons:
        kind, likely = likeliest(dict(decisions["implied"]), features)
        if kind != "none" and likely >= bars["implied"]:
            made.slots[7] = [f'{kind}: "-"']


def _doers(seen: View, made: Draft, decisions: Decisions, features: Sequence[str]) -> None:
    doers = [
        f"doer:{kind_of(seen, m.candidate)}"
        for r in ("PerpInd", "PerpOrg")
        for e in made.entities[r]
        for m in e.mentions
        if m.candidate
    ]
    kind, _ = likeliest(dict(decisions["category"]), [*features, *doers])
    if kind != "none":
        made.slots[8] = [kind]
    made.slots[9] = [quoted(one.text) for one in made.entities["PerpInd"]]
    made.slots[10] = [quoted(one.text) for one in made.entities["PerpOrg"]]
    made.slots[11] = [
        f"{likeliest(dict(decisions['confidence']), confidence_features(seen, one, features))[0]}: {quoted(one.text)}"
        for one in made.entities["PerpOrg"]
    ]


def confidence_features(seen: View, entity: Entity, features: Sequence[str]) -> list[str]:
    """What tells how sure a report is of an organisation: the words around its mentions."""
    return [*entity_features(seen, entity), *(f"g:{one}" for one in features if one[:2] in {"w:", "t:"})]


def _things(seen: View, made: Draft, decisions: Decisions, bars: Mapping[str, float], country: str) -> None:
    for slot in (12, 13, 14, 15, 16):
        made.slots[slot] = []
    for one in made.entities["Target"]:
        features, tag = entity_features(seen, one), quoted(one.text)
        made.slots[12].append(tag)
        made.slots[13].append(
            f"{likeliest(dict(decisions['thing']), entity_features(seen, one, around=False))[0]}: {tag}"
        )
        made.slots[14].append(f"{number_of(seen, one)}: {tag}")
        if (nation := nation_of(seen, one, country)) is not None:
            made.slots[15].append(f"{nation}: {tag}")
        effect, likely = likeliest(dict(decisions["damage"]), features)
        if effect != "none" and likely >= bars["damage"]:
            made.slots[16].append(f"{effect}: {tag}")


def _people(
    seen: View,
    made: Draft,
    decisions: Decisions,
    bars: Mapping[str, float],
    mentions: Sequence[RoleMention],
    country: str,
) -> None:
    people = made.entities["Victim"]
    titles = [one for one in mentions if one.role == "Title" and one.probability >= bars["Title"]]
    named = {
        id(one)
        for one in people
        if probability(decisions["named"]["named"], entity_features(seen, one, around=False)) >= _SURE
    }
    give_titles([one for one in people if id(one) in named], titles)
    for slot in (18, 19, 20, 21, 22, 23):
        made.slots[slot] = []
    for one in people:
        features, tag = entity_features(seen, one), quoted(one.text)
        if id(one) in named:
            made.slots[18].append(tag)
            if one.title is not None:
                made.slots[19].append(f"{quoted(one.title.text)}: {tag}")
        else:
            made.slots[19].append(tag)
        made.slots[20].append(
            f"{likeliest(dict(decisions['human']), entity_features(seen, one, around=False))[0]}: {tag}"
        )
        made.slots[21].append(f"{'1' if id(one) in named else number_of(seen, one)}: {tag}")
        if (nation := nation_of(seen, one, country)) is not None:
            made.slots[22].append(f"{nation}: {tag}")
        for effect in sorted(decisions["harm"]):
            if probability(decisions["harm"][effect], features) >= bars["harm"]:
                made.slots[23].append(f"{effect}: {tag}")
