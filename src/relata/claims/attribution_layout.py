"""Attribution by layout: "according to", headlines with a colon or dash, speakers before a colon, nouns, adverbs."""

from __future__ import annotations

from relata.claims.attribution_draft import DASHES, QUOTE_MARKS, Draft, Page, Range
from relata.claims.attribution_sources import phrase_after
from relata.claims.attribution_words import words
from relata.language import Sentence
from relata.language.tokens import word_set
from relata.model import Span, trimmed
from relata.places import gazetteer


def openers(page: Page, number: int, sentence: Sentence) -> list[Draft]:
    """Finds "according to S, C", "C, according to S", "citing S"."""
    found = []
    tokens = page.tokens
    known = words().openers
    opening = {opener[0] for opener in known}
    for at in range(sentence.first, sentence.last):
        if tokens[at].lower not in opening:
            continue
        for opener in known:
            last = at + len(opener)
            if tokens[at].lower != opener[0] or last >= sentence.last:
                continue
            if any(tokens[at + offset].lower != word for offset, word in enumerate(opener)):
                continue
            source = phrase_after(page, last, sentence.last)
            if source and not _is_figure(page, source):
                draft = Draft(number, source, (at, last), at, " ".join(opener), "asserts", "statement", carries=False)
                draft.content = _around(page, (at, source[1]), (sentence.first, sentence.last))
                found.append(draft)
    return found


def _is_figure(page: Page, source: Range) -> bool:
    """Finds "according to plan" and "according to schedule" name no speaker."""
    return source[1] - source[0] == 1 and page.tokens[source[0]].lower in {
        "plan",
        "plans",
        "schedule",
        "custom",
        "tradition",
        "need",
    }


def _around(page: Page, phrase: Range, sentence: Range) -> list[Span]:
    """The clause that "according to S" belongs to: after it when it opens the sentence, else before it (or both)."""
    before, after = (sentence[0], phrase[0]), (phrase[1], sentence[1])
    while before[1] > before[0] and page.tokens[before[1] - 1].text in {",", *DASHES, "("}:
        before = (before[0], before[1] - 1)
    while after[0] < after[1] and page.tokens[after[0]].text in {",", *DASHES, ")"}:
        after = (after[0] + 1, after[1])
    while after[1] > after[0] and page.tokens[after[1] - 1].text in {".", "!", "?"}:
        after = (after[0], after[1] - 1)
    pieces = []
    if page.has_clause(before):
        pieces = [before]
    elif before[1] > before[0] and after[1] > after[0]:
        pieces = [before, after]
    elif after[1] > after[0]:
        pieces = [after]
    elif before[1] > before[0]:
        pieces = [before]
    return [trimmed(page.text, page.span(piece)) for piece in pieces]


def headline(page: Page, number: int, sentence: Sentence) -> list[Draft]:
    """Finds "Police: ten dead", "Ten dead: police", "Ten dead in blast – officials"."""
    first, last = sentence.first, sentence.last
    tokens = page.tokens
    for at in range(first + 1, last - 1):
        mark = tokens[at].text
        if mark != ":" and mark not in DASHES:
            continue
        if mark == ":" and at - first <= 5 and _names_speaker(page, (first, at)) and last - at > 3:
            return [_laid_out(page, number, (first, at), at, (at + 1, last))]
        if last - at <= 6 and at - first >= 3 and tokens[last - 1].lower in words().closers:
            return [_laid_out(page, number, (at + 1, last), at, (first, at))]
    return []


def speaker(page: Page, number: int, sentence: Sentence) -> list[Draft]:
    """Finds "KHAN: We saw it", "[KHAN] "WE SAW IT"", and "― Khan" under a quotation."""
    tokens = page.tokens
    first, last = sentence.first, sentence.last
    limit = min(last, first + 8)
    if tokens[first].text in DASHES and last - first <= 12 and number and _quoted(page, number - 1):
        before = page.annotated.sentences[number - 1]
        source = phrase_after(page, first + 1, last)
        if source:
            draft = _laid_out(page, number, source, first, (before.first, before.last))
            return [draft]
    if tokens[first].text == "[" and limit > first + 2:
        close = next((at for at in range(first + 1, limit) if tokens[at].text == "]"), -1)
        inside = tokens[first + 1 : close]
        named = all(token.pos in {"PROPN", "NOUN", "ADJ"} and token.lower not in _LABELS for token in inside)
        if close > 0 and close + 1 < last and (named or tokens[close + 1].text in QUOTE_MARKS):
            return [_laid_out(page, number, (first + 1, close), close, (close + 1, last))]
        return []
    colon = next((at for at in range(first + 1, limit) if tokens[at].text == ":"), -1)
    if colon < 0 or last - colon <= 3 or not _names_speaker(page, (first, colon)):
        return []
    return [_laid_out(page, number, (first, colon), colon, (colon + 1, last))]


