"""What analysts decided about one incident: values that they set, and whether they vouch for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import combinations
from typing import Any

from relata.incidents.links import Links
from relata.incidents.lookup import ActorLookup
from relata.incidents.rules import Rule
from relata.incidents.subjects import Settled, rejected, vouched
from relata.incidents.titles import title
from relata.model import (
    SLOTS,
    STATUSES,
    ActorName,
    ActorRef,
    DecisionValue,
    Doer,
    Incident,
    Responsibility,
    Ruling,
)

RULES = (
    Rule(
        "latest",
        "About one pair of events, one value of an incident, or one claim, the latest decision holds. Earlier ones "
        "stay on record, and hold again if it is undone.",
    ),
    Rule(
        "subject",
        "A decision about an incident is kept with the event on which the incident was founded, and a decision about a "
        "claim with the claim. Where a newer extractor draws their words otherwise, the event is the one in the same "
        "report whose word stands within 40 characters, or most of whose claims stand where they stood; the claim is "
        "the one that says the same within 40 characters. Where there is none, the decision is without effect, and "
        "listed so.",
    ),
    Rule(
        "same, different",
        "Events that an analyst calls the same are one incident, and those called different are not, whatever their "
        "scores. Where both cannot hold, different goes before same.",
    ),
    Rule("rejected claim", "A claim that an analyst rejects counts for nothing, and stays on record."),
    Rule(
        "corrected value",
        "A value that an analyst sets goes before all claims, and is shown with name and reason. A number set alone is "
        "low, best and high at once. The claims stay, and so does the value that they give; standing is judged by "
        "the claims alone.",
    ),
    Rule(
        "vouched claim",
        "Where an analyst vouches for a claim, its date, place or kind, and the figure made with it, is chosen before "
        "all others; low and high still count every figure.",
    ),
)


@dataclass(frozen=True, slots=True)
class Decided:
    """Everything that was decided, ready to be looked up.

    Attributes:
        links: which events must stand together and which must not.
        rejected: ids of claims that are wrong.
        vouched: ids of claims and events that are right.
        about: event id → decisions about it or a claim of it, in order of time.
    """

    links: Links
    rejected: frozenset[str]
    vouched: frozenset[str]
    about: Mapping[str, tuple[Settled, ...]]

    @classmethod
    def of(cls, settled: Sequence[Settled], known: Iterable[str], event_of: Callable[[str], str | None]) -> Decided:
        """What was decided, of the events that can become incidents.

        Args:
            settled: decisions that were not undone, in order of time.
            known: ids of these events.
            event_of: the event that a claim is about, by the claim's id.
        """
        known = frozenset(known)
        about: dict[str, list[Settled]] = defaultdict(list)
        for one in settled:
            events = {subject if subject in known else event_of(subject) for subject in one.subjects}
            for event in sorted(id_ for id_ in events if id_ in known):
                about[event].append(one)
        return cls(
            links=Links.of(settled, known),
            rejected=rejected(settled),
            vouched=vouched(settled),
            about={event: tuple(found) for event, found in about.items()},
        )

    def on(self, events: Iterable[str]) -> list[Settled]:
        """Decisions about any of these events, in order of time."""
        found = {one.decision.id: one for event in events for one in self.about.get(event, ())}
        return sorted(found.values(), key=lambda one: (one.decision.at, one.decision.id))


UNDECIDED = Decided(Links((), frozenset(), frozenset()), frozenset(), frozenset(), {})
"""Nothing was decided."""


def rulings(events: Sequence[str], decided: Decided) -> tuple[Ruling, ...]:
    """The decisions about an incident, each with whether it is in effect.

    Args:
        events: ids of the incident's events.
        decided: everything that was decided.
    """
    found = decided.on(events)
    corrected = {one.decision.attribute: one.decision.id for one in found if one.decision.kind == "correct"}
    return tuple(_ruling(one, _in_effect(one, frozenset(events), decided, corrected)) for one in found)


def _ruling(one: Settled, in_effect: bool) -> Ruling:
    made = one.decision
    return Ruling(
        id=made.id,
        kind=made.kind,
        subjects=one.subjects,
        by=made.by,
        reason=made.reason,
        at=made.at,
        attribute=made.attribute,
        value=made.value,
        in_effect=in_effect,
    )


def _in_effect(one: Settled, events: frozenset[str], decided: Decided, corrected: Mapping[str | None, str]) -> bool:
    kind = one.decision.kind
    if kind == "correct":
        return corrected[one.decision.attribute] == one.decision.id
    if kind in ("reject", "confirm"):
        return not (decided.rejected if kind == "reject" else decided.vouched).isdisjoint(one.subjects)
    pairs = [pair for pair in combinations(sorted(one.subjects), 2) if (pair, one.decision.id) in decided.links.by]
    if kind == "different":
        return any(not events.issuperset(pair) for pair in pairs)
    return any(events.issuperset(pair) for pair in pairs)


def corrected(incident: Incident, resolution: ActorLookup, report_of: Mapping[str, str]) -> Incident:
    """An incident with the values that analysts set, by the rule "corrected value"; what they replace is kept.

    Args:
        incident: as the claims give it, with its decisions.
        resolution: who is who.
        report_of: event id → id of the report that tells of it.
    """
    changes: dict[str, Any] = {}
    kept = []
    for ruling in incident.decisions:
        if ruling.kind == "correct" and ruling.in_effect and ruling.attribute in SLOTS:
            slot = SLOTS[ruling.attribute]
            report = report_of[ruling.subjects[0]]
            changes[slot] = _set(ruling, incident, partial(resolution.ref, report))
            kept.append(replace(ruling, replaced=_plain(getattr(incident, slot))))
        else:
            kept.append(ruling)
    if not changes:
        return incident
    changed = replace(incident, decisions=tuple(kept), **changes)
    return replace(changed, title=title(changed.type, changed.place, changed.date, changed.killed))


def _set(ruling: Ruling, incident: Incident, lookup: Callable[[ActorName], ActorRef]) -> Any:
    if ruling.attribute != "responsible":
        return ruling.value
    doers = [doer for doer in ruling.value if isinstance(doer, Doer)] if isinstance(ruling.value, tuple) else []
    rows: dict[str, Responsibility] = {}
    for doer in sorted(doers, key=lambda doer: STATUSES.index(doer.status)):
        ref = _ref(doer.name, incident, lookup)
        rows.setdefault(ref.id, Responsibility(ref, doer.status, (ruling.by,)))
    return tuple(rows.values())


def _ref(name: str, incident: Incident, lookup: Callable[[ActorName], ActorRef]) -> ActorRef:
    """The actor that an analyst means: the one whom the incident's reports call so, else the one known by that name.

    A name is looked up in the report whose event was decided on, under which it was resolved.
    """
    for row in incident.responsible:
        if name.casefold() in {word.casefold() for word in (row.actor.id, row.actor.name, *row.actor.aliases)}:
            return row.actor
    return lookup(ActorName(name))


def _plain(value: Any) -> DecisionValue:
    """A field of an incident in the form of a corrected value."""
    if isinstance(value, tuple) and value and isinstance(value[0], Responsibility):
        return tuple(Doer(row.actor.name, row.status) for row in value)
    plain: DecisionValue = value
    return plain
