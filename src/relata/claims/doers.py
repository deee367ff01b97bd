"""Who does it, in the grammar of a clause: subjects, "by …", names before a noun of violence.

The answers are runs of tokens; :func:`actor_in` then says which actor the words name.
"""

from __future__ import annotations

from bisect import bisect_left

from relata.claims.unlisted_groups import group_named
from relata.claims.whole_names import is_whole
from relata.language.annotated import Annotated, Chunk, Mention, Token
from relata.model import ActorName, Span
from relata.tables import events as tables
from relata.tables.claim_words import words

ACTOR_KINDS = {"armed group", "state force", "state", "organisation"}
HEDGES = words("hedges")
_GROUP_HEADS = words("doer_nouns") | words("group_words")
_NOT_DOERS = words("not_doers")
_LONGEST_APPOSITION = 16
"""Tokens between the commas of an apposition, at most."""
_LONGEST_DOER = 8
"""Tokens of a noun phrase after "by" that names a doer, with its descriptions, at most."""
_LINKS = {"of", "from", "belonging", "named", "called"}
_HANGS_ON = words("hangs_on")
_MONTHS = words("months")
_BEFORE_VERBS = words("trying") | {"have", "has", "had", "today", "yesterday", "tonight", "again"}
_DESCRIBING = words("describing_participles")
_BE = words("forms_of_be")
_RELATIVES = frozenset({"who", "whom", "which", "that", "where"})
_NEAREST = 4
"""Mentions before a word that are looked at, one of which may hold it."""
_VERBS_WITH_BY = words("light_verbs") | words("hedges") | words("deed_verbs")
"""Verbs whose "by …" tells who did the deed; after others ("organised by", "repelled by") it does not."""


def chunk_before(annotated: Annotated, at: int, first: int) -> Chunk | None:
    """The last noun phrase that ends at or before token ``at`` and begins at or after ``first``."""
    chunks = annotated.chunks
    index = bisect_left(chunks, at + 1, key=lambda chunk: chunk.last) - 1
    return chunks[index] if index >= 0 and chunks[index].first >= first else None


def chunk_at(annotated: Annotated, at: int) -> Chunk | None:
    """The noun phrase that holds token ``at``, or None."""
    chunks = annotated.chunks
    index = bisect_left(chunks, at + 1, key=lambda chunk: chunk.last)
    return chunks[index] if index < len(chunks) and chunks[index].first <= at else None


def chunk_after(annotated: Annotated, at: int, last: int, reach: int = 2) -> Chunk | None:
    """The noun phrase that begins within ``reach`` tokens of ``at`` and ends by ``last``."""
    chunks = annotated.chunks
    index = bisect_left(chunks, at, key=lambda chunk: chunk.first)
    if index < len(chunks) and chunks[index].first <= at + reach and chunks[index].last <= last:
        return chunks[index]
    return None


def subject(annotated: Annotated, verb: int, first: int) -> tuple[int, int] | None:
    """The run of tokens that is the subject of the verb at ``verb``, with what hangs on it by "of"; or None.

    Args:
        annotated: the report.
        verb: index of the verb.
        first: where the clause may begin at the earliest.
    """
    tokens = annotated.tokens
    at = verb
    while at > first and (tokens[at - 1].pos in {"ADV", "AUX", "PART"} or tokens[at - 1].lower in _BEFORE_VERBS):
        at -= 1
    infinitive = at < verb and tokens[at].lower == "to"
    if at > first + 1 and (tokens[at - 1].lower in {"and", "or", "but"} or infinitive):
        return _of_verb_before(annotated, verb, at - 1, first)
    if at > first and tokens[at - 1].lower in {"who", "which", "that"}:
        at -= 1
        while at > first and tokens[at - 1].text in {",", "-", "–"}:
            at -= 1
    moved = _before_apposition(annotated, at, first)
    if moved == at > first and tokens[at - 1].text == "," and not tokens[verb].lower.endswith("ing"):
        shared = _of_verb_before(annotated, verb, at - 1, first)  # "shot two officers, burned a car and fled"
        if shared or any(token.pos in {"VERB", "AUX"} for token in tokens[first : at - 1]):
            return shared
        moved = at - 1
    chunk = chunk_before(annotated, moved, first)
    if chunk is None or _verb_in(annotated, chunk.last, moved):
        return None
    relative = _relative_verb(annotated, chunk.first, first)
    if relative is not None:
        return subject(annotated, relative, first)
    start = _outermost(annotated, chunk, first, participle=tokens[verb].lower.endswith("ing"))
    if tokens[start.first].lower in {"who", "which", "that"} and start.first > first:
        return subject(annotated, start.first, first)  # "X, which on Tuesday claimed": X
    return start.first, chunk.last


