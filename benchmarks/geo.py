"""Toponyms: found in news, and put where they belong.

Corpora, as published: LGL (Lieberman, Samet and Sankaranarayanan 2010, "Geotagging with Local Lexicons") and GeoVirus
(Gritta, Pilehvar and Collier 2018), both from github.com/milangritta. ``resolution_161km`` is the share of marked
toponyms with coordinates that land within 161 km (100 miles) of them; ``recognition_f`` asks for the same start and
end.
"""

from __future__ import annotations

import csv
import gzip
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median

from benchmarks.common import Result, f_score, files
from relata.model import Span
from relata.places import Toponym, find_demonyms, find_toponyms, place_for, resolve, toponym_at
from relata.places.geometry import great_circle_km

NEAR_KM = 161.0
"""100 miles. Source: Cheng, Caverlee and Lee 2010, since then the field's threshold."""
LOST_KM = 20_015.0
"""Distance counted for a toponym that was not resolved: half round the Earth."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A toponym as the corpus marks it; coordinates None where it gives none."""

    span: Span
    lat: float | None
    lon: float | None


@dataclass(frozen=True, slots=True)
class Document:
    """One marked text. ``peoples``: whether its corpus marks demonyms as toponyms too."""

    corpus: str
    id: str
    text: str
    marked: tuple[Marked, ...]
    peoples: bool


@dataclass(slots=True)
class Tally:
    """Counts of one corpus."""

    documents: int = 0
    near: int = 0
    distances: list[float] | None = None
    right: int = 0
    predicted: int = 0
    gold: int = 0

    def lines(self, name: str) -> Iterator[str]:
        """The corpus's line of the table."""
        apart = self.distances or [LOST_KM]
        f, precision, recall = f_score(self.right, self.predicted, self.gold)
        yield (
            f"  {name:22s} documents {self.documents:4d}  within 161 km {self.near / len(apart):.3f} of {len(apart)}"
            f"  median {median(apart):7.1f} km  recognition F {f:.3f} (P {precision:.3f} R {recall:.3f})"
        )


def read(path: Path) -> Iterator[Document]:
    """Every text of a file in LGL's or GeoVirus' format, told apart by their elements."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    for number, article in enumerate(ET.fromstring(data).iter("article")):
        text = article.findtext("text") or ""
        lgl = article.find("toponyms") is not None
        marks = article.iter("toponym" if lgl else "location")
        yield Document(
            corpus=path.name,
            id=article.get("docid") or str(number),
            text=text,
            marked=tuple(sorted((_mark(mark, text, lgl) for mark in marks), key=lambda mark: mark.span)),
            peoples=lgl,
        )


def _mark(mark: ET.Element, text: str, lgl: bool) -> Marked:
    """One marked toponym. GeoVirus counts from 1 in places: the span is moved to where its words stand."""
    words = mark.findtext("phrase" if lgl else "name") or ""
    start, end = int(mark.findtext("start") or 0), int(mark.findtext("end") or 0)
    if text[start:end] != words:
        start = next((start + by for by in (-1, 1, -2, 2) if text[max(0, start + by) :].startswith(words)), start)
        end = start + len(words)
    holder = mark.find("gaztag") if lgl else mark
    lat, lon = (holder.findtext("lat"), holder.findtext("lon")) if holder is not None else (None, None)
    return Marked(Span(max(0, start), max(0, start, end)), float(lat) if lat else None, float(lon) if lon else None)


def measure(document: Document, tally: Tally, result: Result) -> None:
    """Resolve the marked toponyms, find toponyms, and count."""
    found = find_toponyms(document.text)
    # The corpora mark names without the direction before them: "eastern China" stands at the middle of China.
    gold = [replace(toponym_at(document.text, mark.span), direction=None) for mark in document.marked]
    beside = [name for name in found if not any(name.span.overlaps(mark.span) for mark in document.marked)]
    resolved = resolve([*gold, *beside], text=document.text)
    tally.documents += 1
    tally.distances = tally.distances if tally.distances is not None else []
    for mark, answer in zip(document.marked, resolved, strict=False):
        if mark.lat is None or mark.lon is None:
            continue
        apart = LOST_KM
        if answer.place and answer.place.lat is not None and answer.place.lon is not None:
            apart = great_circle_km(mark.lat, mark.lon, answer.place.lat, answer.place.lon)
        tally.distances.append(apart)
        if apart <= NEAR_KM:
            tally.near += 1
            continue
        kind = "not in the gazetteer" if answer.place is None else f"resolved wrongly to a {answer.place.precision}"
        shown = document.text[max(0, mark.span.start - 60) : mark.span.end + 60]
        where = f"{document.corpus} {document.id}"
        result.miss(kind, where, f"<{answer.toponym.name}> {mark.lat},{mark.lon}; {answer.because}; {shown}")
    _recognition(document, found, tally, result)


def _recognition(document: Document, found: tuple[Toponym, ...], tally: Tally, result: Result) -> None:
    spans = {name.span for name in found}
    if document.peoples:
        spans |= {people.span for people in find_demonyms(document.text)}
    gold = {mark.span for mark in document.marked}
    tally.right += len(spans & gold)
    tally.predicted += len(spans)
    tally.gold += len(gold)
    for kind, missed in (("found, not marked", spans - gold), ("marked, not found", gold - spans)):
        for span in sorted(missed):
            shown = document.text[max(0, span.start - 50) : span.end + 50]
            result.miss(kind, f"{document.corpus} {document.id}", f"<{span.cut(document.text)}> {shown}")


def place_strings(path: Path, limit: int | None) -> str:
    """One line on place strings with coordinates (UCDP GED's columns): how many land within 25 and 161 km."""
    near = close = known = 0
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))[:limit]
    for row in rows:
        phrase = ", ".join(part for part in (row["name"], row["adm_1"]) if part)
        place = place_for(phrase, text_countries=(row["country"],))
        if place and place.lat is not None and place.lon is not None:
            known += 1
            apart = great_circle_km(float(row["latitude"]), float(row["longitude"]), place.lat, place.lon)
            near += apart <= NEAR_KM
            close += apart <= 25
    count = max(1, len(rows))
    return (f"  {path.name:22s} place strings {len(rows)}  placed {known / count:.3f}  "
            f"within 25 km {close / count:.3f}  within 161 km {near / count:.3f}")  # fmt: skip


def run(data: Path, limit: int | None) -> Result:
    """Measure every file of either format in the folder; ``limit`` documents of each."""
    result = Result("geo", str(data))
    tallies: dict[str, Tally] = {}
    for path in files(data, "*.xml", "*.xml.gz"):
        for number, document in enumerate(read(path)):
            if limit is not None and number >= limit:
                break
            measure(document, tallies.setdefault(document.corpus, Tally()), result)
    distances = [apart for tally in tallies.values() for apart in tally.distances or ()] or [LOST_KM]
    counts = [sum(getattr(tally, part) for tally in tallies.values()) for part in ("right", "predicted", "gold")]
    result.n = sum(tally.documents for tally in tallies.values())
    result.measures = {
        "resolution_161km": sum(tally.near for tally in tallies.values()) / len(distances),
        "median_km": median(distances),
        "recognition_f": f_score(*counts)[0],
    }
    for name, tally in tallies.items():
        result.table.extend(tally.lines(name))
    strings = (data if data.is_dir() else data.parent).parent / "ucdp_places" / "places.csv"
    if strings.is_file():
        result.table.append(place_strings(strings, limit))
    return result
