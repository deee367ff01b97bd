"""What the trained marker says of each word: its heads and their labels, shared by training and use.

A *span head* gives each word O, B-x or I-x; a *word head* gives one label to a word that a span begins with; a *window
head* speaks of the whole stretch of text. The order of heads and labels is the order of the network's outputs: a change
here needs new weights.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from relata.model import EventType, Realis, Stance

HeadKind = Literal["span", "word", "window"]


@dataclass(frozen=True, slots=True)
class Head:
    """One head of the network.

    Attributes:
        name: what it speaks of.
        kind: whether it marks spans, words or whole windows.
        classes: what it tells apart.
    """

    name: str
    kind: HeadKind
    classes: tuple[str, ...]

    @property
    def labels(self) -> tuple[str, ...]:
        """One label for each output, in order."""
        if self.kind != "span":
            return self.classes
        return ("O", *(f"{mark}-{name}" for name in self.classes for mark in "BI"))


HEADS: tuple[Head, ...] = (
    Head("trigger", "span", ("event",)),
    Head("type", "word", get_args(EventType)),
    Head("realis", "word", get_args(Realis)),
    Head("role", "span", ("attacker", "victim", "target", "weapon", "when", "where")),
    Head("toll", "span", ("killed", "wounded", "missing", "abducted", "arrested")),
    Head("side", "word", ("other", "attacker")),
    Head("responsible", "span", ("actor",)),
    Head("stance", "word", get_args(Stance)),
    Head("holder", "span", ("holder",)),
    Head(
        "entity",
        "span",
        (
            "Person",
            "Organisation",
            "Location",
            "Nationality",
            "Temporal",
            "Quantity",
            "Weapon",
            "Vehicle",
            "MilitaryPlatform",
            "Money",
            "DocumentReference",
        ),
    ),
    Head("terror", "span", ("individual", "organisation", "target", "victim", "weapon")),
    Head("act", "span", ("attack", "die", "injure", "damage", "detain", "move", "threaten", "demonstrate")),
    Head("part", "span", ("attacker", "target", "victim", "instrument", "place", "detainee")),
    Head(
        "incident",
        "window",
        ("relevant", "ATTACK", "BOMBING", "KIDNAPPING", "ARSON", "ROBBERY", "HIJACKING"),
    ),
)
"""Every head, in the order of the outputs.

``trigger`` to ``holder`` follow the claims corpus, ``entity`` re3d, ``terror`` and ``incident`` MUC-4, ``act`` and ``part`` WikiEvents.
"""

LINKS: tuple[str, ...] = ("event", "voice")
"""Pairs of words that belong together: an argument or a toll and its trigger; a claim and the words for who holds it."""
LINK_WIDTH = 64
"""Numbers by which a word is compared, for each link once as the one that asks and once as the one that is found."""


def head(name: str) -> Head:
    """The head of that name."""
    return next(one for one in HEADS if one.name == name)


def columns(name: str) -> tuple[int, int]:
    """Where the outputs of a head stand among those of its kind (words and spans together, windows apart)."""
    wanted = head(name)
    at = 0
    for one in HEADS:
        if (one.kind == "window") != (wanted.kind == "window"):
            continue
        if one is wanted:
            return at, at + len(one.labels)
        at += len(one.labels)
    raise KeyError(name)


def width(kind: Literal["word", "window"]) -> int:
    """How many outputs a word has, or a window."""
    return sum(len(one.labels) for one in HEADS if (one.kind == "window") == (kind == "window"))
