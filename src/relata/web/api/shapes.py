"""The shapes of the API's answers, as types. What is the same thing as in the export has the export's shape."""

from __future__ import annotations

from typing import Annotated, Any, Literal, NotRequired, TypedDict

from relata.export.contract import (
    ClaimObject,
    ClocksObject,
    CorroborationObject,
    DateObject,
    IncidentObject,
    PlaceObject,
    ReportObject,
    ResponsibleObject,
    TollObject,
)
from relata.model.actor import ActorKind
from relata.model.claim import EventType
from relata.model.incident import Standing

Next = Annotated[str | None, "The cursor of the next page; null on the last."]


class ProblemPart(TypedDict):
    """What is wrong with one parameter."""

    parameter: Annotated[str, "Its name."]
    detail: Annotated[str, "What is wrong, and what is expected."]


class Problem(TypedDict):
    """An error (RFC 9457)."""

    type: Annotated[str, "about:blank: the status says it all."]
    title: Annotated[str, "The status in words."]
    status: Annotated[int, "The status."]
    detail: Annotated[str, "What is the matter, and what to do."]
    errors: Annotated[list[ProblemPart], "For each parameter that cannot be understood."]


class ListedIncident(TypedDict):
    """An incident as the export has it, but for its claims, events and decisions."""

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


class IncidentList(TypedDict):
    """A page of incidents."""

    incidents: list[ListedIncident]
    total: Annotated[int, "How many meet the filters."]
    next: Next


class ClaimList(TypedDict):
    """A page of claims."""

    claims: list[ClaimObject]
    next: Next


class IncidentClaims(TypedDict):
    """All claims about an incident."""

    incident: Annotated[str, "Its id."]
    claims: list[ClaimObject]


class Account(TypedDict):
    """One account, and the reports that are it or derive from it."""

    name: Annotated[str, 'The outlet that it comes from; "report ID" where that is not known.']
    reports: list[ReportObject]


class Accounts(TypedDict):
    """The accounts of an incident that do not derive from one another."""

    incident: Annotated[str, "Its id."]
    accounts: list[Account]


class Change(TypedDict):
    """How one value moved."""

    what: Annotated[str, "Which value."]
    actor: Annotated[Any, "For a responsibility, whose."]
    before: Any
    after: Any
    because: Annotated[str | None, "Why."]
    claims: list[ClaimObject]


class Step(TypedDict):
    """What one report changed."""

    report: Annotated[str, "Its id."]
    published: str | None
    outlet: str | None
    title: str | None
    changes: list[Change]
    standing: str | None
    standing_because: str | None
    corroboration: CorroborationObject | None


class HistoryObject(TypedDict):
    """How an incident moved, report by report."""

    incident: Annotated[str, "Its id."]
    steps: list[Step]


class ReportList(TypedDict):
    """A page of reports, without their texts."""

    reports: list[ReportObject]
    next: Next


class CutObject(TypedDict):
    """What was left out of a report as furniture of its page."""

    text: Annotated[str, "The words, as they stood."]
    reason: Annotated[str, "What they are: teaser, related links, navigation …"]
    at: Annotated[int, "The offset in the text before which they stood."]


class WholeReport(TypedDict):
    """A report with its text and its claims."""

    report: ReportObject
    text: Annotated[str, "The text to which the offsets of claims refer."]
    cuts: list[CutObject]
    claims: list[ClaimObject]
    incidents: Annotated[list[str], "Ids of the incidents that it tells of, by date."]


class ListedActorObject(TypedDict):
    """An actor as lists show it."""

    id: Annotated[str, "Its id."]
    name: Annotated[str, "The name to show."]
    kind: Annotated[ActorKind, "What it is."]
    aliases: Annotated[list[str], "Every other written form."]
    incidents: Annotated[int, "In how many it is said to be responsible, whatever the status."]


class ActorList(TypedDict):
    """A page of actors, by name."""

    actors: list[ListedActorObject]
    next: Next


class DossierObject(TypedDict):
    """What is known of an actor: `relata actor NAME --json`."""

    id: str
    name: str
    kind: ActorKind
    listed: Annotated[Any, "Its entry in the table of known actors, or null."]
    names: Annotated[list[Any], "Every written name, and what gives it."]
    profile: Annotated[list[Any], "What is said of it, by attribute; disagreements are marked."]
    related: Annotated[list[Any], "Rivals, allies, leaders, members."]
    incidents: Annotated[list[Any], "Its incidents in short, each with status and holders, up to a limit."]
    incidents_in_all: Annotated[int, "How many there are."]
    years: Annotated[list[Any], "Its incidents by year and status."]
    tolls: Annotated[dict[str, Any], "For each kind of toll the careful sum."]
    targets: list[Any]
    victims: list[Any]
    weapons: list[Any]
    countries: list[Any]
    claims: Annotated[list[Any], "The claims that names, profile and relations refer to."]


class FacetValue(TypedDict):
    """One value with its number of incidents."""

    value: Annotated[str | None, "What the filter of that name takes; null for incidents that have none."]
    label: Annotated[str, "What to show."]
    incidents: int


class FacetsObject(TypedDict):
    """How many incidents have which value, the most frequent first; years in order."""

    total: Annotated[int, "How many incidents meet the filters."]
    facets: Annotated[dict[str, list[FacetValue]], "By country, type, actor, standing, status, year and outlet."]


