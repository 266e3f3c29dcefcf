"""The arithmetic of the scorer for mentions and coreference, on cases worked by hand."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.clusters import b_cubed, best_matching, ceaf_e, muc
from evaluation.entities import Item, aligned, score


def clusters(*groups: str) -> list[frozenset[int]]:
    return [frozenset(ord(letter) for letter in group) for group in groups]


#: (annotated, predicted, B3 (P, R), MUC (P, R), CEAF-e (P, R)); worked by hand. The second and
#: third are the example of Luo (2005): two wrong links of different weight.
WORKED = [
    (("abc", "d"), ("abc", "d"), (1, 1), (1, 1), (1, 1)),
    (
        ("abcde", "fg", "hijkl"),
        ("abcde", "fghijkl"),
        (16 / 21, 1),
        (9 / 10, 1),
        ((1 + 5 / 6) / 2, (1 + 5 / 6) / 3),
    ),
    (
        ("abcde", "fg", "hijkl"),
        ("abcdehijkl", "fg"),
        (7 / 12, 1),
        (9 / 10, 1),
        ((1 + 2 / 3) / 2, (1 + 2 / 3) / 3),
    ),
    # "c" is missed, "x" is read where nothing is.
    (("abc",), ("ab", "x"), (2 / 3, 4 / 9), (1, 1 / 2), ((4 / 5) / 2, 4 / 5)),
    (("a", "b"), ("ab",), (1 / 2, 1), (0, 0), (2 / 3, 1 / 3)),
    (("ab",), (), (0, 0), (0, 0), (0, 0)),
]


@pytest.mark.parametrize(("gold", "predicted", "b3", "links", "ceaf"), WORKED)
def test_measures(
    gold: tuple[str, ...],
    predicted: tuple[str, ...],
    b3: tuple[float, float],
    links: tuple[float, float],
    ceaf: tuple[float, float],
) -> None:
    for measure, (precision, recall) in ((b_cubed, b3), (muc, links), (ceaf_e, ceaf)):
        found = measure(clusters(*gold), clusters(*predicted))
        assert found.precision == pytest.approx(precision), measure.__name__
        assert found.recall == pytest.approx(recall), measure.__name__


WEIGHTS = st.dictionaries(
    st.tuples(st.integers(0, 4), st.integers(0, 4)), st.floats(0.01, 1.0), min_size=1, max_size=12
)


@given(WEIGHTS)
def test_the_best_matching_is_the_best_of_all(weights: dict[tuple[int, int], float]) -> None:
    every = max(
        sum(weights.get((row, column), 0.0) for row, column in enumerate(order))
        for order in permutations(range(5))
    )
    assert best_matching(weights) == pytest.approx(every)


PARTITION = st.lists(st.integers(0, 4), min_size=1, max_size=9)


def of_labels(labels: list[int]) -> list[frozenset[int]]:
    return [
        frozenset(k for k, label in enumerate(labels) if label == one)
        for one in sorted(set(labels))
    ]


@given(PARTITION, st.data())
def test_measures_stay_between_nothing_and_all(labels: list[int], data: st.DataObject) -> None:
    others = data.draw(st.lists(st.integers(0, 4), min_size=len(labels), max_size=len(labels)))
    gold, predicted = of_labels(labels), of_labels(others)
    for measure in (b_cubed, muc, ceaf_e):
        one, other = measure(gold, predicted), measure(predicted, gold)
        assert 0 <= one.f1 <= 1.0000001
        assert one.precision == pytest.approx(other.recall)
    assert b_cubed(gold, gold).f1 == pytest.approx(1)


TEXT = "The mayor of Calder's spokeswoman met her."


def item(surface: str, head: str, kind: str = "person", entity: int = 0) -> Item:
    start, at = TEXT.index(surface), TEXT.index(head)
    return Item((start, start + len(surface)), (at, at + len(head)), kind, "description", entity)


GOLD = [
    item("The mayor of Calder's spokeswoman", "spokeswoman", entity=1),
    item("The mayor of Calder's", "mayor", entity=2),
    item("Calder's", "Calder", "place", 3),
    item("her", "her", entity=2),
]

#: What is read, and how many of GOLD it gets exactly and by head.
READ = [
    (GOLD, 4, 4),
    ([item("The mayor", "mayor")], 0, 1),
    ([item("mayor of Calder's spokeswoman", "mayor")], 0, 1),
    ([item("mayor of Calder's spokeswoman", "spokeswoman")], 0, 1),
    ([item("The mayor of Calder", "Calder", "place")], 0, 1),
    ([item("The mayor of Calder", "Calder", "person")], 0, 0),
    ([item("her", "her"), item("her", "her")], 1, 1),
    ([item("met", "met")], 0, 0),
    ([], 0, 0),
]


@pytest.mark.parametrize(("read", "exact", "head"), READ)
def test_mentions_are_matched_one_to_one(read: list[Item], exact: int, head: int) -> None:
    assert len(aligned(GOLD, read, True)) == exact
    assert len(aligned(GOLD, read, False)) == head


def test_a_tally_counts_kinds_and_forms() -> None:
    tally = score(GOLD, [GOLD[0], GOLD[2], item("met", "met", "organization")])
    assert (tally.head.right, tally.head.predicted, tally.head.gold) == (2, 3, 4)
    counts = tally.parts["person", "description"]
    assert (counts.right, counts.predicted, counts.gold) == (1, 1, 3)
    people = tally.clusters["person", "b3"]
    assert people.precision == 1
    assert people.recall == pytest.approx(1 / 3)
    assert tally.clusters["organization", "b3"].precision == 0
