"""GTD's columns for who did it and who claimed it."""

from __future__ import annotations

from relata.export.coding.citing import one_line
from relata.export.coding.coded import Coded
from relata.export.coding.deaths import STATED
from relata.export.coding.parties import NAMED
from relata.export.coding.sheet import Cell
from relata.export.gtd.codes import NAME, UNCOUNTED, UNKNOWN, UNNAMED
from relata.model import CLAIM_MODES, ActorName, Count, Responsibility
from relata.tables.actors import by_key
from relata.tables.exports import table

MOST = 3
"""Perpetrators in a row."""
NO_MODE = 10
"""Claim mode "Unknown"."""


def named(coded: Coded) -> list[Responsibility]:
    """Those with a name who are said to have done it and are not only denied, strongest first."""
    with_name = {party.name for party in coded.sides.attackers if party.kind in NAMED and not party.taken}
    rows = coded.incident.responsible
    return [row for row in rows if row.status != "denied" and row.actor.name in with_name]


def perpetrator_cells(coded: Coded) -> dict[str, Cell]:
    """Gname to compclaim."""
    rows = named(coded)
    found: dict[str, Cell] = {
        "gname": one_line(rows[0].actor.name) if rows else UNNAMED,
        "guncertain1": _uncertain(rows[0]) if rows else UNKNOWN,
        "individual": UNKNOWN if any(party.kind == "person" for party in coded.sides.attackers) else 0,
        "nperps": UNCOUNTED,
        "nperpcap": _captured(coded),
        "claimed": _claimed(coded, rows[0] if rows else None),
        "compclaim": _competing(rows),
    }
    for number, row in enumerate(rows[1:MOST], 2):
        found |= {
            f"gname{number}": one_line(row.actor.name),
            f"guncertain{number}": _uncertain(row),
            f"claim{number}": _claimed(coded, row),
        }
    for number, row in enumerate(rows[:MOST], 1):
        mode = _mode(coded, row)
        field = f"claimmode{number if number > 1 else ''}"
        found |= {field: mode, f"{field}_txt": table(NAME)["claimmodes"][str(mode)] if mode else None}
    return found


def _uncertain(row: Responsibility) -> int:
    return int(row.status in ("suspected", "disputed"))


def _claims_of(coded: Coded, row: Responsibility) -> list[str | None]:
    """How an actor claimed it, for each of its claims of responsibility."""
    return [
        claim.mode
        for claim in coded.incident.claims
        if claim.attribute == "responsible"
        and claim.stance == "claims"
        and isinstance(claim.value, ActorName)
        and coded.names.id_of(claim.report, claim.value) == row.actor.id
    ]


def _claimed(coded: Coded, row: Responsibility | None) -> int:
    if row is not None and (row.status == "claimed" or _claims_of(coded, row)):
        return 1
    nobody = any(claim.attribute == "unclaimed" and claim.stance in STATED for claim in coded.incident.claims)
    return 0 if nobody and not any(one.status == "claimed" for one in coded.incident.responsible) else UNKNOWN


def _mode(coded: Coded, row: Responsibility) -> int | None:
    if _claimed(coded, row) != 1:
        return None
    modes = [CLAIM_MODES[mode] for mode in CLAIM_MODES if mode in _claims_of(coded, row)]
    return modes[0] if modes else NO_MODE


def _competing(rows: list[Responsibility]) -> int | None:
    """1 where two claimed it who are not one another's branch; unknown where all are; None where no two claimed it."""
    keys = [row.actor.id for row in rows if row.status == "claimed"]
    if len(keys) < 2:
        return None
    parents = {key: known.parent for key in keys if (known := by_key(key))}
    apart = [key for key in keys if parents.get(key) not in keys and key not in parents.values()]
    return 1 if apart else UNKNOWN


def _captured(coded: Coded) -> int:
    numbers = [
        claim.value.low
        for claim in coded.incident.claims
        if claim.attribute == "arrested" and claim.side == "attacker" and isinstance(claim.value, Count)
    ]
    return next((number for number in reversed(numbers) if number is not None), UNCOUNTED)
