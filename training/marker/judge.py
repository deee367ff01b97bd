"""How well the network marks what was kept out of training: F of spans, share of words and links that are right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import torch
from torch import Tensor

from relata.language.heads import HEADS, LINKS, Head, columns
from relata.language.pieces import Pieces
from training.marker.batches import MOST_PIECES, Taught, cut, taught
from training.marker.examples import UNKNOWN, Example
from training.marker.loss import pair_scores, vectors


def judge(network: torch.nn.Module, examples: Sequence[Example], vocabulary: Pieces) -> dict[str, float]:
    """Figures by head, printed and given back."""
    tally: Counter[tuple[str, str, str]] = Counter()
    pieces = sorted(cut(examples, vocabulary), key=lambda piece: piece.size)
    at = 0
    while at < len(pieces):
        size = max(1, MOST_PIECES // max(1, pieces[min(at + 8, len(pieces) - 1)].size))
        given = taught(pieces[at : at + size])
        with torch.no_grad():
            words, window = network(*given.given)
        _count(tally, words, window, given)
        at += size
    return _figures(tally)


def _count(tally: Counter[tuple[str, str, str]], words: Tensor, window: Tensor, given: Taught) -> None:
    for one in HEADS:
        if one.kind == "window":
            for name, right, said in zip(one.classes, given.window.T, (window > 0).T, strict=True):
                known = right >= 0
                _add(tally, one.name, name, right[known].bool().tolist(), said[known].tolist())
            continue
        labels = given.labels[one.name]
        first, last = columns(one.name)
        said = words[:, :, first:last].argmax(2)
        for row in range(len(labels)):
            _row(tally, one, labels[row].tolist(), said[row].tolist())
    for name in LINKS:
        asks, finds = vectors(words, name)
        for row, word, right in given.links[name]:
            can = given.found[name][row]
            if not can or (name == "event" and len(can) < 2):
                continue
            guess = int(pair_scores(asks[row, word], finds[row, can], none=name == "voice").argmax())
            tally[name, "link", "gold"] += 1
            tally[name, "link", "right"] += int(guess == (can.index(right) if right >= 0 else len(can)))


def _add(tally: Counter[tuple[str, str, str]], name: str, kind: str, right: list[bool], said: list[bool]) -> None:
    tally[name, kind, "gold"] += sum(right)
    tally[name, kind, "said"] += sum(said)
    tally[name, kind, "right"] += sum(a and b for a, b in zip(right, said, strict=True))


def _row(tally: Counter[tuple[str, str, str]], one: Head, labels: list[int], said: list[int]) -> None:
    if one.kind == "word":
        for right, guess in zip(labels, said, strict=True):
            if right != UNKNOWN:
                tally[one.name, one.classes[right], "gold"] += 1
                tally[one.name, one.classes[guess], "said"] += 1
                tally[one.name, one.classes[right], "right"] += int(right == guess)
        return
    if all(label == UNKNOWN for label in labels):
        return
    known = [guess if right != UNKNOWN else 0 for right, guess in zip(labels, said, strict=True)]
    gold, found = spans(one, [max(label, 0) for label in labels]), spans(one, known)
    for kind in one.classes:
        a, b = {s for s in gold if s[0] == kind}, {s for s in found if s[0] == kind}
        tally[one.name, kind, "gold"] += len(a)
        tally[one.name, kind, "said"] += len(b)
        tally[one.name, kind, "right"] += len(a & b)


def spans(one: Head, labels: Sequence[int]) -> list[tuple[str, int, int]]:
    """Spans of a line of labels: kind, first word, one past the last. I without B begins a span of its own."""
    found: list[tuple[str, int, int]] = []
    kind, begin = "", 0
    for number, label in enumerate([*(one.labels[label] for label in labels), "O"]):
        mark, _, name = label.partition("-")
        if kind and (mark != "I" or name != kind):
            found.append((kind, begin, number))
            kind = ""
        if mark in {"B", "I"} and not kind:
            kind, begin = name, number
    return found


def _figures(tally: Counter[tuple[str, str, str]]) -> dict[str, float]:
    figures: dict[str, float] = {}
    for name in dict.fromkeys(key[0] for key in tally):
        sums: Counter[str] = Counter()
        for kind in sorted({key[1] for key in tally if key[0] == name}):
            gold, said, right = (tally[name, kind, what] for what in ("gold", "said", "right"))
            sums.update(gold=gold, said=said, right=right)
            if gold or said:
                print(
                    f"  {name:12s} {kind:20s} gold {gold:5d} said {said:5d} right {right:5d} f {_f(right, said, gold):.3f}"
                )
        every = (
            sums["right"] / max(1, sums["gold"])
            if not sums["said"]
            else _f(*(sums[k] for k in ("right", "said", "gold")))
        )
        figures[name] = round(every, 4)
        print(f"{name:12s} {every:.4f} of {sums['gold']}", flush=True)
    return figures


def _f(right: int, said: int, gold: int) -> float:
    return 2 * right / (said + gold) if said + gold else 0.0
