"""How much a word tells of what an event is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from math import log, sqrt

from ..frequencies import rarity
from ..words import term, words
from .words import EMPTY

#: What is left of a word's weight that every article of the story has.
_LEAST = 0.2


class Weights:
    """Weights of words: those rare in news and rare in this story tell most."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._met: Counter[str] = Counter()
        self._count = 0
        for text in texts:
            self._count += 1
            self._met.update({term(word.form) for word in words(text)})
        self._known: dict[str, float] = {}

    def __getitem__(self, name: str) -> float:
        """The weight of a term: inverse document frequencies, in news and in the story."""
        found = self._known.get(name)
        if found is None:
            met = max(1, min(self._met[name], self._count))
            found = self._known[name] = rarity(name) * max(log(1 + self._count / met), _LEAST)
        return found

    def vector(self, words: Iterable[str]) -> dict[str, float]:
        """Different words in lower case by weight, without empty ones; of length 1."""
        # In the order of the words, not of a set: sums over it are then the same in each run.
        kept = dict.fromkeys(
            term(word) for word in words if word not in EMPTY and word[0].isalnum()
        )
        weights = {name: self[name] for name in kept}
        length = sqrt(sum(weight * weight for weight in weights.values()))
        return {name: weight / length for name, weight in weights.items()} if length else {}
