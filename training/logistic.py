"""Logistic regression over named features: rows of strings in, a table of weights out. Same rows, same weights.

Source of the optimiser: D. C. Liu and J. Nocedal, "On the limited memory BFGS method for large scale optimization",
Mathematical Programming 45, 1989.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]
BIAS = ""
"""The name of the weight that every row has."""
_MEMORY = 8


class Rows:
    """Rows of features as numbers: each feature that at least ``least`` rows have gets a column."""

    def __init__(self, rows: Iterable[Sequence[str]], least: int = 4) -> None:
        kept = [list(dict.fromkeys(row)) for row in rows]
        seen = Counter(name for row in kept for name in row)
        names = sorted(name for name, times in seen.items() if times >= least)
        self.names = [BIAS, *names]
        column = {name: number for number, name in enumerate(self.names)}
        lines = [[0, *(column[name] for name in row if name in column)] for row in kept]
        self.columns = np.fromiter((one for line in lines for one in line), dtype=np.int64)
        self.starts = np.concatenate(([0], np.cumsum([len(line) for line in lines])[:-1])).astype(np.int64)
        self.lengths = np.array([len(line) for line in lines], dtype=np.int64)

    def scores(self, weights: Vector) -> Vector:
        """The score of each row."""
        return np.add.reduceat(weights[self.columns], self.starts)

    def gather(self, amounts: Vector) -> Vector:
        """For each column the sum of the amounts of the rows that have it."""
        return np.bincount(self.columns, np.repeat(amounts, self.lengths), len(self.names))


def fit(rows: Rows, labels: Sequence[bool], strength: float = 1.0, steps: int = 60) -> dict[str, float]:
    """The weights that tell rows marked true from the others; ``strength`` is that of the quadratic penalty."""
    signs = np.where(np.asarray(labels), 1.0, -1.0)

    def loss(weights: Vector) -> tuple[float, Vector]:
        margins = signs * rows.scores(weights)
        pull = -signs / (1.0 + np.exp(np.clip(margins, -30, 30)))
        penalty = strength * weights
        penalty[0] = 0.0
        value = float(np.logaddexp(0.0, -margins).sum() + 0.5 * penalty @ weights)
        return value, rows.gather(pull) + penalty

    weights = minimise(loss, np.zeros(len(rows.names)), steps)
    return {
        name: round(float(one), 3)
        for name, one in zip(rows.names, weights, strict=True)
        if name == BIAS or abs(one) >= _NEGLIGIBLE
    }


_NEGLIGIBLE = 0.02


def minimise(loss: Callable[[Vector], tuple[float, Vector]], start: Vector, steps: int) -> Vector:
    """The point where a smooth convex function is least, by L-BFGS with a backtracking search."""
    at = start
    value, slope = loss(at)
    past: deque[tuple[Vector, Vector, float]] = deque(maxlen=_MEMORY)
    for _ in range(steps):
        way = -_inverse(slope, past)
        length, descent = (1.0 if past else 1.0 / max(1.0, float(np.abs(slope).sum()))), float(slope @ way)
        while True:
            there = at + length * way
            value_there, slope_there = loss(there)
            if value_there <= value + 1e-4 * length * descent or length < 1e-10:
                break
            length /= 2
        moved, turned = there - at, slope_there - slope
        if (curve := float(moved @ turned)) > 1e-12:
            past.append((moved, turned, curve))
        done = abs(value - value_there) <= 1e-6 * max(1.0, abs(value))
        at, value, slope = there, value_there, slope_there
        if done:
            break
    return at


def _inverse(slope: Vector, past: deque[tuple[Vector, Vector, float]]) -> Vector:
    """The slope times the inverse curvature that the last steps show."""
    way, shares = slope.copy(), []
    for moved, turned, curve in reversed(past):
        share = float(moved @ way) / curve
        way -= share * turned
        shares.append(share)
    if past:
        _, turned, curve = past[-1]
        way *= curve / float(turned @ turned)
    for (moved, turned, curve), share in zip(past, reversed(shares), strict=True):
        way += (share - float(turned @ way) / curve) * moved
    return way
