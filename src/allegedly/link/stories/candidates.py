"""An inverted index: which articles share weighty words with one."""

from __future__ import annotations

from array import array

import numpy as np

from .vectors import Vector

#: Terms by which an article is looked for.
_TERMS = 40
#: At most so many articles are proposed for one.
_MOST = 100


class Index:
    """Articles by their weightiest terms."""

    def __init__(self) -> None:
        self._articles: dict[int, array[int]] = {}
        self._weights: dict[int, array[float]] = {}
        self._count = 0

    def add(self, vector: Vector) -> list[tuple[int, float]]:
        """Index one more article; its number is how many there were before.

        Returns the earlier articles that share weighty terms with it, each with the
        cosine over those terms alone (a lower bound of the whole), highest first.
        """
        best = vector.strongest(_TERMS)
        found = self._alike(best)
        for number, weight in zip(best.numbers.tolist(), best.weights.tolist(), strict=True):
            self._articles.setdefault(number, array("q")).append(self._count)
            self._weights.setdefault(number, array("d")).append(weight)
        self._count += 1
        return found

    def _alike(self, vector: Vector) -> list[tuple[int, float]]:
        articles, weights = [np.zeros(0, np.int64)], [np.zeros(0)]
        for number, weight in zip(vector.numbers.tolist(), vector.weights.tolist(), strict=True):
            if number in self._articles:
                articles.append(np.frombuffer(self._articles[number], np.int64))
                weights.append(np.frombuffer(self._weights[number], np.float64) * weight)
        shared = np.bincount(np.concatenate(articles), np.concatenate(weights))
        found = np.flatnonzero(shared)
        best = found[np.lexsort((found, -shared[found]))][:_MOST]
        return [(int(article), float(shared[article])) for article in best]
