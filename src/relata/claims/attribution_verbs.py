"""Attributions made by verbs: who is the subject, before or after, shared with another verb, or nobody in a passive."""

from __future__ import annotations

from relata.claims.attribution_content import content
from relata.claims.attribution_cues import CHECKED, Group, stance_of
from relata.claims.attribution_draft import DASHES, QUOTE_MARKS, Draft, Page, Range
from relata.claims.attribution_sources import RELATIVES, TIMES, phrase_after, subject_before
from relata.claims.attribution_words import words
from relata.model import Stance


def of_verb(page: Page, number: int, sentence: Range, group: Group, before: list[Draft]) -> Draft | None:
    """The attribution that a verb makes, or None."""
    inverted = False
    source: Range | None = None
    stance = stance_of(page, group, sentence)
    if group.form == "passive":
        return _passive(page, number, sentence, group)
    if group.form == "finite":
        source = _inverted(page, group, sentence)
        inverted = source is not None
        source = source or subject_before(page, group.first, sentence[0])
    if source is None:
        source = _quoted_by(page, group, before) or _shared(page, group, sentence, before)
    if group.reading.lemma == "claim" and _of_lives(page, group.last, sentence[1]):
        return None
    if source is not None and group.reading.lemma in _SHOWING and not _bears_words(page, source):
        return None
    if (
        group.reading.lemma == "call"
        and group.last < sentence[1]
        and page.tokens[group.last].lower.endswith(("self", "selves"))
    ):
        return None
    if source is None or not _may_speak(page, source) or (page.quote_of[group.verb] >= 0 and _is_self(page, source)):
        return None
    draft = Draft(
        number,
        source,
        (group.first, group.last),
        group.verb,
        group.reading.lemma,
        stance,
        group.reading.kind,
        negated=group.negated,
    )
    draft.content = content(page, draft, sentence, inverted=inverted)
    draft.via = _told(page, group, sentence)
    return draft


def _of_lives(page: Page, at: int, limit: int) -> bool:
    """ "The attacks claimed 257 lives": nobody says anything."""
    return any(page.tokens[index].lower in {"life", "lives", "victims"} for index in range(at, min(limit, at + 5)))


def _inverted(page: Page, group: Group, sentence: Range) -> Range | None:
    """The source after its verb: "C, said the minister"."""
    at = group.first - 1
    if (
        group.first != group.verb
        or group.reading.lemma not in words().inverted
        or group.reading.form not in {"past", "third"}
    ):
        return None
    opens = at < sentence[0]
    if not opens and page.tokens[at].text not in {",", "?", "!"} | DASHES | QUOTE_MARKS:
        return None
    if (
        not opens
        and page.tokens[at].text in QUOTE_MARKS
        and page.tokens[at - 1].text not in {",", "?", "!", ".", "…", "..."}
    ):
        quote = page.quotations[page.quote_of[at]] if page.quote_of[at] >= 0 else None
        if quote is None or quote.last - quote.first <= 7:
            return None  # a name in quotation marks is the subject: 'the "Red Hand" claimed'
    source = phrase_after(page, group.last, sentence[1])
    if source is None or source[0] != group.last:
        return None
    following = source[1]
    quoted = not opens and (page.quote_of[at] >= 0 or page.tokens[at].text in QUOTE_MARKS)
    if _head(page, source) in words().responsibility_nouns:
        return None
    ends = quoted or following >= sentence[1] or page.tokens[following].pos in {"PUNCT", "ADP", "SCONJ", "ADV"}
    if not ends or page.tokens[source[0]].lower in {"it", "that", "there", "this", "them", "him"}:
        return None
    subject = page.chunk_at(source[0])
    if subject and page.tokens[subject.head].lower in {"statement", "interview"}:
        return None
    if not opens and page.tokens[at].text == "," and page.has_clause((source[1], sentence[1])):
        relative = following + 1 < sentence[1] and page.tokens[following + 1].lower in {"who", "which", "whose"}
        closed = relative and page.tokens[following].text == "," and page.has_clause((sentence[0], at))
        return source if quoted or closed or (at > sentence[0] and page.quote_of[at - 1] >= 0) else None
    return source


def _head(page: Page, source: Range) -> str:
    chunk = page.chunk_at(source[0])
    return page.tokens[chunk.head if chunk else source[1] - 1].lower


def _quoted_by(page: Page, group: Group, before: list[Draft]) -> Range | None:
    """Whom another quotes: the officer in "the agency quoted an officer as saying"."""
    at = group.first - 1 if group.form == "ing" else group.first
    if group.form == "finite" or not before or before[-1].lemma not in _QUOTING:
        return None
    named = phrase_after(page, before[-1].cue[1], at)
    opens = group.form == "infinitive" or page.tokens[at].lower == "as"
    return named if opens and named is not None and named[1] == at else None


_QUOTING = frozenset({"quote", "cite"})


