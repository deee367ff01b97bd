"""Rows of GTD, put together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import version
from typing import IO

from relata.export.coding.citing import citation_text
from relata.export.coding.coded import Coded, coded_incidents
from relata.export.coding.notes import differences, place_text, standing_text, summary
from relata.export.coding.sheet import Cell, write_table
from relata.export.gtd.codes import NAME, UNKNOWN, UNNAMED, against_forces, any_of, by_state, country_cells, label
from relata.export.gtd.perpetrators import named, perpetrator_cells
from relata.export.gtd.things import attack_cells, hostage_cells, target_cells, weapon_cells
from relata.export.shapes import COORDINATE_DIGITS
from relata.model import DateInterval, Incident, Place
from relata.store import IncidentQuery, Store
from relata.tables.actors import by_key
from relata.tables.exports import columns, country_codes, country_in

NUMBERS = 10_000
"""Numbers of the incidents of one day, in four digits."""
INSURGENCY, BETWEEN_GROUPS, STATE_ACTORS = 1, 3, 5
"""GTD's alternative designations."""
SOURCES = 3


def write_gtd(store: Store, stream: IO[str], query: IncidentQuery | None = None) -> None:
    """Write one row for each incident, with the 135 columns of GTD."""
    taken: set[str] = set()
    write_table(stream, columns(NAME), (gtd_row(coded, taken) for coded in coded_incidents(store, query)))


def gtd_row(coded: Coded, taken: set[str]) -> dict[str, Cell]:
    """One incident as a row of GTD.

    Args:
        coded: the incident.
        taken: ids that rows before it have; its own is added.
    """
    incident = coded.incident
    found: dict[str, Cell] = dict.fromkeys(columns(NAME))
    found |= {
        "eventid": event_id(coded, taken),
        **_date(coded.date),
        **_place(coded),
        "summary": summary(incident),
        **_judged(coded),
        **attack_cells(coded),
        **target_cells(coded),
        **perpetrator_cells(coded),
        **weapon_cells(coded),
        **_harm(coded),
        **hostage_cells(coded),
        "addnotes": " ".join([*differences(incident, coded.known), standing_text(incident)]),
        **{f"scite{number}": citation_text(one) for number, one in enumerate(coded.sources[:SOURCES], 1)},
        "dbsource": _source(),
        **_international(coded),
    }
    return found


@cache
def _source() -> str:
    return f"Relata {version('relata')}"


def event_id(coded: Coded, taken: set[str]) -> str:
    """Year, month and day, 0 where unknown, and a number made from the incident's id: the next one that is free."""
    year, month, day = _parts(coded.date)
    opening = f"{year:04}{month:02}{day:02}"
    number, tried = coded.number % NUMBERS, 0
    while (id_ := f"{opening}{number:04}") in taken:
        tried += 1
        number = (coded.number + tried) % NUMBERS if tried < NUMBERS else tried
    taken.add(id_)
    return id_


def _parts(date: DateInterval | None) -> tuple[int, int, int]:
    """Year, month and day; what the days that are possible do not share is 0."""
    if date is None:
        return 0, 0, 0
    first, last = date.start, date.end
    year = first.year if first.year == last.year else 0
    month = first.month if year and first.month == last.month else 0
    return year or first.year, month, first.day if month and first.day == last.day else 0


def _date(date: DateInterval | None) -> Mapping[str, Cell]:
    year, month, day = _parts(date)
    return {
        "iyear": year or None,
        "imonth": month,
        "iday": day,
        "approxdate": f"{date.start.isoformat()} to {date.end.isoformat()}" if date and date.days > 1 else None,
        "extended": 0 if date and date.days == 1 else UNKNOWN,
    }


def _place(coded: Coded) -> Mapping[str, Cell]:
    place, codes = coded.incident.place, coded.country
    if place is None:
        return {"provstate": UNNAMED, "city": UNNAMED, "specificity": 5, "vicinity": UNKNOWN}
    return {
        **country_cells("country", codes.gtd if codes else None, codes.name if codes else None),
        "region": codes.gtd_region if codes else None,
        "region_txt": label("regions", codes.gtd_region if codes else None),
        "provstate": place.admin1 or UNNAMED,
        "city": town(coded.incident) or UNNAMED,
        "latitude": None if place.lat is None else round(place.lat, COORDINATE_DIGITS),
        "longitude": None if place.lon is None else round(place.lon, COORDINATE_DIGITS),
        "specificity": specificity(place),
        "vicinity": int(place.naming == "near") if place.precision in ("site", "city") else UNKNOWN,
        "location": place_text(place) if place.precision == "site" or place.naming in ("near", "between") else None,
    }


