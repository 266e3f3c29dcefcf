"""Corpora to labelled windows of word pieces."""

from __future__ import annotations

import gzip
import json
import random
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from allegedly.reader.pieces import Pieces, split

Record = dict[str, Any]
_TOKEN = re.compile(r"\w+|[^\w\s]")
CLS, SEP = 101, 102
#: The label of a piece of which nothing is known.
IGNORE = -100
#: How far, in pieces, a mention's ends may lie from its head.
REACH = 48
#: The columns of a document's tags.
COLUMNS = ("source", "cue", "content", "names", "references", "times", "events", "status")
#: The shares of windows set in Title Case and in capitals; shapes as `allegedly.reader.pieces`.
TITLE_CASE, CAPITALS = 0.05, 0.02
LOWER, TITLE, UPPER = 1, 2, 3
NAMES, REFERENCES, TIMES, EVENTS, STATUS = range(3, 8)


def read_records(path: Path) -> list[Record]:
    """The records of a .jsonl or .jsonl.gz file."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


@dataclass(slots=True)
class Groups:
    """Pieces that belong together, by their place in the document.

    ``links`` are (cue, source, content), ``chains`` (pieces of a mention's head,
    chain) in reading order, ``extents`` (head, first, last) pieces of mentions,
    ``dated`` (event, pieces of the time it happened at; none where it has none).
    """

    links: list[tuple[list[int], list[int], list[int]]] = field(default_factory=list)
    chains: list[tuple[list[int], str]] = field(default_factory=list)
    extents: list[tuple[int, int, int]] = field(default_factory=list)
    dated: list[tuple[int, list[int]]] = field(default_factory=list)


@dataclass(slots=True)
class Document:
    """A text in pieces. ``tags`` is (n, len(COLUMNS)); IGNORE where the corpus does not say.

    ``begins`` is (n,): the first piece of the token that a piece is in.
    """

    pieces: Pieces
    tags: np.ndarray
    paragraph: np.ndarray
    begins: np.ndarray
    groups: Groups = field(default_factory=Groups)


@dataclass(slots=True)
class Window:
    """A Document's stretch with [CLS] and [SEP] around it."""

    ids: np.ndarray
    features: np.ndarray
    tags: np.ndarray
    paragraph: np.ndarray
    groups: Groups


def blank(tokenizer: Tokenizer, text: str) -> Document:
    """A document of which nothing is known yet."""
    pieces = split(tokenizer, text)
    tags = np.full((len(pieces), len(COLUMNS)), IGNORE, dtype=np.int64)
    starts = np.array([m.start() for m in _TOKEN.finditer(text)] or [0])
    owner = np.searchsorted(starts, pieces.spans[:, 0], side="right")
    begins = np.searchsorted(owner, owner, side="left")
    return Document(pieces, tags, np.cumsum(pieces.features[:, 1] >= 2), begins)


def covered(pieces: Pieces, ranges: Iterable[Iterable[int]]) -> list[int]:
    """Indices of the pieces that overlap any of the character ``ranges``."""
    found: list[int] = []
    starts, ends = pieces.spans[:, 0], pieces.spans[:, 1]
    for start, end in ranges:
        first = int(np.searchsorted(ends, start, side="right"))
        last = int(np.searchsorted(starts, end, side="left"))
        found.extend(range(first, last))
    return found


def mark(doc: Document, column: int, where: list[int], begin: int) -> None:
    """Write B (``begin``) and I (``begin`` + 1) over the pieces ``where``."""
    previous = -2
    for piece in where:
        doc.tags[piece, column] = begin if piece != previous + 1 else begin + 1
        previous = piece


def cut(doc: Document, start: int, end: int) -> Window:
    """The pieces [start, end) of ``doc`` as a window; positions shift by one for [CLS]."""

    def local(where: list[int]) -> list[int]:
        return [p - start + 1 for p in where if start <= p < end]

    def inside(*places: int) -> bool:
        return all(start <= p < end for p in places)

    pad = np.zeros((1, 3), dtype=np.int64)
    edge = np.full((1, len(COLUMNS)), IGNORE, dtype=np.int64)
    paragraph = doc.paragraph[start:end]
    whole, shift = doc.groups, 1 - start
    groups = Groups(
        [(local(c), local(s), local(t)) for c, s, t in whole.links if inside(c[0])],
        [(local(w), e) for w, e in whole.chains if inside(w[0], w[-1])],
        [(h + shift, a + shift, b + shift) for h, a, b in whole.extents if inside(h, a, b)],
        [(e + shift, local(t)) for e, t in whole.dated if inside(e, *t)],
    )
    return Window(
        np.concatenate([[CLS], doc.pieces.ids[start:end], [SEP]]),
        np.concatenate([pad, doc.pieces.features[start:end], pad]),
        np.concatenate([edge, doc.tags[start:end], edge]),
        np.concatenate([paragraph[:1], paragraph, paragraph[-1:]]),
        groups,
    )


def restyle(window: Window, rng: random.Random) -> None:
    """Now and then set a window like a headline or in capitals: the pieces know no case."""
    chance = rng.random()
    if chance < TITLE_CASE + CAPITALS:
        small = window.features[:, 0] == LOWER
        window.features[small, 0] = TITLE if chance < TITLE_CASE else UPPER


def epoch_batches(
    docs: list[list[Document]], size: int, batch: int, rng: random.Random
) -> list[list[Window]]:
    """All corpora in windows that start at random offsets; a batch keeps to one corpus."""
    batches = []
    for corpus in docs:
        found = []
        for doc in corpus:
            start = -rng.randrange(size // 2)
            while start < len(doc.pieces):
                found.append(cut(doc, max(start, 0), min(start + size, len(doc.pieces))))
                restyle(found[-1], rng)
                start += size
        found = [w for w in found if len(w.ids) > 8]
        found.sort(key=lambda w: len(w.ids) + 24 * rng.random())
        batches += [found[k : k + batch] for k in range(0, len(found), batch)]
    rng.shuffle(batches)
    return batches
