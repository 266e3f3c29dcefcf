"""The packaged judge: what it says, and that it always says the same."""

from __future__ import annotations

import math
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allegedly.link.judge import PairJudge
from allegedly.records import Span

STATEMENT = "The lighthouse at Corran Point will be sold to a brewery."
DENIAL = (
    "There is a rumor that the lighthouse at Corran Point will be sold to a brewery. It is false, "
    "the council said. “The lighthouse is not for sale,” the mayor told reporters."
)
REPORT = (
    "The lighthouse at Corran Point has been sold to a brewery. The brewery signed the papers on "
    "Monday and paid two million crowns, and the keys were handed over."
)
BREAD = (
    "Bakers on the island want cheaper flour. A sack now costs forty crowns, twice what it cost in "
    "spring. Two bakeries have closed their doors."
)


@pytest.fixture(scope="module")
def judge() -> PairJudge:
    return PairJudge()


@pytest.mark.parametrize(
    ("text", "stance"), [(REPORT, "for"), (DENIAL, "against"), (BREAD, "unrelated")]
)
def test_stances_of_plain_articles(judge: PairJudge, text: str, stance: str) -> None:
    assert judge.stance(STATEMENT, None, text).stance == stance


@pytest.mark.parametrize(
    ("title", "stance"),
    [
        ("Lighthouse at Corran Point sold to brewery", "for"),
        ("No, the Corran Point lighthouse will not be sold to a brewery", "against"),
        ("Will the lighthouse at Corran Point be sold to a brewery?", "observing"),
    ],
)
def test_stances_of_plain_headlines(judge: PairJudge, title: str, stance: str) -> None:
    assert judge.stance(STATEMENT, title, REPORT).headline_stance == stance


@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        ("The mayor resigned on Monday.", "The mayor has resigned.", 0),
        ("The mayor did not resign.", "The mayor resigned.", 1),
        ("The ferry was sold for 40 million.", "The ferry was sold for 12 million.", 1),
        ("Two men are mending a net on the quay.", "The men are brothers.", 2),
    ],
)
def test_relations_of_plain_sentences(
    judge: PairJudge, first: str, second: str, relation: int
) -> None:
    assert int(judge.entail([(first, second)])[0].argmax()) == relation


def test_like_sentences_are_closer_than_others(judge: PairJudge) -> None:
    rows = judge.embed(
        [
            "The council will sell the lighthouse.",
            "The lighthouse is to be sold by the council.",
            "Bakers want cheaper flour.",
        ]
    )
    assert rows.shape == (3, 384)
    assert rows.dtype == np.float32
    assert np.linalg.norm(rows, axis=1) == pytest.approx(1, abs=1e-5)
    assert rows[0] @ rows[1] > 0.7 > rows[0] @ rows[2] + 0.3


def test_evidence_is_whole_sentences_of_the_denial(judge: PairJudge) -> None:
    found = judge.stance(STATEMENT, None, BREAD + " " + DENIAL)
    assert found.stance == "against"
    assert 1 <= len(found.evidence) <= 3
    text = BREAD + " " + DENIAL
    field, span = found.evidence[0]
    assert field == "text"
    assert span.start >= len(BREAD)
    assert span.of(text)[-1] in ".”"


def test_the_unrelated_have_no_evidence(judge: PairJudge) -> None:
    assert judge.stance(STATEMENT, None, BREAD).evidence == ()


def test_only_the_sentences_handed_in_are_read(judge: PairJudge) -> None:
    kept = [Span(0, BREAD.index(".") + 1)]
    some = judge.stance(STATEMENT, None, BREAD + " " + DENIAL, kept)
    assert some.scores == judge.stance(STATEMENT, None, BREAD[: kept[0].end]).scores


def test_no_title_no_headline(judge: PairJudge) -> None:
    assert judge.stance(STATEMENT, " ", REPORT).headline is None
    assert judge.stance(STATEMENT, None, REPORT).headline_stance is None


def test_an_answer_does_not_depend_on_what_else_is_asked(judge: PairJudge) -> None:
    texts = [REPORT, DENIAL, BREAD, "Sold!", STATEMENT, "No.", REPORT[:40], DENIAL[:70], "A"]
    together = judge.embed(texts)
    alone = np.concatenate([judge.embed([text]) for text in texts])
    assert np.array_equal(together, alone)
    pairs = [(one, STATEMENT) for one in texts]
    assert np.array_equal(judge.entail(pairs), np.concatenate([judge.entail([p]) for p in pairs]))


def test_threads_may_share_it(judge: PairJudge) -> None:
    items = [(STATEMENT, None, text, None) for text in (REPORT, DENIAL, BREAD)] * 6
    alone = [judge.stance(*item) for item in items]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda item: judge.stance(*item), items)) == alone
    assert judge.stances(items) == alone


def test_nothing_asked_nothing_said(judge: PairJudge) -> None:
    assert judge.embed([]).shape == (0, 384)
    assert judge.entail([]).shape == (0, 3)
    assert judge.stances([]) == []


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=200), st.none() | st.text(max_size=60), st.text(max_size=800))
def test_any_text_is_judged(statement: str, title: str | None, text: str) -> None:
    found = SHARED.stance(statement, title, text)
    for scores in (found.scores, found.headline or found.scores):
        assert math.isclose(sum(scores.values()), 1, abs_tol=1e-6)
        assert all(0 <= value <= 1 for value in scores.values())
    for field, span in found.evidence:
        assert span.end <= len(title or "" if field == "title" else text)
    assert np.isfinite(SHARED.embed([text])).all()
    assert np.isclose(SHARED.entail([(text, statement)]).sum(), 1, atol=1e-5)


SHARED = PairJudge()
