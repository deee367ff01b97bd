"""The one public call of this stage: a report in, its events and claims out."""

from __future__ import annotations

from collections.abc import Iterable

from relata.claims.context import Context, gather
from relata.claims.fingerprint import model_hash
from relata.claims.grouping import group
from relata.claims.make import claims_of, realis_of, statement_claims
from relata.claims.profiles import find_profiles
from relata.claims.profiles_names import name_claims
from relata.claims.reading_events import candidates
from relata.claims.responsibility import find_statements
from relata.claims.segments import heeding_marks, segments
from relata.language import annotate
from relata.model import OUTLET, ActorName, Claim, Event, Extraction, Maker, Report

NAME = "rules"
VERSION = "1"


def extract(report: Report, *, marked: bool = True) -> Extraction:
    """Every event that the report speaks of, and every claim about events and actors that is found in it.

    Pure: the same report gives the same claims, with the same ids, on every machine.

    Args:
        report: the report.
        marked: whether the trained marker is asked too; without it the rules speak alone.
    """
    context = gather(heeding_marks(annotate(report, marked=marked)))
    events, claims = find_events(context)
    profiles = find_profiles(context.annotated, context.attributions)
    names = name_claims(report, names_of((*claims, *profiles)))
    return Extraction(report.id, tuple(events), tuple(dict.fromkeys((*claims, *profiles, *names))), maker())


def names_of(claims: Iterable[Claim]) -> tuple[ActorName, ...]:
    """Every name of an actor that the claims use, first use first; the report's own voice is none."""
    used = (name for claim in claims for name in (claim.actor, claim.value, claim.holder))
    return tuple(dict.fromkeys(name for name in used if isinstance(name, ActorName) and name.key != OUTLET))


def maker() -> Maker:
    """What stands in every export as the origin of these claims."""
    return Maker(NAME, VERSION, model_hash())


def find_events(context: Context) -> tuple[list[Event], list[Claim]]:
    """Events of a report and the claims about them, in order of the text."""
    found = segments(context.annotated)
    happenings, of_segment = group(candidates(context, found))
    events: list[Event] = []
    claims: list[Claim] = []
    event_of: dict[int, Event] = {}
    main = next((one for one in happenings if realis_of(context, one) == "actual"), None)
    for happening in happenings:
        event, own = claims_of(context, happening, main=happening is main)
        event_of[id(happening)] = event
        events.append(event)
        claims.extend(own)
    statements = [
        (number, statement) for number, segment in enumerate(found) for statement in find_statements(context, segment)
    ]
    claims.extend(statement_claims(context, statements, found, of_segment, happenings, event_of))
    claims.sort(key=lambda claim: (claim.span, claim.attribute, claim.id))
    return events, claims
