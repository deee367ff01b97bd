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
SENTENCES: Mapping[Facet, tuple[str, str]] = {
    "date": ("the date is lost", "{n} dates are lost"),
    "date interval": (
        "a date that is a stretch of days is written as one day",
        "{n} dates that are stretches of days are written as one day",
    ),
    "year left open": (
        "a date whose year the reports leave open is left out",
        "{n} dates whose year the reports leave open are left out",
    ),
    "other dates": ("another date that a source gives is left out", "{n} other dates that sources give are left out"),
    "place": ("the place is lost", "{n} places are lost"),
    "precision of place": (
        "how exactly the place is known is lost or made coarser",
        "how exactly the place is known is lost or made coarser in {n} incidents",
    ),
    "other places": (
        "another place that a source names is left out",
        "{n} other places that sources name are left out",
    ),
    "killed": ("the number of dead is lost", "{n} numbers of dead are lost"),
    "toll range": ("a toll's low and high are lost", "low and high of {n} tolls are lost"),
    "competing tolls": (
        "another figure of the dead that a source gives is no value of its own",
        "{n} other figures of the dead that sources give are no values of their own",
    ),
    "attackers killed": (
        "the attackers' own dead are not apart from the others",
        "the attackers' own dead are not apart from the others in {n} incidents",
    ),
    "wounded": ("the number of wounded is lost", "{n} numbers of wounded are lost"),
    "missing": ("the number of missing is lost", "{n} numbers of missing are lost"),
    "abducted": ("the number of abducted is lost", "{n} numbers of abducted are lost"),
    "arrested": ("the number of arrested is lost", "{n} numbers of arrested are lost"),
    "doers": (
        "another actor that is said to have done it is left out",
        "{n} other actors that are said to have done it are left out",
    ),
    "status": (
        "whether the actor claimed it, is suspected, or disputes it is lost",
        "whether they claimed it, are suspected, or dispute it is lost of {n} actors",
    ),
    "denials": ("a denial is no value of its own", "{n} denials are no values of their own"),
    "competing claims": (
        "a competing claim of responsibility is lost",
        "{n} competing claims of responsibility are lost",
    ),
    "ways of claiming": (
        "the way in which responsibility was claimed is lost",
        "the ways in which responsibility was claimed are lost, {n} times",
    ),
    "doubts": ("a doubt is no value of its own", "{n} doubts are no values of their own"),
    "targets": ("a target's own words are left out", "the own words of {n} targets are left out"),
    "victims": ("the words for victims are left out", "{n} words for victims are left out"),
    "weapons": ("a weapon's own words are left out", "the own words of {n} weapons are left out"),
    "claims": (
        "a statement, with who says it, how surely and in which words, is not carried",
        "{n} statements, with who says them, how surely and in which words, are not carried",
    ),
    "holders": (
        "somebody who says something of it is not named",
        "{n} who say something of it are not named",
    ),
    "reports": ("a report is not cited", "{n} reports are not cited"),
    "independence": (
        "that reports derive from one another is lost",
        "that reports derive from one another is lost in {n} incidents",
    ),
    "standing": (
        "how it stands, and why, is no value of its own",
        "how {n} incidents stand, and why, is no value of its own",
    ),
    "decisions": ("a decision of an analyst is left out", "{n} decisions of analysts are left out"),
}
"""What is said where something of a facet is lost: of one, and of several."""
EVERYTHING: Mapping[Facet, int | None] = dict.fromkeys(FACETS)
"""For a form that loses nothing."""


def every(*facets: Facet) -> dict[Facet, int | None]:
    """For a form that carries any number of these."""
    return dict.fromkeys(facets)
