"""What is made small: the sum over heads of the mean cross-entropy, and that of the links."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from relata.language.heads import HEADS, LINK_WIDTH, LINKS, columns, width
from training.marker.batches import Taught
from training.marker.examples import UNKNOWN

WEIGHT = {"act": 0.5, "part": 0.5, "type": 0.5, "realis": 0.5, "side": 0.3, "stance": 0.5, "incident": 0.5}
"""Weights other than 1: heads that help more than they are used, or whose mean is over few words."""
SPANS = 8.0
"""Cross-entropy of a span head is a mean over words, nearly all of which are outside: it is weighed up by this."""


def loss(words: Tensor, window: Tensor, taught: Taught) -> Tensor:
    """The loss of one batch."""
    total = words.new_zeros(())
    for one in HEADS:
        if one.kind == "window":
            known = taught.window >= 0
            if known.any():
                total = total + WEIGHT[one.name] * binary_cross_entropy_with_logits(window[known], taught.window[known])
            continue
        labels = taught.labels[one.name]
        if not (labels != UNKNOWN).any():
            continue
        first, last = columns(one.name)
        scores = words[:, :, first:last].flatten(0, 1)
        weight = WEIGHT.get(one.name, 1.0) * (SPANS if one.kind == "span" else 1.0)
        total = total + weight * cross_entropy(scores, labels.flatten(), ignore_index=UNKNOWN)
    for name in LINKS:
        total = total + _links(words, taught, name)
    return total


def _links(words: Tensor, taught: Taught, name: str) -> Tensor:
    """Cross-entropy over the words that can be found in the window, and over none of them where some have none."""
    asks, finds = vectors(words, name)
    losses = []
    for row, word, right in taught.links[name]:
        can = taught.found[name][row]
        if name == "event" and len(can) < 2:
            continue
        scores = pair_scores(asks[row, word], finds[row, can] if can else finds[row, :0], none=name == "voice")
        losses.append(cross_entropy(scores[None], torch.tensor([can.index(right) if right >= 0 else len(can)])))
    if not losses:
        return words.new_zeros(())
    return torch.stack(losses).mean()


def vectors(words: Tensor, name: str) -> tuple[Tensor, Tensor]:
    """For each word the vector by which it asks and the one by which it is found."""
    at = width("word") + 2 * LINK_WIDTH * LINKS.index(name)
    return words[:, :, at : at + LINK_WIDTH], words[:, :, at + LINK_WIDTH : at + 2 * LINK_WIDTH]


def pair_scores(asks: Tensor, finds: Tensor, *, none: bool) -> Tensor:
    """Scores of the words found; with ``none``, one more at the end for belonging to none of them, which is 0."""
    scores = finds @ asks / LINK_WIDTH**0.5
    return torch.cat([scores, scores.new_zeros(1)]) if none else scores
