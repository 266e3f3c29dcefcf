"""Train the reader: `python -m training.train --data DATA --base model.safetensors --out RUN`.

Resumes from RUN/last.pt where there is one (a private checkpoint; what ships
is exported by training.export). Works on 2 CPU cores; uses bfloat16 where the
processor has it.
"""

from __future__ import annotations

import argparse
import dataclasses
import hashlib
import json
import random
import time
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.optim import swa_utils

from allegedly.reader.pieces import load_tokenizer

from .config import BASE_SHA256, Config
from .corpora import corpora
from .data import COLUMNS, IGNORE, Window, epoch_batches
from .losses import coref_loss, dated_loss, extent_loss, link_loss, tag_loss
from .model import Net, from_base

#: The share of all steps in which the learning rate rises.
WARMUP = 0.06
#: The shipped weights are a running mean of the last steps' (Polyak and Juditsky 1992).
MEAN_DECAY = 0.998


def collate(batch: list[Window]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """ids, features, mask and tags of a batch, padded."""
    size = max(len(w.ids) for w in batch)
    ids = np.zeros((len(batch), size), dtype=np.int64)
    features = np.zeros((len(batch), size, 3), dtype=np.int64)
    mask = np.zeros((len(batch), size), dtype=np.int64)
    tags = np.full((len(batch), size, len(COLUMNS)), IGNORE, dtype=np.int64)
    for row, w in enumerate(batch):
        n = len(w.ids)
        ids[row, :n], features[row, :n], mask[row, :n], tags[row, :n] = (
            w.ids,
            w.features,
            1,
            w.tags,
        )
    return tuple(torch.from_numpy(a) for a in (ids, features, mask, tags))  # type: ignore[return-value]


def optimizer_for(net: Net, config: Config) -> torch.optim.AdamW:
    """AdamW; new layers learn faster than the encoder, norms and biases do not decay."""
    new = (
        "shape",
        "layout",
        "quote",
        "tags",
        "mix",
        "link",
        "distance",
        "breaks",
        "coref",
        "extent",
        "dated",
    )
    groups: dict[tuple[bool, bool], list[torch.nn.Parameter]] = {}
    for name, p in net.named_parameters():
        if p.requires_grad:
            groups.setdefault((name.startswith(new), p.ndim > 1), []).append(p)
    return torch.optim.AdamW(
        [
            {
                "params": ps,
                "lr": config.head_rate if fresh else config.learning_rate,
                "weight_decay": config.decay if matrix else 0.0,
            }
            for (fresh, matrix), ps in groups.items()
        ]
    )


def _check_base(config: Config) -> None:
    digest = hashlib.sha256(config.base.read_bytes()).hexdigest()
    if digest != BASE_SHA256:
        raise SystemExit(f"{config.base} is not the expected base model (sha256 {digest})")


def _set_rates(optimizer: torch.optim.AdamW, rates: list[float], progress: float) -> None:
    """Linear warm-up, then linear decay to a hundredth."""
    scale = min(progress / WARMUP, (1 - progress) / (1 - WARMUP), 1.0)
    for group, rate in zip(optimizer.param_groups, rates, strict=True):
        group["lr"] = rate * max(scale, 0.01)


def _step(
    net: Net, optimizer: torch.optim.AdamW, batch: list[Window], config: Config
) -> list[float]:
    """One update; the losses."""
    net.train()
    ids, features, mask, tags = collate(batch)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        logits, proj = net(ids, features, mask)
    logits, proj = logits.float(), proj.float()
    parts = [
        tag_loss(logits, tags),
        config.link_weight * link_loss(net, proj, batch),
        config.coref_weight * coref_loss(net, proj, batch),
        config.extent_weight * extent_loss(net, proj, batch),
        config.dated_weight * dated_loss(net, proj, batch),
    ]
    optimizer.zero_grad()
    sum(parts[1:], parts[0]).backward()  # type: ignore[no-untyped-call]
    torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
    optimizer.step()
    return [float(p.detach()) for p in parts]


def _save(path: Path, state: dict[str, Any]) -> None:
    """Write a checkpoint beside ``path``, then move it there."""
    torch.save(state, path.with_suffix(".new"))
    path.with_suffix(".new").replace(path)


def run(config: Config) -> None:
    """Train for ``config.epochs`` epochs; write last.pt after each and log.jsonl throughout."""
    torch.set_num_threads(config.threads)
    _check_base(config)
    config.out.mkdir(parents=True, exist_ok=True)
    settings = {k: str(v) for k, v in dataclasses.asdict(config).items()}
    (config.out / "config.json").write_text(json.dumps(settings, indent=1))
    tokenizer = load_tokenizer((config.base.parent / "tokenizer.json").read_text())
    docs = corpora(config.data, tokenizer, every=config.start is not None)
    torch.manual_seed(config.seed)
    net = from_base(config.base, config.dropout)
    if config.start:
        net.load_state_dict(torch.load(config.start, weights_only=True))
    mean = swa_utils.AveragedModel(net, multi_avg_fn=swa_utils.get_ema_multi_avg_fn(MEAN_DECAY))
    optimizer = optimizer_for(net, config)
    rates = [group["lr"] for group in optimizer.param_groups]
    first = step = 0
    last = config.out / "last.pt"
    if last.exists():
        saved = torch.load(last, weights_only=True)
        net.load_state_dict(saved["net"])
        optimizer.load_state_dict(saved["optimizer"])
        mean.load_state_dict(saved["mean"])
        first, step = saved["epoch"], saved["step"]
    per_epoch = len(epoch_batches(docs, config.window, config.batch, random.Random(0)))
    total = per_epoch * config.epochs
    for epoch in range(first, config.epochs):
        rng = random.Random(config.seed * 1000 + epoch)
        torch.manual_seed(config.seed * 1000 + epoch)
        began = time.monotonic()
        sums = np.zeros(5)
        for k, batch in enumerate(epoch_batches(docs, config.window, config.batch, rng)):
            _set_rates(optimizer, rates, min(step / total, 1.0))
            sums += _step(net, optimizer, batch, config)
            mean.update_parameters(net)
            step += 1
            if k % 20 == 19:
                _log(config.out, epoch, step, total, time.monotonic() - began, sums / (k + 1))
        states = {"net": net, "optimizer": optimizer, "mean": mean}
        saved = {name: thing.state_dict() for name, thing in states.items()}
        _save(last, saved | {"epoch": epoch + 1, "step": step})
        _save(config.out / f"epoch{epoch + 1}.pt", mean.module.state_dict())


def _log(out: Path, epoch: int, step: int, total: int, seconds: float, losses: Any) -> None:
    line = {
        "epoch": epoch,
        "step": step,
        "of": total,
        "seconds": round(seconds),
        "loss": [round(float(x), 4) for x in losses],
    }
    with (out / "log.jsonl").open("a") as log:
        log.write(json.dumps(line) + "\n")


def main() -> None:
    """Read the command line into a Config and run."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("data", "base", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--start", type=Path, help="weights of the first stage: train all heads")
    args = parser.parse_args()
    run(Config(**vars(args)))


if __name__ == "__main__":
    main()
