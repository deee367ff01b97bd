"""Names of places in running text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, Protocol

from relata.model import Span
from relata.places.folding import fold
from relata.places.gazetteer import Candidate, Gazetteer, gazetteer
from relata.places.guards import LARGE, WIDE, Guard
from relata.places.scan import ARTICLES, LINKS, Word, joined, scan_words
from relata.places.unlisted import names_after_prepositions, unlisted_names
from relata.places.words import place_words


class TaggedToken(Protocol):
    """What is asked of tokens, where the caller has them: ``relata.language`` gives such."""

    @property
    def start(self) -> int: ...  # noqa: D102
    @property
    def pos(self) -> str: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place's name in a text.

    Attributes:
        span: where the name stands, without the words for its kind or direction.
        name: the words as written; the key for :meth:`Gazetteer.lookup`.
        kind: the word beside it for the kind of place ("province", "district", "city", "airport"), or None.
        direction: the direction before it ("southwestern"), or None.
        whole: where name, kind and direction stand together.
    """

    span: Span
    name: str
    kind: str | None = None
    direction: str | None = None
    whole: Span | None = None


LONGEST = 6
"""A name has no more words than this."""
NOT_NAMES = frozenset({"VERB", "AUX", "ADV", "PRON", "DET", "ADP", "CCONJ", "SCONJ", "NUM", "INTJ"})
"""Parts of speech that no name of a single word has. Source: Universal Dependencies, UPOS tags."""


def find_toponyms(text: str, tokens: Sequence[TaggedToken] | None = None) -> tuple[Toponym, ...]:
    """Every name of a place in running English text, in order; overlapping names: the longest.

    Left out: names of persons ("Paris Hilton"), organisations that only bear a place's name ("Bank of America"),
    demonyms (see ``find_demonyms``), and everyday words that are also towns ("Reading").

    Args:
        text: text in any case; in lines all in capitals every word may open a name.
        tokens: tagged tokens of the text, where the caller has them: a single word tagged as a verb, pronoun or
            the like is then no name, and names that the gazetteer lacks are found after "in", "at", "near".
    """
    words = scan_words(text)
    guard = Guard(text, words)
    veto = frozenset(token.start for token in tokens or () if token.pos in NOT_NAMES)
    candidates = list(all_names(text, words))
    guard.wide_starts = frozenset(name.first for name in candidates if name.places[0].kind in WIDE or name.large)
    named = [
        name
        for name in candidates
        if not guard.barred(name.first, name.last, name.places)
        and not (name.last - name.first == 1 and words[name.first].start in veto)
    ]
    guard.learn([(name.first, name.last, name.key) for name in named])
    kept = [(name.first, name.last) for name in named if guard.stands(name.first, name.last, name.places, name.key)]
    spans = _with_unlisted(kept, words, guard)
    if tokens is not None:
        tagged = frozenset(token.start for token in tokens if token.pos == "PROPN")
        runs = list(names_after_prepositions(words, tagged))
        small = {(name.first, name.last) for name in named if not name.large and name.places[0].kind == "city"}
        units = {name.first for name in candidates if any(place.kind != "city" for place in name.places)}
        spans = [span for span in spans if span not in small or not any(_opens(span, run, units) for run in runs)]
        taken = {at for span in spans for at in range(*span)}
        spans += [span for span in runs if taken.isdisjoint(range(*span))]
    return tuple(describe(text, words, first, last) for first, last in sorted(spans))


def _opens(listed: tuple[int, int], run: tuple[int, int], units: set[int]) -> bool:
    """Whether a listed name only opens a longer one that nothing lists: "Kani" in "in Kani Sev".

    What follows it may be its province, said without a comma ("in Jolo Sulu"): then it is the whole name.
    """
    return run[0] == listed[0] and listed[1] < run[1] and units.isdisjoint(range(listed[1], run[1]))


