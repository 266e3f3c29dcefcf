"""What the pair model is taught: each corpus to laid-out inputs with a label.

Claims are split by `fold` everywhere, so that no claim, page or article of the
development part is in training: folds 3 and 6 of Emergent and FNC-1, 0 of VitaminC.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from allegedly.link.frequencies import rarity
from allegedly.link.pairing import (
    BODY_PIECES,
    TITLE,
    Ints,
    Laid,
    Text,
    article,
    pair,
    pieced,
    single,
)
from allegedly.reader.sentences import split_sentences
from allegedly.records import Span
from evaluation.data import records

from .pair_model import RELATIONS, STANCES

DEV_FOLDS = (3, 6)
DEV_PAGES = 0
#: RTE says only that it is not entailed: contradicted or neutral.
NOT_ENTAILED = len(RELATIONS)
#: A body's title was matched by shared words; below this it may be another article's.
SURE_TITLE = 0.4
FNC_STANCES = {
    "agree": "for",
    "disagree": "against",
    "discuss": "observing",
    "unrelated": "unrelated",
}
#: Statements of an epoch beside a body about another; sentences whose embedding is kept at once.
MISMATCHED, KEPT = 200, 12
SWAPPED = 0.3
#: Headlines are short: an epoch sees each of them this often.
HEADLINE_TIMES = 2
#: The share of a claim's words (by rarity) from which an article about another claim is on its
#: topic, and up to which it is hardly about the same event.
SAME_TOPIC, SAME_EVENT = 0.25, 0.55


@dataclass(frozen=True, slots=True)
class Stage:
    """What an epoch draws anew of the large corpora: rows of FNC-1 by stance, and pairs; the
    pieces of a body, and the learning rate of the encoder."""

    agree: int
    disagree: int
    discuss: int
    unrelated: int
    pairs: int
    pieces: int
    rate: float


#: The first stage teaches how sentences relate, the second dwells on claims beside articles,
#: the third on both; the last has articles as short as the judge reads them.
STAGES = {
    1: Stage(1500, 700, 1500, 1100, pairs=18000, pieces=208, rate=1e-4),
    2: Stage(1000, 670, 1000, 700, pairs=8000, pieces=208, rate=1e-4),
    3: Stage(1000, 670, 1000, 700, pairs=16000, pieces=208, rate=1e-4),
    4: Stage(1000, 670, 1000, 900, pairs=3000, pieces=BODY_PIECES, rate=6e-5),
}


@dataclass(frozen=True, slots=True)
class Item:
    """One input. ``task`` is fnc, body, headline, entail or embed (without a label)."""

    task: str
    laid: Laid
    label: int


class Texts:
    """Texts in pieces, each cut up once."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self.pieced = cache(lambda text: pieced(tokenizer, text))
        self.sentences = cache(split_sentences)

    def article(
        self, statement: str, title: str | None, text: str, budget: int = BODY_PIECES
    ) -> Laid:
        """An article beside a statement, as the judge lays it out."""
        named: Text | None = self.pieced(title) if title else None
        spans: Sequence[Span] = self.sentences(text)
        return article(self.pieced(statement), named, self.pieced(text), spans, budget)


@dataclass(slots=True)
class Corpora:
    """The rows of each corpus, training or development part."""

    emergent: list[dict[str, Any]]
    headlines: list[dict[str, Any]]
    fnc: list[dict[str, Any]]
    bodies: dict[int, dict[str, Any]]
    pairs: list[dict[str, Any]]


