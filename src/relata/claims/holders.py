"""Who says it: the holder, the way it came and the stance, for any stretch of a report."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from relata.claims.attribution import Attribution
from relata.claims.context import Context
from relata.claims.doers import mentions_in
from relata.model import OUTLET, ActorName, Span, Stance
from relata.tables.actors import by_key


class Said(NamedTuple):
    """Who holds a statement, through whom, and how."""

    holder: ActorName
    via: tuple[str, ...]
    stance: Stance


def outlet_of(context: Context) -> ActorName:
    """The report speaking in its own voice."""
    return ActorName(context.annotated.report.outlet or "this report", OUTLET, "media")


def said_by(context: Context, span: Span) -> Said:
    """Who says what stands at ``span``: the closest attribution whose content holds it, else the outlet itself."""
    attribution = attribution_of(context, span)
    if attribution is None or not attribution.source_text:
        return Said(outlet_of(context), (), attribution.stance if attribution else "asserts")
    return Said(holder_named(context, attribution), tuple(attribution.via), attribution.stance)


def attribution_of(context: Context, span: Span) -> Attribution | None:
    """The attribution with the shortest content that holds the middle of ``span``."""
    middle = Span((span.start + span.end) // 2, (span.start + span.end) // 2 + 1)
    best: tuple[int, Attribution] | None = None
    for attribution in context.attributions_at(middle.start):
        if attribution.cue.overlaps(middle) or (attribution.source and attribution.source.overlaps(middle)):
            continue
        if not attribution.source_text and attribution.stance == "asserts":
            continue  # "denied reports that …": whose reports they are is not told
        for content in attribution.content:
            if not content.contains(middle) or (best is not None and len(content) >= best[0]):
                continue
            if not _taken_for_granted(context, attribution, content, span):
                best = (len(content), attribution)
    return best[1] if best else None


_ACCUSING = {"accuse", "blame", "charge"}
_REACH = 25
"""Tokens back from a statement in which the relative pronoun that opens its clause is looked for."""


def _taken_for_granted(context: Context, attribution: Attribution, content: Span, span: Span) -> bool:
    """Whether a denial or accusation only names an act by a relative clause, which it neither denies nor asserts.

    "The group denied that it had placed the bombs which killed nine": that nine were killed is not what it denies.
    """
    if attribution.stance != "denies" and attribution.cue_lemma not in _ACCUSING:
        return False
    tokens = context.annotated.tokens
    at = bisect_left(tokens, span.start, key=lambda token: token.start)
    for index in range(at, max(0, at - _REACH), -1):
        token = tokens[index] if index < len(tokens) else tokens[-1]
        if token.start <= content.start or token.text in {";", ".", ":"}:
            return False
        if token.lower in {"which", "who", "that"} and index + 1 < len(tokens):
            return tokens[index + 1].pos in {"VERB", "AUX", "ADV"} and tokens[index - 1].pos not in {"VERB", "CCONJ"}
    return False


def holder_named(context: Context, attribution: Attribution) -> ActorName:
    """The source of an attribution as an actor."""
    key = _key(context, attribution)
    known = by_key(key) if key else None
    return ActorName(" ".join(attribution.source_text.split()), key, known.kind if known else "unknown")


def _key(context: Context, attribution: Attribution) -> str | None:
    """The known actor that the source is, where its words name nothing else ("the Taliban said")."""
    if attribution.source is None:
        return None
    text = attribution.source.cut(context.annotated.text)
    for mention in context.annotated.mentions:
        if mention.key and attribution.source.contains(mention.span) and len(mention.text) + 5 >= len(text):
            return mention.key
    return None


def speaks_for(context: Context, said: Said, span: Span, actor: ActorName) -> bool:
    """Whether the speaker is the actor or speaks for it ("a Taliban spokesman" for the Taliban)."""
    attribution = attribution_of(context, span)
    source = said.holder.text.casefold()
    name = actor.text.casefold().removeprefix("the ")
    if name and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", source) and not _against(source):
        return said.holder.key != OUTLET
    if attribution is None or attribution.source is None or actor.key is None:
        return False
    tokens = context.annotated.tokens
    first = next((at for at, token in enumerate(tokens) if token.start >= attribution.source.start), len(tokens))
    last = next((at for at, token in enumerate(tokens) if token.start >= attribution.source.end), len(tokens))
    return any(
        mention.key == actor.key
        for mention in mentions_in(context.annotated, first, last, {"armed group", "state force", "state"})
    )


def _against(source: str) -> bool:
    return any(word in source for word in ("victim", "anti-", "fighting the", "against the", "former "))