def _with_unlisted(kept: list[tuple[int, int]], words: list[Word], guard: Guard) -> list[tuple[int, int]]:
    """The names, with unlisted ones added; an unlisted one takes the place of listed ones that are but parts of it."""
    holder = {at: span for span in kept for at in range(*span)}
    spans = set(kept)
    for first, last in unlisted_names(words):
        across = {holder[at] for at in range(first, last) if at in holder}
        if len(across) > 1 and sum(end - begin for begin, end in across) == last - first:
            continue  # "the municipality of Lago Puelo Chubut Province": a town and its province without a comma
        if not guard.of_group(first) and all(
            first <= listed[0] and listed[1] <= last and listed != (first, last) for listed in across
        ):
            spans -= across
            spans.add((first, last))
    return sorted(spans)


class Named(NamedTuple):
    """Words ``first`` to ``last`` (exclusive) are a name that the gazetteer knows."""

    first: int
    last: int
    key: str
    places: tuple[Candidate, ...]

    @property
    def large(self) -> bool:
        """Whether a large city bears the name."""
        return any(place.population >= LARGE for place in self.places)


def all_names(text: str, words: list[Word]) -> Iterator[Named]:
    """Every longest name of the gazetteer in the words, none overlapping another."""
    known = gazetteer()
    at = 0
    while at < len(words):
        name = longest_name(known, text, words, at)
        if name:
            yield name
        at = name.last if name else at + 1


def longest_name(known: Gazetteer, text: str, words: list[Word], at: int) -> Named | None:
    """The longest name of the gazetteer that starts with word ``at``, or None."""
    best: Named | None = None
    if not words[at].may_open:
        return None
    for last in range(at + 1, min(len(words), at + LONGEST) + 1):
        word = words[last - 1]
        if last > at + 1 and not word.follows:
            break
        key = fold(joined(text, words, at, last))
        if word.may_close:
            places = known.exact(key) or (known.exact(key[3:]) if key.startswith("al ") else ())
            if places:
                best = Named(at, last, key, places)
        if not (word.lower in ARTICLES or word.lower in LINKS or known.starts(key)):
            break
    return best


def describe(text: str, words: Sequence[Word], first: int, last: int) -> Toponym:
    """The toponym of words ``first`` to ``last`` (exclusive) with the kind and direction said beside it."""
    known = place_words()
    span = Span(words[first].start, words[last - 1].end)
    start, end = span.start, span.end
    kind = direction = None
    after = words[last].lower if last < len(words) and words[last].follows else ""
    pair = f"{after} {words[last + 1].lower}" if after and last + 1 < len(words) and words[last + 1].follows else ""
    third = words[last + 2].lower if pair and last + 2 < len(words) and words[last + 2].follows else ""
    for word, count in ((f"{pair} {third}" if third else "", 3), (pair, 2), (after, 1)):
        if word and (word in known.units or word in known.facilities):
            kind, end = word, words[last + count - 1].end
            break
    if kind is None and first >= 2 and words[first - 1].lower == "of" and words[first - 2].lower in known.units:
        kind, start = words[first - 2].lower, words[first - 2].start
    lead = next((at for at in range(first - 1, max(-1, first - 4), -1) if words[at].start < start), -1)
    if lead >= 0 and _near(text, words[lead].end, start):
        word = words[lead].lower
        if lead and words[lead - 1].lower + "-" + word in known.directions and text[words[lead].start - 1] == "-":
            direction, start = words[lead - 1].lower + "-" + word, words[lead - 1].start
        elif word in known.directions:
            direction, start = word, words[lead].start
        elif kind is None and word in known.units and known.units[word] & {"admin1", "admin2", "city"}:
            kind, start = word, words[lead].start
    return Toponym(span, span.cut(text), kind, direction, Span(start, end))


def toponym_at(text: str, span: Span) -> Toponym:
    """The toponym of a span that the caller knows to be a place's name, with kind and direction said beside it."""
    start, end = max(0, span.start - 60), min(len(text), span.end + 60)
    words = [replace(word, start=word.start + start, end=word.end + start) for word in scan_words(text[start:end])]
    inside = [number for number, word in enumerate(words) if word.start < span.end and span.start < word.end]
    if not inside:
        return Toponym(span, span.cut(text), whole=span)
    near = describe(text, words, inside[0], inside[-1] + 1)
    return replace(near, span=span, name=span.cut(text), whole=span.cover(near.whole or span))


def _near(text: str, end: int, start: int) -> bool:
    return start - end <= 2 and text[end:start].isspace()
