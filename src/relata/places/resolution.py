"""Which of the places that bear a name a text means.

A name is weighed by size and by what the text says around it: the words beside it ("Paris, Texas", "Nangarhar
province"), the other places named, the peoples named, and hints of the caller. Names support one another: places that
share a country, a first-level unit, or a stretch of some hundred kilometres. All mentions of a name in one text mean
one place, unless the words beside one of them say otherwise.
Source: spatial minimality after Leidner, "Toponym Resolution in Text" (2007); one sense per discourse after Gale,
Church and Yarowsky (1992).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from relata.model import Place
from relata.places.containment import find_containers, find_possessors, home_country
from relata.places.demonyms import country_of_demonym, find_demonyms
from relata.places.folding import fold
from relata.places.gazetteer import Candidate, CandidateKind, as_place, gazetteer
from relata.places.parts import part_of
from relata.places.strays import Anchors, unlisted_place
from relata.places.toponyms import Toponym
from relata.places.votes import Name, Ranked, holds, spoken_countries, weigh
from relata.places.words import place_words


@dataclass(frozen=True, slots=True)
class Resolved:
    """A toponym with the place it stands for.

    Attributes:
        toponym: the name in the text.
        candidate: the entry of the gazetteer, or None where nothing bears the name.
        place: the place of the model, with precision; for "southwestern Pakistan" that part of the country. None
            where ``candidate`` is None.
        score: support of the choice over the next best, from 0 (a toss-up) to 1; 1 where there is one bearer only.
        because: a sentence for people.
    """

    toponym: Toponym
    candidate: Candidate | None
    place: Place | None
    score: float
    because: str


GUESSED = 300_000
"""Inhabitants from which a place that bears a name in another spelling only is believed where nothing speaks for it."""
CONSIDERED = 60
"""Bearers of one name that are weighed; the largest ones and all units and countries among them."""


def resolve(
    toponyms: Sequence[Toponym],
    *,
    text: str,
    countries_hint: Sequence[str] = (),
    homes: Mapping[str, float] | None = None,
) -> tuple[Resolved, ...]:
    """The place of each toponym, in the same order.

    Args:
        toponyms: names in ``text``, in any order.
        text: the whole report: peoples and places around the names decide.
        countries_hint: ISO 3166-1 alpha-2 codes that the caller has reason to expect (the outlet's country, the
            dateline), strongest first.
        homes: country → how much peoples, forces and groups in the text speak for it, 1 for one clear sign; None
            where the caller does not know: then the peoples named are counted here.
    """
    names = _names(toponyms, text)
    homes = _peoples(text) if homes is None else homes
    ranked = weigh(names, _country_hints(countries_hint, homes))
    of_scene = [name for name in names if not all(_is_maker(toponyms[number], text) for number in name.members)]
    speaking = spoken_countries(of_scene, ranked, _spoken_hints(countries_hint, homes))
    chosen = {name.base: ranked[name.key][0][1] for name in reversed(names) if ranked[name.key] and not name.guessed}
    by_place = {place: name for name in names for place in name.members}
    anchors = Anchors(
        text,
        [
            (toponym.span, chosen[by_place[number].base])
            for number, toponym in enumerate(toponyms)
            if by_place[number].base in chosen
        ],
        speaking,
    )
    found: list[Resolved] = []
    for number, toponym in enumerate(toponyms):
        name = by_place[number]
        rows, held_by = ranked[name.key], chosen.get(name.holder)
        if not rows and held_by is not None and held_by.kind == "city" and not anchors.astray(held_by):
            found.append(_in_town(toponym, held_by))
            continue
        found.append(_choose(toponym, name, rows, _holder(held_by), anchors))
    return tuple(found)


_MAKER = re.compile(r"[\s‐‑-](?:backed|led|made|funded|trained|supported|allied|built|supplied)\b")


def _is_maker(toponym: Toponym, text: str) -> bool:
    """ "US-backed fighters", "a Saudi Arabia-led coalition": a country that stands behind somebody elsewhere."""
    return _MAKER.match(text, toponym.span.end) is not None


def _choose(toponym: Toponym, name: Name, rows: Ranked, holder: Candidate | None, anchors: Anchors) -> Resolved:
    """The best bearer, or the place as one that the gazetteer lacks, where no bearer can be meant."""
    if holder is not None and not anchors.astray(holder):
        if rows and (holds(rows[0][1], holder) or rows[0][1].kind not in ("city", "admin2")):
            return _resolved(toponym, rows)
        return _inside(toponym, holder)
    if name.home:
        there = [row for row in rows if row[1].country == name.home]
        if there:
            return _resolved(toponym, there)
        if not rows or rows[0][1].kind in ("city", "admin2"):
            return _unlisted(toponym, name.home, rows)
    if name.guessed:
        near = [row for row in rows if anchors.speaks_of(row[1].country)]
        spoken = any(map(anchors.speaks_of, anchors.speaking))
        rows = near if spoken else [row for row in rows if row[1].population >= GUESSED]
    if rows and (_certain(name, rows) or not anchors.astray(rows[0][1])):
        return _resolved(toponym, rows)
    near = [row for row in rows if anchors.speaks_of(row[1].country) and not anchors.astray(row[1])]
    if near:
        return _resolved(toponym, near)
    home = anchors.country_at(toponym.span)
    if home is None:
        return _nothing(toponym, rows, anchors.speaking)
    if rows and rows[0][1].country == home:
        return _resolved(toponym, rows)
    return _unlisted(toponym, home, rows)


def _certain(name: Name, rows: Ranked) -> bool:
    """Whether one place alone bears the name as its own, and the word beside says its kind: "Mohmand district"."""
    own = [place for _, place, _ in rows if not place.other_name and place.kind in name.kinds]
    return len(own) == 1 and own[0] == rows[0][1] and len({place.country for _, place, _ in rows}) == 1


def _names(toponyms: Sequence[Toponym], text: str) -> list[Name]:
    """One entry for each name, container and kind word in the text, in order of first mention."""
    containers = find_containers(toponyms, text)
    gathered: dict[str, Name] = {}
    said: dict[str, tuple[str, frozenset[str]]] = {}
    for number, toponym in enumerate(toponyms):
        base = fold(toponym.name)
        holder = fold(toponyms[containers[number]].name) if number in containers else ""
        kinds = _said_kinds(toponym)
        if holder or kinds:
            said.setdefault(base, (holder, kinds))
    possessors = find_possessors(toponyms, text)
    for number, toponym in enumerate(toponyms):
        base = fold(toponym.name)
        holder = fold(toponyms[containers[number]].name) if number in containers else ""
        kinds = _said_kinds(toponym) or (WITH_PARTS if number in possessors else frozenset())
        home = home_country(toponym, text)
        if not holder and base in said:
            holder = said[base][0]
        key = "|".join((base, holder, home, "/".join(sorted(kinds))))
        if key not in gathered:
            bearers = candidates(toponym.name)
            guessed = not gazetteer().as_written(toponym.name) and bool(bearers)
            gathered[key] = Name(key, base, holder, kinds, bearers, guessed, home)
        gathered[key].members.append(number)
    return list(gathered.values())


def _said_kinds(toponym: Toponym) -> frozenset[CandidateKind]:
    """The kinds of place that the words beside a name admit; "southern Kandahar" is the unit, not its town."""
    if toponym.kind is None and (toponym.direction or "").endswith("ern") and not toponym.name.endswith(" City"):
        return WITH_PARTS
    return place_words().units.get(toponym.kind or "", frozenset())  # type: ignore[return-value] # kinds, as in the table


WITH_PARTS: frozenset[CandidateKind] = frozenset({"admin1", "admin2", "country", "region", "group"})


def candidates(name: str) -> tuple[Candidate, ...]:
    """The bearers of a name that are weighed: at most ``CONSIDERED``; a people's name stands for its country."""
    found = gazetteer().lookup(name)
    code = country_of_demonym(name)
    people = gazetteer().country(code) if code else None
    if people and (not found or all(place.kind == "city" for place in found)):
        return (people,)
    wide = [place for place in found if place.kind not in ("city", "admin2")]
    rest = [place for place in found if place.kind in ("city", "admin2")]
    return tuple(wide + rest[: max(0, CONSIDERED - len(wide))])


