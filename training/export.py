"""Checkpoint to the shipped file: `python -m training.export RUN/epoch6.pt BASE OUT`.

Writes OUT/reader.onnx (weights int8, per channel, activations quantised as
they come) with its label names and bias tables as metadata, and
OUT/tokenizer.json.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

from evaluation.timeml import CLASSES, STATUSES

from . import model as model_module
from .corpora import KINDS, REFERRED, TIMEXES
from .data import COLUMNS
from .model import BIAS_SCALE, COREF, DATED, EXTENT, LINK, WIDTHS, Net


def metadata(net: Net, stage: str) -> dict[str, str]:
    """What the reader needs beside the graph, as JSON values."""
    tables = {
        "stage": stage,
        "columns": dict(zip(COLUMNS, WIDTHS, strict=True)),
        "names": KINDS,
        "references": REFERRED,
        "times": TIMEXES,
        "events": CLASSES,
        "status": STATUSES,
        "widths": {"link": LINK, "coref": COREF, "extent": EXTENT, "dated": DATED},
        "distance": (BIAS_SCALE * net.distance).tolist(),
        "breaks": (BIAS_SCALE * net.breaks).tolist(),
        "coref_distance": (BIAS_SCALE * net.coref_distance).tolist(),
        "extent_distance": (BIAS_SCALE * net.extent_distance).tolist(),
        "dated_distance": (BIAS_SCALE * net.dated_distance).tolist(),
    }
    return {key: json.dumps(value) for key, value in tables.items()}


def export(checkpoint: Path, base: Path, out: Path, stage: str) -> None:
    """Write the int8 model and the tokenizer into ``out``."""
    net = Net()
    state = torch.load(checkpoint, weights_only=True)
    net.load_state_dict(state.get("net", state))
    net.eval()
    model_module.FUSED = True
    # One window at a time, never padded: no mask, which saves a pass over all attention scores.
    inputs = (torch.ones(1, 9, dtype=torch.long), torch.ones(1, 9, 3, dtype=torch.long))
    names = ("ids", "features", "tags", "projections")
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        full, ready = Path(folder, "full.onnx"), Path(folder, "ready.onnx")
        torch.onnx.export(
            net,
            inputs,
            str(full),
            input_names=names[:2],
            output_names=names[2:],
            dynamic_axes={name: {1: "length"} for name in names},
            opset_version=17,
            dynamo=False,
        )
        quant_pre_process(str(full), str(ready), skip_symbolic_shape=True)
        quantize_dynamic(ready, out / "reader.onnx", per_channel=True, weight_type=QuantType.QInt8)
    model = onnx.load(out / "reader.onnx")
    onnx.helper.set_model_props(model, metadata(net, stage))
    model.doc_string = ""
    for node in model.graph.node:
        node.doc_string = ""
    onnx.save(model, out / "reader.onnx")
    shutil.copy(base.parent / "tokenizer.json", out / "tokenizer.json")


def main() -> None:
    """Read the command line and export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("base", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--stage", default="reader-2")
    args = parser.parse_args()
    export(args.checkpoint, args.base, args.out, args.stage)


if __name__ == "__main__":
    main()
