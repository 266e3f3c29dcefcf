"""An article as one vector of words, in which title and opening weigh more."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

from ...records import Article
from ..frequencies import Lexicon
from ..words import body_words, term, words

#: How much the (unit) vectors of the title and of the first words add to that of the text.
TITLE, LEAD = 0.5, 0.5
LEAD_WORDS = 120

Numbers = NDArray[np.int64]
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of an article (no number twice) and how often each stands in it.

    ``counts`` has three rows: the text, the title, the opening. ``length`` is the
    logarithm of the number of words, never minus infinity.
    """

    numbers: Numbers
    counts: Floats
    length: float

    @classmethod
    def of(cls, article: Article, lexicon: Lexicon) -> Terms:
        """Count them; furniture is left out."""
        body = [term(word.form) for word in body_words(article) if word]
        title = [term(word.form) for word in words(article.title or "")]
        parts = [Counter(part) for part in (body, title, body[:LEAD_WORDS])]
        names = dict.fromkeys([*body, *title])
        return cls(
            np.array([lexicon.number(name) for name in names], np.int64),
            np.array([[part[name] for name in names] for part in parts], np.float32),
            log(20 + len(body)),
        )


@dataclass(frozen=True, slots=True)
class Vector:
    """A sparse vector: ``weights`` of the terms ``numbers`` (no number twice)."""

    numbers: Numbers
    weights: Floats

    @classmethod
    def of(cls, terms: Terms, lexicon: Lexicon) -> Vector:
        """TF-IDF with sublinear counts; length 1, or 0 for an article without words."""
        often = np.where(terms.counts > 0, 1 + np.log(np.maximum(terms.counts, 1)), 0.0)
        parts = often * lexicon.weights(terms.numbers)
        parts /= _or_one(np.sqrt((parts * parts).sum(axis=1, keepdims=True)))
        total = np.array([1.0, TITLE, LEAD]) @ parts
        total /= _or_one(np.sqrt(total @ total))
        return cls(terms.numbers[total > 0], total[total > 0].astype(np.float32))

    def __add__(self, other: Vector) -> Vector:
        numbers = np.concatenate((self.numbers, other.numbers))
        weights = np.concatenate((self.weights, other.weights))
        merged, places = np.unique(numbers, return_inverse=True)
        sums = np.bincount(places, weights=weights, minlength=len(merged))
        return Vector(merged, sums.astype(np.float32))

    def strongest(self, count: int) -> Vector:
        """The ``count`` terms of greatest weight (of equal ones, those with lower numbers)."""
        if len(self.numbers) <= count:
            return self
        best = np.lexsort((self.numbers, -self.weights))[:count]
        return Vector(self.numbers[best], self.weights[best])


def _or_one(sizes: NDArray[np.float64]) -> NDArray[np.float64]:
    """The sizes to divide by; 1 for a vector of nothing."""
    return np.where(sizes > 0, sizes, 1.0)
