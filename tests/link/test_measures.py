"""The measure that stories are judged by, and the baseline they are compared with."""

from __future__ import annotations

import numpy as np
import pytest

from evaluation.stories import average_link, by_label, cut


@pytest.mark.parametrize(
    ("gold", "found", "precision", "recall"),
    [
        ("aabb", "xxyy", 1, 1),
        ("aabb", "xxxx", 1 / 2, 1),
        ("aabb", "wxyz", 1, 1 / 2),
        # Bagga and Baldwin's example: {1..5} {6,7} {8..12} against {1..5} {6..12}.
        ("aaaaabbccccc", "xxxxxyyyyyyy", (5 * 1 + 2 * 2 / 7 + 5 * 5 / 7) / 12, 1),
    ],
)
def test_b_cubed(gold: str, found: str, precision: float, recall: float) -> None:
    score = by_label(gold, found)
    assert score.precision == pytest.approx(precision)
    assert score.recall == pytest.approx(recall)
    assert score.f1 == pytest.approx(2 * precision * recall / (precision + recall))


def test_average_link_joins_by_the_mean_over_pairs() -> None:
    alike = np.array([[1, 0.9, 0.6, 0], [0.9, 1, 0.2, 0], [0.6, 0.2, 1, 0.1], [0, 0, 0.1, 1]])
    merges = average_link(alike)
    assert [round(similarity, 3) for similarity, _, _ in merges] == [0.9, 0.4, 0.033]
    assert len(set(cut(merges, 0.5))) == 3
    assert len(set(cut(merges, 0.4))) == 2
