"""The packaged pair model: what sentences and articles say of a statement.

One small network (see `weights/MODEL_CARD.md`) over a statement beside a text. Each of
its heads scores a label as a weighted sum over word pieces, so the share of every
sentence in a stance is exact, and evidence comes from the pass that made the judgement.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache, partial
from importlib.resources import files
from math import log
from typing import Any, TypeVar, cast

import numpy as np
import numpy.typing as npt

from ..errors import WeightsError
from ..reader.pieces import load_tokenizer
from ..reader.sentences import split_sentences
from ..records import Span, StanceValue
from .judging import Floats, Judgement
from .pairing import (
    NOBODY,
    STATEMENT,
    TITLE,
    Ints,
    Laid,
    Text,
    article,
    nearest,
    pair,
    pieced,
    single,
)

In = TypeVar("In")
Out = TypeVar("Out")

#: How many sentences are given as evidence, and the least share of the heaviest one's weight.
EVIDENCE, LEAST = 3, 0.25
#: How much two readings by the headline's head count beside the body's own in the stance of
#: the body: that of the headline, and that of the sentence nearest to the statement.
HEADLINE, NEAREST = 0.5, 0.3
#: How much the nearest sentence's log-probability of contradicting the statement adds to
#: "against", from even odds of its three relations.
CONTRADICTED = 0.2
_LEAST = 1e-6
#: What is added to the logit of a stance of the body: training weighs denials up and draws
#: fewer observing and unrelated articles than there are, so its odds are not coverage's.
ODDS = {"for": 0.0, "against": -0.3, "observing": 0.2, "unrelated": 0.4}
#: The width of an embedding; from how many items on it is worth waking other cores.
WIDTH, _MANY = 384, 8
#: How many texts are kept in word pieces.
_KEPT = 256


class PairJudge:
    """The packaged model as a `judging.Judge`. Loads about 23 MB once; share it.

    What it says of a text depends on that text alone, not on what it is asked with:
    inputs are neither padded nor batched. Lists are spread over the cores.

    Raises:
        WeightsError: where the packaged files are missing or damaged.
    """

    def __init__(self, threads: int | None = None) -> None:
        import onnxruntime as ort  # slow to import: only when something is judged

        folder = files("allegedly") / "weights"
        options = ort.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            self._tokenizer = load_tokenizer((folder / "tokenizer.json").read_text("utf-8"))
            self._session: Any = ort.InferenceSession(
                (folder / "pairs.onnx").read_bytes(), options, providers=["CPUExecutionProvider"]
            )
            tables = self._session.get_modelmeta().custom_metadata_map
            self._stage = str(json.loads(tables["stage"]))
            self._heads = _heads(json.loads(tables["heads"]), json.loads(tables["temperatures"]))
        except Exception as error:
            raise WeightsError(
                f"{folder}: the packaged model cannot be loaded ({error}); reinstall allegedly"
            ) from error
        #: An article is asked about several statements, a statement of many articles.
        self._pieced = lru_cache(_KEPT)(partial(pieced, self._tokenizer))
        self._threads = threads or os.cpu_count() or 1

    @property
    def stage(self) -> str:
        """The version of the model."""
        return self._stage

    def embed(self, texts: Sequence[str]) -> Floats:
        """(n, 384) unit vectors; see `judging.Judge`."""
        found = self._each(self._embed, texts)
        return np.stack(found) if found else np.zeros((0, WIDTH), np.float32)

    def entail(self, pairs: Sequence[tuple[str, str]]) -> Floats:
        """(n, 3) probabilities: entails, contradicts, neutral; see `judging.Judge`."""
        found = self._each(self._entail, pairs)
        return np.stack(found) if found else np.zeros((0, 3), np.float32)

    def stance(
        self,
        statement: str,
        title: str | None,
        text: str,
        sentences: Sequence[Span] | None = None,
    ) -> Judgement:
        """The stance of an article; see `judging.Judge`."""
        wanted = self._pieced(statement)
        named = self._pieced(title) if title and title.strip() else None
        spans = split_sentences(text) if sentences is None else tuple(sentences)
        # The body is read without its title, so that the two stances are told apart.
        whole = self._pieced(text)
        laid = article(wanted, None, whole, spans)
        body, head = self._heads["body"], self._heads["headline"]
        parts = body.parts(self._pieces(laid), laid.roles != STATEMENT)
        logits, headline = parts.sum(0) + [ODDS[label] for label in body.labels], None
        near = nearest(wanted, whole, spans)
        if near is not None:
            logits = logits + NEAREST * self._told(near, wanted)
            against = max(self._related(near, wanted)["contradict"], _LEAST)
            logits[body.labels.index("against")] += CONTRADICTED * log(3 * against)
        if named is not None:
            told = self._told(named, wanted)
            logits, headline = logits + HEADLINE * told, head.scores(told)
        scores = body.scores(logits)
        best = max(scores, key=lambda value: scores[value])
        evidence = [] if best == "unrelated" else _heaviest(body.margins(parts, best), laid.owners)
        return Judgement(
            scores=cast("dict[StanceValue, float]", scores),
            headline=cast("dict[StanceValue, float] | None", headline),
            evidence=tuple(("text", spans[owner]) for owner in evidence),
        )

    def stances(
        self, items: Sequence[tuple[str, str | None, str, Sequence[Span] | None]]
    ) -> list[Judgement]:
        """`stance` of many, spread over the cores; in the order of ``items``."""
        return self._each(lambda item: self.stance(*item), items)

    def _told(self, line: Text, statement: Text) -> Floats:
        """The logits of the headline's head for a headline, or a sentence read like one."""
        laid = pair(line, statement, TITLE)
        found = self._heads["headline"].parts(self._pieces(laid), laid.roles != STATEMENT)
        return cast(Floats, found.sum(0))

    def _run(self, laid: Laid) -> tuple[Floats, Floats]:
        """The columns of every piece, (pieces, columns), and the mean state."""
        rows = {"ids": laid.ids[None], "roles": laid.roles[None], "matches": laid.matches[None]}
        pieces, mean = self._session.run(None, rows)
        return pieces[0], mean[0]

    def _pieces(self, laid: Laid) -> Floats:
        return self._run(laid)[0]

    def _embed(self, text: str) -> Floats:
        _, mean = self._run(single(self._pieced(text)))
        return cast(Floats, mean / max(float(np.linalg.norm(mean)), 1e-9))

    def _entail(self, texts: tuple[str, str]) -> Floats:
        found = self._related(self._pieced(texts[0]), self._pieced(texts[1]))
        return np.array(list(found.values()), np.float32)

    def _related(self, first: Text, second: Text) -> dict[str, float]:
        """Probabilities that the first entails, contradicts, leaves open the second."""
        laid, head = pair(first, second), self._heads["entail"]
        parts = head.parts(self._pieces(laid), np.ones(len(laid), dtype=np.bool_))
        return head.scores(parts.sum(0))

    def _each(self, ask: Callable[[In], Out], items: Sequence[In]) -> list[Out]:
        """``ask`` of every item, in order; on all cores where there are many."""
        if self._threads < 2 or len(items) < _MANY:
            return [ask(item) for item in items]
        with ThreadPoolExecutor(self._threads) as pool:
            return list(pool.map(ask, items, chunksize=1))


