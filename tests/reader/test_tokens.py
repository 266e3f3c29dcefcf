"""Pieces, windows, tokens and tag decoding."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allegedly.reader.encoder import Encoder
from allegedly.reader.pieces import OVERLAP, WINDOW, windows
from allegedly.reader.tokens import bio_spans, log_softmax, tokens_of, typed_spans


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder()


@given(st.integers(0, 20_000))
def test_windows_cover_everything_and_overlap(count: int) -> None:
    found = windows(count)
    assert all(end - start <= WINDOW for start, end in found)
    assert {p for start, end in found for p in (start, end - 1)} <= set(range(count))
    if count:
        assert (found[0][0], found[-1][1]) == (0, count)
    for (_, end), (start, _) in itertools.pairwise(found):
        assert end - start == OVERLAP


def best_by_brute_force(logits: np.ndarray) -> float:
    scores = log_softmax(logits.astype(np.float32))
    return max(
        sum(float(scores[k, state]) for k, state in enumerate(path))
        for path in itertools.product(range(3), repeat=len(logits))
        if not any(b == 2 and a == 0 for a, b in itertools.pairwise((0, *path)))
    )


@given(st.lists(st.tuples(*[st.floats(-5, 5)] * 3), min_size=1, max_size=7))
@settings(max_examples=300)
def test_decoding_finds_the_best_well_formed_sequence(rows: list[tuple[float, ...]]) -> None:
    logits = np.array(rows, dtype=np.float32)
    path = [0] * len(rows)
    for first, last in bio_spans(logits):
        path[first : last + 1] = [1] + [2] * (last - first)
    scores = log_softmax(logits)
    found = sum(float(scores[k, state]) for k, state in enumerate(path))
    assert found == pytest.approx(best_by_brute_force(logits), abs=1e-3)


STRANGE = st.text(
    alphabet=st.sampled_from("aB1 .,’'“”\"\n\t\u0301\u202e\u05d0\u0627😀𝔸é\u200d\ufeff\x00ﬁ中"),
    max_size=60,
)


@given(STRANGE)
@settings(max_examples=80, deadline=None)
def test_tokens_are_exact_whatever_the_characters(encoder: Encoder, text: str) -> None:
    tokens = tokens_of(text, encoder.encode(text), encoder.tables)
    spans = tokens.spans.tolist()
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))


@pytest.mark.parametrize("text", ["", " ", "\n\n"])
def test_nothing_gives_no_tokens(encoder: Encoder, text: str) -> None:
    assert len(tokens_of(text, encoder.encode(text), encoder.tables)) == 0


def test_a_long_text_is_encoded_in_windows(encoder: Encoder) -> None:
    text = "Nobody came to the quay. " * 400
    tokens = tokens_of(text, encoder.encode(text), encoder.tables)
    assert len(tokens) == 400 * 6
    assert all(np.isfinite(scores).all() for scores in tokens.tags.values())


@pytest.mark.parametrize(
    ("chances", "spans"),
    [
        ([], []),
        ([(0.9, 0.05, 0.05), (0.3, 0.35, 0.35)], [(1, 1, "DATE")]),
        ([(0.9, 0.05, 0.05), (0.4, 0.3, 0.3)], []),
        ([(0.2, 0.7, 0.1), (0.2, 0.1, 0.7)], [(0, 1, "DATE")]),
        ([(0.3, 0.1, 0.6), (0.3, 0.1, 0.6)], [(0, 1, "DATE")]),
    ],
)
def test_what_is_clearly_of_a_span_begins_one(
    chances: list[tuple[float, ...]], spans: list[tuple[int, int, str]]
) -> None:
    logits = np.log(np.array(chances, dtype=np.float32).reshape(-1, 3))
    assert typed_spans(logits, ("DATE",)) == spans
