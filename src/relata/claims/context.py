"""Times and places of a report, ready to be asked by token: which belong to an event, which to the saying of it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from relata.claims.attribution import Attribution, find_attributions
from relata.claims.homelands import Sign, find_signs, leanings
from relata.claims.scenes import scene
from relata.claims.segments import find_triggers
from relata.claims.stray_places import without_strays
from relata.claims.times import TimeExpression, find_times
from relata.language.annotated import Annotated, Mention, Token
from relata.model import DateInterval, Place, Span
from relata.places import Toponym, find_toponyms, resolve
from relata.places.words import place_words
from relata.tables.claim_words import words


@dataclass(frozen=True, slots=True)
class Timed:
    """A time in the text: its words and the days they can mean, None where nothing settles that."""

    span: Span
    interval: DateInterval | None
    text: str


@dataclass(frozen=True, slots=True)
class Located:
    """A place in the text: its words and the place they were found to mean."""

    span: Span
    place: Place
    because: str


@dataclass(frozen=True, slots=True)
class Context:
    """A report with everything that rules about events ask for.

    Attributes:
        annotated: the report with its linguistic marks.
        times: time expressions that name days, in order.
        places: place names that were resolved, in order.
        attributions: who says what, in order.
        nearby: number of a stretch of text → attributions that reach into it.
        dateline: end of the dateline in the text; places and times before it are where and when was written.
        signs: peoples, forces and groups that show a country, in order.
        policed: places whose police is named, in order.
    """

    annotated: Annotated
    times: tuple[Timed, ...]
    places: tuple[Located, ...]
    attributions: tuple[Attribution, ...]
    dateline: int
    nearby: Mapping[int, tuple[Attribution, ...]]
    signs: tuple[Sign, ...] = ()
    policed: tuple[Located, ...] = ()

    def attributions_at(self, offset: int) -> tuple[Attribution, ...]:
        """The attributions that reach the stretch of text around ``offset``: all that can hold what is there."""
        return self.nearby.get(offset // _STRETCH, ())


def gather(annotated: Annotated) -> Context:
    """The context of one report."""
    report, text = annotated.report, annotated.text
    times = tuple(
        Timed(found.span, found.interval, found.span.cut(text))
        for found in find_times(text, report.published_on)
        if _names_days(found, text)
    )
    signs = find_signs(annotated)
    places, policed = _places(annotated, leanings(signs))
    said = tuple(found for found in find_attributions(annotated) if found.kind in {"statement", "belief"})
    said = tuple(found for found in said if not _is_slug(found, places))
    return Context(annotated, times, places, said, _dateline_end(annotated), _by_stretch(said), signs, policed)


def _is_slug(attribution: Attribution, places: Sequence[Located]) -> bool:
    """ "Mogadishu: panel counts 512 dead": a place before a colon says where, not who."""
    source = attribution.source
    return attribution.cue_lemma == ":" and source is not None and any(one.span.contains(source) for one in places)


def _by_stretch(said: Sequence[Attribution]) -> dict[int, tuple[Attribution, ...]]:
    """Attributions by the stretches of text that they reach, each in order of the text."""
    found: dict[int, list[Attribution]] = defaultdict(list)
    for attribution in said:
        spans = [attribution.cue, *attribution.content, *([attribution.source] if attribution.source else [])]
        stretches: set[int] = set()
        for span in spans:
            stretches.update(range(span.start // _STRETCH, (span.end + _LONGEST_FRAME) // _STRETCH + 1))
        for stretch in stretches:
            found[stretch].append(attribution)
    return {stretch: tuple(those) for stretch, those in found.items()}


_STRETCH = 1000
"""Characters of a stretch: a few paragraphs, so that a look-up meets a handful of attributions in any text."""
_NAMES = {"armed group", "organisation", "media", "person"}
"""A place name inside one of these names no place ("Islamic State – Khorasan")."""
_TAIL = 12
"""Characters after a verb of saying that ends its sentence in which a day belongs to the saying ("said on Monday")."""
_LONGEST_FRAME = 160
"""A speaker and a verb of saying that together are longer than this have content between them."""
_GAP = 50
"""So have those with more characters than this between them ("gunmen raided a college in A on Monday and admitted")."""


def _places(annotated: Annotated, homes: Mapping[str, float]) -> tuple[tuple[Located, ...], tuple[Located, ...]]:
    """The places that the text names outside the names of actors, and those whose police it names.

    Forces and groups named show where the text plays, beside the places and peoples that it names.
    """
    text = annotated.text
    toponyms = find_toponyms(text, _free_tokens(annotated))
    resolved = resolve(toponyms, text=text, homes=homes)
    names = [mention for mention in annotated.mentions if mention.kind in _NAMES]
    named = [
        (found.toponym, Located(found.toponym.span, replace(found.place, because=found.because), found.because))
        for found in resolved
        if found.place is not None
    ]
    free = [one for toponym, one in named if not any(_covers(text, name, toponym) for name in names)]
    persons = [name.text for name in names if name.kind == "person"]
    policed = tuple(one for _, one in named if _POLICE.match(text, one.span.end))
    return without_strays(text, free, persons), policed


_POLICE = re.compile(
    r"(?:['’]s)?\s(?:[Cc]ity\s|[Mm]etro(?:politan)?\s)?(?:[Pp]olice|POLICE|PD\b|[Ff]irefighters|[Ff]ire [Dd]epartment)"
)
"""After the town whose police speaks or acts: it does so where something happened in that town."""


def _covers(text: str, name: Mention, toponym: Toponym) -> bool:
    """Whether a place's name is only part of another name; after "in" or before "district" a person's is a place's."""
    if not name.span.contains(toponym.span):
        return False
    whole = toponym.whole or toponym.span
    if name.kind == "organisation" and (whole.contains(name.span) or _ends_in_unit(name, toponym, whole)):
        return False
    before = text[max(0, name.span.start - 12) : name.span.start].split()
    led = bool(before) and before[-1].lower() in _LEADING
    led = led or tuple(before[-2:]) in _LEADING_PAIRS
    return not (name.kind == "person" and name.span == toponym.span and (led or toponym.kind is not None))


