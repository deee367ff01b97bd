"""GTD's codes for what is not known, and small answers that several columns share."""

from __future__ import annotations

from collections.abc import Iterable

from relata.export.coding.coded import Coded
from relata.export.coding.sheet import Cell
from relata.tables.exports import table

NAME = "gtd"
UNKNOWN = -9
"""For yes and no."""
UNCOUNTED = -99
"""For numbers of perpetrators, hostages, hours, days and sums of money; nkill and nwound are left empty instead."""
UNNAMED = "Unknown"
"""For names."""


def label(kind: str, code: int | None) -> str | None:
    """The label of a code; None where there is no code."""
    return None if code is None else str(table(NAME)[kind][str(code)])


def any_of(flags: Iterable[int]) -> int:
    """1 where one is, 0 where all are 0, else unknown."""
    found = [*flags]
    if 1 in found:
        return 1
    return 0 if all(flag == 0 for flag in found) else UNKNOWN


def by_state(coded: Coded) -> bool:
    """Whether a state or its force is said to have done it."""
    return coded.sides.attacker is not None and coded.sides.attacker.kind == "state"


def against_forces(coded: Coded) -> bool:
    """Whether it was a fight with, or an attack on, an armed force of a state."""
    return coded.sides.mutual or (coded.sides.attacked is not None and coded.sides.attacked.kind == "state")


def country_cells(name: str, number: int | None, shown: str | None) -> dict[str, Cell]:
    """A country's number and its name beside it."""
    return {name: number, f"{name}_txt": shown if number is not None else None}
