"""Verbs that attribute: which, with which auxiliaries, and whether their surroundings make an attribution."""

from __future__ import annotations

from typing import NamedTuple

from relata.claims.attribution_draft import BREAKS, DASHES, QUOTE_MARKS, Page, Range
from relata.claims.attribution_words import CueForm, words
from relata.language.tokens import word_set
from relata.model import Stance

_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "neither", "nor"})
_WH = frozenset({"whether", "how", "why", "what", "who", "where", "when", "if"})
_OFTEN_OTHERWISE = frozenset(
    {"add", "continue", "maintain", "conclude", "relate", "volunteer", "post", "plead", "repeat"}
)
_AUXILIARIES = word_set(
    "is are was were be been being has have had having do does did will would can could may might must should shall"
)
_PASSIVE = frozenset({"is", "are", "was", "were", "been", "be", "being"})
_SHORT = frozenset({"'s", "’s", "'ve", "’ve", "'d", "’d", "'ll", "’ll", "'m", "’m", "'re", "’re"})
_BETWEEN = frozenset({"since", "once", "then", "later", "earlier", "also", "both", "all"})
_PAIRS_BETWEEN = frozenset({("at", "first"), ("at", "last"), ("by", "then"), ("in", "turn"), ("for", "example")})
_CANNOT = frozenset({"unable", "impossible", "yet", "failed"})


class Group(NamedTuple):
    """A verb with its auxiliaries.

    Attributes:
        first: index of the first auxiliary or adverb of the group.
        verb: index of the verb.
        last: index one past the verb and its particle.
        reading: what the verb is.
        form: "finite", "ing", "infinitive" or "passive".
        negated: whether the group is negated.
    """

    first: int
    verb: int
    last: int
    reading: CueForm
    form: str
    negated: bool


def groups(page: Page, sentence: Range) -> list[Group]:
    """The cue verbs of a sentence, with the first reading whose surroundings fit."""
    found = []
    for index in range(*sentence):
        token = page.tokens[index]
        readings = words().cues.get(token.lower)
        if not readings or not _is_verb(page, index, readings):
            continue
        group = _group(page, index, sentence, readings[0])
        quoted = page.quote_of[index] >= 0 and _is_quotation(page, index)
        if group.form == "ing" and index + 1 < sentence[1] and page.tokens[index + 1].lower == "of":
            continue
        fitting = next(
            (one for one in readings if (not quoted or one.frame == "speech") and _fits(page, group, one, sentence)),
            None,
        )
        if fitting:
            last = group.last + (1 if fitting.particle else 0)
            found.append(group._replace(reading=fitting, last=last))
    return found


_ALONE = frozenset(
    {"say", "tell", "ask", "reply", "respond", "explain", "comment", "shout", "warn", "argue", "complain"}
)
"""Verbs of saying that need nothing beside them: "the mayor said." Of the others "deaths reported" is a participle."""

BLAMED = frozenset({"blamed", "accused", "suspected"})
CHECKED = frozenset({"confirmed", "verified", "corroborated", "substantiated"})


def _is_quotation(page: Page, index: int) -> bool:
    """Whether the verb stands in a quotation of some length, not between scare quotes."""
    quote = page.quotations[page.quote_of[index]]
    return quote.last - quote.first > 5


def _is_verb(page: Page, index: int, readings: tuple[CueForm, ...]) -> bool:
    token = page.tokens[index]
    if token.pos == "VERB":
        return not (index and page.tokens[index - 1].pos == "DET")
    sure = readings[0].frame == "speech" and readings[0].form in {"past", "third"} and token.pos != "ADJ"
    before = page.tokens[index - 1] if index else None
    return (
        sure and not (before and before.pos in {"DET", "ADJ", "NUM"}) and _complement(page, index + 1, index + 8) != ""
    )


def _group(page: Page, index: int, sentence: Range, reading: CueForm) -> Group:
    tokens = page.tokens
    first = index
    negated = passive = infinitive = False
    while first > sentence[0]:
        token = tokens[first - 1]
        if token.lower in _AUXILIARIES or (token.lower in _SHORT and page.chunk_of[first - 1] < 0):
            passive |= token.lower in _PASSIVE
        elif token.lower in _NEGATIONS:
            negated = True
        elif token.lower == "to":
            infinitive = True
        elif first - 1 > sentence[0] and (tokens[first - 2].lower, token.lower) in _PAIRS_BETWEEN:
            first -= 1
        elif token.lower not in _BETWEEN and (token.pos != "ADV" or token.lower in {"however", "meanwhile"}):
            break
        first -= 1
    while first < index and tokens[first].pos == "ADV":
        first += 1
    is_participle = reading.form in {"past", "participle"}
    if reading.form == "ing" and not passive:
        form = "ing"
    elif is_participle and passive:
        form = "passive"
    elif infinitive:
        form = "infinitive"
    else:
        form = "finite"
    if form == "infinitive" and first > sentence[0] and tokens[first - 1].lower.startswith(("declin", "refus", "fail")):
        negated = True
    return Group(first, index, index + 1, reading, form, negated)