def _ends_in_unit(name: Mention, toponym: Toponym, whole: Span) -> bool:
    """ "Cauca's Miranda Municipality" taken for one body: it ends in a unit, with the word for its kind."""
    units = place_words().units
    return whole.end == name.span.end and whole.end > toponym.span.end and (toponym.kind or "") in units


_LEADING = {"in", "at", "near", "outside"}
_LEADING_PAIRS = {
    ("close", "to"),
    ("area", "of"),
    ("city", "of"),
    ("town", "of"),
    ("village", "of"),
    ("outskirts", "of"),
}


def _free_tokens(annotated: Annotated) -> tuple[Token, ...]:
    """The tokens outside all names of actors: what stands there may be a place that the gazetteer lacks."""
    taken = sorted(mention.span for mention in annotated.mentions)
    free = []
    at = 0
    for token in annotated.tokens:
        while at < len(taken) and taken[at].end <= token.start:
            at += 1
        if at == len(taken) or not taken[at].start <= token.start:
            free.append(token)
    return tuple(free)


def _names_days(found: TimeExpression, text: str) -> bool:
    """Whether an expression names days: a date, or a weekday that nothing dates; "recent" and "former" name none."""
    if found.kind == "date":
        return True
    return found.kind == "vague" and any(word.endswith("day") for word in found.span.cut(text).lower().split())


def _dateline_end(annotated: Annotated) -> int:
    """Offset one past the dateline, 0 where there is none."""
    dateline = annotated.report.dateline
    if not dateline:
        return 0
    at = annotated.text.find(dateline, 0, 4000)
    return at + len(dateline) if at >= 0 else 0


