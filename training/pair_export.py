"""Checkpoint of the pair model to the shipped file: `python -m training.pair_export RUN.pt OUT`.

Writes OUT/pairs.onnx (weights int8, per channel, activations quantised as they come)
with its heads and temperatures as metadata. The tokenizer is the reader's.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

from . import model as model_module
from .pair_model import LABELS, PairNet, pair_from_base

INPUTS, OUTPUTS = ("ids", "roles", "matches"), ("pieces", "mean")


def export(net: PairNet, out: Path, stage: str, temperatures: dict[str, float]) -> None:
    """Write the int8 model to ``out``/pairs.onnx."""
    net.eval()
    model_module.FUSED = True
    sample = tuple(torch.ones(1, 9, dtype=torch.long) for _ in INPUTS)
    with tempfile.TemporaryDirectory() as folder:
        full, ready, small = (Path(folder, f"{n}.onnx") for n in ("full", "ready", "small"))
        torch.onnx.export(
            net,
            sample,
            str(full),
            input_names=INPUTS,
            output_names=OUTPUTS,
            dynamic_axes={name: {1: "length"} for name in (*INPUTS, "pieces")},
            opset_version=17,
            dynamo=False,
        )
        quant_pre_process(str(full), str(ready), skip_symbolic_shape=True)
        quantize_dynamic(ready, small, per_channel=True, weight_type=QuantType.QInt8)
        model = onnx.load(small)
    tables = {"stage": stage, "heads": LABELS, "temperatures": temperatures}
    onnx.helper.set_model_props(model, {key: json.dumps(value) for key, value in tables.items()})
    model.doc_string = ""
    for node in model.graph.node:
        node.doc_string = ""
    out.mkdir(parents=True, exist_ok=True)
    onnx.save(model, out / "pairs.new")
    (out / "pairs.new").replace(out / "pairs.onnx")


def main() -> None:
    """Read the command line and export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path, help="a checkpoint, or the base's .safetensors")
    parser.add_argument("out", type=Path)
    parser.add_argument("--stage", default="pairs-2")
    parser.add_argument("--temperatures", type=json.loads, default=dict.fromkeys(LABELS, 1.0))
    args = parser.parse_args()
    if args.checkpoint.suffix == ".safetensors":
        net = pair_from_base(args.checkpoint)
    else:
        net = PairNet()
        net.load_state_dict(torch.load(args.checkpoint, weights_only=True))
    export(net, args.out, args.stage, args.temperatures)


if __name__ == "__main__":
    main()