def _of_verb_before(annotated: Annotated, verb: int, at: int, first: int) -> tuple[int, int] | None:
    """The subject of the verb with which ``verb`` is coordinated, the last finite one before token ``at``; or None."""
    tokens = annotated.tokens
    participle = tokens[verb].lower.endswith("ing")
    for back in range(at - 1, first, -1):
        if tokens[back].pos == "VERB" and (participle or not tokens[back].lower.endswith("ing")):
            return subject(annotated, back, first)
    return None


def _relative_verb(annotated: Annotated, at: int, first: int) -> int | None:
    """The verb of a relative clause whose object begins at ``at`` ("a man who shouted X attacked"), or None."""
    tokens = annotated.tokens
    while at > first and (tokens[at - 1].pos == "ADP" or tokens[at - 1].text in {'"', "“", "‘"}):
        at -= 1
    relative = at - 2 > first and tokens[at - 2].lower in {"who", "which", "that"}
    return at - 1 if relative and tokens[at - 1].pos == "VERB" else None


def _outermost(annotated: Annotated, chunk: Chunk, first: int, *, participle: bool) -> Chunk:
    """The noun phrase on which ``chunk`` hangs: "gunmen" for "uniforms" in "gunmen dressed in police uniforms"."""
    tokens = annotated.tokens
    start = chunk
    while start.first - 1 > first:
        before = tokens[start.first - 1]
        if participle and before.lower == "with":
            break  # "with the police pointing to …": what follows "with" is the subject
        if before.text in {")", "]"}:
            outer = chunk_before(annotated, _before_apposition(annotated, start.first, first), first)
            if outer is None or outer.last == start.first - 1 or tokens[outer.last].text not in {"(", "["}:
                break
            start = outer
            continue
        end = start.first
        while end - 1 > first and tokens[end - 1].lower in _HANGS_ON:
            end -= 1
        outer = _before_participle(annotated, start.first, first)
        if outer is None:
            outer = chunk_before(annotated, end, first)
            if end == start.first or outer is None or outer.last != end:
                break
        start = outer
    return start


def _before_participle(annotated: Annotated, at: int, first: int) -> Chunk | None:
    """The noun phrase that a participle before token ``at`` describes ("men armed with …", "men believed to be …")."""
    tokens = annotated.tokens
    back = at
    while back > first and (tokens[back - 1].pos in {"ADP", "PART", "ADV"} or tokens[back - 1].lower in {"be", "as"}):
        back -= 1
    led = tokens[back - 1].lower if back > first else ""
    if not (led.endswith("ing") and tokens[back - 1].pos == "VERB") and not (back < at and led in _DESCRIBING):
        return None
    end = back - 1
    if end - 1 > first and (tokens[end - 1].text == "," or tokens[end - 1].lower == "and"):
        end -= 1  # "militants, dressed as police and riding in two cars, attacked"
    outer = chunk_before(annotated, end, first)
    return outer if outer is not None and outer.last == end else None


def _before_apposition(annotated: Annotated, at: int, first: int) -> int:
    """ "the front, FPMR, has claimed", "the group (X) attacked": past what stands between commas or brackets."""
    tokens = annotated.tokens
    if at - 1 > first and tokens[at - 1].text == "," and tokens[at - 2].text in {")", "]"}:
        at -= 1
    closing = tokens[at - 1].text if at > first else ""
    opening = {",": ",", ")": "(", "]": "["}.get(closing)
    if opening is None:
        return at
    clause = False
    for back in range(at - 2, max(first, at - _LONGEST_APPOSITION), -1):
        if tokens[back].text == opening:
            return at if clause else back
        if tokens[back].lower in {"who", "which", "that"}:
            clause = False  # the verb stands in a relative clause
        elif tokens[back].pos == "VERB" and not tokens[back].lower.endswith(("ing", "ed")):
            clause = True
    return at


