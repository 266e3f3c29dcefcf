"""What the judge is asked about pairs in doubt, and what its word does."""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pytest

from allegedly.link.claims.asking import AGREED, APART, EACH, asked, unsure
from allegedly.link.claims.groups import adopt
from allegedly.link.claims.propositions import Proposition
from allegedly.link.judging import Judge


class Says:
    """A judge that says the same of every pair, and notes what it was asked."""

    def __init__(self, *scores: float) -> None:
        self.scores, self.asked = scores, []  # type: ignore[var-annotated]

    def entail(self, pairs: Sequence[tuple[str, str]]) -> Any:
        self.asked += pairs
        return np.tile(np.array(self.scores, np.float32), (len(pairs), 1))


def said(*texts: str) -> list[Proposition]:
    return cast("list[Proposition]", [SimpleNamespace(text=text) for text in texts])


@pytest.mark.parametrize(
    ("scores", "added"),
    [
        ((0.8, 0.1, 0.1), {(0, 1): AGREED}),
        ((0.1, 0.8, 0.1), {(0, 1): AGREED}),
        ((0.1, 0.1, 0.8), {(0, 1): -APART}),
        ((0.4, 0.3, 0.3), {}),
    ],
)
def test_a_sure_word_counts(
    scores: tuple[float, float, float], added: dict[tuple[int, int], float]
) -> None:
    judge = Says(*scores)
    assert asked(said("a", "b"), [(0, 1)], cast(Judge, judge)) == added


def test_equal_texts_are_asked_once_both_ways() -> None:
    judge = Says(1, 0, 0)
    asked(said("a", "b", "a", "b"), [(0, 1), (2, 3)], cast(Judge, judge))
    assert judge.asked == [("a", "b"), ("b", "a")]


def test_nobody_is_asked_about_nothing() -> None:
    assert asked([], [], cast(Judge, object())) == {}


def test_only_doubtful_pairs_and_few_of_each() -> None:
    pairs = [(0, n, 0.55) for n in range(1, 9)] + [(9, 10, 0.95), (11, 12, 0.1)]
    found = unsure(pairs, 0.55)
    assert found == [(0, 1), (0, 2)][:EACH]


def test_who_is_left_alone_joins_the_group_most_like_it() -> None:
    scores = {(0, 1): 0.9, (2, 3): 0.9, (0, 4): 0.3, (1, 4): 0.3, (2, 4): 0.6, (3, 4): 0.5}
    pairs = [(a, b, value) for (a, b), value in scores.items()]

    def score(a: int, b: int) -> float:
        return scores.get((a, b), 0.0)

    groups = [[0, 1], [2, 3], [4]]
    assert adopt(groups, pairs, score, 0.5, lambda n: True) == [[0, 1], [2, 3, 4]]
    assert adopt(groups, pairs, score, 0.7, lambda n: True) == groups
    assert adopt(groups, pairs, score, 0.5, lambda n: False) == groups
