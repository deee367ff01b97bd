"""How things look: few colours, each with one meaning; without colour nothing is lost."""

from __future__ import annotations

HEADING = "bold"
QUOTE = "bold"
ASIDE = "dim"
NUMBER = "bold"

STANDING = {"confirmed": "green", "reported": "", "contested": "red", "unconfirmed": "yellow"}
"""Colour of each standing of an incident."""

STANCE = {
    "asserts": "",
    "claims": "magenta",
    "suspects": "yellow",
    "denies": "red",
    "doubts": "yellow",
    "confirms": "green",
}
"""Colour of each stance of a claim's holder."""

ID_SHOWN = 8
"""Digits of an id shown: 32 bits, of which four suffice to ask for an incident in a small database."""


def short_id(id_: str) -> str:
    """The beginning of an id, which every verb takes in its place."""
    return id_[:ID_SHOWN]