def _verb_in(annotated: Annotated, first: int, last: int) -> bool:
    return any(token.pos == "VERB" or token.text in {".", ";", ":"} for token in annotated.tokens[first:last])


def by_phrase(
    annotated: Annotated, first: int, last: int, words: frozenset[str] = frozenset({"by"})
) -> tuple[int, int] | None:
    """The noun phrase after the first "by" (or another of ``words``) in tokens ``first`` to ``last``, or None."""
    tokens = annotated.tokens
    for at in range(first, min(last, len(tokens) - 1)):  # the last word of a report has no phrase after it
        if tokens[at].lower not in words:
            continue
        if tokens[at].lower == "by" and (
            _by_doing(tokens, at) or (at > first and _other_verb(tokens, at)) or _passive_between(tokens, first, at)
        ):
            continue
        chunk = chunk_after(annotated, at + 1, min(len(tokens), max(last, at + _LONGEST_DOER)))
        if chunk:
            return chunk.first, with_links(annotated, chunk.last, min(len(tokens), chunk.last + 8))
    return None


def _by_doing(tokens: tuple[Token, ...], at: int) -> bool:
    """ "by using snipers", "by first hurling a grenade": the means, not the doer."""
    return any(token.lower.endswith("ing") and token.pos == "VERB" for token in tokens[at + 1 : at + 3])


