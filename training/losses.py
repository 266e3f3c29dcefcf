"""What each head is taught: the losses of one batch."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from .data import IGNORE, STATUS, Window
from .model import WIDTHS, Net

#: The weight of an event without a time among events with one; that of statuses among tags,
#: which are a mean over few pieces.
NO_TIME, STATUS_WEIGHT = 0.3, 0.3


def link_loss(net: Net, proj: Tensor, batch: list[Window]) -> Tensor:
    """How well cues find their spans, a mean over cues.

    Three parts: is a token of the cue's source / content at all (binary); which
    cue does a content token belong to (softmax over the window's cues); which
    token is the cue's source (marginal likelihood, 'none' scoring 0).
    """
    losses = []
    for row, w in enumerate(batch):
        if not w.groups.links:
            continue
        n = len(w.ids)
        scores = net.link_scores(
            proj[row, :n], [c for c, _, _ in w.groups.links], torch.from_numpy(w.paragraph)
        )
        gold = torch.zeros_like(scores)
        for k, (_, source, content) in enumerate(w.groups.links):
            gold[0, k, source] = 1.0
            gold[1, k, content] = 1.0
        losses.append(
            4 * F.binary_cross_entropy_with_logits(scores, gold, reduction="none").mean(-1).sum()
        )
        owned = gold[1].sum(0) > 0
        choice = F.log_softmax(scores[1][:, owned], 0) * gold[1][:, owned]
        losses.append(-choice.sum() / max(int(owned.sum()), 1) * len(w.groups.links))
        source = torch.cat([scores[0], torch.zeros(len(w.groups.links), 1)], 1)
        none = (gold[0].sum(1, keepdim=True) == 0).float()
        right = torch.cat([gold[0], none], 1)
        found = torch.logsumexp(source.masked_fill(right == 0, -1e4), 1)
        losses.append((torch.logsumexp(source, 1) - found).sum())
    many = sum(len(w.groups.links) for w in batch)
    return torch.stack(losses).sum() / max(many, 1) if losses else proj.sum() * 0


def coref_loss(net: Net, proj: Tensor, batch: list[Window]) -> Tensor:
    """Marginal likelihood of the right antecedents (Lee et al. 2017), 'none' scoring 0."""
    losses = []
    for row, w in enumerate(batch):
        mentions = w.groups.chains[:90]
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


def extent_loss(net: Net, proj: Tensor, batch: list[Window]) -> Tensor:
    """Cross entropy of the first and the last token of mentions, a mean over windows."""
    losses = []
    for row, w in enumerate(batch):
        if w.groups.extents:
            heads, *ends = torch.tensor(w.groups.extents).T
            scores = net.extent_scores(proj[row, : len(w.ids)], heads)
            losses.append(sum(F.cross_entropy(s, e) for s, e in zip(scores, ends, strict=True)))
    return torch.stack(losses).mean() if losses else proj.sum() * 0


def dated_loss(net: Net, proj: Tensor, batch: list[Window]) -> Tensor:
    """Marginal likelihood of the pieces of an event's time, 'none' scoring 0.

    TimeBank's links are not complete: an event without one counts for less.
    """
    losses = []
    for row, w in enumerate(batch):
        if not w.groups.dated:
            continue
        events = torch.tensor([e for e, _ in w.groups.dated])
        scores = net.dated_scores(proj[row, : len(w.ids)], events)
        scores = torch.cat([scores, torch.zeros(len(events), 1)], 1)
        right = torch.zeros_like(scores)
        for k, (_, at) in enumerate(w.groups.dated):
            right[k, at or -1] = 1
        found = torch.logsumexp(scores.masked_fill(right == 0, -1e4), 1)
        weight = torch.tensor([1.0 if at else NO_TIME for _, at in w.groups.dated])
        losses.append(((torch.logsumexp(scores, 1) - found) * weight).sum() / weight.sum())
    return torch.stack(losses).mean() if losses else proj.sum() * 0


def tag_loss(logits: Tensor, tags: Tensor) -> Tensor:
    """Cross entropy of the tag columns that the batch's corpus labels."""
    total = logits.sum() * 0
    start = 0
    for column, width in enumerate(WIDTHS):
        gold = tags[..., column]
        if (gold != IGNORE).any():
            part = logits[..., start : start + width].transpose(1, 2)
            weight = STATUS_WEIGHT if column == STATUS else 1.0
            total = total + weight * F.cross_entropy(part, gold, ignore_index=IGNORE)
        start += width
    return total
