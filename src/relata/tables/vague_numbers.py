"""What vague words for numbers of people mean at the least."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class VagueNumber(NamedTuple):
    """One word and its convention.

    Attributes:
        word: the word or words, lower case.
        least: the least number of people that they can mean.
        why: the reason, for the printed table.
    """

    word: str
    least: int
    why: str


@cache
def vague_numbers() -> tuple[VagueNumber, ...]:
    """All conventions, those of several words first. Source: resources/vague_numbers.yml."""
    text = files("relata.tables").joinpath("vague_numbers.json").read_text("utf-8")
    return tuple(VagueNumber(*row) for row in json.loads(text))


def least_of(words: str) -> int | None:
    """The least number that vague ``words`` ("dozens of soldiers") can mean, or None where no convention knows them."""
    padded = f" {' '.join(words.lower().replace('-', ' ').split())} "
    return next((entry.least for entry in vague_numbers() if f" {entry.word} " in padded), None)
