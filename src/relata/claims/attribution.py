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

from relata.claims.attribution_content import carry_on
from relata.claims.attribution_cues import groups
from relata.claims.attribution_draft import Draft, Page
from relata.claims.attribution_layout import adverbs, headline, nouns, openers, speaker
from relata.claims.attribution_names import names
from relata.claims.attribution_tolls import tolls
from relata.claims.attribution_verbs import of_verb
from relata.claims.attribution_words import CueKind
from relata.language import Annotated, Sentence
from relata.model import Span, Stance, trimmed

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
        draft = of_verb(page, number, tokens, group, verbs)
        if draft:
            verbs.append(draft)
    drafts += verbs
    taken = {draft.verb for draft in drafts}
    drafts += [draft for draft in tolls(page, number, sentence) if draft.verb not in taken]
    _untangle(page, drafts)
    return drafts


def _untangle(page: Page, drafts: list[Draft]) -> None:
    """Cut the tail ", the radio reported" off the content of attributions that stand inside the radio's account."""
    for outer in drafts[:30]:
        if outer.source is None:
            continue
        tail = page.span((min(outer.source[0], outer.cue[0]), max(outer.source[1], outer.cue[1])))
        for inner in drafts[:30]:
            cue = page.span(inner.cue)
            if inner is outer or not any(part.contains(cue) and part.end <= tail.start for part in outer.content):
                continue
            inner.content = [
                trimmed(page.text, Span(part.start, max(part.start, _before_comma(page.text, tail.start))))
                if part.start < tail.start < part.end
                else part
                for part in inner.content
            ]


def _before_comma(text: str, at: int) -> int:
    while at > 0 and (text[at - 1].isspace() or text[at - 1] in ",–—-"):
        at -= 1
    return at


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
