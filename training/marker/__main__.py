"""Make the weights of the marker: ``python -m training.marker --data DIR --start FOLDER --out FILE``.

``DIR`` holds the corpora that docs/models/marker.md lists; ``FOLDER`` holds ``model.safetensors`` and ``vocab.txt`` of
all-MiniLM-L6-v2. Writes ``FILE`` (ONNX, whole numbers of 8 bits) and ``FILE.json`` with the figures on the part
kept out. Seeds are fixed; the order of sums in the libraries of the processor is not, so weights made on another
machine differ in their last digits.
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path

import torch
from benchmarks.held import held

from relata.language.pieces import Pieces
from training.marker.batches import cut, rounds, taught
from training.marker.corpora import all_of
from training.marker.export import export
from training.marker.judge import judge
from training.marker.loss import loss
from training.marker.network import Marker, started

SEED = 11
ROUNDS = 9
RATE, HEAD_RATE = 2e-4, 1e-3
WARM = 0.06
CLIP = 1.0


def train(network: Marker, examples: list, vocabulary: Pieces, count: int, save: Path) -> None:
    """Fine-tune; embeddings of pieces stay as they were published. The state is saved after each round."""
    torch.manual_seed(SEED)
    network.piece.weight.requires_grad_(requires_grad=False)
    network.place.weight.requires_grad_(requires_grad=False)
    above = [one for name, one in network.named_parameters() if name.startswith(("marks", "pairs", "window", "case"))]
    below = [one for name, one in network.named_parameters() if one.requires_grad and all(one is not a for a in above)]
    optimiser = torch.optim.AdamW(
        [{"params": below, "lr": RATE}, {"params": above, "lr": HEAD_RATE}], weight_decay=0.01
    )
    pieces = cut(examples, vocabulary)
    steps = sum(len(list(rounds(pieces, SEED + number))) for number in range(count))

    def share(step: int) -> float:
        warm = WARM * steps
        return step / warm if step < warm else max(0.0, (steps - step) / (steps - warm))

    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, share)
    chance, begun, done = random.Random(SEED), time.time(), 0  # noqa: S311 - repeatable on purpose
    for number in range(count):
        network.train()
        total = 0.0
        for one in rounds(pieces, SEED + number):
            given = taught(one, chance)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                words, window = network(*given.given)
            found = loss(words.float(), window.float(), given)
            optimiser.zero_grad()
            found.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), CLIP)
            optimiser.step()
            schedule.step()
            total, done = total + found.item(), done + 1
            if done % 50 == 0:
                print(f"step {done} of {steps}, {time.time() - begun:.0f} s, loss {total / 50:.3f}", flush=True)
                total = 0.0
        torch.save(network.state_dict(), save)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--start", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--judge", action="store_true", help="judge the state saved beside --out, without training")
    given = parser.parse_args()
    examples = list(all_of(given.data))
    vocabulary = Pieces.load(given.start / "vocab.txt")
    network, state = started(given.start / "model.safetensors"), given.out.with_suffix(".pt")
    if given.judge:
        network.load_state_dict(torch.load(state))
    else:
        train(network, [one for one in examples if not held(one.doc)], vocabulary, given.rounds, state)
    network.eval()
    figures = judge(network, [one for one in examples if held(one.doc)], vocabulary)
    export(network, given.out, figures)


if __name__ == "__main__":
    main()