def town(incident: Incident) -> str | None:
    """The town: the place itself, or for a site the town that most reports put the incident in; None where none is."""
    place = incident.place
    if place is None or place.precision not in ("site", "city"):
        return None
    if place.precision == "city":
        return place.name
    said = Counter(
        claim.value.name
        for claim in incident.claims
        if isinstance(claim.value, Place) and claim.value.precision == "city" and claim.value.country == place.country
    )
    return said.most_common(1)[0][0] if said else None


def specificity(place: Place) -> int:
    """GTD's precision: 1 a town or site with its point, 2 without, 3 a district, 4 a first-level unit, 5 no more."""
    if place.precision in ("site", "city"):
        return 1 if place.lat is not None else 2
    return {"district": 3, "admin1": 4}.get(place.precision, 5)


def _judged(coded: Coded) -> Mapping[str, Cell]:
    """Columns that ask whether it is terrorism. What only a reader of the whole can judge is unknown."""
    state, forces = by_state(coded), against_forces(coded)
    groups = coded.sides.attacked is not None and coded.sides.attacked.kind in ("group", "unnamed armed")
    other = STATE_ACTORS if state else INSURGENCY if forces else BETWEEN_GROUPS if groups else None
    missed = coded.incident.type == "assassination" and not coded.killed.best
    return {
        "crit1": UNKNOWN,
        "crit2": UNKNOWN,
        "crit3": 0 if state else UNKNOWN,
        "doubtterr": UNKNOWN if other is None else 1,
        "alternative": other,
        "alternative_txt": label("alternatives", other),
        "multiple": UNKNOWN,
        "success": UNKNOWN if missed else 1,
        "suicide": int(coded.incident.type == "suicide bombing"),
    }


def _harm(coded: Coded) -> Mapping[str, Cell]:
    killed, wounded, arson = coded.killed, coded.wounded, coded.incident.type == "arson"
    return {
        "nkill": killed.best,
        "nkillter": None if killed.best is None else killed.attackers,
        "nwound": wounded.best,
        "nwoundte": None if wounded.best is None else wounded.attackers,
        "property": 1 if arson else UNKNOWN,
        "propextent": 4 if arson else None,
        "propextent_txt": "Unknown" if arson else None,
        "propvalue": -99 if arson else None,
    }


def _international(coded: Coded) -> Mapping[str, Cell]:
    """Whether borders were crossed: by the countries in which gname mainly acts, and that of the target's words."""
    rows = named(coded)
    known = by_key(rows[0].actor.id) if rows else None
    bases = set(known.countries) if known else set()
    here = coded.incident.place.country if coded.incident.place else None
    targets = [code for words, _ in coded.targets if (code := country_in(words)) and country_codes(code)]
    flags = {
        "INT_LOG": _crossed(bases, here),
        "INT_IDEO": _crossed(bases, targets[0] if targets else None),
        "INT_MISC": _crossed({targets[0]} if targets else set(), here),
    }
    return {**flags, "INT_ANY": any_of(flags.values())}


def _crossed(bases: set[str], country: str | None) -> int:
    """1 where the country is none of them, 0 where it is the only one, else unknown."""
    if not bases or country is None:
        return UNKNOWN
    return 1 if country not in bases else 0 if len(bases) == 1 else UNKNOWN


def remarks(incident: Incident) -> Iterator[str]:
    """What GTD would not have as a row, or has another way, of one incident."""
    if incident.date is None or not incident.date.year_known:
        yield "GTD has only incidents of a known year; iyear is empty."
    if incident.type in ("clash", "air strike", "drone strike", "shelling", "raid"):
        yield "GTD has attacks of sub-national actors alone; whether this is one is left to doubtterr."
    if incident.type == "other":
        yield "GTD's attack type is 9, Unknown, for a kind of violence that has no name here."
