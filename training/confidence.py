"""Fit the confidence of attributions: `python -m training.confidence DATA OUT`.

Labels are whether an attribution that the reader finds in DATA/attribution/dev
matches one of the annotators' (as relation F1 counts); features are those of
`allegedly.reader.confidence`. Prints the relation F1 that dropping unlikely
rows gives, each document judged by a fit to the others, and writes OUT.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from allegedly import Reader
from allegedly.reader.confidence import FEATURES, features_of
from allegedly.reader.field import field_of
from allegedly.reader.linking import Linked
from allegedly.reader.tokens import Tokens, tokens_of
from evaluation.attribution import matches
from evaluation.data import records

Array = npt.NDArray[np.float64]
FOLDS, RIDGE = 7, 3.0


def collect(reader: Reader, path: Path) -> tuple[Array, Array, npt.NDArray[np.int64], int]:
    """Features, labels, document numbers, and how many gold attributions there are."""
    rows, labels, documents, gold = [], [], [], 0
    tables = reader.encoder.tables
    for number, record in enumerate(records(path)):
        tokens = tokens_of(record["text"], reader.encoder.encode(record["text"]), tables)
        field = field_of(tokens, tables, (), False)
        linked = field.linked
        found = matches(
            record["text"], record["attributions"], [_ranges(tokens, i) for i in linked]
        )
        rows.append(features_of(tokens, field.scorer, linked))
        labels += [k in found for k in range(len(linked))]
        documents += [number] * len(linked)
        gold += len(record["attributions"])
    return np.concatenate(rows).astype(float), np.array(labels, float), np.array(documents), gold


def _ranges(tokens: Tokens, item: Linked) -> dict[str, list[list[int]]]:
    spans = {
        role: [tokens.span(*r) for r in getattr(item, role)]
        for role in ("source", "cue", "content")
    }
    return {role: [[s.start, s.end] for s in found] for role, found in spans.items()}


def fit(rows: Array, labels: Array) -> dict[str, Any]:
    """Logistic regression with a ridge, by Newton's method."""
    mean, scale = rows.mean(0), rows.std(0) + 1e-6
    ready = np.c_[(rows - mean) / scale, np.ones(len(rows))]
    ridge = RIDGE * np.eye(ready.shape[1])
    ridge[-1, -1] = 1e-6
    weights = np.zeros(ready.shape[1])
    for _ in range(40):
        p = 1 / (1 + np.exp(-ready @ weights))
        slope = ready.T @ (p - labels) + ridge @ weights
        weights -= np.linalg.solve((ready * (p * (1 - p))[:, None]).T @ ready + ridge, slope)
    return {"mean": mean, "scale": scale, "weights": weights[:-1], "bias": weights[-1]}


def probability(fitted: dict[str, Any], rows: Array) -> Array:
    """(n,) probabilities."""
    z = (rows - fitted["mean"]) / fitted["scale"] @ fitted["weights"] + fitted["bias"]
    found: Array = 1 / (1 + np.exp(-z))
    return found


def crossed(rows: Array, labels: Array, documents: npt.NDArray[np.int64]) -> Array:
    """Probabilities of each row by a fit to the other folds' documents."""
    found = np.zeros(len(labels))
    for fold in range(FOLDS):
        mine = documents % FOLDS == fold
        found[mine] = probability(fit(rows[~mine], labels[~mine]), rows[mine])
    return found


def table(given: Array, labels: Array, gold: int, floors: Sequence[float]) -> str:
    """Relation F1 when rows under each floor are dropped."""
    lines = []
    for floor in floors:
        kept = given >= floor
        f1 = 2 * labels[kept].sum() / (kept.sum() + gold)
        lines.append(f"{floor:.2f} {kept.sum():5} rows {f1:.4f}\n")
    return "".join(lines)


def main() -> None:
    """Fit, print and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    rows, labels, documents, gold = collect(Reader(), args.data / "attribution" / "dev.jsonl.gz")
    floors = (0.0, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5)
    sys.stdout.write(table(crossed(rows, labels, documents), labels, gold, floors))
    fitted = fit(rows, labels)
    kept: dict[str, Any] = {"features": FEATURES}
    kept |= {key: np.round(fitted[key], 5).tolist() for key in fitted}
    args.out.write_text(json.dumps(kept, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
