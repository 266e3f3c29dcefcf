"""The pair model's network: MiniLM with roles, matches, and heads that pool over pieces.

A head has, for each of its labels, a score of how much a piece is attended to and a
value; the label's logit is the mean of the values so weighted. It is a sum over pieces,
so what each sentence adds to each label is exact, not an explanation made afterwards.
"""

from __future__ import annotations

import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from . import model as shared
from .model import HEADS, HIDDEN, LAYERS, Attention, Layer, from_base

#: Labels of the three heads. Every head has two columns a label: attention, then value.
STANCES = ("for", "against", "observing", "unrelated")
RELATIONS = ("entail", "contradict", "neutral")
LABELS = {"body": STANCES, "headline": STANCES, "entail": RELATIONS}
N_COLUMNS = sum(2 * len(labels) for labels in LABELS.values())


def columns(head: str) -> tuple[slice, slice]:
    """The attention and the value columns of a head."""
    start = 0
    for name, labels in LABELS.items():
        middle, end = start + len(labels), start + 2 * len(labels)
        if name == head:
            return slice(start, middle), slice(middle, end)
        start = end
    raise KeyError(head)


def attend(qkv: Tensor, bias: Tensor | None) -> Tensor:
    """`model.attend` written out: twice as fast to train in bfloat16 on a CPU."""
    batch, length, _ = qkv.shape
    q, k, v = qkv.view(batch, length, 3, HEADS, HIDDEN // HEADS).permute(2, 0, 3, 1, 4)
    scores = (q / math.sqrt(HIDDEN // HEADS)) @ k.transpose(-1, -2)
    if bias is not None:
        scores = scores + bias.to(q.dtype)
    return (scores.softmax(-1) @ v).transpose(1, 2).reshape(batch, length, HIDDEN)


class Dropped(nn.Dropout):
    """Dropout that drops the same columns of all pieces of an input: few random numbers."""

    def forward(self, x: Tensor) -> Tensor:
        """(batch, length, HIDDEN) to the same."""
        if not self.training:
            return x
        mask = torch.rand(x.shape[0], 1, x.shape[2], device=x.device) >= self.p
        return x * (mask.to(x.dtype) / (1 - self.p))


class PairLayer(Layer):
    """The reader's layer, trained faster."""

    def __init__(self, dropout: float) -> None:
        super().__init__(dropout)
        self.drop = Dropped(dropout)

    def forward(self, x: Tensor, bias: Tensor | None) -> Tensor:
        """See `model.Layer`."""
        qkv = self.qkv(x)
        mixed = Attention.apply(qkv, bias) if shared.FUSED else attend(qkv, bias)
        x = self.norm1(x + self.drop(self.out(mixed)))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class PairNet(nn.Module):
    """Pieces in; columns of the heads for every piece, and the mean of the states, out."""

    def __init__(self, vocab: int = 30522, dropout: float = 0.1) -> None:
        super().__init__()
        self.word = nn.Embedding(vocab, HIDDEN)
        self.position = nn.Embedding(512, HIDDEN)
        self.role = nn.Embedding(3, HIDDEN)
        self.match = nn.Embedding(2, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.drop = Dropped(dropout)
        self.layers = nn.ModuleList(PairLayer(dropout) for _ in range(LAYERS))
        self.mix = nn.Linear(HIDDEN, HIDDEN)
        self.out = nn.Linear(HIDDEN, N_COLUMNS)
        nn.init.zeros_(self.match.weight)

    def encode(self, ids: Tensor, roles: Tensor, matches: Tensor, mask: Tensor | None) -> Tensor:
        """(batch, length, HIDDEN) states; ``mask`` is 1 where there is a piece, None for all."""
        x = self.word(ids) + self.position(torch.arange(ids.shape[1], device=ids.device))
        x = self.drop(self.norm(x + self.role(roles) + self.match(matches)))
        bias = None if mask is None else (1.0 - mask.float())[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def forward(self, ids: Tensor, roles: Tensor, matches: Tensor) -> tuple[Tensor, Tensor]:
        """Columns (batch, length, N_COLUMNS) and mean states (batch, HIDDEN), unpadded."""
        states = self.encode(ids, roles, matches, None)
        return self.pieces(states), states.mean(1)

    def pieces(self, states: Tensor) -> Tensor:
        """The columns of all heads."""
        found: Tensor = self.out(self.drop(F.gelu(self.mix(states))))
        return found


def pool(found: Tensor, head: str, inside: Tensor) -> Tensor:
    """(batch, labels) logits from the pieces that are ``inside`` (batch, length)."""
    attention, value = columns(head)
    scores = found[..., attention].float().masked_fill(~inside[..., None], -1e4)
    return (scores.softmax(1) * found[..., value].float()).sum(1)


def pair_from_base(base: Path, dropout: float = 0.1) -> PairNet:
    """A PairNet with the encoder of all-MiniLM-L6-v2 (``base`` is its model.safetensors)."""
    old = from_base(base, dropout).state_dict()
    types = load_file(base)["embeddings.token_type_embeddings.weight"]
    net = PairNet(dropout=dropout)
    state = net.state_dict()
    for name in state:
        if name.startswith(("word", "norm", "layers")):
            state[name] = old[name]
    # `from_base` adds the first type to the positions; here it is in the role of a statement.
    state["position.weight"] = old["position.weight"] - types[0]
    state["role.weight"] = types[[0, 1, 1]]
    net.load_state_dict(state)
    net.word.weight.requires_grad_(False)
    return net
