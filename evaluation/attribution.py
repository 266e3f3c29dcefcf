"""Attribution, scored as the design defines it: role token F1 and relation F1.

Tokens are the matches of ``\\w+|[^\\w\\s]``. A predicted attribution matches a
gold one if the token Jaccard of their contents is at least .5 and their sources
share a token (or both are empty), one to one, best first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

ROLES = ("source", "cue", "content")
_TOKEN = re.compile(r"\w+|[^\w\s]")

#: One attribution as character ranges per role.
Ranges = dict[str, list[list[int]]]


@dataclass(slots=True)
class Counts:
    """True positives, predicted and gold."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    def add(self, right: int, predicted: int, gold: int) -> None:
        """Add one document's counts."""
        self.right += right
        self.predicted += predicted
        self.gold += gold

    @property
    def f1(self) -> float:
        """Micro F1, 0 where there is nothing."""
        total = self.predicted + self.gold
        return 2 * self.right / total if total else 0.0

    @property
    def precision(self) -> float:
        """Right over predicted."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Right over gold."""
        return self.right / self.gold if self.gold else 0.0


@dataclass(slots=True)
class Scores:
    """Counts per role and for relations."""

    roles: dict[str, Counts] = field(default_factory=lambda: {r: Counts() for r in ROLES})
    relations: Counts = field(default_factory=Counts)

    def figures(self) -> dict[str, float]:
        """The four figures of the design, rounded to four digits."""
        values = {role: round(counts.f1, 4) for role, counts in self.roles.items()}
        return values | {"relation": round(self.relations.f1, 4)}


def _tokens(offsets: Sequence[tuple[int, int]], ranges: Iterable[Sequence[int]]) -> frozenset[int]:
    found: set[int] = set()
    for start, end in ranges:
        found.update(k for k, (s, e) in enumerate(offsets) if s < end and start < e)
    return frozenset(found)


def _sides(
    text: str, gold: list[Ranges], predicted: list[Ranges]
) -> list[list[dict[str, frozenset[int]]]]:
    """Gold and predicted attributions as token numbers per role."""
    offsets = [m.span() for m in _TOKEN.finditer(text)]
    return [
        [{role: _tokens(offsets, item[role]) for role in ROLES} for item in items]
        for items in (gold, predicted)
    ]


def _matched(sides: list[list[dict[str, frozenset[int]]]]) -> set[int]:
    """Which predicted attributions match a gold one, one to one, best first."""
    pairs = []
    for i, g in enumerate(sides[0]):
        for j, p in enumerate(sides[1]):
            union = len(g["content"] | p["content"])
            overlap = len(g["content"] & p["content"]) / union if union else 0.0
            shared = g["source"] & p["source"] or not (g["source"] or p["source"])
            if overlap >= 0.5 and shared:
                pairs.append((-overlap, i, j))
    taken: tuple[set[int], set[int]] = (set(), set())
    for _, i, j in sorted(pairs):
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
    return taken[1]


def matches(text: str, gold: list[Ranges], predicted: list[Ranges]) -> set[int]:
    """Indices of the predicted attributions that match a gold one."""
    return _matched(_sides(text, gold, predicted))


def score_document(scores: Scores, text: str, gold: list[Ranges], predicted: list[Ranges]) -> None:
    """Add one document to ``scores``."""
    sides = _sides(text, gold, predicted)
    for role in ROLES:
        a, b = (frozenset().union(*(item[role] for item in side)) for side in sides)
        scores.roles[role].add(len(a & b), len(b), len(a))
    scores.relations.add(len(_matched(sides)), len(predicted), len(gold))