def _shared(page: Page, group: Group, sentence: Range, before: list[Draft]) -> Range | None:
    """The subject that a second verb shares: "… denied it and said", "…, adding that", "declined to say"."""
    at = group.first - 1
    while at > sentence[0] and page.tokens[at].pos in {"ADV", "PART"}:
        at -= 1
    if at < sentence[0]:
        return None
    token = page.tokens[at]
    if group.form == "ing" and token.pos in {"NOUN", "PROPN", "PRON"}:
        chunk = page.chunk_at(at)
        governed = chunk is not None and chunk.first > sentence[0] and page.tokens[chunk.first - 1].lower == "with"
        if chunk is not None and governed:
            return chunk.first, chunk.last
    shares = group.form != "finite" or token.pos == "CCONJ"
    if not shares:
        return None
    if before and before[-1].source and not _new_clause(page, before[-1].verb, group.first):
        return before[-1].source
    places = [index for index in range(sentence[0], group.first) if page.is_finite(index)]
    for index in reversed(places) if token.pos == "CCONJ" or group.form == "infinitive" else places:
        subject = subject_before(page, index, sentence[0])
        if subject and page.tokens[subject[0]].lower not in RELATIVES:
            return subject
    return None


def _new_clause(page: Page, start: int, end: int) -> bool:
    """Whether a new main clause begins in between: after a semicolon, or "but" and a subject."""
    return any(
        page.tokens[at].text == ";" or (page.tokens[at].lower in {"but", "while"} and page.chunk_of[at + 1] >= 0)
        for at in range(start, end - 1)
    )


def _is_self(page: Page, source: Range) -> bool:
    """Whether a quoted speaker speaks of himself or to his hearers: "I say", "you know", "we told them"."""
    return source[1] - source[0] == 1 and page.tokens[source[0]].lower in {"i", "we", "you"}


_SHOWING = frozenset({"show", "indicate", "suggest", "demonstrate", "reveal", "imply", "mean", "illustrate", "signal"})
"""Verbs that things do too: an attack "shows" desperation and says nothing."""


def _bears_words(page: Page, source: Range) -> bool:
    """Whether a source is somebody or holds words or findings."""
    chunk = page.chunk_at(source[0])
    head = page.tokens[chunk.head if chunk else source[1] - 1]
    return (
        head.pos in {"PROPN", "PRON", "NUM"} and head.lower not in {"it", "this", "that", "which"}
    ) or head.lower in words().bearers


def _may_speak(page: Page, source: Range) -> bool:
    """Whether a source can be one: not "no group", "nobody", "there", "this", and no day or month."""
    first = page.tokens[source[0]].lower
    alone = source[1] - source[0] == 1
    if source[0] and page.tokens[source[0] - 1].lower in {"neither", "nor", "no"}:
        return False
    if first in {"no", "any", "nobody", "none", "neither", "there", "what", "nothing"} or (
        alone and first in {"this", "these"}
    ):
        return False
    if alone and first == "who" and source[0] and page.tokens[source[0] - 1].lower in _ANYBODY:
        return False  # "they shot those who said that"
    return not all(page.tokens[at].lower in TIMES or page.tokens[at].pos in {"NUM", "PUNCT"} for at in range(*source))


_ANYBODY = frozenset({"those", "anyone", "anybody", "everyone", "everybody", "whoever", "one"})


def _passive(page: Page, number: int, sentence: Range, group: Group) -> Draft | None:
    """Finds "Khan was quoted as saying that", "it is alleged that", "he was told by police"."""
    tokens = page.tokens
    word = tokens[group.verb].lower
    after = group.verb + 1
    following = tokens[after].lower if after < sentence[1] else ""
    source: Range | None = None
    stance: Stance = words().passives.get(word, "asserts")
    cue = (group.first, after)
    if word == "quoted" and following == "as":
        source = subject_before(page, group.first, sentence[0])
        cue = (group.first, min(after + 2, sentence[1]))
    elif following == "by" and word != "quoted":
        source = phrase_after(page, after + 1, sentence[1])
    elif word in CHECKED and group.negated:
        stance = "doubts"
    elif word not in words().passives:
        return None
    lemma, kind = group.reading.lemma, group.reading.kind
    draft = Draft(
        number, source, cue, group.verb, lemma, stance, kind, negated=group.negated, carries=source is not None
    )
    spoken = source is not None and source[0] < after
    impersonal = group.first > sentence[0] and tokens[group.first - 1].lower == "it" and following == "that"
    draft.content = content(page, draft, sentence, inverted=False) if spoken or impersonal else [page.span(sentence)]
    return draft


def _told(page: Page, group: Group, sentence: Range) -> tuple[str, ...]:
    """The medium that was told: "told AFP that", "said in an interview with the BBC"."""
    limit = min(sentence[1], group.last + 9)
    for at in range(group.last, limit):
        token = page.tokens[at]
        if token.lower == "that" or token.text in {":", *QUOTE_MARKS} or page.is_finite(at):
            break
        chunk = page.chunk_at(at)
        if chunk is None or chunk.first != at:
            continue
        named = any(page.tokens[index].pos == "PROPN" for index in range(chunk.first, chunk.last))
        directly = group.reading.lemma == "tell" and at == group.last
        governed = page.tokens[at - 1].lower in {"with", "to", "by"}
        if named and (directly or governed) and page.tokens[chunk.head].lower in words().media:
            return (page.words((chunk.first, chunk.last)),)
    return ()
