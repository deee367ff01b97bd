"""Reports without annotation, from which the tagger learns the words of its field by tagging them itself."""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from relata.language.sentences import split
from relata.model import make_report
from training.treebank import Tagged

_MUC_HEAD = re.compile(r"^DEV-MUC3-\d+ \(.*\)$", re.MULTILINE)

SURE_TIMES = 4
"""A word must be met this often before its most frequent tag is trusted."""

SURE_SHARE = 0.6
"""Share of its sightings that the most frequent tag must have."""


def sentences(data: Path, limit: int) -> list[list[str]]:
    """Words of up to ``limit`` sentences of each corpus: MUC-4 development texts, Wikipedia's attacks of 2018.

    Every n-th sentence is taken, so that all parts of a corpus are there.
    """
    found: list[list[str]] = []
    for texts in (_muc4(data / "muc4" / "dev"), _wiki(data / "wiki2018" / "incidents.csv")):
        words = [one for text in texts for one in _split(text)]
        found.extend(words[:: max(1, len(words) // limit)][:limit])
    return found


def _muc4(folder: Path) -> Iterable[str]:
    for path in sorted(folder.glob("dev-*")):
        yield from _MUC_HEAD.split(path.read_text(encoding="utf-8", errors="replace"))


def _wiki(path: Path) -> Iterable[str]:
    if path.exists():
        with path.open(encoding="utf-8", newline="") as stream:
            for record in csv.DictReader(stream):
                yield record.get("Details") or ""


def _split(text: str) -> Iterable[list[str]]:
    offsets, parts = split(make_report(uri="", text=text))
    for part in parts:
        if part.last - part.first >= 5:
            yield [text[start:end] for start, end in offsets[part.first : part.last]]


def settled(tagged: Sequence[Tagged], known: frozenset[str]) -> list[list[str | None]]:
    """For each word that the treebanks lack, the tag it gets most often where that is sure; None for all others."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for item in tagged:
        for word, tag in zip(item.words, item.tags, strict=True):
            counts[word.lower()][tag] += 1
    best: dict[str, str] = {}
    for word, tags in counts.items():
        tag, times = min(tags.items(), key=lambda pair: (-pair[1], pair[0]))
        total = sum(tags.values())
        if word not in known and total >= SURE_TIMES and times >= SURE_SHARE * total:
            best[word] = tag
    return [[best.get(word.lower()) for word in item.words] for item in tagged]
