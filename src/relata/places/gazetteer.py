"""The gazetteer: every place that bears a name."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache
from typing import Literal

from relata.model import Place, PlacePrecision
from relata.places.folding import fold, respellings, variants
from relata.places.imported import MOST, ImportedPlaces, imported_places
from relata.tables.imported import renewed
from relata.tables.places import PlacesTable, places_table, places_words

CandidateKind = Literal["city", "admin1", "admin2", "country", "region", "site", "group"]

PRECISION: dict[CandidateKind, PlacePrecision] = {
    "city": "city",
    "admin1": "admin1",
    "admin2": "district",
    "country": "country",
    "region": "region",
    "group": "region",
    "site": "site",
}
"""How exactly a candidate of a kind tells the place."""

DEGREE = 1000.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that bears a name looked up.

    Attributes:
        name: the gazetteer's own name of the place.
        country: ISO 3166-1 alpha-2 code; "" for what lies in several countries.
        admin1: first-level unit, or "".
        admin2: second-level unit, or "".
        lat: latitude of its middle, degrees.
        lon: longitude of its middle, degrees.
        population: inhabitants; for a unit those of its known cities; 0 where unknown.
        kind: city (any settlement), admin1, admin2, country, region, site, or group (a continent, a sea).
        id: "geonames:N" for cities and countries, else "relata:" with country, unit and name.
        capital: whether it is the capital of its country.
        other_name: whether the name looked up is an alternative name of the place, not its own.
        located: whether ``lat`` and ``lon`` are its own; a district known by name alone has those of its first-level
            unit, good for weighing and for nothing else.
    """

    name: str
    country: str
    admin1: str
    admin2: str
    lat: float
    lon: float
    population: int
    kind: CandidateKind
    id: str
    other_name: bool = False
    capital: bool = False
    located: bool = True


