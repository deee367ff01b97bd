"""From an incident to the 24 slots of its template, formatted as the task writes them.

Source: template-doc-part1, section 7.
"""

from __future__ import annotations

import re

from benchmarks.muc4_format import quoted
from benchmarks.muc4_templates import Incident, bare
from benchmarks.muc4_words import category, head_words
from relata.language import Annotated
from relata.model import Count

_DESTROYED = re.compile(r"\b(?:DESTROY|BLEW UP|BLOWN UP|DEMOLISH|LEVELED|RAZED|BURNED DOWN)")
_DAMAGED = re.compile(r"\b(?:DAMAG|SHATTER|BURNED|SET FIRE|SET ON FIRE|BROKE|DERAIL)")
_UNDAMAGED = re.compile(r"\bNO (?:MATERIAL )?DAMAGE\b|WITHOUT CAUSING DAMAGE")
_PLANTED = re.compile(
    r"\b(?:DEACTIVATED|DEFUSED|DISARMED|FAILED TO (?:EXPLODE|GO OFF)|ATTEMPTED TO|"
    r"TRIED TO|ATTEMPT(?:S|ED)? (?:AGAINST|ON)|FOILED)\b"
)


def slots(annotated: Annotated, incident: Incident) -> dict[int, list[str]]:
    """All slots of a template, formatted; empty ones are absent."""
    words = _told(annotated, incident)
    filled: dict[int, list[str]] = {
        2: [incident.when],
        3: [incident.place],
        4: [incident.type],
        5: ["ATTEMPTED" if _PLANTED.search(words) else "ACCOMPLISHED"],
        8: ["STATE-SPONSORED VIOLENCE" if incident.doers.state else "TERRORIST ACT"],
        9: [quoted(one) for one in incident.doers.individuals],
        10: [quoted(one) for one, _ in incident.doers.organisations],
        11: [f"{level}: {quoted(one)}" for one, level in incident.doers.organisations],
    }
    _instruments(filled, annotated, incident)
    _physical(filled, annotated, incident, words)
    _human(filled, incident)
    return {slot: lines for slot, lines in filled.items() if lines}


def _told(annotated: Annotated, incident: Incident) -> str:
    """The sentences in which the incident is told, in capitals."""
    marks = [claim.span for claim in incident.claims] + [event.trigger for event in incident.events]
    return " ".join(
        one.span.cut(annotated.text) for one in annotated.sentences if any(one.span.overlaps(mark) for mark in marks)
    ).upper()


def _instruments(filled: dict[int, list[str]], annotated: Annotated, incident: Incident) -> None:
    found: dict[str, str | None] = {}
    for claim in incident.claims:
        if claim.attribute == "weapon":
            found.setdefault(bare(claim.quote.upper()), category(claim.quote, "instruments"))
    filled[6] = [quoted(one) for one in found]
    filled[7] = [f"{kind}: {quoted(one)}" for one, kind in found.items() if kind]
    if (
        not found
        and re.search(r"\b(?:SHOT|SHOOTING|GUNNED DOWN|OPENED FIRE|MACHINE-?GUNNED)\b", _told(annotated, incident))
        and incident.type == "ATTACK"
    ):
        filled[7] = ['GUN: "-"']
    elif not found and incident.type == "BOMBING":
        filled[7] = ['BOMB: "-"']


def _physical(filled: dict[int, list[str]], annotated: Annotated, incident: Incident, words: str) -> None:
    things = [(quoted(phrase), kind, phrase) for phrase, kind in incident.things]
    filled[12] = [one for one, _, _ in things]
    filled[13] = [f"{kind}: {one}" for one, kind, _ in things]
    filled[14] = [f"{'PLURAL' if head_words(phrase)[-1].endswith('s') else '1'}: {one}" for one, _, phrase in things]
    effects = [(one, _effect(annotated, incident, phrase, words)) for one, _, phrase in things]
    filled[16] = [f"{effect}: {one}" for one, effect in effects if effect]


def _effect(annotated: Annotated, incident: Incident, phrase: str, words: str) -> str | None:
    """What became of a thing: by the sentences of the incident, else by another sentence that names the thing again."""
    head = head_words(phrase)[-1].upper()
    again = " ".join(
        one.span.cut(annotated.text).upper()
        for one in annotated.sentences
        if re.search(rf"\b{re.escape(head)}\b", one.span.cut(annotated.text).upper())
    )
    for told in (words, again):
        if _UNDAMAGED.search(told):
            return "NO DAMAGE"
        if _DESTROYED.search(told):
            return "DESTROYED"
        if _DAMAGED.search(told):
            return "SOME DAMAGE"
    return "SOME DAMAGE" if incident.type == "ARSON" else None


def _human(filled: dict[int, list[str]], incident: Incident) -> None:
    people = incident.humans
    filled[18] = [quoted(one.name) for one in people if one.name]
    filled[19] = [
        quoted(one.description) + (f": {quoted(one.name)}" if one.name else "") for one in people if one.description
    ]
    filled[20] = [f"{one.kind}: {quoted(one.reference)}" for one in people]
    filled[21] = [f"{one.number}: {quoted(one.reference)}" for one in people]
    filled[23] = [f"{effect}: {quoted(one.reference)}" for one in people for effect in one.effects]
    if not filled[23] and any(
        isinstance(claim.value, Count) and claim.value.high == 0 and claim.attribute in {"killed", "wounded"}
        for claim in incident.claims
    ):
        tag = quoted(people[0].reference) if people else '"-"'
        filled[23] = [f"NO INJURY OR DEATH: {tag}"]
