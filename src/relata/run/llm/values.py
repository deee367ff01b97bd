"""Values read from anchored words by Relata's own rules: no number, date or place is taken from a server."""

from __future__ import annotations

from relata.claims.context import Context, Located
from relata.claims.doers import actor_in
from relata.claims.numbers import read_count
from relata.claims.topics import key_of, words_as_actor
from relata.model import ActorName, Count, Span
from relata.places import place_for
from relata.run.llm.anchors import tokens_at
from relata.tables.actors import by_key

_NOBODY = frozenset({"no", "nobody", "none", "no-one", "without", "neither"})


def count_in(context: Context, span: Span) -> Count | None:
    """How many people the words count: the first number in them, nobody, one person by name; None for anything else."""
    annotated = context.annotated
    first, last = tokens_at(annotated, span)
    tokens = annotated.tokens
    for at in range(first, last):
        if tokens[at].lower in _NOBODY:
            return Count(0, 0, _words(context, span))
        reading = read_count(tokens, at, last)
        if reading is None:
            continue
        people = reading.people
        if not reading.article:
            words = annotated.text[tokens[at].start : tokens[reading.last - 1].end]
            return Count(people.low, people.high, " ".join(words.split()), people.approx)
        if last - at > 1:
            return Count(1, 1, _words(context, span))
    named = any(tokens[at].pos == "PROPN" for at in range(first, last))
    plural = last > first and tokens[last - 1].lower.endswith("s") and tokens[last - 1].pos != "PROPN"
    return Count(1, 1, _words(context, span)) if named and not plural else None


def doer_in(context: Context, span: Span) -> ActorName:
    """The actor that the words name, known where the table of actors knows it."""
    first, last = tokens_at(context.annotated, span)
    words = _words(context, span)
    named = actor_in(context.annotated, first, last, any_name=True) if first < last else None
    if named is not None:
        return named[0]
    key = key_of(words)
    known = by_key(key) if key else None
    return ActorName(words, key, known.kind if known else "unknown")


def holder_in(context: Context, span: Span) -> ActorName:
    """The speaker that the words name."""
    first, last = tokens_at(context.annotated, span)
    return words_as_actor(context, first, last) if first < last else ActorName(_words(context, span))


def places_of(context: Context, span: Span) -> tuple[Located, ...]:
    """The places that the words name: as the whole report shows them, else by the words alone."""
    found = tuple(located for located in context.places if located.span.overlaps(span))
    if found:
        return found
    countries = tuple(dict.fromkeys(one.place.country for one in context.places if one.place.country))
    alone = place_for(_words(context, span), text_countries=countries[:3])
    return (Located(span, alone, "by these words alone"),) if alone else ()


def _words(context: Context, span: Span) -> str:
    return " ".join(span.cut(context.annotated.text).split())
