"""What is said: the clause or quotation that a cue introduces, before it, after it, or on both sides."""

from __future__ import annotations

from relata.claims.attribution_draft import DASHES, QUOTE_MARKS, Draft, Page, Range
from relata.claims.attribution_sources import RELATIVES, TIMES
from relata.claims.attribution_words import words
from relata.model import Span, trimmed

_FINAL = frozenset({".", ",", ";", ":", "!", "?", *DASHES})


def content(page: Page, draft: Draft, sentence: Range, *, inverted: bool) -> list[Span]:
    """The content of one attribution in its sentence; more may be added from the sentences around.

    Args:
        page: the report.
        draft: source and cue.
        sentence: tokens of its sentence.
        inverted: whether the source follows the cue.
    """
    first = min(draft.cue[0], draft.source[0]) if draft.source else draft.cue[0]
    last = max(draft.cue[1], draft.source[1]) if inverted and draft.source else draft.cue[1]
    before = (sentence[0], first)
    after = (_after_that(page, last, sentence[1], draft.lemma), sentence[1])
    found: list[Span] = []
    relative = draft.source is not None and page.tokens[draft.source[0]].lower in RELATIVES
    closes = _ends_before(page, first, sentence[0]) and not relative
    said = page.has_clause(before) or any(page.quote_of[at] >= 0 for at in range(*before))
    rest = _worth(page, after) or (draft.stance == "claims" and after[0] < after[1])
    rest = rest and not (closes and said and _only_when(page, after))
    if closes and (not rest or (said and (inverted or _resumes(page, last, sentence[1])))):
        found.extend(_clean(page, before))
    if rest and not (found and not _resumes(page, last, sentence[1])):
        found.extend(_clean(page, after))
    if not found and closes:
        found.extend(_clean(page, before))
    if found and not rest:
        found.extend(_bringing(page, after))
    return [_with_quotation(page, span) for span in found]


def _after_that(page: Page, at: int, limit: int, lemma: str) -> int:
    """Past addressees, occasions and "that" or a colon: "told reporters in Herat that |…"; else ``at``.

    Only such words may stand before: in "said it was behind the blast that killed nine" nothing does, and the words
    said begin at "it".
    """
    index = at
    addressed = lemma not in _ADDRESSING
    while index < min(limit, at + 20):
        token = page.tokens[index]
        if token.lower == "that" and token.pos in {"SCONJ", "PRON", "DET"}:
            return index + 1 if index == at or _opens_content(page, index, limit) else at
        if token.text == ":":
            return index + 1
        if token.text in QUOTE_MARKS:
            return index if index == at or _past_occasion(page, at + 1, index) >= index else at
        chunk = page.chunk_at(index)
        governed = page.chunk_at(index + 1) if token.pos == "ADP" and token.lower not in _OBJECTS else None
        if governed is not None and governed.first == index + 1 and index + 1 < limit:
            index = governed.last
        elif chunk is not None and chunk.first == index and (not addressed or _is_occasion(page, index, chunk.last)):
            addressed = True
            index = chunk.last
        elif token.text == "," or token.pos == "ADV" or token.lower in TIMES:
            index += 1
        else:
            break
    return at


_ADDRESSING = frozenset({"tell", "inform", "warn", "notify", "brief", "advise", "remind", "assure"})
"""Verbs whose first object is the hearer."""
_OBJECTS = frozenset({"of", "about", "for", "as", "than", "like"})
"""Prepositions after a verb of saying that open what is said, not where or to whom."""


def _opens_content(page: Page, that: int, limit: int) -> bool:
    """Whether a subject follows "that"; where a verb does, "that" stands for the noun before it."""
    index = that + 1
    while index < limit and page.tokens[index].pos == "ADV":
        index += 1
    return index < limit and not page.is_finite(index)


def _ends_before(page: Page, first: int, low: int) -> bool:
    """Whether what stands before the speaker has come to an end: with a comma, a dash, a stop or closing mark."""
    return first - 1 > low and (page.tokens[first - 1].text in {",", "?", "!", "…", "..."} | DASHES | QUOTE_MARKS)


def _worth(page: Page, after: Range) -> bool:
    """Whether anything but marks, times, addressees and occasions follows the cue."""
    at = _past_occasion(page, *after)
    while at < after[1] and page.tokens[at].pos in {"PUNCT", "ADV"}:
        at += 1
    if at < after[1] and page.tokens[at].pos == "VERB" and page.tokens[at].lower.endswith("ing"):
        return False  # "…, adding that": another cue begins
    return any(
        page.tokens[index].pos in _WEIGHTY and page.tokens[index].lower not in TIMES for index in range(at, after[1])
    )


_WEIGHTY = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "PRON", "NUM", "AUX"})
_OCCASIONS = frozenset(
    {
        "statement",
        "interview",
        "bulletin",
        "communique",
        "letter",
        "tweet",
        "post",
        "conference",
        "briefing",
        "speech",
        "message",
    }
    | {
        "reporters",
        "journalists",
        "report",
        "telephone",
        "phone",
        "broadcast",
        "release",
        "video",
        "media",
        "email",
        "call",
        "address",
        "website",
        "channel",
        "audio",
        "note",
    }
)


