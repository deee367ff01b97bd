"""Examples cut into windows and gathered into batches of arrays, labels beside them."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from relata.language.heads import HEADS, LINKS, head
from relata.language.pieces import PAD, Pieces, Window, cases, inputs, windows
from training.marker.examples import UNKNOWN, Example

TIMES = {"claims": 2, "re3d": 5, "muc4": 1, "wikievents": 1, "quiet": 1}
"""How often each corpus is seen in one round."""
QUIET = 0.4
"""Share of the MUC-4 texts without a relevant incident that are seen in one round."""
CAPITALS = 0.3
"""Share of windows whose capitals are hidden from the network, so that telex and headlines are read as well."""
MOST_PIECES = 3600
"""Pieces in one batch, padding included."""


@dataclass(slots=True)
class Piece:
    """One window of one example, ready to be put into a batch."""

    example: Example
    window: Window
    pieces: list[tuple[int, ...]]
    case: list[int]

    @property
    def size(self) -> int:
        """Pieces in the window."""
        return sum(len(self.pieces[word]) for word in range(self.window.first, self.window.last)) + 2


@dataclass(slots=True)
class Taught:
    """A batch with what is to be learnt from it.

    Attributes:
        given: the four inputs of the network.
        labels: head → label of each word, windows by words.
        window: classes of the window head, 0 or 1; negative where the corpus does not speak of them.
        links: link → rows of (window, word that asks, word that is found or -1).
        found: link → for each window the words that can be found, the ones that links lead to.
    """

    given: tuple[Tensor, Tensor, Tensor, Tensor]
    labels: dict[str, Tensor]
    window: Tensor
    links: dict[str, list[tuple[int, int, int]]]
    found: dict[str, list[list[int]]]


def cut(examples: Sequence[Example], vocabulary: Pieces) -> list[Piece]:
    """All windows of the examples."""
    made = []
    for one in examples:
        words = one.words
        pieces, case = vocabulary.of(words), cases(words)
        if words:
            made += [Piece(one, window, pieces, case) for window in windows([len(p) for p in pieces], one.starts)]
    return made


def rounds(pieces: Sequence[Piece], seed: int) -> Iterator[list[Piece]]:
    """The batches of one round: windows of like size together, batches in random order."""
    chance = random.Random(seed)  # noqa: S311 - repeatable on purpose
    chosen = [
        piece
        for piece in pieces
        for _ in range(TIMES[piece.example.corpus])
        if piece.example.windowed is None or piece.example.windowed or chance.random() < QUIET
    ]
    chosen.sort(key=lambda piece: (piece.size + chance.randint(0, 40), chance.random()))
    batches: list[list[Piece]] = [[]]
    for piece in chosen:
        if batches[-1] and (len(batches[-1]) + 1) * max(piece.size, batches[-1][-1].size) > MOST_PIECES:
            batches.append([])
        batches[-1].append(piece)
    chance.shuffle(batches)
    yield from batches


def taught(pieces: Sequence[Piece], chance: random.Random | None = None) -> Taught:
    """One batch as arrays. With ``chance``, some windows lose their capitals."""
    rows = []
    for piece in pieces:
        hidden = chance is not None and chance.random() < CAPITALS
        rows.append(inputs(piece.window, piece.pieces, [0] * len(piece.case) if hidden else piece.case))
    longest, most = max(row.ids.shape[1] for row in rows), max(row.heads.shape[1] for row in rows)
    ids, case, heads = (
        torch.from_numpy(np.concatenate([_padded(getattr(row, name), size) for row in rows]))
        for name, size in (("ids", longest), ("case", longest), ("heads", most))
    )
    labels = {one.name: np.full((len(rows), most), UNKNOWN) for one in HEADS if one.kind != "window"}
    window = np.full((len(rows), len(head("incident").classes)), -1.0, dtype=np.float32)
    links: dict[str, list[tuple[int, int, int]]] = {name: [] for name in LINKS}
    found: dict[str, list[list[int]]] = {name: [] for name in LINKS}
    for row, piece in enumerate(pieces):
        one, (first, last) = piece.example, (piece.window.first, piece.window.last)
        for name, line in one.labels.items():
            labels[name][row, : last - first] = line[first:last]
        if one.windowed is not None:
            inside = {kind for kind, word in one.windowed if first <= word < last}
            window[row] = [float(kind in inside) for kind in head("incident").classes]
        for name in LINKS:
            pairs = [(a - first, b - first if b >= 0 else -1) for a, b in one.links.get(name, ()) if first <= a < last]
            pairs = [(a, b) for a, b in pairs if -1 <= b < last - first]
            links[name] += [(row, a, b) for a, b in pairs]
            found[name].append(sorted({b for _, b in pairs if b >= 0}))
    return Taught(
        (ids, case, heads, (ids != PAD).long()),
        {name: torch.from_numpy(line) for name, line in labels.items()},
        torch.from_numpy(window),
        links,
        found,
    )


def _padded(array: np.ndarray, size: int) -> np.ndarray:
    return np.pad(array, ((0, 0), (0, size - array.shape[1])))
