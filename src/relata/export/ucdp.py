"""Incidents as rows of the UCDP Georeferenced Event Dataset (GED).

Source: UCDP GED Codebook; for the grid Tollefsen, Strand and Buhaug (2012), "PRIO-GRID: A unified spatial data
structure", Journal of Peace Research 49(2). What each column gets stands in resources/exports/ucdp.yml.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import IO

from relata.export.coding.citing import sayers
from relata.export.coding.coded import Coded, coded_incidents
from relata.export.coding.notes import place_text
from relata.export.coding.parties import Party, Sides, sides_of, ucdp_id
from relata.export.coding.sheet import Cell, write_table
from relata.export.shapes import COORDINATE_DIGITS
from relata.model import DateInterval, Incident, Place, where_prec
from relata.store import IncidentQuery, Store
from relata.tables.exports import columns, country_codes, table

NAME = "ucdp"
SEPARATOR = ";"
STATE_BASED, NON_STATE, ONE_SIDED = 1, 2, 3
CELLS_ACROSS, CELLS_UP, CELL = 720, 360, 0.5
"""PRIO-GRID: cells from west to east, from south to north, and their width in degrees."""


def write_ucdp(store: Store, stream: IO[str], query: IncidentQuery | None = None) -> None:
    """Write one row for each incident, with the 49 columns of GED."""
    write_table(stream, columns(NAME), map(ucdp_row, coded_incidents(store, query)))


def ucdp_row(coded: Coded) -> dict[str, Cell]:
    """One incident as a row of GED."""
    found: dict[str, Cell] = dict.fromkeys(columns(NAME))
    date, sides = coded.date, Dyad.of(coded.sides)
    found |= {
        "id": coded.number,
        "relid": coded.incident.id,
        "year": date.start.year if date else None,
        "code_status": _status(coded, sides),
        "type_of_violence": sides.type,
        **sides.cells(),
        **_sources(coded),
        **_place(coded),
        "event_clarity": 1 if date and date.days == 1 else 2,
        "date_prec": date_prec(date) if date else None,
        "date_start": f"{date.start} 00:00:00.000" if date else None,
        "date_end": f"{date.end} 00:00:00.000" if date else None,
        **_deaths(coded, sides),
    }
    return found


class Dyad:
    """Two sides as UCDP orders them: the government first, else the attacker.

    Attributes:
        type: 1 state-based, 2 non-state, 3 one-sided; None where a side is not known.
        a: side a, or None.
        b: side b, or None.
        turned: whether side a is the one that was attacked.
    """

    def __init__(self, type_: int | None, a: Party | None, b: Party | None, *, turned: bool) -> None:
        self.type, self.a, self.b, self.turned = type_, a, b, turned

    @classmethod
    def of(cls, sides: Sides) -> Dyad:
        """The dyad of an incident. An attacker that is no state and no named group is no side of UCDP's."""
        attacker = next((one for one in sides.attackers if one.kind in ("state", "group")), None)
        attacked = sides.attacked if side_name(sides.attacked) else None
        if attacker is None or attacked is None:
            return cls(None, attacker, attacked, turned=False)
        kinds = (attacker.kind, attacked.kind)
        if attacked.kind == "civilians":
            return cls(ONE_SIDED, attacker, attacked, turned=False)
        if kinds == ("group", "group"):
            return cls(NON_STATE, attacker, attacked, turned=False)
        if kinds == ("group", "state"):
            return cls(STATE_BASED, attacked, attacker, turned=True)
        return cls(STATE_BASED, attacker, attacked, turned=False)

    def cells(self) -> dict[str, Cell]:
        """Names and numbers of both sides and of the dyad."""
        name_a, name_b = side_name(self.a), side_name(self.b)
        dyad = f"{name_a} - {name_b}" if name_a and name_b else None
        number, conflict = self._numbers()
        found: dict[str, Cell] = {"dyad_name": dyad, "dyad_new_id": number, "dyad_dset_id": number}
        found |= {"conflict_new_id": conflict, "conflict_dset_id": conflict}
        found["conflict_name"] = dyad if self.type in (NON_STATE, ONE_SIDED) else None
        for letter, party, name in (("a", self.a, name_a), ("b", self.b, name_b)):
            found[f"side_{letter}"] = name
            found[f"side_{letter}_new_id"] = found[f"side_{letter}_dset_id"] = side_id(party)
            codes = country_codes(party.country) if party and party.kind == "state" else None
            found[f"gwno{letter}"] = codes.gw if codes else None
        return found

    def _numbers(self) -> tuple[int | None, int | None]:
        """UCDP's numbers of a state-based dyad and its conflict; None where they are not known."""
        if self.type != STATE_BASED or self.b is None:
            return None, None
        entry = table("ucdp_actors").get(str(side_id(self.b)), {})
        number, conflict = entry.get("dyads", {}).get(str(side_id(self.a)), (None, None))
        return number, conflict


def side_name(party: Party | None) -> str | None:
    """A side as UCDP calls it: "Government of Kenya", "Civilians", the name of a group; None for who is no side."""
    if party is None:
        return None
    if party.kind == "state":
        codes = country_codes(party.country)
        return f"Government of {codes.ucdp}" if codes else None
    if party.kind == "civilians":
        return str(table(NAME)["civilians"]["name"])
    return _named(party) if party.kind == "group" else None