def _quoted(page: Page, number: int) -> bool:
    sentence = page.annotated.sentences[number]
    return page.quote_of[sentence.first] >= 0


def _laid_out(page: Page, number: int, source: Range, mark: int, body: Range) -> Draft:
    draft = Draft(number, source, (mark, mark + 1), mark, page.tokens[mark].text, "asserts", "statement")
    draft.content = [trimmed(page.text, page.span(body))]
    return draft


def _names_speaker(page: Page, tokens: Range) -> bool:
    """Whether the words before a colon are a name or an office, and no label, date or place."""
    chunk = page.chunk_at(tokens[0])
    first, last = tokens
    head = page.tokens[last - 1]
    if chunk is not None and chunk.first == first and chunk.last == last and _is_office(head.lower):
        return True
    if last - first > 4 or any(
        page.tokens[at].lower in _LABELS or page.tokens[at].pos in _NO_NAME for at in range(*tokens)
    ):
        return False
    return all(page.tokens[at].text[0].isupper() for at in range(*tokens)) and not _is_settlement(page, tokens)


def _is_settlement(page: Page, tokens: Range) -> bool:
    """Whether a name before a colon is a place that does not speak: "PESHAWAR: The …", "Baga: 150 died".

    Countries and capitals do speak ("Kabul: no talks"), but not in capital letters before a body sentence: that is a
    dateline.
    """
    name = page.words(tokens)
    known = gazetteer().as_written(name.title() if name.isupper() else name)
    if not known:
        return False
    dateline = name.isupper() and not page.shouts
    return dateline or not any(one.kind in {"country", "group"} or one.capital for one in known)


def _is_office(noun: str) -> bool:
    return noun in words().closers or noun in words().pointing


_NO_NAME = frozenset({"DET", "NUM", "PUNCT", "PRON", "AUX", "ADP", "ADV", "SCONJ"})
_LABELS = word_set(
    "watch read update updated photo photos video exclusive breaking report live factbox analysis opinion "
    "note source text guide passage omitted excerpt excerpts sic correspondent begin end recording why "
    "how what where when who news latest summary background context contact tags related more also editor "
    "corrections clarifications correction clarification most"
)


def nouns(page: Page, number: int, sentence: Sentence) -> list[Draft]:
    """Finds "the ministry's statement that C", "claims by the rebels that C", "his claim that C"."""
    found = []
    tokens = page.tokens
    for at in range(sentence.first, sentence.last - 2):
        stance = words().nouns.get(tokens[at].lower)
        if stance is None or tokens[at].pos not in {"NOUN", "PROPN"}:
            continue
        source = _owner(page, at, sentence.first)
        after = at + 1
        if source is None and tokens[after].lower in {"by", "from", "of"}:
            source = phrase_after(page, after + 1, sentence.last)
            after = source[1] if source else after
        if after + 1 >= sentence.last or tokens[after].lower != "that":
            continue
        draft = Draft(number, source, (at, at + 1), at, tokens[at].lower, stance, "statement", carries=False)
        draft.content = [trimmed(page.text, page.span((after + 1, _clause_end(page, after + 1, sentence.last))))]
        found.append(draft)
    return found


def _owner(page: Page, noun: int, low: int) -> Range | None:
    """The possessor before a noun: "the ministry's …", "his …"."""
    chunk = page.chunk_at(noun)
    if chunk is None or chunk.first < low:
        return None
    for at in range(noun - 1, chunk.first - 1, -1):
        token = page.tokens[at]
        if token.pos == "PART" and at > chunk.first:
            return chunk.first, at
    head = page.tokens[chunk.first]
    if head.lower in {"his", "her", "their", "its", "my", "our"}:
        return chunk.first, chunk.first + 1
    return None


def _clause_end(page: Page, at: int, limit: int) -> int:
    while limit > at + 1 and page.tokens[limit - 1].text in {".", "!", "?", "”", '"'}:
        limit -= 1
    return limit


def adverbs(page: Page, number: int, sentence: Sentence) -> list[Draft]:
    """Finds "reportedly", "allegedly": somebody unnamed says it; the sentence is the content."""
    found = []
    for at in range(sentence.first, sentence.last):
        stance = words().adverbs.get(page.tokens[at].lower)
        if stance:
            draft = Draft(number, None, (at, at + 1), at, page.tokens[at].lower, stance, "belief", carries=False)
            draft.content = [sentence.span]
            found.append(draft)
    return found
