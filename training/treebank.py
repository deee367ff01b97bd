"""Treebanks cut the way Relata cuts text, each token with its part of speech."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from relata.language.tokens import pieces


class Tagged(NamedTuple):
    """One sentence of a treebank: words and their parts of speech, in our own tokens."""

    words: list[str]
    tags: list[str]


_SHORT = {
    "N": "NOUN",
    "P": "PROPN",
    "V": "VERB",
    "A": "ADJ",
    "D": "DET",
    "R": "ADV",
    "I": "ADP",
    "C": "CCONJ",
    "S": "SCONJ",
    "X": "AUX",
    "U": "NUM",
    "O": "PRON",
    "T": "PART",
    ".": "PUNCT",
}


def field() -> Iterator[Tagged]:
    """The sentences of ``field.txt``: our own, with words of conflict that treebanks lack."""
    for line in Path(__file__).with_name("field.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("# "):
            pairs = [pair.rsplit("/", 1) for pair in line.split(" ")]
            yield Tagged([word for word, _ in pairs], [_SHORT[tag] for _, tag in pairs])


class _Unit(NamedTuple):
    """A word of the treebank with its place in the sentence's text."""

    start: int
    end: int
    tag: str
    fine: str


def sentences(path: Path) -> Iterator[Tagged]:
    """The sentences of a CoNLL-U file (gzipped or not), in order; those that cannot be aligned are left out."""
    text = ""
    lines: list[list[str]] = []
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as stream:
        for line in stream:
            if line.startswith("# text = "):
                text = line[9:].rstrip("\n")
            elif line[0].isdigit():
                lines.append(line.rstrip("\n").split("\t"))
            elif line == "\n":
                units = _placed(text, lines)
                if units:
                    yield _cut(text, units)
                lines = []


def _placed(text: str, lines: list[list[str]]) -> list[_Unit]:
    """The words with their offsets; empty if the words do not spell the text."""
    units: list[_Unit] = []
    at = 0
    skip = 0
    for cells in lines:
        number = cells[0]
        if "." in number:
            continue
        if "-" in number:
            first, last = map(int, number.split("-"))
            parts = "".join(other[1] for other in lines if other[0].isdigit() and first <= int(other[0]) <= last)
            if parts != cells[1]:
                head = next(other for other in lines if other[0] == str(first))
                at = text.find(cells[1], at)
                if at < 0:
                    return []
                units.append(_Unit(at, at + len(cells[1]), head[3], head[4]))
                at += len(cells[1])
                skip = last
            continue
        if int(number) <= skip:
            continue
        at = text.find(cells[1], at)
        if at < 0:
            return []
        units.append(_Unit(at, at + len(cells[1]), cells[3], cells[4]))
        at += len(cells[1])
    return units


def _cut(text: str, units: list[_Unit]) -> Tagged:
    words: list[str] = []
    tags: list[str] = []
    at = 0
    for start, end in pieces(text, 0, len(text)):
        while at < len(units) - 1 and units[at].end <= start:
            at += 1
        last = at
        while last + 1 < len(units) and units[last + 1].start < end:
            last += 1
        words.append(text[start:end])
        tags.append(_tag(text[start:end], units[at : last + 1]))
    return Tagged(words, tags)


def _tag(word: str, units: list[_Unit]) -> str:
    """The part of speech of one of our words, from the treebank's words that it covers."""
    if len(units) == 1:
        unit = units[0]
        partial = unit.end - unit.start > len(word)
        return (
            "PUNCT"
            if partial and not word[0].isalnum() and unit.tag not in {"PUNCT", "SYM", "PART", "AUX"}
            else unit.tag
        )
    solid = [unit for unit in units if unit.tag not in {"PUNCT", "SYM"}] or units
    first, last = solid[0], solid[-1]
    if len(solid) == 1:
        return first.tag
    if last.fine in {"VBN", "VBG", "VBD"} or (first.tag == "NUM" and last.tag == "NOUN"):
        return "ADJ"
    if last.tag in {"ADP", "PART"} or (last.tag == "NUM" and first.tag != "NUM"):
        return "NOUN"  # "a walk-in", "an M-16"
    return last.tag
