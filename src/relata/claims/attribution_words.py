"""Words of attribution: the table made from ``resources/attribution.yml`` by ``genscripts/attribution.py``."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

from relata.errors import ResourceError
from relata.model import Stance

Frame = Literal["speech", "clause", "object", "plan"]
CueKind = Literal["statement", "belief", "call", "stand", "plan"]


class CueForm(NamedTuple):
    """One reading of a written form of a cue verb.

    Attributes:
        lemma: the verb, with its particle ("say", "call for").
        form: "base", "third", "past" (also the participle of regular verbs), "participle" or "ing".
        particle: the word that must follow, or "".
        stance: how the source stands to what the verb introduces.
        frame: what must stand with it (see the resource).
        kind: statement, belief, call, stand or plan.
    """

    lemma: str
    form: str
    particle: str
    stance: Stance
    frame: Frame
    kind: CueKind


class TollCue(NamedTuple):
    """One form of a verb by which somebody gives a number.

    Attributes:
        lemma: the verb, with its particle.
        particle: the word that must follow, or "".
        beside: what must stand with the number: a word for such a "number" ("the toll"), one for the "people" counted
            too ("20 dead"), or "nothing" ("counted 30").
    """

    lemma: str
    particle: str
    beside: Literal["number", "people", "nothing"]


@dataclass(frozen=True, slots=True)
class Words:
    """All word lists of attribution; what each is for stands in the resource."""

    cues: dict[str, tuple[CueForm, ...]]
    inverted: frozenset[str]
    responsibility_verbs: frozenset[str]
    responsibility_nouns: frozenset[str]
    nouns: dict[str, Stance]
    openers: tuple[tuple[str, ...], ...]
    passives: dict[str, Stance]
    adverbs: dict[str, Stance]
    pointing: frozenset[str]
    pointing_same: frozenset[str]
    bearers: frozenset[str]
    closers: frozenset[str]
    media: frozenset[str]
    bodies: frozenset[str]
    persons: frozenset[str]
    toll_cues: dict[str, TollCue]
    toll_nouns: frozenset[str]
    toll_people: frozenset[str]


@cache
def words() -> Words:
    """The word lists, loaded once.

    Raises:
        ResourceError: if the table is missing or damaged.
    """
    try:
        table = json.loads((files("relata.tables") / "attribution.json").read_text("utf-8"))
        return Words(
            cues={form: tuple(CueForm(*row) for row in rows) for form, rows in table["cues"].items()},
            nouns=table["nouns"],
            passives=table["passives"],
            toll_cues={form: TollCue(*row) for form, row in table["toll_cues"].items()},
            adverbs=table["adverbs"],
            openers=tuple(tuple(opener) for opener in table["openers"]),
            **{name: frozenset(table[name]) for name in _SETS},
        )
    except (OSError, ValueError, KeyError) as error:
        raise ResourceError(f"the table attribution.json cannot be read ({error}); install Relata again") from error


_SETS = (
    *("inverted", "responsibility_verbs", "responsibility_nouns", "pointing", "pointing_same", "bearers", "closers"),
    *("media", "bodies", "persons", "toll_nouns", "toll_people"),
)
