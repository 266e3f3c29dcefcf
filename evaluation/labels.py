"""How well labels and probabilities agree with the gold ones."""

from __future__ import annotations

import random
from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

import numpy as np
import numpy.typing as npt

Label = TypeVar("Label", bound=Hashable)
Row = TypeVar("Row")


def f1(gold: Sequence[Label], found: Sequence[Label], label: Label) -> float:
    """F1 of one label."""
    right = sum(g == f == label for g, f in zip(gold, found, strict=True))
    return 2 * right / max(sum(g == label for g in gold) + sum(f == label for f in found), 1)


def macro_f1(gold: Sequence[Label], found: Sequence[Label]) -> float:
    """The mean F1 of the labels of ``gold``."""
    labels = set(gold)
    return sum(f1(gold, found, label) for label in labels) / len(labels)


def accuracy(gold: Sequence[Label], found: Sequence[Label]) -> float:
    """The share of rows whose label is right."""
    return sum(g == f for g, f in zip(gold, found, strict=True)) / len(gold)


def calibration_error(sure: Sequence[float], right: Sequence[bool], bins: int = 10) -> float:
    """Expected calibration error (Guo et al. 2017): bins of equal width, weighted by size."""
    values, hits = np.asarray(sure), np.asarray(right, dtype=np.float64)
    places = np.minimum((values * bins).astype(int), bins - 1)
    gaps = (
        abs(values[places == n].mean() - hits[places == n].mean()) * (places == n).mean()
        for n in range(bins)
        if (places == n).any()
    )
    return float(sum(gaps))


def spearman(one: Sequence[float], other: Sequence[float]) -> float:
    """Correlation of the ranks (equal values get their mean rank)."""
    return float(np.corrcoef(_ranks(one), _ranks(other))[0, 1])


def _ranks(values: Sequence[float]) -> npt.NDArray[np.float64]:
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    return np.asarray((last - (counts - 1) / 2)[inverse], dtype=np.float64)


def interval(
    groups: Sequence[Sequence[Row]], figure: Callable[[list[Row]], float], draws: int = 1000
) -> tuple[float, float]:
    """The 95 % bootstrap interval of a figure over rows, whole groups being drawn."""
    rng = random.Random(7)
    values = sorted(
        figure([row for group in rng.choices(groups, k=len(groups)) for row in group])
        for _ in range(draws)
    )
    return values[int(0.025 * draws)], values[int(0.975 * draws) - 1]
