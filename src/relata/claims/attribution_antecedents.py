"""Looking back: the speaker, the subject, the group or the office-holder that a later word stands for."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from relata.claims.attribution_draft import Draft, Page
from relata.claims.attribution_sorts import Sort, sort_of
from relata.claims.attribution_sources import phrase_after

_SENTENCES = 4
"""How many sentences a pronoun looks back; farther ones are seldom meant."""
_TOPIC = 12
"""Sentences back in which the group that a text goes on speaking of was named."""
_MENTIONS = 400
"""Things named that are searched for a group."""
_CHUNKS = 400
"""Noun phrases searched for the holder of an office."""

Fits = Callable[[Sort], bool]


def speaker_back(page: Page, draft: Draft, drafts: Sequence[Draft], known: Sequence[str], fits: Fits) -> str:
    """The nearest earlier speaker that fits, sentence by sentence; where a sentence has none, its subject if that fits.

    Args:
        page: the report.
        draft: the attribution whose source is to be named.
        drafts: all attributions, in order of the text.
        known: names of those before it.
        fits: whether a speaker of a sort can be meant.
    """
    assert draft.source is not None
    by_sentence: dict[int, list[int]] = {}
    for index in range(max(0, len(known) - 40), len(known)):
        source = drafts[index].source
        if source and source[0] < draft.source[0]:
            by_sentence.setdefault(drafts[index].sentence, []).append(index)
    for number in range(draft.sentence, max(-1, draft.sentence - _SENTENCES - 1), -1):
        if page.annotated.sentences[number].kind in {"title", "heading"}:
            continue
        fitting = [index for index in by_sentence.get(number, []) if known[index] and fits(sort_of(page, known[index]))]
        if fitting:
            return known[_outermost(page, drafts, fitting)]
        subject = subject_of(page, number) if number < draft.sentence else ""
        if subject and fits(sort_of(page, subject, sure=True)):
            return subject
    return ""


def _outermost(page: Page, drafts: Sequence[Draft], members: list[int]) -> int:
    """The last of some attributions that stands in the content of none of the others."""
    for index in reversed(members):
        cue = page.span(drafts[index].cue)
        if not any(
            other != index and any(part.contains(cue) for part in drafts[other].content) for other in members[:20]
        ):
            return index
    return members[-1]


def subject_of(page: Page, number: int) -> str:
    """The words of a sentence's first noun phrase where a verb follows it, else ""."""
    sentence = page.annotated.sentences[number]
    first = page.body_start(sentence.first, sentence.last)
    phrase = phrase_after(page, first, sentence.last)
    if phrase is None:
        return ""
    at = phrase[1]
    while at < sentence.last and page.tokens[at].pos in {"ADV", "PUNCT"}:
        at += 1
    return page.words(phrase) if at < sentence.last and page.is_finite(at) else ""


def group_back(page: Page, number: int, before: int) -> str:
    """The armed group, else the organisation, that a text speaks of at token ``before`` of sentence ``number``.

    A group that was the subject of an earlier sentence counts before one that merely stood nearer.
    """
    earlier = page.mentions_before(page.tokens[before].start, _MENTIONS)
    groups = [one for one in earlier if one.kind == "armed group"]
    groups = groups or [one for one in earlier if one.kind == "organisation"]
    for at in range(number, max(-1, number - _TOPIC), -1):
        sentence = page.annotated.sentences[at]
        verb = next((index for index in range(sentence.first, sentence.last) if page.is_finite(index)), sentence.last)
        end = page.tokens[verb].start if verb < len(page.tokens) else sentence.span.end
        for mention in groups[-40:]:
            if sentence.span.start <= mention.span.start < end:
                return " ".join(mention.text.split())
    return " ".join(groups[-1].text.split()) if groups else ""


def office_back(page: Page, noun: str, before: int) -> str:
    """The nearest earlier person named with an office: "President Juan Ruiz" for "the president"; "" if none."""
    start = page.chunk_of[before] - 1 if page.chunk_of[before] >= 0 else -1
    for number in range(start, max(-1, start - _CHUNKS), -1):
        chunk = page.chunks[number]
        tokens = page.tokens[chunk.first : chunk.last]
        place = next((at for at, token in enumerate(tokens) if token.lower == noun), -1)
        if place < 0 or not any(token.pos == "PROPN" and token.lower != noun for token in tokens[place + 1 :]):
            continue
        return page.words((chunk.first, chunk.last))
    return ""


def person_back(page: Page, before: int) -> str:
    """The nearest earlier noun phrase that is a person named by two words or more."""
    start = page.chunk_of[before] - 1 if page.chunk_of[before] >= 0 else -1
    for number in range(start, max(-1, start - 60), -1):
        chunk = page.chunks[number]
        if before - chunk.last > 160:
            return ""
        proper = sum(page.tokens[at].pos == "PROPN" for at in range(chunk.first, chunk.last))
        name = page.words((chunk.first, chunk.last))
        if proper >= 2 and sort_of(page, name) == "person":
            return name
    return ""
