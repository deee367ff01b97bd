"""Weights of words for whether the trained marker adds to a sentence; made by ``python -m training.gate``."""

from __future__ import annotations

import gzip
import json
from functools import cache
from importlib.resources import files


@cache
def weights() -> dict[str, float]:
    """Feature of a sentence → weight in natural log odds; the empty name is where every sentence starts."""
    packed = files("relata.tables").joinpath("gate.json.gz").read_bytes()
    table: dict[str, float] = json.loads(gzip.decompress(packed))
    return table
