"""Role fillers of MUC-4: for each document who did it, which organisation, what and whom it struck, with what.

Measure ``ceaf_f``: CEAF-REE, entity-based. The gold entities of a role are the lines of the key's string fills,
each with its alternative strings; optional lines and templates count as gold, which is our choice. A predicted
entity is right where its strings are among a gold entity's alternatives, letter for letter after lower-casing; each
gold entity can be met by one predicted entity only, chosen so that most are met. Precision counts predicted
entities, recall gold entities; both are summed over roles and documents. The table shows each role, and the same
with only the last word of a string compared.

Roles and slots: PerpInd 9, PerpOrg 10, Target 12, Victim 18 and 19 (19 where it names no name), Weapon 6.
Source: X. Du, A. Rush and C. Cardie, "GRIT: Generative Role-filler Transformers for Document-level Event Entity
Extraction", EACL 2021.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

from benchmarks.common import Result, f_score
from benchmarks.muc4 import fill, load
from benchmarks.muc4_format import KeyTemplate, alternatives, read_keys
from benchmarks.muc4_places import read_places

ROLES: dict[str, tuple[int, ...]] = {
    "PerpInd": (9,),
    "PerpOrg": (10,),
    "Target": (12,),
    "Victim": (18, 19),
    "Weapon": (6,),
}
"""Role → slots of the template that fill it."""
Entity = tuple[str, ...]
"""Alternative strings for one thing."""


def run(data: Path, limit: int | None) -> Result:
    """Fill the roles of every message that has a key, and compare."""
    messages, keys, told = load(data, limit)
    places = read_places(data)
    gold: dict[str, list[KeyTemplate]] = defaultdict(list)
    for path in keys:
        for template in read_keys(path):
            gold[template.message].append(template)
    result = Result("muc4_roles", str(data), len(messages))
    exact: dict[str, list[int]] = {role: [0, 0, 0] for role in ROLES}
    heads: dict[str, list[int]] = {role: [0, 0, 0] for role in ROLES}
    for message in messages:
        wanted = entities(template.slots for template in gold[message.id])
        found = entities(fill(message, places))
        for role in ROLES:
            _count(exact[role], wanted[role], found[role], same_string)
            _count(heads[role], wanted[role], found[role], _same_head)
            _explain(result, message.id, role, wanted[role], found[role])
    _report(result, told, exact, heads)
    return result


def entities(templates: Iterable[dict[int, list[str]]]) -> dict[str, list[Entity]]:
    """The entities of each role over all templates of a document; lines that share a string are one entity."""
    found: dict[str, list[Entity]] = {role: [] for role in ROLES}
    for slots in templates:
        for role, numbers in ROLES.items():
            for slot in numbers:
                for line in slots.get(slot, []):
                    strings = _strings(slot, line)
                    if strings:
                        _add(found[role], strings)
    return found


def _strings(slot: int, line: str) -> Entity:
    """The strings of a line, lower-case; a description that refers to a name is no entity of its own."""
    value, colon, _ = line.partition('":')
    if slot == 19 and colon:
        return ()
    return tuple(dict.fromkeys(one.lower() for one in alternatives(value + ('"' if colon else ""))))


def _add(found: list[Entity], strings: Entity) -> None:
    for number, one in enumerate(found):
        if set(one) & set(strings):
            found[number] = tuple(dict.fromkeys((*one, *strings)))
            return
    found.append(strings)


def same_string(gold: Entity, predicted: Entity) -> bool:
    """Whether every string of a predicted entity is one of the gold entity's, letter for letter."""
    return set(predicted) <= set(gold)


def _same_head(gold: Entity, predicted: Entity) -> bool:
    return bool({one.split()[-1] for one in gold if one} & {one.split()[-1] for one in predicted if one})


def matched(gold: list[Entity], predicted: list[Entity], same: Callable[[Entity, Entity], bool]) -> int:
    """How many pairs the best one-to-one assignment makes, by augmenting paths.

    Source: H. W. Kuhn, "The Hungarian method for the assignment problem", 1955; here every pair weighs the same.
    """
    holder: dict[int, int] = {}

    def place(one: int, tried: set[int]) -> bool:
        for other in range(len(predicted)):
            if other not in tried and same(gold[one], predicted[other]):
                tried.add(other)
                if other not in holder or place(holder[other], tried):
                    holder[other] = one
                    return True
        return False

    return sum(place(one, set()) for one in range(len(gold)))


def _count(
    tally: list[int], gold: list[Entity], predicted: list[Entity], same: Callable[[Entity, Entity], bool]
) -> None:
    tally[0] += matched(gold, predicted, same)
    tally[1] += len(predicted)
    tally[2] += len(gold)


def _explain(result: Result, where: str, role: str, gold: list[Entity], predicted: list[Entity]) -> None:
    for one in gold:
        if not any(same_string(one, other) for other in predicted):
            near = any(_same_head(one, other) for other in predicted)
            result.miss(
                f"{role} {'other words' if near else 'missing'}", where, f"{' / '.join(one)} — found {predicted}"
            )
    for one in predicted:
        if not any(_same_head(other, one) for other in gold):
            result.miss(f"{role} spurious", where, f"{one[0]} — key {gold}")


def _report(result: Result, told: str, exact: dict[str, list[int]], heads: dict[str, list[int]]) -> None:
    total = [sum(one[place] for one in exact.values()) for place in range(3)]
    total_heads = [sum(one[place] for one in heads.values()) for place in range(3)]
    result.measures = {"ceaf_f": round(f_score(*total)[0], 4)}
    result.table = [
        told,
        f"  {'role':10s} {'F':>6s} {'P':>6s} {'R':>6s} {'right':>6s} {'found':>6s} {'gold':>6s}   F by last word",
    ]
    for role, tally, by_head in [*((role, exact[role], heads[role]) for role in ROLES), ("all", total, total_heads)]:
        f, precision, recall = f_score(*tally)
        result.table.append(
            f"  {role:10s} {f:6.3f} {precision:6.3f} {recall:6.3f} {tally[0]:6d} {tally[1]:6d} {tally[2]:6d}"
            f"   {f_score(*by_head)[0]:.3f}"
        )
