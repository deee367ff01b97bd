"""Who is said to have done it, with what status and by whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from relata.incidents.lookup import ActorLookup
from relata.incidents.rules import Rule
from relata.incidents.views import unnamed
from relata.model import OUTLET, STATUSES, ActorName, ActorRef, Claim, Report, Responsibility, ResponsibilityStatus

RULES = (
    Rule("claimed", "Claimed: the actor takes responsibility itself."),
    Rule("attributed", "Attributed: somebody else says as a fact that the actor did it."),
    Rule("suspected", "Suspected: others name the actor, and all with a hedge."),
    Rule("denied", "Denied: somebody denies that the actor did it, and nobody says that it did."),
    Rule("disputed", "Disputed: somebody says or suspects that the actor did it, and somebody else denies it."),
    Rule(
        "unnamed",
        "Doers without a name (gunmen) are listed only where no named actor is.",
        "GTD keeps Unknown as a group name; UCDP needs an identified dyad.",
    ),
)


@dataclass(slots=True)
class _Case:
    """What is said about one actor."""

    ref: ActorRef
    named: bool
    first: int
    names: dict[str, None] = field(default_factory=dict)
    holders: dict[str, list[str]] = field(default_factory=dict)

    def status(self) -> ResponsibilityStatus:
        said = set(self.holders)
        if "denies" in said:
            return "disputed" if said & {"claims", "asserts", "suspects"} else "denied"
        return "claimed" if "claims" in said else "attributed" if "asserts" in said else "suspected"


def responsible(
    claims: Iterable[Claim], resolution: ActorLookup, reports: Mapping[str, Report]
) -> tuple[Responsibility, ...]:
    """Everybody who is said to have done it, strongest status first, then in order of first mention.

    Args:
        claims: claims of one incident, in order of report and place in the text, the rejected ones left out.
        resolution: who is who.
        reports: by id.
    """
    cases: dict[str, _Case] = {}
    for at, claim in enumerate(claims):
        if claim.attribute != "responsible" or not isinstance(claim.value, ActorName) or claim.stance == "doubts":
            continue
        ref = resolution.ref(claim.report, claim.value)
        case = cases.setdefault(ref.id, _Case(ref, named=False, first=at))
        case.named = case.named or not unnamed(claim.value)
        case.names.update(dict.fromkeys((ref.name, *ref.aliases)))
        stance = "asserts" if claim.stance == "confirms" else claim.stance
        case.holders.setdefault(stance, []).append(holder_name(claim, reports))
    named = [case for case in cases.values() if case.named]
    found = sorted(named or cases.values(), key=lambda case: (STATUSES.index(case.status()), case.first, case.ref.id))
    return tuple(_responsibility(case) for case in found)


def _responsibility(case: _Case) -> Responsibility:
    aliases = tuple(sorted(name for name in case.names if name != case.ref.name))
    holders = dict.fromkeys(name for names in case.holders.values() for name in names)
    return Responsibility(ActorRef(case.ref.id, case.ref.name, aliases), case.status(), tuple(holders))


def holder_name(claim: Claim, reports: Mapping[str, Report]) -> str:
    """The name under which a claim's holder is shown: the outlet's own where the report speaks in its own voice."""
    if claim.holder.key != OUTLET:
        return claim.holder.text
    return reports[claim.report].outlet or claim.holder.text
