"""The regression that says which mentions are one event: `python -m training.events`.

Fitted on the pairs of mentions of ECB+ (training topics) that linking compares, written
to `src/allegedly/link/events/events.json`. Newton's method; the penalty keeps weights small.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from allegedly.link.events.merging import candidates
from allegedly.link.events.pairs import FEATURES, features
from evaluation.data import ROOT
from evaluation.ecb import Topic, topics

TARGET = ROOT / "src/allegedly/link/events/events.json"
PENALTY, STEPS = 1e-5, 30

Floats = NDArray[np.float64]


def examples(found: Sequence[Topic]) -> tuple[Floats, Floats]:
    """Features (pairs, features) and whether each pair is one event."""
    rows, labels = [], []
    for topic in found:
        for one, other in candidates(topic.tellings):
            first, second = topic.tellings[one], topic.tellings[other]
            rows.append(features(first, second, topic.likeness(one, other)))
            chain = topic.chains[one]
            labels.append(float(chain is not None and chain == topic.chains[other]))
    return np.array(rows), np.array(labels)


def fit(rows: Floats, labels: Floats) -> Floats:
    """Weights by maximum likelihood, all but the first (the bias) kept small."""
    weights = np.zeros(rows.shape[1])
    kept = PENALTY * len(labels) * np.diag([0.0] + [1.0] * (rows.shape[1] - 1))
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (chance - labels) + kept @ weights
        curve = (rows * (chance * (1 - chance))[:, None]).T @ rows + kept
        weights -= np.linalg.solve(curve + 1e-9 * np.eye(len(weights)), slope)
    return weights


def main() -> None:
    """Fit and write."""
    weights = fit(*examples(topics("train")))
    values = {name: round(float(value), 4) for name, value in zip(FEATURES, weights, strict=True)}
    TARGET.write_text(json.dumps(values, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
