"""Places that users have imported, as candidates: files of sqlite, looked into and never loaded whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from relata.tables.imported import Imported, damaged, imports, open_places

if TYPE_CHECKING:
    from relata.places.gazetteer import Candidate

MOST = 400
"""More bearers of one name than this are not looked at; the largest come first."""

_COLUMNS = """place.id, place.name, place.country, coalesce(first.name, ''), coalesce(second.name, ''), lat, lon,
    population, kind"""
_UNITS = """LEFT JOIN unit AS first ON first.country = place.country AND first.code1 = place.code1 AND first.code2 = ''
    LEFT JOIN unit AS second ON second.country = place.country AND second.code1 = place.code1
        AND second.code2 = place.code2 AND place.code2 != ''"""
_BEARERS = f"""SELECT {_COLUMNS}, key.other FROM key JOIN place ON place.id = key.place {_UNITS}
    WHERE key.key = ? ORDER BY population DESC, place.id LIMIT {MOST}"""
_BY_ID = f"SELECT {_COLUMNS}, 0 FROM place {_UNITS} WHERE place.id = ?"
_STARTS = "SELECT 1 FROM key WHERE key >= ? AND key < ? LIMIT 1"


class ImportedPlaces:
    """The places of all imported lists; of a place in several, the list whose name comes first.

    Args:
        files: the imported lists of places.
        make: what makes a candidate of its columns.
    """

    def __init__(self, files: Sequence[Imported], make: Callable[..., Candidate]) -> None:
        self._files = [(one, open_places(one.path)) for one in files]
        self._make = make

    def bearers(self, key: str) -> tuple[Candidate, ...]:
        """Every place under a folded key, each once."""
        found: dict[str, Candidate] = {}
        for row in self._rows(_BEARERS, (key,)):
            place = self._candidate(row)
            found.setdefault(place.id, place)
        return tuple(found.values())

    def by_id(self, source_id: int) -> Candidate | None:
        """The place of a GeoNames id."""
        return next((self._candidate(row) for row in self._rows(_BY_ID, (source_id,))), None)

    def starts(self, key: str) -> bool:
        """Whether any key starts with ``key`` followed by a further word."""
        return bool(self._rows(_STARTS, (f"{key} ", f"{key}!")))

    def _rows(self, statement: str, given: tuple[Any, ...]) -> list[tuple[Any, ...]]:
        found: list[tuple[Any, ...]] = []
        for file, table in self._files:
            try:
                found += table.execute(statement, given).fetchall()
            except sqlite3.Error as error:
                raise damaged("places", file.path, error) from error
        return found

    def _candidate(self, row: tuple[Any, ...]) -> Candidate:
        source, name, country, admin1, admin2, lat, lon, population, kind, other = row
        return self._make(
            name=name,
            country=country,
            admin1=name if kind == "admin1" else admin1,
            admin2=admin2,
            lat=lat,
            lon=lon,
            population=population,
            kind=kind,
            id=f"geonames:{source}",
            other_name=bool(other),
        )


def imported_places(make: Callable[..., Candidate]) -> ImportedPlaces | None:
    """The imported places, or None where there are none.

    Raises:
        ResourceError: if a file is damaged.
    """
    files = [one for one in imports() if one.kind == "places"]
    return ImportedPlaces(files, make) if files else None