def times_in(context: Context, first: int, last: int) -> tuple[Timed, ...]:
    """Times among tokens ``first`` to ``last`` that belong to what is told, not to the telling.

    In "the ministry said on Monday that …" Monday is when the ministry spoke: a time inside an attribution but outside
    its content belongs to the saying.
    """
    span = _span(context, first, last)
    index = bisect_left(context.times, span.start, key=lambda timed: timed.span.start)
    found = []
    for timed in context.times[index:]:
        if timed.span.start >= span.end:
            break
        if timed.span.start < context.dateline or _of_saying(context, timed.span):
            continue
        if not _bounds_a_stretch(context, timed.span):
            found.append(timed)
    return tuple(found)


def _bounds_a_stretch(context: Context, span: Span) -> bool:
    """ "until May", "by Sunday evening": such a time bounds how long something went on, and dates no event.

    "For last Thursday's bombing" bounds nothing.
    """
    if context.annotated.text[span.end : span.end + 2] in {"'s", "’s"}:
        return False
    before = context.annotated.text[max(0, span.start - 12) : span.start].lower().split()
    return bool(before) and before[-1] in {"until", "till", "for", "by"}


def places_in(context: Context, first: int, last: int) -> tuple[Located, ...]:
    """Places among tokens ``first`` to ``last`` that are not part of a speaker's name."""
    span = _span(context, first, last)
    index = bisect_left(context.places, span.start, key=lambda located: located.span.start)
    found = []
    for located in context.places[index:]:
        if located.span.start >= span.end:
            break
        if located.span.start >= context.dateline and not _of_saying(context, located.span):
            found.append(located)
    return tuple(found)


_NOUNS = {"noun", "nouns", "fixed"}


def event_places(context: Context, first: int, last: int) -> tuple[Located, ...]:
    """Places among tokens ``first`` to ``last`` that are the scene of what they tell; see :func:`scene`."""
    places = tuple(one for one in places_in(context, first, last) if not _acts(context, one, last))
    if not places:
        return ()
    tokens = context.annotated.tokens
    found = find_triggers(context.annotated, first, last)
    triggers = [tokens[hit.first].start for hit in found if hit.payload.form in _NOUNS]
    return scene(context.annotated.text, places, triggers)


def _acts(context: Context, place: Located, last: int) -> bool:
    """Whether a name stands for a government ("any suggestion that Tehran had a hand in it"): what acts is no scene."""
    tokens = context.annotated.tokens
    after = bisect_left(tokens, place.span.end, key=lambda token: token.start)
    before = bisect_left(tokens, place.span.start, key=lambda token: token.start) - 1
    opens = before < 0 or tokens[before].lower in {"that", ",", ".", ";", "and", "while", "but"}
    return opens and after < last and tokens[after].lower in _ACTING


_ACTING = words("acts_of_governments")


def _span(context: Context, first: int, last: int) -> Span:
    tokens = context.annotated.tokens
    return Span(tokens[first].start, tokens[last - 1].end)


def _of_saying(context: Context, span: Span) -> bool:
    """Whether ``span`` stands in the frame of an attribution: speaker, verb and what leads over to the content."""
    return any(
        _frame(attribution).contains(span) or (attribution.source is not None and attribution.source.contains(span))
        for attribution in context.attributions_at(span.start)
        if attribution.stance != "claims"
    )


def _frame(attribution: Attribution) -> Span:
    frame = attribution.cue if attribution.source is None else attribution.cue.cover(attribution.source)
    if len(frame) > _LONGEST_FRAME or (attribution.source and attribution.cue.start - attribution.source.end > _GAP):
        frame = attribution.cue
    following = [content.start for content in attribution.content if content.start >= frame.end]
    end = min(following) if following else frame.end + _TAIL
    return Span(frame.start, max(frame.end, min(end, frame.end + _LONGEST_FRAME)))
