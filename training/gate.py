"""Which sentences the trained marker adds something to, learnt from the marker itself.

``python -m training.gate --data FOLDER --out FILE``: the folder holds the corpora that the marker was taught with. Each
of their longer documents is read twice, with the marker and by rules alone; a sentence counts as one that the marker
adds to if a claim or an event of the two readings differs in it. A logistic regression over words, pairs of words and
hits of the lists learns to tell such sentences, and the table is written that ``relata.language.gate`` reads. Documents
that are kept out of the marker's training are kept out here. Printed are, for documents that the weights did not see
(four folds), the share of such sentences that each bar keeps, and the share of words that it leaves to read.

Nothing is left to chance: the same data and the same marker give the same bytes.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import numpy as np
from benchmarks.claims import as_report
from benchmarks.common import files, json_lines
from benchmarks.held import held

from relata.claims.context import gather
from relata.claims.extract import find_events
from relata.claims.segments import tells_of_violence
from relata.language import Annotated, annotate
from relata.language.gate import SHORT, features, speaking
from relata.language.marker import marker
from relata.language.marks import Marks
from relata.model import Report, make_report
from training.logistic import BIAS, Rows, fit
from training.marker import corpora

FOLDS = 4
LEAST = 3
"""Sentences that a feature must stand in."""
STRENGTH = 3.0
"""Of the quadratic penalty."""
SMALLEST = 0.05
"""Weights nearer to nothing than this are left out of the table."""
RECALLS = (0.8, 0.85, 0.9, 0.95, 0.99)
Key = tuple[object, ...]


class Row(NamedTuple):
    """One sentence: its document, features, number of words, and whether the marker adds to it."""

    doc: str
    features: list[str]
    words: int
    added: bool


def reports(data: Path) -> Iterator[tuple[str, Report]]:
    """Every document of the corpora, with its id, that may be learnt from."""
    for row in json_lines(files(data / "claims", "claims*.jsonl*")):
        if not held(row["doc"]):
            yield row["doc"], as_report(row)
    examples = (
        corpora.muc4(data / "muc4" / "dev"),
        corpora.wikievents(data / "wikievents"),
        corpora.re3d(data / "re3d"),
    )
    for one in (one for corpus in examples for one in corpus):
        if not held(one.doc):
            yield one.doc, make_report(uri=one.doc, text=one.text)


def rows_of(doc: str, report: Report) -> Iterator[Row]:
    """The sentences of a document that speak of violence."""
    plain = annotate(report, marked=False)
    if len(plain.tokens) <= SHORT or not tells_of_violence(plain):
        return
    spoken = speaking(plain.tokens, plain.sentences)
    starts = [one.first for one in plain.sentences]
    annotated = replace(plain, marks=Marks(marker().scores([token.text for token in plain.tokens], starts, spoken)))
    differing = {at for *_, at in read(annotated) ^ read(plain)}
    for number in spoken:
        one = annotated.sentences[number]
        added = any(one.span.start <= at < one.span.end for at in differing if isinstance(at, int))
        yield Row(doc, features(annotated.tokens, one), one.last - one.first, added)


def read(annotated: Annotated) -> set[Key]:
    """What a reading says, event ids apart; where it stands comes last."""
    events, claims = find_events(gather(annotated))
    said: set[Key] = {(claim.attribute, repr(claim.value), claim.span.end, claim.span.start) for claim in claims}
    return said | {("event", event.type, event.trigger.end, event.trigger.start) for event in events}


def learn(rows: Iterable[Row]) -> dict[str, float]:
    """Weights that tell the sentences that the marker adds to."""
    known = list(rows)
    found = fit(Rows([row.features for row in known], LEAST), [row.added for row in known], STRENGTH)
    return {name: weight for name, weight in found.items() if name == BIAS or abs(weight) >= SMALLEST}


def bars(rows: list[Row]) -> Iterator[str]:
    """For some shares of the sentences that the marker adds to, the bar that keeps them, and what it leaves to read."""
    fold = [hashlib.sha256(row.doc.encode()).digest()[1] % FOLDS for row in rows]
    scores = np.zeros(len(rows))
    for number in range(FOLDS):
        weights = learn(row for row, own in zip(rows, fold, strict=True) if own != number)
        for at, row in enumerate(rows):
            if fold[at] == number:
                scores[at] = weights[BIAS] + sum(weights.get(name, 0.0) for name in dict.fromkeys(row.features))
    order = np.argsort(-scores, kind="stable")
    kept = np.cumsum([rows[at].added for at in order])
    words = np.cumsum([rows[at].words for at in order])
    for recall in RECALLS:
        last = int(np.searchsorted(kept, recall * kept[-1]))
        bar, share = scores[order[last]], words[last] / words[-1]
        yield f"  {recall:.2f} of {kept[-1]} kept: bar {bar:+.2f}, {share:.0%} of the words read"


def main() -> None:
    """Learn, measure and write."""
    parser = argparse.ArgumentParser(prog="python -m training.gate", description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    rows = [row for doc, report in reports(given.data) for row in rows_of(doc, report)]
    print(f"{len(rows)} sentences, {sum(row.added for row in rows)} to which the marker adds")
    for line in bars(rows):
        print(line)
    table = json.dumps(dict(sorted(learn(rows).items())), ensure_ascii=False, separators=(",", ":"))
    given.out.write_bytes(gzip.compress(table.encode(), mtime=0))


if __name__ == "__main__":
    main()
