"""From what Relata extracts to the response templates of MUC-4: which events are relevant, and all slots of each.

The rules of relevance follow the task's own section 1.0 (template-doc-part1), point by point; see :func:`relevant`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from benchmarks.muc4_doers import Doers, doers
from benchmarks.muc4_frames import Struck, agents, struck
from benchmarks.muc4_people import Human, humans, only_soldiers
from benchmarks.muc4_places import CODES, COUNTRIES_OF_INTEREST, Found, PlaceList, location, names_in
from benchmarks.muc4_words import head_category, head_words
from relata.language import Annotated
from relata.model import Claim, DateInterval, Event, Extraction, Place

RECENT = timedelta(days=62)
"""An incident is recent within two months of the article. Source: template-doc-part1, section 1.0, point 6."""
TYPES = {
    "bombing": "BOMBING",
    "suicide bombing": "BOMBING",
    "abduction": "KIDNAPPING",
    "hostage-taking": "KIDNAPPING",
    "arson": "ARSON",
}
"""Types that have their own name in the task; all others are ATTACK."""
_TELLING = frozenset({"type", "victim", "target", "killed", "wounded", "abducted", "responsible"})
_MILITARY_ACTS = {"clash", "raid", "air strike", "shelling", "drone strike"}
_ON_THINGS = frozenset({"BOMBING", "ARSON", "HIJACKING"})
"""Types whose every target is likely a thing; an attack's are taken only where a word of the act governs them."""
_WEEKDAY = re.compile(r"\b(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY\b")
_AIR = re.compile(r"\b(?:PLANE|AIRCRAFT|HELICOPTER|AIR FORCE|FIGHTER)S?\b")


@dataclass(slots=True)
class Incident:
    """One template before it is written: events of the report that the task takes as one incident."""

    events: list[Event]
    claims: list[Claim]
    type: str
    country: str
    place: str
    when: str
    humans: list[Human] = field(default_factory=list)
    things: list[tuple[str, str]] = field(default_factory=list)
    doers: Doers = field(default_factory=lambda: Doers((), (), state=False))


def incidents(annotated: Annotated, extraction: Extraction, places: PlaceList) -> list[Incident]:
    """The relevant incidents of a report, in order; events that no slot tells apart are one (section 5.0)."""
    home = _home(annotated, places)
    found: list[Incident] = []
    for event in extraction.events:
        claims = [claim for claim in extraction.claims if claim.event == event.id]
        incident = _incident(annotated, event, claims, places, home)
        if not relevant(annotated, event, incident):
            continue
        same = next((one for one in found if _alike(one, incident)), None)
        if same is None:
            found.append(incident)
            continue
        merged = _incident(annotated, same.events[0], [*same.claims, *claims], places, home)
        found[found.index(same)] = replace(
            merged, events=[*same.events, event], place=max(same.place, incident.place, key=len)
        )
    return found


def _incident(annotated: Annotated, event: Event, claims: list[Claim], places: PlaceList, home: str) -> Incident:
    country, place = _where(annotated, event, claims, places, home)
    type_ = _type(annotated, event, claims)
    marks = [event.trigger, *(claim.span for claim in claims if claim.attribute in _TELLING)]
    acts = [one for one in struck(annotated, marks) if one.taken == (type_ == "KIDNAPPING") or one.effect]
    return Incident(
        [event], claims, type_, country, place, _when(annotated, claims),
        humans(annotated, claims, [one for one in acts if not one.aimed], places.kinds),
        _things(annotated, claims if type_ in _ON_THINGS else (), acts),
        doers(annotated, claims, agents(annotated, marks)),
    )  # fmt: skip


def relevant(annotated: Annotated, event: Event, incident: Incident) -> bool:
    """Whether the task wants an event in its database.

    Point 1: not an act against soldiers, police or fighters alone, unless civilians or their property suffer. Point
    4: it belongs to one of nine countries. Point 5: not what is denied. Point 6: recent. Point 7: specific, that
    is, with a target, a victim or a doer.
    """
    if event.realis not in {"actual", "background"} or incident.country not in COUNTRIES_OF_INTEREST:
        return False
    published, days = annotated.report.published_on, _days(incident.claims)
    if published and days and days[1] < published - RECENT:
        return False
    if event.realis == "background" and not days:
        return False
    civilians = [one for one in incident.humans if one.kind not in {"ACTIVE MILITARY", "LAW ENFORCEMENT"}]
    things = [kind for _, kind in incident.things if kind != "LAW ENFORCEMENT FACILITY"]
    if event.type in _MILITARY_ACTS and not (civilians or things):
        return False
    if only_soldiers(incident.humans) and not things:
        return False
    if incident.things and not things and not civilians:
        return False
    return bool(civilians or things)


def _alike(one: Incident, other: Incident) -> bool:
    """Whether type, date and place leave two incidents the same: what is unknown of one may be what the other says."""
    if one.type != other.type or one.country != other.country:
        return False
    when = not _days(one.claims) or not _days(other.claims) or one.when == other.when
    where = one.place == other.place or one.place.startswith(other.place) or other.place.startswith(one.place)
    return when and where


def _type(annotated: Annotated, event: Event, claims: Iterable[Claim]) -> str:
    words = " ".join(claim.quote for claim in claims).upper() + " " + event.trigger.cut(annotated.text).upper()
    kind = TYPES.get(event.type, "ATTACK")
    if kind == "ATTACK" and re.search(r"\bROBBE|\bLOOT|\bSTOLE\b", words):
        return "ROBBERY"
    if "HIJACK" in words:
        return "HIJACKING"
    return "ATTACK" if kind == "BOMBING" and _AIR.search(words) else kind


