"""What everything else speaks of: frozen types, standard library only."""

from relata.model.actor import ACTOR_KINDS, Actor, ActorKind
from relata.model.claim import (
    ACTOR_ATTRIBUTES,
    CLAIM_MODES,
    COUNT_ATTRIBUTES,
    EVENT_ATTRIBUTES,
    EVENT_TYPES,
    NAMING_ATTRIBUTES,
    OUTLET,
    ActorName,
    Claim,
    ClaimMode,
    ClaimValue,
    Event,
    EventType,
    Extraction,
    Maker,
    Realis,
    Stance,
    make_claim,
    make_event,
)
from relata.model.codec import decode, encode
from relata.model.counts import Count
from relata.model.dates import DateInterval, DatePrecision
from relata.model.decision import Decision, DecisionKind
from relata.model.ids import content_id
from relata.model.incident import (
    ActorRef,
    Corroboration,
    Incident,
    Responsibility,
    ResponsibilityStatus,
    Standing,
    Toll,
)
from relata.model.places import FINENESS, Place, PlacePrecision
from relata.model.report import Cut, PublishedFrom, Report, Skipped, SkipReason, make_report
from relata.model.span import Span, trimmed

__all__ = [
    "ACTOR_ATTRIBUTES",
    "ACTOR_KINDS",
    "CLAIM_MODES",
    "COUNT_ATTRIBUTES",
    "EVENT_ATTRIBUTES",
    "EVENT_TYPES",
    "FINENESS",
    "NAMING_ATTRIBUTES",
    "OUTLET",
    "Actor",
    "ActorKind",
    "ActorName",
    "ActorRef",
    "Claim",
    "ClaimMode",
    "ClaimValue",
    "Corroboration",
    "Count",
    "Cut",
    "DateInterval",
    "DatePrecision",
    "Decision",
    "DecisionKind",
    "Event",
    "EventType",
    "Extraction",
    "Incident",
    "Maker",
    "Place",
    "PlacePrecision",
    "PublishedFrom",
    "Realis",
    "Report",
    "Responsibility",
    "ResponsibilityStatus",
    "SkipReason",
    "Skipped",
    "Span",
    "Stance",
    "Standing",
    "Toll",
    "content_id",
    "decode",
    "encode",
    "make_claim",
    "make_event",
    "make_report",
    "trimmed",
]
