"""Coreference by the field's measures: B-cubed, MUC, CEAF-e and their mean.

Clusters are sets of mention numbers. Gold and predicted mentions that were
aligned share a number; others have one of their own. As in the reference scorer
(Pradhan et al. 2014), nothing is added or taken away to make the two sides
hold the same mentions: a missed mention costs recall, a spurious one precision.
Singletons count in B-cubed and CEAF-e.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Clusters = Sequence[frozenset[int]]


@dataclass(slots=True)
class Ratio:
    """Numerators and denominators of a precision and a recall, summed over documents."""

    precise: float = 0.0
    predicted: float = 0.0
    found: float = 0.0
    gold: float = 0.0

    def add(self, other: Ratio) -> None:
        """Add another document's sums."""
        self.precise += other.precise
        self.predicted += other.predicted
        self.found += other.found
        self.gold += other.gold

    @property
    def precision(self) -> float:
        """Of what was predicted, how much is right."""
        return self.precise / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Of what is there, how much was found."""
        return self.found / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def b_cubed(gold: Clusters, predicted: Clusters) -> Ratio:
    """B-cubed (Bagga and Baldwin 1998), a mean over mentions."""
    precise = found = 0.0
    for a, b, shared in overlaps(gold, predicted):
        precise += shared * shared / len(predicted[b])
        found += shared * shared / len(gold[a])
    return Ratio(precise, _size(predicted), found, _size(gold))


def muc(gold: Clusters, predicted: Clusters) -> Ratio:
    """MUC (Vilain et al. 1995): links that would have to be added."""
    return Ratio(*_links(predicted, gold), *_links(gold, predicted))


def ceaf_e(gold: Clusters, predicted: Clusters) -> Ratio:
    """Entity-based CEAF (Luo 2005, phi 4): clusters aligned one to one."""
    weights = {
        (a, b): 2 * shared / (len(gold[a]) + len(predicted[b]))
        for a, b, shared in overlaps(gold, predicted)
    }
    best = sum(best_matching(part) for part in _components(weights))
    return Ratio(best, len(predicted), best, len(gold))


def overlaps(gold: Clusters, predicted: Clusters) -> list[tuple[int, int, int]]:
    """(gold cluster, predicted cluster, shared mentions) of all that share any."""
    owner = {mention: b for b, cluster in enumerate(predicted) for mention in cluster}
    counts: dict[tuple[int, int], int] = defaultdict(int)
    for a, cluster in enumerate(gold):
        for mention in cluster:
            if mention in owner:
                counts[a, owner[mention]] += 1
    return [(a, b, shared) for (a, b), shared in counts.items()]


def best_matching(weights: dict[tuple[int, int], float]) -> float:
    """The largest sum of ``weights`` with each row and column taken once (Kuhn 1955)."""
    rows = sorted({a for a, _ in weights})
    columns = sorted({b for _, b in weights})
    if len(rows) > len(columns):
        return best_matching({(b, a): w for (a, b), w in weights.items()})
    costs = [[-weights.get((a, b), 0.0) for b in columns] for a in rows]
    return -_assignment(costs)


def _assignment(costs: list[list[float]]) -> float:
    """The cheapest assignment of all rows, by shortest augmenting paths with potentials."""
    many = len(costs[0])
    of_row, of_column = [0.0] * len(costs), [0.0] * (many + 1)
    owner = [-1] * (many + 1)  # the row that has a column; the last column is a dummy
    for row in range(len(costs)):
        owner[many], at = row, many
        least, come, seen = [float("inf")] * many, [many] * many, [False] * (many + 1)
        while owner[at] >= 0:
            seen[at] = True
            base = owner[at]
            for k in range(many):
                cost = costs[base][k] - of_row[base] - of_column[k]
                if not seen[k] and cost < least[k]:
                    least[k], come[k] = cost, at
            step, to = min((least[k], k) for k in range(many) if not seen[k])
            for k in range(many + 1):
                if seen[k]:
                    of_row[owner[k]] += step
                    of_column[k] -= step
                elif k < many:
                    least[k] -= step
            at = to
        while at != many:
            owner[at], at = owner[come[at]], come[at]
    return sum(costs[owner[k]][k] for k in range(many) if owner[k] >= 0)


def _components(weights: dict[tuple[int, int], float]) -> Iterable[dict[tuple[int, int], float]]:
    """``weights`` in parts that share no row and no column."""
    label: dict[tuple[str, int], int] = {}
    parts: dict[int, dict[tuple[int, int], float]] = {}
    for number, (a, b) in enumerate(weights):
        joined = {label[end] for end in (("row", a), ("column", b)) if end in label}
        part = {(a, b): weights[a, b]}
        for old in joined:
            part |= parts.pop(old)
        parts[number] = part
        for row, column in part:
            label["row", row] = label["column", column] = number
    return parts.values()


def _links(clusters: Clusters, other: Clusters) -> tuple[float, float]:
    """Links of ``clusters`` that ``other`` has too, and all of them."""
    owner = {mention: b for b, cluster in enumerate(other) for mention in cluster}
    kept = 0
    for cluster in clusters:
        parts = {owner.get(mention, -1 - mention) for mention in cluster}
        kept += len(cluster) - len(parts)
    return float(kept), float(sum(len(cluster) - 1 for cluster in clusters))


def _size(clusters: Clusters) -> float:
    return float(sum(len(cluster) for cluster in clusters))
