"""Who says it: the noun phrase that is the source of a cue, with what hangs on it."""

from __future__ import annotations

from relata.claims.attribution_draft import BREAKS, DASHES, QUOTE_MARKS, Page, Range
from relata.language.tokens import word_set

LINKS = word_set("of for in from at with to on near inside against by under among within as close over into")
RELATIVES = frozenset({"who", "which", "that", "whose", "whom", "where"})
QUANTITIES = word_set("some many others most several one both few another all each two three four five none")
TIMES = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december today yesterday tomorrow tonight week month year day night evening morning "
    "afternoon weekend hour weeks months years days hours minutes time"
)


def subject_before(page: Page, verb: int, low: int) -> Range | None:
    """The subject that stands before a verb group.

    Args:
        page: the report.
        verb: index of the first token of the verb group.
        low: first token that may be looked at (the sentence's first).
    """
    at = verb - 1
    tokens = page.tokens
    while at >= low and _is_skipped(page, at):
        at -= 1
    if at < low:
        return None
    if tokens[at].text in {")", "]"}:
        opener = _opener(page, at, low)
        inner = subject_before(page, opener, low) if opener > low else None
        return (inner[0], at + 1) if inner else None
    if tokens[at].text == "," or tokens[at].text in DASHES:
        return _with_apposition(page, at, low)
    if tokens[at].text in QUOTE_MARKS and page.chunk_of[at] < 0:
        return _quoted_name(page, at, low)
    return _phrase_ending(page, at, low)


def _is_skipped(page: Page, at: int) -> bool:
    """Whether a word may stand between subject and verb: "also", "there", "later"."""
    token = page.tokens[at]
    if token.lower in {"there", "here"}:
        return True
    return token.pos in {"ADV", "PART"} and page.chunk_of[at] < 0 and token.lower != "to"


def _quoted_name(page: Page, close: int, low: int) -> Range | None:
    """A name in quotation marks, with its article: 'the "Red Hand" claimed …'."""
    number = page.quote_of[close]
    if number < 0:
        return None
    quote = page.quotations[number]
    if quote.last - quote.first > 7 or quote.first < low or page.has_clause((quote.first + 1, close)):
        return None
    if page.tokens[close - 1].text in {",", "?", "!", "."}:
        return None
    before = page.chunk_at(quote.first - 1) if quote.first > low else None
    if before is not None:
        return _extended(page, before.first, low), close + 1
    first = quote.first
    while first > low and page.tokens[first - 1].pos in {"DET", "ADJ"}:
        first -= 1
    return first, close + 1


def _opener(page: Page, at: int, low: int) -> int:
    for index in range(at - 1, max(low, at - 15) - 1, -1):
        if page.tokens[index].text in {"(", "["}:
            return index
    return low


def _phrase_ending(page: Page, at: int, low: int) -> Range | None:
    """The noun phrase whose last token is ``at``, with prepositional phrases and relative clauses inside."""
    tokens = page.tokens
    chunk = page.chunk_at(at)
    if chunk is None or chunk.first < low:
        if tokens[at].lower in QUANTITIES or (tokens[at].pos in {"PRON", "PROPN", "NOUN"}):
            return _extended(page, at, low), at + 1
        return None
    if at < chunk.last - 1:
        return None
    opened = _after_time(page, chunk.first, at)
    if opened > chunk.first:
        return opened, at + 1
    if _is_time(page, chunk.first, chunk.last):
        # "the minister on Monday said", "police Monday said": the speaker stands before the day
        before = chunk.first - 1
        if before >= low and tokens[before].pos == "ADP":
            before -= 1
        other = page.chunk_at(before) if before >= low else None
        if other and not _is_time(page, other.first, other.last):
            return _extended(page, other.first, low), other.last
        marked = before > low and tokens[before].text in {",", ")", "]"}
        return subject_before(page, before + (tokens[before].text != ","), low) if marked else None
    first = _extended(page, chunk.first, low)
    return first, at + 1


def _after_time(page: Page, first: int, head: int) -> int:
    """Where a speaker begins that was taken for one phrase with the time before: "(on) Saturday night police said"."""
    at = first
    while at < head and page.tokens[at].lower in TIMES:
        at += 1
    return first if page.tokens[head].lower in TIMES or page.tokens[at].pos not in {"NOUN", "PROPN"} else at


def _is_time(page: Page, first: int, last: int) -> bool:
    return page.tokens[last - 1].lower in TIMES or page.tokens[first].lower in TIMES


