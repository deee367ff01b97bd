"""Noun phrases beside the words that tell an act: whom a verb struck, whose murder it was.

Claims of Relata carry an event's people and targets only where its rules bind them; the task wants whatever the
sentence of the act names. These frames look at base noun phrases around verbs and nouns of violence in the
sentences of an event.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from benchmarks.muc4_words import word_set
from relata.claims.numbers import read_count
from relata.language import Annotated, Chunk, Sentence
from relata.model import Count, Span

_DEATH, _INJURY, _DESTROYED, _DAMAGE = "DEATH", "INJURY", "DESTROYED", "SOME DAMAGE"
VERBS: dict[str, str | None] = {
    "killed": _DEATH,
    "murdered": _DEATH,
    "assassinated": _DEATH,
    "slain": _DEATH,
    "executed": _DEATH,
    "massacred": _DEATH,
    "killing": _DEATH,
    "murdering": _DEATH,
    "assassinating": _DEATH,
    "wounded": _INJURY,
    "injured": _INJURY,
    "wounding": _INJURY,
    "injuring": _INJURY,
    "kidnapped": None,
    "abducted": None,
    "seized": None,
    "captured": None,
    "kidnapping": None,
    "attacked": None,
    "attacking": None,
    "bombed": None,
    "shot": None,
    "machinegunned": None,
    "dynamited": _DESTROYED,
    "destroyed": _DESTROYED,
    "destroying": _DESTROYED,
    "demolished": _DESTROYED,
    "damaged": _DAMAGE,
    "damaging": _DAMAGE,
    "burned": _DAMAGE,
    "burning": _DAMAGE,
    "torched": _DAMAGE,
    "sabotaged": None,
    "ambushed": None,
    "stabbed": None,
    "kill": _DEATH,
    "destroy": _DESTROYED,
    "murder": _DEATH,
    "assassinate": _DEATH,
}
"""Verb form → what it says became of its object; None where it does not say."""
NOUNS: dict[str, str | None] = {
    "murder": _DEATH,
    "murders": _DEATH,
    "assassination": _DEATH,
    "assassinations": _DEATH,
    "killing": _DEATH,
    "killings": _DEATH,
    "massacre": _DEATH,
    "death": _DEATH,
    "deaths": _DEATH,
    "kidnapping": None,
    "kidnappings": None,
    "abduction": None,
    "attack": None,
    "attacks": None,
    "bombing": None,
    "bombings": None,
    "destruction": _DESTROYED,
    "slaying": _DEATH,
    "execution": _DEATH,
    "disappearance": None,
    "sabotage": None,
    "explosion": None,
    "attempt": None,
}
_TAKING = word_set("kidnapped abducted seized captured kidnapping kidnappings abduction disappearance")
_TO = frozenset({"of", "on", "against"})
_BE = word_set("was were been being is are be")
_LINKS = frozenset({",", "and", "&"})
_IN = word_set("in at of near on from with inside outside by to into")
_WHEN = word_set("yesterday today tonight morning afternoon evening night dawn noon midnight week month")
_RELATIVE = frozenset({"who", "which", "that"})
_PHRASAL = {
    ("blew", "up"): _DESTROYED,
    ("blown", "up"): _DESTROYED,
    ("blow", "up"): _DESTROYED,
    ("set", "fire"): _DAMAGE,
    ("gunned", "down"): _DEATH,
    ("burned", "down"): _DESTROYED,
    ("fired", "at"): None,
    ("shot", "at"): None,
    ("shot", "dead"): _DEATH,
}


@dataclass(frozen=True, slots=True)
class Struck:
    """A noun phrase that names whom or what an act struck.

    Attributes:
        span: the phrase.
        count: how many its own words say, or None.
        effect: what became of it, or None.
        taken: whether the act is a kidnapping.
        aimed: whether a preposition alone leads to it: it can be a building, hardly a person.
    """

    span: Span
    count: Count | None
    effect: str | None
    taken: bool
    aimed: bool = False


def struck(annotated: Annotated, marks: Iterable[Span]) -> list[Struck]:
    """Whom and what the sentences at ``marks`` say was struck, in order."""
    marks = list(marks)
    found: dict[Span, Struck] = {}
    for sentence in annotated.sentences:
        if any(sentence.span.overlaps(mark) for mark in marks):
            chunks = [one for one in annotated.chunks if sentence.first <= one.first < sentence.last]
            for one in _in_sentence(annotated, sentence, chunks):
                found.setdefault(one.span, one)
    return [found[span] for span in sorted(found)]


def _in_sentence(annotated: Annotated, sentence: Sentence, chunks: list[Chunk]) -> Iterator[Struck]:
    tokens = annotated.tokens
    for at in range(sentence.first, sentence.last):
        word, following = tokens[at].lower, tokens[at + 1].lower if at + 1 < sentence.last else ""
        if word in _AIMED:
            yield from _aimed(annotated, sentence, chunks, at)
        if (word, following) in _PHRASAL:
            yield from _verb(annotated, sentence, chunks, at, at + 2, _PHRASAL[word, following])
        elif word in NOUNS and tokens[at].pos in {"NOUN", "PROPN"}:
            yield from _noun(annotated, chunks, at)
        elif word in VERBS and tokens[at].pos in {"VERB", "ADJ", "AUX"}:
            yield from _verb(annotated, sentence, chunks, at, at + 1, VERBS[word])


_AIMED = word_set(
    "exploded explode exploding explosion explosions blast bomb bombs detonated planted placed threw thrown "
    "hurled fire fired off device devices charges dynamite attack grenade"
)
_NEAR_WORDS = word_set("at in inside outside near against under on front of next to beside behind into the")
_AIMED_REACH = 8


def _aimed(annotated: Annotated, sentence: Sentence, chunks: list[Chunk], at: int) -> Iterator[Struck]:
    """The first place that a preposition leads to after a word for an explosion or a shot ("exploded near X")."""
    tokens = annotated.tokens
    for chunk in chunks:
        if at < chunk.first <= min(at + _AIMED_REACH, sentence.last) and chunk.first > at + 1:
            before = tokens[chunk.first - 1].lower
            if before in _NEAR_WORDS and tokens[chunk.head].lower != "front":
                yield Struck(chunk.span, None, None, taken=False, aimed=True)
                return


def _noun(annotated: Annotated, chunks: list[Chunk], at: int) -> Iterator[Struck]:
    """Whom a noun names: the murder of X, the attack on X, X's murder."""
    tokens = annotated.tokens
    effect, taken = NOUNS[tokens[at].lower], tokens[at].lower in _TAKING
    if at + 1 < len(tokens) and tokens[at + 1].lower in _TO:
        yield from _run(annotated, chunks, at + 2, effect, taken=taken)
    own = next((one for one in chunks if one.first < at < one.last), None)
    if own is not None:
        mark = next((n for n in range(own.first + 1, at) if tokens[n].text.upper() in {"'S", "'", "’S", "’"}), None)
        if mark is not None:
            yield Struck(Span(tokens[own.first].start, tokens[mark - 1].end), None, effect, taken)


