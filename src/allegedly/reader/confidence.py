"""How likely an attribution is one that a human reader would mark too.

A logistic regression over what the tagger and the linker said of it, fitted by
`training.confidence`; so ``confidence`` is a probability, not a score (Platt 1999).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files

import numpy as np

from ..errors import WeightsError
from .encoder import Floats
from .linking import CueScores, Linked, Range
from .tokens import Tokens, softmax

FEATURES = (
    "cue, mean",
    "cue, highest",
    "content, mean",
    "content, lowest",
    "source, mean",
    "source, highest",
    "has a source",
    "has a cue",
    "cue to content, mean",
    "cue to content, highest",
    "cue to source, highest",
    "tokens of content",
    "content of one or two tokens",
    "content of three or four tokens",
    "content in several pieces",
    "tokens between cue and content",
    "tokens between cue and source",
    "content opens with a mark",
    "tokens of cue",
    "the linker's confidence",
    "tokens of source",
)
#: Link scores further out say no more; a distance that is not known.
_MOST, _FAR = 8.0, 30


@dataclass(frozen=True, slots=True)
class Calibration:
    """Weights of the features (standardised by ``mean`` and ``scale``), and of none."""

    mean: Floats
    scale: Floats
    weights: Floats
    bias: float

    def probability(self, features: Floats) -> Floats:
        """(n,) probabilities of (n, len(FEATURES)) features."""
        scores = (features - self.mean) / self.scale @ self.weights + self.bias
        found: Floats = (1 / (1 + np.exp(-scores))).astype(np.float32)
        return found


def load_calibration() -> Calibration:
    """The packaged calibration.

    Raises:
        WeightsError: where the file is missing, damaged or of other features.
    """
    try:
        path = files("allegedly") / "weights" / "confidence.json"
        values = json.loads(path.read_text("utf-8"))
        if tuple(values["features"]) != FEATURES:
            raise ValueError("it has other features")
        mean, scale, weights = (
            np.asarray(values[key], dtype=np.float32) for key in ("mean", "scale", "weights")
        )
        return Calibration(mean, scale, weights, float(values["bias"]))
    except (OSError, KeyError, ValueError) as error:
        raise WeightsError(f"confidence.json cannot be used ({error}); reinstall") from error


def assess(
    tokens: Tokens, scorer: CueScores, linked: Sequence[Linked], calibration: Calibration
) -> None:
    """Set the confidence of every attribution, in place."""
    if linked:
        found = calibration.probability(features_of(tokens, scorer, linked))
        for item, value in zip(linked, found.tolist(), strict=True):
            item.confidence = round(value, 4)


def features_of(tokens: Tokens, scorer: CueScores, linked: Sequence[Linked]) -> Floats:
    """(n, len(FEATURES)) features of attributions with the linker's confidence."""
    rows = [_features(tokens, scorer, item) for item in linked]
    return np.array(rows, dtype=np.float32).reshape(-1, len(FEATURES))


def _features(tokens: Tokens, scorer: CueScores, item: Linked) -> list[float]:
    cue, content, source = (
        _tagged(tokens, role, getattr(item, role)) for role in ("cue", "content", "source")
    )
    low, scores = scorer.of(item.cue[0]) if item.cue else (0, np.zeros((2, 0), dtype=np.float32))
    to_source = _scored(scores[0], low, item.source)
    to_content = _scored(scores[1], low, item.content)
    size, words = _size(item.content), item.cue[0] if item.cue else None
    return [
        _logit(cue.mean()),
        _logit(cue.max()),
        _logit(content.mean()),
        _logit(content.min()),
        _logit(source.mean()),
        _logit(source.max()) if item.source else 0.0,
        bool(item.source),
        bool(item.cue),
        float(to_content.mean()),
        float(to_content.max()),
        float(to_source.max()),
        float(np.log(size + 1)),
        size < 3,
        size < 5,
        len(item.content) > 1,
        _away(words, item.content),
        _away(words, item.source),
        any(tokens.at(first, first)[0] in '“"' for first, _ in item.content),
        float(np.log(1 + _size(item.cue))),
        item.confidence,
        float(np.log(1 + _size(item.source))),
    ]


def _tagged(tokens: Tokens, role: str, ranges: Sequence[Range]) -> Floats:
    """The tagger's probabilities that the tokens are of ``role``; one 0 where there are none."""
    parts = [tokens.tags[role][first : last + 1] for first, last in ranges]
    if not parts:
        return np.zeros(1, dtype=np.float32)
    found: Floats = 1 - softmax(np.concatenate(parts))[:, 0]
    return found


def _scored(scores: Floats, low: int, ranges: Sequence[Range]) -> Floats:
    """The linker's scores of the tokens within its reach; the lowest where there are none."""
    parts = [
        scores[first - low : last + 1 - low]
        for first, last in ranges
        if first >= low and last < low + len(scores)
    ]
    if not parts:
        return np.full(1, -_MOST, dtype=np.float32)
    found: Floats = np.clip(np.concatenate(parts), -_MOST, _MOST)
    return found


def _logit(probability: float) -> float:
    kept = min(max(float(probability), 1e-3), 1 - 1e-3)
    return float(np.log(kept / (1 - kept)))


def _size(ranges: Sequence[Range]) -> int:
    return sum(last - first + 1 for first, last in ranges)


def _away(cue: Range | None, ranges: Sequence[Range]) -> float:
    """The logarithm of the tokens between the cue and the nearest of ``ranges``."""
    near = [min(abs(r[0] - cue[1]), abs(cue[0] - r[1])) for r in ranges] if cue else []
    return float(np.log(min(near, default=_FAR) + 1))
