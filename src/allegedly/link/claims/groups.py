"""Groups of like things: average link, so that no chain of neighbours joins what is unlike."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Sequence

Score = Callable[[int, int], float]
#: Of a large group so many members are compared.
SAMPLE = 12


def average_link(
    count: int, pairs: Sequence[tuple[int, int, float]], score: Score, least: float
) -> list[list[int]]:
    """Groups of ``0 … count - 1``, each in order, by their first member.

    ``pairs`` are likely ones with their scores; the two groups whose members are most
    alike on average join, as long as that average is ``least`` or more. ``score`` is asked
    for pairs that were not given. Ties are broken by number, so the result is the same
    for the same input.
    """
    known = {(a, b): value for a, b, value in pairs}
    members = {n: [n] for n in range(count)}
    beside: dict[int, set[int]] = {n: set() for n in range(count)}
    entries: list[tuple[float, int, int, int, int]] = []
    for a, b, value in pairs:
        if value >= least:
            beside[a].add(b)
            beside[b].add(a)
            entries.append((-value, a, b, 0, 0))
    heapq.heapify(entries)
    versions = [0] * count

    def between(a: int, b: int) -> float:
        ours, theirs = _sampled(members[a]), _sampled(members[b])
        total = 0.0
        for one in ours:
            for other in theirs:
                pair = (min(one, other), max(one, other))
                if pair not in known:
                    known[pair] = score(*pair)
                total += known[pair]
        return total / (len(ours) * len(theirs))

    while entries:
        _, a, b, first, second = heapq.heappop(entries)
        if a not in members or b not in members or versions[a] != first or versions[b] != second:
            continue
        members[a] = sorted(members[a] + members.pop(b))
        versions[a] += 1
        beside[a] = {n for n in (beside[a] | beside.pop(b)) if n not in (a, b)}
        for other in sorted(beside[a]):
            beside[other].discard(b)
            beside[other].add(a)
            value = between(min(a, other), max(a, other))
            if value >= least:
                low, high = min(a, other), max(a, other)
                heapq.heappush(entries, (-value, low, high, versions[low], versions[high]))
    return sorted(members.values())


def adopt(
    groups: Sequence[Sequence[int]],
    pairs: Sequence[tuple[int, int, float]],
    score: Score,
    least: float,
    may: Callable[[int], bool],
) -> list[list[int]]:
    """Groups in which those left alone that ``may`` have joined the group most like them.

    Considered are groups that hold somebody beside them in ``pairs``; ``least`` is the
    average likeness that is enough.
    """
    home = {n: place for place, group in enumerate(groups) for n in group}
    beside: dict[int, set[int]] = {}
    for a, b, value in pairs:
        if value > 0:
            beside.setdefault(a, set()).add(home[b])
            beside.setdefault(b, set()).add(home[a])
    found = [list(group) for group in groups]
    for alone, group in [(group[0], group) for group in groups if len(group) == 1]:
        near = [p for p in beside.get(alone, ()) if len(groups[p]) > 1] if may(alone) else []
        means = {p: _mean(alone, groups[p], score) for p in near}
        best = max(means, key=lambda p: (means[p], -p), default=None)
        if best is not None and means[best] >= least:
            found[best].append(alone)
            found[home[group[0]]] = []
    return sorted(sorted(group) for group in found if group)


def _mean(one: int, group: Sequence[int], score: Score) -> float:
    some = _sampled(group)
    return sum(score(min(one, n), max(one, n)) for n in some) / len(some)


def _sampled(numbers: Sequence[int]) -> Sequence[int]:
    """All, or a few spread evenly."""
    if len(numbers) <= SAMPLE:
        return numbers
    return [numbers[k * len(numbers) // SAMPLE] for k in range(SAMPLE)]