def _verb(
    annotated: Annotated, sentence: Sentence, chunks: list[Chunk], at: int, after: int, effect: str | None
) -> Iterator[Struck]:
    """Whom a verb strikes: X was killed, killed X, X, who was killed."""
    tokens, taken = annotated.tokens, annotated.tokens[at].lower in _TAKING
    be = next((n for n in range(at - 1, max(sentence.first, at - 4) - 1, -1) if tokens[n].lower in _BE), None)
    if be is not None:
        subject = _subject(annotated, chunks, be)
        if subject is not None:
            yield _one(annotated, subject, effect, taken=taken)
            yield from _before(annotated, chunks, subject, effect, taken=taken)
        return
    if after < sentence.last and tokens[after].lower == "to":  # "set fire to X"
        after += 1
    yield from _run(annotated, chunks, after, effect, taken=taken)


def _subject(annotated: Annotated, chunks: list[Chunk], be: int) -> Chunk | None:
    """The noun phrase before an auxiliary that no preposition governs, past relative words and phrases of place."""
    tokens = annotated.tokens
    for chunk in reversed([one for one in chunks if one.last <= be]):
        before = tokens[chunk.first - 1].lower if chunk.first else ""
        if before in _IN and chunk.first > 1 and not (before == "of" and tokens[chunk.first - 2].pos == "NUM"):
            continue
        if tokens[chunk.head].lower in _RELATIVE | _WHEN or tokens[chunk.head].pos == "PRON":
            continue
        return chunk
    return None