def _country_hints(given: Sequence[str], homes: Mapping[str, float]) -> dict[str, float]:
    """Country → weight from the caller's hints and from the peoples, forces and groups that the text names."""
    hints: dict[str, float] = {}
    for number, code in enumerate(given):
        hints[code] = hints.get(code, 0.0) + 2.0 / (1 + number)
    for code, weight in homes.items():
        hints[code] = min(2.0, hints.get(code, 0.0) + 0.8 * weight)
    return hints


PEOPLE = 0.5
"""How much one mention of a people speaks of its country, beside 1 for the name of a place there."""


def _peoples(text: str) -> dict[str, float]:
    """Country → how much the peoples named speak for it."""
    found: dict[str, float] = {}
    for demonym in find_demonyms(text):
        found[demonym.country] = found.get(demonym.country, 0.0) + PEOPLE
    return found


def _spoken_hints(given: Sequence[str], homes: Mapping[str, float]) -> dict[str, float]:
    """Country → how much the hints and the peoples, forces and groups named speak of it."""
    spoken = dict.fromkeys(given, 2.0)
    for code, weight in homes.items():
        spoken[code] = min(2.0, spoken.get(code, 0.0) + weight)
    return spoken


def _holder(chosen: Candidate | None) -> Candidate | None:
    """What the text says holds a name, if that is a country or a unit."""
    return chosen if chosen is not None and chosen.kind in ("country", "admin1", "admin2") else None


