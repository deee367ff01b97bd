"""Candidate spans for the role strings of MUC-4: noun phrases, names and titles in them, phrases with their "of"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.muc4_words import is_instrument, word_set
from relata.language import Annotated, Chunk, Sentence
from relata.model import Span

_OPENERS = word_set(
    "the a an this that these those its his her their our my your some several many all any another other others "
    "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred "
    "more most at least about nearly approximately both each every few dozen dozens certain"
)
"""Words that open a phrase and that the key leaves out of its strings."""
_JOINTS = frozenset({"of", "from", "belonging", "in"})
_TAILS = frozenset({"'s", "’s", "'", "’"})
_MAX_SUFFIXES = 6
_NAMED = frozenset({"person", "armed group", "state force", "state", "organisation", "facility"})
_ENDS = re.compile(r"[\s,.;:'’\"()\[\]-]+$")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span of a sentence that can be the string of a role.

    Attributes:
        span: where it stands.
        first: its first token.
        last: the token after its last.
        sentence: number of its sentence.
        shape: how it came about: "core" (a noun phrase without its openers), "tail" (the end of one), "front" (what
            stands before a name), "of" (with the phrase that "of" joins), "named" (a mention).
    """

    span: Span
    first: int
    last: int
    sentence: int
    shape: str


def candidates(annotated: Annotated) -> list[Candidate]:
    """Every candidate of a report, in order, each span once."""
    found: dict[tuple[int, int], Candidate] = {}
    chunks = list(annotated.chunks)
    at = 0
    for number, sentence in enumerate(annotated.sentences):
        while at < len(chunks) and chunks[at].first < sentence.first:
            at += 1
        own = []
        while at < len(chunks) and chunks[at].first < sentence.last:
            own.append(chunks[at])
            at += 1
        for first, end, shape in _shapes(annotated, sentence, own):
            last = end
            while last > first + 1 and annotated.tokens[last - 1].lower in _TAILS:
                last -= 1
            if last > first and (first, last) not in found:
                span = Span(annotated.tokens[first].start, annotated.tokens[last - 1].end)
                found[first, last] = Candidate(span, first, last, number, shape)
    return [found[key] for key in sorted(found)]


def _shapes(annotated: Annotated, sentence: Sentence, chunks: list[Chunk]) -> Iterator[tuple[int, int, str]]:
    tokens = annotated.tokens
    for number, chunk in enumerate(chunks):
        if tokens[chunk.head].pos == "PRON":
            continue
        core = opening(annotated, chunk.first, chunk.last)
        yield core, chunk.last, "core"
        mark = next((n for n in range(core + 1, chunk.last) if tokens[n].lower in _TAILS), None)
        if mark is not None:
            yield core, mark, "core"
        for first in range(core + 1, min(chunk.last, core + _MAX_SUFFIXES)):
            if tokens[first].lower not in _TAILS:
                yield first, chunk.last, "tail"
        name = next((n for n in range(core, chunk.last) if tokens[n].pos == "PROPN"), None)
        if name is not None and name > core:
            yield core, name, "front"
        end, reach = chunk.last, number + 1
        while reach < len(chunks) and reach < number + 4:
            following = chunks[reach]
            if following.first != end + 1 or tokens[end].lower not in _JOINTS:
                break
            end, reach = following.last, reach + 1
            yield core, end, "of"
    for first in range(sentence.first, sentence.last):
        for last in range(first + 1, min(first + 3, sentence.last) + 1):
            if is_instrument(" ".join(tokens[n].lower for n in range(first, last))):
                yield first, last, "weapon"
    for mention in annotated.mentions:
        if mention.kind in _NAMED and sentence.span.start <= mention.span.start < sentence.span.end:
            inside = [
                n
                for n in range(sentence.first, sentence.last)
                if mention.span.start <= tokens[n].start and tokens[n].end <= mention.span.end
            ]
            if inside:
                first = inside[0] + (tokens[inside[0]].lower in {"the", "a"} and len(inside) > 1)
                yield first, inside[-1] + 1, "named"


def opening(annotated: Annotated, first: int, last: int) -> int:
    """The first token of a phrase past its determiners and numbers; never past its last token."""
    while first < last - 1 and (
        annotated.tokens[first].lower in _OPENERS or annotated.tokens[first].pos in {"NUM", "DET"}
    ):
        first += 1
    return first


def plain(string: str) -> str:
    """A string as strings are compared: in capitals, white space even, without what opens or ends it idly."""
    parts = _ENDS.sub("", " ".join(string.upper().split())).split()
    while len(parts) > 1 and (parts[0].lower() in _OPENERS or parts[0].replace(",", "").isdigit()):
        parts.pop(0)
    return " ".join(parts)
