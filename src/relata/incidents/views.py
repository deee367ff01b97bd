"""One event with everything its report says of it, gathered for comparison."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from relata.incidents.aftermath import tells_aftermath
from relata.incidents.becoming import becoming_incidents
from relata.incidents.copies import shingles
from relata.incidents.lookup import ActorLookup
from relata.incidents.names import NameIndex
from relata.incidents.standard import standing_lines, without
from relata.incidents.towns import Towns, town_of
from relata.incidents.words import MAX_CHARS, PRIOR_REPORTS, WORD, Lexicon
from relata.model import ActorName, Claim, Count, DateInterval, Event, Place, Report, Span

RECALLED = 0.5
"""What a claim about an event that a report recalls counts, against one about an event that it reports."""
COUNTING = frozenset({"asserts", "claims", "confirms", "suspects"})
"""Stances under which a value is put forward; the others deny or doubt it."""
PASSAGE = 160
"""Characters on either side of the trigger that make the passage compared between wire copies."""
UNIT_END = re.compile(r"[.!?][\"'”’)]*\s|\n")
"""Where a stretch of text that belongs to one event may end."""
TARGET_WORD = re.compile(r"[a-z]{3,}")
_PLAIN_TARGETS_TEXT = """
    the and for from with near people person persons civilians civilian others other men man women area their his
    her member members several many number group one two three four five killed wounded injured victims victim who
    was were had has least than more about old year years aged young boy boys girl girls teen teenager child
    children baby adult son daughter brother sister father mother wife husband friend family home house head chest
    leg arm hand
"""
PLAIN_TARGETS = frozenset(_PLAIN_TARGETS_TEXT.split())
"""Words in the naming of targets and victims that tell no two attacks apart."""


@dataclass(frozen=True, slots=True)
class EventView:
    """One event as one report tells it, ready to be compared.

    Attributes:
        event: the event.
        published: the day its report was published, or None.
        days: the intervals in which the report puts it, in order of the text; empty where it does not say. Days after
            its publication are left out.
        places: where the report puts it; empty where it does not say.
        killed: the counts of dead, attackers' own left out.
        wounded: likewise.
        actors: ids of the named actors held responsible by somebody.
        targets: words that name targets, the plain ones left out.
        victims: likewise for victims.
        weapons: words that name weapons.
        words: weighted words of the parts of the report that are about this event.
        place_words: the words of the names of its places.
        passage: hashes of the five-word runs around the trigger.
        names: full names of its report that few others give, weighted.
        headline: weighted words of its report's headline.
        aftermath: whether headline or opening tell what came after an event: courts, mourning, memory.
        towns: the names of the towns and sites where it is put, lower case.
        often: those of its towns that are often in the news.
        told: the towns of any event that its report names, wherever it puts its own.
        original: id of the report that its report copies, or of its report.
        rated: whether enough reports were seen to know which words are rare.
        main: whether it is what its report is chiefly about.
    """

    event: Event
    published: date | None
    days: tuple[DateInterval, ...]
    places: tuple[Place, ...]
    killed: tuple[Count, ...]
    wounded: tuple[Count, ...]
    actors: frozenset[str]
    targets: frozenset[str]
    victims: frozenset[str]
    weapons: frozenset[str]
    words: Mapping[str, float]
    place_words: frozenset[str]
    passage: frozenset[int]
    names: Mapping[str, float]
    headline: Mapping[str, float]
    aftermath: bool
    towns: frozenset[str]
    often: frozenset[str]
    told: frozenset[str]
    original: str
    rated: bool
    main: bool

    @property
    def id(self) -> str:
        """The event's id."""
        return self.event.id

    @property
    def aims(self) -> frozenset[str]:
        """The words that name whom or what it struck."""
        return self.targets | self.victims

    @property
    def report(self) -> str:
        """The id of the event's report."""
        return self.event.report


def gather(
    reports: Mapping[str, Report],
    events: Iterable[Event],
    claims: Iterable[Claim],
    resolution: ActorLookup,
    copy_of: Mapping[str, str],
) -> list[EventView]:
    """A view of every event that can become an incident, in order of event id.

    Args:
        reports: by id; events of a report that is not among them are left out.
        events: events of these reports.
        claims: claims about the events; those without an event are left out.
        resolution: who is who.
        copy_of: id of a wire copy → id of its original.
    """
    claims_of: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.event is not None:
            claims_of[claim.event].append(claim)
    events_of: dict[str, list[Event]] = defaultdict(list)
    for event in becoming_incidents((event for event in events if event.report in reports), claims_of).values():
        events_of[event.report].append(event)
    standing = standing_lines(reports[id_] for id_ in sorted(events_of))
    told = {id_: without(reports[id_].text, standing) for id_ in sorted(events_of)}
    lexicon = Lexicon.of(told.values())
    index = NameIndex.of(told.values())
    gazette = Towns.of((claim.value, reports[claim.report].published_on) for own in claims_of.values() for claim in own)
    views = []
    for id_ in sorted(events_of):
        own = sorted(events_of[id_], key=lambda event: (event.trigger, event.id))
        texts = _territories(told[id_], own, claims_of)
        chief = chief_of(own, claims_of)
        whole = _Whole(
            text=told[id_],
            names=index.shared(told[id_]),
            headline=lexicon.weights(reports[id_].title or ""),
            aftermath=tells_aftermath(reports[id_].title, told[id_]),
            towns=gazette.named_in(told[id_]),
            often=gazette.often,
            original=copy_of.get(id_, id_),
            rated=lexicon.reports >= PRIOR_REPORTS,
        )
        for event in own:
            words = lexicon.vector(texts[event.id])
            views.append(_view(reports[id_], event, claims_of[event.id], resolution, whole, words, event is chief))
    return sorted(views, key=lambda view: view.id)


