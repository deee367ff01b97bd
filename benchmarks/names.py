"""Written names to actors: which pairs of names are taken for one (tests/cases/actors/names.tsv, from public facts).

A pair whose names need no report is resolved as two reports write it. Where sentences are given, they are read as
reports first, so that what they say of their names ("whose real name is") counts. Rows with even numbers were looked at
while rules were made, those with odd ones were not.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from benchmarks.common import Result, files
from relata.actors import resolve
from relata.claims.profiles import find_profiles
from relata.language import annotate
from relata.model import ActorName, Claim, make_report

KINDS = {"person": "person", "group": "armed group"}


class Pair(NamedTuple):
    """Two written names, whether they are one actor, and the sentences that they need."""

    same: bool
    kind: str
    one: str
    other: str
    source: str
    texts: tuple[str, ...]


def pairs(path: Path) -> list[Pair]:
    """The pairs of one file, in order."""
    found = []
    for line in path.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            same, kind, one, other, source, *texts = line.split("\t")
            found.append(
                Pair(
                    same == "yes",
                    KINDS[kind],
                    one,
                    other,
                    source,
                    tuple(" ".join(texts).split(" || ")) if texts else (),
                )
            )
    return found


def taken_for_one(pair: Pair) -> bool:
    """Whether the two names come out as one actor."""
    names, claims = _read(pair.texts) if pair.texts else ([], [])
    first, last = ("r0", f"r{max(0, len(pair.texts) - 1)}") if pair.texts else ("r0", "r1")
    written = {(report, name.text) for report, name in names}
    for report, text in ((first, pair.one), (last, pair.other)):
        if (report, text) not in written:
            names.append((report, ActorName(text, None, pair.kind)))
    resolution = resolve(names, claims)
    return resolution.ref(first, ActorName(pair.one)).id == resolution.ref(last, ActorName(pair.other)).id


def _read(texts: tuple[str, ...]) -> tuple[list[tuple[str, ActorName]], list[Claim]]:
    names: list[tuple[str, ActorName]] = []
    claims: list[Claim] = []
    for number, text in enumerate(texts):
        report = make_report(uri=f"r{number}", text=text, outlet=None, published=None)
        annotated = annotate(report, marked=False)
        names += [(f"r{number}", ActorName(one.text, one.key, one.kind)) for one in annotated.mentions]
        claims += [replace(claim, report=f"r{number}") for claim in find_profiles(annotated)]
    return names, claims


def run(data: Path, limit: int | None) -> Result:
    """Resolve every pair."""
    result = Result("names", str(data))
    right: dict[str, list[bool]] = {}
    for path in files(data, "names.tsv"):
        for number, pair in enumerate(pairs(path)[:limit]):
            half = "odd" if number % 2 else "even"
            found = taken_for_one(pair)
            for name in ("accuracy", f"accuracy_{half}", "same" if pair.same else "different"):
                right.setdefault(name, []).append(found == pair.same)
            if found != pair.same and half == "even":
                what = "two taken for one" if found else "one taken for two"
                result.miss(what, f"row {number}", f"{pair.one} / {pair.other} ({pair.kind}; {pair.source})")
    result.n = len(right.get("accuracy", ()))
    result.measures = {name: sum(found) / len(found) for name, found in sorted(right.items())}
    return result
