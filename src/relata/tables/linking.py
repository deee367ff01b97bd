"""What each outcome of comparing two events says for or against their being one."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def _table() -> dict[str, Any]:
    text = files("relata.tables").joinpath("linking.json").read_text("utf-8")
    table: dict[str, Any] = json.loads(text)
    return table


def start() -> float:
    """Where every pair starts, in natural log odds."""
    return float(_table()["start"])


def weights() -> dict[str, dict[str, float]]:
    """Feature → outcome → weight in natural log odds; outcomes that rule a join out weigh minus infinity."""
    return {
        feature: {outcome: float("-inf" if said == "never" else said) for outcome, said in outcomes.items()}
        for feature, outcomes in _table()["weights"].items()
    }


@cache
def aftermath_words() -> frozenset[str]:
    """Lower-case words that tell what came after an event: courts, mourning, memory."""
    return frozenset(_table()["aftermath"])
