"""One incident with what all forms of event data take from it, worked out once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from relata.export.coding.citing import Citation, citations, cited
from relata.export.coding.deaths import Harm, Split, harm_of, split_of
from relata.export.coding.parties import Sides, sides_of
from relata.export.selection import select
from relata.model import DateInterval, Incident, Names
from relata.store import IncidentQuery, Store
from relata.tables.exports import CountryCodes, TargetType, country_codes, target_type

ID_DIGITS = 12
"""Hexadecimal digits of an incident's id in its number: below 2**48, so that R and spreadsheets keep it whole."""


@dataclass(frozen=True, slots=True)
class Coded:
    """An incident, coded.

    Attributes:
        incident: the incident.
        number: a number made from its id, the same in every export.
        date: its date, or None where none is known or its year is open.
        country: codes of the country of its place, or None.
        sides: who attacked whom.
        killed: people killed, the attackers' own among them.
        wounded: people wounded, likewise.
        split: the dead by whose they were.
        sources: its reports, the earliest first.
        weapons: its weapons, without what is but the end of a target's name ("club" of "El Nogal club").
        names: who is who.
    """

    incident: Incident
    number: int
    date: DateInterval | None
    country: CountryCodes | None
    sides: Sides
    killed: Harm
    wounded: Harm
    split: Split
    sources: tuple[Citation, ...]
    weapons: tuple[str, ...]
    names: Names

    @property
    def targets(self) -> list[tuple[str, TargetType]]:
        """What was attacked, with its type; where no words of targets have one, who was hurt."""
        for words in (self.incident.targets, self.incident.victims):
            found = [(word, kind) for word in words if (kind := target_type(word))]
            if found:
                return found
        return []

    @property
    def known(self) -> dict[str, Citation]:
        """Its reports as sources, by id."""
        return {one.id: one for one in self.sources}


def coded_incidents(store: Store, query: IncidentQuery | None = None) -> Iterator[Coded]:
    """The incidents that the query chooses, by date and id, coded one by one: memory holds their sources, no texts."""
    chosen = select(store, query)
    known = citations(chosen.reports(store))
    return (code_incident(incident, known, chosen.context.names) for incident in chosen.incidents(store))


def code_incident(incident: Incident, known: Mapping[str, Citation], names: Names) -> Coded:
    """One incident, coded.

    Args:
        incident: the incident.
        known: reports as sources, by id.
        names: who is who.
    """
    sides = sides_of(incident)
    killed = harm_of(incident, "killed", incident.killed)
    return Coded(
        incident=incident,
        number=int(incident.id[:ID_DIGITS], 16),
        date=incident.date if incident.date and incident.date.year_known else None,
        country=country_codes(incident.place.country) if incident.place else None,
        sides=sides,
        killed=killed,
        wounded=harm_of(incident, "wounded", incident.wounded),
        split=split_of(incident, sides, killed),
        sources=cited(incident, known),
        weapons=tuple(word for word in incident.weapons if not _ends(word, incident.targets)),
        names=names,
    )


def _ends(word: str, targets: tuple[str, ...]) -> bool:
    return any(target.lower().endswith(f" {word.lower()}") for target in targets)
