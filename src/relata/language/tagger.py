"""Parts of speech, by a linear model of our own; how it was made and how well it does: docs/models/tagger.md.

Two passes: the first reads the words around, the second also the tags that the first gave to the neighbours.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

from relata.errors import ResourceError
from relata.language import features

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_BATCH = 8192
LEVELS = 40
"""Weights are rounded to whole numbers of at most this size: the file shrinks by a third and nothing else changes."""

_ALWAYS = {
    "its": "PRON",  # letters on the web write it for "it's" and mislead the model
    **dict.fromkeys(("said", "struck", "blew", "fled", "threw", "overran", "slew"), "VERB"),
}
"""Lower-case words with one part of speech in reports, whatever the model says."""

_NEVER = 1_000_000
"""More than any sum of weights: tags that a word cannot have lose by this."""


@dataclass(frozen=True, slots=True)
class Weights:
    """The trained model.

    Attributes:
        bits: features are numbers below ``2 ** bits``.
        words: weights of the first pass, a line per feature and a column per tag (whole numbers of -LEVELS to LEVELS).
        both: weights of the second pass, likewise.
        closed: lower-case words that may be function words (see ``features.CLOSED``).
    """

    bits: int
    words: NDArray[np.int8]
    both: NDArray[np.int8]
    closed: frozenset[str]

    @classmethod
    def packed(
        cls, bits: int, words: NDArray[np.float32], both: NDArray[np.float32], closed: frozenset[str]
    ) -> Weights:
        """Weights rounded to one byte each; the scale does not matter, since only the largest score counts."""
        return cls(bits, _rounded(words), _rounded(both), closed)

    def save(self, path: Path) -> None:
        """Write to a compressed file of NumPy arrays."""
        import numpy as np  # noqa: PLC0415  # heavy

        listed = np.frombuffer(" ".join(sorted(self.closed)).encode(), dtype=np.uint8)
        np.savez_compressed(path, words=self.words, both=self.both, closed=listed)

    @classmethod
    def load(cls, path: Path) -> Weights:
        """Read what :meth:`save` wrote.

        Raises:
            ResourceError: if the file is missing or damaged.
        """
        import numpy as np  # noqa: PLC0415  # heavy

        try:
            with np.load(path, allow_pickle=False) as arrays:
                words: NDArray[np.int8] = arrays["words"]
                both: NDArray[np.int8] = arrays["both"]
                closed = frozenset(arrays["closed"].tobytes().decode().split(" "))
        except (OSError, KeyError, ValueError) as error:
            raise ResourceError(
                f"the tagger's weights {path} cannot be read ({error}); install Relata again"
            ) from error
        return cls(len(words).bit_length() - 1, words, both, closed)


def _rounded(weights: NDArray[np.float32]) -> NDArray[np.int8]:
    import numpy as np  # noqa: PLC0415  # heavy

    scale = LEVELS / max(float(np.quantile(np.abs(weights[weights != 0]), 0.9999)), 1e-9)
    rounded: NDArray[np.int8] = np.clip(np.rint(weights * scale), -LEVELS, LEVELS).astype(np.int8)
    return rounded


@cache
def weights() -> Weights:
    """The model that comes with the package, loaded once."""
    with as_file(files("relata.tables") / "tagger.npz") as path:
        return Weights.load(path)


def predict(model: Weights, sentences: Sequence[Sequence[str]]) -> NDArray[np.intp]:
    """Numbers of the tags (places in ``features.TAGS``) of all words of all sentences, one after the other."""
    import numpy as np  # noqa: PLC0415  # heavy

    table, places = features.rows(sentences)
    barred = np.array(
        [[tag in features.CLOSED or tag == "X" for tag in features.TAGS], [tag == "X" for tag in features.TAGS]]
    )
    may = np.array([word.lower() in model.closed for words in sentences for word in words], dtype=np.intp)
    penalty = barred[may] * np.int32(_NEVER)
    first = features.mixed(table, places, features.WORD_TEMPLATES, 0, model.bits)
    guess = _best(first, model.words, penalty)
    wide = features.with_tags(table, places, guess)
    second = features.mixed(wide, places, features.TAG_TEMPLATES, len(features.WORD_TEMPLATES), model.bits)
    return _best(np.concatenate([first, second], axis=1), model.both, penalty)


def _best(found: NDArray[np.intp], weights: NDArray[np.int8], penalty: NDArray[np.int32]) -> NDArray[np.intp]:
    import numpy as np  # noqa: PLC0415  # heavy

    best = np.empty(len(found), dtype=np.intp)
    for at in range(0, len(found), _BATCH):
        scores = weights[found[at : at + _BATCH]].sum(axis=1, dtype=np.int32)
        best[at : at + _BATCH] = (scores - penalty[at : at + _BATCH]).argmax(axis=1)
    return best


def tag(sentences: Sequence[Sequence[str]]) -> list[str]:
    """Universal parts of speech of all words of all sentences, one after the other.

    Args:
        sentences: words as written; give a whole report at once, it is much faster.
    """
    if not sentences:
        return []
    words = (word for sentence in sentences for word in sentence)
    return [
        _ALWAYS.get(word.lower()) or features.TAGS[number]
        for word, number in zip(words, predict(weights(), sentences), strict=True)
    ]
