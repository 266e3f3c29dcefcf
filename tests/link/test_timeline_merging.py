"""Words of events, sparse clustering, and how tellings are compared."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegedly.link.events.lemmas import senses, stems
from allegedly.link.events.merging import candidates, merge
from allegedly.link.events.pairs import FEATURES, Telling, cosine, features, fitted, odds
from allegedly.link.events.weights import Weights


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("filed", "filing"),
        ("files", "filed"),
        ("sold", "sale"),
        ("selling", "sells"),
        ("denied", "denial"),
        ("resigned", "resignation"),
        ("announced", "announcement"),
        ("separated", "separation"),
        ("bought", "buying"),
        ("stopped", "stop"),
        ("married", "marriage"),
        ("meetings", "met"),
        ("tying", "tied"),
    ],
)
def test_forms_of_one_word_share_a_stem(one: str, other: str) -> None:
    assert stems(one) & stems(other)


@pytest.mark.parametrize(
    ("one", "other"), [("sold", "solid"), ("filed", "field"), ("meeting", "metal"), ("war", "was")]
)
def test_other_words_do_not(one: str, other: str) -> None:
    assert not stems(one) & stems(other)


@pytest.mark.parametrize(
    ("word", "after", "sense"),
    [
        ("puts", "the thing off for a week", "delay"),
        ("postponed", "until June", "delay"),
        ("tied", "the knot", "marry"),
        ("wed", "", "marry"),
        ("threw", "out the plan", "refuse"),
        ("came", "to light in May", "leak"),
        ("acquisition", "of the line", "buy"),
        ("stepped", "down", "leave office"),
    ],
)
def test_senses_go_by_the_particle(word: str, after: str, sense: str) -> None:
    assert sense in senses(word, after.split())


def test_a_particle_makes_another_verb() -> None:
    assert "delay" not in senses("puts", ["a", "price", "on", "it"])
    assert "release" in senses("came", ["out", "today"])


@given(st.text(max_size=20), st.lists(st.text(max_size=6), max_size=6))
def test_any_word_has_a_stem(word: str, after: list[str]) -> None:
    assert stems(word.lower())
    senses(word.lower(), after)


@given(
    st.integers(0, 12).flatmap(
        lambda n: st.tuples(
            st.just(n),
            st.lists(
                st.tuples(
                    st.integers(0, max(n - 1, 0)),
                    st.integers(0, max(n - 1, 0)),
                    st.floats(-6, 6) | st.just(float("-inf")),
                ),
                max_size=30,
            ),
        )
    )
)
def test_clusters_are_a_partition_that_keeps_apart_what_must_be(
    drawn: tuple[int, list[tuple[int, int, float]]],
) -> None:
    count, pairs = drawn
    scores = {(max(a, b), min(a, b)): value for a, b, value in pairs if a != b}
    found = merge(count, scores, lambda a, b: scores[a, b], 0.0)
    assert sorted(number for cluster in found for number in cluster) == list(range(count))
    home = {number: place for place, cluster in enumerate(found) for number in cluster}
    for (a, b), value in scores.items():
        if value == float("-inf"):
            assert home[a] != home[b]


def test_the_closest_join_first() -> None:
    scores = {(1, 0): 3.0, (2, 1): 1.0, (2, 0): -5.0}
    assert merge(3, scores, lambda a, b: scores[a, b], 0.0) == [[0, 1], [2]]


def _telling(words: str, text: str = "a", stem: str = "sell") -> Telling:
    weights = Weights(["the ferry line was sold to a company by the council"])
    vector = weights.vector(words.split())
    return Telling(text, 0, frozenset((stem,)), frozenset(), vector, vector)


def test_alike_tellings_are_proposed_and_score_higher() -> None:
    alike = [_telling("ferry line company"), _telling("ferry line company", "b")]
    other = _telling("penguin colony survey", "c", "count")
    assert (1, 0) in set(candidates([*alike, other]))
    assert (2, 0) not in set(candidates([*alike, other]))
    assert odds(alike[0], alike[1]) > odds(alike[0], other)


def test_the_fitted_weights_are_those_of_the_features() -> None:
    telling = _telling("ferry line")
    assert len(features(telling, telling)) == len(FEATURES) == len(fitted())


@given(
    st.dictionaries(st.sampled_from("abcdef"), st.floats(0, 1)),
    st.dictionaries(st.sampled_from("abcdef"), st.floats(0, 1)),
)
def test_the_cosine_is_symmetric(one: dict[str, float], other: dict[str, float]) -> None:
    assert cosine(one, other) == pytest.approx(cosine(other, one))


def test_work_grows_with_the_tellings_not_their_pairs() -> None:
    chance = random.Random(3)
    names = [f"name{n}" for n in range(200)]
    tellings = [
        _telling(" ".join(chance.sample(names, 6)), f"t{n}", chance.choice(("sell", "buy")))
        for n in range(1500)
    ]
    compared = Counter(number for number, _ in candidates(tellings))
    early, late = compared[500], compared[1499]
    assert 0 < late <= 1.2 * early
    assert max(compared.values()) <= 48
