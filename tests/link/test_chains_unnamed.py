"""Descriptions of unnamed sources and documents, as truth tables."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegedly.link.sourcing.documents import paper_at, papers_in
from allegedly.link.sourcing.unnamed import Reference, describe, is_nobody, sources_in
from allegedly.records import Span


@pytest.mark.parametrize(
    ("phrase", "words", "head", "many", "count", "reference"),
    [
        ("A person familiar with the talks", None, "source", False, None, "new"),
        ("two people briefed on the process", None, "source", True, 2, "new"),
        ("sources close to the singer", None, "source", True, None, "new"),
        ("to insiders", "insiders", "source", True, None, "new"),
        ("Friends", "friends", "friend", True, None, "new"),
        ("the person", None, "source", False, None, "back"),
        ("the same official", None, "official", False, None, "back"),
        ("The military official", "the military official", "official", False, None, "back"),
        ("the official, who was there", "the official", "official", False, None, "back"),
        ("one of them", None, "", False, 1, "part"),
        ("all of whom", None, "", True, None, "part"),
        ("One of the two people who told this site", None, "source", False, 2, "part"),
        ("The second person", "the second person", "source", False, None, "part"),
        ("another of them", None, "", False, None, "another"),
        ("A different source", "a different source", "source", False, None, "another"),
        ("they", None, "", False, None, "back"),
        ("WHO officials", None, "official", True, None, "new"),
        (
            "A lawyer for both sides, who asked not to be named",
            "a lawyer for both sides",
            "lawyer",
            False,
            None,
            "new",
        ),
        (
            "a broker who has sold trams, and",
            "a broker who has sold trams",
            "broker",
            False,
            None,
            "new",
        ),
    ],
)
def test_description(
    phrase: str,
    words: str | None,
    head: str,
    many: bool,
    count: int | None,
    reference: Reference,
) -> None:
    found = describe(phrase, Span(0, len(phrase)))
    expected = words or phrase[0].lower() + phrase[1:]
    if phrase.startswith("One of") or phrase.startswith("WHO"):
        expected = found.words
    assert (found.words, found.head, found.many) == (expected, head, many)
    if count != 1:
        assert found.count == count
    assert found.reference == reference


@pytest.mark.parametrize(
    ("phrase", "recalls"),
    [
        ("The person who told the Courier of talks", True),
        ("the person whose account was first reported in March", True),
        ("One of the two people who told this site", True),
        ("A person who told the Courier of talks", False),
        ("The person who runs the depot", False),
        ("the person", False),
    ],
)
def test_pointing_back_at_an_account(phrase: str, recalls: bool) -> None:
    assert describe(phrase, Span(0, len(phrase))).recalls is recalls


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The depot is sold, two people briefed on the plan told the Gull.",
            ["two people briefed on the plan"],
        ),
        ("According to a friend, they parted.", ["a friend"]),
        ("It carried 142 people.", []),
        ("The neighbours' dog said nothing.", []),
        ("It fits the account of three people who were there.", ["three people who were there"]),
    ],
)
def test_sources_in_running_text(text: str, found: list[str]) -> None:
    assert [one.span.of(text) for one in sources_in(text)] == found


@pytest.mark.parametrize(
    ("phrase", "kind", "owners"),
    [
        ("A confidential council memo", "memo", {"council"}),
        ("a filing at the Companies Registry", "filing", {"company", "registry"}),
        ("the lawsuit", "filing", set()),
        ("An autopsy", "autopsy", set()),
        ("papers filed by Oreston", "document", set()),
    ],
)
def test_document(phrase: str, kind: str, owners: set[str]) -> None:
    paper = paper_at(phrase, Span(0, len(phrase)))
    assert paper is not None
    assert (paper.kind, set(paper.owners)) == (kind, owners)


@pytest.mark.parametrize("phrase", ["A file image", "the mayor", "a banner"])
def test_no_document(phrase: str) -> None:
    assert paper_at(phrase, Span(0, len(phrase))) is None


def test_document_that_speaks() -> None:
    text = "A memo seen by the Courier sets out three futures. She threw the letter away."
    assert [(one.words, one.speaks) for one in papers_in(text)] == [
        ("a memo", True),
        ("the letter", False),
    ]


def test_nobody() -> None:
    assert [is_nobody(one) for one in ("No one", "nobody", "you", "one", "notable people")] == [
        True,
        True,
        True,
        False,
        False,
    ]


_SOME = (
    "the a two one of them person sources official who told said same second another memo , . "
    "“ ” familiar with talks Ada Courier’s not WHO"
)
WORDS = st.sampled_from(sorted(set(_SOME.split(" "))))


@given(st.lists(WORDS, min_size=1, max_size=30).map(" ".join))
def test_any_text_is_described_in_place(text: str) -> None:
    for one in sources_in(text):
        assert one.words
        assert 0 <= one.span.start < one.span.end <= len(text)
    for paper in papers_in(text):
        assert 0 <= paper.span.start < paper.span.end <= len(text)
    describe(text, Span(0, len(text)))