class BarObject(TypedDict):
    """The incidents of one year, month or day."""

    start: Annotated[str, "2022, 2022-03 or 2022-03-04."]
    incidents: int
    killed: Annotated[int, "The sum of their best figures; `count` has the careful sum."]


class Vague(TypedDict):
    """Incidents whose days lie in several bars, or are not known."""

    incidents: int
    killed: int


class TimelineObject(TypedDict):
    """Incidents by time; bars without any are left out."""

    by: Literal["year", "month", "day"]
    bars: list[BarObject]
    vague: Vague


class PointGeometry(TypedDict):
    """A GeoJSON point."""

    type: Literal["Point"]
    coordinates: Annotated[list[float], "Degrees east, degrees north."]


class PointProperties(TypedDict):
    """The incidents at a point."""

    incidents: int
    killed: Annotated[int, "The sum of their best figures."]
    id: NotRequired[Annotated[str, "Where it is one incident: its id."]]
    type: NotRequired[EventType]
    standing: NotRequired[Standing]
    first: NotRequired[Annotated[str | None, "The first day on which it can have happened."]]
    bbox: NotRequired[Annotated[str, "Where it is several: the box that they lie in, as the filter takes it."]]


class PointFeature(TypedDict):
    """One incident, or several that lie close together."""

    type: Literal["Feature"]
    geometry: PointGeometry
    properties: PointProperties


class PointsObject(TypedDict):
    """Incidents on a map, as GeoJSON."""

    type: Literal["FeatureCollection"]
    features: list[PointFeature]
    total: Annotated[int, "How many incidents with coordinates meet the filters."]
    cut: Annotated[bool, "Whether there are more points than are given."]


class CoordinatesObject(TypedDict):
    """Incidents with coordinates, by date, as columns: the n-th entry of each belongs to the n-th incident."""

    id: list[str]
    lat: list[float]
    lon: list[float]
    killed: Annotated[list[int | None], "The best figure."]
    type: list[str]
    standing: list[str]
    first: Annotated[list[str | None], "The first day on which it can have happened."]
    cut: Annotated[bool, "Whether there are more than are shown."]


class TotalObject(TypedDict):
    """A sum over incidents, no event counted twice."""

    low: int
    best: int
    high: Annotated[int | None, "null where some incident has no upper end."]
    high_known: int
    incidents: int
    silent: Annotated[int, "Of how many nobody gives a number."]
    open_ended: Annotated[int, "Of how many the toll has no upper end."]


class TotalRow(TotalObject):
    """The sum of one year, country and the like."""

    name: Annotated[str | None, "Whose; null for incidents that have none."]


class CountedObject(TypedDict):
    """The sums of `relata count`; the incidents under it are those of `incidents` with the same filters."""

    what: str
    total: TotalObject
    by: str | None
    rows: list[TotalRow]
    apart: Annotated[list[TotalRow], "What is left out: denied, disputed, contested."]


class SearchObject(TypedDict):
    """Reports and incidents that hold all the words, best first: `relata search --json`."""

    words: str
    incidents: list[Any]
    reports: list[Any]
    reports_in_all: int
    incidents_in_all: int
    facets: dict[str, list[FacetValue]]


class Numbered(TypedDict):
    """One value with sums."""

    value: str | None
    label: str
    incidents: int
    killed: Annotated[int, "The sum of their best figures."]


class OverviewObject(TypedDict):
    """What the database holds, at a glance."""

    counts: Annotated[dict[str, int], "Reports, claims, actors, incidents, decisions, files, skipped."]
    clocks: Annotated[ClocksObject | None, "From when it looks; null for now."]
    months: list[BarObject]
    vague: Vague
    countries: list[Numbered]
    actors: list[FacetValue]
    standings: list[FacetValue]
    contested: Annotated[list[ListedIncident], "Contested incidents with most dead, ten at most."]
    skipped: Annotated[dict[str, int], "What was not read, by reason."]


class DecidedObject(TypedDict):
    """A decision, and what has come of it."""

    id: str
    kind: str
    subjects: list[str]
    by: str
    reason: str
    at: str
    attribute: str | None
    value: Any
    withdrawn_at: str | None
    withdrawn_by: str | None
    incidents: Annotated[list[str], "Ids of the incidents that it touches now."]
    without: Annotated[str, "Why it is without effect; empty while it has one."]


class DecisionList(TypedDict):
    """Decisions in order of time."""

    decisions: list[DecidedObject]


class DecisionBody(TypedDict):
    """A decision to be made: as :meth:`relata.Database.decide` takes it."""

    kind: Literal["same", "different", "reject", "correct", "confirm"]
    subjects: Annotated[list[str], "Ids of incidents, events or claims."]
    by: Annotated[str, "Who decides."]
    reason: Annotated[str, "Why, in a sentence."]
    attribute: NotRequired[Annotated[str | None, "For correct, which value: killed, date, place, responsible …"]]
    value: NotRequired[Annotated[str | None, "For correct, the value in words: 64 (60-70), 2022-03-04, Peshawar."]]


class UndoBody(TypedDict):
    """Who undoes a decision."""

    by: Annotated[str, "The name."]


class FeatureCollection(TypedDict):
    """Incidents as GeoJSON features with the columns of the table as properties."""

    type: Literal["FeatureCollection"]
    features: list[Any]


__all__ = ["IncidentObject"]
