"""What `allegedly.link` needs to tell stories apart, fitted: `python -m training.stories`.

Two files beside the code: how many news texts a word stands in
(`frequencies.txt.gz`, from corpora that no story is measured on), and the
logistic regression of `allegedly.link.stories.affinity.Affinity` (`stories.json`).
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import allegedly.link
from allegedly.link.days import days_of, gap
from allegedly.link.frequencies import Lexicon
from allegedly.link.stories.affinity import Affinity
from allegedly.link.stories.vectors import Terms, Vector
from allegedly.link.words import term, words
from allegedly.records import Article
from evaluation.data import folder, records
from evaluation.stories import CORPORA, load

BACKGROUND = (
    "attribution/train.jsonl.gz",
    "stance/fnc1_train_bodies.jsonl.gz",
    "times/tbaq_train.jsonl.gz",
    "entities/gum_train.jsonl.gz",
    "celebrity/celebrity_dev.jsonl",
)
#: Rarer terms are left out of the table.
_LEAST = 3
#: Pairs that tell one story count as many in every corpus.
_PAIRS = 1_000
_RIDGE = 1.0
#: Even odds.
THRESHOLD = 0.0
#: Articles of one story lie further apart than the stretches of days that are compared when
#: stories are joined: what a day weighs between articles is too much between stretches. The
#: share was chosen by B3 on the three corpora.
STRETCH = 0.6

Matrix = NDArray[np.float64]


def table(texts: Iterable[str]) -> bytes:
    """The table of document frequencies, gzipped: the number of texts, then "term count"."""
    counts: Counter[str] = Counter()
    total = 0
    for text in texts:
        counts.update({term(word.form) for word in words(text)})
        total += 1
    rows = [f"{name} {n}" for name, n in sorted(counts.items()) if n >= _LEAST]
    return gzip.compress("\n".join([str(total), *rows]).encode("utf-8"), 9, mtime=0)


def pairs(items: Sequence[Article], events: Sequence[str]) -> tuple[Matrix, Matrix]:
    """Per pair of dated articles its cosine, gap and length; and whether it is one event.

    Shapes: (pairs, 3) and (pairs,).
    """
    lexicon = Lexicon()
    terms = [Terms.of(item, lexicon) for item in items]
    for one in terms:
        lexicon.add(one.numbers)
    vectors = [Vector.of(one, lexicon) for one in terms]
    dense = np.zeros((len(items), len(lexicon)), np.float32)
    for row, vector in zip(dense, vectors, strict=True):
        row[vector.numbers] = vector.weights
    cosines = dense @ dense.T
    days = [days_of(item) for item in items]
    figures, same = [], []
    for i in range(len(items)):
        for j in range(i):
            apart = gap(days[i], days[j])
            if apart is not None:
                length = min(terms[i].length, terms[j].length)
                figures.append((cosines[i, j], apart, length))
                same.append(events[i] == events[j])
    return np.array(figures, np.float64), np.array(same, np.float64)


def fit(corpora: Sequence[tuple[Matrix, Matrix]], threshold: float) -> Affinity:
    """Logistic regression by Newton's method, ridge on all but the bias."""
    weights = np.concatenate([np.full(len(y), _PAIRS / y.sum()) for _, y in corpora])
    figures = np.concatenate([x for x, _ in corpora])
    same = np.concatenate([y for _, y in corpora])
    mean, spread = figures.mean(0), figures.std(0) + 1e-9
    inputs = np.column_stack([np.ones(len(figures)), (figures - mean) / spread])
    ridge = np.diag([1e-6] + [_RIDGE] * figures.shape[1])

    def loss(at: Matrix) -> float:
        odds = inputs @ at
        return float(weights @ (np.logaddexp(0, odds) - same * odds) + at @ ridge @ at / 2)

    found = np.zeros(inputs.shape[1])
    found[0] = -5.0
    for _ in range(60):
        chance = 1 / (1 + np.exp(-np.clip(inputs @ found, -30, 30)))
        slope = inputs.T @ (weights * (chance - same)) + ridge @ found
        curve = (inputs.T * (weights * chance * (1 - chance))) @ inputs + ridge
        step = np.linalg.solve(curve, slope)
        before = loss(found)
        # A full step may overshoot while the classes are far apart.
        while loss(found - step) > before and np.abs(step).max() > 1e-9:
            step /= 2
        found = found - step
        if before - loss(found) < 1e-6:
            break
    slopes = found[1:] / spread
    bias = float(found[0] - slopes @ mean)
    cosine, apart, length = (float(value) for value in slopes)
    return Affinity(bias, cosine, apart * STRETCH, length, threshold)


def main() -> None:
    """Write the two files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--threshold", type=float, default=THRESHOLD)
    options = parser.parse_args()
    out = Path(allegedly.link.__file__).parent
    texts = (
        f"{row.get('title') or ''}\n{row['text']}"
        for name in BACKGROUND
        for row in records(folder() / name)
    )
    (out / "frequencies.txt.gz").write_bytes(table(texts))
    model = fit([pairs(*load(name)) for name in CORPORA], options.threshold)
    values = {name: round(getattr(model, name), 4) for name in Affinity.__dataclass_fields__}
    (out / "stories.json").write_text(json.dumps(values, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
