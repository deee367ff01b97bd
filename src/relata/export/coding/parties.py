"""Who attacked whom: the sides of an incident, as far as the reports name them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, cast

from relata.model import ACTOR_KINDS, ActorKind, ActorName, ActorRef, Incident, ResponsibilityStatus
from relata.tables.actors import by_key, lookup
from relata.tables.exports import PartyKind, country_codes, country_in, target_type
from relata.tables.known import KnownActor

SideKind = Literal["state", "group", "unnamed armed", "civilians", "person", "named", "unknown"]
"""``state``: a government or its forces; ``group``: a named armed group; ``unnamed armed``: armed people whom nobody
names ("gunmen"); ``person``: somebody by name, of whom nobody says that a group stood behind; ``named``: a name, and
nobody says what bears it; ``unknown``: words that name nobody ("a suspect")."""
NAMED: frozenset[SideKind] = frozenset({"state", "group", "person", "named"})
"""Kinds that have a name of their own; forces that the words give no state have none (``taken``)."""

_STATE_KINDS = frozenset({"state", "state force"})
_POLICE = 3


@dataclass(frozen=True, slots=True)
class Party:
    """One side, or somebody on it.

    Attributes:
        kind: what it is.
        name: its name, or the words of the reports.
        country: ISO 3166-1 alpha-2 code of a state, or of the state that forces belong to; of others None.
        known: its entry in the table of actors, or None.
        status: how it is said to be responsible; None for those who were attacked.
        police: whether it is police.
        taken: whether the state is the place's own, taken because the words name none ("soldiers").
    """

    kind: SideKind
    name: str
    country: str | None = None
    known: KnownActor | None = None
    status: ResponsibilityStatus | None = None
    police: bool = False
    taken: bool = False


@dataclass(frozen=True, slots=True)
class Sides:
    """Who attacked whom.

    Attributes:
        attackers: those who are said to have done it and are not only denied, strongest status first.
        attacked: who was attacked, or None where the reports leave it open.
        mutual: whether both fought: a clash.
    """

    attackers: tuple[Party, ...]
    attacked: Party | None
    mutual: bool

    @property
    def attacker(self) -> Party | None:
        """The first attacker."""
        return self.attackers[0] if self.attackers else None


def sides_of(incident: Incident) -> Sides:
    """The sides of an incident."""
    home = incident.place.country if incident.place else None
    attackers = tuple(
        _doer(row.actor, row.status, _kind_said(row.actor, incident), home)
        for row in incident.responsible
        if row.status != "denied"
    )
    attacked = None
    if incident.type == "clash" and len(attackers) > 1 and attackers[0].kind in ("state", "group"):
        others = [one for one in attackers[1:] if one.kind in ("state", "group") and one.name != attackers[0].name]
        attacked = others[0] if others else None
        attackers = tuple(one for one in attackers if one is not attacked)
    attacked = attacked or _attacked(incident, attackers[0] if attackers else None, home)
    return Sides(attackers, attacked, incident.type == "clash")


def _kind_said(actor: ActorRef, incident: Incident) -> ActorKind:
    """What the words show an actor to be that the table of actors does not know: what most claims say that say it."""
    names = {actor.name, *actor.aliases}
    said = Counter(
        claim.value.kind
        for claim in incident.claims
        if isinstance(claim.value, ActorName) and claim.value.text in names and claim.value.kind in ACTOR_KINDS
    )
    known = [kind for kind, _ in said.most_common() if kind != "unknown"]
    return cast("ActorKind", known[0]) if known else "unknown"


def _doer(actor: ActorRef, status: ResponsibilityStatus, kind: ActorKind, home: str | None) -> Party:
    known = by_key(actor.id)
    kind = known.kind if known else kind
    if kind in _STATE_KINDS:
        own = known.countries[0] if known and known.countries else country_in(actor.name)
        police = actor.id.endswith("-police")
        return Party("state", actor.name, own, known, status, police)
    if kind == "armed group":
        return Party("group", actor.name, None, known, status)
    if kind == "person":
        return Party("person", actor.name, None, known, status)
    named = target_type(actor.name)
    if named is not None and named.party == "state":
        own = country_in(actor.name)
        return Party("state", actor.name, own or home, None, status, named.code == _POLICE, taken=own is None)
    if kind == "unknown" and _armed_words(actor.name):
        return Party("unnamed armed", actor.name, None, None, status)
    proper = named is None and actor.name[:1].isupper() and not actor.name.startswith(("The ", "A ", "An "))
    return Party("named" if proper else "unknown", actor.name, None, known, status)


_ARMED = (
    "gunm",
    "militant",
    "attacker",
    "bomber",
    "assailant",
    "rebel",
    "insurgent",
    "fighter",
    "terrorist",
    "guerrilla",
)
_ARMED_MORE = ("armed m", "masked m", "bandit", "jihad", "extremist", "raider", "shooter", "militia")


def _armed_words(name: str) -> bool:
    """Whether a name that is none says that they are armed ("suspected militants")."""
    lowered = name.lower()
    named = target_type(name)
    return (named is not None and named.party == "armed") or any(word in lowered for word in (*_ARMED, *_ARMED_MORE))


def _attacked(incident: Incident, attacker: Party | None, home: str | None) -> Party | None:
    """The side that was attacked: by the kind of what was attacked, else by those who were hurt."""
    words = (*incident.targets, *incident.victims)
    party = _voted(_meaning(incident.targets, attacker is None or attacker.kind == "state"))
    party = party or _voted(_meaning(incident.victims, attacker is not None and attacker.kind == "state"))
    if party is None:
        return None
    if party == "civilians":
        return Party("civilians", "Civilians", home)
    named = next(word for word in words if (kind := target_type(word)) and kind.party == party)
    if party == "armed":
        group = next((known for word in words if (known := _group_in(word))), None)
        return Party("group" if group else "unnamed armed", group.name if group else named, None, group)
    kind = target_type(named)
    own = _state_named(incident, home)
    return Party("state", named, own, None, None, kind is not None and kind.code == _POLICE, taken=own == home)


def _meaning(words: tuple[str, ...], armed: bool) -> list[PartyKind]:
    """What the words mean that mean anything; ``armed``: whether armed people may be the ones attacked.

    The gunmen among the dead of a group's own attack are its own.
    """
    found = [kind.party for word in words if (kind := target_type(word)) and kind.party]
    return [party for party in found if armed or party != "armed"]


def _voted(parties: list[PartyKind]) -> PartyKind | None:
    """What most mean; None where two are as often meant."""
    counts = Counter(parties).most_common(2)
    if not counts or (len(counts) == 2 and counts[0][1] == counts[1][1]):
        return None
    return counts[0][0]


def _state_named(incident: Incident, home: str | None) -> str | None:
    """The state whose forces were attacked: the one that the words name, else that of the place; None for several."""
    forces = [word for word in (*incident.targets, *incident.victims) if _is_open_or_state(word)]
    named = {code for word in forces if (code := country_in(word))}
    if len(named) > 1 or any("African Union" in word or "UN " in word for word in forces):
        return None
    return named.pop() if named else home


def _is_open_or_state(word: str) -> bool:
    kind = target_type(word)
    return kind is None or kind.party == "state"


def _group_in(words: str) -> KnownActor | None:
    """The armed group whose name stands at the beginning of the words ("al-Shabaab camps")."""
    parts = words.split()
    for end in range(len(parts), 0, -1):
        known = lookup(" ".join(parts[:end]))
        if known and known.kind == "armed group":
            return known
    return None


def ucdp_id(party: Party) -> int | None:
    """UCDP's number of an actor: of a government, or of a group whose entry names it; else None."""
    if party.kind == "state":
        codes = country_codes(party.country)
        return codes.government if codes else None
    return next(_ucdp_ids(party.known), None) if party.known else None


def _ucdp_ids(known: KnownActor) -> Iterator[int]:
    for words in (known.source, *known.ids):
        head, _, number = words.replace("ucdp:", "UCDP ").partition(" ")
        if head == "UCDP" and number.isdigit():
            yield int(number)
