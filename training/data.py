"""Corpora to labelled windows of word pieces."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from allegedly.reader.pieces import Pieces, split

Record = dict[str, Any]
CLS, SEP = 101, 102
IGNORE = -100
KINDS = {"person": 0, "organization": 1, "place": 2}
ACE = {"PER": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "place"}


def read_records(path: Path) -> list[Record]:
    """The records of a .jsonl or .jsonl.gz file."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


@dataclass(slots=True)
class Document:
    """A text in pieces with labels per piece and groups of pieces that belong together.

    ``tags`` is (n, 5): BIO of source, cue, content; BIO x kind of names; BIO of
    person descriptions. IGNORE where the corpus does not say. ``links`` are
    (cue, source, content) lists of pieces, ``chains`` (pieces, chain) mentions
    of people in reading order.
    """

    pieces: Pieces
    tags: np.ndarray
    paragraph: np.ndarray
    links: list[tuple[list[int], list[int], list[int]]] = field(default_factory=list)
    chains: list[tuple[list[int], str]] = field(default_factory=list)


@dataclass(slots=True)
class Window:
    """A Document's stretch with [CLS] and [SEP] around it."""

    ids: np.ndarray
    features: np.ndarray
    tags: np.ndarray
    paragraph: np.ndarray
    links: list[tuple[list[int], list[int], list[int]]]
    chains: list[tuple[list[int], str]]


def _document(tokenizer: Tokenizer, text: str) -> Document:
    pieces = split(tokenizer, text)
    tags = np.full((len(pieces), 5), IGNORE, dtype=np.int64)
    return Document(pieces, tags, np.cumsum(pieces.features[:, 1] >= 2))


def covered(pieces: Pieces, ranges: Iterable[Iterable[int]]) -> list[int]:
    """Indices of the pieces that overlap any of the character ``ranges``."""
    found: list[int] = []
    starts, ends = pieces.spans[:, 0], pieces.spans[:, 1]
    for start, end in ranges:
        first = int(np.searchsorted(ends, start, side="right"))
        last = int(np.searchsorted(starts, end, side="left"))
        found.extend(range(first, last))
    return found


def _mark(tags: np.ndarray, column: int, where: list[int], begin: int) -> None:
    previous = -2
    for piece in where:
        tags[piece, column] = begin if piece != previous + 1 else begin + 1
        previous = piece


def attribution_document(tokenizer: Tokenizer, record: Record) -> Document:
    """PolNeAR: role tags and links."""
    doc = _document(tokenizer, record["text"])
    doc.tags[:, :3] = 0
    for item in record["attributions"]:
        cue, source, content = (
            covered(doc.pieces, item[role]) for role in ("cue", "source", "content")
        )
        for column, role in enumerate(("source", "cue", "content")):
            for part in item[role]:
                _mark(doc.tags, column, covered(doc.pieces, [part]), 1)
        if cue:
            doc.links.append((cue, source, content))
    return doc


def entity_document(tokenizer: Tokenizer, record: Record) -> Document:
    """GUM or LitBank: names, descriptions of people, and their coreference chains."""
    doc = _document(tokenizer, record["text"])
    doc.tags[:, 3:] = 0
    people = []
    for m in record["mentions"]:
        kind = ACE.get(m["type"], m["type"])
        head = m.get("head") or [m["start"], m["end"]]
        if m["form"] == "name" and m["type"] != "time":
            where = covered(doc.pieces, [head])
            if (doc.tags[where, 3] == 0).all():
                _mark(doc.tags, 3, where, 1 + 2 * KINDS.get(kind, 3))
        elif kind == "person" and m["form"] == "nominal":
            where = covered(doc.pieces, [[m["start"], head[1]]])
            if len(where) < 12 and (doc.tags[where, 4] == 0).all():
                _mark(doc.tags, 4, where, 1)
        if kind == "person":
            people.append((covered(doc.pieces, [head]), str(m["entity"])))
    doc.chains = sorted((p for p in people if p[0]), key=lambda p: p[0][0])
    return doc


def cut(doc: Document, start: int, end: int) -> Window:
    """The pieces [start, end) of ``doc`` as a window; positions shift by one for [CLS]."""

    def local(where: list[int]) -> list[int]:
        return [p - start + 1 for p in where if start <= p < end]

    pad = np.zeros((1, 3), dtype=np.int64)
    edge = np.full((1, 5), IGNORE, dtype=np.int64)
    paragraph = doc.paragraph[start:end]
    links = [(local(c), local(s), local(t)) for c, s, t in doc.links if start <= c[0] < end]
    chains = [(local(w), e) for w, e in doc.chains if start <= w[0] and w[-1] < end]
    return Window(
        np.concatenate([[CLS], doc.pieces.ids[start:end], [SEP]]),
        np.concatenate([pad, doc.pieces.features[start:end], pad]),
        np.concatenate([edge, doc.tags[start:end], edge]),
        np.concatenate([paragraph[:1], paragraph, paragraph[-1:]]),
        links,
        chains,
    )


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
                start += size
        found = [w for w in found if len(w.ids) > 8]
        found.sort(key=lambda w: len(w.ids) + 24 * rng.random())
        batches += [found[k : k + batch] for k in range(0, len(found), batch)]
    rng.shuffle(batches)
    return batches


def corpora(data: Path, tokenizer: Tokenizer) -> list[list[Document]]:
    """The training documents: attribution, then entities."""
    said = read_records(data / "attribution/train.jsonl.gz")
    gum = read_records(data / "entities/gum_train.jsonl.gz")
    novels = read_records(data / "entities/litbank_train.jsonl.gz")
    return [
        [attribution_document(tokenizer, r) for r in said],
        [entity_document(tokenizer, r) for r in gum],
        [entity_document(tokenizer, r) for r in novels],
    ]
