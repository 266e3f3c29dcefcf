"""Average link over scores that are given, or asked for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from allegedly.link.claims.groups import average_link

Pairs = dict[tuple[int, int], float]


def groups(count: int, scores: Pairs, least: float = 0.5) -> list[list[int]]:
    pairs = [(a, b, value) for (a, b), value in scores.items()]
    return average_link(count, pairs, lambda a, b: scores.get((a, b), 0.0), least)


def test_likes_join_and_others_do_not() -> None:
    assert groups(3, {(0, 1): 0.9, (1, 2): 0.4}) == [[0, 1], [2]]


def test_a_chain_of_neighbours_is_no_group() -> None:
    chain = {(n, n + 1): 0.6 for n in range(9)}
    assert max(len(group) for group in groups(10, chain)) == 2


def test_the_best_pair_joins_first() -> None:
    assert groups(3, {(0, 1): 0.6, (1, 2): 0.9}) == [[0], [1, 2]]


def test_nothing() -> None:
    assert groups(0, {}) == []
    assert groups(2, {}) == [[0], [1]]


@given(
    st.integers(1, 12).flatmap(
        lambda n: st.tuples(
            st.just(n),
            st.dictionaries(
                st.tuples(st.integers(0, n - 1), st.integers(0, n - 1)).filter(
                    lambda p: p[0] < p[1]
                ),
                st.sampled_from((0.0, 0.3, 0.5, 0.7, 1.0)),
            ),
        )
    )
)
def test_groups_part_all_and_are_alike_on_average(given: tuple[int, Pairs]) -> None:
    count, scores = given
    found = groups(count, scores)
    assert sorted(n for group in found for n in group) == list(range(count))
    assert found == groups(count, dict(reversed(scores.items())))
    for group in found:
        assert group == sorted(group)
