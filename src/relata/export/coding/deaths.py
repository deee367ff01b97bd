"""How many died, and on which side, as far as the reports say whose dead they were."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from relata.export.coding.parties import Sides
from relata.model import Claim, Count, Incident, Toll
from relata.tables.exports import PartyKind, target_type

STATED = frozenset({"asserts", "claims", "confirms"})
"""Stances by which a number counts."""


@dataclass(frozen=True, slots=True)
class Harm:
    """People killed, or wounded, the attackers' own among them. All None where nobody gives a number.

    Attributes:
        low: the low figure.
        best: the best one, or where there is none the low one, or the high one; low ≤ best ≤ high.
        high: the high figure; ``best`` where the reports leave it open.
        attackers: the attackers' own, within the others.
        open_high: whether the reports leave the high figure open.
    """

    low: int | None
    best: int | None
    high: int | None
    attackers: int
    open_high: bool


@dataclass(frozen=True, slots=True)
class Split:
    """The best figure of the dead by whose they were; the four add up to it.

    Attributes:
        attackers: the attackers' own.
        forces: of the armed force, or the armed group, that was attacked.
        civilians: civilians.
        unknown: those of whom nobody says.
    """

    attackers: int = 0
    forces: int = 0
    civilians: int = 0
    unknown: int = 0


def harm_of(incident: Incident, attribute: str, toll: Toll | None) -> Harm:
    """The figures of a toll, with the attackers' own dead or wounded added, which Relata keeps apart.

    Args:
        incident: the incident.
        attribute: killed or wounded.
        toll: its toll of them.
    """
    claims = _stated(incident.claims, attribute)
    own = _latest(incident, [claim for claim in claims if claim.side == "attacker"])
    figure = toll.figure if toll else None
    if toll is None or figure is None:
        return Harm(own or None, own or None, own or None, own, open_high=False)
    if not any(claim.side is None for claim in claims) and own and not _set_by_analyst(incident, attribute):
        own, beside = figure, 0  # only attackers were harmed: the toll counts them already
    else:
        beside = own
    low = min(toll.low if toll.low is not None else figure, figure)
    high = max(toll.high if toll.high is not None else figure, figure)
    return Harm(low + beside, figure + beside, high + beside, own, open_high=toll.high is None)


def split_of(incident: Incident, sides: Sides, harm: Harm) -> Split:
    """The dead by whose they were: by the words for whom the counts count, the others by what was attacked.

    Gunmen among the dead of an attack that no state made are the attackers' own, and are counted there.
    """
    if harm.best is None:
        return Split()
    rest = harm.best - harm.attackers
    claims = [claim for claim in _stated(incident.claims, "killed") if claim.side is None]
    own = sides.attacker is None or sides.attacker.kind != "state"
    kinds = {claim.id: kind for claim in claims if (kind := _kind(claim)) and not (own and kind == "armed")}
    whole = {kinds[claim.id] for claim in claims if claim.id in kinds and _number(claim) == rest}
    counted: dict[PartyKind, int] = {}
    if len(whole) == 1:
        counted[whole.pop()] = rest
    elif not whole:
        for claim in claims:
            kind, number = kinds.get(claim.id), _number(claim)
            if kind and number:
                counted[kind] = max(number, counted.get(kind, 0))
    if sum(counted.values()) > rest:
        counted = {}
    left = rest - sum(counted.values())
    only_civilians = sides.attacked is not None and sides.attacked.kind == "civilians" and not sides.mutual
    civilians = counted.get("civilians", 0) + (left if only_civilians else 0)
    forces = counted.get("state", 0) + counted.get("armed", 0)
    return Split(harm.attackers, forces, civilians, rest - forces - civilians)


def _stated(claims: Iterable[Claim], attribute: str) -> list[Claim]:
    return [
        claim
        for claim in claims
        if claim.attribute == attribute and claim.stance in STATED and isinstance(claim.value, Count)
    ]


def _number(claim: Claim) -> int:
    count = claim.value
    return (count.low if count.low is not None else count.high or 0) if isinstance(count, Count) else 0


def _kind(claim: Claim) -> PartyKind | None:
    named = target_type(claim.of) if claim.of else None
    return named.party if named else None


def _latest(incident: Incident, claims: list[Claim]) -> int:
    """The largest number that the latest report gives; 0 where none does."""
    for report in reversed(incident.reports):
        numbers = [_number(claim) for claim in claims if claim.report == report]
        if any(numbers):
            return max(numbers)
    return 0


def _set_by_analyst(incident: Incident, attribute: str) -> bool:
    return any(one.kind == "correct" and one.attribute == attribute and one.in_effect for one in incident.decisions)
