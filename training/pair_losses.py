"""What the pair model's heads are taught."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from .pair_data import NOT_ENTAILED, Item
from .pair_model import PairNet, pool

#: Rare labels weigh more (a power of .5 of their inverse share): macro-F1 counts them alike.
WEIGHTS = {
    "body": (1.0, 1.4, 0.9, 1.5),
    "fnc": (0.95, 1.4, 0.95, 1.1),
    "headline": (0.9, 1.45, 1.0, 1.5),
    "entail": (0.85, 1.1, 1.2),
}
TASKS = {"body": 1.5, "fnc": 1.0, "headline": 1.0, "entail": 1.0, "embed": 8.0}
SMOOTHING = 0.05


def collate(batch: list[Item]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """ids, roles, matches and mask of a batch, padded."""
    size = max(len(item.laid) for item in batch)
    rows = np.zeros((4, len(batch), size), dtype=np.int64)
    for k, item in enumerate(batch):
        n = len(item.laid)
        rows[:3, k, :n] = item.laid.ids, item.laid.roles, item.laid.matches
        rows[3, k, :n] = 1
    ids, roles, matches, mask = torch.from_numpy(rows)
    return ids, roles, matches, mask


def mean_state(states: Tensor, mask: Tensor) -> Tensor:
    """Unit vectors: the mean of the states of the pieces."""
    inside = mask[..., None].to(states.dtype)
    return F.normalize((states * inside).sum(1).float() / inside.sum(1).float(), dim=-1)


def logits_of(net: PairNet, batch: list[Item]) -> Tensor:
    """The logits of the batch's task."""
    ids, roles, matches, mask = collate(batch)
    task = batch[0].task
    head = "body" if task == "fnc" else task
    with torch.autocast("cpu", dtype=torch.bfloat16):
        found = net.pieces(net.encode(ids, roles, matches, mask))
    inside = mask.bool() if head == "entail" else roles > 0
    return pool(found, head, inside)


def loss_of(net: PairNet, batch: list[Item]) -> Tensor:
    """The weighted loss of a batch of one task."""
    task = batch[0].task
    logits = logits_of(net, batch)
    labels = torch.tensor([item.label for item in batch])
    weight = torch.tensor(WEIGHTS[task])
    if task != "entail":
        return TASKS[task] * F.cross_entropy(logits, labels, weight, label_smoothing=SMOOTHING)
    sure = labels != NOT_ENTAILED
    parts = []
    if sure.any():
        loss = F.cross_entropy(logits[sure], labels[sure], weight, label_smoothing=SMOOTHING)
        parts.append(loss * sure.float().mean())
    if not sure.all():
        logs = logits[~sure].log_softmax(-1)
        parts.append(-logs[:, 1:].logsumexp(-1).mean() * (1 - sure.float().mean()))
    return TASKS[task] * torch.stack(parts).sum()


def drift(net: PairNet, base: PairNet, batch: list[Item]) -> Tensor:
    """How far the embeddings of sentences have moved from the base model's, weighted."""
    ids, roles, matches, mask = collate(batch)
    net.eval()
    with torch.autocast("cpu", dtype=torch.bfloat16):
        ours = mean_state(net.encode(ids, roles, matches, mask), mask)
        with torch.no_grad():
            theirs = mean_state(base.encode(ids, roles, matches, mask), mask)
    return TASKS["embed"] * (1 - (ours * theirs).sum(-1)).mean()
