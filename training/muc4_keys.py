"""What the keys of MUC-4 say, as the learnt decisions of its benchmark compare it: strings, values, dates, places."""

from __future__ import annotations

import re
from collections.abc import Iterable

from benchmarks.muc4_format import KeyTemplate, alternatives
from benchmarks.muc4_spans import plain

SLOTS = {"PerpInd": (9,), "PerpOrg": (10,), "Target": (12,), "Victim": (18, 19), "Weapon": (6,)}
_VALUE = re.compile(r"[?()]")


def strings(template: KeyTemplate, role: str) -> list[set[str]]:
    """The fillers of a role in a template of the key, each with its alternatives; titles are those of names."""
    found = []
    for slot in (19,) if role == "Title" else SLOTS[role]:
        for line in template.slots.get(slot, []):
            value, tagged, _ = line.partition('":')
            if bool(tagged) == (role == "Title") or slot != 19:
                own = {plain(one) for one in alternatives(value + '"' if tagged else line)}
                if own:
                    found.append(own)
    return found


def wanted_strings(templates: Iterable[KeyTemplate], role: str) -> set[str]:
    """Every string that some templates of the key allow for a role."""
    return {text for template in templates for own in strings(template, role) for text in own}


def tagged(template: KeyTemplate, slot: int, text: str) -> list[str]:
    """The values that a slot of the key gives to a string, the first of alternatives each."""
    found = []
    for line in template.slots.get(slot, []):
        value, quote, rest = line.partition('"')
        if quote and text in {plain(one) for one in alternatives(quote + rest)}:
            found.append(first_value(value))
    return found


def first_value(words: str) -> str:
    """The first of the set values of a line, without marks."""
    return _VALUE.sub("", words).split(":")[0].split("/")[0].strip()


def first_date(filler: str) -> str:
    """The first of the dates that a line of the key allows."""
    return filler.lstrip("? ").split("/")[0].strip()


def country_of(template: KeyTemplate) -> str:
    """The first country that the key allows."""
    return template.slots.get(3, [""])[0].split(":")[0].split("/")[0].strip(" ?(")


def place_names(filler: str) -> set[str]:
    """Every name of a place in a location of the key, below the country."""
    parts = re.split(r":| - |/", filler.partition(":")[2])
    return {re.sub(r"\(.*?\)", "", part).strip(" ()?") for part in parts} - {""}
