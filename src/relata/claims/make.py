"""Happenings and statements to claims: each value with its holder, its stance and its words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from relata.claims.candidates import Candidate, Doer, Happening
from relata.claims.channels import channel_of
from relata.claims.context import Context
from relata.claims.doubted import figures_before, told_by_others
from relata.claims.grouping import FAMILIES
from relata.claims.harm_words import TollFound
from relata.claims.holders import Said, attribution_of, outlet_of, said_by, speaks_for
from relata.claims.placing import concluded, told_around
from relata.claims.segments import Segment
from relata.claims.shot_tolls import by_mishap, survivors
from relata.claims.sides import are_fighters, of_another_side
from relata.claims.spoken_of import pointed_at, spoken_of, told_aside, told_in, with_twins
from relata.claims.statements import Statement
from relata.claims.targets import MOST_ASSASSINATED
from relata.claims.timing import told_beside
from relata.model import Claim, Event, EventType, Realis, Span, Stance, make_claim, make_event, trimmed

_NO_CLAIMS = {"hypothetical", "generic"}
_ORDER: tuple[EventType, ...] = (
    "suicide bombing", "drone strike", "hostage-taking", "assassination", "bombing", "air strike", "shelling", "arson",
    "abduction", "raid", "clash", "armed assault", "other",
)  # fmt: skip
"""Of several types said of one event the finer is shown: a suicide bombing is a bombing and an attack as well."""
_OPERATIONS = {"raid", "clash", "air strike", "drone strike"}


def claims_of(context: Context, happening: Happening, *, main: bool = False) -> tuple[Event, list[Claim]]:
    """The event that a happening is, with every claim about it but those of responsibility statements.

    Args:
        context: the report.
        happening: what the report tells of the event.
        main: whether it is the first event that the report tells as new; it may take its place from the headline.
    """
    first = next((one for one in happening.candidates if one.trigger), happening.candidates[0])
    realis = realis_of(context, happening)
    event = make_event(
        report=context.annotated.report.id,
        type=type_of(happening),
        realis=realis,
        trigger=first.trigger_span(context.annotated),
    )
    if realis in _NO_CLAIMS:
        return event, []
    claims: list[Claim] = []
    if realis == "actual" and not happening.times:
        beside = told_beside(context, happening)
        claims.extend(_said(context, event, timed.span, "date", timed.interval) for timed in beside)
    placed = any(located.place.country for located in happening.places)
    if main and realis == "actual":
        around = told_around(context, happening)
        claims.extend(_said(context, event, located.span, "place", located.place) for located in around)
        placed = placed or bool(around)
    if not placed and realis in {"actual", "background", "aggregate"}:
        shown = concluded(context, happening)
        claims.extend(_said(context, event, located.span, "place", located.place) for located in shown)
    named = False
    repelled = _was_repelled(event, happening)
    for candidate in happening.candidates:
        claims.extend(_tolls(context, event, candidate, happening))
        claims.extend(_plain(context, event, candidate))
        doers = [doer for doer in candidate.doers if not (named and doer.again) and not (repelled and doer.repels)]
        claims.extend(_doers(context, event, doers))
        named = named or bool(doers)
    return event, list(dict.fromkeys(claims))


def _was_repelled(event: Event, happening: Happening) -> bool:
    """Whether it was an attack, so that a force of the state which harmed the attackers did not do it.

    So it is in a clash, and where somebody else did it; a raid or a strike is done by the force.
    """
    if event.type in _OPERATIONS:
        return event.type == "clash"
    doers = [doer for candidate in happening.candidates for doer in candidate.doers]
    tolls = [toll for candidate in happening.candidates for toll in candidate.tolls]
    others = any(not doer.repels for doer in doers)
    return others or any(toll.group is not None and toll.group.kind != "militant" for toll in tolls)


def type_of(happening: Happening) -> EventType:
    """The finest type that a named trigger gives; of unlike families the one named first counts."""
    typed = [one for one in happening.candidates if one.specific] or [
        one for one in happening.candidates if one.trigger
    ]
    typed = typed or happening.candidates
    family = FAMILIES[typed[0].type]
    if family == "arson" and any(one.by_arms for one in happening.candidates):
        family = "assault"  # who kills, and burns barns in doing so, has attacked
    alike = [one.type for one in typed if FAMILIES[one.type] == family]
    if _is_massacre(happening):
        alike = [kind for kind in alike if kind != "assassination"]
    return min(alike, key=_ORDER.index, default="armed assault")


def _is_massacre(happening: Happening) -> bool:
    """Whether so many were killed that it is no killing of one chosen person, though one may have been named."""
    counts = (toll.count.low or 0 for one in happening.candidates for toll in one.tolls if toll.attribute == "killed")
    return max(counts, default=0) > MOST_ASSASSINATED


def realis_of(context: Context, happening: Happening) -> Realis:
    """Actual where any sentence tells it so; denied where every sentence stands in a denial."""
    spans = [candidate.trigger_span(context.annotated) for candidate in happening.candidates]
    said = [attribution_of(context, span) for span in spans]
    if all(attribution is not None and attribution.stance == "denies" for attribution in said):
        return "denied"
    kinds = [candidate.realis for candidate in happening.candidates]
    return "actual" if "actual" in kinds and "background" not in kinds[:1] else kinds[0]


def _tolls(context: Context, event: Event, candidate: Candidate, happening: Happening) -> Iterator[Claim]:
    for found in candidate.tolls:
        toll = survivors(found, happening) if found.attribute == "wounded" else found
        if toll is None:
            continue
        span = _span(context, toll.first, toll.last)
        said = said_by(context, span)
        yield _claim(
            context,
            event,
            span,
            toll.attribute,
            toll.count,
            said,
            said.stance if said.stance != "claims" else "asserts",
            of=toll.group.of if toll.group else None,
            side=_side(context, event, toll, happening),
            part=bool(toll.group and toll.group.part),
        )
        if toll.group and not toll.group.bare and toll.attribute in {"killed", "wounded", "abducted"}:
            words = toll.group.of or toll.count.words
            yield _claim(
                context, event, _span(context, toll.group.first, toll.group.last), "victim", words, said, "asserts"
            )


def _side(context: Context, event: Event, toll: TollFound, happening: Happening) -> Literal["attacker"] | None:
    """Whether the people counted belong to those who attacked: militants in an attack of theirs."""
    group = toll.group
    if group is None or event.type in _OPERATIONS or toll.attribute not in {"killed", "wounded", "arrested"}:
        return None
    if by_mishap(context, toll, happening):
        return None
    doers = [doer for candidate in happening.candidates for doer in candidate.doers]
    by_state = any(doer.actor.kind in {"state force", "state"} for doer in doers)
    words = (group.of or "").casefold()
    struck = group.first > toll.harm and are_fighters(words) and bool(doers)
    if group.kind == "militant" and not (by_state or struck or of_another_side(words, (d.actor.text for d in doers))):
        return "attacker"
    named = any(doer.actor.key and doer.actor.text.casefold() in words for doer in doers)
    return "attacker" if named and "member" not in words else None


def _plain(context: Context, event: Event, candidate: Candidate) -> Iterator[Claim]:
    """Type, date, place, targets and weapons."""
    if candidate.trigger:
        span = candidate.trigger_span(context.annotated)
        yield _said(context, event, span, "type", candidate.type)
    for timed in candidate.times:
        if timed.interval:
            yield _said(context, event, timed.span, "date", timed.interval)
    for located in candidate.places:
        yield _said(context, event, located.span, "place", located.place)
    for words, span in candidate.targets:
        yield _said(context, event, span, "target", words)
    for words, span in candidate.weapons:
        yield _said(context, event, span, "weapon", words)


def _doers(context: Context, event: Event, doers: list[Doer]) -> Iterator[Claim]:
    for doer in doers:
        span = _span(context, doer.first, doer.last)
        said = said_by(context, span)
        stance = _doer_stance(context, doer, said, span)
        yield _claim(context, event, span, "responsible", doer.actor, said, stance, **_way(context, span, stance))


def _way(context: Context, span: Span, stance: Stance) -> dict[str, str | None]:
    """How a claim of responsibility was made, for claims that are one."""
    if stance != "claims":
        return {}
    mode, named = channel_of(context, span)
    return {"mode": mode, "channel": named}


def _doer_stance(context: Context, doer: Doer, said: Said, span: Span) -> Stance:
    if doer.hedged and said.stance in {"asserts", "claims"}:
        return "suspects"
    if said.stance in {"asserts", "claims"} and speaks_for(context, said, span, doer.actor):
        return "claims"
    return "asserts" if said.stance == "claims" else said.stance


def statement_claims(
    context: Context,
    statements: list[tuple[int, Statement]],
    found: tuple[Segment, ...],
    of_segment: list[Happening | None],
    happenings: list[Happening],
    event_of: dict[int, Event],
) -> Iterator[Claim]:
    """Claims of responsibility, denials, silence, doubts and confirmations, each on the event it speaks of.

    A statement speaks of the event of its own segment, else of the one spoken of last before it, else of the first.
    """
    incidents = [one for one in happenings if event_of[id(one)].realis in {"actual", "background", "denied"}]
    incidents = incidents or [one for one in happenings if event_of[id(one)].realis == "aggregate"]
    told = told_in(context, found, of_segment, incidents)
    for number, statement in statements:
        own = of_segment[number]
        if own is not None:
            pointed = pointed_at(context, found, of_segment, number, statement)
            own = pointed or (None if told_aside(context, found[number], own, statement) else own)
        chosen = with_twins(told, number, [own] if own is not None else spoken_of(told, number))
        if statement.stance == "claims":
            chosen = [*chosen, *_listed_after(found, of_segment, number, chosen)]
        if statement.all_events:
            chosen = [
                one for one in incidents if event_of[id(one)].realis == "actual" and _told_before(one, found[number])
            ]
            chosen = [one for one in chosen if told_by_others(context, one)] or chosen or incidents[:1]
        doubted = figures_before(context, found, of_segment, number) if statement.of_figures else []
        for happening, toll, span in doubted:
            said = said_by(context, _span(context, statement.first, statement.last))
            event = event_of[id(happening)]
            yield _claim(context, event, span, toll.attribute, toll.count, said, "doubts")
        if doubted:
            continue
        for happening in chosen:
            event = event_of[id(happening)]
            if event.realis not in _NO_CLAIMS:
                yield _of_statement(context, event, statement)


def _listed_after(
    found: tuple[Segment, ...], of_segment: list[Happening | None], number: int, chosen: list[Happening]
) -> list[Happening]:
    """ "It claimed a bombing in A and an assault on B": what the sentence goes on to name without a verb of its own."""
    more: list[Happening] = []
    for at in range(number + 1, len(found)):
        happening = of_segment[at]
        if found[at].sentence != found[number].sentence or happening is None:
            break
        own = [one for one in happening.candidates if one.segment is found[at]]
        noun = all(one.trigger is not None and one.trigger.payload.form in {"noun", "nouns"} for one in own)
        if noun and happening not in chosen and not any(one.doers for one in own):
            more.append(happening)
    return more


def _told_before(happening: Happening, segment: Segment) -> bool:
    return any(candidate.segment.first < segment.first for candidate in happening.candidates)


def _of_statement(context: Context, event: Event, statement: Statement) -> Claim:
    span = _span(context, statement.first, statement.last)
    said = said_by(context, span)
    if statement.holder is not None:
        via = said.via if said.holder.key else (*said.via, said.holder.text)
        said = Said(statement.holder, via if said.holder.text != statement.holder.text else said.via, said.stance)
    stance: Stance = statement.stance or ("asserts" if said.stance == "claims" else said.stance)
    if statement.kind == "unclaimed":
        stance = "asserts"
    if (
        statement.kind == "responsible"
        and statement.stance is None
        and statement.actor
        and speaks_for(context, said, span, statement.actor)
    ):
        stance = "claims"
    value = statement.actor if statement.kind == "responsible" else None
    way = _way(context, span, stance) if statement.kind == "responsible" else {}
    return _claim(context, event, span, statement.kind, value, said, stance, **way)


def _said(context: Context, event: Event, span: Span, attribute: str, value: object) -> Claim:
    said = said_by(context, span)
    return _claim(context, event, span, attribute, value, said, "asserts" if said.stance == "claims" else said.stance)


def _claim(
    context: Context,
    event: Event,
    span: Span,
    attribute: str,
    value: object,
    said: Said,
    stance: Stance,
    **more: object,
) -> Claim:
    text = context.annotated.text
    return make_claim(
        report=event.report,
        text=text,
        span=trimmed(text, span),
        attribute=attribute,
        value=value,  # type: ignore[arg-type]  # each caller gives what its attribute calls for
        holder=said.holder if said.holder.text else outlet_of(context),
        stance=stance,
        event=event.id,
        via=said.via,
        **more,  # type: ignore[arg-type]  # of, side, part, mode, channel
    )


def _span(context: Context, first: int, last: int) -> Span:
    tokens = context.annotated.tokens
    return Span(tokens[first].start, tokens[max(first, last - 1)].end)
