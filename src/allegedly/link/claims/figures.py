"""Sums and shares in a statement, as far as they tell two statements apart."""

from __future__ import annotations

import re
from functools import lru_cache

_SUM = re.compile(
    r"(?P<unit>[£$€])\s?(?P<a>\d[\d,]*(?:\.\d+)?)\s?-?(?P<scale>million|billion|thousand|bn|m|k)?\b"
    r"|(?P<b>\d[\d,]*(?:\.\d+)?)\s?(?P<share>%|per cent|percent)",
    re.I,
)
_SCALE = {"thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9}
#: Sums that differ by less may be the same, rounded.
ROUNDED = 0.15


@lru_cache(maxsize=50_000)
def figures(text: str) -> tuple[tuple[str, float], ...]:
    """The sums of money and percentages in a text: unit and value."""
    found = []
    for match in _SUM.finditer(text):
        value = float((match["a"] or match["b"]).replace(",", ""))
        unit = match["unit"] or "%"
        found.append((unit, value * _SCALE.get((match["scale"] or "").lower(), 1.0)))
    return tuple(found)


def conflict(one: str, other: str) -> bool:
    """Whether both give figures of one unit, and no two of them can be the same."""
    ours, theirs = figures(one), figures(other)
    pairs = [(a, b) for unit, a in ours for other_unit, b in theirs if unit == other_unit]
    return bool(pairs) and not any(abs(a - b) <= ROUNDED * max(a, b) for a, b in pairs)
