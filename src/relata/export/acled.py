"""Incidents as rows of ACLED, with the 31 columns of its export.

Source: ACLED codebook. What each column gets stands in resources/exports/acled.yml.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import IO

from relata.export.coding.coded import Coded, coded_incidents
from relata.export.coding.notes import note
from relata.export.coding.parties import NAMED, Party
from relata.export.coding.sheet import Cell, write_table
from relata.export.shapes import COORDINATE_DIGITS
from relata.model import DateInterval, Incident, Place
from relata.store import IncidentQuery, Store
from relata.tables.exports import columns, country_codes, table, target_type, weapon_codes, weapon_family

NAME = "acled"
SEPARATOR = "; "
NO_COUNTRY = "ZZZ"
"""Instead of a country's code in an id; ISO 3166-1 leaves it to its users."""
LONGEST = 31
"""Days within which ACLED gives a day for an event whose day is not known."""
GRENADE = 7
"""GTD's weapon subtype."""


def write_acled(store: Store, stream: IO[str], query: IncidentQuery | None = None) -> None:
    """Write one row for each incident, with the 31 columns of ACLED."""
    write_table(stream, columns(NAME), map(acled_row, coded_incidents(store, query)))


def acled_row(coded: Coded) -> dict[str, Cell]:
    """One incident as a row of ACLED."""
    found: dict[str, Cell] = dict.fromkeys(columns(NAME))
    iso3 = coded.country.iso3 if coded.country else NO_COUNTRY
    day = day_of(coded.date) if coded.date else None
    event, sub = event_types(coded)
    found |= {
        "event_id_cnty": f"{iso3}{coded.number}",
        "event_date": day.isoformat() if day else None,
        "year": coded.date.start.year if coded.date and coded.date.start.year == coded.date.end.year else None,
        "time_precision": time_precision(coded.date) if coded.date else None,
        "disorder_type": table(NAME)["disorder"][event],
        "event_type": event,
        "sub_event_type": sub,
        **_actors(coded),
        **_place(coded),
        "source": SEPARATOR.join(dict.fromkeys(one.outlet for one in coded.sources if one.outlet)),
        "notes": note(coded.incident, coded.known),
        "fatalities": coded.killed.best or 0,
        "tags": SEPARATOR.join(_tags(coded)),
    }
    return found


def event_types(coded: Coded) -> tuple[str, str]:
    """Event type and sub-event type, by the first row of the table that fits."""
    incident, attacked = coded.incident, coded.sides.attacked
    against = {"unnamed armed": "armed", "group": "armed"}.get(attacked.kind, attacked.kind) if attacked else ""
    arrested = bool(incident.arrested and incident.arrested.figure)
    for row in table(NAME)["types"]:
        fits = row["type"] == incident.type
        fits = fits and ("against" not in row or against in row["against"])
        fits = fits and ("killed" not in row or row["killed"] == bool(coded.killed.best))
        fits = fits and ("arrested" not in row or row["arrested"] == arrested)
        if fits and ("weapon" not in row or _has_weapon(coded, row["weapon"])):
            return row["event"], row["sub"]
    raise AssertionError(f"resources/exports/acled.yml has no row for {incident.type}")


