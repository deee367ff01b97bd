"""A dump of GeoNames into the folder of imports: line by line into a table that is looked into, never loaded whole."""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from relata.errors import ReadingError
from relata.places.folding import fold
from relata.places.gazetteer import Candidate, Gazetteer
from relata.run.imports.geonames import BROKEN, COLUMNS, GeoName, parsed
from relata.run.imports.keeping import list_name, written
from relata.run.imports.opening import bounded, lines_of, opened
from relata.run.imports.summary import ImportSummary
from relata.store.batching import batches
from relata.tables.imported import FORMAT
from relata.tables.places import places_table

MOST_PLACES = 20_000_000
"""Places in one list; GeoNames has some thirteen millions, of which half are taken."""
BATCH = 5_000
MISSED = 1_000
"""A file with so many first lines that are none of a dump is no dump."""

KNOWN = "places that Relata knows already"

_TABLES = """
PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;
CREATE TABLE about (value TEXT);
CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT, kind TEXT, level INTEGER, country TEXT, code1 TEXT, code2 TEXT,
    lat REAL, lon REAL, population INTEGER);
CREATE TABLE unit (country TEXT, code1 TEXT, code2 TEXT, name TEXT, PRIMARY KEY (country, code1, code2)) WITHOUT ROWID;
CREATE TABLE key (key TEXT, place INTEGER, other INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TEMP TABLE found (key TEXT, place INTEGER, other INTEGER);
CREATE TEMP TABLE taken (country TEXT, code1 TEXT, code2 TEXT, PRIMARY KEY (country, code1, code2)) WITHOUT ROWID;
"""
_DONE = """
DELETE FROM place WHERE level BETWEEN 1 AND 2 AND EXISTS (SELECT 1 FROM taken WHERE taken.country = place.country
    AND taken.code1 = place.code1 AND taken.code2 = CASE level WHEN 1 THEN '' ELSE place.code2 END);
INSERT OR IGNORE INTO key SELECT key, place, other FROM found WHERE place IN (SELECT id FROM place) ORDER BY 1, 2, 3;
"""


def import_places(path: str | Path, name: str | None = None) -> ImportSummary:
    """Import places of GeoNames: found by name from then on, beside those of the package, whenever reports are read.

    A former import of the same name is replaced.

    Args:
        path: a dump of GeoNames (allCountries or one country, .txt, .zip or .gz): 19 columns parted by tabs.
        name: under which it is kept; by default the file's own ("af" of AF.zip).

    Raises:
        ReadingError: if the file is not there, is no dump, is too large, or the folder cannot be written to.
        QueryError: if the name cannot be one.
    """
    path = Path(path)
    kept = list_name(name or re.sub(r"(?i)(?:\.(?:gz|zip|txt|tsv))+$", "", path.name))
    left_out: Counter[str] = Counter()
    with written("places", kept) as aside:
        aside.unlink(missing_ok=True)
        try:
            with closing(sqlite3.connect(aside, isolation_level=None)) as table:
                entries = _Table(table).fill(_places(path, left_out), left_out, path)
        except sqlite3.Error as error:
            raise ReadingError(f"cannot write {aside}: {error}; is the disk full?") from error
    reasons = tuple(sorted(left_out.items(), key=lambda row: (-row[1], row[0])))
    return ImportSummary("places", kept, entries, left_out=reasons)


def _places(path: Path, left_out: Counter[str]) -> Iterator[GeoName]:
    with opened(path) as stream:
        for number, line in enumerate(bounded(lines_of(stream), path)):
            if number == MISSED == left_out[BROKEN]:
                break
            place = parsed(line)
            if isinstance(place, GeoName):
                yield place
            elif line:
                left_out[place] += 1


