"""What the judge is asked: pairs of propositions that may say the same, or the contrary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from ..judging import Judge
from .propositions import Proposition

#: Likenesses between these are asked about: below they are others, above the same.
UNSURE = (0.45, 0.68)
#: Pairs asked about one proposition, and in all; each is asked in both directions.
EACH, MOST = 2, 800
#: From this probability on the judge's word counts, and what it adds or takes off.
SURE, AGREED, APART = 0.6, 0.12, 0.12

Scored = tuple[int, int, float]


def unsure(pairs: Iterable[Scored], least: float) -> list[tuple[int, int]]:
    """The pairs to ask about: the nearest to ``least``, a few of each proposition."""
    low, high = UNSURE
    asked: Counter[int] = Counter()
    found: list[tuple[int, int]] = []
    for a, b, value in sorted(pairs, key=lambda p: (abs(p[2] - least), p[0], p[1])):
        if low <= value <= high and asked[a] < EACH and asked[b] < EACH and len(found) < MOST:
            asked.update((a, b))
            found.append((a, b))
    return found


def asked(
    propositions: Sequence[Proposition], pairs: Sequence[tuple[int, int]], judge: Judge
) -> dict[tuple[int, int], float]:
    """What to add to the likeness of each pair.

    A contradiction is as good as an entailment: who denies a claim speaks of it. Neutral
    in both directions means another claim. Equal pairs of texts are asked once.
    """
    texts = [(propositions[a].text, propositions[b].text) for a, b in pairs]
    ways = list(dict.fromkeys(way for one, other in texts for way in ((one, other), (other, one))))
    if not ways:
        return {}
    told = dict(zip(ways, judge.entail(ways).tolist(), strict=True))
    found = {}
    for pair, (one, other) in zip(pairs, texts, strict=True):
        forth, back = told[one, other], told[other, one]
        same = max(forth[0], forth[1], back[0], back[1])
        if same >= SURE:
            found[pair] = AGREED
        elif min(forth[2], back[2]) >= SURE:
            found[pair] = -APART
    return found