class _Whole(NamedTuple):
    """What holds for all events of one report; see the attributes of an EventView."""

    text: str
    names: Mapping[str, float]
    headline: Mapping[str, float]
    aftermath: bool
    towns: frozenset[str]
    often: frozenset[str]
    original: str
    rated: bool


def _view(
    report: Report,
    event: Event,
    claims: Sequence[Claim],
    resolution: ActorLookup,
    whole: _Whole,
    words: Mapping[str, float],
    main: bool,
) -> EventView:
    stated = sorted((claim for claim in claims if claim.stance in COUNTING), key=lambda claim: (claim.span, claim.id))
    around = Span(max(0, event.trigger.start - PASSAGE), min(len(report.text), event.trigger.end + PASSAGE))
    named = [claim.value for claim in stated if claim.attribute == "responsible" and isinstance(claim.value, ActorName)]
    towns = frozenset(town for claim in stated if (town := town_of(claim.value)))
    return EventView(
        event=event,
        published=report.published_on,
        days=tuple(
            c.value
            for c in stated
            if c.attribute == "date" and isinstance(c.value, DateInterval) and _past(c.value, report.published_on)
        ),
        places=tuple(c.value for c in stated if c.attribute == "place" and isinstance(c.value, Place)),
        killed=_counts(stated, "killed"),
        wounded=_counts(stated, "wounded"),
        actors=frozenset(resolution.ref(report.id, name).id for name in named if not unnamed(name)),
        targets=_words_of(stated, "target"),
        victims=_words_of(stated, "victim"),
        weapons=_words_of(stated, "weapon"),
        words=words,
        place_words=frozenset(
            word.lower()
            for claim in stated
            if isinstance(claim.value, Place)
            for name in (claim.value.name, claim.value.admin1, claim.value.admin2, claim.quote)
            for word in WORD.findall(name or "")
        ),
        passage=shingles(around.cut(whole.text)),
        names=whole.names,
        headline=whole.headline,
        aftermath=whole.aftermath,
        towns=towns,
        often=towns & whole.often,
        told=whole.towns,
        original=whole.original,
        rated=whole.rated,
        main=main,
    )


def _past(day: DateInterval, published: date | None) -> bool:
    """Whether a report published then can tell of ``day``: a later one is misread. One day's slack for time zones."""
    return published is None or not day.year_known or (day.start - published).days <= 1


def unnamed(name: ActorName) -> bool:
    """Whether the words give no name ("gunmen", "unidentified men")."""
    return name.key is None and name.kind == "unknown"


def _words_of(stated: Iterable[Claim], attribute: str) -> frozenset[str]:
    """The telling words of the plain-word values of an attribute."""
    values = [claim.value for claim in stated if claim.attribute == attribute and isinstance(claim.value, str)]
    return frozenset(word for value in values for word in TARGET_WORD.findall(value.lower())) - PLAIN_TARGETS


def _counts(stated: Iterable[Claim], attribute: str) -> tuple[Count, ...]:
    return tuple(
        claim.value
        for claim in stated
        if claim.attribute == attribute and claim.side is None and isinstance(claim.value, Count)
    )


def chief_of(events: Sequence[Event], claims_of: Mapping[str, list[Claim]]) -> Event:
    """What the report is chiefly about: the event with most claims (recalled ones count half), then the first."""

    def rank(event: Event) -> tuple[float, bool, Span, str]:
        worth = len(claims_of[event.id]) * (1.0 if event.realis == "actual" else RECALLED)
        return -worth, event.realis != "actual", event.trigger, event.id

    return min(events, key=rank)


def _territories(text: str, events: Sequence[Event], claims_of: Mapping[str, list[Claim]]) -> dict[str, str]:
    """The sentences that are about each event: those that hold its claims, and for the chief one all that is left."""
    if len(events) == 1:
        return {events[0].id: text}
    text = text[:MAX_CHARS]
    ends = [match.end() for match in UNIT_END.finditer(text)] + [len(text)]
    owners: list[set[str]] = [set() for _ in ends]
    for event in events:
        for span in [event.trigger, *(claim.span for claim in claims_of[event.id])]:
            _mark(owners, ends, span, event.id)
    chief = chief_of(events, claims_of).id
    parts: dict[str, list[str]] = {event.id: [] for event in events}
    start = 0
    for end, ids in zip(ends, owners, strict=True):
        for id_ in ids - {chief}:
            parts[id_].append(text[start:end])
        start = end
    return {id_: "\n".join(pieces) for id_, pieces in parts.items()} | {chief: text}


def _mark(owners: Sequence[set[str]], ends: Sequence[int], span: Span, id_: str) -> None:
    """Note ``id_`` as an owner of every unit that ``span`` touches."""
    from bisect import bisect_right  # noqa: PLC0415 - used here alone

    at = bisect_right(ends, span.start)
    while at < len(ends):
        owners[at].add(id_)
        if ends[at] >= span.end:
            return
        at += 1
