"""What linking asks of a trained model; `judge.PairJudge` is the packaged one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from ..records import Field, Span, StanceValue

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Judgement:
    """The stance of one article toward a statement.

    ``scores`` are probabilities of for, against, observing and unrelated for the body;
    ``headline`` the same for the title, None where there is none. ``evidence`` are whole
    sentences (or the title), the one that weighs most first.
    """

    scores: dict[StanceValue, float]
    headline: dict[StanceValue, float] | None
    evidence: tuple[tuple[Field, Span], ...]

    @property
    def stance(self) -> StanceValue:
        """The most probable stance of the body."""
        return _best(self.scores)

    @property
    def headline_stance(self) -> StanceValue | None:
        """The most probable stance of the title."""
        return _best(self.headline) if self.headline else None


def _best(scores: dict[StanceValue, float]) -> StanceValue:
    return max(scores, key=lambda value: scores[value])


class Judge(Protocol):
    """Judges sentences beside each other. Deterministic; safe to share between threads."""

    @property
    def stage(self) -> str:
        """The version of the model."""
        ...

    def embed(self, texts: Sequence[str]) -> Floats:
        """(n, d) unit vectors; the product of two is the similarity of the sentences."""
        ...

    def entail(self, pairs: Sequence[tuple[str, str]]) -> Floats:
        """(n, 3) probabilities that the first entails, contradicts, is neutral to the second."""
        ...

    def stance(
        self,
        statement: str,
        title: str | None,
        text: str,
        sentences: Sequence[Span] | None = None,
    ) -> Judgement:
        """The stance of an article toward ``statement``.

        ``sentences`` of the text where they are known (furniture left out); found in it
        otherwise.
        """
        ...