def _other_verb(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether "by" at ``at`` belongs to a verb of its own that is no deed ("an event organised by a party")."""
    verb = tokens[at - 1]
    return verb.pos == "VERB" and verb.lower not in _VERBS_WITH_BY and not verb.lower.endswith("ing")


def _passive_between(tokens: tuple[Token, ...], first: int, at: int) -> bool:
    """Whether "by" belongs to a clause hung on the first ("a blast struck her, who was taken away by a crew")."""
    hung = next((one for one in range(first, at) if tokens[one].lower in _RELATIVES), at)
    return any(
        tokens[verb].pos == "VERB"
        and tokens[verb].lower not in _VERBS_WITH_BY
        and any(token.lower in _BE for token in tokens[max(hung, verb - 2) : verb])
        for verb in range(hung, at)
    )


def with_links(annotated: Annotated, end: int, last: int) -> int:
    """The end of a noun phrase together with the "of …" that follows it."""
    tokens = annotated.tokens
    while end + 1 < last and tokens[end].lower in _LINKS and not tokens[end + 1].lower.endswith("ing"):
        chunk = chunk_after(annotated, end + 1, last, reach=1)
        if chunk is None:
            break
        end = chunk.last
    return end


def mentions_in(annotated: Annotated, first: int, last: int, kinds: set[str]) -> list[Mention]:
    """Mentions of the given kinds that lie among tokens ``first`` to ``last``, in order."""
    if last <= first:
        return []
    start, end = annotated.tokens[first].start, annotated.tokens[last - 1].end
    index = bisect_left(annotated.mentions, start, key=lambda mention: mention.span.start)
    found = []
    for mention in annotated.mentions[index:]:
        if mention.span.start >= end:
            break
        if mention.span.end <= end and mention.kind in kinds:
            found.append(mention)
    return found


def actor_in(annotated: Annotated, first: int, last: int, *, any_name: bool = False) -> tuple[ActorName, bool] | None:
    """The actor that the words name, and whether they hedge ("suspected"); None where they name no doer.

    A known group or force is named before the people who act for it: "Boko Haram gunmen" is Boko Haram.

    Args:
        annotated: the report.
        first: first token of the words.
        last: one past the last.
        any_name: whether a proper name that no table knows is an actor too: after "claimed by" it is one, before
            "attacked" it may be a place or a ship.
    """
    tokens = annotated.tokens
    while first < last and tokens[first].pos in {"PUNCT", "ADP", "CCONJ", "SCONJ"}:
        first += 1
    if first >= last:
        return None
    first, last = _before_names(annotated, first), _past_names(annotated, first, last)
    hedged = any(token.lower in HEDGES for token in tokens[max(0, first - 2) : last])
    named = [one for one in mentions_in(annotated, first, last, ACTOR_KINDS) if is_whole(tokens, one)]
    best = next((mention for mention in named if mention.kind == "armed group"), None) or next(iter(named), None)
    if best:
        kind = "unknown" if best.kind == "organisation" else best.kind
        return ActorName(" ".join(best.text.split()), best.key, kind), hedged
    unlisted = group_named(annotated, first, last)
    if unlisted:
        return unlisted, hedged
    persons = mentions_in(annotated, first, last, {"person"})
    words = [token.lower for token in tokens[first:last]]
    if persons and persons[0].span.end >= tokens[last - 1].end - 1:
        return ActorName(" ".join(persons[0].text.split()), None, "person"), hedged
    unnamed = _unnamed(annotated, first, last, words, hedged)
    last_word = tokens[last - 1]
    acronym = last_word.text.isupper() and 2 <= len(last_word.text) <= 6 and not annotated.text.isupper()
    acronym = acronym and tables.weapons().at([last_word.lower], 0, 1) is None
    if (
        unnamed is None
        and (any_name or acronym)
        and tokens[last - 1].text[0].isupper()
        and tokens[last - 1].lower not in _NOT_DOERS
    ):
        start = next(at for at in range(first, last) if tokens[at].pos not in {"DET", "NUM"} or at == last - 1)
        return ActorName(_cut(annotated, start, last), None, "unknown"), hedged
    return unnamed


def _before_names(annotated: Annotated, first: int) -> int:
    """The first token of the actor's name inside which ``first`` stands (Group to Support Islam and "Muslims")."""
    tokens, at = annotated.tokens, first
    index = bisect_left(annotated.mentions, tokens[first].start, key=lambda mention: mention.span.start)
    for mention in annotated.mentions[max(0, index - _NEAREST) : index]:
        if mention.kind in ACTOR_KINDS and mention.span.end > tokens[first].start:
            while at > 0 and tokens[at].start > mention.span.start:
                at -= 1
    return at


def _past_names(annotated: Annotated, first: int, last: int) -> int:
    """``last``, moved past the end of a name that begins among the tokens ("Islamic State – Khorasan Province")."""
    tokens = annotated.tokens
    start, end = tokens[first].start, tokens[last - 1].end
    index = bisect_left(annotated.mentions, start, key=lambda mention: mention.span.start)
    for mention in annotated.mentions[index:]:
        if mention.span.start >= end:
            break
        if mention.kind in ACTOR_KINDS and mention.span.end > end:
            end = mention.span.end
    while last < len(tokens) and tokens[last].start < end:
        last += 1
    return last


def _unnamed(
    annotated: Annotated, first: int, last: int, words: list[str], hedged: bool
) -> tuple[ActorName, bool] | None:
    tokens = annotated.tokens
    head = chunk_at(annotated, first)
    head_word = tokens[head.head].lower if head and head.head < last else words[-1]
    if head_word in _NOT_DOERS or tokens[first].pos == "PRON":
        return None
    found = tables.people().at([head_word], 0, 1)
    doer = (found is not None and found.payload in {"militant", "security"}) or head_word in _GROUP_HEADS
    two = tables.people().at(words[-2:], 0, 2) if len(words) > 1 else None
    if not doer and not (two and two.payload in {"militant", "security"}):
        return None
    start = first
    while start < last - 1 and (
        tokens[start].lower in HEDGES
        or tokens[start].pos in {"DET", "NUM", "PUNCT"}
        or tokens[start].lower in _MONTHS
        or tokens[start].lower in {"at", "least", "some", "several", "many", "about"}
    ):
        start += 1
    return ActorName(_cut(annotated, start, last), None, "unknown"), hedged


def _cut(annotated: Annotated, first: int, last: int) -> str:
    tokens = annotated.tokens
    return " ".join(Span(tokens[first].start, tokens[last - 1].end).cut(annotated.text).split())
