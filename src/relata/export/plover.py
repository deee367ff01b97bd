"""Incidents as PLOVER records: JSON, one on a line.

Source: PLOVER manual 0.8 (Open Event Data Alliance), section on the record format. What each field gets stands in
resources/exports/plover.yml.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO, Any

from relata.export.coding.citing import citation_text, one_line
from relata.export.coding.coded import Coded, coded_incidents
from relata.export.coding.notes import differences, standing_text, summary
from relata.export.coding.parties import Party
from relata.export.shapes import COORDINATE_DIGITS
from relata.export.to_json import generator
from relata.model import Incident, Toll
from relata.store import IncidentQuery, Store
from relata.tables.exports import country_codes, table, target_type, weapon_family

NAME = "plover"
MATERIAL_CONFLICT = 4
RESOLUTION = {"site": 5, "city": 4, "district": 3, "admin1": 2, "region": 1, "country": 1}
"""Precision of a place → PLOVER's code."""
TOLLS = {"dead": "killed", "injured": "wounded", "missing": "missing", "abducted": "abducted", "arrested": "arrested"}


def write_plover(store: Store, stream: IO[str], query: IncidentQuery | None = None) -> None:
    """Write one record for each incident, each on its line, UTF-8."""
    made = generator(store.makers())
    by = "; ".join(f"{one['name']} {one['version']}" for one in made["extractors"])
    for coded in coded_incidents(store, query):
        record = {"coder": f"relata {made['version']} ({by})", **plover_record(coded)}
        ordered = {name: record[name] for name in table(NAME)["fields"]}
        stream.write(json.dumps(ordered, ensure_ascii=False, allow_nan=False) + "\n")


def plover_record(coded: Coded) -> dict[str, Any]:
    """One incident as a PLOVER record, all fields but the coder."""
    incident, date = coded.incident, coded.date
    event, mode, scale = event_of(coded)
    attackers = [entity(party) for party in coded.sides.attackers]
    attacked = _attacked(coded)
    return {
        "id": incident.id,
        "has_event": True,
        "date": date.start.isoformat() if date else None,
        "time": None,
        "enddate": date.end.isoformat() if date else None,
        "endtime": None,
        "date_precision": date.precision if date else None,
        "actor": [*attackers, *attacked] if coded.sides.mutual else attackers,
        "recipient": [] if coded.sides.mutual else attacked,
        "event": [event],
        "event_loc": _location(coded),
        "event_text": [
            {"report": claim.report, "start": claim.span.start, "end": claim.span.end, "text": one_line(claim.quote)}
            for claim in incident.claims
            if claim.attribute == "type"
        ],
        "quad_code": MATERIAL_CONFLICT,
        "event_scale": scale,
        "mode": [mode] if mode else [],
        "context": _contexts(coded),
        "size": {name: _figures(getattr(incident, attribute)) for name, attribute in TOLLS.items()},
        "link": [],
        "text": summary(incident),
        "text_info": [],
        "cite_info": [
            {
                "citation": citation_text(one),
                "url": one.uri if one.uri.startswith(("http://", "https://")) else None,
                "title": one.title,
                "language": "en",
                "publication": one.outlet,
                "date": one.published.isoformat() if one.published else None,
                "report": one.id,
            }
            for one in coded.sources
        ],
        "coded_date": None,
        "coded_time": None,
        "comment": " ".join([*differences(incident, coded.known), standing_text(incident)]),
    }


def event_of(coded: Coded) -> tuple[str, str | None, float]:
    """Type, mode and intensity: by the kind of violence; where that names no mode, by the weapons."""
    incident = coded.incident
    arrests = incident.type == "raid" and incident.arrested and incident.arrested.figure and not coded.killed.best
    event, mode, scale = table(NAME)["arrest"] if arrests else table(NAME)["types"][incident.type]
    if mode is None:
        families = [family for word in coded.weapons if (family := weapon_family(word))]
        known = [table(NAME)["weapons"][family] for family in families if family in table(NAME)["weapons"]]
        mode, scale = known[0] if known else (None, scale)
    return event, mode, scale


def entity(party: Party) -> dict[str, Any]:
    """A party as PLOVER's entity: country (ISO 3166-1 alpha-3), sector, words, and Relata's key where there is one."""
    codes = country_codes(party.country)
    return {
        "code": codes.iso3 if codes and party.kind == "state" else None,
        "sector": sector(party),
        "entity_text": one_line(party.name) or None,
        "identifier_id": party.known.key if party.known else None,
        "identifier_text": "relata" if party.known else None,
        "status": party.status,
    }


def _attacked(coded: Coded) -> list[dict[str, Any]]:
    """Those who were attacked: civilians by each sector that the targets name, with its words."""
    party = coded.sides.attacked
    if party is None:
        return []
    named = {kind.sector: words for words, kind in reversed(coded.targets) if kind.party == party.kind == "civilians"}
    return [{**entity(party), "sector": code, "entity_text": one_line(words)} for code, words in named.items()] or [
        entity(party)
    ]


def sector(party: Party) -> str:
    """PLOVER's sector: police and forces apart from governments, armed people whom nobody names apart from groups."""
    sectors: dict[str, str] = table(NAME)["sectors"]
    if party.kind == "state":
        if party.police:
            return sectors["police"]
        return sectors["state" if party.known and party.known.kind == "state" else "state force"]
    named = target_type(party.name)
    if party.kind == "civilians":
        return sectors["civilians"]
    if party.kind == "unnamed armed":
        return sectors["unnamed armed"]
    kind = {"group": "armed group", "person": "person"}.get(party.kind, "unknown")
    return named.sector if kind == "unknown" and named else sectors[kind]


def _contexts(coded: Coded) -> list[str]:
    parties = [*coded.sides.attackers, *([coded.sides.attacked] if coded.sides.attacked else [])]
    found = ["military"] if any(sector(party) == "MIL" for party in parties) else []
    return [*found, *(["cbrn"] if any(weapon_family(word) == "chemical" for word in coded.weapons) else [])]


def _location(coded: Coded) -> dict[str, Any] | None:
    place, codes = coded.incident.place, coded.country
    if place is None:
        return None
    return {
        "extracted_place": next((one_line(c.quote) for c in coded.incident.claims if c.value == place), None),
        "resolved_place": place.name,
        "lat": None if place.lat is None else round(place.lat, COORDINATE_DIGITS),
        "lon": None if place.lon is None else round(place.lon, COORDINATE_DIGITS),
        "city": place.name if place.precision == "city" else None,
        "district": place.admin2,
        "province": place.admin1,
        "country": codes.name if codes else None,
        "country_code": codes.iso3 if codes else None,
        "resolution": RESOLUTION[place.precision],
    }


def _figures(toll: Toll | None) -> dict[str, int | None] | None:
    return None if toll is None else {"low": toll.low, "best": toll.best, "high": toll.high}


def remarks(incident: Incident) -> Iterator[str]:
    """What PLOVER has another way, of one incident."""
    if incident.date is None or not incident.date.year_known:
        yield "PLOVER asks for a date; date is null."
    if not incident.responsible:
        yield "PLOVER asks for an actor, and does not code events of which nobody is named; actor is empty."