class Gazetteer:
    """Names to places. Built once by :func:`gazetteer`; lookups are a binary search in a sorted block of bytes.

    Args:
        table: the places of the package.
        imported: those that the user has imported; of a place in both, the package's entry is the one that counts,
            but for one whose own point it does not know.
    """

    def __init__(self, table: PlacesTable, imported: ImportedPlaces | None = None) -> None:
        self._table = table
        self._imported = imported
        self._changes = [(old, new) for old, new in places_words()["transliterations"]]
        self._found = lru_cache(maxsize=32768)(self._find)
        self._opens = lru_cache(maxsize=32768)(self._any_longer)

    def lookup(self, name: str) -> tuple[Candidate, ...]:
        """Every place that bears the name, largest first; () if none does.

        Tried in turn until something is found: the name as written (case, accents, hyphens, apostrophes, "al-",
        "-e-", "St." made alike), then without or with an article or "City of", then one transliteration away.
        """
        return self.as_written(name) or self.respelled(name)

    def as_written(self, name: str) -> tuple[Candidate, ...]:
        """Every place that bears the name but for its article and the word for its kind, largest first."""
        key = fold(name)
        return self._found(key) or self._first_of(variants(key))

    def respelled(self, name: str) -> tuple[Candidate, ...]:
        """Every place whose name is one transliteration away: a guess that needs the country to bear it out."""
        return self._first_of(respellings(fold(name), self._changes))

    def exact(self, key: str) -> tuple[Candidate, ...]:
        """Every place under a folded key, with no second tries."""
        return self._found(key)

    def starts(self, key: str) -> bool:
        """Whether any key starts with ``key`` followed by a further word."""
        return self._opens(key)

    def _any_longer(self, key: str) -> bool:
        line = self._line_at((key + " ").encode())
        if line.startswith((key + " ").encode()):
            return True
        return self._imported is not None and self._imported.starts(key)

    def cities(self, country: str, admin1: str = "") -> list[tuple[float, float]]:
        """Latitude and longitude of every city of a country, or of one of its first-level units."""
        table = self._table
        if country not in table.countries:
            return []
        code, kind = table.countries.index(country), table.kinds.index("city")
        rows = range(bisect_left(table.country, code), bisect_right(table.country, code))
        unit = table.admin1_names.index(admin1) if admin1 in table.admin1_names else -1
        return [
            (table.lat[row] / DEGREE, table.lon[row] / DEGREE)
            for row in rows
            if table.kind[row] == kind and (not admin1 or table.admin1[row] == unit)
        ]

    def country(self, code: str) -> Candidate | None:
        """The country with an ISO 3166-1 alpha-2 code."""
        return self._countries().get(code)

    @cache  # noqa: B019 - one gazetteer lives as long as the program
    def _countries(self) -> dict[str, Candidate]:
        kind = self._table.kinds.index("country")
        rows = [self._candidate(row, False) for row, value in enumerate(self._table.kind) if value == kind]
        return {candidate.country: candidate for candidate in rows}

    def of_package(self, source_id: int) -> Candidate | None:
        """The package's own place with a GeoNames id."""
        row = self._by_source.get(source_id)
        return None if row is None else self._candidate(row, False)

    @cached_property
    def _by_source(self) -> dict[int, int]:
        return {source: row for row, source in enumerate(self._table.source_id) if source}

    def _first_of(self, keys: Iterable[str]) -> tuple[Candidate, ...]:
        return next((found for found in map(self._found, keys) if found), ())

    def _line_at(self, wanted: bytes) -> bytes:
        """The first line of the keys that is not less than ``wanted`` (a key, then a tab or a space and more)."""
        keys = self._table.keys
        low, high = 0, len(keys) - 1
        while low < high:
            start = keys.rfind(b"\n", 0, (low + high) // 2 + 1)
            end = keys.find(b"\n", start + 1)
            if end < 0:
                return b""
            if keys[start + 1 : end] < wanted:
                low = end
            else:
                high = start
        end = keys.find(b"\n", low + 1)
        return keys[low + 1 : end] if end > 0 else b""

    def _find(self, key: str) -> tuple[Candidate, ...]:
        if not key:
            return ()
        found = self._listed(key)
        if self._imported is not None:
            found = [place if place.located else self._located(place) for place in found]
            known = {place.id for place in found}
            found += [place for place in self._imported.bearers(key) if place.id not in known]
        return tuple(sorted(found, key=lambda place: (-place.population, place.kind, place.id, place.other_name)))

    def _listed(self, key: str) -> list[Candidate]:
        """Every place of the package under a key."""
        wanted = key.encode() + b"\t"
        line = self._line_at(wanted)
        if not line.startswith(wanted):
            return []
        found = []
        for entry in line[len(wanted) :].split()[:MOST]:
            other = entry.endswith(b"~")
            found.append(self._candidate(int(entry[:-1] if other else entry), other))
        return found

    def _located(self, place: Candidate) -> Candidate:
        """A place that the package knows by name alone, with the point that an import has for it."""
        source, _, number = place.id.partition(":")
        there = self._imported.by_id(int(number)) if self._imported and source == "geonames" else None
        return place if there is None else replace(place, lat=there.lat, lon=there.lon, located=True)

    def _candidate(self, row: int, other: bool) -> Candidate:
        table = self._table
        name = table.names[table.starts[row] : table.starts[row + 1]].decode()
        written = table.kinds[table.kind[row]]
        kind: CandidateKind = written.rstrip("?")  # type: ignore[assignment] # the table's kinds are these
        country = table.countries[table.country[row]]
        admin1 = table.admin1_names[table.admin1[row]]
        admin2 = table.admin2_names[table.admin2[row]]
        source = table.source_id[row]
        made = "/".join(part for part in (country, admin1, admin2, name) if part)
        return Candidate(
            name=name,
            country=country,
            admin1=admin1,
            admin2=admin2,
            lat=table.lat[row] / DEGREE,
            lon=table.lon[row] / DEGREE,
            population=table.population[row],
            kind=kind,
            id=f"geonames:{source}" if source else f"relata:{kind}:{made}",
            other_name=other,
            capital=source in table.capitals and kind == "city",
            located=not written.endswith("?"),
        )


@renewed
def gazetteer() -> Gazetteer:
    """The gazetteer with what was imported, loaded at the first call (about a third of a second).

    Raises:
        ResourceError: if a table or an import is damaged.
    """
    return Gazetteer(places_table(), imported_places(Candidate))


def as_place(candidate: Candidate) -> Place:
    """The model's place for a candidate."""
    return Place(
        name=candidate.name,
        admin1=candidate.admin1 or None,
        country=candidate.country or None,
        lat=candidate.lat if candidate.located else None,
        lon=candidate.lon if candidate.located else None,
        precision=PRECISION[candidate.kind],
        admin2=candidate.admin2 or None,
    )
