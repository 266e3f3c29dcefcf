"""How strongly two stories, or two articles, belong together."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_FITTED = "stories.json"


@dataclass(frozen=True, slots=True)
class Affinity:
    """Log-odds that two articles tell one story, by a logistic regression of three figures.

    ``cosine`` weighs the cosine of the two texts, ``gap`` log(1 + days between
    them), ``length`` the log length of the shorter one, as a cosine of long texts
    is easily high. An unknown date speaks neither for nor against. What exceeds
    ``threshold`` is joined.
    """

    bias: float
    cosine: float
    gap: float
    length: float
    threshold: float

    def __call__(self, cosine: float, gap: float | None, length: float) -> float:
        """The log-odds, less the threshold: what is above 0 belongs together."""
        time = 0.0 if gap is None else self.gap * gap
        return self.bias + self.cosine * cosine + time + self.length * length - self.threshold

    def least_cosine(self, length: float) -> float:
        """The cosine below which articles do not belong together, however close in time."""
        return (self.threshold - self.bias - self.length * length) / self.cosine


@cache
def fitted() -> Affinity:
    """The regression that comes with the package (`training/stories.py` fits it)."""
    values = json.loads((files("allegedly.link.stories") / _FITTED).read_text("utf-8"))
    return Affinity(**{name: float(values[name]) for name in Affinity.__dataclass_fields__})
