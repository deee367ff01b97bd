"""What reports say of an actor itself: each attribute with all its values, whoever gives them, and whom it names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from relata.model import Actor, ActorName, ActorRef, Claim, ClaimValue, Count, DateInterval, Names, Place
from relata.tables.folding import folded

SINGLE = frozenset({"parent", "leader", "strength", "founded"})
"""Attributes of which an actor has one at a time: two values disagree, or one of them is older."""
ORDER = (
    "parent", "leader", "strength", "area", "founded", "rival", "ally", "members_from", "funding", "member", "role",
)  # fmt: skip
"""Attributes in the order in which a dossier shows them."""

Relation = Literal["rival", "ally", "parent", "branch", "leader", "leads", "member", "members_from", "members_to"]
_OWN: Mapping[str, Relation] = {
    "rival": "rival", "ally": "ally", "parent": "parent", "leader": "leader", "member": "member",
    "members_from": "members_from",
}  # fmt: skip
_OF_OTHERS: Mapping[str, Relation] = {
    "rival": "rival", "ally": "ally", "parent": "branch", "leader": "leads", "member": "member",
    "members_from": "members_to",
}  # fmt: skip
"""What a claim about another actor that names this one makes of that other."""
NAMING = tuple(sorted(_OF_OTHERS))
"""Attributes of claims about others that are worth looking for this actor in."""

UNTRUE = frozenset({"denies", "doubts"})


@dataclass(frozen=True, slots=True)
class Said:
    """One value with everybody who gives, denies or doubts it.

    Attributes:
        value: as the first report has it; the actor's name to show where it is one.
        actor: id of the actor that it names, or None.
        claims: by report and place in the text.
    """

    value: str
    actor: str | None
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """One attribute.

    Attributes:
        attribute: see ``relata.model.ACTOR_ATTRIBUTES``.
        values: in the order in which reports give them.
        disagreement: whether they cannot all hold at once: two values where there is but one, or one that somebody
            denies or doubts and somebody else says.
    """

    attribute: str
    values: tuple[Said, ...]
    disagreement: bool


@dataclass(frozen=True, slots=True)
class Related:
    """Another actor and how it stands to this one, with the claims about either that say so.

    ``leads``: this actor leads that one; ``member``: one is a member of the other, as the claims say;
    ``members_to``: members of this one went to that one.
    """

    actor: ActorRef
    relation: Relation
    claims: tuple[Claim, ...]


def profile(actor: Actor, names: Names) -> tuple[Slot, ...]:
    """Every attribute that reports give of the actor, names aside."""
    found: dict[str, dict[str, list[Claim]]] = {}
    for claim in actor.claims:
        if claim.attribute != "alias":
            found.setdefault(claim.attribute, {}).setdefault(_sameness(claim, names), []).append(claim)
    order = sorted(found, key=lambda name: (ORDER.index(name) if name in ORDER else len(ORDER), name))
    return tuple(_slot(attribute, found[attribute], names) for attribute in order)


def relations(actor: Actor, names: Names, named_in: Iterable[Claim]) -> tuple[Related, ...]:
    """Whom the claims set in relation to the actor, by relation and name; what is only denied or doubted is left out.

    Args:
        actor: the actor.
        names: which actor a name stands for.
        named_in: claims about others that name it.
    """
    found: dict[tuple[Relation, str], dict[str, Claim]] = {}
    refs: dict[str, ActorRef] = {}
    for claims, table in ((actor.claims, _OWN), (named_in, _OF_OTHERS)):
        for claim in claims:
            relation = table.get(claim.attribute)
            other = claim.value if table is _OWN else claim.actor
            if relation is None or not isinstance(other, ActorName) or claim.stance in UNTRUE:
                continue
            ref = names.ref(claim.report, other)
            if ref.id != actor.id:
                refs[ref.id] = ref
                found.setdefault((relation, ref.id), {})[claim.id] = claim
    rows = [Related(refs[id_], relation, tuple(claims.values())) for (relation, id_), claims in found.items()]
    return tuple(sorted(rows, key=lambda row: (row.relation, row.actor.name.casefold(), row.actor.id)))


def _slot(attribute: str, values: Mapping[str, list[Claim]], names: Names) -> Slot:
    said = tuple(_said(claims, names) for claims in values.values())
    held = [one for one in said if any(claim.stance not in UNTRUE for claim in one.claims)]
    both = any(any(claim.stance in UNTRUE for claim in one.claims) for one in held)
    return Slot(attribute, said, both or (attribute in SINGLE and len(held) > 1))


def _said(claims: list[Claim], names: Names) -> Said:
    first = claims[0]
    if isinstance(first.value, ActorName):
        ref = names.ref(first.report, first.value)
        return Said(ref.name, ref.id, tuple(claims))
    return Said(words_of(first.value), None, tuple(claims))


def _sameness(claim: Claim, names: Names) -> str:
    if isinstance(claim.value, ActorName):
        return names.ref(claim.report, claim.value).id
    return folded(words_of(claim.value)) or words_of(claim.value)


def words_of(value: ClaimValue) -> str:
    """A value that is no actor in words."""
    if isinstance(value, Count):
        return value.words
    if isinstance(value, DateInterval):
        return value.start.isoformat() if value.days == 1 else f"{value.start} to {value.end}"
    if isinstance(value, Place | ActorName):
        return value.name if isinstance(value, Place) else value.text
    return value or ""
