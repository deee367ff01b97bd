"""The actor list of the Uppsala Conflict Data Program (CSV; https://ucdp.uu.se/downloads), from version 17 on.

Source: UCDP Actor Dataset Codebook, variables ActorId, NameData to NewNameFullEng, Org, Location.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping

from relata.errors import ReadingError
from relata.run.imports.names import Listed, codes_of

NEEDED = ("ActorId", "NameData", "Org", "Location")
_NAMES = (
    "NameOrigFullEng",
    "NewNameFullEng",
    "NameOrigFull",
    "NewNameFullMotherTongue",
    "NameData",
    "NameOrig",
    "NewName",
)
"""English full names first: the first name that stands alone is the one shown."""
_FORMAL, _STATE = "1", "4"
_GOVERNMENT = "Government of "


def is_ucdp(head: str) -> bool:
    """Whether the first line of a file is that of the list."""
    return set(NEEDED) <= {name.strip().strip('"') for name in head.lstrip("\ufeff").split(",")}


def ucdp_actors(text: str) -> Iterator[Listed | str]:
    """The organised groups and former governments; for all others the reason why they are left out.

    Supporters of parties and peoples ("Christians", "Dinka") are left out: their names are those of everybody who
    belongs to them, in whatever report. Governments of today are known by the names of their states.

    Raises:
        ReadingError: if the file is no such list.
    """
    try:
        yield from map(_listed, csv.DictReader(io.StringIO(text.lstrip("\ufeff"), newline="")))
    except csv.Error as error:
        raise ReadingError(f"not an actor list of UCDP: {error}") from error


def _listed(row: Mapping[str, str | None]) -> Listed | str:
    cell = {
        name: (value or "").strip()
        for name, value in row.items()
        if isinstance(name, str) and not isinstance(value, list)
    }
    org, id_ = cell.get("Org", ""), cell.get("ActorId", "")
    if org not in {_FORMAL, _STATE} or not id_.isdecimal():
        return "informal groups, supporters and peoples"
    names = [name for name in (cell.get(column, "") for column in _NAMES) if name and name.lower() != "n/a"]
    countries = codes_of(cell.get("Location", "").split(","))
    if org == _STATE:
        of = [name.removeprefix(_GOVERNMENT) for name in names if name.startswith(_GOVERNMENT)]
        if codes_of(of):
            return "governments of today's states"
        return Listed(f"ucdp:{id_}", tuple(dict.fromkeys(names)), "state")
    return Listed(f"ucdp:{id_}", tuple(dict.fromkeys(names)), "armed group", countries)
