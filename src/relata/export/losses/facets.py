"""What an incident holds that a form of export may or may not carry."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

Facet = Literal[
    "date",
    "date interval",
    "year left open",
    "other dates",
    "place",
    "precision of place",
    "other places",
    "killed",
    "toll range",
    "competing tolls",
    "attackers killed",
    "wounded",
    "missing",
    "abducted",
    "arrested",
    "doers",
    "status",
    "denials",
    "competing claims",
    "ways of claiming",
    "doubts",
    "targets",
    "victims",
    "weapons",
    "claims",
    "holders",
    "reports",
    "independence",
    "standing",
    "decisions",
]
FACETS: tuple[Facet, ...] = get_args(Facet)
EVERYTHING: Mapping[Facet, int | None] = dict.fromkeys(FACETS)
"""For a form that loses nothing."""
