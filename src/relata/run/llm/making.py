"""From answers about the parts of a report to its events and claims: what has no anchor is dropped, and counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from relata.claims.context import Context
from relata.claims.extract import names_of
from relata.claims.holders import outlet_of, said_by
from relata.claims.profiles_names import name_claims
from relata.model import (
    COUNT_ATTRIBUTES,
    OUTLET,
    ActorName,
    Claim,
    ClaimValue,
    Event,
    Extraction,
    Maker,
    Span,
    Stance,
    make_claim,
    make_event,
    trimmed,
)
from relata.run.llm.anchors import anchored, sentence_at
from relata.run.llm.answers import Told, ToldClaim, ToldEvent
from relata.run.llm.values import count_in, doer_in, holder_in, places_of

_SILENT = frozenset({"hypothetical", "generic"})
"""Realis of events about which nothing is claimed."""


@dataclass(slots=True)
class _Happening:
    """One event, told in one part or in several that overlap.

    Attributes:
        event: it.
        marks: what shows that another part tells of it: its type and sentence, and where its claims stand.
        claims: about it.
    """

    event: Event
    marks: set[tuple[Any, ...]]
    claims: list[Claim] = field(default_factory=list)


def extraction_of(context: Context, answers: Sequence[tuple[Span, Told]], maker: Maker) -> Extraction:
    """All that the answers tell and the report's text bears out.

    Args:
        context: the report with the marks of Relata's own rules.
        answers: each part of its text with what was answered about it, in order.
        maker: the extractor.
    """
    report = context.annotated.report
    happenings: list[_Happening] = []
    dropped = 0
    for part, told in answers:
        found, lost = _Part(context, part, told).happenings()
        dropped += lost + told.misshapen
        before = tuple(happenings)
        for one in found:
            same = next((other for other in before if other.marks & one.marks), None)
            if same is None:
                happenings.append(one)
            else:
                same.marks |= one.marks
                same.claims += [_moved(context, claim, same.event) for claim in one.claims]
    unique = {one.event.id: one.event for one in sorted(happenings, key=lambda one: one.event.trigger)}
    claims = list(dict.fromkeys(claim for one in happenings for claim in one.claims))
    claims.sort(key=lambda claim: (claim.span, claim.attribute, claim.id))
    names = name_claims(report, names_of(claims))
    return Extraction(report.id, tuple(unique.values()), tuple(dict.fromkeys((*claims, *names))), maker, dropped)


class _Part:
    """The answer about one part."""

    def __init__(self, context: Context, part: Span, told: Told) -> None:
        self.context = context
        self.part = part
        self.told = told
        self.text = context.annotated.text
        self.dropped = 0

    def happenings(self) -> tuple[list[_Happening], int]:
        """Its events with their claims, and how many entries of the answer were dropped."""
        made: dict[str, _Happening] = {}
        by_trigger: dict[Span, _Happening] = {}
        for told in self.told.events:
            one = self._event(told)
            if one is None or told.id in made:
                self.dropped += 1
                continue
            made[told.id] = by_trigger.setdefault(one.event.trigger, one)
        for told_claim in self.told.claims:
            about = made.get(told_claim.event)
            claim = self._claim(told_claim, about.event) if about else None
            if about is None or claim is None:
                self.dropped += 1
                continue
            about.claims.append(claim)
            about.marks.add((claim.attribute, claim.span))
        return list(by_trigger.values()), self.dropped

    def _event(self, told: ToldEvent) -> _Happening | None:
        trigger = anchored(self.text, told.trigger, self.part)
        if trigger is None:
            return None
        report = self.context.annotated.report
        event = make_event(report=report.id, type=told.type, realis=told.realis, trigger=trigger)
        one = _Happening(event, {("type", told.type, sentence_at(self.context.annotated, trigger.start))})
        if told.realis not in {*_SILENT, "aggregate"}:
            one.claims.append(self._said(event, trigger, "type", told.type))
            one.claims.extend(self._slots(event, told))
        return one

    def _slots(self, event: Event, told: ToldEvent) -> Iterator[Claim]:
        for span in self._found(told.when, event):
            times = [timed for timed in self.context.times if timed.span.overlaps(span) and timed.interval]
            self.dropped += not times
            for timed in times:
                yield self._said(event, timed.span, "date", timed.interval)
        for span in self._found(told.where, event):
            places = places_of(self.context, span)
            self.dropped += not places
            for located in places:
                yield self._said(event, located.span, "place", located.place)
        for attribute, words in (("target", told.targets), ("victim", told.victims), ("weapon", told.weapons)):
            for span in self._found(words, event):
                yield self._said(event, span, attribute, " ".join(span.cut(self.text).split()))

    def _found(self, words: Sequence[str], event: Event) -> Iterator[Span]:
        for one in words:
            span = anchored(self.text, one, self.part, event.trigger.start)
            self.dropped += span is None
            if span is not None:
                yield span

    def _said(self, event: Event, span: Span, attribute: str, value: ClaimValue) -> Claim:
        """A value without a holder of its own: who holds it, Relata's rules of attribution say."""
        said = said_by(self.context, span)
        return make_claim(
            report=event.report,
            text=self.text,
            span=trimmed(self.text, span),
            attribute=attribute,
            value=value,
            holder=said.holder if said.holder.text else outlet_of(self.context),
            stance="asserts" if said.stance == "claims" else said.stance,
            event=event.id,
            via=said.via,
        )

    def _claim(self, told: ToldClaim, event: Event) -> Claim | None:
        if event.realis in _SILENT or (event.realis == "aggregate" and told.attribute not in COUNT_ATTRIBUTES):
            return None
        quote = anchored(self.text, told.quote, self.part)
        value_span = quote if quote is None or told.words is None else anchored(self.text, told.words, quote)
        if quote is None or value_span is None:
            return None
        holder = self._holder(told.holder, quote)
        value = self._value(told, value_span)
        if holder is None or (value is None and told.words is not None):
            return None
        counts = told.attribute in COUNT_ATTRIBUTES
        of = anchored(self.text, told.of, quote) if told.of and counts else None
        via = [anchored(self.text, one, self.part, quote.start) for one in told.via]
        self.dropped += via.count(None) + bool(told.of and counts and of is None)
        return make_claim(
            report=event.report,
            text=self.text,
            span=quote,
            attribute=told.attribute,
            value=value,
            holder=holder,
            stance=_stance(told, holder, value),
            event=event.id,
            of=" ".join(of.cut(self.text).split()) if of else None,
            side="attacker" if told.attacker and counts else None,
            via=tuple(" ".join(span.cut(self.text).split()) for span in via if span),
            part=told.part and counts,
        )

    def _holder(self, words: str, quote: Span) -> ActorName | None:
        """The speaker, wherever in the report it is named; None where it is not."""
        if words.strip() == OUTLET:
            return outlet_of(self.context)
        span = anchored(self.text, words, Span(0, len(self.text)), quote.start)
        return holder_in(self.context, span) if span else None

    def _value(self, told: ToldClaim, span: Span) -> ClaimValue:
        if told.words is None:
            return None
        return doer_in(self.context, span) if told.attribute == "responsible" else count_in(self.context, span)


def _stance(told: ToldClaim, holder: ActorName, value: ClaimValue) -> Stance:
    """The stance told; but responsibility alone can be claimed, and never by the outlet or another known actor."""
    if told.stance != "claims":
        return told.stance
    other = holder.key == OUTLET or (
        isinstance(value, ActorName) and None not in {holder.key, value.key} and holder.key != value.key
    )
    return "claims" if isinstance(value, ActorName) and not other else "asserts"


def _moved(context: Context, claim: Claim, event: Event) -> Claim:
    """The claim, about an event that another part told of first."""
    fields = {name: getattr(claim, name) for name in cast("tuple[str, ...]", Claim.__slots__)}
    del fields["id"], fields["quote"]
    return make_claim(**{**fields, "event": event.id}, text=context.annotated.text)
