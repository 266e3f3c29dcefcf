"""A cheap score of a checkpoint of the pair model; the real ones are in evaluation/."""

from __future__ import annotations

import numpy as np
import torch

from allegedly.link.pairing import TITLE, pair, single
from evaluation.labels import macro_f1, spearman

from .pair_data import (
    FNC_STANCES,
    NOT_ENTAILED,
    Corpora,
    Item,
    Texts,
    relation,
    sure_title,
)
from .pair_losses import collate, logits_of, mean_state
from .pair_model import STANCES, PairNet

#: Every how many rows are scored.
FNC_STEP, PAIR_STEP = 11, 4


def score(net: PairNet, dev: Corpora, texts: Texts) -> dict[str, float]:
    """Macro-F1 of the stances, accuracy of relations, rank correlation of the similarity."""
    net.eval()
    body = [
        Item(
            "body", texts.article(r["claim"], sure_title(r), r["text"]), STANCES.index(r["stance"])
        )
        for r in dev.emergent
    ]
    rows = [r for r in dev.fnc if r["stance"] != "unrelated"][::2] + dev.fnc[::FNC_STEP]
    fnc = [
        Item(
            "fnc",
            texts.article(r["title"], None, dev.bodies[r["body_id"]]["text"]),
            STANCES.index(FNC_STANCES[r["stance"]]),
        )
        for r in rows[::5]
    ]
    headline = [
        Item(
            "headline",
            pair(texts.pieced(r["headline"]), texts.pieced(r["claim"]), TITLE),
            STANCES.index(r["stance"]),
        )
        for r in dev.headlines
    ]
    sick = [r for r in dev.pairs if "relatedness" in r]
    entail = [
        Item("entail", pair(texts.pieced(r["premise"]), texts.pieced(r["hypothesis"])), relation(r))
        for r in [r for r in dev.pairs if "relatedness" not in r][::PAIR_STEP] + sick
        if relation(r) != NOT_ENTAILED
    ]
    found = {}
    for name, items in (("emergent", body), ("fnc", fnc), ("headline", headline)):
        found[name] = round(macro_f1([i.label for i in items], predict(net, items)), 4)
    right = [i.label == p for i, p in zip(entail, predict(net, entail), strict=True)]
    found["entail"] = round(sum(right) / len(right), 4)
    ours, theirs = (
        vectors(net, [Item("embed", single(texts.pieced(r[side])), 0) for r in sick])
        for side in ("premise", "hypothesis")
    )
    gold = [float(r["relatedness"]) for r in sick]
    found["sick"] = round(spearman((ours * theirs).sum(1).tolist(), gold), 4)
    return found


def predict(net: PairNet, items: list[Item]) -> list[int]:
    """The most probable label of each."""
    return [int(row.argmax()) for row in logits(net, items)]


def logits(net: PairNet, items: list[Item]) -> list[torch.Tensor]:
    """The logits of each, in order."""
    order = sorted(range(len(items)), key=lambda n: len(items[n].laid))
    found: dict[int, torch.Tensor] = {}
    with torch.no_grad():
        for k in range(0, len(order), 16):
            part = order[k : k + 16]
            found.update(zip(part, logits_of(net, [items[n] for n in part]), strict=True))
    return [found[n] for n in range(len(items))]


def vectors(net: PairNet, items: list[Item]) -> np.ndarray:
    """The embedding of each."""
    rows = []
    with torch.no_grad():
        for k in range(0, len(items), 32):
            ids, roles, matches, mask = collate(items[k : k + 32])
            rows.append(mean_state(net.encode(ids, roles, matches, mask), mask).numpy())
    return np.concatenate(rows)
