"""The actor that "it", "they" or "the group" stands for, and actors named by bare words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from relata.claims.context import Context
from relata.claims.doers import actor_in, mentions_in
from relata.claims.holders import holder_named
from relata.claims.people import PRONOUNS, people_groups
from relata.claims.segments import Segment
from relata.language.annotated import Mention, Sentence
from relata.model import ActorName, Span
from relata.tables.claim_words import words as word_list

_GROUP_WORDS = word_list("group_words")
_TOPIC_WORDS = word_list("topic_words")
_TOPIC_REACH = 12
"""Sentences back in which the group that a text goes on speaking of was named."""


def known_again(context: Context, actor: tuple[ActorName, bool] | None, at: int) -> tuple[ActorName, bool] | None:
    """ "the group", "the militant outfit": the group named last before token ``at``; any other actor as it is."""
    if actor is None or actor[0].key or actor[0].kind != "unknown":
        return actor
    tokens = context.annotated.tokens
    words = actor[0].text.casefold().split()
    definite = tokens[at].lower in {"the", "this", "that"} or (
        at > 0 and tokens[at - 1].lower in {"the", "this", "that"}
    )
    if words and words[-1] in _GROUP_WORDS and len(words) <= 3 and definite:
        return last_group(context, tokens[at].start) or actor
    return actor


def pronoun_actor(context: Context, segment: Segment, at: int) -> tuple[ActorName, bool] | None:
    """ "They were behind …", "The group also claimed …": the group last spoken of."""
    tokens = context.annotated.tokens
    before = [token.lower for token in tokens[max(segment.first, at - 6) : at]]
    spoken_of = {"it", "they", "militants"} | _GROUP_WORDS
    if not (spoken_of & set(before) or at - segment.first <= 1):
        return None
    return last_group(context, tokens[at].start)


def pronoun_at(context: Context, run: tuple[int, int]) -> str | None:
    """The pronoun with which the words begin, in lower case ("they", "it", "who"), or None where they name somebody."""
    token = context.annotated.tokens[run[0]]
    return token.lower if token.pos == "PRON" or token.lower in _OF_GROUPS else None


def meant_by_pronoun(context: Context, at: int) -> tuple[ActorName, bool] | None:
    """The armed group that "it" or "they" at token ``at`` stands for, of somebody who is accused; or None.

    "They" are the people spoken of last: the group only where no others were named since ("The Taliban said that three
    farmers had been held. They were accused of the murder").
    """
    annotated = context.annotated
    token = annotated.tokens[at]
    if token.lower not in _OF_GROUPS:
        return None
    group = _group_spoken_of(context, token.start)
    if group is None or (token.lower == "they" and _people_between(context, group.span.end, token.start)):
        return None
    return _as_actor(group)


_OF_GROUPS = {"it", "they"}
_OWNED = {"its", "their"}


def _people_between(context: Context, start: int, end: int) -> bool:
    """Whether people other than a group's own stand between two offsets, or more than a topic reaches lies there."""
    annotated, tokens = context.annotated, context.annotated.tokens
    last = _sentence_number(context, end)
    first = max(0, _sentence_number(context, start - 1))
    if last - first > _TOPIC_REACH:
        return True
    return any(
        start <= tokens[people.first].start < end
        and not (people.count.low == people.count.high == 1)
        and tokens[people.first].lower not in _OWNED | PRONOUNS
        for sentence in annotated.sentences[first : last + 1]
        for people in people_groups(annotated, sentence)
    )


def last_group(context: Context, offset: int) -> tuple[ActorName, bool] | None:
    """The armed group that "it" or "the group" at ``offset`` stands for, or None.

    The subject of an earlier sentence counts before a name that merely stood nearer: a text that goes on with "the
    group", "its fighters", "they" keeps speaking of the group that was its subject.
    """
    group = _group_spoken_of(context, offset)
    return _as_actor(group) if group else None


def _group_spoken_of(context: Context, offset: int) -> Mention | None:
    found = _topic(context, offset)
    if found:
        return found
    mentions = context.annotated.mentions
    for at in range(bisect_left(mentions, offset, key=lambda mention: mention.span.start) - 1, -1, -1):
        if mentions[at].kind == "armed group":
            return _subject_group(context, mentions[at]) or mentions[at]
    return None


def _subject_group(context: Context, named: Mention) -> Mention | None:
    """The group that is the subject of the sentence in which another is named: "X, which is allied to Y, claimed"."""
    annotated = context.annotated
    sentence = sentence_at(context, named.span.start)
    verb = next(
        (at for at in range(sentence.first, sentence.last) if annotated.tokens[at].pos in {"VERB", "AUX"}),
        sentence.first,
    )
    before = mentions_in(annotated, sentence.first, verb, {"armed group"})
    return before[0] if before else None


def _topic(context: Context, offset: int) -> Mention | None:
    annotated = context.annotated
    number = _sentence_number(context, offset)
    own = annotated.sentences[number]
    within = mentions_in(annotated, own.first, max(own.first, _token_at(context, offset)), {"armed group"})
    if within:
        return within[0]
    for sentence in reversed(annotated.sentences[max(0, number - _TOPIC_REACH) : number]):
        verb = next(
            (at for at in range(sentence.first, sentence.last) if annotated.tokens[at].pos == "VERB"), sentence.last
        )
        end = sentence.last if sentence.kind in {"heading", "title"} else verb
        named = mentions_in(annotated, sentence.first, end, {"armed group"})
        if named:
            return named[0]
        words = {token.lower for token in annotated.tokens[sentence.first : verb]}
        if not words & _TOPIC_WORDS:
            return None
    return None


def sentence_at(context: Context, offset: int) -> Sentence:
    """The sentence in which a character stands."""
    return context.annotated.sentences[_sentence_number(context, offset)]


def _sentence_number(context: Context, offset: int) -> int:
    sentences = context.annotated.sentences
    return min(bisect_right(sentences, offset, key=lambda sentence: sentence.span.end), len(sentences) - 1)


def _token_at(context: Context, offset: int) -> int:
    return bisect_left(context.annotated.tokens, offset, key=lambda token: token.start)


def _as_actor(mention: Mention) -> tuple[ActorName, bool]:
    return ActorName(" ".join(mention.text.split()), mention.key, "armed group"), False


def key_of(name: str) -> str | None:
    """The entry of the table of known actors that a name stands for, or None."""
    from relata.tables.actors import lookup  # noqa: PLC0415 - the table is read when first asked for

    known = lookup(name)
    return known.key if known else None


def _speaker_at(context: Context, first: int, last: int) -> ActorName | None:
    """The speaker that an attribution finds in these words: without "on Wednesday", and with "he" replaced."""
    tokens = context.annotated.tokens
    span = Span(tokens[first].start, tokens[max(first, last - 1)].end)
    for attribution in context.attributions_at(span.start):
        if attribution.source is not None and attribution.source_text and attribution.source.overlaps(span):
            return holder_named(context, attribution)
    return None


def words_as_actor(context: Context, first: int, last: int) -> ActorName:
    """A speaker in the words of the report, known where they name a known actor and nothing more."""
    spoken = _speaker_at(context, first, last)
    if spoken is not None:
        return spoken
    tokens = context.annotated.tokens
    while first < last - 1 and tokens[first].pos in {"DET", "PUNCT", "CCONJ", "SCONJ", "ADP"}:
        first += 1
    text = " ".join(context.annotated.text[tokens[first].start : tokens[last - 1].end].split())
    named = actor_in(context.annotated, first, last)
    if named and len(named[0].text) + 4 >= len(text):
        return named[0]
    return ActorName(text, None, "unknown")
