"""How an incident came to be what it is: a step for each report, with what it moved."""

from __future__ import annotations

from dataclasses import dataclass

from relata.model.claim import Claim, ResponsibilityStatus
from relata.model.counts import Toll
from relata.model.incident import ActorRef, Incident, Standing


@dataclass(frozen=True, slots=True)
class Change:
    """One value that a report has moved.

    Attributes:
        what: killed, wounded, missing, abducted, arrested, responsible or standing.
        before: what it was: a Toll, the status of ``actor``, or the standing; None where it was not there.
        after: what it became; None for an actor that is no longer listed.
        actor: who is said to be responsible; None for all but responsible.
        claims: the report's claims that speak of it, in order of the text; for a standing those on which it turns.
        because: for a standing, the sentence that names the rule and the claims; else empty.
    """

    what: str
    before: Toll | ResponsibilityStatus | Standing | None
    after: Toll | ResponsibilityStatus | Standing | None
    actor: ActorRef | None = None
    claims: tuple[Claim, ...] = ()
    because: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """What one report has changed.

    Attributes:
        report: id of the report.
        published: when it came out, or None; undated reports are the last steps.
        outlet: who published it, or None.
        title: its headline, or None.
        changes: what it moved: tolls, then attribution, then standing. Empty where it moved nothing.
        incident: the incident by the reports up to this one; None as long as they only deny that it happened.
    """

    report: str
    published: str | None
    outlet: str | None
    title: str | None
    changes: tuple[Change, ...]
    incident: Incident | None


@dataclass(frozen=True, slots=True)
class History:
    """How an incident became what its reports make it. Values that analysts set or vouch for stand in no step.

    Attributes:
        incident: id of the incident.
        steps: one for each of its reports, by publication; of one day, those without a time first, then by id.
    """

    incident: str
    steps: tuple[Step, ...]