@dataclass(frozen=True, slots=True)
class _Head:
    """Labels, and where in a piece's row their attention scores and values are."""

    labels: tuple[str, ...]
    attention: slice
    value: slice
    temperature: float

    def parts(self, pieces: Floats, inside: npt.NDArray[np.bool_]) -> Floats:
        """(pieces, labels): what each piece adds to the logit of each label."""
        scores = np.where(inside[:, None], pieces[:, self.attention], -np.inf)
        weights = np.exp(scores - scores.max(0))
        return cast(Floats, weights / weights.sum(0) * pieces[:, self.value])

    def scores(self, logits: Floats) -> dict[str, float]:
        """Probabilities of the labels."""
        scaled = logits.astype(np.float64) / self.temperature
        raised = np.exp(scaled - scaled.max())
        return dict(zip(self.labels, (raised / raised.sum()).tolist(), strict=True))

    def margins(self, parts: Floats, label: str) -> Floats:
        """(pieces,): how much more each piece adds to ``label`` than to the others' mean."""
        column = self.labels.index(label)
        others = np.delete(parts, column, axis=1).mean(1)
        return cast(Floats, parts[:, column] - others)


def _heads(labels: dict[str, list[str]], temperatures: dict[str, float]) -> dict[str, _Head]:
    """The heads in the order of their columns: attention of each label, then values."""
    heads, start = {}, 0
    for name, found in labels.items():
        middle, end = start + len(found), start + 2 * len(found)
        heads[name] = _Head(
            tuple(found), slice(start, middle), slice(middle, end), float(temperatures[name])
        )
        start = end
    return heads


def _heaviest(margins: Floats, owners: Ints) -> list[int]:
    """Owners by the weight of their pieces, the heaviest first."""
    weights: dict[int, float] = {}
    for owner, margin in zip(owners.tolist(), margins.tolist(), strict=True):
        if owner != NOBODY:
            weights[owner] = weights.get(owner, 0.0) + margin
    order = sorted(weights, key=lambda owner: (-weights[owner], owner))[:EVIDENCE]
    least = LEAST * weights[order[0]] if order else 0.0
    return [owner for owner in order if weights[owner] > 0 and weights[owner] >= least]
