"""Everything that is known of one actor, for a page: names with their grounds, profile, incidents, tolls, relations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from relata.actors.reasons import NameGround, name_grounds
from relata.answers.counting import Answer, Chosen, count, in_time
from relata.answers.profile import Related, Slot, profile, relations
from relata.answers.sums import COUNTINGS, Counting
from relata.model import STATUSES, Actor, Claim, Incident, Names, Realis, ResponsibilityStatus
from relata.tables.actors import by_key, known_actors


@dataclass(frozen=True, slots=True)
class Listed:
    """The entry of the table of known actors.

    Attributes:
        key: its key.
        parent: id and name of what it is a branch of, or None.
        branches: id and name of each branch, by name. Branches are actors apart, with incidents of their own.
        countries: ISO 3166-1 codes of where it mainly acts.
        active: first and last year ("2015-").
        source: whence the facts are.
        ids: what imported lists call it.
    """

    key: str
    parent: tuple[str, str] | None
    branches: tuple[tuple[str, str], ...]
    countries: tuple[str, ...]
    active: str
    source: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Deed:
    """An incident with how the actor is said to have done it, and by whom."""

    incident: Incident
    status: ResponsibilityStatus
    holders: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """The incidents of one year by status; ``year`` is None for those whose year is not settled."""

    year: str | None
    statuses: Mapping[ResponsibilityStatus, int]


@dataclass(frozen=True, slots=True)
class Tally:
    """A word of the reports, or a code, with the number of incidents that have it."""

    name: str
    incidents: int


@dataclass(frozen=True, slots=True)
class Dossier:
    """What is known of one actor.

    Attributes:
        actor: the actor, with all claims about it.
        listed: its entry in the table of known actors, or None.
        names: every written name with what gives it.
        profile: what is said of it, by attribute; values that disagree stand side by side.
        related: rivals, allies, leaders, members and the like, with the claims of both sides.
        deeds: its incidents by date, with the status.
        years: the same as numbers.
        tolls: for each kind of toll that anybody gives, the sum over its incidents; see
            :mod:`relata.answers.counting` for what is counted.
        targets: what was attacked, in the words of the reports, the most frequent first; like ``victims``,
            ``weapons`` and ``countries``, over incidents that it is not denied or disputed to have done.
        victims: who was hurt.
        weapons: with what.
        countries: where, by ISO 3166-1 code.
    """

    actor: Actor
    listed: Listed | None
    names: tuple[NameGround, ...]
    profile: tuple[Slot, ...]
    related: tuple[Related, ...]
    deeds: tuple[Deed, ...]
    years: tuple[Year, ...]
    tolls: Mapping[Counting, Answer]
    targets: tuple[Tally, ...]
    victims: tuple[Tally, ...]
    weapons: tuple[Tally, ...]
    countries: tuple[Tally, ...]


def make_dossier(
    actor: Actor,
    incidents: Sequence[Incident],
    *,
    names: Names,
    named_in: Iterable[Claim] = (),
    realis: Mapping[str, Realis] | None = None,
) -> Dossier:
    """The dossier of one actor.

    Args:
        actor: the actor.
        incidents: those that it is said to be responsible for, whatever the status, by date and id.
        names: which actor a name stands for.
        named_in: claims about other actors that name this one (as rival, ally, parent, leader …).
        realis: standing of each of their events in its report's words, by id.
    """
    deeds = tuple(deed for incident in incidents if (deed := _deed(incident, actor.id)))
    sure = [deed.incident for deed in deeds if deed.status not in ("denied", "disputed")]
    asked = Chosen(actors=frozenset({actor.id}))
    answers = {what: count([deed.incident for deed in deeds], what, asked=asked, realis=realis) for what in COUNTINGS}
    given = {what: found for what, found in answers.items() if found.total.incidents > found.total.silent}
    return Dossier(
        actor=actor,
        listed=_listed(actor.id),
        names=name_grounds(actor),
        profile=profile(actor, names),
        related=relations(actor, names, named_in),
        deeds=deeds,
        years=_years(deeds),
        tolls=given,
        targets=_tallies(sure, "targets"),
        victims=_tallies(sure, "victims"),
        weapons=_tallies(sure, "weapons"),
        countries=_countries(sure),
    )


def _deed(incident: Incident, actor: str) -> Deed | None:
    found = next((row for row in incident.responsible if row.actor.id == actor), None)
    return Deed(incident, found.status, found.holders) if found else None


def _listed(id_: str) -> Listed | None:
    entry = by_key(id_)
    if entry is None:
        return None
    parent = by_key(entry.parent) if entry.parent else None
    branches = sorted(
        ((one.key, one.name) for one in known_actors() if one.parent == entry.key), key=lambda row: row[1]
    )
    return Listed(
        key=entry.key,
        parent=(parent.key, parent.name) if parent else None,
        branches=tuple(branches),
        countries=entry.countries,
        active=entry.active,
        source=entry.source,
        ids=entry.ids,
    )


def _years(deeds: Iterable[Deed]) -> tuple[Year, ...]:
    found: dict[str | None, Counter[ResponsibilityStatus]] = {}
    for deed in deeds:
        for year in in_time(deed.incident, len("2022")):
            found.setdefault(year, Counter())[deed.status] += 1
    order = sorted(found, key=lambda year: (year is None, year or ""))
    return tuple(Year(year, {status: found[year][status] for status in STATUSES}) for year in order)


def _tallies(incidents: Iterable[Incident], slot: str) -> tuple[Tally, ...]:
    """Words of a slot by the number of incidents that have them; case aside, as it is first written."""
    shown: dict[str, str] = {}
    counted: Counter[str] = Counter()
    for incident in incidents:
        for folded, word in {" ".join(word.split()).casefold(): word for word in getattr(incident, slot)}.items():
            shown.setdefault(folded, word)
            counted[folded] += 1
    return tuple(Tally(shown[name], number) for name, number in sorted(counted.items(), key=_most_first))


def _countries(incidents: Iterable[Incident]) -> tuple[Tally, ...]:
    counted = Counter(one.place.country for one in incidents if one.place and one.place.country)
    return tuple(Tally(code, number) for code, number in sorted(counted.items(), key=_most_first))


def _most_first(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]
