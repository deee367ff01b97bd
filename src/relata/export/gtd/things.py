"""GTD's columns for kinds of attack, targets, weapons, and people held."""

from __future__ import annotations

from relata.export.coding.citing import one_line
from relata.export.coding.coded import Coded
from relata.export.coding.sheet import Cell
from relata.export.gtd.codes import NAME, UNCOUNTED, UNKNOWN, label
from relata.tables.exports import UNKNOWN as OPEN_TARGET
from relata.tables.exports import country_codes, country_in, table, weapon_codes

BOMBING, BARRICADE, KIDNAPPING = 3, 5, 6
EXPLOSIVES, NO_WEAPON, BY_BODY, SOME_EXPLOSIVE = 6, 13, 13, 16
"""Weapon types, and subtypes "carried bodily" and "unknown explosive"."""
MOST_TARGETS, MOST_WEAPONS = 3, 4


def held(coded: Coded) -> bool:
    """Whether people were abducted or taken hostage."""
    incident = coded.incident
    return incident.type in ("abduction", "hostage-taking") or bool(incident.abducted and incident.abducted.figure)


def attack_cells(coded: Coded) -> dict[str, Cell]:
    """attacktype1 to attacktype3: the kind of violence, then what else was done."""
    first: int = table(NAME)["types"][coded.incident.type]
    families = [codes[0] for word in coded.weapons if (codes := weapon_codes(word))]
    more = [BOMBING] if EXPLOSIVES in families and first != BOMBING else []
    more += [KIDNAPPING] if held(coded) and first not in (BARRICADE, KIDNAPPING) else []
    found: dict[str, Cell] = {}
    for number, code in enumerate([first, *more], 1):
        found |= {f"attacktype{number}": code, f"attacktype{number}_txt": label("attacktypes", code)}
    return found


def target_cells(coded: Coded) -> dict[str, Cell]:
    """targtype1 to natlty3: one target of each type, in the order of the reports; unknown where none has one."""
    seen: dict[int, tuple[str, str]] = {}
    for words, kind in coded.targets:
        seen.setdefault(kind.code, (words, kind.label))
    incident = coded.incident
    if not seen:
        words = next(iter((*incident.targets, *incident.victims)), "")
        seen[OPEN_TARGET] = (words, str(label("targtypes", OPEN_TARGET)))
    found: dict[str, Cell] = {}
    for number, (code, (words, shown)) in enumerate([*seen.items()][:MOST_TARGETS], 1):
        country = country_codes(country_in(words))
        found |= {
            f"targtype{number}": code,
            f"targtype{number}_txt": shown,
            f"target{number}": one_line(words),
            f"natlty{number}": country.gtd if country else None,
            f"natlty{number}_txt": country.name if country and country.gtd else None,
        }
    return found


def weapon_cells(coded: Coded) -> dict[str, Cell]:
    """weaptype1 to weapdetail: one weapon of each type and subtype; explosives where a bombing or strike names none."""
    seen = dict.fromkeys(codes for word in coded.weapons if (codes := weapon_codes(word)))
    if any(codes[1] not in (None, SOME_EXPLOSIVE) for codes in seen):  # "bomb" beside "car bomb" says nothing more
        seen.pop((EXPLOSIVES, SOME_EXPLOSIVE), None)
    if not seen:
        implied = table(NAME)["types"][coded.incident.type] == BOMBING
        by_body = coded.incident.type == "suicide bombing"
        seen = {((EXPLOSIVES, BY_BODY if by_body else SOME_EXPLOSIVE) if implied else (NO_WEAPON, None)): None}
    found: dict[str, Cell] = {
        "weapdetail": "; ".join(line for word in coded.weapons if (line := one_line(word))) or None
    }
    for number, (code, subtype) in enumerate([*seen][:MOST_WEAPONS], 1):
        found |= {
            f"weaptype{number}": code,
            f"weaptype{number}_txt": label("weaptypes", code),
            f"weapsubtype{number}": subtype,
            f"weapsubtype{number}_txt": label("weapsubtypes", subtype),
        }
    return found


def hostage_cells(coded: Coded) -> dict[str, Cell]:
    """Ishostkid to nreleased."""
    if not held(coded):
        return {"ishostkid": 0}
    toll = coded.incident.abducted
    figure = toll.figure if toll else None
    return {
        "ishostkid": 1,
        "nhostkid": UNCOUNTED if figure is None else figure,
        "nhours": UNCOUNTED,
        "ndays": UNCOUNTED,
        "ransom": UNKNOWN,
        "hostkidoutcome": 7,
        "hostkidoutcome_txt": "Unknown",
        "nreleased": UNCOUNTED,
    }
