"""Numbers that somebody gives: "officials put the toll at 190", "the mayor spoke of 20 dead", "by the army's count"."""

from __future__ import annotations

from relata.claims.attribution_draft import Draft, Page, Range
from relata.claims.attribution_sources import subject_before
from relata.claims.attribution_words import TollCue, words
from relata.language import Sentence
from relata.model import trimmed

_REACH = 14
"""Tokens after the verb in which the number must stand."""
_AUXILIARIES = frozenset({"has", "have", "had", "is", "are", "was", "were", "been", "being", "be"})
_PASSIVE = frozenset({"is", "are", "was", "were", "been", "being", "be"})
_ENDS = frozenset({";", "while", "but", "although", "though", "whereas"})


def tolls(page: Page, number: int, sentence: Sentence) -> list[Draft]:
    """The attributions of numbers in a sentence."""
    found = []
    begin = page.body_start(sentence.first, sentence.last)
    for at in range(begin, sentence.last - 1):
        token = page.tokens[at]
        cue = words().toll_cues.get(token.lower)
        draft = None
        if cue and token.pos in {"VERB", "AUX"}:
            draft = _of_verb(page, number, (begin, sentence.last), at, cue)
        if draft is None and token.lower in words().toll_nouns:
            draft = _of_noun(page, number, (begin, sentence.last), at)
        if draft:
            found.append(draft)
    return found


def _of_verb(page: Page, number: int, sentence: Range, verb: int, cue: TollCue) -> Draft | None:
    """ "S put the toll at N", "S spoke of N dead", "the toll was revised by S to N"."""
    after = verb + 1
    if cue.particle:
        if page.tokens[after].lower != cue.particle:
            return None
        after += 1
    end = _end(page, after, sentence[1])
    if after >= sentence[1]:
        return None
    first = verb
    while first > sentence[0] and (page.tokens[first - 1].lower in _AUXILIARIES or page.tokens[first - 1].pos == "ADV"):
        first -= 1
    passive = any(page.tokens[index].lower in _PASSIVE for index in range(first, verb))
    if passive:
        return _passive(page, number, sentence, (first, verb), cue) if page.tokens[after].lower == "by" else None
    if not _gives_number(page, (after, min(end, after + _REACH)), cue):
        return None
    source = subject_before(page, first, sentence[0])
    if source is None or page.tokens[source[1] - 1].lower in words().toll_nouns:
        return None
    return _made(page, number, source, (first, after), verb, cue.lemma, (after, end))


def _passive(page: Page, number: int, sentence: Range, group: Range, cue: TollCue) -> Draft | None:
    chunk = page.chunk_at(group[1] + 2)
    if (
        chunk is None
        or cue.beside != "number"
        or chunk.last >= sentence[1]
        or page.tokens[chunk.last].lower not in {"to", "at", "from", "as"}
    ):
        return None
    if not any(page.tokens[at].pos == "NUM" for at in range(chunk.last, min(sentence[1], chunk.last + 6))):
        return None
    return _made(page, number, (chunk.first, chunk.last), (group[0], group[1] + 1), group[1], cue.lemma, sentence)


def _gives_number(page: Page, tokens: Range, cue: TollCue) -> bool:
    """Whether a number is given, and with it what the verb asks for."""
    seen = [page.tokens[at] for at in range(*tokens)]
    if not any(token.pos == "NUM" or token.text[:1].isdigit() for token in seen):
        return False
    number = any(token.lower in words().toll_nouns for token in seen)
    people = any(token.lower in words().toll_people for token in seen)
    number = number or (len(seen) > 2 and seen[0].lower == "the" and seen[1].lower in words().toll_people)
    return number or cue.beside == "nothing" or (people and cue.beside == "people")


def _of_noun(page: Page, number: int, sentence: Range, noun: int) -> Draft | None:
    """ "By the army's count 30 died", "the army's figure is 30"."""
    chunk = page.chunk_at(noun)
    if chunk is None or noun + 1 >= sentence[1] or chunk.first < sentence[0]:
        return None
    mark = next((at for at in range(noun - 1, chunk.first, -1) if page.tokens[at].lower in {"'s", "’s", "'", "’"}), -1)
    if mark < 0:
        return None
    source = (chunk.first, mark)
    if chunk.first > sentence[0] and page.tokens[chunk.first - 1].lower == "by":
        return _made(page, number, source, (chunk.first - 1, noun + 1), noun, "by count", sentence)
    after = noun + 1
    if after < sentence[1] and page.tokens[after].lower in {"is", "was", "stands", "stood", "remains"}:
        end = _end(page, after, sentence[1])
        if any(page.tokens[at].pos == "NUM" for at in range(after, min(end, after + 6))):
            return _made(page, number, source, (noun, after + 1), noun, page.tokens[noun].lower, (after + 1, end))
    return None


def _end(page: Page, start: int, limit: int) -> int:
    """Where the clause ends that begins at ``start``."""
    for at in range(start, limit):
        if page.tokens[at].lower in _ENDS:
            return at
    return limit


def _made(page: Page, number: int, source: Range, cue: Range, verb: int, lemma: str, content: Range) -> Draft:
    first, last = content
    while last > first + 1 and page.tokens[last - 1].text in {".", ",", ";", "!", "?"}:
        last -= 1
    draft = Draft(number, source, cue, verb, lemma, "asserts", "statement", carries=False)
    if first < last:
        draft.content = [trimmed(page.text, page.span((first, last)))]
    return draft