def _named(party: Party) -> str:
    """A group by UCDP's name, where UCDP has a number for it."""
    entry = table("ucdp_actors").get(str(ucdp_id(party)))
    return str(entry["name"]) if entry else party.name


def side_id(party: Party | None) -> int | None:
    """UCDP's number of a side; None where it is not known."""
    if party is None:
        return None
    return int(table(NAME)["civilians"]["id"]) if party.kind == "civilians" else ucdp_id(party)


def priogrid_gid(lat: float, lon: float) -> int:
    """The PRIO-GRID cell that holds a point; cells are numbered from 1, from the south-west corner, row by row.

    Args:
        lat: degrees north, -90 to 90.
        lon: degrees east, -180 to 180; 180 is the western edge, -180.
    """
    up = min(int((lat + 90) // CELL), CELLS_UP - 1)
    return up * CELLS_ACROSS + int((lon + 180) // CELL) % CELLS_ACROSS + 1


def date_prec(date: DateInterval) -> int:
    """UCDP's precision of a date: 1 a day, 2 two to six days, 3 a week, 4 a month, 5 more."""
    return next((code for code, days in ((1, 1), (2, 6), (3, 7), (4, 31)) if date.days <= days), 5)


def region(gw: int | None) -> str | None:
    """UCDP's region of a state by its Gleditsch-Ward number; None where it has none."""
    if gw is None:
        return None
    regions: list[tuple[int, str]] = table(NAME)["regions"]
    return next(name for last, name in regions if gw <= last)


def _status(coded: Coded, dyad: Dyad) -> str:
    checks = {
        "dyad": dyad.type is not None,
        "date": coded.date is not None and coded.date.days == 1,
        "location": coded.incident.place is not None and where_prec(coded.incident.place) < 6,
        "deaths": bool(coded.killed.best),
    }
    missing = [name for name, known in checks.items() if not known]
    return f"Check {', '.join(missing)}" if missing else "Clear"


def _sources(coded: Coded) -> Mapping[str, Cell]:
    sources = coded.sources
    days = [one.published.isoformat() if one.published else "" for one in sources]
    return {
        "number_of_sources": len(sources),
        "source_article": SEPARATOR.join(
            f'"{one.outlet or ""},{day},{one.title or ""}"' for one, day in zip(sources, days, strict=True)
        ),
        "source_office": SEPARATOR.join(dict.fromkeys(one.outlet for one in sources if one.outlet)),
        "source_date": SEPARATOR.join(dict.fromkeys(day for day in days if day)),
        "source_headline": SEPARATOR.join(dict.fromkeys(one.title for one in sources if one.title)),
        "source_original": SEPARATOR.join(sayers(coded.incident)),
    }


def _place(coded: Coded) -> Mapping[str, Cell]:
    place = coded.incident.place
    if place is None:
        return {}
    lat, lon = place.lat, place.lon
    codes = coded.country
    return {
        "where_prec": where_prec(place),
        "where_coordinates": place.name,
        "where_description": _described(coded, place),
        "adm_1": place.admin1,
        "adm_2": place.admin2,
        "latitude": _degrees(lat),
        "longitude": _degrees(lon),
        "geom_wkt": f"POINT ({_degrees(lon)} {_degrees(lat)})" if lat is not None and lon is not None else None,
        "priogrid_gid": priogrid_gid(lat, lon) if lat is not None and lon is not None else None,
        "country": codes.ucdp if codes else None,
        "country_id": codes.gw if codes else None,
        "region": region(codes.gw) if codes else None,
    }


def _described(coded: Coded, place: Place) -> str:
    said = dict.fromkeys(
        " ".join(claim.quote.split())
        for claim in coded.incident.claims
        if claim.attribute == "place" and claim.value == place
    )
    return f"{place_text(place)}: {' | '.join(said)}" if said else place_text(place)


def _degrees(value: float | None) -> float | None:
    return None if value is None else round(float(value), COORDINATE_DIGITS)


def _deaths(coded: Coded, dyad: Dyad) -> Mapping[str, Cell]:
    killed, split = coded.killed, coded.split
    if killed.best is None:
        return {}
    forces = 0 if dyad.type == ONE_SIDED else split.forces  # in one-sided violence side b is civilians
    a, b = (forces, split.attackers) if dyad.turned else (split.attackers, forces)
    return {
        "deaths_a": a,
        "deaths_b": b,
        "deaths_civilians": split.civilians,
        "deaths_unknown": split.unknown + split.forces - forces,
        "best": killed.best,
        "high": killed.high,
        "low": killed.low,
    }


def remarks(incident: Incident) -> Iterator[str]:
    """What GED would not have as a row, or has another way, of one incident."""
    sides = sides_of(incident)
    if Dyad.of(sides).type is None:
        yield "GED has only events between two sides by name, or one and civilians; a side is not known here."
    if any(party and party.taken for party in (*sides.attackers, sides.attacked)):
        yield "Forces are taken to be those of the place's country, since the reports name no other."
    if incident.killed and incident.killed.figure and incident.killed.high is None:
        yield "The reports leave the high figure open; GED's high is the best figure."
    if not incident.killed or not incident.killed.figure:
        yield "GED has only events in which somebody died; nobody gives a number of dead here."
    if incident.date is None or not incident.date.year_known:
        yield "GED has only events with a year; no year is known here."
