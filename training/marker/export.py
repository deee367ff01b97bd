"""The trained network as one file of ONNX with whole numbers of 8 bits."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import torch

from training.marker.network import Marker

OPSET = 17


def export(network: Marker, out: Path, figures: dict[str, float]) -> None:
    """Write ``out`` and, beside it, the figures."""
    from onnxruntime.quantization import QuantType, quantize_dynamic  # noqa: PLC0415 - needed once

    network.eval()
    whole = torch.ones((1, 12), dtype=torch.int64)
    given = (whole * 1000, whole * 0, whole[:, :5])
    names = ("ids", "case", "heads")
    axes = {name: {0: "windows", 1: "words" if name == "heads" else "pieces"} for name in names}
    axes |= {"words": {0: "windows", 1: "words"}, "window": {0: "windows"}}
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            network, given, str(plain), input_names=list(names), output_names=["words", "window"],
            dynamic_axes=axes, opset_version=OPSET, dynamo=False,
        )  # fmt: skip
        # Seven bits: processors without instructions for products of bytes add two of them in 16 bits.
        quantize_dynamic(plain, out, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    out.with_suffix(".json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
