"""PERP slots: who did it, as persons and as organisations, and how sure the message is of an organisation."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from benchmarks.muc4_words import FIGHTERS, STATE_DOERS, category, word_set, words
from relata.language import Annotated
from relata.model import OUTLET, ActorName, Claim, Span

_AUTHORITY = word_set(
    "police army military authorities government minister ministry president official officials judge "
    "prosecutor general colonel commander officer officers battalion brigade coprefa forces investigators "
    "intelligence spokesman garrison guard court attorney das governor mayor"
)
"""Words of holders whom the task calls authorities (template-doc-part1, section 7.12, note 3)."""
_ORGANISED = {"armed group", "state force", "state", "organisation"}
_MEMBERS = "GUERRILLAS|TERRORISTS|REBELS|MEMBERS|TROOPS|SOLDIERS|UNITS|COMMANDOS|MILITANTS|TERRORIST|COMMANDO|GUERRILLA"
_BY_MEMBERS = re.compile(
    rf"((?:[A-Z][A-Z'-]+ ){{0,2}}(?:{_MEMBERS}|GROUP|FORCES|MILITIAS))(?: OF(?: THE)?| FROM(?: THE)?) $"
)
_MEMBERS_AFTER = re.compile(rf"^(?: \[[^\]]{{2,60}}\])? ({_MEMBERS})\b")
_ADJECTIVES = {"TERRORIST", "GUERRILLA", "SUBVERSIVE", "REBEL", "EXTREMIST"}


@dataclass(frozen=True, slots=True)
class Doers:
    """Who did it.

    Attributes:
        individuals: strings for persons and unnamed doers, in order.
        organisations: (string, confidence) in order.
        state: whether the doers belong to a government or its forces.
        denied: whether somebody says that they did not do it, and nobody that they did.
    """

    individuals: tuple[str, ...]
    organisations: tuple[tuple[str, str], ...]
    state: bool


def doers(annotated: Annotated, claims: Iterable[Claim], acting: Iterable[Span] = ()) -> Doers:
    """The doers among the claims of one template; where these name none, those that the sentences show acting."""
    individuals: dict[str, None] = {}
    stances: dict[str, list[Claim]] = {}
    written: dict[str, str] = {}
    state = False
    for claim in claims:
        actor = claim.value
        if claim.attribute != "responsible" or not isinstance(actor, ActorName) or not actor.text:
            continue
        if actor.kind in _ORGANISED or actor.key:
            key = actor.key or actor.text.casefold()
            stances.setdefault(key, []).append(claim)
            if len(actor.text) > len(written.get(key, "")):
                written[key] = actor.text
            state = state or actor.kind in {"state force", "state"}
            member = _members(annotated, claim, actor.text)
            if member:
                individuals.setdefault(member)
        elif claim.stance not in {"denies", "doubts"}:
            if not _is_doer(annotated, claim, actor.text):
                continue
            individuals.setdefault(actor.text.upper())
            state = state or bool(set(words(actor.text)) & STATE_DOERS)
    if not individuals and not stances:
        for span in acting:
            state = _acting(annotated, span, individuals, written) or state
    organisations = tuple((written[key], level) for key, said in stances.items() if (level := confidence(said)))
    if not organisations and not stances and written:
        organisations = tuple((name, "REPORTED AS FACT") for name in written.values())
    if not organisations and not state and any(set(words(one)) & FIGHTERS for one in individuals):
        group = _only_group(annotated)
        organisations = ((group, "REPORTED AS FACT"),) if group else ()
    return Doers(tuple(_without_parts(list(individuals))), organisations, state)


def _acting(annotated: Annotated, span: Span, individuals: dict[str, None], written: dict[str, str]) -> bool:
    """Take a phrase that acts: an organisation it names, or unnamed doers; true where they belong to a state."""
    named = next(
        (one for one in annotated.mentions if one.kind in {"armed group", "state force"} and one.span.overlaps(span)),
        None,
    )
    phrase = span.cut(annotated.text)
    own = set(words(phrase))
    if named is not None:
        written.setdefault(named.key or named.text, named.text)
    fits = bool(own & (FIGHTERS | STATE_DOERS | _UNNAMED))
    if fits and (named is None or named.text != phrase):
        individuals.setdefault(phrase.upper())
    return (named is not None and named.kind == "state force") or (fits and bool(own & STATE_DOERS))


_UNNAMED = word_set("men man individuals individual persons people youths youth subjects hooded unidentified unknown")


def _is_doer(annotated: Annotated, claim: Claim, text: str) -> bool:
    """Whether words can name somebody who did it: a person, or a word for people, fighters or forces."""
    own = set(words(text))
    person = any(
        one.kind == "person" and one.span.overlaps(claim.span) and one.text in text for one in annotated.mentions
    )
    return person or bool(own & (FIGHTERS | STATE_DOERS | _GROUPS)) or category(text, "people") is not None


_GROUPS = word_set(
    "group groups column columns unit units command commandos commando squad squads forces organization "
    "individuals elements persons gang band cartel mafia"
)


def _only_group(annotated: Annotated) -> str | None:
    """The one armed group that a report names: there "the guerrillas" are its people."""
    named: dict[str, str] = {}
    for one in annotated.mentions:
        if one.kind == "armed group" and one.key and len(one.text) > len(named.get(one.key, "")):
            named[one.key] = one.text
    return next(iter(named.values())) if len(named) == 1 else None


def _members(annotated: Annotated, claim: Claim, name: str) -> str | None:
    """The unnamed members through whom an organisation acts ("TERRORISTS OF THE …", "… GUERRILLAS")."""
    text = annotated.text
    at = text.find(name, max(0, claim.span.start - 40), claim.span.end + 10)
    if at < 0:
        return None
    before = _BY_MEMBERS.search(text[max(0, at - 80) : at])
    if before:
        return before[1].strip()
    after = _MEMBERS_AFTER.match(text[at + len(name) : at + len(name) + 90])
    return after[1] if after else None


def _without_parts(found: list[str]) -> list[str]:
    """Strings that are not a part of another one in the list."""
    return [one for one in found if not any(one != other and f" {one} " in f" {other} " for other in found)]


def confidence(said: list[Claim]) -> str | None:
    """How sure the message is of an organisation; None where all that is said of it is a denial.

    Claimed beats all, then what is stated as fact, then suspicion; a statement by a side in the conflict about
    another's guilt is an accusation.
    """
    stances = {claim.stance for claim in said}
    if "claims" in stances:
        return "CLAIMED OR ADMITTED"
    positive = [claim for claim in said if claim.stance in {"asserts", "confirms", "suspects"}]
    if not positive:
        return None
    if any(claim.stance != "suspects" and claim.holder.key == OUTLET for claim in positive):
        return "REPORTED AS FACT"
    holders = [claim.holder.text for claim in positive if claim.holder.key != OUTLET]
    if any(set(words(holder)) & _AUTHORITY for holder in holders):
        return "SUSPECTED OR ACCUSED BY AUTHORITIES"
    return "SUSPECTED OR ACCUSED"
