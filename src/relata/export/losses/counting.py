"""How much of each facet an incident holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from relata.export.losses.facets import Facet
from relata.model import OUTLET, Claim, Count, DateInterval, Incident, Place, Toll

STATED = frozenset({"asserts", "claims", "confirms"})


def _given(toll: Toll | None) -> int:
    return int(toll is not None and toll.figure is not None)


def _range(toll: Toll | None) -> int:
    return int(toll is not None and toll.figure is not None and not toll.low == toll.best == toll.high)


def _figures(incident: Incident) -> set[tuple[int | None, int | None]]:
    """The figures of the dead that sources give for the whole."""
    return {
        (claim.value.low, claim.value.high)
        for claim in incident.claims
        if claim.attribute == "killed"
        and claim.stance in STATED
        and not (claim.side or claim.part)
        and isinstance(claim.value, Count)
        and not claim.value.vague
    }


def _others(claims: Iterable[Claim], kind: type, best: DateInterval | Place | None) -> int:
    """How many other values of a kind the claims give."""
    return len({claim.value for claim in claims if isinstance(claim.value, kind) and claim.stance in STATED} - {best})


def _stance(incident: Incident, stance: str) -> int:
    return sum(claim.stance == stance for claim in incident.claims)


COUNTERS: Mapping[Facet, Callable[[Incident], int]] = {
    "date": lambda one: int(one.date is not None and one.date.year_known),
    "date interval": lambda one: int(one.date is not None and one.date.year_known and one.date.days > 1),
    "year left open": lambda one: int(one.date is not None and not one.date.year_known),
    "other dates": lambda one: _others(one.claims, DateInterval, one.date),
    "place": lambda one: int(one.place is not None),
    "precision of place": lambda one: int(one.place is not None and one.place.precision != "city"),
    "other places": lambda one: _others(one.claims, Place, one.place),
    "killed": lambda one: _given(one.killed),
    "toll range": lambda one: _range(one.killed) + _range(one.wounded),
    "competing tolls": lambda one: max(0, len(_figures(one)) - 1),
    "attackers killed": lambda one: int(
        any(claim.attribute == "killed" and claim.side == "attacker" for claim in one.claims)
    ),
    "wounded": lambda one: _given(one.wounded),
    "missing": lambda one: _given(one.missing),
    "abducted": lambda one: _given(one.abducted),
    "arrested": lambda one: _given(one.arrested),
    "doers": lambda one: sum(row.status != "denied" for row in one.responsible),
    "status": lambda one: len(one.responsible),
    "denials": lambda one: _stance(one, "denies"),
    "competing claims": lambda one: max(0, sum(row.status == "claimed" for row in one.responsible) - 1),
    "ways of claiming": lambda one: sum(claim.mode is not None for claim in one.claims),
    "doubts": lambda one: _stance(one, "doubts"),
    "targets": lambda one: len(one.targets),
    "victims": lambda one: len(one.victims),
    "weapons": lambda one: len(one.weapons),
    "claims": lambda one: len(one.claims),
    "holders": lambda one: len({claim.holder.text for claim in one.claims if claim.holder.key != OUTLET}),
    "reports": lambda one: len(one.reports),
    "independence": lambda one: int(one.corroboration.origins != one.corroboration.reports),
    "standing": lambda _: 1,
    "decisions": lambda one: len(one.decisions),
}
"""How many of each an incident has; of what is one value, 1 where it is known and says more than the plain one."""