def load(data: Path, dev: bool) -> Corpora:
    """The training part, or the development part."""
    stance, folder = data / "stance", data / "pairs"

    def part(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [r for r in rows if (r["fold"] in DEV_FOLDS) == dev]

    everything = records(stance / "fnc1_train_bodies.jsonl.gz")
    bodies = {b["body_id"]: b for b in part(everything)}
    fnc = [r for r in records(stance / "fnc1_train.jsonl.gz") if r["body_id"] in bodies]
    vitaminc = records(folder / "vitaminc_train.jsonl.gz")
    pairs = [r for r in vitaminc if (r["fold"] == DEV_PAGES) == dev]
    names = ("sick_dev.jsonl", "rte_dev.jsonl")
    if not dev:
        names = ("sick_train.jsonl", "rte_train.jsonl", "fever_symmetric_dev.jsonl")
        pairs += records(folder / "snli_dev.jsonl.gz")
    for name in names:
        pairs += records(folder / name)
    return Corpora(
        part(records(stance / "emergent_train.jsonl.gz")),
        part(records(stance / "emergent_headlines.jsonl")),
        fnc,
        bodies,
        pairs,
    )


def sure_title(row: dict[str, Any]) -> str | None:
    """The title of an Emergent body, where it is surely its own."""
    sure = row["title"] and (row["title_score"] or 0.0) >= SURE_TITLE
    return row["title"] if sure else None


def epoch(corpora: Corpora, texts: Texts, rng: random.Random, stage: Stage) -> list[Item]:
    """What one epoch sees."""
    items = list(_emergent(corpora, texts, rng, stage.pieces))
    items += _fnc(corpora, texts, rng, stage)
    items += _headlines(corpora, texts, rng)
    items = _disguised(items, rng)
    items += _pairs(corpora, texts, rng, stage.pairs)
    return items


def _disguised(items: list[Item], rng: random.Random) -> list[Item]:
    """Half of the items with other words in place of some that statement and text share.

    There are few claims and many articles about each: without this the network learns
    which claims are believed, instead of what an article says of its statement.
    """
    pool = np.concatenate([item.laid.ids[item.laid.matches == 1] for item in items])
    return [_other_words(item, pool, rng) if rng.random() < 0.5 else item for item in items]


def _other_words(item: Item, pool: Ints, rng: random.Random) -> Item:
    laid = item.laid
    ids, shared = laid.ids.copy(), laid.matches == 1
    for piece in np.unique(laid.ids[shared]).tolist():
        if rng.random() < 0.5:
            ids[shared & (laid.ids == piece)] = pool[rng.randrange(len(pool))]
    return replace(item, laid=replace(laid, ids=ids))


def _emergent(corpora: Corpora, texts: Texts, rng: random.Random, pieces: int) -> Iterator[Item]:
    rows = corpora.emergent
    for row in rows:
        title = sure_title(row) if rng.random() < 0.5 else None
        laid = texts.article(row["claim"], title, row["text"], pieces)
        yield Item("body", laid, STANCES.index(row["stance"]))
    for row in rng.sample(rows, MISMATCHED):
        other = _mismatch(row, rows, texts, rng)
        if other is not None:
            title = sure_title(other) if rng.random() < 0.5 else None
            laid = texts.article(row["claim"], title, other["text"], pieces)
            yield Item("body", laid, STANCES.index("unrelated"))


def _mismatch(
    row: dict[str, Any], rows: list[dict[str, Any]], texts: Texts, rng: random.Random
) -> dict[str, Any] | None:
    """An article about another claim: one that shares some of the claim's words, if one is met."""
    terms = texts.pieced(row["claim"]).distinct()
    whole = sum(rarity(name) for name in terms) or 1.0
    others = [r for r in rng.sample(rows, 60) if r["claim_id"] != row["claim_id"]]
    for other in others:
        here = terms & texts.pieced(other["text"]).distinct()
        if SAME_TOPIC <= sum(rarity(name) for name in here) / whole <= SAME_EVENT:
            return other
    return others[0] if others else None


def _fnc(corpora: Corpora, texts: Texts, rng: random.Random, stage: Stage) -> Iterator[Item]:
    by_stance: dict[str, list[dict[str, Any]]] = {}
    for row in corpora.fnc:
        by_stance.setdefault(row["stance"], []).append(row)
    for name, rows in by_stance.items():
        for row in rng.sample(rows, min(getattr(stage, name), len(rows))):
            text = corpora.bodies[row["body_id"]]["text"]
            laid = texts.article(row["title"], None, text, stage.pieces)
            yield Item("fnc", laid, STANCES.index(FNC_STANCES[name]))


def _headlines(corpora: Corpora, texts: Texts, rng: random.Random) -> Iterator[Item]:
    for row in corpora.headlines * HEADLINE_TIMES:
        title, label = row["headline"], STANCES.index(row["stance"])
        if rng.random() < 0.1:
            other = rng.choice(corpora.headlines)
            if other["claim_id"] != row["claim_id"]:
                title, label = other["headline"], STANCES.index("unrelated")
        yield Item("headline", pair(texts.pieced(title), texts.pieced(row["claim"]), TITLE), label)


def relation(row: dict[str, Any]) -> int:
    """The label of a pair."""
    label = row["label"]
    return NOT_ENTAILED if label == "not_entail" else RELATIONS.index(label)


def _pairs(corpora: Corpora, texts: Texts, rng: random.Random, many: int) -> Iterator[Item]:
    for row in rng.sample(corpora.pairs, min(many, len(corpora.pairs))):
        first, second = row["premise"], row["hypothesis"]
        if row["label"] == "contradict" and rng.random() < SWAPPED:
            first, second = second, first
        yield Item("entail", pair(texts.pieced(first), texts.pieced(second)), relation(row))


def kept(corpora: Corpora, texts: Texts, rng: random.Random) -> Iterator[Item]:
    """A few sentences of news, titles, and short plain ones, whose embedding is to stay."""
    for _ in range(KEPT):
        draw = rng.random()
        if draw < 0.5:
            text = rng.choice(corpora.emergent)["text"]
            found = rng.choice(texts.sentences(text)).of(text)
        elif draw < 0.7:
            found = rng.choice(corpora.headlines)["headline"]
        else:
            found = rng.choice(corpora.pairs)[rng.choice(("premise", "hypothesis"))]
        yield Item("embed", single(texts.pieced(found)), 0)


def batches(items: list[Item], pieces: int, rng: random.Random) -> list[list[Item]]:
    """Batches of one task each, of like lengths, of about ``pieces`` with padding; shuffled."""
    keyed = [(item.task, len(item.laid) * rng.uniform(0.9, 1.1), n) for n, item in enumerate(items)]
    found: list[list[Item]] = []
    current: list[Item] = []
    longest = 0
    for _, _, number in sorted(keyed):
        item = items[number]
        longest = max(longest, len(item.laid))
        other = bool(current) and current[0].task != item.task
        if other or longest * (len(current) + 1) > pieces:
            found.append(current)
            current, longest = [], len(item.laid)
        current.append(item)
    found.append(current)
    rng.shuffle(found)
    return found
