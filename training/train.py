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
from torch.nn import functional as F

from allegedly.reader.pieces import load_tokenizer

from .config import BASE_SHA256, Config
from .data import IGNORE, Window, corpora, epoch_batches
from .model import Net, from_base

#: The share of all steps in which the learning rate rises.
WARMUP = 0.06


def collate(batch: list[Window]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """ids, features, mask and tags of a batch, padded."""
    size = max(len(w.ids) for w in batch)
    ids = np.zeros((len(batch), size), dtype=np.int64)
    features = np.zeros((len(batch), size, 3), dtype=np.int64)
    mask = np.zeros((len(batch), size), dtype=np.int64)
    tags = np.full((len(batch), size, 5), IGNORE, dtype=np.int64)
    for row, w in enumerate(batch):
        n = len(w.ids)
        ids[row, :n], features[row, :n], mask[row, :n], tags[row, :n] = (
            w.ids,
            w.features,
            1,
            w.tags,
        )
    return tuple(torch.from_numpy(a) for a in (ids, features, mask, tags))  # type: ignore[return-value]


def link_loss(net: Net, proj: Tensor, batch: list[Window]) -> Tensor:
    """How well cues find their spans, a mean over cues.

    Three parts: is a token of the cue's source / content at all (binary); which
    cue does a content token belong to (softmax over the window's cues); which
    token is the cue's source (marginal likelihood, 'none' scoring 0).
    """
    losses = []
    for row, w in enumerate(batch):
        if not w.links:
            continue
        n = len(w.ids)
        scores = net.link_scores(
            proj[row, :n], [c for c, _, _ in w.links], torch.from_numpy(w.paragraph)
        )
        gold = torch.zeros_like(scores)
        for k, (_, source, content) in enumerate(w.links):
            gold[0, k, source] = 1.0
            gold[1, k, content] = 1.0
        losses.append(
            4 * F.binary_cross_entropy_with_logits(scores, gold, reduction="none").mean(-1).sum()
        )
        owned = gold[1].sum(0) > 0
        choice = F.log_softmax(scores[1][:, owned], 0) * gold[1][:, owned]
        losses.append(-choice.sum() / max(int(owned.sum()), 1) * len(w.links))
        source = torch.cat([scores[0], torch.zeros(len(w.links), 1)], 1)
        none = (gold[0].sum(1, keepdim=True) == 0).float()
        right = torch.cat([gold[0], none], 1)
        found = torch.logsumexp(source.masked_fill(right == 0, -1e4), 1)
        losses.append((torch.logsumexp(source, 1) - found).sum())
    many = sum(len(w.links) for w in batch)
    return torch.stack(losses).sum() / max(many, 1) if losses else proj.sum() * 0


def coref_loss(net: Net, proj: Tensor, batch: list[Window]) -> Tensor:
    """Marginal likelihood of the right antecedents (Lee et al. 2017), 'none' scoring 0."""
    losses = []
    for row, w in enumerate(batch):
        mentions = w.chains[:90]
        if len(mentions) < 2:
            continue
        scores = net.coref_scores(proj[row], [m for m, _ in mentions])
        n = len(mentions)
        chain = [e for _, e in mentions]
        same = torch.tensor([[a == b for b in chain] for a in chain])
        before = torch.tril(torch.ones(n, n, dtype=torch.bool), -1)
        scores = scores.masked_fill(~before, -1e4)
        dummy = torch.zeros(n, 1)
        every = torch.logsumexp(torch.cat([dummy, scores], 1), 1)
        right = same & before
        gold = torch.where(right, scores, torch.full_like(scores, -1e4))
        none = torch.where(right.any(1, keepdim=True), torch.full((n, 1), -1e4), dummy)
        losses.append((every - torch.logsumexp(torch.cat([none, gold], 1), 1)).mean())
    return torch.stack(losses).mean() if losses else proj.sum() * 0


def tag_loss(logits: Tensor, tags: Tensor, config: Config) -> Tensor:
    """Cross entropy of the five tag columns that the batch's corpus labels."""
    total = logits.sum() * 0
    start = 0
    weights = (1.0, 1.0, 1.0, config.name_weight, config.name_weight)
    for column, width in enumerate((3, 3, 3, 9, 3)):
        gold = tags[..., column]
        if (gold != IGNORE).any():
            part = logits[..., start : start + width].transpose(1, 2)
            total = total + weights[column] * F.cross_entropy(part, gold, ignore_index=IGNORE)
        start += width
    return total


def optimizer_for(net: Net, config: Config) -> torch.optim.AdamW:
    """AdamW; new layers learn faster than the encoder, norms and biases do not decay."""
    new = ("shape", "layout", "quote", "tags", "mix", "link", "distance", "breaks", "coref")
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
    """One update; the three losses."""
    net.train()
    ids, features, mask, tags = collate(batch)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        logits, proj = net(ids, features, mask)
    logits, proj = logits.float(), proj.float()
    parts = [
        tag_loss(logits, tags, config),
        config.link_weight * link_loss(net, proj, batch),
        config.coref_weight * coref_loss(net, proj, batch),
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
    docs = corpora(config.data, tokenizer)
    torch.manual_seed(config.seed)
    net = from_base(config.base, config.dropout)
    optimizer = optimizer_for(net, config)
    rates = [group["lr"] for group in optimizer.param_groups]
    first = step = 0
    last = config.out / "last.pt"
    if last.exists():
        saved = torch.load(last, weights_only=True)
        net.load_state_dict(saved["net"])
        optimizer.load_state_dict(saved["optimizer"])
        first, step = saved["epoch"], saved["step"]
    per_epoch = len(epoch_batches(docs, config.window, config.batch, random.Random(0)))
    total = per_epoch * config.epochs
    for epoch in range(first, config.epochs):
        rng = random.Random(config.seed * 1000 + epoch)
        torch.manual_seed(config.seed * 1000 + epoch)
        began = time.monotonic()
        sums = np.zeros(3)
        for k, batch in enumerate(epoch_batches(docs, config.window, config.batch, rng)):
            _set_rates(optimizer, rates, min(step / total, 1.0))
            sums += _step(net, optimizer, batch, config)
            step += 1
            if k % 20 == 19:
                _log(config.out, epoch, step, total, time.monotonic() - began, sums / (k + 1))
        state = {"net": net.state_dict(), "optimizer": optimizer.state_dict()}
        _save(last, state | {"epoch": epoch + 1, "step": step})
        _save(config.out / f"epoch{epoch + 1}.pt", net.state_dict())


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
    args = parser.parse_args()
    run(Config(**vars(args)))


if __name__ == "__main__":
    main()
