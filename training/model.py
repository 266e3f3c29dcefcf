"""The reader's network: MiniLM with layout features and its token-level heads.

The encoder is BERT (Devlin et al. 2019) as distilled in MiniLM (Wang et al.
2020). Attributions are tagged per role (BIO) and linked by a low-rank biaffine
score between a cue and every token (after Dozat and Manning 2017); the same
kind of score links a mention to an earlier one, a mention's head to its ends
and an event to its time.
"""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from .corpora import KINDS, REFERRED, TIMEXES
from .data import REACH

HIDDEN, LAYERS, HEADS, FFN = 384, 6, 12, 1536
N_SHAPES, N_LAYOUTS, N_QUOTES = 8, 4, 3
#: The widths of the tag columns of training.data.COLUMNS: BIO of the three roles, BIO of
#: names by kind, references by kind (described or pronoun), BIO of times by type, classes of
#: events, statuses of events.
WIDTHS = (3, 3, 3, 1 + 2 * len(KINDS), 1 + 2 * len(REFERRED), 1 + 2 * len(TIMEXES), 7, 6)
N_TAGS = sum(WIDTHS)
LINK, COREF, EXTENT, DATED, BUCKETS, BREAKS = 128, 96, 48, 48, 24, 4
#: Projections: query and key of source and content, of coreference, of a mention's first
#: and last token, of an event's time.
N_PROJECTIONS = 4 * LINK + 2 * COREF + 4 * EXTENT + 2 * DATED
#: The bias tables learn in small steps; the scale lets them reach useful sizes.
BIAS_SCALE = 8.0


def distance_buckets(offset: Tensor) -> Tensor:
    """Signed distances in pieces to one of BUCKETS log-spaced buckets."""
    size = offset.abs().clamp(min=1).float()
    half = BUCKETS // 2
    step = (size.log2() * (half - 1) / 9).long().clamp(max=half - 1)
    return torch.where(offset < 0, step, step + half)


#: Set by the exporter: attention as one node that onnxruntime has a fast kernel for.
FUSED = False


