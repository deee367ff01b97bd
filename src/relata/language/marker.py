"""The trained marker at work: words in, scores of every head out. How it was made, and how well it does: docs/models/marker.md.

The network is a small transformer with whole numbers of 8 bits, run by onnxruntime on one thread of the processor: other
reports are read by other processes meanwhile. The same words give the same scores on the same kind of processor.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from relata.errors import ResourceError
from relata.language.heads import LINK_WIDTH, LINKS, columns, width
from relata.language.pieces import Pieces, batch, cases, windows

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Floats = NDArray[np.float32]

WEIGHTS, VOCABULARY = "marker.onnx", "marker_words.txt.gz"
_AT_ONCE = 4
"""Windows in one run: more would only take more memory."""


@dataclass(frozen=True, slots=True)
class Scores:
    """What the network says of each word of a report.

    Attributes:
        words: a row for each word; see :class:`training.marker.network.Marker`.
        window: for each window its first own word, one past its last, and the scores of the window head.
    """

    words: Floats
    window: tuple[tuple[int, int, Floats], ...]

    def of(self, head: str) -> Floats:
        """Scores of a span or word head, words by labels."""
        first, last = columns(head)
        return self.words[:, first:last]

    def link(self, name: str, asks: int, finds: Sequence[int]) -> Floats:
        """How well each of the words ``finds`` answers the word ``asks``; belonging to none of them scores 0."""
        at = width("word") + 2 * LINK_WIDTH * LINKS.index(name)
        asked = self.words[asks, at : at + LINK_WIDTH]
        return (self.words[list(finds), at + LINK_WIDTH : at + 2 * LINK_WIDTH] @ asked) / np.float32(LINK_WIDTH**0.5)


class Marker:
    """The network with its vocabulary."""

    def __init__(self, session: InferenceSession, pieces: Pieces) -> None:
        self._session = session
        self._pieces = pieces

    @classmethod
    def load(cls, weights: Path, vocabulary: Path) -> Marker:
        """The network from its two files.

        Raises:
            ResourceError: if they are not what this version of Relata can run.
        """
        from onnxruntime import InferenceSession, SessionOptions  # noqa: PLC0415 - a tenth of a second and 40 MB

        options = SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        session = InferenceSession(str(weights), options, providers=["CPUExecutionProvider"])
        marker = cls(session, Pieces.load(vocabulary))
        found = marker.scores(["Relata", "refero", "."], [0]).words.shape[1]
        if found != (wanted := width("word") + 2 * LINK_WIDTH * len(LINKS)):
            raise ResourceError(f"{weights.name} gives {found} numbers a word; this version of Relata reads {wanted}")
        return marker

    def scores(self, words: Sequence[str], starts: Sequence[int]) -> Scores:
        """Scores of all words.

        Args:
            words: the words of a report.
            starts: index of the first word of each sentence, in order; the first is 0.
        """
        pieces, case = self._pieces.of(words), cases(words)
        cut = windows([len(one) for one in pieces], starts)
        rows: list[Floats] = []
        window: list[tuple[int, int, Floats]] = []
        for at in range(0, len(cut), _AT_ONCE):
            chosen = cut[at : at + _AT_ONCE]
            given = batch(chosen, pieces, case)
            arrays = {"ids": given.ids, "mask": given.mask, "case": given.case, "heads": given.heads}
            marked, told = self._session.run(["words", "window"], arrays)
            for row, one in enumerate(chosen):
                rows.append(marked[row, one.own - one.first : one.last - one.first])
                window.append((one.own, one.last, told[row]))
        empty = np.zeros((0, width("word") + 2 * LINK_WIDTH * len(LINKS)), dtype=np.float32)
        return Scores(np.concatenate(rows) if rows else empty, tuple(window))


@cache
def marker() -> Marker:
    """The marker of this installation, loaded once a process.

    Raises:
        ResourceError: if its files are missing or broken.
    """
    with marker_file(WEIGHTS) as weights, marker_file(VOCABULARY) as vocabulary:
        return Marker.load(weights, vocabulary)


@contextmanager
def marker_file(name: str) -> Iterator[Path]:
    """One of the marker's files as a path, for as long as it is needed.

    Raises:
        ResourceError: if it is missing.
    """
    with as_file(files("relata.tables").joinpath(name)) as path:
        if not path.is_file():
            raise ResourceError(f"{name} is missing from relata.tables; install Relata anew")
        yield path