def _extended(page: Page, first: int, low: int) -> int:
    """Where the whole phrase begins whose last chunk begins at ``first``."""
    tokens = page.tokens
    joined = False
    for _ in range(8):
        at = first - 1
        if at < low:
            break
        token = tokens[at]
        left = page.chunk_at(at - 1) if at - 1 >= low else None
        if token.pos in {"ADP", "PART", "SCONJ"} and token.lower in LINKS:
            if left and not _is_time(page, left.first, left.last):
                first = left.first
                continue
            modified = page.chunk_at(at - 2) if at - 2 >= low else None
            if tokens[at - 1].pos == "VERB" and _antecedent(page, at - 1, low) is not None:
                first = _antecedent(page, at - 1, low) or first
                continue
            if modified and not left and _is_modifier(page, at - 1) and tokens[modified.first].pos != "PRON":
                first = modified.first
                continue
            made = _made_by(page, at, low) if token.lower == "by" and not left else None
            if made is not None:
                first = made
                continue
            break
        if (token.pos == "CCONJ" or (joined and token.text == ",")) and left and _opens_clause(page, left.first, low):
            first, joined = left.first, True
            continue
        if token.pos == "VERB" and token.lower.endswith("ing") and left and left.last == at:
            first = left.first  # "a man wearing a mask said"
            continue
        if token.pos in {"VERB", "AUX"} or token.lower in {"who", "which"}:
            relative = _antecedent(page, at, low)
            if relative is not None:
                first = relative
                continue
        break
    return first


_PARTICIPLES = word_set("held shot caught sent led found hurt set kept left hit made put built brought heard")


def _is_modifier(page: Page, at: int) -> bool:
    """Whether an adjective or participle hangs on the noun before it: "residents displaced by", not "it came from"."""
    token = page.tokens[at]
    ending = token.lower.endswith(("ed", "en", "wn"))
    return token.pos == "ADJ" or (token.pos == "VERB" and (ending or token.lower in _PARTICIPLES))


def _made_by(page: Page, by: int, low: int) -> int | None:
    """First token of the phrase that "set up by", "carried out by" hangs on."""
    particle = by - 1
    if particle - 2 < low or page.tokens[particle].pos not in {"ADP", "ADV", "PART"}:
        return None
    before = page.chunk_at(particle - 2)
    if not _is_modifier(page, particle - 1) or before is None or before.last != particle - 1 or before.first < low:
        return None
    return before.first


def _opens_clause(page: Page, first: int, low: int) -> bool:
    """Whether nothing stands before ``first`` that could govern it."""
    if first <= low:
        return True
    before = page.tokens[first - 1]
    return before.pos not in {"VERB", "AUX", "ADP", "PART", "ADJ"} or before.lower in {
        "after",
        "before",
        "since",
        "as",
        "until",
    }


def _antecedent(page: Page, at: int, low: int) -> int | None:
    """First token of the phrase before a relative clause that holds the verb at ``at``."""
    for index in range(at, max(low, at - 10), -1):
        token = page.tokens[index]
        if token.lower in {"who", "which"}:
            before = page.chunk_at(index - 1)
            return before.first if before and before.first >= low else None
        if token.text in BREAKS:
            return None
    return None


def _with_apposition(page: Page, comma: int, low: int) -> Range | None:
    """The subject before a comma: "Ali Karim, a doctor in Herat, said", "The group, meanwhile, said"."""
    first: int | None = None
    last = comma
    end = comma
    for _ in range(6):
        begin = _segment_start(page, end, low)
        if begin >= end:
            break
        kind = _segment_kind(page, begin, end)
        if kind == "clause":
            break
        inner = _last_phrase(page, begin, end) if kind == "aside" else None
        if inner is not None:  # "On Monday Ali Karim, a doctor, said"
            return (inner, last if first is not None else end)
        if kind == "name":
            if first is None:
                last = end
            first = begin
        opener, closer = (page.tokens[begin - 1].text if begin > low else ""), page.tokens[end].text
        if opener != "," and not (opener in DASHES and closer in DASHES):
            break
        end = begin - 1
    if first is None:
        return None
    return first, last


def _last_phrase(page: Page, begin: int, end: int) -> int | None:
    """Where a subject begins that ends a segment opening with a preposition; None if there is no such subject."""
    chunk = page.chunk_at(end - 1)
    if page.tokens[begin].pos != "ADP" or chunk is None or chunk.first <= begin + 1 or chunk.last != end:
        return None
    if page.tokens[chunk.first - 1].pos in {"ADP", "VERB", "AUX", "CCONJ", "DET"} or _is_time(
        page, chunk.first, chunk.last
    ):
        return None
    return chunk.first


