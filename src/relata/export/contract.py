"""The shape of the JSON export, as types. docs/schema/export.schema.json is generated from them.

Names and meanings are fixed: other programs read them. Fields may be added, never renamed or taken away.
"""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired, TypedDict

from relata.model.actor import ActorKind
from relata.model.claim import Attribute, ClaimMode, EventType, ResponsibilityStatus, Stance
from relata.model.dates import DatePrecision
from relata.model.decision import DecisionKind
from relata.model.incident import Standing
from relata.model.places import PlacePrecision
from relata.model.report import PublishedFrom

SCHEMA_VERSION = 1
"""Raised when a reader of the old export could misread the new one."""


class MakerObject(TypedDict):
    """What found the claims."""

    name: Annotated[str, "Name of the extractor."]
    version: Annotated[str, "Its version."]
    model: Annotated[str | None, "Hash of its weights and tables."]


class Generator(TypedDict):
    """What wrote the export."""

    name: Literal["relata"]
    version: Annotated[str, "Version of Relata."]
    model: Annotated[str | None, "Hash of the weights and tables of what found the claims; several joined by +."]
    extractors: Annotated[list[MakerObject], "Everything that found the claims."]


class ClocksObject(TypedDict):
    """From when an export of the past looks."""

    as_of: Annotated[str | None, "Last day of publication, ISO date; null: whatever was published, dated or not."]
    known_at: Annotated[
        str | None, "What the database held by then, ISO 8601 in UTC; null: what it held when exported."
    ]
    undated: Annotated[int, "Reports that were left out because they have no date."]


class ReportObject(TypedDict):
    """One article as one outlet published it."""

    id: Annotated[str, "A hash of the content."]
    path: Annotated[str, "Where it was read from first, as the user gave it."]
    part: Annotated[int, "0 for the first or only article in its file, 1 for the second."]
    outlet: Annotated[str | None, "Who published it."]
    title: Annotated[str | None, "Its headline."]
    byline: Annotated[str | None, "Its author line."]
    dateline: Annotated[str | None, "Place and agency that open the text."]
    published: Annotated[str | None, "ISO date or date-time; null when nothing says it."]
    published_from: Annotated[PublishedFrom | None, "Where the date was found."]
    relies_on: Annotated[list[str], "Whom the report itself says it takes its account from."]
    copy_of: Annotated[str | None, "Id of the report that this one reprints, wholly or nearly."]


class DateObject(TypedDict):
    """The days on which it can have happened, both ends inclusive."""

    start: Annotated[str, "First day, ISO date."]
    end: Annotated[str, "Last day, ISO date."]
    precision: Annotated[DatePrecision, "What the words name."]
    years: NotRequired[
        Annotated[list[int], "The years it can be, where only day and month are known; start and end show the first."]
    ]


class PlaceObject(TypedDict):
    """A place in the world."""

    name: Annotated[str, "The gazetteer's name, or the words of the report."]
    admin1: Annotated[str | None, "First-level administrative unit."]
    admin2: Annotated[str | None, "Second-level administrative unit."]
    country: Annotated[str | None, "ISO 3166-1 alpha-2 code."]
    lat: Annotated[float | None, "Degrees north, WGS 84."]
    lon: Annotated[float | None, "Degrees east, WGS 84."]
    precision: Annotated[PlacePrecision, "How much ground the name covers."]


class CountObject(TypedDict):
    """How many people, as one source puts it."""

    low: Annotated[int | None, "The fewest that the words allow."]
    high: Annotated[int | None, "The most that the words allow."]
    words: Annotated[str, "The words themselves."]
    approx: NotRequired[Annotated[Literal[True], "The words say that the number is rough."]]


class ActorObject(TypedDict):
    """An actor, with every name it is met under."""

    id: Annotated[str, "Id of the actor."]
    name: Annotated[str, "In a claim the name as that report writes it, elsewhere the name to show."]
    aliases: Annotated[list[str], "All its names, sorted."]


class HolderObject(TypedDict):
    """Who says it: the outlet itself when it speaks in its own voice."""

    id: Annotated[str, "Id of the actor."]
    name: Annotated[str, 'The name as written; the outlet, or "this report", for the report\'s own voice.']


