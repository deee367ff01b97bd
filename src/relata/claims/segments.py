"""Sentences cut into the stretches that tell of one event each.

"In 2016 the group attacked a consulate, killing seven; bombed a protest in Kabul, killing 80; and …" tells of several
events in one sentence. A segment is a run of tokens of one sentence; what a later segment leaves out (the doer, the
year) it takes from the one before.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from relata.claims.marked_triggers import with_marked_triggers
from relata.language.annotated import Annotated, Sentence, Token
from relata.tables import events as tables
from relata.tables.claim_words import words
from relata.tables.events import TriggerWord
from relata.tables.phrases import Found

_BE = {"was", "were", "is", "are", "had", "has", "have", "been", "being", "be"}
_INDEFINITE = {"a", "an", "another"}


@dataclass(frozen=True, slots=True)
class Segment:
    """Tokens ``first`` to ``last`` (exclusive) of one sentence.

    Attributes:
        sentence: the sentence's number in the report.
        triggers: words that name violence, in order.
        opens: whether it opens its sentence; later segments take doer and date from the one before.
    """

    sentence: int
    first: int
    last: int
    triggers: tuple[Found[TriggerWord], ...]
    opens: bool


def find_triggers(annotated: Annotated, first: int, last: int) -> tuple[Found[TriggerWord], ...]:
    """Words that name violence among tokens ``first`` to ``last``, longest match, none overlapping."""
    words = [token.lower for token in annotated.tokens[first:last]]
    found: list[Found[TriggerWord]] = []
    table, at = tables.triggers(), 0
    while at < len(words):
        if words[at] not in table.first_words:
            at += 1
            continue
        hits = table.all_at(words, at, len(words))
        hit = next((hit for hit in hits if _fits(annotated.tokens, first, hit)), None)
        if hit is None:
            at += 1
            continue
        found.append(Found(first + hit.first, first + hit.last, hit.payload))
        at = hit.last
    return tuple(found)


def _fits(tokens: tuple[Token, ...], offset: int, hit: Found[TriggerWord]) -> bool:
    """Whether the word class that the tagger sees allows the reading as noun or verb."""
    token = tokens[offset + hit.first]
    word = hit.payload
    if word.form == "fixed":
        return True
    if hit.last - hit.first > 1:
        if word.phrase.endswith(" with explosives") and tokens[offset + hit.last - 3].lower.endswith("ed"):
            return False  # "destroyed a house packed with explosives": what was in it, not what destroyed it
        after = tokens[offset + hit.last].lower if offset + hit.last < len(tokens) else ""
        if word.phrase.endswith((" on", " at")) and (after.endswith("day") or after in _MONTHS or after.isdigit()):
            return False  # "a fire on Friday"
        return word.form in {"noun", "nouns"} or token.pos != "NOUN" or tokens[offset + hit.first].text.isupper()
    if word.label == "killing" and _charged(tokens, offset + hit.first):
        return False
    before = tokens[offset + hit.first - 1] if offset + hit.first else None
    if word.form in {"noun", "nouns"}:
        return token.pos in {"NOUN", "PROPN", "ADJ", "X", "VERB"} and not (token.pos == "VERB" and word.strength < 3)
    if word.phrase in _NOT_ALONE:
        return False
    if word.strength == 2:
        return token.pos == "VERB" and not (before is not None and before.pos in {"DET", "ADJ", "NUM"})
    return token.pos in {"VERB", "AUX", "ADJ", "NOUN", "PROPN"}


def _charged(tokens: tuple[Token, ...], at: int) -> bool:
    """ "charged with murder", "convicted of killing": the crime of a court, not the telling of an event."""
    return any(token.lower in _LEGAL for token in tokens[max(0, at - 4) : at])


_LEGAL = words("legal")
_MONTHS = words("months")
_NOT_ALONE = {"hit", "hits", "hitting", "target", "targets", "go off"}
"""Verbs that mean too much else when they stand alone in these forms."""


def segments(annotated: Annotated) -> tuple[Segment, ...]:
    """Every segment of the report, in order; those without a trigger too, for they may hold tolls and doubts."""
    made: list[Segment] = []
    for number, sentence in enumerate(annotated.sentences):
        listed = find_triggers(annotated, sentence.first, sentence.last)
        triggers = with_marked_triggers(annotated, sentence.first, sentence.last, listed)
        cuts = sorted(_cuts(annotated, sentence, triggers))
        starts = [sentence.first, *cuts]
        for index, first in enumerate(starts):
            last = starts[index + 1] if index + 1 < len(starts) else sentence.last
            if last > first:
                own = tuple(hit for hit in triggers if first <= hit.first and hit.last <= last)
                made.append(Segment(number, first, last, own, index == 0))
    return tuple(made)


def heeding_marks(annotated: Annotated) -> Annotated:
    """The report without the marker's marks where no word of the lists says plainly that it speaks of violence.

    In news of other things the marker sees violence everywhere, for it was taught on reports of attacks alone.
    """
    if annotated.marks is None or tells_of_violence(annotated):
        return annotated
    return replace(annotated, marks=None)


def tells_of_violence(annotated: Annotated) -> bool:
    """Whether some word of the lists says plainly that a report speaks of violence."""
    return any(
        hit.payload.strength >= _PLAIN
        for sentence in annotated.sentences
        for hit in find_triggers(annotated, sentence.first, sentence.last)
    )


_PLAIN = 2
"""Strength from which a word by itself says so."""


def _cuts(annotated: Annotated, sentence: Sentence, found: tuple[Found[TriggerWord], ...]) -> set[int]:
    """Token indices at which a new segment begins inside the sentence."""
    tokens = annotated.tokens
    if not found:
        return set()
    starts = {hit.first for hit in found}
    cuts: set[int] = set()
    for at in range(sentence.first + 1, sentence.last):
        left = any(start < at for start in starts)
        right = any(start >= at for start in starts)
        if left and tokens[at].lower == "since" and (right or _harm_follows(tokens, at, sentence.last)):
            cuts.add(at)
        if left and not right and tokens[at - 1].text == ";" and _harm_follows(tokens, at, sentence.last):
            cuts.add(at)
        if not (left and right):
            continue
        token = tokens[at]
        if (
            tokens[at - 1].text == ";"
            or _second_event(annotated, sentence, at, found)
            or _relative(tokens, at, starts, sentence)
            or (token.lower == "and" and at + 1 < sentence.last and tokens[at + 1].lower == "also")
        ):
            cuts.add(at)
    return cuts


def _harm_follows(tokens: tuple[Token, ...], at: int, last: int) -> bool:
    """Whether what follows "since" tells of people killed ("since 1990, when a man killed 13 people")."""
    return any(token.lower in {"killed", "died", "wounded", "kidnapped", "abducted"} for token in tokens[at:last])


def _relative(tokens: tuple[Token, ...], at: int, starts: set[int], sentence: Sentence) -> bool:
    """ "…, a general who was killed in a drone strike in 2020": an older event hung on a name."""
    if tokens[at].lower not in {"who", "whose"} or at + 2 >= sentence.last:
        return False
    ahead = tokens[at + 1 : at + 4]
    passive = ahead[0].lower in _BE and any(
        token.lower in {"killed", "assassinated", "murdered", "kidnapped", "abducted", "shot"} for token in ahead[1:]
    )
    return passive and any(start > at for start in starts)


def _second_event(annotated: Annotated, sentence: Sentence, at: int, found: tuple[Found[TriggerWord], ...]) -> bool:
    """ "… a bombing in A and an assault on B": an article before a second noun of violence."""
    tokens = annotated.tokens
    if tokens[at].lower != "and" or at + 2 >= sentence.last or tokens[at + 1].lower not in _INDEFINITE:
        return False
    return any(
        at + 1 < hit.first <= at + 5
        and hit.payload.form == "noun"
        and not any(token.pos in {"VERB", "ADP"} for token in tokens[at + 1 : hit.first])
        for hit in found
    )