def _fits(page: Page, group: Group, reading: CueForm, sentence: Range) -> bool:
    """Whether what stands around the verb is what this reading asks for."""
    tokens = page.tokens
    start, limit = group.verb + 1, sentence[1]
    if reading.particle:
        if start >= limit or tokens[start].lower != reading.particle:
            return False
        start += 1
    if group.form == "passive":
        return (
            reading.particle == ""
            and reading.frame in {"speech", "clause", "object"}
            and _passive_fits(page, group, limit)
        )
    complement = _complement(page, start, limit)
    if reading.frame == "speech":
        if reading.lemma in _OFTEN_OTHERWISE:  # "added troops", "continued to fire": verbs that often say nothing
            return complement in {"that", "quote"} or _content_before(page, group, sentence)
        if complement == "adp" and tokens[start].lower in {"over", "by", "from", "as", "under", "through", "near"}:
            return False  # "attacks reported over the past week"
        if not complement and reading.lemma not in _ALONE and group.first == group.verb:
            return _content_before(page, group, sentence) or page.quote_of[sentence[0]] >= 0
        return complement != "by"
    bare = group.first == group.verb and group.reading.form in {"past", "participle"}
    if reading.kind == "belief" and bare and complement == "to":
        return False  # "men presumed to be rebels"
    if reading.frame == "clause":
        return complement in {"that", "quote", "clause", "wh"} or _content_before(page, group, sentence)
    if reading.frame == "plan":
        return complement in {"to", "that"} or (
            complement == "noun" and reading.lemma in {"want", "seek", "pledge", "promise", "offer", "plan", "expect"}
        )
    if complement == "adp" and reading.kind != "call" and bare:
        return bool(reading.particle)  # "the bureau cited in his report": a participle, not a verb of its own
    return complement in {"noun", "clause", "that", "quote", "wh", "to", "adp"} or bool(reading.particle)


def _passive_fits(page: Page, group: Group, limit: int) -> bool:
    """Whether a passive attributes: "was quoted as saying", "is believed to", "was told that"."""
    after = page.tokens[group.verb + 1].lower if group.verb + 1 < limit else ""
    word = page.tokens[group.verb].lower
    if word in BLAMED and after in {"for", "of"}:
        return True
    if word in CHECKED and group.negated:
        return True
    return after in {"to", "that", "as", "by"} or page.tokens[group.verb].lower in {
        "told",
        "quoted",
        "asked",
        "informed",
    }


def _complement(page: Page, start: int, limit: int) -> str:
    """What follows a verb: "that", "quote", "clause", "wh", "to", "noun", "adp", "by", or "" for nothing.

    Addressees and times are passed over ("told reporters on Monday that").
    """
    tokens = page.tokens
    limit = min(limit, len(tokens))
    at = start
    while at < limit and tokens[at].pos == "ADV":
        at += 1
    if at >= limit or tokens[at].text in {".", "?", "!"}:
        return ""
    for index in range(at, min(limit, at + 12)):
        token = tokens[index]
        if token.lower == "that" and (token.pos == "SCONJ" or index == at or tokens[index - 1].pos != "VERB"):
            return "that"
        if token.text == ":" or (token.text in QUOTE_MARKS and token.text not in {"”", "’"}):
            return "quote"
        if token.text in BREAKS and token.text != ",":
            break
        if token.text == "," and index > at + 6:
            break
    head = tokens[at]
    if head.lower in _WH:
        return "wh"
    if head.lower == "to" and at + 1 < limit and tokens[at + 1].pos in {"VERB", "AUX", "ADV"}:
        return "to"
    chunk = page.chunk_at(at)
    if chunk is not None:
        for index in range(chunk.last, min(limit, chunk.last + 9)):
            if tokens[index].text in BREAKS:
                break
            if page.is_finite(index):
                return "clause"
            if tokens[index].lower == "to" and index == chunk.last and tokens[start - 1].lower.startswith("want"):
                return "to"
        return "noun"
    if head.lower == "by":
        return "by"
    return "adp" if head.pos in {"ADP", "SCONJ", "VERB", "ADJ", "NUM", "DET"} else ""


def _content_before(page: Page, group: Group, sentence: Range) -> bool:
    """Whether the content stands before the speaker: "C, S found." with nothing after the verb."""
    after = group.verb + 1
    if after < sentence[1] and page.tokens[after].text not in {".", ",", ";", *DASHES}:
        return False
    return any(page.tokens[at].text == "," for at in range(sentence[0], group.verb))


def stance_of(page: Page, group: Group, sentence: Range) -> Stance:
    """The stance of a cue in its surroundings: claims of responsibility, refusals to confirm, negated belief."""
    after = [page.tokens[at].lower for at in range(group.last, min(sentence[1], group.last + 4))]
    table = words()
    if group.reading.lemma in table.responsibility_verbs and any(word in table.responsibility_nouns for word in after):
        return "denies" if group.negated else "claims"
    stance = group.reading.stance
    before = {page.tokens[at].lower for at in range(max(sentence[0], group.first - 4), group.verb)}
    if stance == "confirms" and (group.negated or before & _CANNOT):
        return "doubts"
    if stance == "suspects" and group.negated:
        return "doubts"
    if stance == "denies" and group.negated:
        return "asserts"
    return stance
