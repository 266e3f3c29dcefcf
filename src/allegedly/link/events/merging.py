"""Tellings that are one event, put together: sparse average-link clustering.

Each telling is compared with the few earlier ones that share most with it, found by an
inverted index of pairs of words; pairs that were not compared count as unlike. So the
work grows with the number of tellings, not with that of their pairs.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

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
    roots = [*sorted(telling.stems), *(f"*{one}" for one in sorted(telling.senses))]
    who = sorted(telling.who)
    best = sorted(telling.around.items(), key=lambda item: (-item[1], item[0]))[:_WORDS]
    keys: list[tuple[Hashable, float]] = [(root, 0.2) for root in roots]
    keys.extend(((root, name), weight) for root in roots for name, weight in best)
    keys.extend(((root, "who", name), 0.3) for root in roots for name in who)
    if telling.earliest is not None and telling.latest is not None:
        when = (telling.earliest, telling.latest)
        keys.extend(((root, when), 0.5) for root in roots)
        keys.extend(((when, name), weight) for name, weight in best)
        keys.extend(((when, "who", name), 0.3) for name in who)
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
    """Clusters that grow; sums of scores between those that share a compared pair.

    Of two that join, the one that was compared with fewer goes into the other, and only what
    was compared with it is looked at. The mean of a pair that is not looked at can but fall:
    its entry in the queue is put right when its turn comes. So no step looks at all that a
    large cluster was compared with.
    """

    def __init__(
        self, count: int, pairs: Iterable[tuple[int, int]], score: Score, threshold: float
    ) -> None:
        self._members = {number: [number] for number in range(count)}
        self._near: dict[int, dict[int, tuple[float, int]]] = {n: {} for n in range(count)}
        #: Each join makes a new name; of equal means the pair with the lower names comes first.
        self._names = list(range(count))
        self._named = list(range(count))
        self._threshold = threshold
        for one, other in pairs:
            value = score(one, other)
            value = value if value == float("-inf") else max(value, UNLIKE)
            self._near[one][other] = self._near[other][one] = (value, 1)

    def joined(self) -> list[list[int]]:
        """Join what belongs together."""
        near = self._near.items()
        queue = [
            entry
            for one, others in near
            for other in others
            if one < other and (entry := self._entry(one, other)) is not None
        ]
        heapq.heapify(queue)
        while queue:
            entry = heapq.heappop(queue)
            one, other = (self._named[name] for name in entry[1:])
            if one not in self._members or other not in self._members:
                continue
            now = self._entry(one, other)
            if now == entry:
                for found in self._join(one, other):
                    heapq.heappush(queue, found)
            elif now is not None:
                heapq.heappush(queue, now)
        return sorted(sorted(members) for members in self._members.values())

    def _entry(self, one: int, other: int) -> tuple[float, int, int] | None:
        """Where a pair stands in the queue; None where it does not belong together."""
        total, compared = self._near[one][other]
        whole = len(self._members[one]) * len(self._members[other])
        missing = min(whole - compared, DOUBT * compared)
        mean = (total + UNLIKE * missing) / (compared + missing)
        if mean <= self._threshold:
            return None
        low, high = sorted((self._names[one], self._names[other]))
        return -mean, low, high

    def _join(self, one: int, other: int) -> Iterator[tuple[float, int, int]]:
        """Make one of two clusters; the entries of those whose mean it may raise."""
        large, small = (
            (one, other) if len(self._near[one]) >= len(self._near[other]) else (other, one)
        )
        self._members[large] += self._members.pop(small)
        self._names[large] = len(self._named)
        self._named.append(large)
        ours = self._near[large]
        del ours[small]
        for third, (total, compared) in self._near.pop(small).items():
            if third != large:
                known = ours.get(third, (0.0, 0))
                ours[third] = self._near[third][large] = (known[0] + total, known[1] + compared)
                del self._near[third][small]
                entry = self._entry(large, third)
                if entry is not None:
                    yield entry
