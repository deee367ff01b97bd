"""Country outlines for the map of a briefing: those of the page, where the package holds them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

Point = tuple[float, float]
Ring = tuple[Point, ...]

HALF_WAY = 180.0
"""Degrees of longitude between two points of a line that are neighbours across the date line."""

FILE = "web/static/vendor/countries.json"
"""Natural Earth's countries as TopoJSON, which the package's build puts beside the page's other libraries."""


@cache
def outlines() -> tuple[Ring, ...]:
    """The border lines of all countries, longitude first; none where the package was not built."""
    path = files("relata").joinpath(FILE)
    return tuple(decoded(json.loads(path.read_text("utf-8")))) if path.is_file() else ()


def decoded(topology: Mapping[str, Any]) -> Iterator[Ring]:
    """The arcs of a TopoJSON, each once: a border between two countries is one line.

    Source: The TopoJSON Format Specification, 2.1.3: arcs are quantised and delta-encoded.
    """
    scale, move = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        line: list[Point] = []
        for step in arc:
            x, y = x + step[0], y + step[1]
            line.append((x * scale[0] + move[0], y * scale[1] + move[1]))
        yield from _unbroken(line)


def _unbroken(line: list[Point]) -> Iterator[Ring]:
    """A line in pieces that do not run around the world: it is cut where it crosses 180 degrees."""
    start = 0
    for at in range(1, len(line)):
        if abs(line[at][0] - line[at - 1][0]) > HALF_WAY:
            yield tuple(line[start:at])
            start = at
    yield tuple(line[start:])
