"""The trained marker at work: words in, scores of every head out. How it was made: docs/models/marker.md.

The network is a small transformer with whole numbers of 8 bits, run by onnxruntime on one thread of the processor:
other reports are read by other processes meanwhile. The same words give the same scores on the same kind of processor.
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
from relata.language.heads import HEADS, LINK_WIDTH, LINKS, columns, width
from relata.language.pieces import Pieces, cases, inputs, windows

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Floats = NDArray[np.float32]

WEIGHTS, VOCABULARY = "marker.onnx", "marker_words.txt.gz"
_WIDTH = width("word") + 2 * LINK_WIDTH * len(LINKS)
"""Numbers that the network gives for a word."""
_SURELY = 20.0
"""Natural log odds that stand for certainty."""


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
        outputs = {one.name: one.shape[-1] for one in session.get_outputs()}
        if (found := outputs.get("words")) != _WIDTH:
            raise ResourceError(f"{weights.name} gives {found} numbers a word; this version of Relata reads {_WIDTH}")
        return marker

    def scores(self, words: Sequence[str], starts: Sequence[int], only: Sequence[int] | None = None) -> Scores:
        """Scores of all words.

        Args:
            words: the words of a report.
            starts: index of the first word of each sentence, in order; the first is 0.
            only: numbers of the sentences to read, in order; the words of the others are scored as outside of
                everything. All are read without it.
        """
        case = cases(words)
        if only is None or len(only) == len(starts):
            return self._read(words, case, starts)
        ends = [*starts[1:], len(words)]
        chosen = [word for number in only for word in range(starts[number], ends[number])]
        begins = np.cumsum([0, *(ends[number] - starts[number] for number in only)])[:-1].tolist()
        read = self._read([words[word] for word in chosen], [case[word] for word in chosen], begins)
        given = np.tile(_outside(), (len(words), 1))
        given[chosen] = read.words
        return Scores(given, tuple((chosen[first], chosen[last - 1] + 1, told) for first, last, told in read.window))

    def _read(self, words: Sequence[str], case: Sequence[int], starts: Sequence[int]) -> Scores:
        """Scores of words that stand one after the other."""
        pieces = self._pieces.of(words)
        rows: list[Floats] = [np.zeros((0, _WIDTH), dtype=np.float32)]
        window: list[tuple[int, int, Floats]] = []
        # One window at a time: several in one run would be padded to the longest, and would be rounded together.
        for one in windows([len(piece) for piece in pieces], starts):
            given = inputs(one, pieces, case)
            marked, told = self._session.run(
                ["words", "window"], {"ids": given.ids, "case": given.case, "heads": given.heads}
            )
            rows.append(marked[0, one.own - one.first : one.last - one.first])
            window.append((one.own, one.last, told[0]))
        return Scores(np.concatenate(rows), tuple(window))


@cache
def _outside() -> Floats:
    """The row of a word that was not read: surely outside of every span."""
    row = np.zeros(_WIDTH, dtype=np.float32)
    for one in HEADS:
        if one.kind == "span":
            row[columns(one.name)[0]] = _SURELY
    return row


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
