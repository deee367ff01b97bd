"""Persons of one name who are told to belong to groups that have nothing to do with one another: two, not one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from relata.actors.groups import Groups
from relata.actors.written import person_words
from relata.model import ActorName, Claim
from relata.tables.actors import by_key, lookup

BELONGING = {"member": False, "leader": True}
"""Attributes that say to whom a person belongs; whether the person is their value."""


def sides(claims: Iterable[Claim]) -> Mapping[tuple[str, tuple[str, ...]], str]:
    """For each person of a full name whom reports put on more than one side: the side, by report and name.

    A side is a known group with what it is a branch of. Two groups that one report gives a person of this name are one
    side for that name: he went from one to the other. Names of one side alone are not in it.
    """
    belongs: dict[tuple[str, ...], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for claim in claims:
        if claim.attribute not in BELONGING or claim.stance in {"denies", "doubts"}:
            continue
        ends = (claim.value, claim.actor) if BELONGING[claim.attribute] else (claim.actor, claim.value)
        person, group = ends
        if not isinstance(person, ActorName) or not isinstance(group, ActorName):
            continue
        words, side = person_words(person.text), _side(group)
        if len(words) > 1 and side:
            belongs[words][claim.report].add(side)
    found = {}
    for words, by_report in sorted(belongs.items()):
        one = Groups()
        for told in by_report.values():
            for side in sorted(told):
                one.add(side)
                one.join(side, min(told))
        roots = {report: one.root(min(told)) for report, told in by_report.items()}
        if len(set(roots.values())) > 1:
            found.update({(report, words): root for report, root in roots.items()})
    return found


def _side(group: ActorName) -> str | None:
    """The key of the outermost known group that it is, or is part of."""
    known = by_key(group.key) if group.key else lookup(group.text)
    seen: set[str] = set()
    while known is not None and known.parent and known.key not in seen:
        seen.add(known.key)
        above = by_key(known.parent)
        if above is None:
            break
        known = above
    return known.key if known else None
