"""Learnt decisions of the MUC-4 benchmark: tables of named weights, and how likely they say something is.

The tables stand beside this file: ``muc4_weights.json`` (over words; ``python -m training.muc4`` makes it) and
``muc4_marked.json`` (over what these and the marker say; ``python -m training.muc4_marked``).
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

Table = dict[str, float]
PATH = Path(__file__).with_name("muc4_weights.json")
"""Where the tables over words stand."""
MARKED = Path(__file__).with_name("muc4_marked.json")
"""Where the tables over witnesses stand."""
BIAS = ""
"""The name of the weight that everything has."""
STEPS = tuple(range(-6, 6))
"""Log odds at which a probability, taken as a feature, takes a step."""


def probability(table: Table, features: Iterable[str]) -> float:
    """How likely a table says that something with these features is what it was trained to tell; 0 to 1."""
    score = table.get(BIAS, 0.0) + sum(table.get(name, 0.0) for name in set(features))
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score))))


def likeliest(tables: dict[str, Table], features: Iterable[str]) -> tuple[str, float]:
    """The name of the table that gives the highest probability, and that probability; the first of equals."""
    own = set(features)
    scored = {name: probability(table, own) for name, table in tables.items()}
    best = max(scored, key=lambda name: scored[name])
    return best, scored[best]


@cache
def weights() -> dict[str, dict[str, Table]]:
    """Every decision with its tables: decision → outcome → weights."""
    return {**tables_of(PATH), **tables_of(MARKED)}


def tables_of(path: Path) -> dict[str, dict[str, Table]]:
    """The decisions of one file."""
    loaded: dict[str, dict[str, Table]] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def logit(likely: float) -> float:
    """A probability as natural log odds, within sensible bounds."""
    bounded = min(max(likely, 1e-4), 1 - 1e-4)
    return math.log(bounded / (1 - bounded))


def steps(name: str, likely: float, at: Sequence[float] = STEPS) -> Iterator[str]:
    """A probability as features: one for each step of log odds that it reaches."""
    value = logit(likely)
    return (f"{name}>{step}" for step in at if value >= step)