class _Table:
    """The file while it is written."""

    def __init__(self, table: sqlite3.Connection) -> None:
        self._table = table
        self._own = Gazetteer(places_table())
        self._votes: dict[tuple[str, str, str], Counter[str]] = {}
        self._taken: set[tuple[str, str, str]] = set()
        """Units that the package has, with their points."""
        self._digest = hashlib.sha256()

    def fill(self, places: Iterable[GeoName], left_out: Counter[str], path: Path) -> int:
        """Write the places; how many they are."""
        self._table.executescript(_TABLES)
        self._table.execute("BEGIN")
        seen = 0
        for some in batches(places, BATCH):
            seen += len(some)
            if seen > MOST_PLACES:
                raise ReadingError(f"{path} names more than {MOST_PLACES:,} places; cut it to those you need")
            self._take(some, left_out)
        self._settle()
        before = self._count()
        self._table.execute("COMMIT")
        self._table.executescript(_DONE)
        entries = self._count()
        if before > entries:
            left_out[KNOWN] += before - entries
        if not entries:
            known = " that Relata does not know already" if seen else ""
            raise ReadingError(
                f"{path} holds no places{known}; expected a dump of GeoNames, {COLUMNS} columns parted by tabs"
            )
        head = {"format": FORMAT, "file": path.name, "entries": entries, "digest": self._digest.hexdigest()}
        self._table.execute("INSERT INTO about VALUES (?)", (json.dumps(head),))
        return entries

    def _count(self) -> int:
        return int(self._table.execute("SELECT count(*) FROM place").fetchone()[0])

    def _take(self, places: Iterable[GeoName], left_out: Counter[str]) -> None:
        rows, units, keys = [], [], []
        for place in places:
            own = self._own.of_package(place.id)
            if own is not None:
                self._vote(place, own)
            if place.level in (1, 2):
                units.append((place.country, place.code1, place.code2 if place.level == 2 else "", self._named(place)))
            if own is not None and own.located:
                left_out[KNOWN] += 1
                continue
            forms = place.keys()
            self._digest.update(repr((place[:2], place[3:], sorted(forms.items()))).encode("utf-8", "replace"))
            rows.append((place.id, place.name, place.kind, place.level, *place[5:]))
            keys += [(key, place.id, other) for key, other in forms.items()]
        self._table.executemany("INSERT OR IGNORE INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
        self._table.executemany("INSERT OR IGNORE INTO unit VALUES (?, ?, ?, ?)", units)
        self._table.executemany("INSERT INTO found VALUES (?, ?, ?)", keys)

    def _vote(self, place: GeoName, own: Candidate) -> None:
        """A place that the package knows tells what the package calls the units that it lies in."""
        if place.country != own.country or own.kind not in ("city", "admin2"):
            return
        told = {"": own.admin1} | ({place.code2: own.admin2} if place.code2 else {})
        for code2, name in told.items():
            unit = (place.country, place.code1, code2)
            if place.code1 and name:
                self._votes.setdefault(unit, Counter())[name] += 1
                if own.located:
                    self._taken.add(unit)

    def _named(self, place: GeoName) -> str:
        """What the package calls a first-level unit of one of the names; else its own name."""
        names = [place.name, *place.others] if place.level == 1 else []
        bearers = (one for name in names for one in self._own.exact(fold(name)))
        same = next((one for one in bearers if one.kind == "admin1" and one.country == place.country), None)
        if same is None:
            return place.name
        self._taken.add((place.country, place.code1, ""))
        return same.name

    def _settle(self) -> None:
        """Name the units as the package does, so that places of both lie in the same ones."""
        ballots = sorted(self._votes.items())
        chosen = [(*code, min(votes, key=lambda name: (-votes[name], name))) for code, votes in ballots]
        self._table.executemany("INSERT OR REPLACE INTO unit VALUES (?, ?, ?, ?)", chosen)
        self._table.executemany("INSERT INTO taken VALUES (?, ?, ?)", sorted(self._taken))
        for row in self._table.execute("SELECT * FROM unit ORDER BY country, code1, code2"):
            self._digest.update(repr(row).encode("utf-8", "replace"))