def _before(
    annotated: Annotated, chunks: list[Chunk], last: Chunk, effect: str | None, *, taken: bool
) -> Iterator[Struck]:
    """Members of a list that ends in ``last`` ("X, Y, AND Z were killed"), only where an "and" closes it."""
    tokens, end, joined = annotated.tokens, last, False
    for chunk in reversed([one for one in chunks if one.last <= last.first]):
        between = {tokens[n].lower for n in range(chunk.last, end.first)}
        if not between or not between <= _LINKS:
            return
        joined = joined or "and" in between
        if not joined:
            return
        yield _one(annotated, chunk, effect, taken=taken)
        end = chunk


def _run(annotated: Annotated, chunks: list[Chunk], first: int, effect: str | None, *, taken: bool) -> Iterator[Struck]:
    """The noun phrase that begins at a token, and the rest of its list where an "and" closes that."""
    tokens, members = annotated.tokens, []
    chunk = next(
        (
            one
            for one in chunks
            if one.first in {first, first + 1}
            and all(tokens[n].pos in {"ADV", "PART"} for n in range(first, one.first))
        ),
        None,
    )
    closed = False
    while chunk is not None and not closed:
        members.append(chunk)
        at = chunk.last
        while at < len(tokens) and at < chunk.last + 2 and tokens[at].lower in _LINKS:
            at += 1
        closed = any(tokens[n].lower == "and" for n in range(chunk.last, at))
        chunk = next((one for one in chunks if one.first == at > members[-1].last), None)
    if closed and chunk is not None and not (chunk.last < len(tokens) and tokens[chunk.last].pos in {"VERB", "AUX"}):
        members.append(chunk)
    elif not closed:
        members = members[:1]  # a comma alone opens an apposition more often than it goes on with a list
    for member in members:
        yield _one(annotated, member, effect, taken=taken)


def _one(annotated: Annotated, chunk: Chunk, effect: str | None, *, taken: bool) -> Struck:
    reading = read_count(annotated.tokens, chunk.first, chunk.last)
    return Struck(chunk.span, reading.people if reading and not reading.article else None, effect, taken)


def agents(annotated: Annotated, marks: Iterable[Span]) -> list[Span]:
    """Noun phrases for those who acted in the sentences at ``marks``: "killed by X", "X killed", in order."""
    marks, found = list(marks), dict[Span, None]()
    tokens = annotated.tokens
    for sentence in annotated.sentences:
        if not any(sentence.span.overlaps(mark) for mark in marks):
            continue
        chunks = [one for one in annotated.chunks if sentence.first <= one.first < sentence.last]
        for at in range(sentence.first, sentence.last):
            if tokens[at].lower not in _ACTS or tokens[at].pos not in {"VERB", "NOUN", "ADJ"}:
                continue
            by = next((n for n in range(at + 1, min(at + _BY_REACH, sentence.last)) if tokens[n].lower == "by"), None)
            passive = any(tokens[n].lower in _BE for n in range(max(sentence.first, at - 3), at))
            chunk = next((one for one in chunks if by is not None and one.first == by + 1), None)
            if chunk is None and not passive and tokens[at].pos == "VERB":
                chunk = _subject(annotated, chunks, at)
            if chunk is not None:
                found.setdefault(_with_members(annotated, chunks, chunk))
    return list(found)


_ACTS = frozenset(VERBS) | {
    "threw",
    "hurled",
    "planted",
    "placed",
    "detonated",
    "opened",
    "fired",
    "blew",
    "blown",
    "carried",
    "perpetrated",
    "committed",
    "staged",
    "murder",
    "assassination",
    "killing",
    "attack",
    "bombing",
    "kidnapping",
    "gunned",
    "torched",
    "intercepted",
    "forced",
    "exploded",
}
_BY_REACH = 9
_GROUP_HEADS = word_set(
    "group groups column columns members member squad squads band gang unit units number elements commando dozens"
)


def _with_members(annotated: Annotated, chunks: list[Chunk], chunk: Chunk) -> Span:
    """A group with the "of armed men" that says who is in it, or members with the name of their group."""
    tokens = annotated.tokens
    if chunk.last < len(tokens) and tokens[chunk.last].lower in {"of", "from"}:
        inner = next((one for one in chunks if one.first == chunk.last + 1), None)
        if inner is not None and (
            tokens[chunk.head].lower in _GROUP_HEADS
            or any(one.kind == "armed group" and one.span.overlaps(inner.span) for one in annotated.mentions)
        ):
            return chunk.span.cover(inner.span)
    return chunk.span