def _in_town(toponym: Toponym, town: Candidate) -> Resolved:
    """A village or quarter that the gazetteer lacks, said to lie in or by a town: near the town's point."""
    because = f"no {toponym.name} is known; the text puts it in or by {town.name} ({town.country})"
    return Resolved(toponym, None, replace(as_place(town), name=toponym.name, naming="near"), 0.5, because)


def _inside(toponym: Toponym, holder: Candidate) -> Resolved:
    """A place that the gazetteer lacks, put in the middle of the unit said to hold it, with that precision."""
    because = f"no {toponym.name} is known there; the text puts it in {holder.name} ({holder.country})"
    if holder.kind == "country":
        return Resolved(toponym, None, unlisted_place(toponym, holder.country), 0.5, because)
    return Resolved(toponym, None, replace(as_place(holder), name=toponym.name), 0.5, because)


def _unlisted(toponym: Toponym, country: str, rows: Ranked) -> Resolved:
    """A place that the gazetteer lacks, in the country that the text speaks of."""
    other = f"the {toponym.name} in {rows[0][1].country} is not likely" if rows else f"no {toponym.name} is known"
    because = f"{other}; the text speaks of {country}"
    return Resolved(toponym, None, unlisted_place(toponym, country), 0.25, because)


def _nothing(toponym: Toponym, rows: Ranked, speaking: Mapping[str, float]) -> Resolved:
    if not rows:
        return Resolved(toponym, None, None, 0.0, f"nothing in the gazetteer bears the name {toponym.name!r}")
    told = " and ".join(sorted(speaking, key=lambda code: (-speaking[code], code))[:2])
    because = f"the only {toponym.name} likely lies in {rows[0][1].country}, but the text speaks of {told}"
    return Resolved(toponym, None, None, 0.0, because)


def _resolved(toponym: Toponym, ranked: Ranked) -> Resolved:
    score, chosen, why = ranked[0]
    margin = 1.0 if len(ranked) == 1 else min(1.0, (score - ranked[1][0]) / 4.0)
    held = ", ".join(part for part in (chosen.admin1 if chosen.kind != "admin1" else "", chosen.country) if part)
    choice = f"{chosen.name} ({chosen.kind}{', ' + held if held else ''})"
    because = f"{choice}: {why if len(ranked) > 1 else 'the only place of that name'}"
    place = part_of(chosen, toponym.direction, toponym.kind) or as_place(chosen)
    return Resolved(toponym, chosen, place, round(margin, 3), because)