def attend(qkv: Tensor, bias: Tensor | None) -> Tensor:
    """Multi-head attention of packed (batch, length, 3*HIDDEN) queries, keys and values."""
    batch, length, _ = qkv.shape
    q, k, v = qkv.view(batch, length, 3, HEADS, HIDDEN // HEADS).permute(2, 0, 3, 1, 4)
    mask = None if bias is None else bias.to(q.dtype)
    mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
    return mixed.transpose(1, 2).reshape(batch, length, HIDDEN)


class Attention(torch.autograd.Function):
    """`attend` that is exported as one MultiHeadAttention node (no mask)."""

    @staticmethod
    def forward(ctx: Any, qkv: Tensor, bias: Tensor | None) -> Tensor:
        """See `attend`."""
        return attend(qkv, bias)

    @staticmethod
    def symbolic(g: Any, qkv: Any, bias: Any) -> Any:
        """The node: com.microsoft MultiHeadAttention over separate q, k and v."""
        parts = g.op(
            "Split", qkv, g.op("Constant", value_t=torch.tensor([HIDDEN] * 3)), axis_i=2, outputs=3
        )
        return g.op("com.microsoft::MultiHeadAttention", *parts, num_heads_i=HEADS)


class Layer(nn.Module):
    """A post-norm transformer layer with BERT's parameter names flattened."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.norm1 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up = nn.Linear(HIDDEN, FFN)
        self.down = nn.Linear(FFN, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor | None) -> Tensor:
        """States to states, (batch, length, HIDDEN); ``bias`` is added to attention scores."""
        mixed = Attention.apply(self.qkv(x), bias) if FUSED else attend(self.qkv(x), bias)
        x = self.norm1(x + self.drop(self.out(mixed)))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Net(nn.Module):
    """Pieces in, tag logits and link/coreference projections out."""

    def __init__(self, vocab: int = 30522, dropout: float = 0.1) -> None:
        super().__init__()
        self.word = nn.Embedding(vocab, HIDDEN)
        self.position = nn.Embedding(512, HIDDEN)
        self.shape = nn.Embedding(N_SHAPES, HIDDEN)
        self.layout = nn.Embedding(N_LAYOUTS, HIDDEN)
        self.quote = nn.Embedding(N_QUOTES, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.drop = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.tags = nn.Linear(HIDDEN, N_TAGS)
        self.mix = nn.Linear(HIDDEN, HIDDEN)
        self.link = nn.Linear(HIDDEN, N_PROJECTIONS)
        self.distance = nn.Parameter(torch.zeros(2, BUCKETS))
        self.breaks = nn.Parameter(torch.zeros(2, BREAKS))
        self.coref_distance = nn.Parameter(torch.zeros(BUCKETS))
        self.extent_distance = nn.Parameter(torch.zeros(2, 2 * REACH))
        self.dated_distance = nn.Parameter(torch.zeros(BUCKETS))
        for table in (self.shape, self.layout, self.quote):
            nn.init.normal_(table.weight, std=0.02)

    def encode(self, ids: Tensor, features: Tensor, mask: Tensor | None) -> Tensor:
        """(batch, length, HIDDEN) states; ``mask`` is 1 where there is a piece, None for all."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.word(ids) + self.position(places)
        x = x + self.shape(features[..., 0]) + self.layout(features[..., 1])
        x = self.drop(self.norm(x + self.quote(features[..., 2])))
        bias = None if mask is None else (1.0 - mask.float())[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def forward(
        self, ids: Tensor, features: Tensor, mask: Tensor | None = None
    ) -> tuple[Tensor, Tensor]:
        """Tag logits (batch, length, N_TAGS), projections (batch, length, N_PROJECTIONS)."""
        states = self.encode(ids, features, mask)
        return self.tags(states), self.link(F.gelu(self.mix(states)))

    def link_scores(self, proj: Tensor, cues: list[list[int]], paragraph: Tensor) -> Tensor:
        """(2, cues, length) logits: is a token of the cue's source / content.

        ``proj`` is (length, N_PROJECTIONS) of one window, ``cues`` the pieces
        of each cue, ``paragraph`` (length,) a running paragraph number.
        """
        query = torch.stack([proj[c, : 2 * LINK].mean(0) for c in cues]).view(-1, 2, LINK)
        key = proj[:, 2 * LINK : 4 * LINK].view(-1, 2, LINK)
        score = torch.einsum("crd,lrd->rcl", query, key) / math.sqrt(LINK)
        heads = torch.tensor([c[0] for c in cues])
        offset = torch.arange(proj.shape[0])[None, :] - heads[:, None]
        gap = (paragraph[None, :] - paragraph[heads][:, None]).abs().clamp(max=BREAKS - 1)
        bias = self.distance[:, distance_buckets(offset)] + self.breaks[:, gap]
        return score + BIAS_SCALE * bias

    def coref_scores(self, proj: Tensor, mentions: list[list[int]]) -> Tensor:
        """(n, n) logits that the row's mention refers to what the (earlier) column's does."""
        start = 4 * LINK
        mean = torch.stack([proj[m, start : start + 2 * COREF].mean(0) for m in mentions])
        score = mean[:, :COREF] @ mean[:, COREF:].T / math.sqrt(COREF)
        heads = torch.tensor([m[0] for m in mentions])
        offset = heads[None, :] - heads[:, None]
        return score + BIAS_SCALE * self.coref_distance[distance_buckets(offset)]

    def extent_scores(self, proj: Tensor, heads: Tensor) -> Tensor:
        """(2, heads, length) logits that a piece is the first / last of the head's mention."""
        start = 4 * LINK + 2 * COREF
        query = proj[heads, start : start + 2 * EXTENT].view(-1, 2, EXTENT)
        key = proj[:, start + 2 * EXTENT : start + 4 * EXTENT].view(-1, 2, EXTENT)
        score = torch.einsum("hrd,lrd->rhl", query, key) / math.sqrt(EXTENT)
        offset = torch.arange(proj.shape[0])[None, :] - heads[:, None] + REACH
        near = (offset >= 0) & (offset < 2 * REACH)
        bias = self.extent_distance[:, offset.clamp(0, 2 * REACH - 1)]
        return (score + BIAS_SCALE * bias).masked_fill(~near, -1e4)

    def dated_scores(self, proj: Tensor, events: Tensor) -> Tensor:
        """(events, length) logits that a piece is of the time the event happened at."""
        start = N_PROJECTIONS - 2 * DATED
        query, key = proj[events, start : start + DATED], proj[:, start + DATED :]
        offset = torch.arange(proj.shape[0])[None, :] - events[:, None]
        bias = BIAS_SCALE * self.dated_distance[distance_buckets(offset)]
        return query @ key.T / math.sqrt(DATED) + bias


def from_base(base: Path, dropout: float) -> Net:
    """A Net with the encoder of all-MiniLM-L6-v2 (``base`` is its model.safetensors)."""
    weights = load_file(base)
    net = Net(dropout=dropout)
    state = net.state_dict()
    state["word.weight"] = weights["embeddings.word_embeddings.weight"]
    types = weights["embeddings.token_type_embeddings.weight"][0]
    state["position.weight"] = weights["embeddings.position_embeddings.weight"] + types
    for side in ("weight", "bias"):
        state[f"norm.{side}"] = weights[f"embeddings.LayerNorm.{side}"]
        for k in range(LAYERS):
            old, new = f"encoder.layer.{k}.", f"layers.{k}."
            names = (f"{old}attention.self.{n}.{side}" for n in ("query", "key", "value"))
            state[f"{new}qkv.{side}"] = torch.cat([weights[n] for n in names])
            state[f"{new}out.{side}"] = weights[f"{old}attention.output.dense.{side}"]
            state[f"{new}norm1.{side}"] = weights[f"{old}attention.output.LayerNorm.{side}"]
            state[f"{new}up.{side}"] = weights[f"{old}intermediate.dense.{side}"]
            state[f"{new}down.{side}"] = weights[f"{old}output.dense.{side}"]
            state[f"{new}norm2.{side}"] = weights[f"{old}output.LayerNorm.{side}"]
    net.load_state_dict(state)
    net.word.weight.requires_grad_(False)
    return net
