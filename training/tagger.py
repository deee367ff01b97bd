"""Make the weights of the tagger: ``python -m training.tagger --data DIR [--out FILE]``.

``DIR`` holds ``ud_ewt`` and ``gum`` with ``train.conllu.gz`` and ``dev.conllu.gz`` (https://universaldependencies.org).
An averaged perceptron learns from mini-batches; every sentence is seen as written, and again in capitals or as a
headline, so that old wire copy and titles are read too. Same data, same weights.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from relata.language import features
from relata.language.tagger import Weights, predict
from training import unlabelled
from training.treebank import Tagged, field, sentences

BITS = 18
"""Features are hashed into 2 to the 18 places; 17 loses 0.5 points on ud_ewt and 0.1 on gum (development parts)."""

UNLABELLED = 6000
"""Sentences taken from each corpus without annotation."""

FIELD_TIMES = 4
"""How often each of our own sentences is repeated, so that the words of the field weigh something."""

EPOCHS = 6
BATCH = 256
SEED = 20

Matrix = NDArray[np.float32]


class Learner:
    """An averaged perceptron over hashed features, with a line of weights per feature and a column per tag."""

    def __init__(self, bits: int) -> None:
        shape = (1 << bits, len(features.TAGS))
        self.weights = np.zeros(shape, dtype=np.float32)
        self._late = np.zeros(shape, dtype=np.float64)
        self._steps = 0

    def see(self, found: NDArray[np.intp], gold: NDArray[np.intp]) -> int:
        """Learn from one batch; returns how many tokens were tagged wrong before."""
        scores = self.weights[found].sum(axis=1)
        scores[np.arange(len(gold)), gold] -= MARGIN
        guess = scores.argmax(axis=1)
        wrong = np.flatnonzero(guess != gold)
        self._steps += 1
        rows = found[wrong]
        width = rows.shape[1]
        for tags, amount in ((gold[wrong], 1.0), (guess[wrong], -1.0)):
            flat = (rows * len(features.TAGS) + tags[:, None]).ravel()
            assert len(flat) == len(wrong) * width
            np.add.at(self.weights.reshape(-1), flat, amount)
            np.add.at(self._late.reshape(-1), flat, amount * self._steps)
        return len(wrong)

    def averaged(self) -> Matrix:
        """The weights, averaged over all steps."""
        return (self.weights - self._late / (self._steps + 1)).astype(np.float32)


SEEN_TWICE = 3
"""Every sentence is there twice (see :func:`variants`): more than three sightings are at least two in the treebanks."""

MARGIN = 4.0
"""By how much the right tag must win, in updates; 0 loses 0.2 points on the development parts, 2 to 5 are alike."""


def variants(data: Sequence[Tagged], seed: int) -> list[Tagged]:
    """The sentences as written, and copies in capitals (two in three) or as headlines (one in three)."""
    chance = random.Random(seed)  # noqa: S311  # repeatable on purpose
    found = list(data)
    for sentence in data:
        if chance.random() < 0.67:
            found.append(Tagged([word.upper() for word in sentence.words], sentence.tags))
        else:
            found.append(Tagged([headline(word) for word in sentence.words], sentence.tags))
    chance.shuffle(found)
    return found


def headline(word: str) -> str:
    """The word as headlines in title case write it."""
    return word[0].upper() + word[1:] if len(word) > 3 or word in {"is", "are", "was", "be", "he", "it"} else word


def read(data: Path, part: str) -> list[Tagged]:
    """The sentences of one part of both treebanks, and our own."""
    found = [item for corpus in ("ud_ewt", "gum") for item in sentences(data / corpus / f"{part}.conllu.gz")]
    return found + [item for item in field() for _ in range(FIELD_TIMES)]


def grown(model: Weights, data: Sequence[Tagged], folder: Path) -> tuple[list[Tagged], NDArray[np.bool_]]:
    """The training sentences and sentences of reports, and which tokens to learn from.

    Of the reports only words that the treebanks lack are learnt, each with the tag that the model gives it most often.
    """
    found = unlabelled.sentences(folder, UNLABELLED)
    guess = predict(model, found)
    tagged = []
    at = 0
    for words in found:
        tagged.append(Tagged(words, [features.TAGS[number] for number in guess[at : at + len(words)]]))
        at += len(words)
    known = frozenset(word.lower() for item in data for word in item.words)
    sure = unlabelled.settled(tagged, known)
    more = [
        Tagged(item.words, [new or old for new, old in zip(tags, item.tags, strict=True)])
        for item, tags in zip(tagged, sure, strict=True)
    ]
    keep = [True] * sum(len(item.words) for item in data) + [tag is not None for tags in sure for tag in tags]
    return [*data, *more], np.array(keep)


def gold_tags(data: Sequence[Tagged]) -> NDArray[np.intp]:
    """The tags as numbers."""
    number = {tag: index for index, tag in enumerate(features.TAGS)}
    return np.array([number[tag] for item in data for tag in item.tags], dtype=np.intp)


def learn(found: NDArray[np.intp], gold: NDArray[np.intp], name: str, epochs: int = EPOCHS) -> Matrix:
    """Weights from features and gold tags."""
    learner = Learner(BITS)
    order = np.arange(len(gold))
    shuffle = np.random.default_rng(SEED)
    for epoch in range(epochs):
        shuffle.shuffle(order)
        wrong = sum(
            learner.see(found[order[at : at + BATCH]], gold[order[at : at + BATCH]])
            for at in range(0, len(order), BATCH)
        )
        print(f"{name} epoch {epoch + 1}: {wrong / len(gold):.4f} within the margin or wrong", flush=True)
    return learner.averaged()


def train(data: Sequence[Tagged], keep: NDArray[np.bool_] | None = None) -> Weights:
    """Both passes; the second learns from what the first gives on sentences that it has not seen.

    Args:
        data: sentences with tags.
        keep: which tokens to learn from; all where it is None.
    """
    gold = gold_tags(data)
    table, places = features.rows([item.words for item in data])
    first = features.mixed(table, places, features.WORD_TEMPLATES, 0, BITS)
    sizes = np.array([len(item.words) for item in data])
    half = np.repeat(_halves(data), sizes)
    chosen = np.ones(len(gold), dtype=np.bool_) if keep is None else keep
    guess = np.empty(len(gold), dtype=np.intp)
    for side in (0, 1):
        weights = learn(first[(half != side) & chosen], gold[(half != side) & chosen], f"half {side}", EPOCHS // 2)
        guess[half == side] = _argmax(first[half == side], weights)
    words = learn(first[chosen], gold[chosen], "first pass")
    wide = features.with_tags(table, places, guess)
    second = features.mixed(wide, places, features.TAG_TEMPLATES, len(features.WORD_TEMPLATES), BITS)
    both = np.concatenate([first, second], axis=1)
    return Weights.packed(BITS, words, learn(both[chosen], gold[chosen], "second pass"), function_words(data))


def function_words(data: Sequence[Tagged]) -> frozenset[str]:
    """Words seen at least twice as a part of speech that gains no new words."""
    seen = Counter(
        word.lower() for item in data for word, tag in zip(item.words, item.tags, strict=True) if tag in features.CLOSED
    )
    return frozenset(word for word, count in seen.items() if count > SEEN_TWICE and " " not in word)


def _halves(data: Sequence[Tagged]) -> NDArray[np.intp]:
    """0 or 1 per sentence, the same for all copies of one sentence."""
    return np.array([sum(map(len, item.words)) % 2 for item in data], dtype=np.intp)


def _argmax(found: NDArray[np.intp], weights: Matrix) -> NDArray[np.intp]:
    parts = [weights[found[at : at + 4096]].sum(axis=1).argmax(axis=1) for at in range(0, len(found), 4096)]
    return np.concatenate(parts)


def accuracy(weights: Weights, data: Sequence[Tagged]) -> float:
    """Share of tokens with the right tag."""
    guess = predict(weights, [item.words for item in data])
    return float((guess == gold_tags(data)).mean())


def report(weights: Weights, data: Path) -> None:
    """Print the accuracy on the development parts, as written and in other settings."""
    for corpus in ("ud_ewt", "gum"):
        dev = list(sentences(data / corpus / "dev.conllu.gz"))
        upper = [Tagged([word.upper() for word in item.words], item.tags) for item in dev]
        title = [Tagged([headline(word) for word in item.words], item.tags) for item in dev]
        for name, part in (("as written", dev), ("in capitals", upper), ("as headlines", title)):
            print(f"{corpus} dev {name}: {accuracy(weights, part):.4f}", flush=True)


def main() -> None:
    """Train, measure on the development parts, write."""
    parser = argparse.ArgumentParser(prog="python -m training.tagger", description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("src/relata/tables/tagger.npz"))
    args = parser.parse_args()
    begun = time.perf_counter()
    treebanks = variants(read(args.data, "train"), SEED)
    weights = train(treebanks)
    report(weights, args.data)
    weights = train(*grown(weights, treebanks, args.data))
    weights.save(args.out)
    weights = Weights.load(args.out)
    print(f"trained in {time.perf_counter() - begun:.0f} s; {args.out.stat().st_size:,} bytes")
    report(weights, args.data)


if __name__ == "__main__":
    main()
