"""Train the pair model: `python -m training.pair_train --data DATA --base BASE --out RUN`.

Writes a checkpoint (a running mean of the weights) after every epoch, and scores it on
a part of the development data. Works on 2 CPU cores, in bfloat16.
"""

from __future__ import annotations

import argparse
import dataclasses
import hashlib
import json
import random
import time
from pathlib import Path

import torch
from torch.optim import swa_utils

from allegedly.reader.pieces import load_tokenizer

from .config import BASE_SHA256
from .pair_data import STAGES, Item, Texts, batches, epoch, kept, load
from .pair_dev import score
from .pair_losses import drift, loss_of
from .pair_model import PairNet, pair_from_base

WARMUP = 0.05
#: The running mean looks back over about this many steps.
MEAN_DECAY = 0.998
#: At every so manyth step the embedding of a few sentences is held where the base has it.
KEPT_EVERY = 3
FRESH = ("role", "match", "mix", "out")


@dataclasses.dataclass(frozen=True, slots=True)
class PairConfig:
    """One run. Saved as JSON beside the checkpoints."""

    data: Path
    base: Path
    out: Path
    #: The weights to begin with; None for the base's.
    start: Path | None = None
    #: What an epoch is made of: a key of `STAGES`.
    stage: int = 1
    epochs: int = 2
    #: The epochs that the learning rate is laid out for, where not all of them are run.
    of: int | None = None
    pieces: int = 3072
    head_rate: float = 5e-4
    decay: float = 0.01
    dropout: float = 0.1
    seed: int = 29
    threads: int = 2


def optimizer_for(net: PairNet, config: PairConfig) -> torch.optim.AdamW:
    """AdamW; new layers learn faster than the encoder, norms and biases do not decay."""
    groups: dict[tuple[bool, bool], list[torch.nn.Parameter]] = {}
    for name, p in net.named_parameters():
        if p.requires_grad:
            groups.setdefault((name.startswith(FRESH), p.ndim > 1), []).append(p)
    return torch.optim.AdamW(
        {
            "params": found,
            "lr": config.head_rate if fresh else STAGES[config.stage].rate,
            "weight_decay": config.decay if matrix else 0.0,
        }
        for (fresh, matrix), found in groups.items()
    )


def scale(progress: float) -> float:
    """Linear warm-up, then linear decay to a hundredth."""
    return max(0.01, min(progress / WARMUP, (1 - progress) / (1 - WARMUP), 1.0))


def run(config: PairConfig) -> None:
    """Train; write epochN.pt and log.jsonl."""
    torch.set_num_threads(config.threads)
    if hashlib.sha256(config.base.read_bytes()).hexdigest() != BASE_SHA256:
        raise SystemExit(f"{config.base} is not the expected base model")
    config.out.mkdir(parents=True, exist_ok=True)
    settings = {k: str(v) for k, v in dataclasses.asdict(config).items()}
    (config.out / "config.json").write_text(json.dumps(settings, indent=1))
    texts = Texts(load_tokenizer((config.base.parent / "tokenizer.json").read_text()))
    train, dev = load(config.data, dev=False), load(config.data, dev=True)
    torch.manual_seed(config.seed)
    net, base = pair_from_base(config.base, config.dropout), pair_from_base(config.base)
    if config.start:
        net.load_state_dict(torch.load(config.start, weights_only=True))
    base.eval()
    mean = swa_utils.AveragedModel(net, multi_avg_fn=swa_utils.get_ema_multi_avg_fn(MEAN_DECAY))
    optimizer = optimizer_for(net, config)
    rates = [group["lr"] for group in optimizer.param_groups]
    whole = config.of or config.epochs
    for number in range(config.epochs):
        rng = random.Random(config.seed * 1000 + number)
        began = time.monotonic()
        drawn = epoch(train, texts, rng, STAGES[config.stage])
        todo = batches(drawn, config.pieces, rng)
        losses: dict[str, list[float]] = {}
        pieces = 0
        for k, batch in enumerate(todo):
            for group, rate in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = rate * scale((number + k / len(todo)) / whole)
            sentences = list(kept(train, texts, rng)) if k % KEPT_EVERY == 0 else []
            for task, loss in _step(net, base, optimizer, batch, sentences):
                losses.setdefault(task, []).append(loss)
            pieces += sum(len(item.laid) for item in batch)
            mean.update_parameters(net)
            if k % 50 == 49:
                _log(config.out, number, k + 1, len(todo), time.monotonic() - began, pieces, losses)
        torch.save(mean.module.state_dict(), config.out / f"epoch{number + 1}.pt")
        if number + 1 < config.epochs:
            continue
        scores = score(mean.module, dev, texts)
        with (config.out / "dev.jsonl").open("a") as log:
            log.write(json.dumps({"epoch": number + 1} | scores) + "\n")


def _step(
    net: PairNet,
    base: PairNet,
    optimizer: torch.optim.AdamW,
    batch: list[Item],
    sentences: list[Item],
) -> list[tuple[str, float]]:
    """One update; the losses of the batch and of the kept sentences, if any."""
    optimizer.zero_grad()
    found = []
    if sentences:
        away = drift(net, base, sentences)
        away.backward()  # type: ignore[no-untyped-call]
        found.append(("embed", float(away.detach())))
    net.train()
    loss = loss_of(net, batch)
    loss.backward()  # type: ignore[no-untyped-call]
    torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
    optimizer.step()
    return [*found, (batch[0].task, float(loss.detach()))]


def _log(
    out: Path,
    number: int,
    k: int,
    of: int,
    seconds: float,
    pieces: int,
    losses: dict[str, list[float]],
) -> None:
    recent = {task: round(sum(x[-100:]) / len(x[-100:]), 4) for task, x in sorted(losses.items())}
    line = {"epoch": number, "step": k, "of": of, "seconds": round(seconds), "pieces": pieces}
    with (out / "log.jsonl").open("a") as log:
        log.write(json.dumps(line | {"loss": recent}) + "\n")


def main() -> None:
    """Read the command line into a PairConfig and run."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("data", "base", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=PairConfig.epochs)
    parser.add_argument("--of", type=int, help="epochs the learning rate is laid out for")
    parser.add_argument("--start", type=Path, help="weights of an earlier stage")
    parser.add_argument("--stage", type=int, choices=STAGES, default=PairConfig.stage)
    run(PairConfig(**vars(parser.parse_args())))


if __name__ == "__main__":
    main()