def _past_occasion(page: Page, at: int, limit: int) -> int:
    """Past "on Monday", "in a statement", "to reporters", "by telephone"."""
    while at < limit:
        token = page.tokens[at]
        chunk = page.chunk_at(at + 1 if token.pos in {"ADP", "PART"} else at)
        if token.pos == "ADV" or token.lower in TIMES:
            at += 1
        elif chunk and chunk.first >= at and _is_occasion(page, chunk.first, chunk.last):
            at = chunk.last
        else:
            break
    return at


def _is_occasion(page: Page, first: int, last: int) -> bool:
    head = page.tokens[last - 1].lower
    if any(page.tokens[at].lower in words().toll_people for at in range(first, last)):
        return False  # "announced 69 dead two days later", all taken for one phrase
    return head in TIMES or head in _OCCASIONS or page.tokens[first].lower in TIMES


def _resumes(page: Page, last: int, limit: int) -> bool:
    """Whether a quotation or clause goes on after the speaker: ", “it was dark.”"."""
    for index in range(last, min(limit, last + 10)):
        token = page.tokens[index]
        if token.text in QUOTE_MARKS and token.text not in {"”", "’"}:
            return True
        if token.lower == "that" and token.pos == "SCONJ":
            return False
        if token.text in {",", ";"} and index + 1 < limit:
            following = page.tokens[index + 1]
            if following.text in QUOTE_MARKS:
                return True
            if following.lower in {"who", "which", "whose"}:
                return False  # goes on about the speaker
            return page.has_clause((index + 1, limit)) and following.pos != "VERB"
    return False


def _clean(page: Page, tokens: Range) -> list[Span]:
    """The range without marks at its ends, as a list of at most one span."""
    first, last = tokens
    while first < last and page.tokens[first].text in {",", ":", ";", *DASHES}:
        first += 1
    while last > first and page.tokens[last - 1].text in _FINAL:
        last -= 1
    if first >= last:
        return []
    return [trimmed(page.text, page.span((first, last)))]


_WHEN = frozenset({"when", "after", "before", "while", "once"})


def _only_when(page: Page, after: Range) -> bool:
    """Whether nothing but the occasion follows: "C, S said when the operation was over"."""
    at = after[0]
    while at < after[1] and page.tokens[at].lower not in _WHEN:
        if page.tokens[at].pos != "ADV" and page.tokens[at].lower not in TIMES:
            return False
        at += 1
    return at < after[1]


_BRINGING = frozenset({"bringing", "raising", "taking", "pushing", "lifting"})


def _bringing(page: Page, after: Range) -> list[Span]:
    """ "C, S said on Friday, bringing the number of dead to 51": the sum is the speaker's too."""
    for at in range(after[0], min(after[1], after[0] + 12) - 2):
        if page.tokens[at].text == "," and page.tokens[at + 1].lower in _BRINGING:
            ahead = range(at + 2, min(after[1], at + 14))
            if any(page.tokens[index].lower in words().toll_nouns | words().toll_people for index in ahead):
                return _clean(page, (at + 1, after[1]))
    return []


def _with_quotation(page: Page, span: Span) -> Span:
    """The content with the whole quotation that its first words stand in, where that began in an earlier sentence."""
    for quote in page.quotations_in(span):
        if quote.span.start < span.start:
            return Span(quote.span.start, max(span.end, quote.span.end) if quote.span.end <= span.end + 3 else span.end)
    return span


def carry_on(page: Page, drafts: list[Draft]) -> None:
    """Add to each attribution the sentences that go on with it.

    A quotation goes on in the quoted sentences after it in its paragraph; "S said:" at the end of a paragraph opens the
    paragraphs or bullets below; a speaker's name in brackets opens all up to the next. A sentence with another speaker
    ends it.
    """
    sentences = page.annotated.sentences
    speaks = {draft.sentence for draft in drafts if draft.source and not _is_self(page, draft.source)}
    last_of: dict[int, Draft] = {draft.sentence: draft for draft in drafts if draft.carries and draft.source}
    for number, draft in sorted(last_of.items()):
        here = sentences[number]
        opens = page.tokens[here.last - 1].text == ":"
        speaker = page.tokens[draft.verb].text == "]"
        quoted = any(page.quote_of[at] >= 0 for at in range(here.first, here.last))
        if not (opens or quoted or speaker):
            continue
        for index in range(number + 1, min(len(sentences), number + 40)):
            following = sentences[index]
            if index in speaks or following.kind in {"title", "heading"} or page.tokens[following.first].text == "[":
                break
            inside = page.quote_of[following.first] >= 0
            near = following.paragraph == here.paragraph and inside
            below = opens and (following.kind == "bullet" or not bulleted(page, number + 1))
            if not (near or below or speaker or _same_quotation(page, here.last - 1, following.first)):
                break
            draft.content.append(following.span)


def bulleted(page: Page, number: int) -> bool:
    """Whether a sentence is a list item."""
    return page.annotated.sentences[number].kind == "bullet"


def _is_self(page: Page, source: Range) -> bool:
    return source[1] - source[0] == 1 and page.tokens[source[0]].lower in {"i", "we", "you", "our", "my"}


def _same_quotation(page: Page, before: int, after: int) -> bool:
    return page.quote_of[before] >= 0 and page.quote_of[before] == page.quote_of[after]