class ClaimObject(TypedDict):
    """One statement found in one report."""

    id: Annotated[str, "A hash of the content."]
    report: Annotated[str, "Id of the report it stands in."]
    event: Annotated[str | None, "Id of the event as this report tells it; decisions name events."]
    attribute: Annotated[Attribute, "What it speaks of."]
    value: Annotated[
        CountObject | DateObject | PlaceObject | ActorObject | str | None,
        "A count, date, place or actor where the attribute calls for one; plain words otherwise.",
    ]
    of: Annotated[str | None, "Whom a count counts."]
    side: Annotated[Literal["attacker"] | None, "attacker: they belong to the side that attacked."]
    part: Annotated[bool, "The counted people are among others counted beside it: never to be added to its total."]
    mode: Annotated[
        ClaimMode | None,
        "How responsibility was claimed, by GTD's claim modes 1 to 10 in this order; null for every other claim.",
    ]
    channel: Annotated[str | None, "The words that name the way in which it was claimed."]
    holder: HolderObject
    via: Annotated[list[str], "Through whom the outlet has it, nearest first."]
    stance: Annotated[Stance, "How the holder stands to it."]
    start: Annotated[int, "Offset of the first character in the report's text."]
    end: Annotated[int, "Offset behind the last character."]
    quote: Annotated[str, "The words: text[start:end]."]


class TollObject(TypedDict):
    """A number of people, from all claims; null where nothing says it."""

    low: int | None
    best: int | None
    high: int | None


class ResponsibleObject(TypedDict):
    """Who is said to have done it."""

    actor: ActorObject
    status: Annotated[ResponsibilityStatus, "How they come to be named."]
    holders: Annotated[list[str], "Who says so."]


class CorroborationObject(TypedDict):
    """How many accounts it stands on."""

    reports: Annotated[int, "Reports that speak of it."]
    origins: Annotated[int, "Accounts that do not derive from one another."]


class DoerObject(TypedDict):
    """Somebody whom an analyst names as responsible, or whom a correction has replaced."""

    name: Annotated[str, "The name."]
    status: Annotated[ResponsibilityStatus, "How the analyst puts it, or how it came to be named."]


CorrectedValue = TollObject | DateObject | PlaceObject | list[DoerObject] | list[str] | str | None


class DecisionObject(TypedDict):
    """What an analyst decided about an incident and did not undo."""

    id: Annotated[str, "Id of the decision."]
    kind: Annotated[
        DecisionKind,
        "same, different: its events are one incident, or are not; reject: a claim is wrong; correct: a value is "
        "another; confirm: the incident or a claim is right.",
    ]
    subjects: Annotated[list[str], "Ids of the events or the claim it is about, as they are called now."]
    by: Annotated[str, "Who decided."]
    reason: Annotated[str, "Why."]
    at: Annotated[str, "When, ISO 8601 in UTC."]
    attribute: Annotated[str | None, "For correct, which value: killed, date, responsible, target and so on."]
    value: Annotated[CorrectedValue, "For correct, the value that the analyst set; null where none can be given."]
    replaced: Annotated[CorrectedValue, "For correct, the value that the claims give."]
    in_effect: Annotated[bool, "False where a later decision, or one that goes before it, holds in its place."]


class IncidentObject(TypedDict):
    """One event in the world as all reports together tell it."""

    id: Annotated[str, "Survives a second run over the same and more reports."]
    title: Annotated[str, "One line for lists."]
    type: Annotated[EventType, "Kind of violence."]
    date: DateObject | None
    place: PlaceObject | None
    killed: TollObject | None
    wounded: TollObject | None
    missing: TollObject | None
    abducted: TollObject | None
    arrested: TollObject | None
    responsible: list[ResponsibleObject]
    targets: Annotated[list[str], "What was attacked."]
    victims: Annotated[list[str], "Who was hurt."]
    weapons: Annotated[list[str], "With what."]
    standing: Annotated[Standing, "By the rules in docs/rules.md."]
    standing_because: Annotated[str, "One sentence naming the rule and the claims."]
    corroboration: CorroborationObject
    reports: Annotated[list[str], "Ids of the reports, by publication."]
    events: Annotated[list[str], "Ids of the events joined in it, the founding one first."]
    claims: list[ClaimObject]
    decisions: Annotated[list[DecisionObject], "What analysts decided about it and did not undo, in order of time."]


class ActorProfile(TypedDict):
    """An actor under all its names, and what is said of it."""

    id: Annotated[str, "Id of the actor."]
    name: Annotated[str, "The name to show."]
    kind: Annotated[ActorKind, "What it is."]
    aliases: Annotated[list[str], "Every written form met, sorted."]
    claims: list[ClaimObject]


class Export(TypedDict):
    """All that `relata export --format json` writes: one object."""

    schema_version: Literal[1]
    generator: Generator
    clocks: NotRequired[Annotated[ClocksObject, "Only in an export of the past."]]
    reports: list[ReportObject]
    incidents: list[IncidentObject]
    actors: list[ActorProfile]
