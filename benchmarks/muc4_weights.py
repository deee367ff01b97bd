"""Learnt decisions of the MUC-4 benchmark: tables of named weights, and how likely they say something is.

The tables stand in ``muc4_weights.json`` beside this file; ``python -m training.muc4`` makes them.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from functools import cache
from pathlib import Path

Table = dict[str, float]
PATH = Path(__file__).with_name("muc4_weights.json")
"""Where the tables stand."""
BIAS = ""
"""The name of the weight that everything has."""


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
    loaded: dict[str, dict[str, Table]] = json.loads(PATH.read_text(encoding="utf-8"))
    return loaded