def day_of(date_: DateInterval) -> date | None:
    """The one day of an event: the middle of the days that are possible; None where they are too many."""
    return date_.start + timedelta(days=(date_.days - 1) // 2) if date_.days <= LONGEST else None


def time_precision(date_: DateInterval) -> int | None:
    """ACLED's precision: 1 a day, 2 up to a week, 3 up to a month; None beyond."""
    return next((code for code, days in ((1, 1), (2, 7), (3, LONGEST)) if date_.days <= days), None)


def geo_precision(place: Place) -> int:
    """ACLED's precision: 1 a town or site, 2 near one or a district, 3 more."""
    if place.precision in ("site", "city"):
        return 1 if place.naming == "at" and place.lat is not None else 2
    return 2 if place.precision == "district" else 3


def interaction(first: int, second: int) -> int:
    """Both inter codes as one number, the lower digit first; a lone actor's number ends in 0."""
    low, high = sorted((first, second))
    return low * 10 + high if low else high * 10


def _has_weapon(coded: Coded, wanted: str) -> bool:
    if wanted == "grenade":
        return bool(coded.weapons) and all(
            (codes := weapon_codes(one)) and codes[1] == GRENADE for one in coded.weapons
        )
    return any(weapon_family(one) == wanted for one in coded.weapons)


def _actors(coded: Coded) -> Mapping[str, Cell]:
    sides, home = coded.sides, coded.incident.place.country if coded.incident.place else None
    first, others = sides.attacker, sides.attackers[1:]
    first = first or Party("state" if coded.incident.type == "air strike" else "unnamed armed", "")
    inter1, inter2 = inter(first, home), inter(sides.attacked, home)
    targeted = sides.attacked is not None and sides.attacked.kind == "civilians"
    victims = [" ".join(word.split()) for word in coded.incident.victims if targeted and _tells(word)]
    return {
        "actor1": actor_name(first, home),
        "assoc_actor_1": SEPARATOR.join(dict.fromkeys(filter(None, (actor_name(one, home) for one in others)))),
        "inter1": inter1,
        "actor2": actor_name(sides.attacked, home),
        "assoc_actor_2": SEPARATOR.join(victims),
        "inter2": inter2,
        "interaction": interaction(inter1, inter2),
        "civilian_targeting": "Civilian targeting" if targeted else None,
    }


def actor_name(party: Party | None, home: str | None) -> str | None:
    """An actor as ACLED writes it: "Police Forces of Kenya", "Civilians (Kenya)", a group by its name.

    Whom nobody names is an Unidentified Armed Group, or Unidentified Military Forces; None where nobody is.
    """
    if party is None:
        return None
    here = country_codes(home)
    where = f" ({here.name})" if here else ""
    if party.kind == "state":
        codes = country_codes(party.country)
        force = "Police Forces" if party.police else "Military Forces"
        return f"{force} of {codes.name}" if codes else f"Unidentified {force}"
    if party.kind == "civilians":
        return f"Civilians{where}"
    return party.name if party.kind in NAMED else f"Unidentified Armed Group{where}"


def inter(party: Party | None, home: str | None) -> int:
    """ACLED's code for the kind of an actor, in a country."""
    codes: dict[str, int] = table(NAME)["inter"]
    if party is None:
        return codes["nobody"]
    if party.kind == "civilians":
        return codes["civilians"]
    if party.kind == "state":
        return codes["state"] if party.country == home else codes["external"]
    if party.kind != "group":
        return codes["militia"]
    key = party.known.key if party.known else ""
    if key in table(NAME)["communal"]:
        return codes["communal"]
    return codes["militia" if key in table(NAME)["militias"] else "rebels"]


def _place(coded: Coded) -> Mapping[str, Cell]:
    place, codes = coded.incident.place, coded.country
    if place is None:
        return {}
    return {
        "iso": codes.iso if codes else None,
        "region": codes.acled if codes else None,
        "country": codes.name if codes else None,
        "admin1": place.admin1,
        "admin2": place.admin2,
        "location": place.name,
        "latitude": None if place.lat is None else round(place.lat, COORDINATE_DIGITS),
        "longitude": None if place.lon is None else round(place.lon, COORDINATE_DIGITS),
        "geo_precision": geo_precision(place),
    }


_WOMEN = frozenset({"woman", "women", "girl", "girls", "schoolgirl", "schoolgirls"})


def _tags(coded: Coded) -> Iterator[str]:
    words = [word.split()[-1].lower() for word in coded.incident.victims if word.split()]
    if words and coded.sides.attacked and coded.sides.attacked.kind == "civilians" and set(words) <= _WOMEN:
        yield "women targeted"
    yield f"standing={coded.incident.standing}"


def _tells(word: str) -> bool:
    kind = target_type(word)
    return kind is not None and kind.party == "civilians"


def remarks(incident: Incident) -> Iterator[str]:
    """What ACLED would not have as a row, or has another way, of one incident."""
    date_ = incident.date
    if date_ is None or not date_.year_known or day_of(date_) is None:
        yield "ACLED gives a day for every event; no day within a month is known here, and event_date is empty."
    if incident.killed is None or incident.killed.figure is None:
        yield "ACLED writes 0 fatalities where nobody gives a number; that nobody does is not to be seen."
