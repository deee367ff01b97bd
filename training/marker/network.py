"""The network: the encoder of MiniLM with the way words are written as one more input, and all heads on top."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from relata.language.heads import LINK_WIDTH, LINKS, width

HIDDEN, LAYERS, HEADS, INNER, WORDS, POSITIONS = 384, 6, 12, 1536, 30522, 512
"""The shape of all-MiniLM-L6-v2 (W. Wang et al., "MiniLM", 2020; weights of sentence-transformers, Apache-2.0)."""
CASES = 3
DROPOUT = 0.1


def attended(query: Tensor, key: Tensor, value: Tensor, bias: Tensor | None) -> Tensor:
    """What every head of a layer sees, windows by pieces by ``HIDDEN``."""
    rows, length, _ = query.shape
    split = (one.view(rows, length, HEADS, HIDDEN // HEADS).transpose(1, 2) for one in (query, key, value))
    mask = bias.to(query.dtype) if bias is not None else None
    return nn.functional.scaled_dot_product_attention(*split, attn_mask=mask).transpose(1, 2).reshape(query.shape)


class Attended(torch.autograd.Function):
    """The same without a bias, written to a file as the one operation that onnxruntime has for it.

    That takes three fifths of the time of the operations it is made of, which would write every weight of every pair
    of pieces to memory.
    """

    @staticmethod
    def forward(_: Any, query: Tensor, key: Tensor, value: Tensor) -> Tensor:
        """See :func:`attended`."""
        return attended(query, key, value, None)

    @staticmethod
    def symbolic(graph: Any, query: Any, key: Any, value: Any) -> Any:
        """The operation, for :func:`torch.onnx.export`."""
        return graph.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=HEADS).setType(query.type())


class Layer(nn.Module):
    """One layer of a transformer, in the order of BERT (J. Devlin et al., 2019)."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(HIDDEN, HIDDEN) for _ in range(3))
        self.joined = nn.Linear(HIDDEN, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.inner, self.outer = nn.Linear(HIDDEN, INNER), nn.Linear(INNER, HIDDEN)
        self.last = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, given: Tensor, bias: Tensor | None) -> Tensor:
        """What each piece means after looking at the others.

        ``bias`` is far below 0 where there is nothing to see; without it, all is there to be seen (when exported).
        """
        asked = self.query(given), self.key(given), self.value(given)
        seen = attended(*asked, bias) if bias is not None else Attended.apply(*asked)
        given = self.norm(given + self.drop(self.joined(seen)))
        return self.last(given + self.drop(self.outer(nn.functional.gelu(self.inner(given)))))


class Marker(nn.Module):
    """Pieces in, marks of words out.

    Outputs:
        words: a row of numbers for each word: the scores of all span and word heads, then for each link the vector by
            which the word asks and the one by which it is found.
        window: scores of the window head.
    """

    def __init__(self) -> None:
        super().__init__()
        self.piece = nn.Embedding(WORDS, HIDDEN)
        self.place = nn.Embedding(POSITIONS, HIDDEN)
        self.kind = nn.Embedding(2, HIDDEN)
        self.case = nn.Embedding(CASES, HIDDEN)
        nn.init.zeros_(self.case.weight)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.drop = nn.Dropout(DROPOUT)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.marks = nn.Linear(HIDDEN, width("word"))
        self.pairs = nn.Linear(HIDDEN, 2 * LINK_WIDTH * len(LINKS))
        self.window = nn.Linear(HIDDEN, width("window"))

    def forward(self, ids: Tensor, case: Tensor, heads: Tensor, mask: Tensor | None = None) -> tuple[Tensor, Tensor]:
        """See the class. All four are windows by pieces, or by words (``heads``: the first piece of each word).

        ``mask`` is 1 where a piece stands; a window by itself needs none.
        """
        given = self.piece(ids) + self.place.weight[: ids.shape[1]] + self.kind.weight[0] + self.case(case)
        given = self.drop(self.norm(given))
        bias = None if mask is None else (1.0 - mask[:, None, None, :].float()) * -10000.0
        for layer in self.layers:
            given = layer(given, bias)
        words = torch.gather(given, 1, heads[:, :, None].expand(-1, -1, HIDDEN))
        return torch.cat([self.marks(words), self.pairs(words)], dim=2), self.window(given[:, 0])


_LAYER = {
    "attention.self.query": "query",
    "attention.self.key": "key",
    "attention.self.value": "value",
    "attention.output.dense": "joined",
    "attention.output.LayerNorm": "norm",
    "intermediate.dense": "inner",
    "output.dense": "outer",
    "output.LayerNorm": "last",
}
_BELOW = {
    "embeddings.word_embeddings": "piece",
    "embeddings.position_embeddings": "place",
    "embeddings.token_type_embeddings": "kind",
    "embeddings.LayerNorm": "norm",
}


def started(path: Path) -> Marker:
    """A network that begins with the published weights of the encoder (``model.safetensors``)."""
    from safetensors.torch import load_file  # noqa: PLC0415 - needed once

    made, given = Marker(), load_file(str(path))
    state = made.state_dict()
    for theirs, ours in _BELOW.items():
        for part in ("weight", "bias"):
            if f"{theirs}.{part}" in given:
                state[f"{ours}.{part}"] = given[f"{theirs}.{part}"]
    for number in range(LAYERS):
        for theirs, ours in _LAYER.items():
            for part in ("weight", "bias"):
                state[f"layers.{number}.{ours}.{part}"] = given[f"encoder.layer.{number}.{theirs}.{part}"]
    made.load_state_dict(state)
    return made