def _segment_start(page: Page, end: int, low: int) -> int:
    """First token after the mark before ``end``."""
    at = end - 1
    while at >= low and end - at < 45:
        token = page.tokens[at]
        if (
            token.text in {",", ";", ":"}
            or token.text in DASHES
            or (token.text in QUOTE_MARKS and page.chunk_of[at] < 0)
        ):
            return at + 1
        at -= 1
    return max(at + 1, low)


_ASIDES = frozenset({"meanwhile", "however", "though", "too", "also", "instead", "again", "therefore", "moreover"})


def _segment_kind(page: Page, begin: int, end: int) -> str:
    """Finds "name" for a noun phrase, "clause" for one with a finite verb, "aside" for the rest."""
    head = page.tokens[begin]
    if (
        head.lower in RELATIVES
        or head.lower in _ASIDES
        or head.pos == "ADP"
        or (head.pos == "VERB" and head.lower.endswith(("ing", "ed")))
    ):
        return "aside"
    start = begin
    while start < end and page.tokens[start].pos in {"CCONJ", "ADV", "SCONJ"}:
        start += 1
    relative = next((at for at in range(start, end) if page.tokens[at].lower in {"who", "which", "whose", "that"}), end)
    if page.has_clause((start, relative)):
        return "clause"
    chunk = page.chunk_at(start) if start < end else None
    if chunk is None or chunk.first != start or _is_time(page, chunk.first, chunk.last) or start != begin:
        return "aside"
    if all(page.tokens[at].pos == "NUM" for at in range(chunk.first, chunk.last)):
        return "aside"
    return "name"


def phrase_after(page: Page, start: int, limit: int) -> Range | None:
    """The noun phrase that begins at ``start`` or after adverbs, with what hangs on it ("according to …", "said …").

    Args:
        page: the report.
        start: first token to look at.
        limit: one past the last.
    """
    at = start
    while at < limit and page.tokens[at].pos == "ADV" and page.chunk_of[at] < 0:
        at += 1
    chunk = page.chunk_at(at) if at < limit else None
    if chunk is not None and chunk.first < at and at == start and page.tokens[at].pos in {"PROPN", "NOUN"}:
        return _run_on(page, (at, min(chunk.last, limit)), limit)  # "reports USA Today", all taken for nouns
    if chunk is None or chunk.first < at:
        if at < limit and page.tokens[at].lower in QUANTITIES:
            return _run_on(page, (at, at + 1), limit)
        return None
    return _run_on(page, (chunk.first, min(chunk.last, limit)), limit)


def _run_on(page: Page, phrase: Range, limit: int) -> Range:
    """The phrase with the prepositional phrases, joined names and one apposition that follow it."""
    first, last = phrase
    for _ in range(6):
        if last >= limit:
            break
        token = page.tokens[last]
        follows = page.chunk_at(last + 1) if last + 1 < limit else None
        fits = follows is not None and follows.first == last + 1 and follows.last <= limit
        if follows is not None and fits and token.lower in LINKS and token.lower != "as":
            if _is_time(page, follows.first, follows.last):
                break
            last = follows.last
        elif follows is not None and fits and token.pos == "CCONJ" and not _verb_at(page, follows.last, limit):
            last = follows.last
        elif token.text == "(":
            close = next((at for at in range(last, min(last + 10, limit)) if page.tokens[at].text == ")"), -1)
            if close < 0:
                break
            last = close + 1
        elif (
            token.text == ","
            and follows is not None
            and fits
            and _is_apposition(page, follows.first, follows.last, limit)
        ):
            last = _run_on(page, (follows.first, follows.last), limit)[1]
            break
        else:
            break
    return first, last


def _is_apposition(page: Page, first: int, last: int, limit: int) -> bool:
    """Whether ", a doctor in Herat" goes on about the phrase before it, and no new clause begins."""
    if _is_time(page, first, last) or _verb_at(page, last, limit):
        return False
    named = any(page.tokens[at].pos == "PROPN" for at in range(first, last))
    names = page.tokens[first - 2].pos == "PROPN"  # the word before the comma
    if not named and not names:
        return False  # "according to the officer, the clashes, which began …"
    if names and page.is_person(first, last):
        return False  # "according to the Taliban, Mullah Akbar has been killed"
    end = last
    while end < limit and page.tokens[end].text not in {",", ".", ";"} and end - last < 14:
        if page.is_finite(end):
            return False
        end += 1
    if end + 1 < limit and page.tokens[end + 1].lower in RELATIVES:
        return False
    return (
        page.tokens[first].lower in {"a", "an", "the", "his", "her", "its", "their"}
        or page.tokens[first].pos == "PROPN"
    )


def _verb_at(page: Page, at: int, limit: int) -> bool:
    while at < limit and page.tokens[at].pos == "ADV":
        at += 1
    return at < limit and page.is_finite(at)
