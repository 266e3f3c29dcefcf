"""Tellings that are one event, put together: sparse average-link clustering.

Each telling is compared with the few earlier ones that share most with it, found by an
inverted index of pairs of words; pairs that were not compared count as unlike. So the
work grows with the number of tellings, not with that of their pairs.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence

from .pairs import Telling

#: Log-odds of a pair that was not compared, and the least that any pair counts.
UNLIKE = -6.0
#: For each pair that was compared at most so many that were not count.
DOUBT = 0.25
#: Earlier tellings that are remembered under one key, those that one is compared with,
#: and the weightiest words it is looked for by.
_KEPT, _MOST, _WORDS = 24, 48, 8

Score = Callable[[int, int], float]


def keys_of(telling: Telling) -> list[tuple[Hashable, float]]:
    """What a telling is looked for by, each with what sharing it is worth."""
    roots: list[str] = [*telling.stems, *(f"*{one}" for one in telling.senses)]
    best = sorted(telling.around.items(), key=lambda item: (-item[1], item[0]))[:_WORDS]
    keys: list[tuple[Hashable, float]] = [(root, 0.2) for root in roots]
    keys.extend(((root, name), weight) for root in roots for name, weight in best)
    keys.extend(((root, "who", name), 0.3) for root in roots for name in telling.who)
    if telling.earliest is not None and telling.latest is not None:
        when = (telling.earliest, telling.latest)
        keys.extend(((root, when), 0.5) for root in roots)
        keys.extend(((when, name), weight) for name, weight in best)
        keys.extend(((when, "who", name), 0.3) for name in telling.who)
    else:
        names = [name for name, _ in best[:4]]
        pairs = [(a, b) for n, a in enumerate(names) for b in names[n + 1 :]]
        keys.extend((tuple(sorted(pair)), 0.1) for pair in pairs)
    return keys


def candidates(tellings: Sequence[Telling]) -> Iterable[tuple[int, int]]:
    """Pairs (later, earlier) worth a comparison."""
    index: dict[Hashable, list[int]] = defaultdict(list)
    for number, telling in enumerate(tellings):
        met: dict[int, float] = defaultdict(float)
        keys = keys_of(telling)
        for key, worth in keys:
            for other in index.get(key, ()):
                met[other] += worth
        best = heapq.nsmallest(_MOST, met.items(), key=lambda item: (-item[1], item[0]))
        for other, _ in best:
            yield number, other
        for key, _ in keys:
            if len(index[key]) < _KEPT:
                index[key].append(number)


def merge(
    count: int, pairs: Iterable[tuple[int, int]], score: Score, threshold: float
) -> list[list[int]]:
    """Clusters of the numbers below ``count``, each in order, by their first member.

    The two clusters with the highest mean ``score`` (log-odds, over all pairs of their
    members) are joined as long as it exceeds ``threshold``. A score of minus infinity
    keeps two clusters apart for good.
    """
    return _Clusters(count, pairs, score, threshold).joined()


class _Clusters:
    """Clusters that grow; sums of scores between those that share a compared pair."""

    def __init__(
        self, count: int, pairs: Iterable[tuple[int, int]], score: Score, threshold: float
    ) -> None:
        self._members = {number: [number] for number in range(count)}
        self._near: dict[int, dict[int, tuple[float, int]]] = {n: {} for n in range(count)}
        self._threshold = threshold
        for one, other in pairs:
            value = score(one, other)
            value = value if value == float("-inf") else max(value, UNLIKE)
            self._near[one][other] = self._near[other][one] = (value, 1)

    def _mean(self, one: int, other: int) -> float:
        total, compared = self._near[one][other]
        whole = len(self._members[one]) * len(self._members[other])
        missing = min(whole - compared, DOUBT * compared)
        return (total + UNLIKE * missing) / (compared + missing)

    def joined(self) -> list[list[int]]:
        """Join what belongs together."""
        queue: list[tuple[float, int, int]] = []
        for one, others in self._near.items():
            for other in others:
                if one < other:
                    self._queue(queue, one, other)
        heapq.heapify(queue)
        made = len(self._members)
        while queue:
            _, one, other = heapq.heappop(queue)
            if one in self._members and other in self._members:
                self._join(one, other, made)
                for third in self._near[made]:
                    self._queue(queue, made, third)
                made += 1
        return sorted(sorted(members) for members in self._members.values())

    def _queue(self, queue: list[tuple[float, int, int]], one: int, other: int) -> None:
        mean = self._mean(one, other)
        if mean > self._threshold:
            heapq.heappush(queue, (-mean, min(one, other), max(one, other)))

    def _join(self, one: int, other: int, made: int) -> None:
        self._members[made] = self._members.pop(one) + self._members.pop(other)
        near: dict[int, tuple[float, int]] = {}
        for old in (one, other):
            for third, (total, compared) in self._near.pop(old).items():
                if third not in (one, other):
                    before = near.get(third, (0.0, 0))
                    near[third] = (before[0] + total, before[1] + compared)
                    del self._near[third][old]
        self._near[made] = near
        for third, known in near.items():
            self._near[third][made] = known