def _days(claims: Iterable[Claim]) -> tuple[date, date] | None:
    """First and last day of the first date that somebody gives."""
    for claim in claims:
        if (
            claim.attribute == "date"
            and isinstance(claim.value, DateInterval)
            and claim.value.year_known
            and claim.value.days <= 62
        ):
            return claim.value.start, claim.value.end
    return None


def _when(annotated: Annotated, claims: Iterable[Claim]) -> str:
    """The date as the task writes it: a day, a range; "on or before" the article's day by default and for weekdays."""
    claims = list(claims)
    published, days = annotated.report.published_on, _days(claims)
    weekday = any(claim.attribute == "date" and _WEEKDAY.search(claim.quote.upper()) for claim in claims[:1])
    if days is None or (weekday and published):
        return f"- {day(published)}" if published else "-"
    if days[0] == days[1]:
        return day(days[0])
    return f"{day(days[0])} - {day(days[1])}"


def day(when: date) -> str:
    """A day as "04 FEB 90"."""
    return when.strftime("%d %b %y").upper()


def _home(annotated: Annotated, places: PlaceList) -> str:
    """The country of interest that the message speaks of most, by names of countries, their people and places."""
    text = annotated.text.upper() + " " + (annotated.report.dateline or "").upper() * 2
    stems = {
        "EL SALVADOR": r"SALVADOR(?:AN)?S?\b",
        "GUATEMALA": r"GUATEMALAN?S?\b",
        "HONDURAS": r"HONDURA[NS]S?\b",
        "ARGENTINA": r"ARGENTIN[AE]N?S?\b",
        "BOLIVIA": r"BOLIVIAN?S?\b",
        "CHILE": r"CHILEAN?S?\b",
        "COLOMBIA": r"COLOMBIAN?S?\b",
        "ECUADOR": r"ECUADOR(?:I?AN)?S?\b",
        "PERU": r"PERU(?:VIAN)?S?\b",
    }
    votes = {country: 2.0 * len(re.findall(rf"\b{stem}", text)) for country, stem in stems.items()}
    for found in names_in(places, text, 0, len(text)):
        owners = [country for country in places.kinds[found.name] if country in votes]
        for country in owners:
            votes[country] += 1 / len(owners)
    best = max(sorted(votes), key=lambda country: votes[country])
    return best if votes[best] else ""


def _where(annotated: Annotated, event: Event, claims: list[Claim], places: PlaceList, home: str) -> tuple[str, str]:
    """Country and location of an event, from its claims of place and from the sentence of its trigger."""
    text = annotated.text
    spans = [claim.span for claim in claims if claim.attribute == "place"]
    near = [
        one
        for span in spans
        for one in names_in(places, text, span.start, min(len(text), span.end + 40))
        if one.start <= span.end + 1
    ]
    sentence = next((one for one in annotated.sentences if one.span.contains(event.trigger)), None)
    if sentence is not None:
        near += [
            one for one in names_in(places, text, sentence.span.start, sentence.span.end) if _says_where(text, one)
        ]
    near = list(dict.fromkeys(near))
    country = _country(claims, near, places, home)
    return country, location(places, country, near, text)


def _says_where(text: str, found: Found) -> bool:
    return bool(
        re.search(
            r"\b(?:IN|AT|NEAR|OF|OUTSIDE|AROUND|,)\s(?:THE |NORTHERN |SOUTHERN |EASTERN |WESTERN |DOWNTOWN )?$",
            text[max(0, found.start - 20) : found.start].upper(),
        )
    )


def _country(claims: list[Claim], near: list[Found], places: PlaceList, home: str) -> str:
    """The country said outright, else home where a name near the event lies in it, else what names allow."""
    said = [
        CODES.get(claim.value.country or "", "?")
        for claim in claims
        if claim.attribute == "place" and isinstance(claim.value, Place) and claim.value.precision == "country"
    ]
    if said and home not in said:
        return said[0]
    owners = [set(places.kinds[one.name]) - {""} for one in near]
    if home and (any(home in own for own in owners) or not any(owners)):
        return home
    for own in owners:
        if len(own) == 1:
            return next(iter(own))
    return home


def _things(annotated: Annotated, claims: Iterable[Claim], acts: Iterable[Struck]) -> list[tuple[str, str]]:
    """Physical targets with their category: those whose head is a building, a vehicle, a power line."""
    spans = [claim.span for claim in claims if claim.attribute == "target"]
    spans += [act.span for act in acts if not any(span.overlaps(act.span) for span in spans)]
    found: dict[str, str] = {}
    for span in spans:
        phrase = bare(span.cut(annotated.text))
        kind = None if head_category(phrase, "people") else head_category(phrase, "places")
        heads = head_words(phrase)
        if (
            kind
            and heads
            and not any(
                heads[-1:] == head_words(other)[-1:] and set(heads) <= set(head_words(other)) for other in found
            )
        ):
            found.setdefault(phrase, kind)
    return list(found.items())


_OPENING = re.compile(
    r"^(?:THE|A|AN|THIS|THAT|THESE|THOSE|ITS|HIS|HER|THEIR|OUR|SEVERAL|SOME|VARIOUS|"
    r"ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN|\d+) (?=\w)",
    re.IGNORECASE,
)


def bare(phrase: str) -> str:
    """A phrase without the determiners and numbers that open it."""
    before = ""
    while before != phrase:
        before, phrase = phrase, _OPENING.sub("", phrase.strip())
    return phrase
