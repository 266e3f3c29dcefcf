"""How common a word is in news: what a shared word is worth.

A handful of articles cannot tell which words are rare, so the counts of a
background collection come with the package (`training/stories.py` makes the
table); the articles at hand are added to them.
"""

from __future__ import annotations

import gzip
from array import array
from functools import cache, lru_cache
from importlib.resources import files
from math import log

import numpy as np
from numpy.typing import NDArray

_TABLE = "frequencies.txt.gz"
#: Words met in fewer background documents are not in the table.
_UNLISTED = 1


@cache
def _background() -> tuple[int, dict[str, int]]:
    """The number of background documents, and in how many of them a term stands."""
    raw = (files("allegedly.link") / _TABLE).read_bytes()
    head, *rows = gzip.decompress(raw).decode("utf-8").splitlines()
    counts = {name: int(count) for name, _, count in (row.partition(" ") for row in rows)}
    return int(head), counts


@lru_cache(maxsize=1 << 16)
def rarity(name: str) -> float:
    """Inverse document frequency of a term in the background alone, in nats."""
    documents, counts = _background()
    return max(0.0, log((1 + documents) / (0.5 + counts.get(name, _UNLISTED))))


class Lexicon:
    """Terms as numbers, and in how many documents each stands: the background's and ours."""

    def __init__(self) -> None:
        self._documents, self._background = _background()
        self._numbers: dict[str, int] = {}
        self._met = array("d")

    def __len__(self) -> int:
        return len(self._numbers)

    def number(self, name: str) -> int:
        """The term's number; a new term gets the next."""
        found = self._numbers.setdefault(name, len(self._numbers))
        if found == len(self._met):
            self._met.append(self._background.get(name, _UNLISTED))
        return found

    def add(self, numbers: NDArray[np.int64]) -> None:
        """Count one more article with these (different) terms."""
        np.frombuffer(self._met, np.float64)[numbers] += 1
        self._documents += 1

    def weights(self, numbers: NDArray[np.int64]) -> NDArray[np.float64]:
        """Inverse document frequencies, in nats: about 0 for "the", 8 for what was never met."""
        met = np.frombuffer(self._met, np.float64)[numbers]
        return np.maximum(0.0, np.log((1 + self._documents) / (0.5 + met)))
