"""Who says what: the attributions of a report, each with its source, its cue and the words that it covers.

Rules over tokens, parts of speech and noun phrases. The forms that are known: a speaker before or after a verb of
saying, with a clause, a quotation or both; "according to", "citing"; nouns ("the ministry's claim that"); passives
("was quoted as saying", "it is alleged that"); adverbs ("reportedly"); headlines ("Police: C", "C – police");
speakers before a colon.
Quotation marks that do not pair off are not guessed at.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from relata.claims.attribution_content import carry_on, content
from relata.claims.attribution_cues import Group, groups, stance_of
from relata.claims.attribution_draft import DASHES, QUOTE_MARKS, Draft, Page, Range
from relata.claims.attribution_layout import adverbs, headline, nouns, openers, speaker
from relata.claims.attribution_names import names
from relata.claims.attribution_sources import RELATIVES, TIMES, phrase_after, subject_before
from relata.claims.attribution_words import CueKind, words
from relata.language import Annotated, Sentence
from relata.model import Span, Stance

Mode = Literal["direct", "indirect", "mixed"]
"""``direct``: all content is quotation; ``indirect``: none is; ``mixed``: both."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """One passage that the report puts into somebody's mouth.

    Attributes:
        source: the words that name the source, where they stand; for a pronoun this is the pronoun itself, and
            ``source_text`` has the name. None where nobody is named ("it is alleged", "reportedly").
        source_text: who it is: the source's words, or for a pronoun, "the official", "the group" the words they stand
            for, from elsewhere in the report. "" where nobody is named.
        source_span: the source as written beside the cue; the same as ``source``.
        cue: the words that attribute ("has said", "according to").
        cue_lemma: dictionary form of the cue ("say", "call for", "according to", ":").
        content: what is attributed, in order of the text; empty where it could not be told.
        mode: whether the content is quotation.
        stance: how the source stands to the content, as far as the cue tells.
        via: names through whom the outlet has it, nearest to the outlet first.
        negated: the cue is negated ("did not say").
        kind: "statement" (said or written), "belief", "call" (asks others to act), "stand" (for or against) or "plan".
    """

    source: Span | None
    source_text: str
    source_span: Span | None
    cue: Span
    cue_lemma: str
    content: tuple[Span, ...]
    mode: Mode
    stance: Stance
    via: tuple[str, ...]
    negated: bool = False
    kind: CueKind = "statement"


def find_attributions(annotated: Annotated) -> tuple[Attribution, ...]:
    """The attributions of a report, in order of their cues.

    Nested ones each stand alone: in "the radio quoted police as saying that …" the police are a source with the
    radio in ``via``. The report's own voice is not an attribution.
    """
    page = Page(annotated)
    drafts: list[Draft] = []
    for number, sentence in enumerate(annotated.sentences):
        drafts.extend(_in_sentence(page, number, sentence))
    drafts.sort(key=lambda draft: (draft.cue, draft.source or (0, 0)))
    carry_on(page, drafts)
    named = names(page, drafts)
    _cited(page, drafts)
    _pass_on(page, drafts, named)
    return tuple(_made(page, draft, name) for draft, name in zip(drafts, named, strict=True))


def _in_sentence(page: Page, number: int, sentence: Sentence) -> list[Draft]:
    if sentence.last - sentence.first < 2:
        return []
    drafts: list[Draft] = []
    if sentence.kind in {"title", "heading"}:
        drafts.extend(headline(page, number, sentence))
    else:
        drafts.extend(speaker(page, number, sentence))
    drafts.extend(openers(page, number, sentence))
    drafts.extend(nouns(page, number, sentence))
    drafts.extend(adverbs(page, number, sentence))
    tokens = (page.body_start(sentence.first, sentence.last), sentence.last)
    verbs: list[Draft] = []
    for group in groups(page, tokens):
        if any(draft.cue[0] <= group.verb < draft.cue[1] for draft in drafts):
            continue
        draft = _of_verb(page, number, tokens, group, verbs)
        if draft:
            verbs.append(draft)
    return drafts + verbs


def _of_verb(page: Page, number: int, sentence: Range, group: Group, before: list[Draft]) -> Draft | None:
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
        source = _shared(page, group, sentence, before)
    if source is not None and group.reading.lemma in _SHOWING and not _bears_words(page, source):
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
    source = phrase_after(page, group.last, sentence[1])
    if source is None or source[0] != group.last:
        return None
    following = source[1]
    quoted = not opens and (page.quote_of[at] >= 0 or page.tokens[at].text in QUOTE_MARKS)
    ends = quoted or following >= sentence[1] or page.tokens[following].pos in {"PUNCT", "ADP", "SCONJ", "ADV"}
    if not ends or page.tokens[source[0]].lower in {"it", "that", "there", "this", "them", "him"}:
        return None
    subject = page.chunk_at(source[0])
    if subject and page.tokens[subject.head].lower in {"statement", "interview"}:
        return None
    if not opens and page.tokens[at].text == "," and page.has_clause((source[1], sentence[1])):
        return source if quoted or (at > sentence[0] and page.quote_of[at - 1] >= 0) else None
    return source


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
    if first in {"no", "nobody", "none", "neither", "there", "what", "nothing"} or (
        alone and first in {"this", "these"}
    ):
        return False
    return not all(page.tokens[at].lower in TIMES or page.tokens[at].pos in {"NUM", "PUNCT"} for at in range(*source))


def _passive(page: Page, number: int, sentence: Range, group: Group) -> Draft | None:
    """Finds "Khan was quoted as saying that", "it is alleged that", "he was told by police"."""
    tokens = page.tokens
    word = tokens[group.verb].lower
    after = group.verb + 1
    source: Range | None = None
    stance: Stance = words().passives.get(word, "asserts")
    cue = (group.first, group.verb + 1)
    if word == "quoted" and after < sentence[1] and tokens[after].lower in {"as", "by"}:
        if tokens[after].lower == "as":
            source = subject_before(page, group.first, sentence[0])
            cue = (group.first, min(after + 2, sentence[1]))
    elif after < sentence[1] and tokens[after].lower == "by":
        source = phrase_after(page, after + 1, sentence[1])
    elif word not in words().passives:
        return None
    lemma = group.reading.lemma
    draft = Draft(
        number,
        source,
        cue,
        group.verb,
        lemma,
        stance,
        group.reading.kind,
        negated=group.negated,
        carries=source is not None,
    )
    if source and source[0] >= after:
        draft.content = [page.span((sentence[0], sentence[1]))]
    else:
        draft.content = content(page, draft, sentence, inverted=False)
    if not source and not draft.content:
        return None
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


def _cited(page: Page, drafts: list[Draft]) -> None:
    """Give "citing S" the content of the verb that it hangs on: "C, the agency reported, citing S"."""
    for index, draft in enumerate(drafts):
        if draft.lemma in {"citing", "quoting"} and draft.source:
            main = next((one for one in drafts[:index][::-1] if one.sentence == draft.sentence and one.source), None)
            if main is not None:
                draft.content = list(main.content)
                draft.via = (page.words(main.source),) if main.source else ()


def _pass_on(page: Page, drafts: list[Draft], named: list[str]) -> None:
    """Fill ``via``: the sources of attributions in whose content another one of the same sentence stands."""
    by_sentence: dict[int, list[int]] = {}
    for index, draft in enumerate(drafts):
        by_sentence.setdefault(draft.sentence, []).append(index)
    for members in by_sentence.values():
        for index in members[:30]:
            draft = drafts[index]
            cue = page.span(draft.cue)
            outer = [
                other
                for other in members[:30]
                if other != index
                and drafts[other].source
                and drafts[other].kind == "statement"
                and named[other] != named[index]
                and any(part.contains(cue) for part in drafts[other].content)
                and not any(part.contains(page.span(drafts[other].cue)) for part in draft.content)
            ]
            outer.sort(key=lambda other: -sum(len(part) for part in drafts[other].content))
            draft.via = tuple(dict.fromkeys([*(named[other] for other in outer), *draft.via]))


def _made(page: Page, draft: Draft, name: str) -> Attribution:
    source = page.span(draft.source) if draft.source else None
    return Attribution(
        source=source,
        source_text=name,
        source_span=source,
        cue=page.span(draft.cue),
        cue_lemma=draft.lemma,
        content=tuple(draft.content),
        mode=_mode(page, draft.content),
        stance=draft.stance,
        via=draft.via,
        negated=draft.negated,
        kind=draft.kind,
    )


def _mode(page: Page, parts: list[Span]) -> Mode:
    inside = [page.quotations_in(part) for part in parts]
    whole = [
        any(len(quote.span) + 3 >= len(part) for quote in quotes) for part, quotes in zip(parts, inside, strict=True)
    ]
    if parts and all(whole):
        return "direct"
    return "mixed" if any(inside) else "indirect"
